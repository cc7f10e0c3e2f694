using FsCheck;
using FsCheck.Fluent;

namespace MlsdEstimator.Tests;

public class NetworkLaws
{
    private static readonly Config Many = Config.QuickThrowOnFailure.WithMaxTest(1_000);

    private static readonly ModelFormat[] Formats = [ModelFormat.Fp32, ModelFormat.Fp16, ModelFormat.Int8];

    private static Gen<NetworkStep> Steps =>
        from kind in Gen.Elements(Enum.GetValues<NetworkKind>())
        from device in Gen.Elements(Accelerators.All.Where(device => device.Peak(Precision.Fp32) is not null).ToArray())
        from format in Gen.Elements(Formats)
        from stack in Gen.Elements(NetworkRuntime.All.ToArray())
        from gigaflops in Gen.Choose(1, 100_000)
        from activations in Gen.Choose(1, 500)
        from parameters in Gen.Choose(1, 1_000)
        from layers in Gen.Choose(1, 200)
        from batch in Gen.Choose(1, 512)
        select new NetworkStep
        {
            Work = new NetworkWork { Kind = kind, Flops = FlopCount.FromGigaflops(gigaflops / 100.0), Activations = activations * 1e6, Parameters = parameters * 1e6, Layers = layers },
            Device = device,
            Format = format,
            Stack = stack,
            Batch = batch,
        };

    [Fact]
    public void Step_never_beats_the_peak_for_any_network_and_device() =>
        Prop.ForAll(Steps.ToArbitrary(), step => (step.Step >= step.Bound).Nominally == true).Check(Many);

    [Fact]
    public void More_bandwidth_is_never_slower_for_any_network() =>
        Prop.ForAll(Steps.ToArbitrary(), step => (step with { Device = step.Device with { MemoryBandwidth = step.Device.MemoryBandwidth * 1.5 } }).Step.Seconds <= Seconds(step)).Check(Many);

    [Fact]
    public void More_arithmetic_is_never_slower_for_any_network() =>
        Prop.ForAll(Steps.ToArbitrary(), step => (step with { Device = step.Device with { Peaks = [.. step.Device.Peaks.Select(peak => (peak.Precision, peak.Peak * 1.5))] } }).Step.Seconds <= Seconds(step)).Check(Many);

    [Fact]
    public void Larger_batch_never_lowers_throughput_for_any_network() =>
        Prop.ForAll(Steps.ToArbitrary(), step => (step with { Batch = step.Batch.Value + 1 }).Throughput.PerSecond >= step.Throughput.PerSecond * (1 - 1e-12)).Check(Many);

    [Fact]
    public void Product_never_beats_the_peak_and_more_rows_never_take_less() =>
        Prop.ForAll(
            (from rows in Gen.Choose(1, 10_000) from columns in Gen.Choose(1, 50_000) from inner in Gen.Choose(1, 50_000) select (rows, columns, inner)).ToArbitrary(),
            shape =>
            {
                var product = new GemmKernel { Rows = shape.rows, Columns = shape.columns, Inner = shape.inner, Device = Accelerators.Find("H100-SXM-80GB"), Format = ModelFormat.Fp16 };
                return product.Time.Seconds >= product.Bound.Seconds && (product with { Rows = shape.rows + 1 }).Time.Seconds >= product.Time.Seconds;
            }).Check(Many);

    private static double Seconds(NetworkStep step) => step.Step.Seconds * (1 + 1e-12);
}
