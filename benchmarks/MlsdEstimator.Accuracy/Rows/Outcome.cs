namespace MlsdEstimator.Accuracy;

/// <summary>What a family says about a row: a <see cref="Prediction"/> or a <see cref="Refusal"/>.</summary>
internal abstract record Outcome;
