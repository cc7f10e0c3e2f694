namespace MlsdEstimator.Accuracy;

/// <summary>A row beside what was said about it.</summary>
/// <param name="Row">The measurement.</param>
/// <param name="Outcome">A prediction, or a refusal.</param>
internal sealed record ScoredRow(Measurement Row, Outcome Outcome)
{
    /// <summary>ln(predicted / measured); null for a refusal.</summary>
    public double? Error => Outcome is Prediction said ? Math.Log(said.Nominal / Row.Value) : null;

    /// <summary>ln(roofline / measured); null where there is no roofline.</summary>
    public double? RooflineError => Row.Roofline is double ideal ? Math.Log(ideal / Row.Value) : null;
}
