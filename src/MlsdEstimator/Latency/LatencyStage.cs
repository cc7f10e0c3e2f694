namespace MlsdEstimator;

/// <summary>A named stage of a <see cref="LatencyPath"/>, or several of them composed: one after the other, at once, fanned out, behind a cache, hedged.</summary>
/// <example>
/// <code>
/// LatencyStage stages = LatencyStage.Sequence(
///     LatencyStage.Of("gateway", LatencyProfile.LogNormal(10.Milliseconds, 25.Milliseconds)),
///     LatencyStage.Of("retrieval", shard).FanOut(64),
///     LatencyStage.Parallel(LatencyStage.Of("user features", store), LatencyStage.Of("item features", store).Cached(95.Percent, local)),
///     LatencyStage.Of("rank", ranker, kernelShare: 0.6));
/// </code>
/// </example>
public sealed class LatencyStage
{
    private readonly LatencyProfile? own;
    private readonly IReadOnlyList<IQuantity> parameters;
    private readonly LatencyProfile? hit;

    private LatencyStage(StageKind kind, IReadOnlyList<LatencyStage> parts, params IReadOnlyList<IQuantity> parameters) =>
        (Kind, Parts, this.parameters) = (kind, parts, parameters);

    private LatencyStage(string name, LatencyProfile own, Fraction? kernelShare)
        : this(StageKind.Single, []) => (Name, this.own, KernelShare) = (name, own.OwnedBy(name), kernelShare);

    private LatencyStage(LatencyStage miss, Fraction hitRatio, LatencyProfile hit)
        : this(StageKind.Cached, [miss], hitRatio) => this.hit = hit;

    /// <summary>Name of a single stage; null for a composition.</summary>
    public string? Name { get; }

    /// <summary>What a composition is made of; empty for a single stage.</summary>
    public IReadOnlyList<LatencyStage> Parts { get; }

    /// <summary>Part of a model stage's time that its kernels take: only that part becomes faster with a faster kernel. Null when nobody said.</summary>
    public Fraction? KernelShare { get; }

    /// <summary>Law of the whole stage, its parts independent.</summary>
    public LatencyProfile Profile => own ?? Composed([.. Parts.Select(part => part.Profile)]);

    internal StageKind Kind { get; }

    /// <summary>Fan-out, hit ratio or hedge delay of a composition.</summary>
    internal IQuantity Parameter => parameters[0];

    /// <summary>Single stages, in order.</summary>
    internal IEnumerable<LatencyStage> Singles => Kind == StageKind.Single ? [this] : Parts.SelectMany(part => part.Singles);

    /// <summary>Everything from here down, itself included.</summary>
    internal IEnumerable<LatencyStage> All => [this, .. Parts.SelectMany(part => part.All)];

    /// <summary>A single stage.</summary>
    /// <param name="name">What paths, gains and changes call it.</param>
    /// <param name="profile">Its latency.</param>
    /// <param name="kernelShare">For a served model: the part of its time that its kernels take, from a profiler. Above 0.</param>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The kernel share is 0.</exception>
    public static LatencyStage Of(string name, LatencyProfile profile, Fraction? kernelShare = null)
    {
        ArgumentNullException.ThrowIfNull(profile);
        return new LatencyStage(Require.NotBlank(name, nameof(name)), profile, kernelShare is null ? null : Require.PositiveFraction(kernelShare, $"kernel share of {name}"));
    }

    /// <summary>One after the other.</summary>
    /// <param name="stages">At least one.</param>
    /// <exception cref="ArgumentException">No stage is given.</exception>
    public static LatencyStage Sequence(params IReadOnlyList<LatencyStage> stages) => Several(StageKind.Sequence, stages);

    /// <summary>All at once: as slow as the slowest.</summary>
    /// <param name="stages">At least one.</param>
    /// <exception cref="ArgumentException">No stage is given.</exception>
    public static LatencyStage Parallel(params IReadOnlyList<LatencyStage> stages) => Several(StageKind.Parallel, stages);

    /// <summary>This stage on so many shards at once, all of them needed.</summary>
    /// <param name="shards">At least 1, rounded up.</param>
    /// <exception cref="ArgumentOutOfRangeException">Below 1.</exception>
    public LatencyStage FanOut(Scalar shards) => new(StageKind.FanOut, [this], Require.AtLeast(1, shards, "fan-out"));

    /// <summary>A cache before this stage.</summary>
    /// <param name="hitRatio">Part of the requests that hit.</param>
    /// <param name="hit">Latency of a hit.</param>
    public LatencyStage Cached(Fraction hitRatio, LatencyProfile hit)
    {
        ArgumentNullException.ThrowIfNull(hit);
        return new LatencyStage(this, Require.Named(hitRatio, "hit ratio"), hit);
    }

