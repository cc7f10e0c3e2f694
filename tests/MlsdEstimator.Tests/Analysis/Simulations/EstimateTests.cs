namespace MlsdEstimator.Tests;

/// <summary>Standard errors, probabilities and text of estimates; closed forms within 5.5 standard errors of 16 randomisations.</summary>
public class EstimateTests
{
    private static readonly SimulationOptions Many = new() { Samples = 65_536 };

    /// <summary>N(1, 3) + N(2, 4) = N(3, 5); 95 % point 3 + 1.6448536 x 5, P(above 8) = P(Z above 1) = 0.1586553.</summary>
    [Fact]
    public void Sum_of_normals_is_normal_within_its_errors()
    {
        Estimate<Scalar> belief = (Uncertain.Normal(1, 3).AsScalar() + Uncertain.Normal(2, 4).AsScalar()).Simulate(Many);
        AssertNear(3, belief.Mean, belief.MeanError, 0.01);
        AssertNear(5, belief.StandardDeviation, belief.StandardDeviationError, 0.01);
        AssertNear(11.2242681, belief.High, belief.QuantileError(0.95), 0.05);
        AssertNear(3, belief.Median, belief.QuantileError(0.5), 0.05);
        AssertNear(0.1586553, belief.ProbabilityAbove(8), 0.002);
    }

    /// <summary>sigma sqrt(0.3^2 + 0.4^2) = 0.5: median 1000, mean 1000 exp(0.125), sd mean sqrt(exp(0.25) - 1), 99 % point 1000 exp(0.5 x 2.3263479).</summary>
    [Fact]
    public void Product_of_log_normals_is_log_normal_within_its_errors()
    {
        Estimate<Scalar> belief = (Uncertain.LogNormal(10, 0.3).AsScalar() * Uncertain.LogNormal(100, 0.4).AsScalar()).Simulate(Many);
        AssertNear(1133.148453, belief.Mean, belief.MeanError, 2);
        AssertNear(603.9005, belief.StandardDeviation, belief.StandardDeviationError, 5);
        Assert.Equal(1000, belief.Median.Value, 1e-9);
        Assert.Equal(3200.0740079, belief.Quantile(0.99).Value, 1e-6);
    }

    /// <summary>0.3 N(0, 1) + 0.7 N(4, 1): mean 2.8, P(above 4) = 0.7 / 2 + 0.3 x 3.167124e-5, sd sqrt(1 + 0.21 x 16).</summary>
    [Fact]
    public void Mixture_has_its_closed_form_within_its_errors()
    {
        Scalar choice = Uncertain.Uniform(0, 1).AsScalar();
        Scalar low = Uncertain.Normal(0, 1).AsScalar(), high = Uncertain.Normal(4, 1).AsScalar();
        Estimate<Scalar> belief = Quantity.If<Scalar>(choice < 0.3, low, high).Simulate(Many);
        AssertNear(2.8, belief.Mean, belief.MeanError, 0.01);
        AssertNear(2.088061302, belief.StandardDeviation, belief.StandardDeviationError, 0.01);
        AssertNear(0.3500095, belief.ProbabilityAbove(4), 0.005);
    }

    [Fact]
    public void Quantity_less_itself_is_0_and_over_itself_1_without_spread()
    {
        Scalar x = (1, 2, 7);
        foreach ((Scalar quantity, double value) in new[] { (x - x, 0.0), (x / x, 1.0) })
        {
            Estimate<Scalar> belief = quantity.Simulate();
            Assert.Equal([value, value, value, value], new[] { belief.Low, belief.Median, belief.High, belief.Mean }.Select(one => one.Value));
            Assert.Equal([0, 0, 0, 0], new[] { belief.StandardDeviation, belief.MeanError, belief.StandardDeviationError, belief.QuantileError(0.95) }.Select(one => one.Value));
            Assert.Equal($"{value} | {value} | {value} (90%)", belief.ToString());
        }
    }

    [Fact]
    public void Errors_of_random_draws_are_those_of_the_law_of_large_numbers()
    {
        var options = new SimulationOptions { Method = SimulationMethod.Random, Samples = 65_536, Randomisations = 64 };
        Estimate<Scalar> belief = (-Uncertain.Normal(0, 1).AsScalar()).Simulate(options);
        Assert.InRange(belief.MeanError.Value * 256, 0.65, 1.35);
        Assert.InRange(belief.StandardDeviationError.Value * 256 * Math.Sqrt(2), 0.65, 1.35);
        Assert.InRange(belief.ProbabilityAbove(0).StandardError.Value * 512, 0.65, 1.35);
        Assert.InRange(belief.QuantileError(0.5).Value * 256 / 1.2533, 0.65, 1.35);
    }

