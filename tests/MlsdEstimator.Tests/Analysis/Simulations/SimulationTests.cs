namespace MlsdEstimator.Tests;

/// <summary>Simulation against closed forms; tolerances are 5 standard errors of the number of draws.</summary>
public class SimulationTests
{
    private static readonly SimulationOptions Many = new() { Samples = 200_000 };

    /// <summary>ln of the product has sigma sqrt(0.3^2 + 0.4^2) = 0.5, so 90 % of it lies within a factor exp(1.6449 x 0.5) = 2.2758 of the median 1000.</summary>
    [Fact]
    public void Product_of_log_normals_is_log_normal()
    {
        Scalar product = Uncertain.LogNormal(10, 0.3).AsScalar() * Uncertain.LogNormal(100, 0.4).AsScalar();
        Estimate<Scalar> belief = product.Simulate(Many);
        Assert.Equal(439.40, belief.Low.Value, 5.2);
        Assert.Equal(1000, belief.Median.Value, 7.1);
        Assert.Equal(2275.8, belief.High.Value, 27.0);
        Assert.Equal(1133.1, belief.Mean.Value, 6.8);
        Assert.Equal(603.9, belief.StandardDeviation.Value, 15.0);
    }

    /// <summary>N(1, 3) + N(2, 4) = N(3, 5).</summary>
    [Fact]
    public void Sum_of_normals_is_normal()
    {
        Scalar sum = Uncertain.Normal(1, 3).AsScalar() + Uncertain.Normal(2, 4).AsScalar();
        Estimate<Scalar> belief = sum.Simulate(Many);
        Assert.Equal(3, belief.Mean.Value, 0.056);
        Assert.Equal(5, belief.StandardDeviation.Value, 0.04);
        Assert.Equal(-5.2243, belief.Low.Value, 0.12);
        Assert.Equal(11.2243, belief.High.Value, 0.12);
        Assert.Equal(0, belief.ProbabilityInfeasible.Value);
        Assert.Equal(262_144, belief.Samples);
    }

    /// <summary>Expected: numpy.quantile([1, 2, 4, 8, 16], p), type 7; mean 6.2, standard deviation with n - 1 = 6.09918...</summary>
    [Theory]
    [InlineData(0.05, 1.2)]
    [InlineData(0.5, 4)]
    [InlineData(0.6, 5.6)]
    [InlineData(0.95, 14.4)]
    public void Quantile_is_of_type_7(double probability, double expected) => Assert.Equal(expected, new Column([16, 1, 8, 2, 4], moreIsBetter: false).Quantile(probability), 1e-12);

    [Fact]
    public void Mean_and_deviation_are_those_of_the_draws()
    {
        var column = new Column([16, 1, 8, 2, 4], moreIsBetter: false);
        Assert.Equal(6.2, column.Mean, 1e-12);
        Assert.Equal(6.0991802727908, column.StandardDeviation, 1e-9);
        Assert.Equal(0, column.ShareInfeasible);
    }

    [Fact]
    public void Infeasible_draws_stand_at_the_bad_end()
    {
        double[] draws = [double.NaN, 4, 1, 2, 3];
        var latency = new Column(draws, moreIsBetter: false);
        var headRoom = new Column(draws, moreIsBetter: true);
        Assert.Equal([1, 2, 3, 4, double.NaN], new[] { 0, 0.25, 0.5, 0.75, 1 }.Select(latency.Quantile));
        Assert.Equal([double.NaN, 1, 2, 3, 4], new[] { 0, 0.25, 0.5, 0.75, 1 }.Select(headRoom.Quantile));
        Assert.Equal(double.NaN, latency.Quantile(0.8));
        Assert.Equal(double.NaN, headRoom.Quantile(0.2));
        Assert.Equal(3.5, latency.Quantile(0.625));
        Assert.Equal(1.5, headRoom.Quantile(0.375));
        Assert.Equal(0.2, latency.ShareInfeasible, 1e-15);
        Assert.Equal(double.NaN, latency.Mean);
        Assert.Equal(double.NaN, latency.StandardDeviation);
    }

