namespace MlsdEstimator;

/// <summary>Time in which every sequence that runs gets one more token.</summary>
/// <remarks>
/// step = (weights and arithmetic + cache + layers + communication + sequences + start, joined with powering) x error, never less than bytes / bandwidth or FLOPs / peak.
/// powering = (FLOPs x bits / 8 x energy of an operation + bytes x energy of a byte) / board power, of GPUs whose power is known; joined as sqrt(a^2 + b^2). Layers are
/// multiplied in the bits of the format, or of the arithmetic that stands in for it, attention and heads in 16.
/// Weights are read once for all sequences, of experts the distinct ones; the cache once for each, at the context given. Prompts of other requests are not in it:
/// <see cref="LlmServing"/> adds them. Pipeline stages do not shorten it: a token passes all of them. With speculation a step checks the drafted tokens of each sequence, after so many
/// steps of the draft, and its time is divided by the tokens it brings. Weight-only formats are read faster and multiplied more slowly, because they are widened as they are multiplied: among many sequences wide weights win.
/// </remarks>
public sealed record DecodeStep : Estimator
{
    /// <summary>The model on its devices.</summary>
    public required LlmReplica Replica { get; init => field = Require.NotNull(value, "replica"); }

    /// <summary>Sequences on the replica, at least 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Below 1.</exception>
    public required Scalar Sequences { get; init => field = Require.AtLeast(1, value, "sequences"); }

    /// <summary>Tokens that a generated token sees, at least 0: the mean over an answer is prompt + answer / 2.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Negative.</exception>
    public required Scalar Context { get; init => field = Require.NonNegative(value, "context"); }

    /// <summary>False where somebody else sees to it that the sequences fit.</summary>
    internal bool IsRoomChecked { get; init; } = true;

    /// <summary>Reading weights and multiplying by them.</summary>
    public Duration Weights => Result("weights and arithmetic", () => Times.Joined(Reading, Times.MultiplyingUnpacked(Tokens)) + Times.Head(Tokens));

    /// <summary>Reading the cache.</summary>
    public Duration Cache => Result("cache", () => Times.Cache(Together, Context));

    /// <summary>What layers take however little they do.</summary>
    public Duration Layers => Result("layers", () => Times.Layers);

    /// <summary>All-reduces between devices.</summary>
    public Duration Communication => Result("communication", () => Times.Starts + Times.Sending(Tokens));

    /// <summary>Scheduling and sampling.</summary>
    public Duration Overhead => Result("overhead", () => Replica.Costs.Time(LlmConstant.Step) + PerReplica * Replica.Costs.Time(LlmConstant.Sequence));

    /// <summary>Time in which the board is given the energy of a step; none where its power is not known, or the device is no GPU.</summary>
    public Duration Powering => Result("powering", () => Times.Powering(Tokens, AttentionAndHeads, BytesRead));

    /// <summary>Steps of the draft before a check; null without a draft.</summary>
    public Duration? Drafting => Replica.Drafting is LlmReplica draft
        ? Result("drafting", () => Replica.Speculation!.DraftTokens * draft.Fitted(Sequences, Context).Central)
        : null;

    /// <summary>Time of a token at best guesses of what published results leave open; infeasible, as the step, where weights or sequences do not fit.</summary>
    public Duration Central => Result("step, central", () => WhereFit(PerToken(Drafting is null ? Pass : Pass + Drafting)));

    /// <summary>What no software can beat: bytes / bandwidth, and FLOPs / peak.</summary>
    public Duration Bound => Result("bound of a step", () => PerToken(Duration.Max(BytesBound, Times.ArithmeticBound(Tokens, AttentionAndHeads))));

    /// <summary>Time of a generated token, for each sequence; infeasible, with what would help, where weights or the cache of so many sequences do not fit the device's memory.</summary>
    public Duration Step => Result("step", () => Duration.Max(Central * Replica.Costs.Error(LlmFigure.Token), Bound));

    /// <summary>Tokens a second of one sequence.</summary>
    public Rate PerSequence => Result("tokens per second of a sequence", () => 1 / Step);

    /// <summary>Tokens a second of all of them, prompts left out.</summary>
    public Rate Throughput => Result("tokens per second of the replica, decode only", () => Sequences / Step);

    /// <inheritdoc/>
    public override IReadOnlyList<IQuantity> Results =>
        [Weights, Cache, Layers, Communication, Overhead, Powering, .. Drafting is null ? (IQuantity[])[] : [Drafting], Bound, Step, PerSequence, Throughput];

    /// <inheritdoc/>
    public override IReadOnlyList<Finding> Findings => Step.IsFeasible ? [] : [new Finding(Severity.Error, FindingCodes.Infeasible, Infeasibility.Message(Step.Node), Step)];

    /// <inheritdoc/>
    protected override IEnumerable<string> Contradictions => Replica.Obstacles;

    private ParallelLayout Layout => Replica.Layout;

    private StepTime Times => Remember(() => new StepTime(Replica));

    private Scalar PerReplica => Sequences / Layout.AttentionReplicas;

    /// <summary>Sequences that pass a stage together: with busy stages each works on its part.</summary>
    private Scalar Together => Layout.BusyStages.Value > 1 ? Scalar.Max(1, PerReplica / Layout.BusyStages) : PerReplica;

    /// <summary>Tokens that a stage computes together.</summary>
    private Scalar Tokens => Replica.Speculation is SpeculativeDecoding speculation ? Together * speculation.Verified : Together;

    private Duration Reading
    {
        get
        {
            Duration model = Times.Reading(Tokens * Layout.AttentionReplicas);
            return Replica.Adapters is null ? model : model + Times.ReadingAdapters(Together);
        }
    }

    /// <summary>One pass through the model.</summary>
    private Duration Pass => BoardEnergy.Powered(Weights + Cache + Layers + Communication + Overhead, Powering);

    private Duration WhereFit(Duration step) => IsRoomChecked ? Replica.WhereFit(step, Sequences, Context) : step;

    private Duration PerToken(Duration step) => Replica.Speculation is SpeculativeDecoding speculation ? step / speculation.TokensPerStep : step;

    private Duration BytesBound => BytesRead / Replica.Device.MemoryBandwidth;

    private DataSize BytesRead => Remember(() => Replica.Adapters is null ? BytesOfModel : BytesOfModel + Times.AdaptersRead(Together));

    private DataSize BytesOfModel => Times.WeightsRead(Tokens * Layout.AttentionReplicas) + Together * Replica.Model.KvBytes(Context) / Replica.CacheShards;

    private FlopCount AttentionAndHeads => Remember(() => Tokens * (Replica.Model.CachedAttentionFlops(Context) + Replica.Model.HeadFlops));
}
