namespace MlsdEstimator.Accuracy.Tests;

/// <summary>The constants that ship, on the rows they were fitted to: bounds a little above what docs/accuracy.md states, so that a worse model is noticed.</summary>
public class RepositoryAccuracyTests
{
    private static readonly ValidationFolder Folder = new(ValidationFolder.Default);

    [Theory]
    [InlineData("cnn", 0.12, 2.4)]
    [InlineData("encoder", 0.09, 2.1)]
    [InlineData("mlperf", 0.09, 2.3)]
    [InlineData("recommender", 0.09, 2.2)]
    [InlineData("kernels", 0.08, 1.7)]
    [InlineData("compression", 0.13, 2.4)]
    public void Predictions_stay_near_the_measurements(string name, double medianError, double width)
    {
        IFamily family = FamilyCatalog.All.Single(one => one.Name == name);
        Score score = Judge.Of([family], Folder, null)[0].Score;
        Assert.InRange(score.MedianError!.Value, 0, medianError);
        Assert.InRange(score.Coverage!.Value, 0.85, 1);
        Assert.InRange(score.MedianWidth!.Value, 1, width);
        Assert.InRange((double)score.Refused / score.Rows, 0, 0.1);
        Assert.True(score.MedianError < score.RooflineMedianError);
        Assert.True(score.IntervalScore < score.RooflineIntervalScore);
    }
}
