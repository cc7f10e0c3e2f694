namespace MlsdEstimator;

/// <summary>One copy of a language model on the devices that hold it, run by a stack: memory, and the steps that are made of it.</summary>
/// <remarks>
/// Left for the cache on a device = memory x usable share - reserve - weights / devices. Weights are loaded dense, zeros of pruning included, except 2:4 weights where the stack
/// has kernels that read them so (<see cref="Pruning"/>). KV heads split over tensor-parallel devices as far as there are heads;
/// a compressed cache (MLA) is on each of them whole. Heads that do not divide over the devices, more stages than layers, and more devices than a link connects
/// (<see cref="DeviceLink.Devices"/>, a host of 8 where nobody said) contradict the model and the device: every result then throws an <see cref="EstimateException"/>.
/// </remarks>
/// <example>
/// <code>
/// var replica = new LlmReplica
/// {
///     Model = PublishedModels.Transformer("Llama-3-70B").With(Quantization.To(ModelFormat.Fp8)), Device = Accelerators.H100Sxm80Gb,
///     Layout = ParallelLayout.Tensor(2), Stack = ServingStack.Vllm,
/// };
/// Console.WriteLine(replica.Decode(sequences: 16, context: 2048).Step);
/// </code>
/// </example>
public sealed record LlmReplica : Estimator
{
    /// <summary>The model, in the format it runs in. Not an encoder.</summary>
    /// <exception cref="ArgumentException">An encoder, which generates nothing.</exception>
    public required Transformer Model { get; init => field = Generating(value); }

    /// <summary>The device; all of a replica are alike.</summary>
    public required Accelerator Device { get; init => field = Require.NotNull(value, "device"); }

    /// <summary>The software. An unknown one has the widest range.</summary>
    public required ServingStack Stack { get; init => field = Require.NotNull(value, "serving stack"); }

    /// <summary>How the model is spread. Default: one device.</summary>
    public ParallelLayout Layout { get; init => field = Require.NotNull(value, "layout"); } = ParallelLayout.Single;

    /// <summary>Part of a device's memory that the stack takes, above 0. Default 0.92.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not above 0.</exception>
    public Fraction UsableMemory { get; init => field = Require.PositiveFraction(value, "usable memory"); } = LlmDefaults.UsableMemory;

    /// <summary>Memory of a device for activations, libraries and buffers, not negative. Default 1.5 GB.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Negative.</exception>
    public DataSize Reserve { get; init => field = Require.NonNegative(value, "reserve"); } = LlmDefaults.Reserve;

    /// <summary>Low-rank adapters that requests use, or null for none.</summary>
    public LoraAdapters? Adapters { get; init; }

    /// <summary>How tokens are drafted, or null where each is computed by itself.</summary>
    public SpeculativeDecoding? Speculation { get; init; }

    /// <summary>Bytes of weights on each device.</summary>
    public DataSize WeightsPerDevice => Result("weights on a device", () =>
        ((Loaded - AllExperts) / Layout.TensorParallel + AllExperts / ExpertDevices) / Layout.PipelineStages);

    /// <summary>Bytes left for the cache on each device; infeasible, with what would help, where the weights do not fit.</summary>
    public DataSize CachePerDevice => Result("left for the cache on a device", () =>
        Free.FeasibleWhen(Free > DataSize.Zero, HoldsWeights ? Tight : $"{TooHeavy}; {LlmFit.Advice(this, candidate => candidate.IsOfUse)}"));

    /// <summary>Devices of the replica.</summary>
    public Scalar Devices => Layout.Devices;

    /// <inheritdoc/>
    public override IReadOnlyList<IQuantity> Results => [WeightsPerDevice, CachePerDevice];

    /// <inheritdoc/>
    public override IReadOnlyList<Finding> Findings =>
        Device.Memory is null || CachePerDevice.IsFeasible ? [] : [new Finding(Severity.Error, FindingCodes.Infeasible, Infeasibility.Message(CachePerDevice.Node), CachePerDevice)];

    /// <inheritdoc/>
    protected override IEnumerable<string> Contradictions => Obstacles;

    /// <summary>Why the model cannot be spread so over these devices, at most one reason.</summary>
    internal IEnumerable<string> Obstacles => Obstacle is string obstacle ? [obstacle] : [];

