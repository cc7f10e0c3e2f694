namespace MlsdEstimator.Tests;

/// <summary>Edges of distributions that the tests of their shapes do not reach.</summary>
public class UncertainEdgeTests
{
    [Fact]
    public void Point_too_large_for_a_number_is_refused_with_the_fix()
    {
        Uncertain wide = Uncertain.LogNormal(1e300, 20);
        Assert.Contains("too large for a number; give a narrower distribution", Assert.Throws<EstimateException>(() => wide.Quantile(0.99)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Unit_that_is_missing_or_too_large_is_refused()
    {
        Assert.Throws<ArgumentNullException>("unit", () => Uncertain.Normal(1, 1).In<DataSize>(null!));
        Assert.Throws<ArgumentOutOfRangeException>("unit", () => Uncertain.Normal(1e300, 1e299).In(1e300.Bytes));
    }

    [Fact]
    public void Range_without_confidence_names_the_end_that_is_wrong() =>
        Assert.Throws<ArgumentOutOfRangeException>("high", () => Uncertain.RangeAt(0.8, 5, 3));

    /// <summary>Samples that move with another input are read at its score: with a correlation of 1 the largest sample comes with the largest draw.</summary>
    [Fact]
    public void Samples_follow_an_input_that_they_are_correlated_with()
    {
        Scalar load = Uncertain.Normal(10, 1).AsScalar().Named("load");
        Scalar time = Uncertain.FromSamples([1, 2, 3, 4, 5]).AsScalar().Named("time").CorrelatedWith(load, 1);
        using var run = Simulation.Run([load, time], new SimulationOptions { Samples = 1_024 });
        (double[] loads, double[] times) = (run.ColumnOf(load.Node).Draws, run.ColumnOf(time.Node).Draws);
        int[] order = [.. Enumerable.Range(0, loads.Length).OrderBy(draw => loads[draw])];
        Assert.Equal(times.Order(), order.Select(draw => times[draw]));
        Assert.Equal(3, run.Of(time).Mean.Value, 0.01);
    }

    [Fact]
    public void Correlation_with_nothing_is_refused() =>
        Assert.Throws<ArgumentNullException>("other", () => Uncertain.Normal(1, 1).AsScalar().CorrelatedWith((Scalar)null!, 0.5));
}
