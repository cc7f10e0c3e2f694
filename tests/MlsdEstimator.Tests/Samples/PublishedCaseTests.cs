using System.Globalization;
using MlsdEstimator.Accuracy;
using MlsdEstimator.Samples;

namespace MlsdEstimator.Tests;

/// <summary>Four sample cases at the point values of the published table agree with its computed columns within 1 %.</summary>
public class PublishedCaseTests
{
    private static readonly IReadOnlyList<CsvRow> Rows = CsvTable.Read(Path.Combine(AppContext.BaseDirectory, "Data", "case_parameters.csv"));

    public static TheoryData<string, string> Cases => new()
    {
        { "similar-listings", "similar-listings" }, { "people-you-may-know", "pymk" }, { "ad-click-prediction", "ad-ctr" }, { "visual-search", "visual-search" },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Case_gives_the_computed_columns(string name, string system)
    {
        Worksheet sheet = AtPointValues(name).Sheet;
        CsvRow row = Rows.Single(candidate => candidate.Text("system") == system);

        Same(row, "avg_qps", sheet["Web traffic / average QPS"]);
        Same(row, "peak_qps", sheet["Web traffic / peak QPS"]);
        Same(row, "in_flight", sheet["Concurrency / in flight at peak"]);
        Same(row, "index_bytes", sheet["index, one copy"]);
        Same(row, "feature_bundle_reads_per_s", sheet["Feature store / bundle reads at peak"]);
        Same(row, "feature_bytes_per_s", sheet["Feature store / bytes fetched at peak"]);
        Same(row, "log_bytes_per_day", sheet["Event log / rows per day, raw"]);
        Same(row, "log_bytes_retained", sheet["Event log / kept, with copies"]);
    }

    [Theory]
    [InlineData("ad-click-prediction", "ad-ctr")]
    [InlineData("visual-search", "visual-search")]
    public void Case_with_a_model_online_gives_its_arithmetic_and_gpus(string name, string system)
    {
        CaseDesign design = AtPointValues(name);
        CsvRow row = Rows.Single(candidate => candidate.Text("system") == system);

        Same(row, "flop_per_s", design.Sheet["arithmetic at peak"]);
        Same(row, "gpus_at_37.4_TFLOPs", design.Serving!.Online.Needed);
    }

    [Theory] // 0 GPUs in the table: answers are computed ahead
    [InlineData("similar-listings")]
    [InlineData("people-you-may-know")]
    public void Case_without_a_model_online_chooses_batch(string name)
    {
        CaseDesign design = AtPointValues(name);
        Assert.Equal(ServingChoice.Batch, design.Serving!.Choice);
        Assert.DoesNotContain(design.Sheet.Tiers, tier => tier.Name.Contains("request", StringComparison.Ordinal) || tier.Name.Contains("searched", StringComparison.Ordinal));
    }

    [Fact] // 432 MB of neighbours; 13.4 GPU-hours for the active 300M, 44.5 for 1 bn; 7,835 GPU-hours to embed 100 bn images again
    public void Cases_give_the_other_published_figures()
    {
        Assert.Equal(432, (AtPointValues("similar-listings").Serving!.Batch with { OutputCopies = 1 }).OutputStore.Megabytes, 6);
        Worksheet people = AtPointValues("people-you-may-know").Sheet;
        Assert.Equal(13.4, ((Scalar)people["batch for the active, GPU-hours per day"]).Value, 1);
        Assert.Equal(44.5, ((Scalar)people["batch for all registered, GPU-hours per day"]).Value, 1);
        Assert.Equal(3e14, ((Scalar)people["friends of friends visited"]).Value, 1e3);
        Assert.Equal(7835, ((Scalar)AtPointValues("visual-search").Sheet["re-embedding the corpus, GPU-hours"]).Value, 0.5);
        Assert.Equal(ServingChoice.Online, AtPointValues("ad-click-prediction").Serving!.Choice);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Case_is_listed_compared_and_printed_as_JSON(string name, string system)
    {
        _ = system;
        Assert.Contains($"{name}  ", SampleRun.Of("list").Output, StringComparison.Ordinal);
        Assert.Contains("Choice: ", SampleRun.Of("compare", name, "--samples", "256").Output, StringComparison.Ordinal);
        Assert.Contains("\"results\"", SampleRun.Of(name, "--json", "--samples", "256").Output, StringComparison.Ordinal);
        Assert.Contains("1. ", SampleRun.Of(name, "--whiteboard").Output, StringComparison.Ordinal);
    }

    private static CaseDesign AtPointValues(string name) => CaseCatalog.Find(name).Build(name switch
    {
        "similar-listings" => SimilarListings.PointValues(),
        "people-you-may-know" => PeopleYouMayKnow.PointValues(),
        "ad-click-prediction" => AdClickPrediction.PointValues(),
        _ => VisualSearch.PointValues(),
    });

    private static void Same(CsvRow row, string column, IQuantity ours)
    {
        double published = row.Number(column);
        Assert.True(Math.Abs(ours.BaseValue - published) <= 0.01 * published, string.Create(CultureInfo.InvariantCulture, $"{column}: ours {ours.BaseValue:G6}, published {published:G6}"));
    }
}
