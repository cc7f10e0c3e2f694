namespace MlsdEstimator;

/// <summary>Work that has piled up, and how long until it is gone: a consumer that was down, a stream that is replayed.</summary>
/// <remarks>time = backlog / (capacity - arrivals), a fluid model. Without spare capacity the backlog never drains: saturated.</remarks>
/// <example><code>var replay = new Backlog { Items = 3.6.Million, Capacity = 1_500.PerSecond, Arrivals = 1_000.PerSecond };   // 2 h</code></example>
public sealed record Backlog : Estimator
{
    /// <summary>Items that wait. Not negative.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    public required Scalar Items { get; init => field = Require.NonNegative(value, "backlog"); }

    /// <summary>Items the consumers can do. Above 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not above 0.</exception>
    public required Rate Capacity { get; init => field = Require.Positive(value, "capacity"); }

    /// <summary>Items that keep arriving. Not negative.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The rate is negative.</exception>
    public required Rate Arrivals { get; init => field = Require.NonNegative(value, "arrivals"); }

    /// <summary>Time until the backlog is gone.</summary>
    public Duration DrainTime => Result("time to drain", () => (Items / (Capacity - Arrivals)).FeasibleWhen(Arrivals < Capacity, Infeasibility.Saturated));

    /// <inheritdoc/>
    public override IReadOnlyList<IQuantity> Results => [DrainTime];

    /// <inheritdoc/>
    public override IReadOnlyList<Finding> Findings => (Arrivals >= Capacity).Nominally == true
        ? [new Finding(Severity.Error, FindingCodes.Infeasible, $"The backlog never drains: {Arrivals} arrive and {Capacity} are done. Add consumers.", DrainTime)]
        : [];
}
