namespace MlsdEstimator.Tests;

public class LatinHypercubePointsTests
{
    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(100)]
    [InlineData(1_024)]
    [InlineData(1_025)]
    [InlineData(4_000)]
    public void Each_stratum_of_each_stream_holds_one_point(int count)
    {
        for (int stream = 0; stream < 5; stream++)
        {
            double[] points = Points(new LatinHypercubePoints(7, count), stream, count);
            Assert.Equal(Enumerable.Range(0, count), points.Select(point => (int)(point * count)).Order());
        }
    }

    [Fact]
    public void Any_block_can_be_filled_alone()
    {
        var points = new LatinHypercubePoints(7, 1_000);
        double[] whole = Points(points, 3, 1_000), part = new double[96];
        points.Fill(3, 400, part);
        Assert.Equal(whole[400..496], part);
    }

    [Fact]
    public void Strata_are_filled_again_in_another_order()
    {
        var points = new LatinHypercubePoints(7, 1_000);
        double[] first = Points(points, 3, 1_000), again = new double[1_000];
        points.Fill(3, 1_000, again);
        Assert.Equal(Enumerable.Range(0, 1_000), again.Select(point => (int)(point * 1_000)).Order());
        Assert.InRange(Correlation(first, again), -4 / Math.Sqrt(1_000), 4 / Math.Sqrt(1_000));
    }

    /// <summary>With the same order again, a run that grows stays in the boxes of its first points, and its error does not fall.</summary>
    [Fact]
    public void Run_that_grows_becomes_exact()
    {
        Scalar product = (Scalar)(3, 10, 30) * Uncertain.Uniform(0, 1).AsScalar();
        using var run = Simulation.Run([product], new SimulationOptions { Samples = 128, Method = SimulationMethod.LatinHypercube, UntilRelativeError = 0.01 });
        Assert.True(run.Convergence!.IsReached);
        Assert.InRange(run.Convergence.Samples, 1_024, 262_144);
    }

    [Fact]
    public void Points_lie_strictly_inside_even_for_the_largest_run()
    {
        var points = new LatinHypercubePoints(7, 100_000_000);
        for (int stream = 0; stream < 20; stream++)
            Assert.All(Points(points, stream, 2_000), point => Assert.InRange(point, 1e-17, 1 - 1e-17));
    }

    /// <summary>|r| stays below 4 / sqrt(n) in all but 0.006 % of cases.</summary>
    [Fact]
    public void Streams_seeds_and_neighbours_are_independent()
    {
        const int count = 4_096;
        double[] first = Points(new LatinHypercubePoints(7, count), 0, count);
        foreach (double[] other in new[] { Points(new LatinHypercubePoints(7, count), 1, count), Points(new LatinHypercubePoints(8, count), 0, count), [.. first[1..], first[0]] })
            Assert.InRange(Correlation(first, other), -4 / Math.Sqrt(count), 4 / Math.Sqrt(count));
    }

    /// <summary>16 cells of two streams: 9 degrees of freedom after both margins, 27.88 is passed in 99.9 % of cases.</summary>
    [Fact]
    public void Pairs_of_streams_fill_the_square()
    {
        const int count = 4_096;
        var points = new LatinHypercubePoints(11, count);
        for (int stream = 0; stream < 6; stream += 2)
        {
            (double[] x, double[] y) = (Points(points, stream, count), Points(points, stream + 1, count));
            double statistic = x.Zip(y, (a, b) => (int)(a * 4) * 4 + (int)(b * 4)).GroupBy(cell => cell).Sum(cell => Math.Pow(cell.Count() - 256, 2) / 256);
            Assert.InRange(statistic, 0, 27.88);
        }
    }

    [Fact]
    public void Mean_of_a_sum_is_far_closer_than_by_random_draws()
    {
        Scalar sum = Uncertain.Uniform(0, 1).AsScalar() + Uncertain.Uniform(0, 1).AsScalar() * 3;
        var options = new SimulationOptions { Samples = 1_000, Method = SimulationMethod.LatinHypercube }; // rounded up to a power of two
        Assert.Equal(1_024, sum.Simulate(options).Samples);
        Assert.Equal(2, sum.Simulate(options).Mean.Value, 1e-3);
    }

    private static double[] Points(LatinHypercubePoints points, int stream, int count)
    {
        var filled = new double[count];
        points.Fill(stream, 0, filled);
        return filled;
    }

    private static double Correlation(double[] x, double[] y) => x.Zip(y, (a, b) => (a - 0.5) * (b - 0.5)).Average() * 12;
}
