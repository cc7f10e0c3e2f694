namespace MlsdEstimator;

/// <content>How calls compose. Every combinator gives a new profile; the parts are independent.</content>
public partial class LatencyProfile
{
    /// <summary>One after the other: the times add, their percentiles do not.</summary>
    /// <param name="next">What follows.</param>
    public LatencyProfile Then(LatencyProfile next)
    {
        ArgumentNullException.ThrowIfNull(next);
        return Joined(LawShape.Sum, [], [.. Summands(this), .. Summands(next)]);
    }

    /// <summary>The same call so many times, one after the other: what a loop of single reads costs.</summary>
    /// <param name="times">How often; not negative, rounded up.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    public LatencyProfile Repeated(Scalar times) => Joined(LawShape.Repeated, [Require.NonNegative(times, "repetitions")], this);

    /// <summary>So many calls, so many of them at once: each wave is as slow as its slowest call, and waves follow each other.</summary>
    /// <remarks>A client that starts the next call as soon as any one returns is somewhat faster than waves.</remarks>
    /// <param name="calls">All calls; not negative, rounded up.</param>
    /// <param name="atOnce">Calls that run side by side; at least 1, rounded up.</param>
    /// <exception cref="ArgumentOutOfRangeException">The calls are negative, or fewer than 1 runs at once.</exception>
    public LatencyProfile InWaves(Scalar calls, Scalar atOnce) =>
        Joined(LawShape.Waves, [Require.NonNegative(calls, "calls"), Require.AtLeast(1, atOnce, "calls at once")], this);

    /// <summary>All of several calls made at once: as slow as the slowest. P(T &lt;= t) = product of theirs.</summary>
    /// <param name="profiles">At least one.</param>
    /// <exception cref="ArgumentException">No profile is given.</exception>
    public static LatencyProfile Parallel(params IReadOnlyList<LatencyProfile> profiles) => Several(LawShape.Slowest, profiles);

    /// <summary>The first answer of several different calls made at once. P(T > t) = product of theirs.</summary>
    /// <param name="profiles">At least one.</param>
    /// <exception cref="ArgumentException">No profile is given.</exception>
    public static LatencyProfile FastestOf(params IReadOnlyList<LatencyProfile> profiles) => Several(LawShape.Fastest, profiles);

    /// <summary>The same call to so many shards at once, all of them needed: P(T &lt;= t) = F(t)^n, so its p99 is the p(0.99^(1/n)) of one call.</summary>
    /// <remarks>Correlated slowness (a shared network, a common pause) makes it smaller than this.</remarks>
    /// <param name="calls">How many; at least 1, rounded up.</param>
    /// <exception cref="ArgumentOutOfRangeException">Below 1.</exception>
    public LatencyProfile FanOut(Scalar calls) => Joined(LawShape.FanOut, [Require.AtLeast(1, calls, "fan-out")], this);

    /// <summary>The first answer of so many equal calls: P(T > t) = S(t)^n. Two copies sent at once turn the p90 into the p99, for twice the load.</summary>
    /// <param name="calls">How many; at least 1, rounded up.</param>
    /// <exception cref="ArgumentOutOfRangeException">Below 1.</exception>
    public LatencyProfile FastestOf(Scalar calls) => Joined(LawShape.FirstOf, [Require.AtLeast(1, calls, "copies")], this);

    /// <summary>The k-th answer of n equal calls: a quorum, or a search that goes on without its slowest shards.</summary>
    /// <param name="needed">k: answers waited for; at least 1 and at most as many as are sent, rounded up.</param>
    /// <param name="sent">n: calls made, rounded up.</param>
    /// <exception cref="ArgumentOutOfRangeException">Fewer than 1 is needed, or nominally more are needed than sent.</exception>
    public LatencyProfile KOfN(Scalar needed, Scalar sent)
    {
        (Scalar least, Scalar all) = (Require.AtLeast(1, needed, "answers needed"), Require.AtLeast(1, sent, "calls sent"));
        if ((least > all).Nominally == true)
            throw new ArgumentOutOfRangeException(nameof(needed), $"{needed} answers are needed of {sent} calls; send more, or wait for fewer.");
        return Joined(LawShape.Order, [least, all], this);
    }

