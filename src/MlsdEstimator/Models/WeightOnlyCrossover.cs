namespace MlsdEstimator;

/// <summary>Up to which batch weight-only quantization helps: it halves or quarters what is read, and adds to what is computed.</summary>
/// <remarks>
/// A step over b sequences takes the longer of reading (weights + b x cache) / bandwidth and computing b x FLOPs / rate. Narrow weights are widened before each
/// product, which leaves 0.77 to 0.94 of the rate. The times meet where computing on narrow weights takes as long as reading the wide ones:
/// b = wide weights / bandwidth / (FLOPs / narrow rate - cache / bandwidth). Below it narrow weights are faster, above it slower, and a prompt, which computes on many
/// tokens at once, is always above. Ideal peaks; give effective ones for what your engine reaches, or compare <see cref="DecodeStep"/>s, whose costs are fitted and joined smoothly. Not for mixtures of experts, whose weights read grow with the batch.
/// </remarks>
/// <example>
/// <code>
/// Transformer llama = PublishedModels.Transformer("Llama-3-8B");
/// var crossover = new WeightOnlyCrossover { Wide = llama, Narrow = llama.With(Quantization.To(ModelFormat.Int4WeightOnly)), Device = Accelerators.A100Sxm80Gb };
/// crossover.Batch.Value          // 132 sequences
/// </code>
/// </example>
public sealed record WeightOnlyCrossover : Estimator
{
    /// <summary>The model in the width it computes in.</summary>
    public required Model Wide { get; init => field = Require.NotNull(value, "model with wide weights"); }

    /// <summary>The model with narrow weights and the same arithmetic.</summary>
    public required Model Narrow { get; init => field = Require.NotNull(value, "model with narrow weights"); }

    /// <summary>The device.</summary>
    public required Accelerator Device { get; init => field = Require.NotNull(value, "device"); }

    /// <summary>Bytes of cache that one sequence reads in a step. Default 0: a short context, or a model without a cache.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Negative.</exception>
    public DataSize CachePerSequence { get; init => field = Require.NonNegative(value, "cache of a sequence"); } = DataSize.Zero;

    /// <summary>Operations a second that products on wide weights reach. Default: the device's peak.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not above 0.</exception>
    public FlopRate Compute
    {
        get => Result("rate on wide weights", () => field ?? Device.PeakFor(Wide));
        init => field = Require.Positive(value, "rate on wide weights");
    }

    /// <summary>Bytes a second that reading reaches. Default: the device's bandwidth.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not above 0.</exception>
    public Bandwidth Reading
    {
        get => Result("reading", () => field ?? Device.MemoryBandwidth);
        init => field = Require.Positive(value, "reading");
    }

    /// <summary>Part of the rate that stays when weights are widened before each product. Default: 0.77 to 0.94.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not above 0.</exception>
    public Fraction LeftByWidening { get; init => field = Require.PositiveFraction(value, "rate left by widening"); } = ModelDefaults.LeftByWidening;

    /// <summary>Bytes of wide weights a step reads.</summary>
    public DataSize WideRead => Result("wide weights read", () => Read(Wide));

    /// <summary>Bytes of narrow weights a step reads.</summary>
    public DataSize NarrowRead => Result("narrow weights read", () => Read(Narrow));

    /// <summary>How many times as fast at batch 1, where reading is all: wide / narrow bytes read, the cache included.</summary>
    public Scalar SpeedUpAtOne => Result("speed-up at batch 1", () => (WideRead + CachePerSequence) / (NarrowRead + CachePerSequence));

    /// <summary>How many times as fast where computing is all, as in a prompt: what widening leaves, so at most 1.</summary>
    public Scalar SpeedUpOfPrompt => Result("speed-up of a prompt", () => 1 * LeftByWidening);

    /// <summary>Sequences from which narrow weights are no faster; infeasible, with the reason, where reading the cache always takes longer than computing.</summary>
    public Scalar Batch => Result("batch where it stops helping", () => (WideRead / Reading / PerSequence).FeasibleWhen(PerSequence > Duration.Zero, Endless));

    /// <inheritdoc/>
    public override IReadOnlyList<IQuantity> Results => [WideRead, NarrowRead, SpeedUpAtOne, SpeedUpOfPrompt, Batch];

    /// <inheritdoc/>
    public override IReadOnlyList<Finding> Findings => Batch.IsFeasible
        ? [new Finding(Severity.Note, FindingCodes.CompressionGain, $"{Narrow.Format} helps below about {Batch.Floor()} sequences at once and costs above: a prompt runs {SpeedUpOfPrompt} times as fast.", Batch)]
        : [];

    /// <inheritdoc/>
    protected override IEnumerable<string> Contradictions
    {
        get
        {
            if (Narrow.Format.Weights.BitsPerValue >= Wide.Format.Weights.BitsPerValue)
                yield return $"weights in {Narrow.Format} are not narrower than in {Wide.Format}";
            if (!Narrow.Format.IsWeightOnly)
                yield return $"{Narrow.Format} multiplies in {Narrow.Format.Compute}, so it is not weight-only: its gain is the device's peak at that precision";
            if (Wide is Transformer { FeedForward: MixtureOfExperts })
                yield return $"'{Wide.Title}' is a mixture of experts, of which a larger batch reads more; compare step times instead";
        }
    }

    /// <summary>What a sequence adds to computing, less what it adds to reading.</summary>
    private Duration PerSequence => (Work(Wide) / (Compute * LeftByWidening)) - (CachePerSequence / Reading);

    private static string Endless => "one more sequence reads longer than it computes, so a step waits for memory at any batch and narrow weights always help";

    private static FlopCount Work(Model model) => model is Transformer transformer ? transformer.FlopsPerToken + transformer.HeadFlops : model.FlopsPerExample;

    private static DataSize Read(Model model) => model is Transformer transformer ? transformer.WeightBytesRead(1) : model.LoadedBytes;
}
