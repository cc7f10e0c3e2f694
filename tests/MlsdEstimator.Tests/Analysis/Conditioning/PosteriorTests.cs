namespace MlsdEstimator.Tests;

/// <summary>What can be read from narrowed inputs.</summary>
public class PosteriorTests
{
    private static readonly VideoModel Model = new();

    private static readonly Posterior Tested = Simulation.Run([Model.QpsPeak]).Given(Model.QpsPeak, 60_000.PerSecond, 2.Percent);

    /// <summary>By quadrature 90 % lay between 18.64 and 92.94 k/s.</summary>
    [Fact]
    public void Measurement_stands_beside_what_the_model_said()
    {
        MeasurementFit fit = Assert.Single(Tested.Measurements);
        Assert.Equal("peak QPS = 60 k/s +- 2%", fit.Text);
        Assert.Matches("^18\\.\\d to 9\\d\\.\\d k/s$", fit.Before);
        Assert.Equal([18.64, 92.94], EndsOf.Range(fit.Before), EndsOf.Within(0.004));
        Assert.Equal(0.454, fit.Probability, 0.02);
    }

    [Fact]
    public void Inputs_are_listed_with_the_most_narrowed_first()
    {
        Assert.Equal(["requests per user per day", "peak factor", "daily active users"], Tested.Inputs.Select(input => input.Name));
        NarrowedInput requests = Tested.Inputs[0];
        Assert.Equal("5 | 10 | 20", requests.Before);
        Assert.Equal("9.23 | 13 | 18.9", requests.After);
        Assert.Equal(0.484, requests.Narrowing, 0.004);
        Assert.Equal("requests per user per day: 5 | 10 | 20 before, 9.23 | 13 | 18.9 after, 48% narrower", requests.ToString());
    }

    [Fact]
    public void Text_is_a_table() => Assert.Equal(
        $"""
        peak QPS = 60 k/s +- 2%; the model said {Tested.Measurements[0].Before} (90%), a reading so far out has probability 0.454
        input                      before (90%)           after (90%)            narrower
        requests per user per day  5 | 10 | 20            9.23 | 13 | 18.9            48%
        peak factor                1.75 | 2.42 | 3.5      1.88 | 2.65 | 3.59           7%
        daily active users         120 M | 147 M | 180 M  124 M | 150 M | 183 M        3%
        requests per user per day and peak factor: correlation -0.83
        requests per user per day and daily active users: correlation -0.43
        peak factor and daily active users: correlation -0.13
        14588 effective of 16384 draws; means known to 0.02% of their standard deviation
        """, Tested.ToString());

    [Fact]
    public void Quantities_of_one_run_share_draws()
    {
        PosteriorSimulation run = Tested.Simulate(Model.QpsPeak, Model.Cost);
        Assert.True(run.Contains(Model.Cost));
        Assert.False(run.Contains(Model.Users));
        Assert.Equal(run.Of(Model.QpsPeak).Median.PerSecond, ((IQuantity)run.Of((IQuantity)Model.QpsPeak).Median).BaseValue);
        ArgumentException refused = Assert.Throws<ArgumentException>(() => run.Of(Model.Users));
        Assert.Equal("'daily active users' was not part of this run; add it to the quantities of Posterior.Simulate. (Parameter 'quantity')", refused.Message);
    }

    /// <summary>Built after the measurement: cost over cost is 1 in every draw, and a new input is independent of the measured ones.</summary>
    [Fact]
    public void Quantity_of_the_next_worksheet_shares_the_inputs()
    {
        Scalar growth = Uncertain.LogNormal(2, 0.5).AsScalar().Named("growth");
        Rate next = Model.QpsPeak * growth;
        Assert.Equal(1, Tested.Of(next / (Model.QpsPeak * growth)).StandardDeviation.Value + Tested.Of(next / (Model.QpsPeak * growth)).Mean.Value, 1e-12);
        Assert.Equal(119_929, Tested.Of(next).Median.PerSecond, 1_500.0);
    }