    /// <summary>A second copy goes out when the first has not answered after a while; the first answer counts. P(T > t) = S(t) S(t - after).</summary>
    /// <remarks>Copies are independent, the second replica is as fast as the first, cancelling is free. The extra load raises S itself: see <see cref="HedgedLatency.ExtraLoad"/>.</remarks>
    /// <param name="after">Delay of the second copy: the p95 costs 5 % more load. Not negative; 0 sends both at once.</param>
    /// <exception cref="ArgumentOutOfRangeException">The delay is negative.</exception>
    public HedgedLatency Hedged(Duration after)
    {
        Duration delay = Require.NonNegative(after, "hedge delay");
        return new HedgedLatency(this, delay, Exceeding(delay));
    }

    /// <summary>Both copies wait in line at two servers, and the one that starts cancels the other: the tail of a hedge at a small delay for next to no load.</summary>
    /// <remarks>The servers must know each other's queue entries. Dean and Barroso (2013) measured 38 % less p99.9 at less than 1 % more disk load.</remarks>
    /// <param name="after">Delay of the second copy, about two network delays so that the first can cancel it. Not negative.</param>
    /// <exception cref="ArgumentOutOfRangeException">The delay is negative.</exception>
    public HedgedLatency Tied(Duration after) => new(this, Require.NonNegative(after, "tied delay"), LatencyDefaults.TiedExtraLoad);

    /// <summary>A cache before this: a hit takes one profile, a miss this one. The p99 of a cache with 95 % hits is the p80 of the misses.</summary>
    /// <param name="hitRatio">Part of the requests that hit, weighted by requests, not by keys.</param>
    /// <param name="hit">Time of a hit. A miss looks into the cache too: put that into this profile if it matters.</param>
    public LatencyProfile WithCache(Fraction hitRatio, LatencyProfile hit) => WithShare(Require.Named(hitRatio, "hit ratio"), hit);

    /// <summary>Requests go different ways.</summary>
    /// <param name="ways">At least one way with its weight, not negative; weights need not sum to 1.</param>
    /// <exception cref="ArgumentException">No way is given.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A weight is negative, or all are 0.</exception>
    public static LatencyProfile Mix(params IReadOnlyList<(Scalar Weight, LatencyProfile Profile)> ways)
    {
        Require.NotEmpty(ways, nameof(ways));
        Scalar[] weights = [.. ways.Select(way => Require.NonNegative(way.Weight, "weight"))];
        if (weights.All(weight => weight.IsCertain && weight.Value == 0))
            throw new ArgumentOutOfRangeException(nameof(ways), "All weights are 0; give at least one way a weight above 0.");
        return Joined(LawShape.Mixture, weights, [.. ways.Select(way => way.Profile)]);
    }

    /// <summary>Every request takes so many times as long.</summary>
    /// <param name="factor">Not negative: 0.5 for twice as fast.</param>
    /// <exception cref="ArgumentOutOfRangeException">The factor is negative.</exception>
    public LatencyProfile Scaled(Scalar factor) => Joined(LawShape.Scaled, [Require.NonNegative(factor, "latency factor")], this);

