namespace MlsdEstimator.Accuracy.Tests;

/// <summary>Rates of nearest-neighbour indexes: bounds a little above what the constants reach on the rows they were fitted to.</summary>
public class VectorFamilyTests
{
    private static readonly ValidationFolder Folder = new(ValidationFolder.Default);

    private static readonly VectorFamily Family = new();

    [Fact]
    public void Predictions_stay_near_the_measurements()
    {
        Score score = Judge.Of([Family], Folder, null)[0].Score;
        Assert.InRange(score.MedianError!.Value, 0, 0.27);
        Assert.InRange(score.Coverage!.Value, 0.85, 1);
        Assert.InRange(score.MedianWidth!.Value, 1, 12);
        Assert.Equal((154, 41), (score.Rows, score.Refused));
    }

    [Fact]
    public void Rows_without_recall_or_graph_are_refused_with_the_reason() => Assert.Equal(
        ["not an HNSW graph in memory", "recall not published"],
        Family.Read(Folder).Select(Family.Predict).OfType<Refusal>().Select(refusal => refusal.Reason).Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public void Fit_gives_the_costs_that_ship()
    {
        string text = Assert.Single(Family.Refit(Folder, _ => false).Constants).Text;
        Assert.Contains("new(1.768e-3, 8.460e-5, (0.457, 0.576, 0.316), 440.7, (0.740, 1.837, 3.081, 1.833), (0.517, 0.733), 113,", text, StringComparison.Ordinal);
    }
}