    /// <summary>The larger of two exponentials is below x with probability (1 - e^-x)^2, so its 95 % point is -ln(1 - sqrt 0.95). Read from two or three draws, or without the rounding of counts, the root mean square is 1.4.</summary>
    [Fact]
    public void Errors_of_quantiles_are_as_large_as_the_errors_where_randomisations_agree_by_chance()
    {
        double[] scores = [.. Enumerable.Range(1, 200).Select(seed => LargerOfTwo((ulong)seed)).Select(belief => (belief.High.Value - 3.6761383470778695) / belief.QuantileError(0.95).Value)];
        Assert.InRange(Math.Sqrt(scores.Average(score => score * score)), 0.8, 1.25);
        Assert.InRange(scores.Max(Math.Abs), 0, 5);
    }

    /// <summary>16 counts that are rounded to whole draws miss by sqrt(16 / 12) = 1.15 of 16,384 draws together; the density of the sum is 1 at its median.</summary>
    [Fact]
    public void Quantile_between_draws_has_an_error_for_any_seed() =>
        Assert.All(Enumerable.Range(1, 50), seed => Assert.InRange(SumOfTwo((ulong)seed).QuantileError(0.5).Value * 16_384, 0.6, 100));

    [Fact]
    public void Points_of_an_input_are_exact()
    {
        Scalar x = Uncertain.Normal(10, 2).AsScalar();
        Estimate<Scalar> belief = x.Simulate();
        Assert.Equal([6.710292746, 10, 13.289707254], belief.Quantiles(0.05, 0.5, 0.95).Select(point => Math.Round(point.Value, 9)));
        Assert.Equal(0, belief.QuantileError(0.05).Value);
        Assert.True(belief.MeanError.Value > 0);
    }

    [Fact]
    public void Several_quantiles_are_those_asked_for_one_by_one()
    {
        Estimate<Scalar> belief = ((Scalar)(1, 2, 7) * (Scalar)(1, 2, 3)).Simulate();
        Assert.Equal([belief.Quantile(0.9), belief.Low, belief.Quantile(0.9)], belief.Quantiles(0.9, 0.05, 0.9));
        Assert.Empty(belief.Quantiles());
        Assert.Throws<ArgumentOutOfRangeException>("probability", () => belief.Quantiles(0.5, 1));
        Assert.Throws<ArgumentOutOfRangeException>("probability", () => belief.QuantileError(0));
        Assert.Throws<ArgumentNullException>("probabilities", () => belief.Quantiles(null!));
    }

    [Fact]
    public void Single_randomisation_says_that_it_does_not_know_its_error()
    {
        Estimate<Scalar> belief = ((Scalar)(1, 2, 7) * (Scalar)(1, 2, 3)).Simulate(new SimulationOptions { Randomisations = 1 });
        Assert.True(belief.Median.IsFeasible && belief.Mean.IsFeasible);
        Assert.All([belief.MeanError, belief.StandardDeviationError, belief.QuantileError(0.5)], error => Assert.False(error.IsFeasible));
        Assert.Contains("needs at least 2 randomisations", Assert.Throws<EstimateException>(() => belief.MeanError.Value).Message, StringComparison.Ordinal);
        Assert.DoesNotContain("±", belief.ToString(), StringComparison.Ordinal);
        Assert.False(belief.ProbabilityAbove(2).StandardError.IsFeasible);
    }

    /// <summary>Overload in 20 % of belief: it counts as above any wait, and as below any spare capacity.</summary>
    [Fact]
    public void Infeasible_draws_are_on_the_bad_side()
    {
        Scalar load = Uncertain.Uniform(0, 1).AsScalar();
        Condition fits = load < 0.8;
        Scalar wait = load.FeasibleWhen(fits, "overload"), spare = (1 - load).FeasibleWhen(fits, "overload").Marked(Aspect.MoreIsBetter);
        using var run = Simulation.Run([wait, spare, load], Many);
        AssertNear(0.2, run.Of(wait).ProbabilityInfeasible, run.Of(wait).ProbabilityInfeasibleError, 0.001);
        AssertNear(0.6, run.Of(wait).ProbabilityAbove(0.4), 0.001);
        AssertNear(0.6, run.Of(spare).ProbabilityAbove(0.4), 0.001);
        Assert.Equal(0.5, run.ProbabilityAbove(spare, wait).Value.Value, 1e-12);
        Assert.Equal(0.5, run.ProbabilityAbove(wait, spare).Value.Value, 1e-12);
        AssertNear(0.2, run.ProbabilityAbove(wait, load), 0.001);
        Assert.False(run.Of(wait).MeanError.IsFeasible);
    }

