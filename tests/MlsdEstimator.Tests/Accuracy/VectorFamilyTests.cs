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
        Assert.Equal((118, 0), (score.Rows, score.Refused));
    }

    /// <summary>21 lists and flat indexes on a GPU, 15 graphs read from disk.</summary>
    [Fact]
    public void Rows_that_are_no_graph_in_memory_are_left_out_and_said() =>
        Assert.Equal("36 rows that are no HNSW graph in memory: lists and flat indexes on GPUs, graphs on disk", Assert.Single(Family.LeftOut(Folder)));

    [Fact]
    public void Rows_without_a_recall_have_a_wider_range_and_are_fitted_to_none()
    {
        VectorRow[] unknown = [.. Family.Read(Folder).Where(row => !row.IsKnown)];
        Assert.Equal(5, unknown.Length);
        VectorRow known = Family.Read(Folder).First(row => row.IsKnown && row.Device == "qdrant");
        Assert.All(unknown, row => Assert.True(Width(row) > Width(known)));
    }

    private static double Width(VectorRow row) => Assert.IsType<Prediction>(Family.Predict(row)) is var said ? said.High / said.Low : 0;

    [Fact]
    public void Fit_gives_the_costs_that_ship()
    {
        string text = Assert.Single(Family.Refit(Folder, _ => false).Constants).Text;
        Assert.Contains("new(1.768e-3, 8.460e-5, (0.457, 0.576, 0.316), 440.7, (0.740, 1.837, 3.081, 1.833), (0.517, 0.733), 113,", text, StringComparison.Ordinal);
    }
}
