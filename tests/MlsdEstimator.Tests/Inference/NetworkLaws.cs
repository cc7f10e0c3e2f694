using FsCheck;
using FsCheck.Fluent;

namespace MlsdEstimator.Tests;

public class NetworkLaws
{
    private static readonly Config Many = Config.QuickThrowOnFailure.WithMaxTest(1_000);

    private static readonly ModelFormat[] Formats = [ModelFormat.Fp32, ModelFormat.Fp16, ModelFormat.Int8];

    private static readonly SimulationOptions Few = new() { Samples = 64, Randomisations = 1, Threads = 1 };

    private static Gen<GemmKernel> Products =>
        from rows in Gen.Choose(1, 10_000)
        from columns in Gen.Choose(1, 50_000)
        from inner in Gen.Choose(1, 50_000)
        from device in Gen.Elements(Accelerators.All.Where(device => device.Peak(Precision.Fp32) is not null).ToArray())
        from format in Gen.Elements(Formats)
        select new GemmKernel { Rows = rows, Columns = columns, Inner = inner, Device = device, Format = format };

    private static Gen<AllReduce> Sums =>
        from devices in Gen.Choose(1, 16)
        from kilobytes in Gen.Choose(0, 1_000_000)
        from device in Gen.Elements(Accelerators.All.Where(device => device.Link is not null).ToArray())
        select new AllReduce { Devices = devices, Bytes = DataSize.FromKilobytes(kilobytes), Device = device };

    internal static Gen<NetworkStep> Steps =>
        from kind in Gen.Elements(Enum.GetValues<NetworkKind>())
        from device in Gen.Elements(Accelerators.All.Where(device => device.Peak(Precision.Fp32) is not null).ToArray())
        from format in Gen.Elements(Formats)
        from stack in Gen.Elements(NetworkRuntime.All.ToArray())
        from gigaflops in Gen.Choose(1, 100_000)
        from activations in Gen.Choose(1, 500)
        from parameters in Gen.Choose(1, 5_000)
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

    /// <summary>Every draw, not only the best guess: FLOPs / the highest peak of the device, and weights that no cache holds / bandwidth.</summary>
    [Fact]
    public void No_draw_of_a_step_beats_the_data_sheet_for_any_network() =>
        Prop.ForAll(Steps.ToArbitrary(), step =>
        {
            double lowest = step.Step.Simulate(Few).Quantile(0.01).Seconds;
            double peak = step.Device.Peaks.Max(one => one.Peak.FlopsPerSecond), cache = step.Device.OnChipMemory?.Bytes ?? 1.3e9;
            double flops = step.Batch.Value * step.Work.Flops.Flops / peak, bytes = step.Work.Parameters.Value * step.Format.Weights.BitsPerValue / 8 - cache;
            return lowest >= flops * 0.999999 && lowest >= bytes / step.Device.MemoryBandwidth.BytesPerSecond * 0.999999;
        }).Check(Many);

    /// <summary>At equal efficiency: the same peak for every precision, and no bits of their own.</summary>
    [Fact]
    public void Fewer_bits_are_never_slower_at_equal_efficiency_for_any_network() =>
        Prop.ForAll(Steps.ToArbitrary(), step =>
        {
            FlopRate peak = step.Device.Peaks[0].Peak;
            NetworkStep equal = step with { Device = step.Device with { Peaks = [(Precision.Fp32, peak), (Precision.Fp16, peak), (Precision.Int8, peak)] } };
            double[] seconds = [.. Formats.Select(format => (equal with { Format = format }).Step.Seconds)];
            return seconds[1] <= seconds[0] * (1 + 1e-12) && seconds[2] <= seconds[1] * (1 + 1e-12)
                && (equal with { Format = ModelFormat.Int8WeightOnly with { Compute = Precision.Fp16 } }).Step.Seconds <= seconds[1] * (1 + 1e-12);
        }).Check(Many);

