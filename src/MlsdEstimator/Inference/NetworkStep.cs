namespace MlsdEstimator;

/// <summary>Time of one batch of a network on one device: vision models, encoders, U-Nets. Generating language models have their own.</summary>
/// <remarks>
/// step = work joined with launches x shared factor x residual, never less than FLOPs / peak or what weights take to be read.
/// work = arithmetic + activations + weights + feeding; arithmetic = batch x FLOPs / peak x (1 + a); activations = batch x activations x bytes / bandwidth x passes;
/// weights = parameters x bytes / bandwidth x passes; feeding = batch x time of an item on the host; launches = layers x time of one. Work is a sum, which fits
/// published results better than the longest of them does, because layers are bound by one thing after the other. A CPU adds its launches; an accelerator works
/// while its host prepares the next layers, and no faster than its board has power for: sqrt(work^2 + powering^2 + launches^2), the longest of them, and a little more
/// where they are alike. powering = (FLOPs x bits / 8 x energy of an operation + (bytes of weights + 2 x bytes of activations) x energy of a byte) / board power, of GPUs whose power is known:
/// an H100 NVL of 400 W was measured to recommend at 0.7 of the speed of an H100 of 700 W, with 0.84 of its arithmetic and more bandwidth. Zeros of pruning are read and
/// multiplied like other weights, except by DeepSparse on CPUs and, where device and stack have 2:4, in the arithmetic and energy of 2:4 weights.
/// Costs belong to a class of device and a software stack, so that a new device gets them from its data sheet. They are fitted to published benchmarks, which are
/// tuned: see <see cref="DeployedShare"/>. The shared factor is one leaf for all steps of a stack on a class of device; a measurement of your own narrows it.
/// </remarks>
/// <example>
/// <code>
/// var step = new NetworkStep { Work = resNet50, Device = Accelerators.Find("A100-SXM-80GB"), Format = ModelFormat.Fp16, Stack = NetworkRuntime.PyTorchEager, Batch = 128 };
/// Console.WriteLine(step.Throughput);
/// </code>
/// </example>
public sealed record NetworkStep : Estimator
{
    /// <summary>Passes of activations through memory that take energy: written once and read once.</summary>
    private const int PassesOfActivation = 2;

    /// <summary>What one item asks for.</summary>
    public required NetworkWork Work { get; init => field = Require.NotNull(value, "work"); }

    /// <summary>The device.</summary>
    public required Accelerator Device { get; init => field = Require.NotNull(value, "device"); }

    /// <summary>How weights are stored and numbers multiplied; activations take the bytes of the arithmetic.</summary>
    public required ModelFormat Format { get; init => field = Require.NotNull(value, "format"); }

    /// <summary>The software. An unknown one has the widest range.</summary>
    public required NetworkRuntime Stack { get; init => field = Require.NotNull(value, "software stack"); }

    /// <summary>Items computed together, at least 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Below 1.</exception>
    public required Scalar Batch { get; init => field = Require.AtLeast(1, value, "batch size"); }

    /// <summary>Peak of the device at the format's arithmetic; behind a conversion where it has none of its own, twice where device and stack skip the zeros of 2:4 weights.</summary>
    public FlopRate Peak => Result("peak arithmetic", () => SkipsTwoOfFour ? Device.RateFor(Format.Compute).Rate * ModelDefaults.TwoOfFourGain : Device.RateFor(Format.Compute).Rate);

    /// <summary>What no software can beat: batch x FLOPs / peak, less the zeros that it skips.</summary>
    public Duration Bound => Result("bound by arithmetic", () => Performed / Peak);

    /// <summary>What no software can beat either: weights that no cache of the device holds, over the bandwidth.</summary>
    public Duration ReadingBound => Result("bound by memory", () => DataSize.Max(WeightBytes * Multiplied - OnChip, DataSize.Zero) / Device.MemoryBandwidth);

    /// <summary>Time of the arithmetic at the rate that is reached; products of 2:4 weights are 1.24 to 1.85 times as fast as dense ones, not twice.</summary>
    public Duration Arithmetic => Result("arithmetic", () => (SkipsTwoOfFour ? Bound * (ModelDefaults.TwoOfFourGain / ModelDefaults.TwoOfFourSpeedUp) : Bound) * Costs.Arithmetic(Work.Kind));