    private string? Obstacle => Layout.ObstacleOn(Device, Model) ?? (Speculation?.Draft is Transformer draft && Layout.ObstacleOn(Device, draft) is string ofDraft ? $"of the draft {draft.Title}, which stands on the same devices, {ofDraft}" : null);

    /// <summary>The fitted costs; another set where a fit is judged.</summary>
    internal LlmEfficiencies Efficiencies { get; init; } = LlmEfficiencies.Fitted;

    internal LlmCosts Costs => Efficiencies.Of(Stack, Device);

    /// <summary>Devices over which experts are spread.</summary>
    internal Scalar ExpertDevices => Layout.TensorParallel * Layout.AttentionReplicas;

    /// <summary>Layers with experts.</summary>
    internal Scalar ExpertLayers => Model.FeedForward is MixtureOfExperts mixture ? Model.Layers - mixture.DenseLayers : 0;

    /// <summary>Time of one generated token for all sequences that run.</summary>
    /// <param name="sequences">Sequences on the replica, at least 1.</param>
    /// <param name="context">Tokens that a generated token sees, at least 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">Fewer sequences than 1, or a negative context.</exception>
    public DecodeStep Decode(Scalar sequences, Scalar context) => new() { Replica = this, Sequences = sequences, Context = context };

    /// <summary>The same where somebody else sees to it that the sequences fit.</summary>
    internal DecodeStep Fitted(Scalar sequences, Scalar context) => Decode(sequences, context) with { IsRoomChecked = false };

    /// <summary>Time of a prompt on its own.</summary>
    /// <param name="tokens">Tokens computed, at least 1.</param>
    /// <param name="cached">Tokens before them whose keys and values are already there. Default: none.</param>
    /// <exception cref="ArgumentOutOfRangeException">Fewer tokens than 1, or negative cached ones.</exception>
    public PromptStep Prompt(Scalar tokens, Scalar? cached = null) => new() { Replica = this, Tokens = tokens, Cached = cached ?? 0 };

    /// <summary>Sequences of so many tokens whose cache fits, over the whole replica; infeasible where not one does.</summary>
    /// <param name="tokens">Tokens of a sequence, prompt and answer, above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">The tokens are not above 0.</exception>
    public Scalar MostSequences(Scalar tokens)
    {
        Scalar most = CachePerDevice / CacheOf(Require.Positive(tokens, "tokens of a sequence")) * Layout.AttentionReplicas;
        return WhereFit(most, Scalar.One, tokens).Named("most sequences");
    }

    /// <summary>A quantity that is infeasible, with what would help, where so many sequences of so many tokens do not fit. Unknown memory is not judged.</summary>
    internal T WhereFit<T>(T quantity, Scalar sequences, Scalar tokens)
        where T : Quantity<T>, IQuantity<T>
    {
        if (Device.Memory is null)
            return quantity;
        bool isNominal = Holds(sequences, tokens).Nominally == true;
        return quantity.FeasibleWhen(Holds(sequences, tokens), isNominal ? Tight : $"{Shortfall(sequences, tokens)}; {LlmFit.Advice(this, candidate => candidate.Holds(sequences, tokens).Nominally == true)}");
    }

    /// <summary>Room beside the weights for so many sequences of so many tokens, even over attention replicas.</summary>
    internal Condition Holds(Scalar sequences, Scalar tokens) => CacheOn(sequences, tokens) <= Free;

    /// <summary>The cache of a sequence is on one attention replica, and not spread over them.</summary>
    private DataSize CacheOn(Scalar sequences, Scalar tokens) => Scalar.Max(1, sequences / Layout.AttentionReplicas) * CacheOf(tokens);

    /// <summary>Cache of a sequence on each device that has a part of it, the draft's own included.</summary>
    private DataSize CacheOf(Scalar tokens)
    {
        DataSize own = Model.KvBytes(tokens) / CacheShards / Layout.PipelineStages;
        return Drafting is LlmReplica draft ? own + draft.CacheOf(tokens) : own;
    }

    /// <summary>Devices over which the cache of a sequence is split.</summary>
    internal Scalar CacheShards => Model.AttentionPattern[0] is MultiHeadAttention heads ? Scalar.Min(Layout.TensorParallel, heads.KvHeads) : 1;