    /// <summary>A step that is faster in every part is faster as a pair too: what is kept of the gain belongs to the kind of change, not to its size.</summary>
    [Fact]
    public void Larger_cut_never_gains_less_for_any_network() =>
        Prop.ForAll(Steps.ToArbitrary(), Gen.Choose(2, 9).ToArbitrary(), (step, tenths) =>
        {
            StepGain Cut(double left) => new() { Before = step, After = step with { Work = step.Work with { Flops = step.Work.Flops * left, Parameters = step.Work.Parameters * left } } };
            return Cut(tenths / 10.0 - 0.1).SpeedUp.Value >= Cut(tenths / 10.0).SpeedUp.Value * (1 - 1e-12);
        }).Check(Many);

    [Fact]
    public void More_bandwidth_is_never_slower_for_any_network() =>
        Prop.ForAll(Steps.ToArbitrary(), step => (step with { Device = step.Device with { MemoryBandwidth = step.Device.MemoryBandwidth * 1.5 } }).Step.Seconds <= Seconds(step)).Check(Many);

    [Fact]
    public void More_arithmetic_is_never_slower_for_any_network() =>
        Prop.ForAll(Steps.ToArbitrary(), step => (step with { Device = step.Device with { Peaks = [.. step.Device.Peaks.Select(peak => (peak.Precision, peak.Peak * 1.5))] } }).Step.Seconds <= Seconds(step)).Check(Many);

    [Fact]
    public void More_power_is_never_slower_for_any_network() =>
        Prop.ForAll(Steps.ToArbitrary(), Gen.Choose(1, 2_000).ToArbitrary(), (step, watts) =>
            (step with { Device = step.Device with { Power = Power.FromWatts(watts * 1.5) } }).Step.Seconds <= Seconds(step with { Device = step.Device with { Power = Power.FromWatts(watts) } }))
            .Check(Many);

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

    [Fact]
    public void No_draw_of_a_product_beats_the_peak_and_better_devices_and_fewer_bits_are_never_slower() =>
        Prop.ForAll(Products.ToArbitrary(), product =>
        {
            double limit = product.Time.Seconds * (1 + 1e-12);
            Accelerator device = product.Device;
            FlopRate peak = device.Peaks[0].Peak;
            GemmKernel equal = product with { Device = device with { Peaks = [(Precision.Fp32, peak), (Precision.Fp16, peak), (Precision.Int8, peak)] } };
            double[] seconds = [.. Formats.Select(format => (equal with { Format = format }).Time.Seconds)];
            return product.Time.Simulate(Few).Quantile(0.01).Seconds >= product.Flops.Flops / device.Peaks.Max(one => one.Peak.FlopsPerSecond) * 0.999999
                && (product with { Device = device with { MemoryBandwidth = device.MemoryBandwidth * 1.5 } }).Time.Seconds <= limit
                && (product with { Device = device with { Peaks = [.. device.Peaks.Select(one => (one.Precision, one.Peak * 1.5))] } }).Time.Seconds <= limit
                && (product with { Rows = product.Rows.Value + 1 }).Time.Seconds / (product.Rows.Value + 1) <= limit / product.Rows.Value
                && seconds[1] <= seconds[0] * (1 + 1e-12) && seconds[2] <= seconds[1] * (1 + 1e-12);
        }).Check(Many);

    [Fact]
    public void No_draw_of_an_all_reduce_beats_the_link_and_more_link_or_fewer_bytes_are_never_slower() =>
        Prop.ForAll(Sums.ToArbitrary(), sum =>
        {
            double limit = sum.Time.Seconds * (1 + 1e-12), devices = sum.Devices.Value;
            DeviceLink link = sum.Device.Link!;
            return sum.Time.Simulate(Few).Quantile(0.01).Seconds >= 2 * (devices - 1) / devices * sum.Bytes.Bytes / link.PerDirection.BytesPerSecond * 0.999999
                && (sum with { Device = sum.Device with { Link = link with { PerDirection = link.PerDirection * 1.5 } } }).Time.Seconds <= limit
                && (sum with { Bytes = sum.Bytes * 0.5 }).Time.Seconds <= limit
                && (sum with { Bytes = sum.Bytes * 2 }).Time.Seconds <= 2 * limit
                && (sum with { Devices = devices + 1 }).Time.Seconds >= sum.Time.Seconds * (1 - 1e-12);
        }).Check(Many);

    private static double Seconds(NetworkStep step) => step.Step.Seconds * (1 + 1e-12);
}