    [Fact]
    public void Probability_between_two_quantities_counts_draws_of_one_run()
    {
        Scalar x = (1, 2, 7), y = x * 2;
        using var run = Simulation.Run([x, y]);
        Assert.Equal((1, 0, 0), (run.ProbabilityAbove(y, x).Value.Value, run.ProbabilityAbove(x, y).Value.Value, run.ProbabilityAbove(x, x).Value.Value));
        Assert.Equal(0, run.ProbabilityAbove(y, x).StandardError.Value);
        Assert.Equal("100%", run.ProbabilityAbove(y, x).ToString());
        Assert.Throws<ArgumentException>("quantity", () => run.ProbabilityAbove(x * 3, x));
        Assert.Throws<ArgumentException>("other", () => run.ProbabilityAbove(x, x * 3));
        Assert.Throws<ArgumentNullException>("quantity", () => run.ProbabilityAbove<Scalar>(null!, x));
        Assert.Throws<ArgumentNullException>("other", () => run.ProbabilityAbove(x, null!));
    }

    [Fact]
    public void Threshold_is_one_value_of_the_same_type()
    {
        Rate rate = (Scalar)(1, 2, 4) / Duration.Second;
        IEstimate belief = Simulation.Run([rate]).Of((IQuantity)rate);
        Assert.Equal(0.5, belief.ProbabilityAbove(2.PerSecond).Value.Value, 0.001);
        Assert.StartsWith("The threshold is a range, ~2 /s; give one value", Assert.Throws<ArgumentException>("threshold", () => belief.ProbabilityAbove(rate)).Message, StringComparison.Ordinal);
        Assert.StartsWith("'2 s' is a duration, but a rate is compared", Assert.Throws<ArgumentException>("threshold", () => belief.ProbabilityAbove(2.Seconds)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentNullException>("threshold", () => rate.Simulate().ProbabilityAbove(null!));
        Assert.Throws<ArgumentException>("threshold", () => belief.ProbabilityAbove(null!));
        Assert.Throws<EstimateException>(() => belief.ProbabilityAbove(Quantity.Infeasible<Rate>("overload")));
    }

    [Fact]
    public void Reading_by_interface_is_the_typed_one()
    {
        Rate rate = (Scalar)(1, 2, 4) * (Scalar)(1, 2, 4) / Duration.Second;
        using var run = Simulation.Run([rate]);
        IEstimate any = run.Of((IQuantity)rate);
        Estimate<Rate> typed = run.Of(rate);
        Assert.Equal(
            [typed.MeanError, typed.StandardDeviation, typed.StandardDeviationError, typed.QuantileError(0.2), typed.Quantiles(0.1, 0.9)[1]],
            [any.MeanError, any.StandardDeviation, any.StandardDeviationError, any.QuantileError(0.2), any.Quantiles(0.1, 0.9)[1]]);
        Assert.Equal((typed.ProbabilityInfeasible, typed.ProbabilityInfeasibleError), (any.ProbabilityInfeasible, any.ProbabilityInfeasibleError));
        Assert.Equal(typed.Histogram(7).Bins.Select(bin => bin.To), any.Histogram(7).Bins.Select(bin => (Rate)bin.To));
    }

    [Fact]
    public void Condition_knows_how_exact_its_shares_are()
    {
        Scalar x = Uncertain.Normal(0, 1).AsScalar(), y = Uncertain.Normal(0, 1).AsScalar();
        ConditionEstimate above = (x.FeasibleWhen(y > -1, "too low") > 0).Probability(Many);
        AssertNear(0.4206724, above.True, above.TrueError, 0.005);
        AssertNear(0.4206724, above.False, above.FalseError, 0.005);
        AssertNear(0.1586553, above.Infeasible, above.InfeasibleError, 0.002);
        Assert.Equal(1, above.True.Value + above.False.Value + above.Infeasible.Value, 1e-12);
    }

    private static void AssertNear(double exact, IQuantity value, IQuantity error, double most)
    {
        Assert.InRange(error.BaseValue, 1e-7 * exact, most);
        Assert.InRange((value.BaseValue - exact) / error.BaseValue, -5.5, 5.5);
    }

    private static void AssertNear(double exact, Likelihood likelihood, double most) => AssertNear(exact, likelihood.Value, likelihood.StandardError, most);

    private static Estimate<Scalar> LargerOfTwo(ulong seed) =>
        Scalar.Max(Uncertain.Exponential(1).AsScalar(), Uncertain.Exponential(1).AsScalar()).Simulate(new SimulationOptions { Seed = seed, Samples = 4_096 });

    private static Estimate<Scalar> SumOfTwo(ulong seed) =>
        (Uncertain.Uniform(0, 1).AsScalar() + Uncertain.Uniform(0, 1).AsScalar()).Simulate(new SimulationOptions { Seed = seed });
}
