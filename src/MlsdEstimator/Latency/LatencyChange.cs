namespace MlsdEstimator;

/// <summary>One thing that could be done about the latency of a path, with what it costs and what it does to quality.</summary>
/// <example><code>LatencyChange.FasterModel("int8", "rank", kernelSpeedUp: 1.7) with { Quality = -0.002, Cost = Spend.Zero }</code></example>
public sealed record LatencyChange
{
    private readonly Func<LatencyPath, LatencyPath> apply;

    private LatencyChange(string name, string stage, Func<LatencyPath, LatencyPath> apply) =>
        (Name, Stages, this.apply) = (Require.NotBlank(name, nameof(name)), [Require.NotBlank(stage, nameof(stage))], apply);

    /// <summary>What it is called.</summary>
    public string Name { get; }

    /// <summary>The stages it acts on.</summary>
    public IReadOnlyList<string> Stages { get; private init; }

    /// <summary>What it costs more, or saves when negative; null when nobody said.</summary>
    public Spend? Cost { get; init; }

    /// <summary>How it changes the quality metric: -0.002 for two tenths of a point lost; null when nobody said.</summary>
    public Scalar? Quality { get; init; }

    /// <summary>It makes kernels faster, so it depends on the stage's kernel share.</summary>
    internal bool IsFasterModel { get; private init; }

    /// <summary>A model whose kernels are so many times faster: int8, a distilled model, another device. Acts on the stage by Amdahl's law, through its kernel share.</summary>
    /// <param name="name">Name of the change: "int8".</param>
    /// <param name="stage">Name of the model's stage.</param>
    /// <param name="kernelSpeedUp">How many times faster the kernels are, above 0; not the ratio of bytes or operations.</param>
    /// <exception cref="ArgumentException">A name is empty.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The speed-up is not above 0.</exception>
    public static LatencyChange FasterModel(string name, string stage, Scalar kernelSpeedUp)
    {
        Scalar speedUp = Require.Positive(kernelSpeedUp, "kernel speed-up");
        return new(name, stage, path => path.With(stage, single => single.WithFasterKernel(speedUp))) { IsFasterModel = true };
    }

    /// <summary>A cache before a stage.</summary>
    /// <param name="name">Name of the change.</param>
    /// <param name="stage">Name of the stage.</param>
    /// <param name="hitRatio">Part of the requests that hit.</param>
    /// <param name="hit">Latency of a hit.</param>
    /// <exception cref="ArgumentException">A name is empty.</exception>
    public static LatencyChange Cache(string name, string stage, Fraction hitRatio, LatencyProfile hit)
    {
        ArgumentNullException.ThrowIfNull(hitRatio);
        ArgumentNullException.ThrowIfNull(hit);
        return new(name, stage, path => path.With(stage, single => single.Cached(hitRatio, hit)));
    }

    /// <summary>A second copy of a stage's slow calls.</summary>
    /// <param name="name">Name of the change.</param>
    /// <param name="stage">Name of the stage.</param>
    /// <param name="after">Delay of the second copy. Not negative.</param>
    /// <exception cref="ArgumentException">A name is empty.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The delay is negative.</exception>
    public static LatencyChange Hedge(string name, string stage, Duration after)
    {
        Duration delay = Require.NonNegative(after, "hedge delay");
        return new(name, stage, path => path.With(stage, single => single.Hedged(delay)));
    }

    /// <summary>Another number of replicas of a stage whose queue is known: its service stays, its requests wait less.</summary>
    /// <param name="name">Name of the change: "24 replicas".</param>
    /// <param name="stage">Name of the stage; its profile comes from <see cref="LatencyProfile.WithQueue(Rate, Scalar, QueueModel?)"/>.</param>
    /// <param name="servers">Replicas after the change, all together. At least 1.</param>
    /// <exception cref="ArgumentException">A name is empty; when tried: the queue of the stage is not known.</exception>
    /// <exception cref="ArgumentOutOfRangeException">Less than one server.</exception>
    public static LatencyChange MoreReplicas(string name, string stage, Scalar servers)
    {
        Scalar all = Require.AtLeast(1, servers, "servers");
        return new(name, stage, path => path.With(stage, single => single.WithServers(all)));
    }

