namespace MlsdEstimator;

/// <summary>How many times as fast a network gets by a change: another format, fewer or smaller layers, zeros, another stack. Two steps, compared as a pair.</summary>
/// <remarks>
/// speed-up = time before / time after x what such changes keep of it. What both steps share (device, stack, kind of network) is one leaf in both and cancels, so the
/// range of a speed-up is narrower than that of either time. Formats act through bytes and through the device's own peak for the arithmetic; no factor by name.
/// What is kept is fitted to published pairs by the kind of change: layers that stay in the wider format, conversions between formats, kernels that are less tuned.
/// A change made backwards undoes it: exchanging the steps inverts the speed-up. Where neither format, network, skipped zeros nor the sort of stack differ, nothing is kept or lost:
/// another device, batch or stack of the same sort is the ratio of the times alone, and a step against itself is exactly 1.
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
    public Scalar SpeedUp => Result("speed-up", () => Direction switch { 0 => Promised, > 0 => Promised * Kept, _ => Promised / Kept });

    /// <summary>Time of one item before the change: step / batch.</summary>
    public Duration TimeBefore => Result("time of an item before", () => Before.Step / Before.Batch);

    /// <summary>Time of one item after it, as the pair predicts it: time before / speed-up. Not After.Step / batch, which knows nothing of what such changes keep.</summary>
    public Duration TimeAfter => Result("time of an item after", () => TimeBefore / SpeedUp);

    /// <summary>
    /// What kind of change this is, forwards or backwards, which says how much of a speed-up is kept. A change of several kinds counts as the first that applies. Null where
    /// nothing of that sort changed: another device or batch, zeros that the stack multiplies, 2:4 weights, whose gain is measured.
    /// </summary>
    public GainKind? Change =>
        Direction == 0 ? null
        : Heavier.Stack.IsCompiled != Lighter.Stack.IsCompiled ? GainKind.Compilation
        : Heavier.Multiplied.Value != Lighter.Multiplied.Value ? GainKind.Zeros
        : Heavier.Work.Flops.Flops != Lighter.Work.Flops.Flops ? GainKind.SmallerNetwork
        : Heavier.Format.Compute.Bits != Lighter.Format.Compute.Bits ? Narrower
        : IsBoundByWeights ? GainKind.StorageOnly : GainKind.StorageOnlyBoundByArithmetic;

    /// <inheritdoc/>
    public override IReadOnlyList<IQuantity> Results => [SpeedUp, TimeBefore, TimeAfter];

    /// <summary>The fitted costs; another set where a fit is judged.</summary>
    internal GainEfficiencies Efficiencies { get; init; } = GainEfficiencies.Fitted;

    /// <summary>1 towards less work, -1 away from it, 0 where nothing differs that keeps a part of a speed-up: by the first difference, as in <see cref="Change"/>.</summary>
    internal int Direction => ((int[])
    [
        After.Stack.IsCompiled.CompareTo(Before.Stack.IsCompiled),
        Before.Multiplied.Value.CompareTo(After.Multiplied.Value),
        Before.Work.Flops.Flops.CompareTo(After.Work.Flops.Flops),
        Before.Format.Compute.Bits.CompareTo(After.Format.Compute.Bits),
        Before.Format.Weights.BitsPerValue.CompareTo(After.Format.Weights.BitsPerValue),
    ]).FirstOrDefault(sign => sign != 0);

    /// <summary>The step with less work.</summary>
    internal NetworkStep Lighter => Direction < 0 ? Before : After;

    private NetworkStep Heavier => Direction < 0 ? After : Before;

    private Scalar Promised => TimeBefore / (After.Step / After.Batch);

    private Scalar Kept => Efficiencies.Of(Change!.Value, Lighter.Stack).Kept;

    private GainKind Narrower => NetworkEfficiencies.ClassOf(Lighter.Device.Kind) == DeviceClass.Cpu ? GainKind.NarrowerOnCpu : GainKind.NarrowerOnAccelerator;

    private bool IsBoundByWeights => (Heavier.Weights > Heavier.Arithmetic).Nominally == true;
}
