namespace MlsdEstimator;

/// <summary>What a comparison chose.</summary>
public enum ServingChoice
{
    /// <summary>Neither design works as stated.</summary>
    None,

    /// <summary>Answers computed while the user waits.</summary>
    Online,

    /// <summary>Answers computed ahead of time.</summary>
    Batch,
}
