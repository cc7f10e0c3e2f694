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

    [Fact]
    public void Two_samples_are_a_distribution() => Assert.Equal(15, Uncertain.FromSamples([10, 20]).Quantile(0.5), 1e-12);

    /// <summary>Weights 1 and 1: the first value ends at 1/2, and a sum that misses it by 1e-14 still reads it.</summary>
    [Fact]
    public void Probability_at_the_end_of_a_choice_reads_it()
    {
        Uncertain coin = Uncertain.OneOf((1, 1), (2, 1));
        Assert.Equal(1, coin.Quantile(0.5 + 1e-14));
        Assert.Equal(2, coin.Quantile(0.5 + 2e-14));
    }

    [Theory]
    [InlineData(0, 10)]
    [InlineData(0.25, 12)]
    [InlineData(1, 30)]
    public void Percentile_of_sorted_numbers_reads_both_ends(double probability, double expected) =>
        Assert.Equal(expected, Percentiles.OfSorted([10, 14, 30], probability));

    /// <summary>Two outside at the same place of two vectors of four do not hide each other.</summary>
    [Theory]
    [InlineData(true, -1.0, 0.5, 0.5, 0.5, -1.0, 0.5, 0.5, 0.5)]
    [InlineData(true, 0.5, 2.0, 0.5, 0.5, 0.5, 2.0, 0.5, 0.5)]
    [InlineData(true, 0.5, 0.5, 0.5, 0.5, 2.0)]
    [InlineData(true, 0.5, 0.5, 0.5, 0.5, -1.0)]
    [InlineData(false, 0.0, 1.0, 0.0, 1.0, 0.5)]
    public void Points_outside_a_table_are_found(bool any, params double[] points) =>
        Assert.Equal(any, QuantileTable.AnyOutside(points, 0, 1));

    /// <summary>Off by less than rounding: still a correlation matrix, symmetric and with ones afterwards.</summary>
    [Fact]
    public void Correlation_matrix_forgives_rounding_and_removes_it()
    {
        CorrelationMatrix matrix = CorrelationMatrix.Of(new[,] { { 1 - 5e-10, 0.2 }, { 0.2 + 1e-10, 1 + 5e-10 } }, ["a", "b"], takeNearest: false);
        Assert.Equal(1, matrix[0, 0]);
        Assert.Equal(1, matrix[1, 1]);
        Assert.Equal(0.2 + 5e-11, matrix[0, 1], 1e-16);
        Assert.Equal(matrix[0, 1], matrix[1, 0]);
        Assert.Equal(1, CorrelationMatrix.Of(new[,] { { 1, 1 + 1e-9 }, { 1 + 1e-9, 1 } }, ["a", "b"], takeNearest: false)[0, 1]);
        Assert.Equal(5e-10, CorrelationMatrix.Of(new[,] { { 1, 0 }, { 1e-9, 1 } }, ["a", "b"], takeNearest: false)[0, 1]);
        Assert.Throws<ArgumentException>("correlations", () => CorrelationMatrix.Of(new[,] { { 1, 0 }, { 1.1e-9, 1 } }, ["a", "b"], takeNearest: false));
    }

    /// <summary>1 - (1 - 2e-13)^2 = 4e-13 is what rounding leaves: the second input is the first.</summary>
    [Fact]
    public void Input_that_is_no_new_unknown_takes_all_of_its_weight_from_the_first()
    {
        double[,] loadings = CorrelationMatrix.Of(new[,] { { 1, 1 - 2e-13 }, { 1 - 2e-13, 1 } }, ["a", "b"], takeNearest: false).Loadings();
        Assert.Equal(new double[,] { { 1, 0 }, { 1, 0 } }, loadings);
    }

    [Fact]
    public void Nearest_matrix_prints_no_negative_zero() =>
        Assert.Equal("{ { 1, 0 }, { 0, 1 } }", NearestCorrelation.ToText(new[,] { { 1, -1e-6 }, { -1e-6, 1 } }));

    [Fact]
    public void All_stated_correlations_are_named_when_another_is_refused()
    {
        Scalar a = 1.To(2).Named("a"), b = 1.To(2).Named("b"), c = 1.To(2).Named("c");
        IReadOnlyList<IQuantity> joint = Uncertain.Joint([a, b, c], new[,] { { 1, 0.5, 0.2 }, { 0.5, 1, 0.3 }, { 0.2, 0.3, 1 } });
        Assert.Contains("'c' is already correlated 0.2 with a, 0.3 with b;", Assert.Throws<ArgumentException>("input", () => ((Scalar)joint[2]).CorrelatedWith(1.To(3), 0.1)).Message, StringComparison.Ordinal);
    }
}
