using MlsdEstimator.Accuracy;

namespace MlsdEstimator.Tests;

/// <summary>The harness refuses what it should: tampered answers, broken rows, formulas nobody wrote.</summary>
public class WorkedExampleHarnessTests
{
    private const string Header = "id,formula,inputs,unit,published_value,recomputed_value,published_over_recomputed,verdict\n";

    [Theory]
    [InlineData("W001", 3500, 3472.22, 1.008, "ok")]
    [InlineData("W001", 4340, 3472.22, 1.24992, "ok")]
    [InlineData("W001", 2882, 3472.22, 0.83002, "ok")]
    [InlineData("W001", 3820, 3472.22, 1.1002, "wrong")]
    [InlineData("W001", 3156, 3472.22, 0.9089, "wrong")]
    [InlineData("W001", 3472.22, 3472.25, 1, "ok")]
    public void Honest_row_has_no_problem(string id, double published, double recomputed, double ratio, string verdict) =>
        Assert.Empty(Problems(id, published, recomputed, ratio, verdict));

    [Theory]
    [InlineData(7000, 3472.22, 1.008, "ok", "W001: published over ours is 2.016, the file says 1.008", "W001: called ok, but published over ours is 2.016, outside 0.83 to 1.25")]
    [InlineData(4345, 3472.22, 1.2514, "ok", "W001: called ok, but published over ours is 1.2514, outside 0.83 to 1.25")]
    [InlineData(2881, 3472.22, 0.82973, "ok", "W001: called ok, but published over ours is 0.82973, outside 0.83 to 1.25")]
    [InlineData(3500, 3472.27, 1.008, "ok", "W001: ours is 3472.222 req/s, recomputed is 3472.27")]
    [InlineData(3500, 3472.22, 1.0095, "ok", "W001: published over ours is 1.008, the file says 1.0095")]
    [InlineData(3500, 3472.22, 1.008, "wrong", "W001: called wrong, but published over ours is 1.008, within a factor of 1.1")]
    [InlineData(3170, 3472.22, 0.91296, "wrong", "W001: called wrong, but published over ours is 0.91296, within a factor of 1.1")]
    public void Tampered_row_is_rejected(double published, double recomputed, double ratio, string verdict, params string[] problems) =>
        Assert.Equal(problems, Problems("W001", published, recomputed, ratio, verdict));

    [Fact]
    public void Wrong_unit_must_be_the_binary_one()
    {
        Assert.Empty(ExampleVerdict.Problems(51.2e9, Labelled(48e9, 0.9375)));
        Assert.Equal(["W130: called a wrong unit, but it matches as printed"], ExampleVerdict.Problems(51.2e9, Labelled(51.2e9, 1)));
        Assert.Equal(["W130: 4.8318E+10 B when read as GiB, but ours is 5.12E+10"], ExampleVerdict.Problems(51.2e9, Labelled(45e9, 0.8789)));
    }

    [Fact]
    public void Formula_in_another_spelling_is_found_by_its_inputs()
    {
        TypedAnswer? answer = TypedFormulas.Solve(Example("posts_per_dau*mau*dau_ratio/day", "mau=300e6; dau_ratio=0.5; posts_per_dau=2; day=86400", 3472.22));

        Assert.Equal("inputs of mau*dau_ratio*posts_per_dau/day", answer?.How);
        Assert.Equal(3472.222, answer!.Value, 3);
        Assert.False(answer.ByText);
    }

    [Fact]
    public void Formula_with_spaces_is_the_same_text() =>
        Assert.Equal("formula urls/day", TypedFormulas.Solve(Example("urls / day", "urls=100e6; day=86400", 1157.41))?.How);

    [Fact]
    public void Formula_with_unknown_names_is_found_by_its_family() =>
        Assert.Equal("family: events over a period", TypedFormulas.Solve(Example("peak*chats*turns/day", "chats=1e6; turns=4; peak=3; day=86400", 138.889))?.How);

    [Theory]
    [InlineData("chats+turns/day", "chats=1e6; turns=4; day=86400", 1e6, "req/s")]
    [InlineData("posts_per_dau*mau*dau_ratio/day", "mau=300e6; dau_ratio=0.5; posts_per_dau=2; day=86400", 3500, "req/s")]
    [InlineData("urls/day", "urls=100e6; day=86400", 1157.41, "furlongs")]
    public void Formula_that_nothing_reproduces_is_unknown(string formula, string inputs, double recomputed, string unit)
    {
        Assert.True(TypedFormulas.IsUnknown(Example(formula, inputs, recomputed, unit)));
        Assert.Null(TypedFormulas.Solve(Example(formula, inputs, recomputed, unit)));
    }

