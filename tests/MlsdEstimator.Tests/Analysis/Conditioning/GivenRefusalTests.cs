namespace MlsdEstimator.Tests;

/// <summary>Measurements that a model cannot explain, and results that too few draws carry.</summary>
public class GivenRefusalTests
{
    private static readonly Scalar Users = Uncertain.LogNormal(1000, 0.2).AsScalar().Named("users");

    private static readonly Scalar PerUser = Uncertain.Uniform(2, 4).AsScalar().Named("per user");

    private static readonly Scalar Requests = (Users * PerUser).Named("requests");

    private static Posterior Given(params IReadOnlyList<Measurement> measurements) => Simulation.Run([Requests]).Given(measurements);

    /// <summary>ln(2500 / 1000) / sqrt(0.2^2 + ln(1.02)^2) = 4.559: two-sided 5.1e-6. ln(2700 / 1000) / ... = 4.942: 7.7e-7, below a millionth.</summary>
    [Fact]
    public void Measurement_far_outside_is_refused_with_where_the_model_puts_it()
    {
        Assert.Equal(5.1e-6, Given(Measurement.Of(Users, 2500, 2.Percent)).Measurements[0].Probability, 0.05e-6);
        EstimateException refused = Assert.Throws<EstimateException>(() => Given(Measurement.Of(Users, 2700, 2.Percent)));
        Assert.Equal(
            "'users = 2,700 +- 2%' is impossible under the model, which says 720 to 1,390 (90%): the probability of a reading so far out is 7.7e-7, less than 1e-6. "
            + "Check the unit of the measurement, and that it is of this quantity, statistic and load; if it is right, the ranges of the inputs are too narrow: widen them.",
            refused.Message);
        Assert.Throws<EstimateException>(() => Given(Measurement.Of(Users, 370, 2.Percent)));
    }

    [Fact]
    public void Measurement_outside_the_support_is_refused()
    {
        EstimateException refused = Assert.Throws<EstimateException>(() => Given(Measurement.Of(PerUser, 6, 1.Percent)));
        Assert.Contains("which says 2.1 to 3.9 (90%)", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Measurements_that_contradict_each_other_are_refused()
    {
        EstimateException refused = Assert.Throws<EstimateException>(() => Given(Measurement.Of(Users, 1000, 1.Percent), Measurement.Of(Users, 1200, 1.Percent)));
        Assert.StartsWith("The measurements 'users = 1,000 +- 1%', 'users = 1,200 +- 1%' contradict each other under the model: no draw explains all of them, the best one with a probability of ", refused.Message, StringComparison.Ordinal);
        Given(Measurement.Of(Users, 1000, 1.Percent), Measurement.Of(Users, 1030, 1.Percent));
    }

    [Fact]
    public void Later_measurement_that_contradicts_an_earlier_one_is_refused() =>
        Assert.Throws<EstimateException>(() => Given(Measurement.Of(Users, 1000, 1.Percent)).Given(Users, 1200, 1.Percent));

    [Fact]
    public void Quantity_that_is_infeasible_in_every_draw_is_refused()
    {
        Scalar wait = (1 / (1 - Users)).Named("wait");
        EstimateException refused = Assert.Throws<EstimateException>(() => Given(Measurement.Of(wait, 1, 5.Percent)));
        Assert.Equal("'wait = 1 +- 5%' cannot be: under the model wait is infeasible or not above 0 in every draw.", refused.Message);
    }

    [Fact]
    public void Measurement_that_only_infeasible_draws_explain_is_refused()
    {
        Scalar held = Users.FeasibleWhen(Users < 1000, "overload").Named("carried");
        EstimateException refused = Assert.Throws<EstimateException>(() => Given(Measurement.Of(held, 1300, 1.Percent)));
        Assert.Equal(
            "No draw in which 'carried' can be agrees with the measurements: what they ask for is infeasible in the model. "
            + "Look at the conditions that make it infeasible (overload, a misfit), or at the measurement.",
            refused.Message);
    }

    /// <summary>The cube of three inputs is drawn 2,048 times, of which two or three lie within 0.1 %; asking for more would not make it more.</summary>
    [Fact]
    public void Too_few_draws_of_a_function_are_refused_with_what_helps()
    {
        Scalar cube = Quantity.Function<Scalar>(default(Cube), PerUser * Uncertain.Uniform(1, 3).AsScalar() * Uncertain.Uniform(1, 3).AsScalar()).Named("cube");
        EstimateException refused = Assert.Throws<EstimateException>(() => Simulation.Run([cube], new SimulationOptions { Samples = 65_536 }).Given(cube, 1_728, Fraction.FromPercent(0.1)));
        Assert.EndsWith("A quantity with a function of its own is drawn no more often: measure what goes into the function, or give a larger relative error.", refused.Message, StringComparison.Ordinal);
    }

    /// <summary>A uniform input measured to 0.1 %: its own draws are all there is, and 0.2 % of them agree.</summary>
    [Fact]
    public void Too_few_draws_are_refused_with_how_many_would_do()
    {
        Scalar sum = (PerUser + Uncertain.Uniform(1, 3).AsScalar() + Uncertain.Uniform(1, 3).AsScalar()).Named("sum");
        var run = Simulation.Run([sum], new SimulationOptions { Samples = 2048 });
        EstimateException refused = Assert.Throws<EstimateException>(() => run.Given(sum, 7, Fraction.FromPercent(0.1)));
        Assert.Matches("^Too few draws agree with the measurements: [0-9]+ of 2048 effective ones, so the mean of '.*' is known to 0\\.[0-9]+ of its standard deviation, and 0\\.1 is allowed\\. Give more draws, SimulationOptions \\{ Samples = [0-9]+ \\}, or a larger relative error\\.$", refused.Message);
        Assert.InRange(run.Given(sum, 7, 10.Percent).LargestError, 0.001, 0.1);
    }

    /// <summary>Half of the draws of users below 1000 are feasible; a reading of 1000 +- 20 % leaves those.</summary>
    [Fact]
    public void Infeasible_draws_have_no_weight()
    {
        Scalar held = Users.FeasibleWhen(Users < 1000, "overload").Named("carried");
        Posterior posterior = Given(Measurement.Of(held, 1000, 20.Percent));
        Assert.InRange(posterior.Of(Users).Quantile(0.9999).Value, 990, 1000);
        Assert.Equal(0, posterior.Of(held).ProbabilityInfeasible.Value);
        Assert.Equal(0.5, posterior.EffectiveSamples / posterior.Samples, 0.01);
    }

    [Fact]
    public void Cancelled_run_stops()
    {
        using var source = new CancellationTokenSource();
        Simulation run = Simulation.Run([Users], new SimulationOptions { CancellationToken = source.Token });
        source.Cancel();
        Assert.Throws<OperationCanceledException>(() => run.Given(Users, 1000, 5.Percent));
    }

    private readonly record struct Cube : IFunction
    {
        public string Name => "cube";

        public void Evaluate(ReadOnlySpan<double> inputs, Span<double> outputs) => outputs[0] = inputs[0] * inputs[0] * inputs[0];
    }
}
