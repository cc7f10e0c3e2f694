namespace MlsdEstimator;

/// <summary>Time in which a prompt is computed with nothing else on the replica, until its first token.</summary>
/// <remarks>
/// prompt = (weights and arithmetic + attention + head + layers + communication + widening + start, joined with powering as in <see cref="DecodeStep"/>) x error, never less
/// than FLOPs / peak or weight bytes / bandwidth.
/// Attention is causal; the output head is computed once. Weight-only formats are widened first and multiply at the rate of 16 bits: they do not make prompts faster.
/// Stages of a pipeline help where a prompt is computed in chunks that follow each other.
/// </remarks>
public sealed record PromptStep : Estimator
{
    /// <summary>The model on its devices.</summary>
    public required LlmReplica Replica { get; init => field = Require.NotNull(value, "replica"); }

    /// <summary>Tokens computed, at least 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Below 1.</exception>
    public required Scalar Tokens { get; init => field = Require.AtLeast(1, value, "prompt tokens"); }

    /// <summary>Tokens before them whose keys and values are already there, at least 0. Default 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Negative.</exception>
    public Scalar Cached { get; init => field = Require.NonNegative(value, "cached tokens"); } = 0;

    /// <summary>Parts in which the stack computes the prompt, each reading the weights.</summary>
    public Scalar Chunks => Result("chunks", () => Replica.Stack.PromptChunk is double size ? (Tokens / size).Ceiling() : 1);

    /// <summary>False where somebody else sees to it that the prompt fits, with its answer.</summary>
    internal bool IsRoomChecked { get; init; } = true;

    /// <summary>Reading weights and multiplying by them.</summary>
    public Duration Weights => Result("weights and arithmetic", () => Times.Joined(Times.Reading(Tokens) * Chunks, Times.Multiplying(Tokens)) + Times.Head(1));

    /// <summary>Attention over the prompt.</summary>
    public Duration Attention => Result("attention", () => Times.Attention(Tokens, Cached));

    /// <summary>What layers take however little they do, and widening of weights.</summary>
    public Duration Layers => Result("layers", () => Chunks * (Times.PromptLayers + Times.Widening));

    /// <summary>All-reduces between devices.</summary>
    public Duration Communication => Result("communication", () => Times.Starts + Times.Sending(Tokens));

    /// <summary>Time in which the board is given the energy of the prompt; none where its power is not known, or the device is no GPU.</summary>
    public Duration Powering => Result("powering", () => Times.Powering(Tokens, AttentionAndHead, Times.WeightsRead(Tokens) * Chunks));

    /// <summary>Part of the time that stages of a pipeline stand idle while chunks follow each other: (p - 1) / (c + p - 1) for c chunks over p stages; 0 for one stage.</summary>
    public Fraction Bubble => Result("pipeline bubble", () => Fraction.FromScalar((Stages - 1) / (Chunks + Stages - 1)));

    /// <summary>Time that the prompt adds to a step in which other sequences run anyway: arithmetic and traffic.</summary>
    public Duration Marginal => Result("prompt, marginal", () =>
        BoardEnergy.Powered(Times.Multiplying(Tokens) + Times.Head(1) + Attention + Times.Sending(Tokens), Times.Powering(Tokens, AttentionAndHead, DataSize.Zero)));

    /// <summary>Time at best guesses of what published results leave open; infeasible, as the prompt, where weights or its cache do not fit.</summary>
    public Duration Central => Result("prompt, central", () =>
        WhereFit(BoardEnergy.Powered(Weights + Attention + Layers + Communication + Replica.Costs.Time(LlmConstant.Step), Powering) / Pipelined));

    /// <summary>What no software can beat: FLOPs / peak, and weight bytes / bandwidth, over the devices that can work at once.</summary>
    public Duration Bound => Result("bound of a prompt", () => Duration.Max(Times.ArithmeticBound(Tokens, AttentionAndHead), Times.WeightsRead(Tokens) / Replica.Device.MemoryBandwidth) / Busy);

    /// <summary>Time of the prompt; infeasible, with what would help, where weights or the cache of the prompt do not fit the device's memory.</summary>
    public Duration Time => Result("prompt", () => Duration.Max(Central * Replica.Costs.Error(LlmFigure.Prompt), Bound));

    /// <summary>Prompt tokens a second.</summary>
    public Rate Throughput => Result("prompt tokens per second", () => Tokens / Time);

    /// <inheritdoc/>
    public override IReadOnlyList<IQuantity> Results =>
        [Weights, Attention, Layers, Communication, Powering, .. Stages.Value > 1 ? [Bubble] : (IQuantity[])[], Bound, Time, Throughput];

    /// <inheritdoc/>
    public override IReadOnlyList<Finding> Findings => Time.IsFeasible ? [] : [new Finding(Severity.Error, FindingCodes.Infeasible, Infeasibility.Message(Time.Node), Time)];

    /// <inheritdoc/>
    protected override IEnumerable<string> Contradictions => Replica.Obstacles;

    private Duration WhereFit(Duration prompt) => IsRoomChecked ? Replica.WhereFit(prompt, Scalar.One, Cached + Tokens) : prompt;

    private StepTime Times => Remember(() => new StepTime(Replica));

    private FlopCount AttentionAndHead => Remember(() => Replica.Model.PrefillAttentionFlops(Tokens, Cached) + Replica.Model.HeadFlops);

    private Scalar Stages => Replica.Layout.PipelineStages;

    /// <summary>Stages that work at once on chunks that follow each other: c p / (c + p - 1), all of them but for the bubble.</summary>
    private Scalar Busy => Stages.Value > 1 ? Stages * (1 - Bubble) : 1;

    /// <summary>How much of that is reached.</summary>
    private Scalar Pipelined => Stages.Value > 1 ? 1 + (Busy - 1) * ReachedShare : 1;

    private Scalar ReachedShare => Replica.Costs[LlmConstant.Pipelining] / Replica.Costs.Beyond(LlmConstant.Pipelining);
}
