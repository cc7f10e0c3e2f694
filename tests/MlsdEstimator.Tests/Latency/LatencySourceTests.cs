using MathNet.Numerics.Distributions;

namespace MlsdEstimator.Tests;

/// <summary>Where profiles come from. Expected values: SciPy and NumPy, unless said.</summary>
public class LatencySourceTests
{
    private static readonly (double Level, Duration Time)[] Measured =
        [(0.5, 8.Milliseconds), (0.95, 20.Milliseconds), (0.99, 40.Milliseconds), (0.999, 50.Milliseconds)];

    [Fact]
    public void Shifted_log_normal_matches_scipy()
    {
        LatencyProfile profile = LatencyProfile.Shifted(2.Milliseconds, 10.Milliseconds, 100.Milliseconds);
        Close(10, profile.P50);
        Close(49.039314894155694, profile.P95);
        Close(100, profile.P99);
        Close(225.11496855237485, profile.P999);
        Assert.Equal(1, profile.Exceeding(1.9.Milliseconds).Value);
    }

    [Fact]
    public void Measured_percentiles_are_met_and_interpolated_as_scipy_does()
    {
        LatencyProfile profile = LatencyProfile.FromPercentiles(Measured);
        Assert.All(Measured, point => Close(point.Time.Milliseconds, profile.Percentile(point.Level)));
        Close(25.789374204220966, profile.Percentile(0.97));
        Assert.Equal(0.97, profile.Within(25.789374204220966.Milliseconds).Value, 1e-12);
    }

    [Fact]
    public void Tails_of_measured_percentiles_go_on_as_log_normal()
    {
        LatencyProfile profile = LatencyProfile.FromPercentiles(Measured);
        Close(3.9178136235338314, profile.Percentile(0.1));
        Close(60.08147092102798, profile.Percentile(0.9999));
        Assert.Equal(0.1, profile.Within(3.9178136235338314.Milliseconds).Value, 1e-12);
        Assert.Equal(1e-4, profile.Exceeding(60.08147092102798.Milliseconds).Value, 1e-14);
        Assert.Equal(1, profile.Exceeding(Duration.Zero).Value);
    }

    [Fact]
    public void Two_percentiles_are_a_log_normal_law()
    {
        LatencyProfile profile = LatencyProfile.FromPercentiles((0.5, 10.Milliseconds), (0.99, 100.Milliseconds));
        Close(50.9394233838, profile.P95, 1e-11);
        Close(212.991406931, profile.P999, 1e-11);
        Close(16.3205105552, profile.Mean, 1e-8);
    }

    /// <summary>Expected: numpy.percentile and numpy.mean of type-7 interpolation: (3 + 1) / 2 for the ends.</summary>
    [Fact]
    public void Samples_are_read_as_numpy_reads_them()
    {
        LatencyProfile profile = LatencyProfile.FromSamples(new[] { 3, 1, 4, 1, 5, 9, 2, 6, 5, 3 }.Select(sample => sample.Milliseconds));
        Close(1, profile.Percentile(0.1));
        Close(3.5, profile.P50);
        Close(6.3, profile.P90);
        Close(7.65, profile.P95);
        Close(8.73, profile.P99);
        Assert.Equal(0.5, profile.Within(3.5.Milliseconds).Value, 1e-12);
        Assert.Equal((0.0, 1.0), (profile.Exceeding(9.Milliseconds).Value, profile.Exceeding(0.9.Milliseconds).Value));
        Assert.Equal(0.0, profile.Exceeding(1.Seconds).Value);
    }

    /// <summary>Two samples are a uniform law: mean 2, variance 4 / 12, a limit of 2 gives (1 + 2) / 2 x 1/2 + 2 x 1/2.</summary>
    [Fact]
    public void Moments_of_samples_are_exact()
    {
        LatencyProfile uniform = LatencyProfile.FromSamples([1.Seconds, 3.Seconds]);
        Assert.Equal(2, uniform.Mean.Seconds, 1e-14);
        Assert.Equal(4 / 12d / 4, uniform.Scv.Value, 1e-14);
        Assert.Equal(1.75, new SampleLaw([1, 3]).UpTo(2).First, 1e-14);
        Assert.Equal(0.5, new SampleLaw([1, 3]).UpTo(0.5).First);
        Assert.Equal(2.6, LatencyProfile.FromSamples([1.Seconds, 3.Seconds]).Then(uniform).Percentile(0.045).Seconds, 0.01); // triangular law: (x - 2)^2 / 8 = 0.045
    }

    [Fact]
    public void Constant_is_exceeded_below_and_not_at_its_time()
    {
        LatencyProfile constant = LatencyProfile.Constant(3.Milliseconds);
        Assert.Equal(1, constant.Exceeding(2.999.Milliseconds).Value);
        Assert.Equal(0, constant.Exceeding(3.Milliseconds).Value);
        Assert.Equal([3, 3, 3], new[] { constant.P50, constant.P999, constant.Mean }.Select(time => time.Milliseconds));
        Assert.Equal(0, LatencyProfile.Constant(Duration.Zero).P99.Seconds);
    }

