namespace MlsdEstimator;

/// <summary>How many times as fast a network gets by a change: another format, fewer or smaller layers, zeros, another stack. Two steps, compared as a pair.</summary>
/// <remarks>
/// speed-up = time before / time after x what such changes keep of it. What both steps share (device, stack, kind of network) is one leaf in both and cancels, so the
/// range of a speed-up is narrower than that of either time. Formats act through bytes and through the device's own peak for the arithmetic; no factor by name.
/// What is kept is fitted to published pairs by the kind of change: layers that stay in the wider format, conversions between formats, kernels that are less tuned.
/// This predicts a time; what it brings to a request, a bill and the quality is <see cref="CompressionGain.FromSteps"/>.
/// </remarks>
/// <example>
/// <code>
/// NetworkStep fp32 = step with { Format = ModelFormat.Fp32 };
/// var gain = new StepGain { Before = fp32, After = fp32 with { Format = ModelFormat.Int8 } };
/// Console.WriteLine($"{gain.SpeedUp} times as fast");
/// </code>
/// </example>
public sealed record StepGain : Estimator
{
    /// <summary>The step before the change.</summary>
    public required NetworkStep Before { get; init => field = Require.NotNull(value, "step before"); }

    /// <summary>The step after it.</summary>
    public required NetworkStep After { get; init => field = Require.NotNull(value, "step after"); }

    /// <summary>Time before / time after, for as many items: 1.6 is 60 % faster.</summary>
    public Scalar SpeedUp => Result("speed-up", () => TimeBefore / (After.Step / After.Batch) * Efficiencies.Of(Change, After.Stack).Kept);

    /// <summary>Time of one item before the change: step / batch.</summary>
    public Duration TimeBefore => Result("time of an item before", () => Before.Step / Before.Batch);

    /// <summary>Time of one item after it: time before / speed-up.</summary>
    public Duration TimeAfter => Result("time of an item after", () => TimeBefore / SpeedUp);

    /// <summary>What kind of change this is, which says how much of a speed-up is kept. A change of several kinds counts as the first that applies.</summary>
    public GainKind Change =>
        Before.Stack != After.Stack ? GainKind.Compilation
        : (After.Work.Zeros > Before.Work.Zeros).Nominally == true ? GainKind.Zeros
        : (After.Work.Flops < Before.Work.Flops).Nominally == true ? GainKind.SmallerNetwork
        : After.Format.Compute.Bits < Before.Format.Compute.Bits ? Narrower
        : IsBoundByWeights ? GainKind.StorageOnly : GainKind.StorageOnlyBoundByArithmetic;

    /// <inheritdoc/>
    public override IReadOnlyList<IQuantity> Results => [SpeedUp, TimeBefore, TimeAfter];

    /// <summary>The fitted costs; another set where a fit is judged.</summary>
    internal GainEfficiencies Efficiencies { get; init; } = GainEfficiencies.Fitted;

    private GainKind Narrower => NetworkEfficiencies.ClassOf(After.Device.Kind) == DeviceClass.Cpu ? GainKind.NarrowerOnCpu : GainKind.NarrowerOnAccelerator;

    private bool IsBoundByWeights => (Before.Weights > Before.Arithmetic).Nominally == true;
}