    [Fact]
    public void Known_formula_is_answered_even_when_the_file_disagrees()
    {
        WorkedExample example = Example("urls/day", "urls=100e6; day=86400", 9999);

        Assert.False(TypedFormulas.IsUnknown(example));
        Assert.Equal(1157.407, TypedFormulas.Solve(example)!.Value, 3);
    }

    [Fact]
    public void Known_formula_is_not_answered_in_a_unit_of_another_dimension()
    {
        WorkedExample example = Example("urls/day", "urls=100e6; day=86400", 1157.41, "B");

        Assert.False(TypedFormulas.IsUnknown(example));
        Assert.Null(TypedFormulas.Solve(example));
    }

    [Theory]
    [InlineData("W001,f,a=1,req/s,1,1,1\n", "examples.csv, line 2, column 8: 8 fields are expected, but 7 found.")]
    [InlineData("W001,f,a=1,req/s,many,1,1,ok\n", "examples.csv, line 2, column 'published_value': 'many' is no number.")]
    [InlineData("W001,f,a=1,req/s,1,NaN,1,ok\n", "examples.csv, line 2, column 'recomputed_value': 'NaN' is no number.")]
    [InlineData("W001,f,a=1,req/s,1,1,,ok\n", "examples.csv, line 2, column 'published_over_recomputed': it is blank, but a number is expected.")]
    [InlineData("W001,f,a=x,req/s,1,1,1,ok\n", "examples.csv, line 2: 'x' is no number for 'a'.")]
    [InlineData("W001,f,a,req/s,1,1,1,ok\n", "examples.csv, line 2: the input 'a' is not of the form name=number.")]
    [InlineData("W001,f,a=1; a=2,req/s,1,1,1,ok\n", "examples.csv, line 2: the input 'a' is given twice.")]
    [InlineData("W001,f,a=1,req/s,1,1,1,fine\n", "examples.csv, line 2: the verdict 'fine' is none of ok, wrong, unit-label, hidden-input.")]
    [InlineData("W001,,a=1,req/s,1,1,1,ok\n", "examples.csv, line 2, column 'formula': it is blank.")]
    [InlineData("W001,f,a=1,req/s,1,1,1,ok\nW001,f,a=1,req/s,1,1,1,ok\n", "examples.csv, line 3: the id 'W001' appears twice.")]
    public void Broken_row_is_refused_with_its_line(string rows, string message)
    {
        var refused = Assert.Throws<CsvException>(() => WorkedExample.From(CsvTable.Parse("examples.csv", Header + rows)));

        Assert.Equal(message, refused.Message);
    }

    [Fact]
    public void File_without_a_column_is_refused()
    {
        var refused = Assert.Throws<CsvException>(() => WorkedExample.From(CsvTable.Parse("examples.csv", "id,unit\nW001,B\n")));

        Assert.Equal("examples.csv, line 2, column 'formula': there is no such column.", refused.Message);
    }

    private static IEnumerable<string> Problems(string id, double published, double recomputed, double ratio, string verdict)
    {
        WorkedExample example = Example("mau*dau_ratio*posts_per_dau/day", "mau=300e6; dau_ratio=0.5; posts_per_dau=2; day=86400", recomputed) with
        {
            Id = id, Published = published, PublishedOverRecomputed = ratio, Verdict = verdict,
        };
        return ExampleVerdict.Problems(TypedFormulas.Solve(example)!.Value, example);
    }

    private static WorkedExample Labelled(double published, double ratio) =>
        Example("n*dim*bytes", "n=100e6; dim=128; bytes=4", 51.2e9, "B") with { Id = "W130", Published = published, PublishedOverRecomputed = ratio, Verdict = "unit-label" };

    private static WorkedExample Example(string formula, string inputs, double recomputed, string unit = "req/s")
    {
        string row = FormattableString.Invariant($"W001,{formula},{inputs},{unit},{recomputed},{recomputed},1,ok\n");
        return WorkedExample.From(CsvTable.Parse("examples.csv", Header + row)).Single();
    }
}
