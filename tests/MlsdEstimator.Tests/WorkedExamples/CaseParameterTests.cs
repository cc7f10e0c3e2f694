using MlsdEstimator.Accuracy;

namespace MlsdEstimator.Tests;

/// <summary>Fifteen systems with their inputs and computed results, each written with the estimators.</summary>
public class CaseParameterTests
{
    /// <summary>Peak dense FP16 of an A100 (NVIDIA data sheet, 2020), 20 % of it reached, 60 % of the time busy: the 37.4 TFLOP/s of the column.</summary>
    private static readonly FlopRate Accelerator = 312.TeraflopsPerSecond;

    /// <summary>mastercard.com (2024): 70,000 transactions/s at peak; the file rounds its factor to 13.8.</summary>
    private static readonly Rate CardPeak = 70_000.PerSecond;

    private static readonly IReadOnlyList<CsvRow> Rows = CsvTable.Read(Path.Combine(AppContext.BaseDirectory, "Data", "case_parameters.csv"));

    public static TheoryData<string> Systems() => [.. Rows.Select(row => row.NotBlank("system"))];

    [Fact]
    public void File_holds_the_systems() => Assert.Equal(
        [
            "visual-search", "street-view", "video-search", "harmful-content", "video-rec", "event-rec", "ad-ctr", "similar-listings", "news-feed", "pymk", "fraud",
            "personal-search", "image-recognition", "smart-compose", "rag-chat",
        ],
        Rows.Select(row => row.Text("system")));

    /// <summary>Blank cells: systems that fetch no features.</summary>
    [Fact]
    public void File_leaves_only_the_features_of_image_pipelines_blank() => Assert.Equal(
        [
            "street-view feature_bundle_reads_per_s", "street-view feature_bytes_per_s",
            "image-recognition feature_bundle_reads_per_s", "image-recognition feature_bytes_per_s",
        ],
        Rows.SelectMany(row => row.Fields.Where(field => field.Value.Length == 0).Select(field => $"{row.Text("system")} {field.Key}")));

    /// <summary>Systems without a model on an accelerator print 0 GPUs.</summary>
    [Fact]
    public void File_leaves_systems_of_trees_and_lists_without_flops() => Assert.Equal(
        ["event-rec", "similar-listings", "pymk", "fraud", "rag-chat"],
        Rows.Where(row => row.Number("gflop_per_request") == 0).Select(row => row.Text("system")));

    [Theory]
    [MemberData(nameof(Systems))]
    public void Traffic_gives_the_printed_rates(string system)
    {
        CsvRow row = Row(system);

        Same(row, "avg_qps", LoadOf(row).Average.PerSecond);
        Same(row, "peak_qps", LoadOf(row).Peak.PerSecond);
        Assert.Equal(row.Number("peak_factor"), (LoadOf(row).Peak / LoadOf(row).Average).Value, system == "fraud" ? 0.05 : 1e-9);
    }

    [Theory]
    [MemberData(nameof(Systems))]
    public void In_flight_gives_the_printed_requests(string system)
    {
        CsvRow row = Row(system);
        var inFlight = new InFlight { Requests = LoadOf(row), Latency = row.Number("latency_slo_ms").Milliseconds };

        Same(row, "in_flight", inFlight.AtPeak.Value);
    }

    [Theory]
    [MemberData(nameof(Systems))]
    public void Index_gives_the_printed_bytes(string system)
    {
        CsvRow row = Row(system);

        Same(row, "index_bytes", (Count(row, "indexed_items") * row.Number("index_bytes_per_item").Bytes).Bytes);
    }

    [Theory]
    [MemberData(nameof(Systems))]
    public void Features_give_the_printed_reads_and_bytes(string system)
    {
        CsvRow row = Row(system);
        Rate reads = Candidates(row).Peak + LoadOf(row).Peak;

        SameUnlessBlank(row, "feature_bundle_reads_per_s", reads.PerSecond);
        SameUnlessBlank(row, "feature_bytes_per_s", (reads * row.Number("bundle_bytes").Bytes).BytesPerSecond);
    }

    [Theory]
    [MemberData(nameof(Systems))]
    public void Model_gives_the_printed_flops_and_gpus(string system)
    {
        CsvRow row = Row(system);
        FlopCount work = row.Number("gflop_per_request").Gigaflops;

        Same(row, "flop_per_s", (LoadOf(row).Peak * work).FlopsPerSecond);
        Same(row, "gpus_at_37.4_TFLOPs", work == FlopCount.Zero ? 0 : Capacity.FlopConvention(Accelerator, 20.Percent, 60.Percent, work).ReplicasFor(LoadOf(row).Peak).Value, digits: 4);
    }

    [Theory]
    [MemberData(nameof(Systems))]
    public void Log_gives_the_printed_bytes(string system)
    {
        CsvRow row = Row(system);
        var log = new RetainedData
        {
            Rows = LoadOf(row).Times(Count(row, "log_rows_per_request"), "rows"),
            RowSize = row.Number("log_row_bytes").Bytes,
            Retention = row.Number("retention_days").Days,
            Copies = Count(row, "replication"),
        };

        Same(row, "log_bytes_per_day", log.PerDay.Bytes);
        Same(row, "log_bytes_retained", log.Stored.Bytes);
    }

    [Fact]
    public void Comparison_rejects_a_value_one_digit_away()
    {
        CsvRow row = Row("video-rec");

        Same(row, "avg_qps", 57_870.4);
        Assert.ThrowsAny<Xunit.Sdk.XunitException>(() => Same(row, "avg_qps", 57_871));
    }

    private static Load LoadOf(CsvRow row)
    {
        Traffic traffic = Traffic.FromUsers(Count(row, "dau_or_daily_units"), Count(row, "requests_per_unit_day"), Peak.Factor(row.Number("peak_factor")));
        return row.Text("system") == "fraud" ? Load.Of(traffic.Average, CardPeak, "requests") : traffic.Load;
    }

    /// <summary>A system without retrieval has no funnel: the candidates of a request are a plain factor.</summary>
    private static Load Candidates(CsvRow row)
    {
        Scalar ranked = Count(row, "ranked");
        return row.Number("retrieved") == 0
            ? LoadOf(row).Times(ranked, "predictions")
            : new Funnel { Requests = LoadOf(row), Retrieved = Count(row, "retrieved"), Ranked = ranked, Shown = 1 }.Predictions;
    }

    private static Scalar Count(CsvRow row, string column) => row.Number(column);

    private static CsvRow Row(string system) => Rows.Single(row => row.Text("system") == system);

    private static void SameUnlessBlank(CsvRow row, string column, double ours)
    {
        if (row.NumberOrBlank(column) is not null)
            Same(row, column, ours);
    }

    private static void Same(CsvRow row, string column, double ours, int digits = 5)
    {
        double printed = row.Number(column);
        double half = printed == 0 ? 0 : 0.5001 * Math.Pow(10, Math.Floor(Math.Log10(printed)) - digits + 1);
        Assert.True(Math.Abs(ours - printed) <= half, FormattableString.Invariant($"{row.Text("system")}: {column} is printed as {printed:G6}, ours is {ours:G6}"));
    }
}
