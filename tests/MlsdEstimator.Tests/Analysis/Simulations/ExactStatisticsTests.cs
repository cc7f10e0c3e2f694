namespace MlsdEstimator.Tests;

/// <summary>
/// The capacity workload against its exact statistics: quadrature over the bounded factors of each output, 12 digits (SciPy, by the script golden.py that the
/// workload is published with).
/// </summary>
/// <remarks>With 16 randomisations a standard error has 15 degrees of freedom: beyond 5.5 of them lies one draw in 16,000.</remarks>
public class ExactStatisticsTests
{
    private const double MostErrors = 5.5;

    private static readonly CapacityWorkload Workload = new();
    private static readonly double[] Points = [0.05, 0.5, 0.95];

    private static readonly Lazy<Simulation[]> Runs = new(() => [.. Enumerable.Range(1, 20).Select(seed => Draw((ulong)seed, 32_768))]);

    [Theory]
    [InlineData(0, 46828.8063814, 18643.8378273, 41526.262834, 92938.3163382)]
    [InlineData(1, 646965034.582, 101279174.943, 442154943.614, 1865212806.23)]
    [InlineData(2, 7.71389350033e15, 4.543031099e14, 2.86038827152e15, 3.16190498277e16)]
    [InlineData(4, 2383.15184205, 1200.75349827, 2152.53498273, 4952.33044404)]
    public void Continuous_statistics_are_exact_within_their_error_for_20_seeds(int output, double mean, double low, double median, double high)
    {
        foreach (Simulation run in Runs.Value)
        {
            IEstimate belief = run.Of(Workload.Outputs[output]);
            AssertNear(mean, belief.Mean, belief.MeanError);
            foreach ((double point, double exact) in Points.Zip([low, median, high]))
                AssertNear(exact, belief.Quantile(point), belief.QuantileError(point));
        }
    }

    [Fact]
    public void Number_of_machines_is_exact_for_20_seeds()
    {
        foreach (Estimate<Scalar> belief in Runs.Value.Select(run => run.Of(Workload.Accelerators)))
        {
            Assert.Equal([1, 1, 2], belief.Quantiles(Points).Select(point => point.Value));
            Assert.Equal([0, 0, 0], Points.Select(point => belief.QuantileError(point).Value));
            AssertNear(1.18712420526, belief.Mean, belief.MeanError);
            AssertNear(1 - 0.86285562, belief.ProbabilityAbove(1));
            AssertNear(1 - 0.86285562 - 0.10618707, belief.ProbabilityAbove(2));
            AssertNear(1 - 0.86285562 - 0.10618707 - 0.02071244, belief.ProbabilityAbove(3));
        }
    }

    [Fact]
    public void Probabilities_of_exceeding_are_exact_within_their_error_for_20_seeds()
    {
        foreach (Simulation run in Runs.Value)
        {
            AssertNear(0.04839336, run.Of(Workload.MonthlyCost).ProbabilityAbove(5_000.Dollars));
            AssertNear(0.03629642, run.Of(Workload.PeakRate).ProbabilityAbove(100_000.PerSecond));
        }
    }

    /// <summary>The root mean square of error over standard error would be 1.07 for 15 degrees of freedom; it is known to a few percent from 60 seeds x 16.</summary>
    [Fact]
    public void Standard_errors_are_as_large_as_the_errors()
    {
        Simulation[] runs = [.. Enumerable.Range(100, 60).Select(seed => Draw((ulong)seed, 16_384))];
        double[] scores = [.. runs.SelectMany(run => Scores(run.Of(Workload.PeakRate)))];
        Assert.InRange(Math.Sqrt(scores.Average(score => score * score)), 0.9, 1.25);
        Assert.InRange(scores.Average(), -0.3, 0.3);
        Assert.InRange(scores.Count(score => Math.Abs(score) > 1) / (double)scores.Length, 0.24, 0.42);
    }

    private static IEnumerable<double> Scores(Estimate<Rate> belief)
    {
        yield return (belief.Mean.PerSecond - 46828.8063814) / belief.MeanError.PerSecond;
        foreach ((double point, double exact) in Points.Zip([18643.8378273, 41526.262834, 92938.3163382]))
            yield return (belief.Quantile(point).PerSecond - exact) / belief.QuantileError(point).PerSecond;
        Likelihood above = belief.ProbabilityAbove(100_000.PerSecond);
        yield return (above.Value.Value - 0.03629642) / above.StandardError.Value;
    }

    private static Simulation Draw(ulong seed, int samples) => Simulation.Run(Workload.Outputs, new SimulationOptions { Seed = seed, Samples = samples });

    private static void AssertNear(double exact, IQuantity value, IQuantity error)
    {
        Assert.InRange(error.BaseValue, 1e-9 * exact, 0.05 * exact);
        Assert.InRange((value.BaseValue - exact) / error.BaseValue, -MostErrors, MostErrors);
    }

    private static void AssertNear(double exact, Likelihood likelihood) => AssertNear(exact, likelihood.Value, likelihood.StandardError);
}