    /// <summary>An input made after the measurement and correlated with a measured one follows it: E[z'] = 0.8 E[z].</summary>
    [Fact]
    public void Input_correlated_with_a_narrowed_one_follows_it()
    {
        Scalar users = Uncertain.LogNormal(1000, 0.5).AsScalar().Named("users");
        Posterior posterior = Simulation.Run([users]).Given(users, 2000, 1.Percent);
        Scalar teams = Uncertain.LogNormal(10, 0.3).AsScalar().CorrelatedWith(users, 0.8);
        double expected = Math.Log(10) + 0.3 * 0.8 * Math.Log(2) / 0.5;
        Assert.Equal(expected, posterior.Of(teams.Log()).Mean.Value, 0.002);
        Assert.Equal(0.18, posterior.Of(teams.Log()).StandardDeviation.Value, 0.002);
    }

    /// <summary>Correlated log-normals: ln x and ln y with 0.3, 0.4 and correlation 0.5; the product measured as 1500 +- 2 %: closed form by NumPy.</summary>
    [Fact]
    public void Correlated_inputs_are_conditioned_in_closed_form()
    {
        Scalar x = Uncertain.LogNormal(10, 0.3).AsScalar().Named("x");
        Scalar y = Uncertain.LogNormal(100, 0.4).AsScalar().CorrelatedWith(x, 0.5).Named("y");
        Posterior posterior = Simulation.Run([x * y]).Given(x * y, 1500, 2.Percent);
        Assert.Equal(16_384, posterior.EffectiveSamples, 1e-6);
        Assert.Equal(LnX, posterior.Of(x.Log()).Mean.Value, 1e-4);
        Assert.Equal(SdX, posterior.Of(x.Log()).StandardDeviation.Value, 1e-4);
    }

    private const double LnX = 2.4667888084172613;
    private const double SdX = 0.1710367539960271;

    [Fact]
    public void Chained_measurements_are_the_same_as_both_at_once()
    {
        Posterior chained = Tested.Given(Model.Users, 155e6, 3.Percent);
        Posterior together = Simulation.Run([Model.QpsPeak]).Given(Measurement.Of(Model.QpsPeak, 60_000.PerSecond, 2.Percent), Measurement.Of(Model.Users, 155e6, 3.Percent));
        Assert.Equal(together.ToString(), chained.ToString());
        Assert.Equal(2, chained.Measurements.Count);
        Assert.Equal(together.Of(Model.Cost).Mean.Value, chained.Of(Model.Cost).Mean.Value);
    }

    [Fact]
    public void Order_of_measurements_does_not_matter()
    {
        Simulation run = Simulation.Run([Model.QpsPeak]);
        Measurement peak = Measurement.Of(Model.QpsPeak, 60_000.PerSecond, 2.Percent), users = Measurement.Of(Model.Users, 155e6, 3.Percent);
        Posterior one = run.Given(peak, users), other = run.Given(users, peak);
        foreach (IQuantity quantity in new IQuantity[] { Model.Users, Model.Requests, Model.PeakFactor, Model.QpsPeak })
            Assert.Equal(1, one.Of(quantity).Median.BaseValue / other.Of(quantity).Median.BaseValue, 0.003);
    }

    [Fact]
    public void Other_quantities_are_as_before()
    {
        Posterior other = Simulation.Run([Model.QpsPeak]).Given(Model.QpsPeak, 30_000.PerSecond, 5.Percent);
        Assert.Equal(Tested.Of(Model.Price).Low.Value, other.Of(Model.Price).Low.Value);
        Assert.Equal(Model.Price.Simulate().High.Value, Tested.Of(Model.Price).High.Value, 3.0);
    }

    [Fact]
    public void Certain_quantity_reads_as_it_is()
    {
        PosteriorEstimate<Scalar> three = Tested.Of((Scalar)3);
        Assert.Equal((3, 3, 3, 0), (three.Low.Value, three.Mean.Value, three.High.Value, three.StandardDeviation.Value));
    }

