namespace MlsdEstimator.Accuracy;

/// <summary>No prediction, and why.</summary>
/// <param name="Reason">In words that are the same for rows that lack the same: they are counted by it. Without a full stop.</param>
internal sealed record Refusal(string Reason) : Outcome;
