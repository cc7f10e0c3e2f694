namespace MlsdEstimator.Tests;

/// <summary>What the page shows compiles, and prints what the page says.</summary>
public class ConditioningPageTests
{
    private static readonly string Page = File.ReadAllText(Path.Combine(Root(), "docs/conditioning.md"));

    [Fact]
    public void Page_shows_the_code_that_is_compiled()
    {
        string[] lines = File.ReadAllLines(Path.Combine(Root(), "tests/MlsdEstimator.Tests/Analysis/Conditioning/ConditioningPage.cs"));
        IEnumerable<string> code = lines.SkipWhile(line => line.Trim() != "// page: load test").Skip(1).TakeWhile(line => line.Trim() != "// page: end");
        string text = string.Join('\n', code.Select(line => line.Length > 8 ? line[8..] : line.Trim())).Replace("output.WriteLine", "Console.WriteLine", StringComparison.Ordinal);
        Assert.NotEmpty(text);
        Assert.Contains($"```csharp\n{text}\n```", Page, StringComparison.Ordinal);
    }

    [Fact]
    public void Page_shows_what_the_code_prints()
    {
        var output = new StringWriter { NewLine = "\n" };
        ConditioningPage.LoadTest(output);
        Assert.Contains($"```text\n{output.ToString().TrimEnd()}\n```", Page, StringComparison.Ordinal);
    }

    private static string Root()
    {
        string? folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "MlsdEstimator.sln")))
            folder = Path.GetDirectoryName(folder);
        return folder ?? throw new InvalidOperationException("The solution is not above the tests.");
    }
}
