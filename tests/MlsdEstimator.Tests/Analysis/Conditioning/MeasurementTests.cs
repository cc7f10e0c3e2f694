namespace MlsdEstimator.Tests;

/// <summary>What a measurement must state, and what is refused.</summary>
public class MeasurementTests
{
    private static readonly Rate Arrivals = Uncertain.Range(100, 400).In(Rate.FromPerSecond(1)).Named("arrivals");

    private static readonly Duration Service = Uncertain.Range(2, 8).In(Duration.FromSeconds(0.001)).Named("service time");

    private static readonly Duration Wait = (Service / (Scalar.One - (Arrivals * Service) / 4)).Named("p99").Marked(Aspect.Percentile(0.99));

    private static readonly Rate Peak = (Arrivals * 2).Named("peak QPS").Marked(Aspect.Peak);

    private static Posterior Given(Measurement measurement) => Simulation.Run([measurement.Quantity]).Given(measurement);

    [Fact]
    public void Measurement_says_what_was_measured() =>
        Assert.Equal("peak QPS = 400 /s +- 2%", Measurement.Of(Peak, 400.PerSecond, 2.Percent).ToString());

    [Fact]
    public void Unnamed_quantity_is_called_by_its_kind() =>
        Assert.Equal("this rate = 400 /s +- 2%", Measurement.Of(Arrivals * 3, 400.PerSecond, 2.Percent).ToString());

    [Fact]
    public void Certain_quantity_is_refused()
    {
        ArgumentException refused = Assert.Throws<ArgumentException>(() => Measurement.Of(5.PerSecond.Named("limit"), 5.PerSecond, 2.Percent));
        Assert.Equal("'limit' is certain (5 /s), so a measurement cannot teach anything about it. Measure a quantity that rests on a range. (Parameter 'quantity')", refused.Message);
    }

    [Fact]
    public void Uncertain_reading_is_refused()
    {
        ArgumentException refused = Assert.Throws<ArgumentException>(() => Measurement.Of(Peak, Arrivals, 2.Percent));
        Assert.Equal("'value' is ~200 /s, a range, but must be the one number that was read; its doubt is the relative error. (Parameter 'value')", refused.Message);
        Assert.Throws<ArgumentException>(() => Measurement.Of(Peak, 400.PerSecond, (0.01, 0.02)));
    }

    [Fact]
    public void Reading_that_is_not_above_zero_is_refused()
    {
        ArgumentOutOfRangeException refused = Assert.Throws<ArgumentOutOfRangeException>(() => Measurement.Of(Peak, 0.PerSecond, 2.Percent));
        Assert.Equal("'value' is 0 /s, but must be above 0. (Parameter 'value')", refused.Message);
        Assert.Throws<ArgumentOutOfRangeException>(() => Measurement.Of(Peak, -1.PerSecond, 2.Percent));
        Assert.Throws<ArgumentOutOfRangeException>(() => Measurement.Of(Peak, Quantity.Infeasible<Rate>("overload"), 2.Percent));
    }

    [Fact]
    public void Error_below_a_millionth_is_refused()
    {
        ArgumentOutOfRangeException refused = Assert.Throws<ArgumentOutOfRangeException>(() => Measurement.Of(Peak, 400.PerSecond, Fraction.Zero));
        Assert.Equal("'relativeError' is 0%, but must be at least 0.0001 %; give the scatter of repeated runs. (Parameter 'relativeError')", refused.Message);
        Assert.Throws<ArgumentOutOfRangeException>(() => Measurement.Of(Peak, 400.PerSecond, Fraction.FromRatio(0.9e-6)));
        Assert.Equal(1e-6, Measurement.Of(Peak, 400.PerSecond, Fraction.FromRatio(1e-6)).RelativeError.Value);
    }

    [Fact]
    public void Null_is_refused()
    {
        Assert.Throws<ArgumentNullException>(() => Measurement.Of<Rate>(null!, 400.PerSecond, 2.Percent));
        Assert.Throws<ArgumentNullException>(() => Measurement.Of(Peak, null!, 2.Percent));
        Assert.Throws<ArgumentNullException>(() => Measurement.Of(Peak, 400.PerSecond, null!));
        Assert.Throws<ArgumentNullException>(() => Measurement.Of(Peak, 400.PerSecond, 2.Percent).At<Rate>(null!, 400.PerSecond));
        Assert.Throws<ArgumentNullException>(() => Simulation.Run([Peak]).Given([null!]));
    }

    [Fact]
    public void No_measurement_is_refused() => Assert.Throws<ArgumentException>(() => Simulation.Run([Peak]).Given([]));

    [Fact]
    public void Percentile_without_its_statistic_is_refused()
    {
        ArgumentException refused = Assert.Throws<ArgumentException>(() => Given(Measurement.Of(Wait, 10.Milliseconds, 5.Percent)));
        Assert.Equal("'p99' is the p99 over requests; say which statistic was read: with { Statistic = ... }.", refused.Message);
    }