    [Fact]
    public void Overloaded_result_reads_saturated_at_its_bad_end()
    {
        Scalar load = Uncertain.Uniform(0, 1).AsScalar();
        Scalar wait = (1 / (1 - load)).FeasibleWhen(load < 0.8, "overload");
        Estimate<Scalar> belief = wait.Simulate();
        Assert.Equal(("saturated", "saturated", "saturated"), (belief.High.ToString(), belief.Mean.ToString(), belief.StandardDeviation.ToString()));
        Assert.True(belief.Low.IsFeasible && belief.Median.IsFeasible);
        Assert.Equal(0.2, belief.ProbabilityInfeasible.Value, 0.016);
        Assert.Equal("1.05 | 2 | saturated (90%)", belief.ToString());
        Assert.Equal("This scalar is infeasible: saturated.", Assert.Throws<EstimateException>(() => belief.High.Value).Message);
    }

    [Fact]
    public void Result_of_which_more_is_better_reads_saturated_at_the_bottom()
    {
        Scalar load = Uncertain.Uniform(0, 1).AsScalar();
        Estimate<Scalar> spare = (1 - load).FeasibleWhen(load < 0.8, "overload").Marked(Aspect.MoreIsBetter).Simulate();
        Assert.Equal("saturated", spare.Low.ToString());
        Assert.Equal(0.95, spare.High.Value, 0.01);
        Assert.Equal(0.5, spare.Median.Value, 0.02);
    }

    [Fact]
    public void Certain_result_has_no_spread()
    {
        Estimate<Duration> belief = 3.Seconds.Simulate();
        Assert.Equal([3, 3, 3, 3, 0], new[] { belief.Low, belief.Median, belief.High, belief.Mean, belief.StandardDeviation }.Select(one => one.Seconds));
        Assert.Equal(3.Seconds, belief.Subject);
    }

    [Fact]
    public void Reading_of_an_estimate_by_interface_is_the_typed_one()
    {
        Rate rate = (Scalar)(1, 2, 4) / Duration.Second;
        Simulation run = Simulation.Run([rate]);
        IEstimate any = run.Of((IQuantity)rate);
        Estimate<Rate> typed = run.Of(rate);
        Assert.Equal([typed.Low, typed.Median, typed.High, typed.Mean, typed.Quantile(0.3)], [any.Low, any.Median, any.High, any.Mean, any.Quantile(0.3)]);
        Assert.IsType<Rate>(any.Low);
        Assert.Equal((16_384, 0), (any.Samples, any.ProbabilityInfeasible.Value));
    }

    [Fact]
    public void Same_seed_gives_the_same_numbers_and_another_seed_others()
    {
        Scalar x = (1, 2, 4) + (Scalar)(1, 2, 4);
        Assert.Equal(x.Simulate().High.Value, x.Simulate(new SimulationOptions { Seed = 20_261_121 }).High.Value);
        Assert.NotEqual(x.Simulate().High.Value, x.Simulate(new SimulationOptions { Seed = 1 }).High.Value);
    }

    [Fact]
    public void Quantity_outside_the_run_is_refused()
    {
        Scalar x = (1, 2, 4);
        Simulation run = Simulation.Run([x]);
        Assert.True(run.Contains(x));
        Assert.False(run.Contains(x * 2));
        Assert.StartsWith("'twice' was not part of this run; add it to the outputs of Simulation.Run.", Assert.Throws<ArgumentException>("quantity", () => run.Of((x * 2).Named("twice"))).Message, StringComparison.Ordinal);
        Assert.StartsWith("'~4' was not part of this run", Assert.Throws<ArgumentException>("quantity", () => run.Of((IQuantity)(x * 2))).Message, StringComparison.Ordinal);
        Assert.Equal(16_384, run.Options.Samples);
    }