    /// <summary>Attempts that are given up at a timeout and made again. Ends with an answer, or with the last timeout.</summary>
    /// <remarks>Attempts are independent: a retry does not help in an outage, and multiplies its load.</remarks>
    /// <param name="timeout">Of one attempt, above 0.</param>
    /// <param name="attempts">All attempts, the first one included; 1 to 20.</param>
    /// <param name="backoff">Pauses between attempts; none by default.</param>
    /// <exception cref="ArgumentOutOfRangeException">The timeout is not above 0, or the attempts are not 1 to 20.</exception>
    public RetriedLatency WithRetries(Duration timeout, int attempts, Backoff? backoff = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(attempts, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(attempts, RetriedLatency.MostAttempts);
        return new RetriedLatency(this, Require.Positive(timeout, "timeout"), attempts, backoff ?? Backoff.None);
    }

    /// <summary>Time in line before this service: wait + service.</summary>
    /// <param name="wait">Law of the wait, for example <see cref="Waiting"/>.</param>
    /// <param name="load">Requests a second that make the queue. Above 0.</param>
    /// <exception cref="EstimateException">This profile already includes waiting: it would be counted twice.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The load is not above 0.</exception>
    public LatencyProfile WithQueue(LatencyProfile wait, Rate load)
    {
        RefuseSecondQueue();
        return Then(wait).MeasuredUnder(load);
    }

    /// <summary>Time in line before this service: the wait of a queue of so many servers, and then this.</summary>
    /// <remarks>
    /// Those who do not wait begin at once, the others wait exponentially long, with the probability and the mean of the queue: exact for M/M/c. Service times of other
    /// shapes give the right mean wait where the queue's formula is exact, and an estimate of its percentiles. At or above capacity every reading is saturated,
    /// and <see cref="QueuedLatency.Findings"/> says how many servers are needed.
    /// </remarks>
    /// <param name="arrivals">What arrives at all servers together, at its peak. Not negative; nothing waits at 0.</param>
    /// <param name="servers">Servers side by side, fed by one queue. At least 1.</param>
    /// <param name="model">Which queue it is. Default: Poisson arrivals and this profile's own variance, <see cref="QueueModel.AllenCunneen"/>, which is M/M/c for exponential times.</param>
    /// <exception cref="EstimateException">This profile already includes waiting: it would be counted twice. Or the model has one server, but several are given.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The arrivals are negative, or there is less than one server.</exception>
    /// <example>
    /// <code>
    /// QueuedLatency ranker = LatencyProfile.LogNormal(12.Milliseconds, 40.Milliseconds).WithQueue(900.PerSecond, servers: 16);
    /// Duration tail = ranker.P99;
    /// </code>
    /// </example>
    public QueuedLatency WithQueue(Rate arrivals, Scalar servers, QueueModel? model = null)
    {
        RefuseSecondQueue();
        return new QueuedLatency(this, Require.NonNegative(arrivals, "arrivals"), servers, model);
    }

    /// <summary>Calls for the keys that miss a cache, in waves; how many miss is binomial. Each further key of a call adds a part of the call, each miss a time of its own.</summary>
    internal LatencyProfile ForMisses(Scalar keys, Fraction missed, Scalar keysPerCall, Scalar atOnce, Scalar perFurtherKey, Duration perMiss) =>
        Joined(LawShape.Misses, [keys, missed, keysPerCall, atOnce, perFurtherKey, perMiss], this);

    /// <summary>The same profile, measured in production: the waiting in it is not known apart.</summary>
    internal LatencyProfile MeasuredInUse() => WithWaiting(WaitingInside.AtUnknownLoad);

    /// <summary>The same profile with what is known of the waiting in it.</summary>
    internal LatencyProfile WithWaiting(WaitingInside waits) => new(Tree, waits);

    internal static LatencyProfile OfTree(LatencyTree tree) => new(tree);

    /// <summary>The same profile, its unnamed parameters called after what it belongs to: "rank p99".</summary>
    internal virtual LatencyProfile OwnedBy(string name) => new(Tree.OwnedBy(name), Waits);

    internal static LatencyProfile Joined(LawShape shape, IReadOnlyList<IQuantity> parameters, params IReadOnlyList<LatencyProfile> parts)
    {
        foreach (LatencyProfile part in parts)
            ArgumentNullException.ThrowIfNull(part, "profile");
        return new LatencyProfile(new LatencyTree(shape, parameters, [.. parts.Select(part => part.Tree)]), WaitingInside.Of([.. parts.Select(part => part.Waits)]));
    }

    private static LatencyProfile Several(LawShape shape, IReadOnlyList<LatencyProfile> profiles)
    {
        Require.NotEmpty(profiles, nameof(profiles));
        return Joined(shape, [], profiles);
    }

    private static IEnumerable<LatencyProfile> Summands(LatencyProfile profile) =>
        profile.Tree.Shape == LawShape.Sum ? profile.Tree.Parts.Select(part => new LatencyProfile(part, profile.Waits)) : [profile];

    private void RefuseSecondQueue()
    {
        if (IncludesWaiting)
            throw new EstimateException($"This profile ({this}) already includes waiting{(MeasuredAt is Rate at ? $", at {at}" : "")}: queued again, its waiting would count twice. Queue the service time alone.");
    }

    private LatencyProfile WithShare(Fraction share, LatencyProfile other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Joined(LawShape.Mixture, [share, 1 - share], other, this);
    }
}
