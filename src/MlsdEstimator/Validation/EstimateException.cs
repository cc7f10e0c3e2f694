namespace MlsdEstimator;

/// <summary>An estimate that cannot be read: its inputs contradict each other, or the quantity asked for is infeasible.</summary>
public sealed class EstimateException : InvalidOperationException
{
    /// <summary>Creates an exception for one problem.</summary>
    /// <param name="message">What is wrong and what to do.</param>
    public EstimateException(string message)
        : base(message)
    {
        Contradictions = [message];
    }

    /// <summary>Creates an exception for all contradictions of an estimator at once.</summary>
    /// <param name="title">The estimator.</param>
    /// <param name="contradictions">Each contradiction, at least one.</param>
    public EstimateException(string title, IReadOnlyList<string> contradictions)
        : base($"The inputs of '{title}' contradict each other: {string.Join("; ", contradictions)}")
    {
        Contradictions = contradictions;
    }

    /// <summary>Everything that is wrong, one text each.</summary>
    public IReadOnlyList<string> Contradictions { get; }
}
