using Xunit.Abstractions;

namespace MlsdEstimator.Tests;

/// <summary>Published estimates, recomputed with typed quantities. Another file of the same shape is tested when <see cref="WorkedExample.ExtraFileVariable"/> names it.</summary>
public class WorkedExampleTests(ITestOutputHelper output)
{
    private static readonly IReadOnlyList<WorkedExample> Bundled = WorkedExample.FromBundledFile();

    private static readonly IReadOnlyList<WorkedExample> Extra = WorkedExample.FromExtraFile();

    /// <summary>One case for each row that a typed method answers: where it comes from, and its id.</summary>
    public static TheoryData<string, string> Answered()
    {
        var cases = new TheoryData<string, string>();
        foreach (WorkedExample example in Bundled.Where(row => !TypedFormulas.IsUnknown(row)))
            cases.Add("bundled", example.Id);
        foreach (WorkedExample example in Extra.Where(row => !TypedFormulas.IsUnknown(row)))
            cases.Add("extra", example.Id);
        return cases;
    }

    [Theory]
    [MemberData(nameof(Answered))]
    public void Example_agrees_with_its_verdict(string origin, string id)
    {
        WorkedExample example = (origin == "extra" ? Extra : Bundled).Single(row => row.Id == id);
        TypedAnswer? answer = TypedFormulas.Solve(example);
        Assert.True(answer is not null, $"{id}: the typed method of {example.Formula} gives a quantity that '{example.Unit}' cannot read");
        output.WriteLine($"{id}: ours {answer.Value:G6} {example.Unit}, published {example.Published:G6} ({example.Verdict}), by {answer.How}");
        string[] problems = [.. ExampleVerdict.Problems(answer.Value, example)];
        Assert.True(problems.Length == 0, string.Join("; ", problems));
    }

    [Fact]
    public void Bundled_file_has_a_typed_method_for_every_formula()
    {
        Assert.Equal(120, Bundled.Count);
        Assert.Equal([], Bundled.Where(row => TypedFormulas.Solve(row) is not { ByText: true }).Select(row => $"{row.Id} {row.Formula}"));
    }

    [Theory]
    [InlineData("ok", 100)]
    [InlineData("wrong", 16)]
    [InlineData("unit-label", 2)]
    [InlineData("hidden-input", 2)]
    public void Bundled_file_holds_the_verdicts(string verdict, int rows) => Assert.Equal(rows, Bundled.Count(row => row.Verdict == verdict));

    /// <summary>Rows of unknown formula are a fact about the extra file, not a failure of the library: they are listed, and every row is accounted for.</summary>
    [Fact]
    public void Extra_file_lists_the_rows_without_a_typed_method()
    {
        WorkedExample[] unknown = [.. Extra.Where(TypedFormulas.IsUnknown)];
        TypedAnswer?[] answers = [.. Extra.Except(unknown).Select(TypedFormulas.Solve)];
        int byText = answers.Count(answer => answer is { ByText: true }), guessed = answers.Count(answer => answer is { ByText: false });
        output.WriteLine($"extra file: {Extra.Count} rows, {byText} by formula, {guessed} by the names of their inputs, {unknown.Length} without a typed method");
        foreach (WorkedExample row in unknown)
            output.WriteLine($"no typed method: {row.Id} {row.Formula} [{row.Unit}] of {string.Join(", ", row.Inputs.Names)}");
        Assert.Equal(Extra.Count, byText + guessed + unknown.Length);
    }
}
