namespace MlsdEstimator;

/// <summary>The rate at which a device multiplies numbers of a precision: its own peak, or a wider one behind a conversion.</summary>
public sealed record ComputeRate
{
    internal ComputeRate(Precision wanted, Precision runsAs, FlopRate rate)
    {
        Wanted = wanted;
        RunsAs = runsAs;
        Rate = rate;
    }

    /// <summary>What was asked for.</summary>
    public Precision Wanted { get; }

    /// <summary>What the device multiplies in.</summary>
    public Precision RunsAs { get; }

    /// <summary>Operations a second at most. A range where numbers are widened first.</summary>
    public FlopRate Rate { get; }

    /// <summary>True when the device multiplies the wanted precision itself.</summary>
    public bool IsNative => Wanted == RunsAs;

    /// <summary>"624 TFLOP/s (int8)" or "~268 TFLOP/s (fp8 as bf16)".</summary>
    public override string ToString() => IsNative ? $"{Rate} ({Wanted})" : $"{Rate} ({Wanted} as {RunsAs})";
}
