namespace MlsdEstimator.Accuracy;

/// <summary>A published figure before and after a change, as a pair of steps.</summary>
internal sealed record CompressionRow : Measurement
{
    /// <summary>The pair, or null where it is refused.</summary>
    public StepGain? Gain { get; init; }

    /// <summary>True when <see cref="Measurement.Value"/> is a time after over before; else a rate.</summary>
    public bool IsTime { get; init; }

    /// <summary>Why there is no pair.</summary>
    public string Refusal { get; init; } = "";

    /// <summary>The speed-up that was measured.</summary>
    public double Speedup => IsTime ? 1 / Value : Value;
}
