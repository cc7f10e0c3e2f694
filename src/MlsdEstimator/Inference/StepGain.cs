namespace MlsdEstimator;

/// <summary>How much faster a network gets by a change: another format, fewer or smaller layers, zeros, another stack. Two steps, compared as a pair.</summary>
/// <remarks>
/// speed-up = time before / time after x what such changes keep of it. What both steps share (device, stack, kind of network) is one leaf in both and cancels, so the
/// range of a speed-up is narrower than that of either time. Formats act through bytes and through the device's own peak for the arithmetic; no factor by name.
/// What is kept is fitted to published pairs by the kind of change: layers that stay in the wider format, conversions between formats, kernels that are less tuned.
/// </remarks>
/// <example>
/// <code>
/// NetworkStep fp32 = step with { Format = ModelFormat.Fp32 };
/// var gain = new StepGain { Before = fp32, After = fp32 with { Format = ModelFormat.Int8 } };
/// Console.WriteLine($"{gain.Speedup} times as fast, {gain.TimeSaved} less time");
/// </code>
/// </example>
public sealed record StepGain : Estimator
{
    /// <summary>The step before the change.</summary>
    public required NetworkStep Before { get; init => field = Require.NotNull(value, "step before"); }

    /// <summary>The step after it.</summary>
    public required NetworkStep After { get; init => field = Require.NotNull(value, "step after"); }

    /// <summary>Time before / time after, for as many items: 1.6 is 60 % faster.</summary>
    public Scalar Speedup => Result("speed-up", () => Before.Step / Before.Batch / (After.Step / After.Batch) * Efficiencies.Of(Change, After.Stack).Kept);

    /// <summary>Time after / time before: 0.4 is 60 % less time.</summary>
    public Scalar TimeRatio => Result("time after / before", () => 1 / Speedup);

    /// <summary>Part of the time that is saved: 1 - time after / time before; negative where it gets slower.</summary>
    public Scalar TimeSaved => Result("time saved", () => 1 - TimeRatio);

    /// <summary>Bytes of the weights after / before.</summary>
    public Scalar SizeRatio => Result("size after / before", () => Size(After) / Size(Before));

    /// <summary>What kind of change this is, which says how much of a speed-up is kept. A change of several kinds counts as the first that applies.</summary>
    public GainKind Change =>
        Before.Stack != After.Stack ? GainKind.Compilation
        : (After.Work.Zeros > Before.Work.Zeros).Nominally == true ? GainKind.Zeros
        : (After.Work.Flops < Before.Work.Flops).Nominally == true ? GainKind.SmallerNetwork
        : After.Format.Compute.Bits < Before.Format.Compute.Bits ? Narrower
        : IsBoundByWeights ? GainKind.StorageOnly : GainKind.StorageOnlyBoundByArithmetic;

    /// <inheritdoc/>
    public override IReadOnlyList<IQuantity> Results => [Speedup, TimeRatio, TimeSaved, SizeRatio];

    /// <summary>The fitted costs; another set where a fit is judged.</summary>
    internal GainEfficiencies Efficiencies { get; init; } = GainEfficiencies.Fitted;

    private GainKind Narrower => NetworkEfficiencies.ClassOf(After.Device.Kind) == DeviceClass.Cpu ? GainKind.NarrowerOnCpu : GainKind.NarrowerOnAccelerator;

    private bool IsBoundByWeights => (Before.Weights > Before.Arithmetic).Nominally == true;

    private static DataSize Size(NetworkStep step) => step.Work.Parameters * step.Format.Weights.BytesPerValue;
}