    /// <summary>Bytes of so many experts in each layer that has them.</summary>
    internal DataSize Experts(Scalar experts) => Model.FeedForward is MixtureOfExperts mixture
        ? ExpertLayers * mixture.Matrices * Model.Hidden * mixture.Width * experts * BytesPerWeight
        : DataSize.Zero;

    /// <summary>True when products skip the zeros of 2:4 weights: of weights that are widened before they are multiplied, only where the stack has kernels for that.</summary>
    internal bool SkipsTwoOfFour => Model.IsTwoOfFour && Stack.HasTwoOfFour && Device.SkipsTwoOfFour(Model.Format.Compute) && (!IsWidened || Stack.ReadsTwoOfFour(Model.Format));

    private bool IsWidened => Model.Format.IsWeightOnly || !Device.RateFor(Model.Format.Compute).IsNative;

    /// <summary>Bytes that a weight of the layers takes in memory and is read with.</summary>
    internal DataSize BytesPerWeight => IsThin ? Model.BytesPerStoredWeight : Model.Format.Weights.BytesPerValue;

    /// <summary>True when 2:4 weights are held and read without their zeros.</summary>
    private bool IsThin => SkipsTwoOfFour && Stack.ReadsTwoOfFour(Model.Format);

    private DataSize Loaded => IsThin ? Model.WeightBytes : Model.LoadedBytes;

    private DataSize AllExperts => Model.FeedForward is MixtureOfExperts mixture ? Experts(mixture.Experts) : DataSize.Zero;

    private DataSize Free => Beside is DataSize more ? Alone - more : Alone;

    private DataSize Alone => (Device.Memory ?? throw NoMemory) * UsableMemory - Reserve - WeightsPerDevice;

    /// <summary>Weights of adapters and of the draft on each device; null where there are none.</summary>
    private DataSize? Beside => (Adapters, Drafting) switch
    {
        (null, null) => null,
        (LoraAdapters adapters, null) => adapters.LoadedBytes / Sharing,
        (null, LlmReplica draft) => draft.WeightsPerDevice,
        (LoraAdapters adapters, LlmReplica draft) => adapters.LoadedBytes / Sharing + draft.WeightsPerDevice,
    };

    /// <summary>Devices over which adapters are split, each attention replica with all of them.</summary>
    private Scalar Sharing => Layout.TensorParallel * Layout.PipelineStages;

    /// <summary>The draft on the same devices, or null.</summary>
    internal LlmReplica? Drafting => Speculation?.Draft is Transformer draft ? this with { Title = $"{Title}, draft", Model = draft, Adapters = null, Speculation = null } : null;

    private bool HoldsWeights => (Free > DataSize.Zero).Nominally == true;

    /// <summary>Enough of the memory is left for a cache whose sequences nobody has given.</summary>
    private bool IsOfUse => (Free >= Device.Memory! * UsableMemory * LlmDefaults.LeastUsefulCache).Nominally == true;

    private string Tight => $"{Model.Title} in {Model.Format} does not fit";

    private string TooHeavy =>
        $"{Model.Title} in {Model.Format} needs {WeightsPerDevice.ToString("GiB")} of {Places}{Others}, {(-Free).ToString("GiB")} more than is left";

    private string Others => Beside is DataSize more ? $" and {(Adapters is null ? "its draft" : Speculation?.Draft is null ? "adapters" : "adapters and its draft")} {more.ToString("GiB")}" : "";

    private string Places => Layout.Devices.Value > 1 ? $"each {Device} in {Layout}" : $"one {Device}";

    private string Shortfall(Scalar sequences, Scalar tokens)
    {
        if (!HoldsWeights)
            return TooHeavy;
        string all = sequences.Value > 1 ? $"{sequences} sequences of {tokens} tokens" : $"one sequence of {tokens} tokens";
        return $"the cache of {all} takes {CacheOn(sequences, tokens).ToString("GiB")} of a device and {Free.ToString("GiB")} are left";
    }

    private ArgumentException NoMemory => new($"The memory of {Device} is not known; give it: device with {{ Memory = 64.Gibibytes }}.");

    private static Transformer Generating(Transformer value) =>
        Require.NotNull(value, "model").IsEncoder ? throw new ArgumentException($"'{value.Title}' is an encoder and generates nothing; use NetworkStep for it.", nameof(value)) : value;
}
