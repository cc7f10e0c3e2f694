namespace MlsdEstimator.Accuracy;

/// <summary>A row that lacks what a prediction needs, or says what cannot be: counted, and refused with the reason.</summary>
internal sealed record UnreadableRow : Measurement
{
    /// <summary>What is missing, in words that are the same for rows that lack the same.</summary>
    public required string Reason { get; init; }
}