    [Fact]
    public void Bad_arguments_are_refused()
    {
        Simulation run = Simulation.Run([Scalar.One]);
        Assert.Throws<ArgumentNullException>("outputs", () => Simulation.Run(null!));
        Assert.Throws<ArgumentNullException>("outputs", () => Simulation.Run([Scalar.One, null!]));
        Assert.Throws<ArgumentException>("outputs", () => Simulation.Run([]));
        Assert.Throws<ArgumentNullException>("quantity", () => run.Contains(null!));
        Assert.Throws<ArgumentNullException>("quantity", () => run.Of<Scalar>(null!));
        Assert.Throws<ArgumentNullException>("quantity", () => run.Of((IQuantity)null!));
        Assert.Throws<ArgumentOutOfRangeException>("probability", () => Scalar.One.Simulate().Quantile(1));
        Assert.Throws<ArgumentOutOfRangeException>("probability", () => Scalar.One.Simulate().Quantile(double.NaN));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1_025)]
    public void Number_of_threads_has_limits(int threads) => Assert.Throws<ArgumentOutOfRangeException>(nameof(threads), () => new SimulationOptions { Threads = threads });

    [Theory]
    [InlineData(0)]
    [InlineData(-16)]
    [InlineData(12)]
    [InlineData(128)]
    public void Number_of_randomisations_is_a_power_of_two_up_to_64(int randomisations) =>
        Assert.Throws<ArgumentOutOfRangeException>(nameof(randomisations), () => new SimulationOptions { Randomisations = randomisations });

    [Fact]
    public void Number_of_randomisations_that_is_no_power_of_two_is_explained() => Assert.StartsWith(
        "'randomisations' is 12, but must be a power of two from 1 to 64",
        Assert.Throws<ArgumentOutOfRangeException>(() => new SimulationOptions { Randomisations = 12 }).Message,
        StringComparison.Ordinal);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(double.NaN)]
    public void Relative_error_to_reach_lies_between_0_and_1(double error) =>
        Assert.Throws<ArgumentOutOfRangeException>("until relative error", () => new SimulationOptions { UntilRelativeError = error });

    [Theory]
    [InlineData(1)]
    [InlineData(0)]
    [InlineData(-5)]
    [InlineData(100_000_001)]
    public void Number_of_samples_has_limits(int samples) => Assert.Throws<ArgumentOutOfRangeException>(nameof(samples), () => new SimulationOptions { Samples = samples });

    [Fact]
    public void Options_have_documented_defaults()
    {
        var options = new SimulationOptions();
        Assert.Equal((16_384, 20_261_121UL, CancellationToken.None), (options.Samples, options.Seed, options.CancellationToken));
        Assert.Equal((16, Environment.ProcessorCount, null, null), (options.Randomisations, options.Threads, options.UntilRelativeError, options.Progress));
        Assert.Equal((1, 64, 1_024), (new SimulationOptions { Randomisations = 1 }.Randomisations, new SimulationOptions { Randomisations = 64 }.Randomisations, new SimulationOptions { Threads = 1_024 }.Threads));
        Assert.Equal((null, 0.01), (new SimulationOptions { UntilRelativeError = null }.UntilRelativeError, new SimulationOptions { UntilRelativeError = 0.01 }.UntilRelativeError));
        Assert.Equal(2, new SimulationOptions { Samples = 2 }.Samples);
        Assert.Equal(100_000_000, new SimulationOptions { Samples = 100_000_000 }.Samples);
    }

    [Fact]
    public void Sobol_points_are_rounded_up_to_a_power_of_two()
    {
        Assert.Equal(131_072, ((Scalar)(1, 2, 4)).Simulate(new SimulationOptions { Samples = 100_000 }).Samples);
        Assert.Equal(1_024, ((Scalar)(1, 2, 4)).Simulate(new SimulationOptions { Samples = 1_024 }).Samples);
    }

    [Fact]
    public void Cancelled_run_stops()
    {
        using var stop = new CancellationTokenSource();
        stop.Cancel();
        Assert.Throws<OperationCanceledException>(() => ((Scalar)(1, 2, 4)).Simulate(new SimulationOptions { CancellationToken = stop.Token }));
    }
}
