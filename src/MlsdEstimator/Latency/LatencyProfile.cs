namespace MlsdEstimator;

/// <summary>How the latency of one request is spread over requests: a distribution that composes the way calls do.</summary>
/// <remarks>
/// Spread over requests, not doubt about a number: doubt is said by giving ranges for the parameters, and every reading then is a range too.
/// Percentiles do not add, so profiles are composed and the composition is read. Parts are independent.
/// Leaves, fan-out, caches, hedges and retries are exact; sums are convolved on grids, within 0.5 % at p50 to p99.9 for up to 20 parts (1 % beyond).
/// </remarks>
/// <example>
/// <code>
/// LatencyProfile store = LatencyProfile.LogNormal(p50: 8.Milliseconds, p99: 40.Milliseconds);
/// LatencyProfile fetch = store.FanOut(64).Then(LatencyProfile.Constant(2.Milliseconds));
/// Duration tail = fetch.P99;
/// Fraction inTime = fetch.Within(100.Milliseconds);
/// </code>
/// </example>
public partial class LatencyProfile : IEquatable<LatencyProfile>
{
    private readonly Lazy<LatencyReader> reader;

    private protected LatencyProfile(LatencyTree tree, WaitingInside? waiting = null)
    {
        (Tree, Waits) = (tree, waiting ?? WaitingInside.None);
        reader = new(() => new LatencyReader(tree));
    }

    /// <summary>Whether the time a request waits in line is in it: true for times measured under load and after <see cref="WithQueue(Rate, Scalar, QueueModel?)"/>.</summary>
    public bool IncludesWaiting => Waits.IsIncluded;

    /// <summary>The load at which it was measured or queued; null when unknown, or when it does not include waiting.</summary>
    public Rate? MeasuredAt => Waits.Load;

    /// <summary>The queues that requests wait in, of this profile and of the parts it is made of: their utilisation, and findings where one is full.</summary>
    public IReadOnlyList<Queue> Queues => Waits.Queues;

    /// <summary>Median over requests.</summary>
    public Duration P50 => Percentile(0.5);

    /// <summary>90th percentile over requests.</summary>
    public Duration P90 => Percentile(0.9);

    /// <summary>95th percentile over requests.</summary>
    public Duration P95 => Percentile(0.95);

    /// <summary>99th percentile over requests.</summary>
    public Duration P99 => Percentile(0.99);

    /// <summary>99.9th percentile over requests.</summary>
    public Duration P999 => Percentile(0.999);

    /// <summary>Mean over requests: what Little's law and queues ask for. Infeasible where it is infinite.</summary>
    public virtual Duration Mean => reader.Value.Mean;

    /// <summary>Variance over mean squared: what the formulas of Pollaczek and Khinchine and of Allen and Cunneen ask for. 1 for exponential times, 0 for constant ones.</summary>
    public virtual Scalar Scv => reader.Value.Scv;

    /// <summary>The log-normal of the same mean and variance: Fenton and Wilkinson's approximation of a sum (1960), for formulas that want one. Its p99 is good to a few per cent up to sigma 1; this profile's own percentiles are better.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no variance.</exception>
    public LogNormalLatency MomentMatched => LogNormalLatency.WithMoments(Mean, Scv);

    internal LatencyReader Reader => reader.Value;

    internal LatencyTree Tree { get; }

    internal WaitingInside Waits { get; }

    /// <summary>Any percentile: the least time that the given part of the requests stays within.</summary>
    /// <param name="level">Strictly between 0 and 1: 0.95 for the p95.</param>
    /// <exception cref="ArgumentOutOfRangeException">The level is not strictly between 0 and 1.</exception>
    public virtual Duration Percentile(double level) => reader.Value.Percentile(Require.InsideUnitInterval(level, nameof(level)));

    /// <summary>Part of the requests that take at most a time: the cumulative distribution, and P(within the SLO).</summary>
    /// <param name="time">Not negative.</param>
    /// <exception cref="ArgumentOutOfRangeException">The time is negative.</exception>
    public Fraction Within(Duration time) => (1 - Exceeding(time)).Marked(Aspect.MoreIsBetter);

    /// <summary>Part of the requests that take longer than a time; it keeps its digits where <see cref="Within"/> is next to 1.</summary>
    /// <param name="time">Not negative.</param>
    /// <exception cref="ArgumentOutOfRangeException">The time is negative.</exception>
    public Fraction Exceeding(Duration time) => reader.Value.Exceeding(Require.NonNegative(time, "time"));

    /// <summary>The same profile, known to include the time spent waiting at a load: it cannot be queued again.</summary>
    /// <param name="load">Requests a second when it was measured. Above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">The load is not above 0.</exception>
    public LatencyProfile MeasuredUnder(Rate load) => new(Tree, new WaitingInside(Require.Positive(load, "measured load"), Queues));

    /// <summary>Same shape with equal parameters: certain ones by value, ranges by identity.</summary>
    /// <param name="other">Profile to compare with.</param>
    public bool Equals(LatencyProfile? other) =>
        other is not null && IncludesWaiting == other.IncludesWaiting && Equals(MeasuredAt, other.MeasuredAt) && Tree.Equals(other.Tree);

    /// <inheritdoc/>
    public sealed override bool Equals(object? obj) => Equals(obj as LatencyProfile);

    /// <inheritdoc/>
    public sealed override int GetHashCode() => Tree.GetHashCode();

    /// <summary>"p50 8 ms, p99 40 ms".</summary>
    public sealed override string ToString() => $"p50 {P50}, p99 {P99}";
}
