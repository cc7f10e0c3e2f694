namespace MlsdEstimator.Tests;

public class ConvergenceTests
{
    private static readonly CapacityWorkload Workload = new();

    [Fact]
    public void Run_doubles_its_draws_until_every_statistic_is_as_exact_as_asked()
    {
        using var run = Simulation.Run(Workload.Outputs, new SimulationOptions { Samples = 4_096, UntilRelativeError = 0.005 });
        Convergence reached = run.Convergence!;
        Assert.True(reached.IsReached);
        Assert.InRange(reached.Worst, 0.0005, 0.005);
        Assert.InRange(reached.Samples, 16_384, 131_072);
        double[] errors = [.. Workload.Outputs.SelectMany(output => Errors(run.Of(output)))];
        Assert.Equal(reached.Worst, errors.Max(), 1e-15);
        Assert.All(Workload.Outputs, output => Assert.Equal(reached.Samples, run.Of(output).Samples));
        using var less = Simulation.Run(Workload.Outputs, new SimulationOptions { Samples = reached.Samples / 2 });
        Assert.InRange(Workload.Outputs.SelectMany(output => Errors(less.Of(output))).Max(), 0.005, 0.1);
    }

    /// <summary>The draws of a run that grew are those of one that was as long from the start.</summary>
    [Fact]
    public void Run_that_grew_is_the_run_of_so_many_draws()
    {
        using var grown = Simulation.Run(Workload.Outputs, new SimulationOptions { Samples = 16_384, UntilRelativeError = 0.004 });
        using var whole = Simulation.Run(Workload.Outputs, new SimulationOptions { Samples = grown.Convergence!.Samples });
        Assert.True(grown.Convergence.Samples > 16_384);
        Assert.Equal(whole.Of(Workload.LogStorage).Mean.Bytes, grown.Of(Workload.LogStorage).Mean.Bytes);
        Assert.Equal(whole.Of(Workload.LogStorage).High.Bytes, grown.Of(Workload.LogStorage).High.Bytes);
    }

    [Fact]
    public void Run_that_is_exact_enough_at_once_draws_no_more()
    {
        Scalar x = (1, 2, 4);
        Scalar product = (x * 3).Named("product");
        using var run = Simulation.Run([product], new SimulationOptions { UntilRelativeError = 0.5 });
        Assert.Equal(16_384, run.Of(product).Samples);
        Assert.StartsWith("reached 50% with 16,384 draws: ", run.Convergence!.ToString(), StringComparison.Ordinal);
        Assert.Contains(" of product is known to 0.0", run.Convergence.ToString(), StringComparison.Ordinal);
        Assert.Equal("product", run.Convergence.Output);
        Assert.Null(Simulation.Run([product]).Convergence);
    }

    /// <summary>The median of a symmetric belief around 0 has no relative error to reach.</summary>
    [Fact]
    public void Run_that_cannot_be_as_exact_as_asked_says_so()
    {
        Scalar x = Uncertain.Normal(0, 1).AsScalar(), y = Uncertain.Normal(0, 1).AsScalar();
        Scalar difference = (x - y).Named("difference");
        using var run = Simulation.Run([difference], new SimulationOptions { UntilRelativeError = 1e-6, MostSamplesOfRun = 65_536 });
        Assert.False(run.Convergence!.IsReached);
        Assert.Equal((65_536, 1e-6, "difference"), (run.Convergence.Samples, run.Convergence.Target, run.Convergence.Output));
        Assert.Contains(run.Convergence.Statistic, new[] { "mean", "50 % point" });
        Assert.StartsWith("NOT reached 0.0001% with 65,536 draws: ", run.Convergence.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Condition_is_drawn_until_its_share_is_exact_enough()
    {
        Scalar x = Uncertain.Normal(0, 1).AsScalar(), y = Uncertain.Normal(0, 1).AsScalar();
        ConditionEstimate likely = (x + y > 3).Probability(new SimulationOptions { Samples = 1_024, UntilRelativeError = 0.01 });
        Assert.InRange(likely.TrueError.Value / likely.True.Value, 0.0001, 0.01);
        Assert.InRange(likely.Samples, 4_096, 262_144);
    }

    /// <summary>No draw of the first 64 hits an event of one in 10,000: that its share is 0 is not known.</summary>
    [Fact]
    public void Condition_that_no_draw_meets_yet_is_drawn_further()
    {
        Scalar x = Uncertain.Uniform(0, 1).AsScalar();
        ConditionEstimate rare = (x < 1e-4).Probability(new SimulationOptions { Samples = 64, UntilRelativeError = 0.1 });
        Assert.Equal(1e-4, rare.True.Value, 4e-5);
        Assert.Equal(64, (Scalar.FromNumber(1) > 2).Probability(new SimulationOptions { Samples = 64, UntilRelativeError = 0.1 }).Samples);
    }

    [Fact]
    public void Costly_results_grow_too()
    {
        Scalar x = (1.2, 1.5, 1.8);
        Scalar costly = Quantity.Table<Scalar, Scalar>(x * (Scalar)(1, 2, 3), (0, 0), (200, 100));
        using var run = Simulation.Run([costly, x], new SimulationOptions { UntilRelativeError = 0.003 });
        Assert.True(run.Convergence!.IsReached);
        Assert.Equal(run.Convergence.Samples / 8, run.Of(costly).Samples);
        Assert.True(run.Of(costly).Samples > 2_048);
    }

    [Fact]
    public void Single_randomisation_cannot_tell_when_to_stop()
    {
        ArgumentException refused = Assert.Throws<ArgumentException>("options", () => Simulation.Run(Workload.Outputs, new SimulationOptions { Randomisations = 1, UntilRelativeError = 0.01 }));
        Assert.StartsWith("A run until a relative error needs at least 2 randomisations", refused.Message, StringComparison.Ordinal);
    }

    private static IEnumerable<double> Errors(IEstimate belief) =>
    [
        belief.MeanError.BaseValue / belief.Mean.BaseValue,
        .. new[] { 0.05, 0.5, 0.95 }.Select(point => belief.QuantileError(point).BaseValue / belief.Quantile(point).BaseValue),
    ];
}