    [Fact]
    public void Infeasible_draws_of_a_quantity_read_saturated()
    {
        Scalar held = Model.Requests.FeasibleWhen(Model.Requests < 15, "overload");
        PosteriorEstimate<Scalar> estimate = Tested.Of(held);
        Assert.Equal(("saturated", "saturated", "saturated"), (estimate.High.ToString(), estimate.Mean.ToString(), estimate.MeanError.ToString()));
        Assert.InRange(estimate.ProbabilityInfeasible.Value, 0.2, 0.3);
        Assert.Equal(9.22, estimate.Low.Value, 0.05);
        Assert.EndsWith("| saturated (90%)", estimate.ToString(), StringComparison.Ordinal);
        Assert.Equal("saturated", Tested.Of(held.Marked(Aspect.MoreIsBetter)).Low.ToString());
    }

    /// <summary>Its 90 % range is one value, so widths are those of scores; and widths of a range that reaches 0 or below are differences.</summary>
    [Fact]
    public void Narrowing_of_every_kind_of_range_is_a_number()
    {
        Scalar days = Uncertain.OneOf((30, 0.97), (90, 0.03)).AsScalar().Named("days"), rows = Uncertain.LogNormal(100, 0.8).AsScalar().Named("rows");
        Scalar growth = Uncertain.Normal(1, 2).AsScalar().Named("growth");
        Posterior posterior = Simulation.Run([days], new SimulationOptions { Samples = 65_536 }).Given((days * rows * (growth + 100)).Named("stored"), 9e5, 10.Percent);
        NarrowedInput[] inputs = [.. posterior.Inputs.Where(input => input.Name != "rows")];
        Assert.All(inputs, input => Assert.InRange(input.Narrowing, -0.2, 0.2));
        Assert.Equal("30 | 30 | 30", inputs.Single(input => input.Name == "days").Before);
        Assert.Equal("-2.29 | 1 | 4.29", inputs.Single(input => input.Name == "growth").Before);
    }

    [Fact]
    public void Quantity_that_is_infeasible_everywhere_has_probability_one_of_it()
    {
        Scalar never = (Model.Requests * Model.Cost).FeasibleWhen(Model.Requests < 0, "never");
        Assert.Equal(1, Tested.Of(never).ProbabilityInfeasible.Value);
    }

