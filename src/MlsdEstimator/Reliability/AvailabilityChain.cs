namespace MlsdEstimator;

/// <summary>Availability of a request that needs several parts one after the other, each with its copies: the whole is worse than its worst part.</summary>
/// <remarks>availability = product over the parts. Each part: <see cref="Availability.OfCopies"/>. Parts fail independently of each other.</remarks>
/// <example>
/// <code>
/// var request = new AvailabilityChain
/// {
///     Components = [new("gateway", 99.95.Percent), new("features", 99.9.Percent), new("ranker", 99.5.Percent) { Copies = 3, Needed = 2, CommonCause = 5.Percent }],
///     Target = 99.9.Percent,
/// };
/// </code>
/// </example>
public sealed record AvailabilityChain : Estimator
{
    /// <summary>What the request needs; at least one part.</summary>
    /// <exception cref="ArgumentException">No part is given.</exception>
    public required IReadOnlyList<AvailablePart> Components
    {
        get;
        init
        {
            Require.NotEmpty(value, "components");
            field = [.. value];
        }
    }

    /// <summary>Availability that is promised, or null.</summary>
    public Fraction? Target { get; init; }

    /// <summary>Availability of the whole.</summary>
    public Fraction Whole => Result("availability", () => Availability.InSeries([.. Components.Select(part => part.Availability)]));

    /// <summary>Time down in 365 days.</summary>
    public Duration DowntimePerYear => Result("downtime in 365 days", () => Availability.Downtime(Whole, 365.Days));

    /// <inheritdoc/>
    public override IReadOnlyList<IQuantity> Results => [Whole, DowntimePerYear];

    /// <inheritdoc/>
    public override IReadOnlyList<Finding> Findings => AvailabilityFindings.Of(this);
}
