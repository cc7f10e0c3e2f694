using System.Text.Json;

namespace MlsdEstimator.Peers.Tests;

public class PeersReportTests
{
    [Fact]
    public void Json_is_an_array_of_six_fields()
    {
        using JsonDocument read = JsonDocument.Parse(JsonReport.Of([PeerCases.Placed("self", 1, nanoseconds: 40), PeerCases.Placed("numpy-best", 4, nanoseconds: 160)]));
        JsonElement[] rows = [.. read.RootElement.EnumerateArray()];
        Assert.Equal(2, rows.Length);
        Assert.Equal(["workload", "peer", "threads", "samples", "nanosecondsPerSample", "ratio"], rows[1].EnumerateObject().Select(field => field.Name));
        Assert.Equal("W1", rows[1].GetProperty("workload").GetString());
        Assert.Equal("numpy-best", rows[1].GetProperty("peer").GetString());
        Assert.Equal(1, rows[1].GetProperty("threads").GetInt32());
        Assert.Equal(1_000_000, rows[1].GetProperty("samples").GetInt32());
        Assert.Equal(160, rows[1].GetProperty("nanosecondsPerSample").GetDouble());
        Assert.Equal(4, rows[1].GetProperty("ratio").GetDouble());
        Assert.Equal("self", rows[0].GetProperty("peer").GetString());
        Assert.Equal(1, rows[0].GetProperty("ratio").GetDouble());
    }

    [Fact]
    public void Table_stands_in_columns()
    {
        var table = new Table("Title", ["peer", "best", "ratio"]);
        table.Add("self", "40.1", "1");
        table.Add("numpy-best", "160", "4");
        Assert.Equal("Title\npeer        best  ratio\nself        40.1      1\nnumpy-best   160      4\n", table.ToText().ReplaceLineEndings("\n"));
        Assert.Equal("### Title\n\n| peer | best | ratio |\n|---|---:|---:|\n| self | 40.1 | 1 |\n| numpy-best | 160 | 4 |\n", table.ToMarkdown().ReplaceLineEndings("\n"));
    }

    [Fact]
    public void Row_without_a_cell_for_each_heading_is_refused() =>
        Assert.StartsWith("A row of 'Title' needs 2 cells, not 1.", Assert.Throws<ArgumentException>(() => new Table("Title", ["a", "b"]).Add("x")).Message, StringComparison.Ordinal);

    [Fact]
    public void No_line_is_wider_than_the_screen()
    {
        IEnumerable<Standing> standings = WorkloadName.All.SelectMany(workload => PeerCatalog.All(new Installation("/cache", null)).Select(
            peer => new Standing(workload, peer.Name, 2, 100_000_000, 123_456.789, 123_456.789, 123_456.789, 123_456.789) { RelativeError = 0.00123 }));
        Report report = new(
            [.. standings],
            [
                new Figure(FigureName.BuildRanges, 123_456, "us"), new Figure(FigureName.Recalculate, 123_456, "us"), new Figure(FigureName.SecondCall, 123_456, "ms"),
                new Figure(FigureName.SampleStart, 123_456, "ms"), new Figure(FigureName.Evaluate(10_000), 123_456, "ns a node"), new Figure(FigureName.Evaluate(100_000), 123_456, "ns a node"),
            ],
            [new Skip("squiggle", string.Join(" ", Enumerable.Repeat("reason", 50)), new Contest("W4", 100_000, 1))],
            [.. Enumerable.Repeat("numpy-best: NumPy 1.24.2, Python 3.11.2", 8)]);
        Assert.DoesNotContain(report.ToText().ReplaceLineEndings("\n").Split('\n'), line => line.Length > 100);
        Assert.Contains("MISSED", report.ToText(), StringComparison.Ordinal);
    }

