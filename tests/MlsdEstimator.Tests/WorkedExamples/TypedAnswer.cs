namespace MlsdEstimator.Tests;

/// <summary>Our value of a published estimate in its unit, and the typed method that gave it.</summary>
internal sealed record TypedAnswer(double Value, string How, bool ByText);
