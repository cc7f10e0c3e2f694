namespace MlsdEstimator.Tests;

public class SobolPointsTests
{
    /// <summary>Past the direction numbers a stream is random, and so must each randomisation be: the same draws sixteen times would hide their error.</summary>
    [Theory]
    [InlineData(3)]
    [InlineData(1_024)]
    [InlineData(5_000)]
    public void Randomisations_have_points_of_their_own(int stream)
    {
        var points = new SobolPoints(7);
        double[][] sets = [.. Enumerable.Range(0, 16).Select(which => Points(points.Randomised(which), stream))];
        Assert.Equal(16 * 8, sets.SelectMany(set => set).Distinct().Count());
        Assert.Equal(sets[0], Points(points, stream));
        Assert.All(sets.SelectMany(set => set), point => Assert.InRange(point, 1e-16, 1 - 1e-16));
    }

    private static double[] Points(SobolPoints points, int stream)
    {
        var filled = new double[8];
        points.Fill(stream, 0, filled);
        return filled;
    }
}
