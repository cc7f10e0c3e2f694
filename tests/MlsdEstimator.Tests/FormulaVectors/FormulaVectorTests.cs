using MlsdEstimator.Accuracy;
using Xunit.Abstractions;

namespace MlsdEstimator.Tests;

/// <summary>
/// Formulas against values computed by other tools (SciPy, mpmath, R, Octave; the file says which for each row), through the public API.
/// Another file of the same shape is tested when <see cref="FormulaVector.ExtraFileVariable"/> names it.
/// </summary>
public class FormulaVectorTests(ITestOutputHelper output)
{
    private static readonly IReadOnlyList<FormulaVector> Bundled = FormulaVector.FromBundledFile();

    private static readonly IReadOnlyList<FormulaVector> Extra = FormulaVector.FromExtraFile();

    /// <summary>One case for each row that a method answers: where it comes from, and its id.</summary>
    public static TheoryData<string, string> Answered()
    {
        var cases = new TheoryData<string, string>();
        foreach (FormulaVector row in Bundled.Where(IsAnswered))
            cases.Add("bundled", row.Id);
        foreach (FormulaVector row in Extra.Where(IsAnswered))
            cases.Add("extra", row.Id);
        return cases;
    }

    [Theory]
    [MemberData(nameof(Answered))]
    public void Formula_agrees_with_its_independent_value(string origin, string id)
    {
        FormulaVector row = (origin == "extra" ? Extra : Bundled).Single(candidate => candidate.Id == id);
        double answer = FormulaMap.MethodOf(row.Formula)!(row.Inputs);
        if (row.Tolerance is null)
            output.WriteLine($"{id} scored: ours {answer:G6}, measured {row.Expected:G6}, ratio {answer / row.Expected:0.000}");
        Assert.True(double.IsFinite(answer), $"{id}: {answer}");
        Assert.Null(row.Problem(answer));
    }

    [Fact]
    public void Every_formula_has_a_method_or_a_reason() =>
        Assert.Equal([], Bundled.Concat(Extra).Where(row => !IsAnswered(row) && FormulaMap.ReasonOf(row.Formula) is null).Select(row => $"{row.Id}: {row.Formula}"));

    [Fact]
    public void Every_formula_of_these_topics_has_a_method() =>
        Assert.Equal([], Bundled.Concat(Extra).Where(row => row.Topic is "queueing" or "capacity" or "cost" or "storage" or "pipeline" && !IsAnswered(row)).Select(row => $"{row.Id}: {row.Formula}"));

    [Fact]
    public void Reasons_are_met_and_have_no_method()
    {
        IEnumerable<string> met = Bundled.Select(row => FormulaMap.NameOf(row.Formula, FormulaMap.Pending.Keys)).OfType<string>();
        Assert.Equal([], FormulaMap.Pending.Keys.Except(met));
        Assert.Equal([], Bundled.Where(row => IsAnswered(row) && FormulaMap.ReasonOf(row.Formula) is not null).Select(row => row.Formula));
    }

    [Theory]
    [InlineData("queueing", 110)]
    [InlineData("capacity", 11)]
    [InlineData("tail", 59)]
    [InlineData("feature_store", 22)]
    [InlineData("latency_numbers", 7)]
    [InlineData("cost", 28)]
    [InlineData("storage", 81)]
    [InlineData("pipeline", 16)]
    public void Bundled_file_holds_the_topics(string topic, int rows) => Assert.Equal(rows, Bundled.Count(row => row.Topic == topic));

    [Theory]
    [InlineData("rel:1e-3", 1.0009, true)]
    [InlineData("rel:1e-3", 1.0011, false)]
    [InlineData("rel:1e-3", 0.9989, false)]
    [InlineData("exact", 1, true)]
    [InlineData("exact", 1.0000001, false)]
    [InlineData("exact", double.NaN, false)]
    [InlineData("datum", 7, true)]
    public void Tolerance_is_honoured(string tolerance, double answer, bool agrees) =>
        Assert.Equal(agrees, FormulaVector.From(CsvTable.Parse("f", Line(tolerance)))[0].Problem(answer) is null);

    [Theory]
    [InlineData("erlang_c (probability of waiting)", "erlang_c")]
    [InlineData("erlang_c staffing: least c with service level>=0.8", "erlang_c staffing")]
    [InlineData("mmc.Wq = C(c,a)/(c*mu-lambda)", "mmc.Wq")]
    [InlineData("mmc.Wx", null)]
    [InlineData("99th percentile of requests in one second at mean lambda", "percentile of requests in one second")]
    [InlineData("no such formula", null)]
    public void Formula_is_found_by_the_longest_name(string formula, string? name) => Assert.Equal(name, FormulaMap.NameOf(formula, FormulaMap.Names));

    [Fact]
    public void Rows_of_other_topics_are_left_out_and_broken_ones_refused()
    {
        Assert.Empty(FormulaVector.From(CsvTable.Parse("f", Line("exact").Replace(",queueing,", ",costs,", StringComparison.Ordinal))));
        Assert.Contains("none of exact, datum, rel:x", Assert.Throws<CsvException>(() => FormulaVector.From(CsvTable.Parse("f", Line("abs:1")))).Message, StringComparison.Ordinal);
    }

    private static bool IsAnswered(FormulaVector row) => FormulaMap.MethodOf(row.Formula) is not null;

    private static string Line(string tolerance) =>
        $"id,topic,formula,inputs,expected,tolerance,how_computed,source\na,queueing,erlang_b,\"{{\"\"offered_erlangs\"\":1}}\",1,{tolerance},by hand,none\n";
}
