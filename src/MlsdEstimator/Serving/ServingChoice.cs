namespace MlsdEstimator;

/// <summary>Ways to bring answers to people, and what a comparison chose.</summary>
public enum ServingChoice
{
    /// <summary>No design works as stated.</summary>
    None,

    /// <summary>Answers computed while the user waits, on machines of one's own.</summary>
    Online,

    /// <summary>Answers computed ahead of time.</summary>
    Batch,

    /// <summary>Answers computed ahead of time for some, and while they wait for the others.</summary>
    Hybrid,

    /// <summary>Answers kept fresh by micro-batches of events.</summary>
    Streaming,

    /// <summary>Answers computed while the user waits, by functions that are paid by the call.</summary>
    Serverless,

    /// <summary>Answers bought from somebody who hosts a model.</summary>
    HostedApi,
}
