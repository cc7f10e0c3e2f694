namespace MlsdEstimator;

/// <summary>Requests inside the system at once: Little's law.</summary>
/// <remarks>
/// in flight = arrivals per second x mean time inside. Holds for any stable system and any distribution, for long-run means only.
/// With a percentile in place of the mean it is an upper bound, and a finding says so.
/// </remarks>
public sealed record InFlight : Estimator
{
    /// <summary>What arrives. Read at its peak.</summary>
    public required Load Requests { get; init => field = Require.NotNull(value, "requests"); }

    /// <summary>Time a request spends inside: the mean, or a percentile marked with <see cref="Aspect.Percentile"/>. Not negative.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The time is negative.</exception>
    public required Duration Latency { get; init => field = Require.NonNegative(value, "latency"); }

    /// <summary>Requests inside at once, at peak.</summary>
    public Scalar AtPeak => Result("in flight at peak", () => (Requests.Peak * Latency).Marked(Aspect.Counts($"{Requests.Counts} in flight")));

    /// <inheritdoc/>
    public override IReadOnlyList<IQuantity> Results => [AtPeak];

    /// <inheritdoc/>
    public override IReadOnlyList<Finding> Findings =>
        Latency.Aspects.FirstOrDefault(aspect => aspect is Aspect.StatisticAspect { Level: not null }) is Aspect percentile
            ? [new Finding(Severity.Note, FindingCodes.PercentileInLittlesLaw, $"In flight at most {AtPeak}: an upper bound, because it takes the {percentile} of {Latency} for the mean.", AtPeak)]
            : [];
}
