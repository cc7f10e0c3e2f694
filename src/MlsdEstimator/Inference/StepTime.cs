namespace MlsdEstimator;

/// <summary>Times that steps are made of, for a number of tokens on each attention replica.</summary>
/// <remarks>
/// reading = weight bytes / bandwidth x (1 + w); multiplying = FLOPs / peak x (1 + c); both run at once in part: (a^n + b^n)^(1/n). Where zeros of 2:4 weights are skipped, FLOPs
/// of the layers count 1 / (1 + part reached): half of them in a bound.
/// all-reduce among n devices = start x (1 + 0.15 log2 n) + bytes x 2 (n - 1) / n / link x (1 + l), the ring's traffic (Patarasuk and Yuan 2009).
/// </remarks>
internal sealed class StepTime(LlmReplica replica)
{
    private readonly Transformer model = replica.Model;
    private readonly Accelerator device = replica.Device;
    private readonly LlmCosts costs = replica.Costs;

    /// <summary>Reads the weights once for so many tokens of the whole replica.</summary>
    public Duration Reading(Scalar tokens) => WeightsRead(tokens) / device.MemoryBandwidth * (1 + costs[LlmConstant.Weights] * StorageFactor);

    /// <summary>Bytes of weights that one device reads for so many tokens of the whole replica.</summary>
    public DataSize WeightsRead(Scalar tokens)
    {
        DataSize experts = model.FeedForward is MixtureOfExperts mixture ? replica.Experts(mixture.DistinctExperts(tokens)) : DataSize.Zero;
        return (model.WeightBytesRead(tokens, replica.BytesPerWeight) - experts) / replica.Layout.TensorParallel + experts / replica.ExpertDevices;
    }

    /// <summary>Reads the adapters of so many sequences.</summary>
    public Duration ReadingAdapters(Scalar sequences) => AdaptersRead(sequences) / device.MemoryBandwidth * (1 + costs[LlmConstant.Weights]);

    /// <summary>Bytes of adapters that one device reads for so many sequences.</summary>
    public DataSize AdaptersRead(Scalar sequences) => replica.Adapters!.Distinct(sequences) * replica.Adapters.Bytes / replica.Layout.TensorParallel;

    /// <summary>Multiplies so many tokens of one attention replica by the weights of the layers.</summary>
    public Duration Multiplying(Scalar tokens) => WithAdapters(MultiplyingModel(tokens), tokens);

    /// <summary>The same where kernels widen narrow weights as they multiply, for few tokens at once: see <see cref="ModelDefaults.LeftByWidening"/>.</summary>
    public Duration MultiplyingUnpacked(Scalar tokens) =>
        WithAdapters(model.Format.IsWeightOnly ? MultiplyingModel(tokens) / ModelDefaults.LeftByWidening : MultiplyingModel(tokens), tokens);

    /// <summary>Output head for so many positions, in 16 bits.</summary>
    public Duration Head(Scalar positions) => positions * model.HeadFlops / replica.Layout.TensorParallel / HalfPeak * costs.Beyond(LlmConstant.Arithmetic);

    /// <summary>Attention of a prompt, in 16 bits.</summary>
    public Duration Attention(Scalar tokens, Scalar cached) =>
        model.PrefillAttentionFlops(tokens, cached) / replica.Layout.TensorParallel / HalfPeak * costs.Beyond(LlmConstant.Attention);

    /// <summary>Reads the cache of so many sequences.</summary>
    public Duration Cache(Scalar sequences, Scalar context) =>
        sequences * model.KvBytes(context) / replica.CacheShards / device.MemoryBandwidth * costs.Beyond(LlmConstant.Cache);

    /// <summary>What layers take however little they do.</summary>
    public Duration Layers => model.Layers * costs.Time(LlmConstant.Layer) + replica.ExpertLayers * costs.Time(LlmConstant.ExpertLayer);

    /// <summary>What layers take in a prompt.</summary>
    public Duration PromptLayers => Layers + model.Layers * costs.Time(LlmConstant.PromptLayer);

    /// <summary>Widening the weights to the numbers that are multiplied, once for a chunk.</summary>
    public Duration Widening => model.Format.IsWeightOnly
        ? model.FlopsPerToken / FlopCount.Flop / 2 / replica.Layout.TensorParallel * costs[LlmConstant.Widening] * DataSize.Byte / device.MemoryBandwidth
        : Duration.Zero;

    /// <summary>Starts of the all-reduces of all layers: attention among tensor-parallel devices, feed-forward among those that share it.</summary>
    public Duration Starts => model.Layers * (Start(replica.Layout.TensorParallel) + Start(FeedForwardDevices));

    /// <summary>Bytes of so many tokens over the links, all layers.</summary>
    public Duration Sending(Scalar tokens) => model.Layers *
        (Traffic(replica.Layout.TensorParallel, tokens) + Traffic(FeedForwardDevices, tokens * replica.Layout.AttentionReplicas));