    [Fact]
    public void Percentile_without_its_load_is_refused()
    {
        ArgumentException refused = Assert.Throws<ArgumentException>(() => Given(Measurement.Of(Wait, 10.Milliseconds, 5.Percent) with { Statistic = Aspect.Percentile(0.99) }));
        Assert.Equal("'p99' is a p99, which depends on the load; say at which it was read: At(load, value), or with { Load = Aspect.Peak } when it was the load the model speaks of.", refused.Message);
    }

    [Fact]
    public void Another_statistic_is_refused()
    {
        ArgumentException refused = Assert.Throws<ArgumentException>(() => Given(Measurement.Of(Wait, 10.Milliseconds, 5.Percent) with { Statistic = Aspect.Mean, Load = Aspect.Peak }));
        Assert.Equal("'p99' is marked p99, but the measurement states mean; measure the quantity that matches.", refused.Message);
    }

    [Fact]
    public void Percentile_of_what_is_no_statistic_is_refused()
    {
        ArgumentException refused = Assert.Throws<ArgumentException>(() => Given(Measurement.Of(Peak, 400.PerSecond, 5.Percent) with { Statistic = Aspect.Percentile(0.5) }));
        Assert.Equal("'peak QPS' is not marked as a percentile, but the measurement is a p50; measure the quantity that is, or mark it.", refused.Message);
    }

    [Fact]
    public void Average_of_a_peak_is_refused()
    {
        ArgumentException refused = Assert.Throws<ArgumentException>(() => Given(Measurement.Of(Peak, 400.PerSecond.Marked(Aspect.Average), 5.Percent)));
        Assert.Equal("'peak QPS' is marked peak, but the measurement states average; measure the quantity that matches.", refused.Message);
    }

    [Fact]
    public void Statistic_in_the_place_of_the_load_is_refused()
    {
        ArgumentException refused = Assert.Throws<ArgumentException>(() => Given(Measurement.Of(Peak, 400.PerSecond, 5.Percent) with { Load = Aspect.Mean }));
        Assert.Equal("'peak QPS' was measured with 'mean' as its load, which is none.", refused.Message);
    }

    [Fact]
    public void Mean_and_load_that_agree_are_accepted()
    {
        Assert.Equal(Aspect.Peak, Measurement.Of(Peak, 400.PerSecond.Marked(Aspect.Peak), 5.Percent).Load);
        Given(Measurement.Of(Peak, 400.PerSecond, 5.Percent) with { Load = Aspect.Peak, Statistic = Aspect.Mean });
    }

    /// <summary>At 200 /s and 4 ms: 4 / (1 - 0.2) = 5 ms, so the test tells the service time: s / (1 - 50 s) = 6 ms gives s = 6 / 1.3 = 4.61538 ms.</summary>
    [Fact]
    public void Load_that_the_test_set_takes_the_place_of_the_models()
    {
        Measurement test = (Measurement.Of(Wait, 6.Milliseconds, Fraction.FromPercent(0.5)) with { Statistic = Aspect.Percentile(0.99) }).At(Arrivals, 200.PerSecond);
        Posterior posterior = Given(test);
        Assert.Equal(4.61538, posterior.Of(Service).Median.Milliseconds, 0.01);
        Assert.Equal(["service time"], posterior.Inputs.Select(input => input.Name));
        Assert.Equal(200, posterior.Of(Arrivals).Median.PerSecond, 2.0);
    }

    /// <summary>The table gives 100 at the test's 50, so ln 15 = ln x + error: posterior mean ln 10 + 0.09 / (0.09 + ln(1.02)^2) x ln 1.5.</summary>
    [Fact]
    public void Load_is_held_also_inside_a_function()
    {
        Scalar x = Uncertain.LogNormal(10, 0.3).AsScalar().Named("x"), load = Uncertain.Uniform(10, 90).AsScalar().Named("load");
        Scalar read = Quantity.Table<Scalar, Scalar>(load, (0, 0), (100, 200)) * x;
        Posterior posterior = Given(Measurement.Of(read, 1500, 2.Percent).At(load, 50));
        Assert.Equal(16_384, posterior.Samples);
        Assert.Equal(14.9736, posterior.Of(x).Median.Value, 0.005);
    }

    [Fact]
    public void Load_that_the_quantity_does_not_rest_on_is_refused()
    {
        ArgumentException refused = Assert.Throws<ArgumentException>(() => Measurement.Of(Peak, 400.PerSecond, 2.Percent).At(Service, 1.Milliseconds));
        Assert.Equal("'peak QPS' does not rest on 'service time', so the test's value for it changes nothing. Name the part that the formula reads. (Parameter 'part')", refused.Message);
        Assert.Throws<ArgumentOutOfRangeException>(() => Measurement.Of(Peak, 400.PerSecond, 2.Percent).At(Arrivals, 0.PerSecond));
        Assert.Throws<ArgumentException>(() => Measurement.Of(Peak, 400.PerSecond, 2.Percent).At(Arrivals, Peak));
    }

    [Fact]
    public void Quantity_whose_every_part_was_held_is_refused()
    {
        ArgumentException refused = Assert.Throws<ArgumentException>(() => Given(Measurement.Of(Peak, 400.PerSecond, 2.Percent).At(Arrivals, 200.PerSecond)));
        Assert.Equal("'peak QPS' is certain once the test holds its parts, so the measurement cannot teach anything. Hold fewer of them.", refused.Message);
    }
}