    /// <summary>C = 0.4, mean of those who wait 2 ms: P(wait > t) = 0.4 e^(-t / 2), so p95 = 2 ln 8.</summary>
    [Fact]
    public void Waiting_has_an_atom_at_zero()
    {
        LatencyProfile wait = LatencyProfile.Waiting(40.Percent, 2.Milliseconds);
        Assert.Equal(0, wait.P50.Seconds, 1e-15);
        Close(4.1588830833596715, wait.P95);
        Close(0.8, wait.Mean, 1e-12);
        Assert.Equal(0.4, wait.Exceeding(Duration.Zero).Value, 1e-15);
    }

    [Fact]
    public void Unit_scales_a_distribution()
    {
        LatencyProfile seconds = LatencyProfile.FromDistribution(new Exponential(2), Duration.Second);
        Assert.Equal(0.5, seconds.Mean.Seconds, 1e-9);
        Assert.Equal(0.5 * Math.Log(100), seconds.P99.Seconds, 1e-10);
        Assert.Equal(0.5e-3 * Math.Log(2), LatencyProfile.FromDistribution(new Exponential(2), Duration.Millisecond).P50.Seconds, 1e-13);
    }

    [Fact]
    public void Distribution_without_a_mean_has_percentiles_and_no_mean()
    {
        LatencyProfile pareto = LatencyProfile.FromDistribution(new Pareto(1, 0.5), Duration.Millisecond);
        Close(4, pareto.P50, 1e-9);
        Close(10_000, pareto.P99, 1e-9);
    }

    [Fact]
    public void Bad_sources_are_refused_by_name()
    {
        Refused("latency mean", () => LatencyProfile.Exponential(Duration.Zero));
        Refused("latency time", () => LatencyProfile.Constant((-1).Seconds));
        Refused("latency least", () => LatencyProfile.Shifted((-1).Seconds, 1.Seconds, 2.Seconds));
        Refused("p50", () => LatencyProfile.Shifted(1.Seconds, 1.Seconds, 2.Seconds));
        Refused("p99", () => LatencyProfile.Shifted(1.Seconds, 3.Seconds, 2.Seconds));
        Refused("samples", () => LatencyProfile.FromSamples([1.Seconds, (-1).Seconds]));
        Refused("mean wait of those who wait", () => LatencyProfile.Waiting(10.Percent, Duration.Zero));
        Refused("distribution", () => LatencyProfile.FromDistribution(new Normal(1, 1), Duration.Second));
        Assert.Throws<ArgumentNullException>(() => LatencyProfile.Exponential(null!));
        Assert.Throws<ArgumentNullException>(() => LatencyProfile.FromDistribution(null!, Duration.Second));
        Assert.Throws<ArgumentNullException>(() => LatencyProfile.FromSamples(null!));
    }

    [Fact]
    public void Bad_percentiles_are_refused_with_what_to_do()
    {
        Said("give at least two", Assert.Throws<ArgumentException>(() => LatencyProfile.FromPercentiles((0.5, 1.Seconds))));
        Said("levels must rise; sort them", Assert.Throws<ArgumentOutOfRangeException>(() => LatencyProfile.FromPercentiles((0.9, 1.Seconds), (0.5, 2.Seconds))));
        Said("latency p90 is 1 s, but must be above the latency p50 of 2 s", Assert.Throws<ArgumentOutOfRangeException>(() => LatencyProfile.FromPercentiles((0.5, 2.Seconds), (0.9, 1.Seconds))));
        Refused("latency p50", () => LatencyProfile.FromPercentiles((0.5, Duration.Zero), (0.9, 1.Seconds)));
        Assert.Throws<ArgumentOutOfRangeException>(() => LatencyProfile.FromPercentiles((0.5, 1.Seconds), (1, 2.Seconds)));
        Assert.Throws<ArgumentOutOfRangeException>(() => LatencyProfile.FromPercentiles((double.NaN, 1.Seconds), (0.9, 2.Seconds)));
        Assert.Throws<ArgumentNullException>(() => LatencyProfile.FromPercentiles((0.5, null!), (0.9, 2.Seconds)));
    }

    [Fact]
    public void Bad_samples_and_units_are_refused_with_what_to_do()
    {
        Said("needs at least 2 samples, but got 1", Assert.Throws<ArgumentException>(() => LatencyProfile.FromSamples([1.Seconds])));
        Said("is a range; give plain values", Assert.Throws<ArgumentException>(() => LatencyProfile.FromSamples([1.Seconds, 1.Seconds.To(2.Seconds)])));
        Said("must be certain and above 0", Assert.Throws<ArgumentException>(() => LatencyProfile.FromDistribution(new Exponential(1), Duration.Zero)));
    }

    private static void Close(double milliseconds, Duration actual, double relative = 1e-10) =>
        Assert.Equal(milliseconds, actual.Milliseconds, milliseconds * relative);

    private static void Refused(string parameter, Func<LatencyProfile> make) => Assert.Equal(parameter, Assert.Throws<ArgumentOutOfRangeException>(make).ParamName);

    private static void Said(string text, ArgumentException error) => Assert.Contains(text, error.Message, StringComparison.Ordinal);
}