    [Fact]
    public void Bad_arguments_are_refused()
    {
        Assert.Throws<ArgumentException>(() => Tested.Simulate());
        Assert.Throws<ArgumentNullException>(() => Tested.Simulate([null!]));
        Assert.Throws<ArgumentNullException>(() => Tested.Of((IQuantity)null!));
        Assert.Throws<ArgumentNullException>(() => Tested.Of<Scalar>(null!));
        Assert.Throws<ArgumentNullException>(() => Tested.Correlation(null!, Model.Users));
        Assert.Throws<ArgumentException>(() => Tested.Given([]));
        Assert.Throws<ArgumentOutOfRangeException>(() => Tested.Of(Model.Users).Quantile(1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Tested.Of(Model.Users).QuantileError(0));
        Assert.Throws<ArgumentNullException>(() => ((Simulation)null!).Given(Model.Users, 1e8, 2.Percent));
    }

    [Fact]
    public void Effective_draws_and_errors_are_reported()
    {
        Assert.Equal(16_384, Tested.Samples);
        Assert.InRange(Tested.EffectiveSamples, 14_000, 15_500);
        Assert.InRange(Tested.LargestError, 1e-4, 0.02);
        PosteriorEstimate<Rate> peak = Tested.Of(Model.QpsPeak);
        Assert.Equal((16_384, Tested.EffectiveSamples), (peak.Samples, peak.EffectiveSamples));
        Assert.InRange(peak.MeanError.PerSecond, 0.1, 20);
        Assert.InRange(peak.QuantileError(0.5).PerSecond, 0.1, 40);
        Assert.Equal(0, Tested.Of(Model.Gpus).QuantileError(0.5).Value);
    }

    /// <summary>Log-normal with median 2 and sigma 0.5, which no measurement touches: mean 2 e^(1/8), standard deviation mean x sqrt(e^(1/4) - 1), 95 % point 2 e^(0.5 x 1.645).</summary>
    [Fact]
    public void Untouched_input_keeps_every_statistic()
    {
        Scalar growth = Uncertain.LogNormal(2, 0.5).AsScalar();
        PosteriorEstimate<Scalar> belief = Tested.Of(growth);
        Assert.Equal([0.8787, 2, 4.5522], belief.Quantiles(0.05, 0.5, 0.95).Select(one => one.Value), EndsOf.Within(0.002));
        Assert.Equal(1.20780, belief.StandardDeviation.Value, 5.5 * belief.StandardDeviationError.Value);
        Assert.InRange(belief.StandardDeviationError.Value, 1e-5, 0.02);
        Likelihood above = belief.ProbabilityAbove(4.5522);
        Assert.Equal(0.05, above.Value.Value, 5.5 * above.StandardError.Value);
        Assert.InRange(above.StandardError.Value, 1e-6, 0.002);
        Assert.Equal(1, belief.Histogram(10).Bins.Sum(bin => bin.Share.Value.Value), 1e-12);
        Assert.Equal(10, belief.Histogram(10).Bins.Count);
    }

    [Fact]
    public void Share_of_infeasible_draws_has_an_error()
    {
        Scalar growth = Uncertain.LogNormal(2, 0.5).AsScalar();
        PosteriorEstimate<Scalar> belief = Tested.Of(growth.FeasibleWhen(growth < 4.5522, "too large"));
        Assert.Equal(0.05, belief.ProbabilityInfeasible.Value, 5.5 * belief.ProbabilityInfeasibleError.Value);
        Assert.InRange(belief.ProbabilityInfeasibleError.Value, 1e-6, 0.002);
    }

    [Fact]
    public void Correlation_with_an_input_that_was_not_measured_is_refused()
    {
        ArgumentException refused = Assert.Throws<ArgumentException>(() => Tested.Correlation(Model.Users, Model.Price));
        Assert.Equal(
            "The measurements are not about 'price per GPU and month'. They are about: 'requests per user per day', 'peak factor', 'daily active users'. (Parameter 'second')",
            refused.Message);
    }

    [Fact]
    public void Same_seed_gives_same_bits_and_another_seed_other_draws()
    {
        Posterior again = Simulation.Run([Model.QpsPeak]).Given(Model.QpsPeak, 60_000.PerSecond, 2.Percent);
        Posterior other = Simulation.Run([Model.QpsPeak], new SimulationOptions { Seed = 1 }).Given(Model.QpsPeak, 60_000.PerSecond, 2.Percent);
        Assert.Equal(Tested.Of(Model.Cost).Mean.Value, again.Of(Model.Cost).Mean.Value);
        Assert.NotEqual(Tested.Of(Model.Cost).Mean.Value, other.Of(Model.Cost).Mean.Value);
    }

    [Fact]
    public void Random_draws_agree_within_their_error()
    {
        Posterior random = Simulation.Run([Model.QpsPeak], new SimulationOptions { Method = SimulationMethod.Random }).Given(Model.QpsPeak, 60_000.PerSecond, 2.Percent);
        Assert.Equal(13.0298, random.Of(Model.Requests).Median.Value, 0.15);
    }

    [Fact]
    public void Function_of_ones_own_is_measured_with_fewer_draws()
    {
        Scalar x = Uncertain.LogNormal(10, 0.3).AsScalar().Named("x");
        Scalar read = Quantity.Table<Scalar, Scalar>(x, (0, 0), (1000, 2000)).Named("table");
        Posterior posterior = Simulation.Run([read]).Given(read, 24, 10.Percent);
        Assert.Equal(2_048, posterior.Samples);
        Assert.Equal(11.814, posterior.Of(x).Median.Value, 0.1);
    }
}