    /// <summary>Reading and multiplying together.</summary>
    public Duration Joined(Duration reading, Duration multiplying)
    {
        Scalar power = costs.Beyond(LlmConstant.Overlap);
        Scalar ratio = multiplying / reading;
        return reading * (1 + ratio.Pow(power)).Pow(1 / power);
    }

    /// <summary>Time in which a board is given the energy of its share of so many tokens, of their attention and heads in 16 bits, and of bytes that it reads.</summary>
    public Duration Powering(Scalar tokens, FlopCount attentionAndHeads, DataSize read)
    {
        FlopCount inSixteen = replica.Adapters is LoraAdapters adapters ? attentionAndHeads + tokens * adapters.FlopsPerToken : attentionAndHeads;
        FlopCount operations = BoardEnergy.OnEightBits(tokens * FlopsOfLayers, device, model.Format.Compute) + BoardEnergy.OnEightBits(inSixteen, device, Precision.Bf16);
        return NetworkEfficiencies.Fitted.Energy.Powering(device, operations / replica.Layout.TensorParallel, read);
    }

    /// <summary>FLOPs of so many tokens, of their adapters, attention and heads, on one device at the peak of the format.</summary>
    public Duration ArithmeticBound(Scalar tokens, FlopCount attentionAndHeads)
    {
        FlopCount layers = replica.SkipsTwoOfFour ? model.FlopsPerToken / ModelDefaults.TwoOfFourGain : model.FlopsPerToken;
        return (tokens * (replica.Adapters is LoraAdapters adapters ? layers + adapters.FlopsPerToken : layers) + attentionAndHeads) / replica.Layout.TensorParallel / Peak;
    }

    /// <summary>The peak at which the format is multiplied.</summary>
    private FlopRate Peak => model.Format.Compute.Bits == 16 ? HalfPeak : device.RateFor(model.Format.Compute).Rate;

    /// <summary>The peak in 16 bits; with sums in 16 bits where the stack adds so.</summary>
    private FlopRate HalfPeak => replica.Stack.HasHalfSums && device.PeakFp16Sums is FlopRate faster ? faster : device.RateFor(Precision.Bf16).Rate;

    /// <summary>Operations that multiply a token by the weights of the layers.</summary>
    private FlopCount FlopsOfLayers => replica.SkipsTwoOfFour ? model.FlopsPerToken / ModelDefaults.TwoOfFourSpeedUp : model.FlopsPerToken;

    private Duration MultiplyingModel(Scalar tokens) => tokens * Flops / replica.Layout.TensorParallel / Peak * (1 + costs[LlmConstant.Arithmetic] * ArithmeticFactor);

    /// <summary>Adapters are multiplied in 16 bits, whatever the format of the model.</summary>
    private Duration WithAdapters(Duration ofModel, Scalar tokens) => replica.Adapters is LoraAdapters adapters
        ? ofModel + tokens * adapters.FlopsPerToken / replica.Layout.TensorParallel / HalfPeak * costs.Beyond(LlmConstant.Arithmetic)
        : ofModel;

    /// <summary>The same, longer by what uneven routing to experts and their small matrices cost.</summary>
    private FlopCount Flops => model.FeedForward is MixtureOfExperts mixture
        ? FlopsOfLayers + FlopCount.Flop * (2 * replica.ExpertLayers * mixture.Matrices * model.Hidden * mixture.Width * mixture.PerToken) * costs[LlmConstant.Experts]
        : FlopsOfLayers;

    private Scalar FeedForwardDevices => replica.ExpertDevices;

    private Scalar StorageFactor => model.Format.Weights.BitsPerValue switch
    {
        <= 5 => costs[LlmConstant.FourBitWeights],
        <= 8.6 => costs[LlmConstant.EightBitWeights],
        _ => 1,
    };

    private Scalar ArithmeticFactor => model.Format.Compute.Bits switch
    {
        <= 4 => costs[LlmConstant.FourBitArithmetic],
        <= 8 => costs[LlmConstant.EightBitArithmetic],
        _ => 1,
    };

    private Duration Start(Scalar devices)
    {
        if (devices.Value <= 1)
            return Duration.Zero;
        bool throughHost = (Link < LlmDefaults.ThroughHost).Nominally == true;
        return costs.Time(LlmConstant.AllReduce) * (1 + LlmDefaults.AllReduceGrowth * Math.Log2(devices.Value)) * (throughHost ? 2 : 1);
    }

    private Duration Traffic(Scalar devices, Scalar tokens)
    {
        if (devices.Value <= 1)
            return Duration.Zero;
        Scalar ring = 2 * (devices - 1) / devices;
        return tokens * model.Hidden * LlmDefaults.Activation * ring / Link * costs.Beyond(LlmConstant.Link);
    }

    /// <summary>There is one: a replica is refused whose devices share layers and have none.</summary>
    private Bandwidth Link => device.Link!.PerDirection;
}