    /// <summary>More replicas of a stage: its service stays, its requests wait less.</summary>
    /// <param name="name">Name of the change.</param>
    /// <param name="stage">Name of the stage.</param>
    /// <param name="service">Latency of the stage without waiting.</param>
    /// <param name="wait">Wait in line with the new number of replicas, for example <see cref="LatencyProfile.Waiting"/>.</param>
    /// <param name="load">Requests a second that make the queue. Above 0.</param>
    /// <exception cref="ArgumentException">A name is empty.</exception>
    /// <exception cref="EstimateException">The service already includes waiting.</exception>
    public static LatencyChange MoreReplicas(string name, string stage, LatencyProfile service, LatencyProfile wait, Rate load)
    {
        ArgumentNullException.ThrowIfNull(service);
        return Replace(name, stage, service.WithQueue(wait, load));
    }

    /// <summary>Another latency for a stage: another store, a precomputed answer.</summary>
    /// <param name="name">Name of the change.</param>
    /// <param name="stage">Name of the stage.</param>
    /// <param name="profile">Its new latency.</param>
    /// <exception cref="ArgumentException">A name is empty.</exception>
    public static LatencyChange Replace(string name, string stage, LatencyProfile profile)
    {
        ArgumentNullException.ThrowIfNull(profile);
        return new(name, stage, path => path.With(stage, profile));
    }

    /// <summary>Stages of one sequence made at once, in the place of the first.</summary>
    /// <param name="name">Name of the change.</param>
    /// <param name="stages">At least two names of stages of one sequence.</param>
    /// <exception cref="ArgumentException">A name is empty, fewer than two stages are named, or one is named twice.</exception>
    public static LatencyChange AtOnce(string name, params IReadOnlyList<string> stages)
    {
        ArgumentNullException.ThrowIfNull(stages);
        if (stages.Count < 2 || stages.Distinct().Count() < stages.Count)
            throw new ArgumentException($"'{name}' makes {stages.Count} stages at once; name at least two different ones.", nameof(stages));
        string[] own = [.. stages];
        return new(name, own[0], path => MadeAtOnce(path, own)) { Stages = own };
    }

    /// <summary>The path after the change.</summary>
    internal LatencyPath Apply(LatencyPath path) => apply(path);

    private static LatencyPath MadeAtOnce(LatencyPath path, string[] names)
    {
        string[] known = [.. names.Select(path.Known)];
        LatencyStage edited = path.Stages.Edit(stage => Steps(stage, known).Length == known.Length, sequence => WithAtOnce(sequence, Steps(sequence, known)));
        return !path.Stages.All.Any(stage => Steps(stage, known).Length == known.Length)
            ? throw new ArgumentException($"The stages {string.Join(", ", known.Select(name => $"'{name}'"))} are not steps of one sequence, so they cannot be made at once.")
            : path with { Stages = edited };
    }

    /// <summary>The steps of a sequence that hold the named stages; fewer than names where two are in one step or one is elsewhere.</summary>
    private static LatencyStage[] Steps(LatencyStage stage, string[] names) => stage.Kind == StageKind.Sequence
        ? [.. stage.Parts.Where(part => part.Singles.Any(single => names.Contains(single.Name)))]
        : [];

    private static LatencyStage WithAtOnce(LatencyStage sequence, LatencyStage[] moved) =>
        LatencyStage.Sequence([.. sequence.Parts.Where(part => part == moved[0] || !moved.Contains(part)).Select(part => part == moved[0] ? LatencyStage.Parallel(moved) : part)]);
}