    /// <summary>Time in which activations pass through memory.</summary>
    public Duration Activations => Result("activations", () => ActivationBytes / Device.MemoryBandwidth * Costs.Traffic(Work.Kind));

    /// <summary>Time in which weights are read, once for a batch.</summary>
    public Duration Weights => Result("weights", () => WeightBytes / Device.MemoryBandwidth * Costs.Weights(Work.Kind));

    /// <summary>Time that layers take however small they are.</summary>
    public Duration Launches => Result("launches", () => Work.Layers * Costs.Launch(Work.Kind));

    /// <summary>Time the host takes to prepare the items, where it cannot be hidden.</summary>
    public Duration Feeding => Result("feeding", () => Batch * Costs.Feeding);

    /// <summary>Time in which the board is given the energy of a batch; none where its power is not known, or the device is no GPU.</summary>
    public Duration Powering => Result("powering", () => Efficiencies.Energy.Powering(Device, Operations, Moved));

    /// <summary>Time of a batch.</summary>
    public Duration Step =>
        Result("step time", () => Duration.Max(Duration.Max(Joined * Costs.Shared * Costs.Residual(Work.Kind), Bound), ReadingBound));

    /// <summary>Items a second while batches follow each other: batch / step time. As in a benchmark: everything tuned, nothing else on the device.</summary>
    public Rate Throughput => Result("items per second, benchmarked", () => (Batch / Step).Marked(Aspect.PerDevice));

    /// <summary>What a service under a latency limit reaches of that: the range of Server over Offline results of MLPerf Inference on the same system.</summary>
    /// <remarks>A service with other work on its machines, uneven input or less tuning stays below.</remarks>
    public Fraction DeployedShare { get; init => field = Require.PositiveFraction(value, "deployed share"); } = DeployedShares.UnderLatencyLimit;

    /// <summary>Items a second of a service under a latency limit: throughput x deployed share.</summary>
    public Rate DeployedThroughput => Result("items per second, deployed", () => (Throughput * DeployedShare).Marked(Aspect.PerDevice));

    /// <inheritdoc/>
    public override IReadOnlyList<IQuantity> Results => [Step, Throughput, DeployedThroughput, Bound, ReadingBound, Arithmetic, Activations, Weights, Launches, Feeding, Powering];

    /// <summary>The fitted costs; another set where a fit is judged.</summary>
    internal NetworkEfficiencies Efficiencies { get; init; } = NetworkEfficiencies.Fitted;

    /// <summary>Operations of a batch as so many on 8 bits.</summary>
    internal FlopCount Operations => Remember(() => BoardEnergy.OnEightBits(SkipsTwoOfFour ? Performed / ModelDefaults.TwoOfFourSpeedUp : Performed, Device, Format.Compute));

    /// <summary>Bytes of a batch to and from memory: weights once, activations twice.</summary>
    internal DataSize Moved => Remember(() => WeightBytes * Multiplied + PassesOfActivation * ActivationBytes);

    /// <summary>Part of the operations that a stack which skips zeros anywhere does not skip.</summary>
    internal Fraction Multiplied => IsCpu && Stack == NetworkRuntime.DeepSparse ? 1 - Work.Zeros * NetworkDefaults.SkippedZeros : Fraction.One;

    private Duration Busy => Remember(() => Arithmetic + Activations + Weights + Feeding);

    private Duration Joined => IsCpu ? Busy + Launches : Busy * (1 + (Launches / Busy).Pow(2) + (Powering / Busy).Pow(2)).Sqrt();

    private bool IsCpu => NetworkEfficiencies.ClassOf(Device.Kind) == DeviceClass.Cpu;

    private FlopCount Performed => Batch * Work.Flops * Multiplied;

    private bool SkipsTwoOfFour => Work.IsTwoOfFour && Stack.HasTwoOfFour && Device.SkipsTwoOfFour(Format.Compute);

    private DataSize WeightBytes => Remember(() => Work.Parameters * Format.Weights.BytesPerValue);

    private DataSize OnChip => Device.OnChipMemory ?? (IsCpu ? NetworkDefaults.OnChipOfCpus : NetworkDefaults.OnChipOfAccelerators);

    private NetworkCosts Costs => Efficiencies.Of(Device.Kind, Stack);

    private DataSize ActivationBytes => Remember(() => Batch * Work.Activations * DataSize.FromBits(Format.Compute.Bits));
}