    [Fact]
    public void Report_names_what_it_was_measured_on()
    {
        string text = new Report([], [], [], ["self: MlsdEstimator 0.1.0"]).ToText();
        Assert.Contains(Processor.InstructionSet, text, StringComparison.Ordinal);
        Assert.Contains($"{Environment.ProcessorCount} cores", text, StringComparison.Ordinal);
        Assert.Contains(System.Runtime.InteropServices.RuntimeInformation.FrameworkDescription, text.ReplaceLineEndings(" "), StringComparison.Ordinal);
        Assert.Contains("self: MlsdEstimator 0.1.0.", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Accuracy_shows_samples_error_and_whole_time()
    {
        Standing own = PeerCases.Placed("self", 1, WorkloadName.Accuracy, nanoseconds: 40) with { RelativeError = 0.00091 };
        string text = new Report([own], [], [], []).ToText().ReplaceLineEndings("\n");
        Assert.Contains("\nself  1,000,000          0.091 %           40  40      1             1\n", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true, 5.99, false)]
    [InlineData(true, 6, true)]
    [InlineData(false, 3.49, false)]
    [InlineData(false, 3.5, true)]
    public void Budget_beside_NumPy_depends_on_the_instruction_set(bool hasAvx512, double ratio, bool isReached)
    {
        Budget budget = Assert.Single(BudgetSheet.Of([PeerCases.Placed("self", 1), PeerCases.Placed("numpy-best", ratio)], [], hasAvx512));
        Assert.Equal(isReached, budget.IsReached);
        Assert.Equal(hasAvx512 ? ">= 6 x" : ">= 3.5 x", budget.Limit);
        Assert.Equal(isReached ? "reached" : "MISSED", budget.Verdict);
    }

    [Theory]
    [InlineData("squiggle", "W1", 100, 99.9)]
    [InlineData("numpy-best", "accuracy", 75, 74.9)]
    public void Ratio_at_its_budget_reaches_it(string peer, string workload, double limit, double below)
    {
        Assert.True(Assert.Single(BudgetSheet.Of([PeerCases.Placed(peer, limit, workload)], [], hasAvx512: true)).IsReached);
        Assert.False(Assert.Single(BudgetSheet.Of([PeerCases.Placed(peer, below, workload)], [], hasAvx512: true)).IsReached);
    }

    [Theory]
    [InlineData(50, true)]
    [InlineData(60, false)]
    public void Two_threads_are_judged_beside_one(double two, bool isReached)
    {
        Budget budget = Assert.Single(BudgetSheet.Of([PeerCases.Placed("self", 1, nanoseconds: 90), PeerCases.Placed("self", 1, threads: 2, nanoseconds: two)], [], hasAvx512: false));
        Assert.Equal(isReached, budget.IsReached);
        Assert.Equal(isReached ? "1.8 x" : "1.5 x", budget.Measured);
    }

    [Theory]
    [InlineData(FigureName.BuildRanges, 100)]
    [InlineData(FigureName.Recalculate, 2)]
    [InlineData(FigureName.RecalculateBytes, 0)]
    [InlineData(FigureName.SecondCall, 10)]
    [InlineData(FigureName.SampleStart, 1000)]
    public void Figure_at_its_budget_reaches_it(string name, double limit)
    {
        Assert.True(Assert.Single(BudgetSheet.Of([], [new Figure(name, limit, "")], hasAvx512: true)).IsReached);
        Assert.False(Assert.Single(BudgetSheet.Of([], [new Figure(name, limit * 1.01 + 0.01, "")], hasAvx512: true)).IsReached);
    }

    [Fact]
    public void Dearest_node_of_the_flat_sizes_is_judged()
    {
        Figure[] figures = [new(FigureName.Evaluate(10), 1, "ns"), new(FigureName.Evaluate(3_000), 1.6, "ns")];
        Budget budget = Assert.Single(BudgetSheet.Of([], figures, hasAvx512: true));
        Assert.Equal(("1.6 ns", false), (budget.Measured, budget.IsReached));
    }

    [Theory]
    [InlineData(900, "2 x", true)]
    [InlineData(1000, "2.2 x", false)]
    public void Linear_time_is_judged_by_the_growth_of_a_node(double compile, string growth, bool isReached)
    {
        Figure[] figures =
        [
            new(FigureName.Build(10_000), 50, ""), new(FigureName.Compile(10_000), 448, ""), new(FigureName.Evaluate(10_000), 2, ""),
            new(FigureName.Build(100_000), 96, ""), new(FigureName.Compile(100_000), compile, ""), new(FigureName.Evaluate(100_000), 4, ""),
        ];
        Budget budget = Assert.Single(BudgetSheet.Of([], figures, hasAvx512: true));
        Assert.Equal(("linear: a node of 100,000 beside one of 10,000, all steps", growth, isReached), (budget.What, budget.Measured, budget.IsReached));
    }

    [Theory]
    [InlineData(0, "0")]
    [InlineData(0.00125, "0.0013")]
    [InlineData(0.5, "0.5")]
    [InlineData(1.234, "1.23")]
    [InlineData(12.34, "12.3")]
    [InlineData(1234.5, "1,234")]
    public void Number_has_three_digits(double value, string expected) => Assert.Equal(expected, Number.Of(value));

    [Fact]
    public void Figures_read_back()
    {
        Figure[] figures = [new("build", 1.5, "us"), new("compile", 300, "ns a node")];
        Assert.Equal(figures, Figure.Parse(string.Join('\n', figures.Select(figure => figure.ToJson())) + "\n"));
        Assert.StartsWith("expected figures, but it printed: killed", Assert.Throws<FormatException>(() => Figure.Parse("killed\n")).Message, StringComparison.Ordinal);
    }
}
