namespace MlsdEstimator.Tests;

/// <summary>Expected by hand: 8 items in 20 ms are 400 a second; 312 TFLOP/s x 20 % over 10 GFLOP are 6,240 a second.</summary>
public class CapacityTests
{
    private static Capacity Step => Capacity.StepTime(20.Milliseconds, 8, 60.Percent);

    [Fact]
    public void Measured_capacity_is_planned_as_measured()
    {
        Capacity replica = Capacity.Measured(180.PerSecond, 0.99, 80.Milliseconds);

        Assert.Equal((180, 180, "requests", false), (replica.Full.PerSecond, replica.Usable.PerSecond, replica.Counts, replica.IsModelOnly));
        Assert.Equal("measured at p99 80 ms", replica.Basis);
        Assert.True(replica.Load.IsDefault);
        Assert.Equal((1, "planned load", "the measured rate holds its latency"), (replica.Load.Value, replica.Load.Name, replica.Load.Source));
    }

    [Fact]
    public void Measured_capacity_is_planned_for_the_load_it_is_given()
    {
        Capacity replica = Capacity.Measured(180.PerSecond, 0.95, 80.Milliseconds, 50.Percent, "queries");

        Assert.Equal((180, 90, 0.5, "queries"), (replica.Full.PerSecond, replica.Usable.PerSecond, replica.Load.Value, replica.Counts));
        Assert.False(replica.Load.IsDefault);
        Assert.Equal("measured at p95 80 ms", replica.Basis);
    }

    [Fact]
    public void Step_time_gives_batch_over_step()
    {
        Assert.Equal(400, Step.Full.PerSecond, 1e-9);
        Assert.Equal(240, Step.Usable.PerSecond, 1e-9);
        Assert.Equal("from a step of 20 ms for a batch of 8", Step.Basis);
        Assert.False(Step.IsModelOnly);
        Assert.Equal("240 /s planned of 400 /s (from a step of 20 ms for a batch of 8)", Step.ToString());
    }

    [Fact]
    public void Flop_convention_counts_the_model_alone()
    {
        Capacity device = Capacity.FlopConvention(312.TeraflopsPerSecond, 20.Percent, 60.Percent, 10.Gigaflops, "predictions");

        Assert.Equal(6_240, device.Full.PerSecond, 1e-9);
        Assert.Equal(3_744, device.Usable.PerSecond, 1e-9);
        Assert.Equal(("predictions", true, "FLOP convention: peak x utilisation x load"), (device.Counts, device.IsModelOnly, device.Basis));
        Assert.Equal([Aspect.ModelOnly, Aspect.PerDevice, Aspect.Counts("predictions")], device.Full.Aspects);
    }

    [Fact]
    public void Rates_say_what_they_are()
    {
        Assert.Equal(("requests per replica, always busy", "requests per replica, planned"), (Step.Full.Name, Step.Usable.Name));
        Assert.Equal([Aspect.PerDevice, Aspect.Counts("requests")], Step.Full.Aspects);
        Assert.Equal([Aspect.PerDevice, Aspect.Counts("requests")], Step.Usable.Aspects);
    }

    [Fact]
    public void Replicas_are_rate_over_planned_capacity()
    {
        Assert.Equal(4.166666666666667, Step.ReplicasFor(1_000.PerSecond).Value, 1e-12);
        Assert.Equal(0, Step.ReplicasFor(Rate.Zero).Value);
        Assert.Throws<ArgumentNullException>("rate", () => Step.ReplicasFor(null!));
    }

    [Fact]
    public void Inputs_out_of_range_are_refused_by_name()
    {
        Assert.Throws<ArgumentOutOfRangeException>("measured rate per replica", () => Capacity.Measured(Rate.Zero, 0.99, 1.Seconds));
        Assert.Throws<ArgumentOutOfRangeException>("measured latency", () => Capacity.Measured(1.PerSecond, 0.99, Duration.Zero));
        Assert.Throws<ArgumentOutOfRangeException>("level", () => Capacity.Measured(1.PerSecond, 99, 1.Seconds));
        Assert.Throws<ArgumentOutOfRangeException>("planned load", () => Capacity.Measured(1.PerSecond, 0.99, 1.Seconds, Fraction.Zero));
        Assert.Throws<ArgumentOutOfRangeException>("step time", () => Capacity.StepTime(Duration.Zero, 1, Fraction.One));
        Assert.Throws<ArgumentOutOfRangeException>("batch size", () => Capacity.StepTime(1.Seconds, 0.9, Fraction.One));
        Assert.Throws<ArgumentOutOfRangeException>("peak FLOP/s", () => Capacity.FlopConvention(FlopRate.Zero, 20.Percent, Fraction.One, 1.Gigaflops));
        Assert.Throws<ArgumentOutOfRangeException>("FLOP utilisation", () => Capacity.FlopConvention(1.TeraflopsPerSecond, Fraction.Zero, Fraction.One, 1.Gigaflops));
        Assert.Throws<ArgumentOutOfRangeException>("FLOPs per item", () => Capacity.FlopConvention(1.TeraflopsPerSecond, 20.Percent, Fraction.One, FlopCount.Zero));
        Assert.Throws<ArgumentException>("counts", () => Capacity.StepTime(1.Seconds, 1, Fraction.One, " "));
    }
}