    /// <summary>A second copy when this stage has not answered after a while.</summary>
    /// <param name="after">Delay of the second copy. Not negative.</param>
    /// <exception cref="ArgumentOutOfRangeException">The delay is negative.</exception>
    public LatencyStage Hedged(Duration after) => new(StageKind.Hedged, [this], Require.NonNegative(after, "hedge delay"));

    /// <summary>"gateway", or the names of all single stages.</summary>
    public override string ToString() => string.Join(", ", Singles.Select(stage => stage.Name));

    /// <summary>The same single stage with another latency.</summary>
    internal LatencyStage With(LatencyProfile profile) => new(Name!, profile, KernelShare);

    /// <summary>
    /// The same stage with its kernels so many times faster: Amdahl's law. Time shrinks to 1 - share + share / speed-up, and the kernels' share with it.
    /// </summary>
    internal LatencyStage WithFasterKernel(Scalar speedUp)
    {
        Fraction share = KernelShare ?? LatencyDefaults.KernelShare;
        Scalar kernel = share / speedUp, rest = (1 - share).AsScalar();
        return new LatencyStage(Name!, Scaled(own!, rest + kernel), Fraction.FromScalar(kernel / (rest + kernel)));
    }

    /// <summary>The same stage with another number of servers behind its queue.</summary>
    /// <exception cref="ArgumentException">The queue of the stage is not known.</exception>
    internal LatencyStage WithServers(Scalar servers) => own is QueuedLatency queued
        ? With(queued.WithServers(servers))
        : throw new ArgumentException($"The queue of stage '{this}' is not known, so nobody can say what more servers change; give its service time as a profile and queue it: service.WithQueue(arrivals, servers).");

    /// <summary>Whether every request passes a stage one after the other with all else: then its wait adds to the whole.</summary>
    internal bool HasInSeries(string name) => Name == name || Kind == StageKind.Sequence && Parts.Any(part => part.HasInSeries(name));

    /// <summary>This tree with a change where a part satisfies a condition; parts below it are left alone.</summary>
    internal LatencyStage Edit(Func<LatencyStage, bool> where, Func<LatencyStage, LatencyStage> change)
    {
        if (where(this))
            return change(this);
        return Kind == StageKind.Single ? this : WithParts([.. Parts.Select(part => part.Edit(where, change))]);
    }

    internal LatencyStage WithParts(IReadOnlyList<LatencyStage> parts) =>
        hit is null ? new LatencyStage(Kind, parts, parameters) : new LatencyStage(parts[0], (Fraction)Parameter, hit);

    /// <summary>How the path is evaluated: single stages are marked, because a load in common acts on them.</summary>
    internal LatencyTree Tree => own is not null
        ? new LatencyTree(LawShape.Stage, [], [own.Tree])
        : Composed([.. Parts.Select(part => LatencyProfile.OfTree(part.Tree))]).Tree;

    /// <summary>What adding percentiles would say: sums in sequence, the largest at once; fan-out and hedge forgotten, cache averaged.</summary>
    internal Duration Naive(double level) => Kind switch
    {
        StageKind.Single => own!.Percentile(level),
        StageKind.Sequence => Parts.Select(part => part.Naive(level)).Aggregate((sum, next) => sum + next),
        StageKind.Parallel => Parts.Select(part => part.Naive(level)).Aggregate(Duration.Max),
        StageKind.Cached => hit!.Percentile(level) * (Fraction)Parameter + Parts[0].Naive(level) * (1 - (Fraction)Parameter),
        _ => Parts[0].Naive(level),
    };

    /// <summary>A faster service has a shorter queue as well.</summary>
    private static LatencyProfile Scaled(LatencyProfile profile, Scalar factor) =>
        profile is QueuedLatency queued ? queued.ServedBy(queued.Service.Scaled(factor)) : profile.Scaled(factor);

    private static LatencyStage Several(StageKind kind, IReadOnlyList<LatencyStage> stages)
    {
        Require.NotEmpty(stages, nameof(stages));
        return new LatencyStage(kind, [.. stages.Select(stage => Require.NotNull(stage, nameof(stages)))]);
    }

    private LatencyProfile Composed(LatencyProfile[] parts) => Kind switch
    {
        StageKind.Sequence => parts.Aggregate((whole, next) => whole.Then(next)),
        StageKind.Parallel => LatencyProfile.Parallel(parts),
        StageKind.FanOut => parts[0].FanOut((Scalar)Parameter),
        StageKind.Cached => parts[0].WithCache((Fraction)Parameter, hit!),
        _ => LatencyProfile.Joined(LawShape.Hedged, [Parameter], parts[0], parts[0]),
    };
}
