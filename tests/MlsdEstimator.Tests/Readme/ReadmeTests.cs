using MlsdEstimator.Samples;

namespace MlsdEstimator.Tests;

/// <summary>What the README shows compiles, and prints what the README says.</summary>
public class ReadmeTests
{
    private static readonly string Readme = File.ReadAllText(Path.Combine(Root(), "README.md"));

    [Theory]
    [InlineData("one replica")]
    [InlineData("derivation")]
    [InlineData("readings")]
    [InlineData("storage")]
    [InlineData("language model")]
    public void Readme_shows_the_code_that_is_compiled(string name) => Assert.Contains(Source(name), Readme, StringComparison.Ordinal);

    [Fact]
    public void One_replica_prints_what_the_readme_says() => AssertShown(ReadmeExamples.OneReplica);

    [Fact]
    public void Derivation_prints_what_the_readme_says() => AssertShown(ReadmeExamples.Derivation);

    [Fact]
    public void Readings_print_what_the_readme_says() => AssertShown(ReadmeExamples.Readings);

    [Fact]
    public void Storage_prints_what_the_readme_says() => AssertShown(ReadmeExamples.Storage);

    [Fact]
    public void Language_model_prints_what_the_readme_says() => AssertShown(ReadmeExamples.LanguageModel);

    [Fact]
    public void Sample_prints_every_line_that_the_readme_shows()
    {
        var output = new StringWriter();
        SampleProgram.Run([], output, TextWriter.Null);
        string screen = Squeezed(output.ToString());
        string shown = Readme.Split("It prints (shortened):")[1].Split("```")[1]["text\n".Length..];
        string[] lines = [.. shown.Split('\n').Select(Squeezed).Where(line => line.Length > 0 && line != "...")];
        Assert.True(lines.Length > 15);
        Assert.All(lines, line => Assert.Contains(line, screen, StringComparison.Ordinal));
    }

    [Fact]
    public void Commands_print_every_line_that_the_readme_shows()
    {
        string[] blocks = [.. Readme.Split("```console\n$ dotnet run --project samples/MlsdEstimator.Samples -- ").Skip(1).Select(block => block.Split("\n```")[0])];
        Assert.Equal(["sensitivity", "sweep", "goal", "compare"], blocks.Select(block => block.Split(' ')[0]));
        foreach (string block in blocks)
        {
            string[] lines = block.Split('\n');
            string screen = SampleRun.Squeezed(SampleRun.Of([.. SampleRun.Words(lines[0])]).Output);
            Assert.True(lines.Length > 2);
            Assert.All(lines.Skip(1), line => Assert.Contains(Squeezed(line), screen, StringComparison.Ordinal));
        }
    }

    /// <summary>Columns are as wide as their widest cell, and the README leaves rows out.</summary>
    private static string Squeezed(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    [Fact]
    public void Links_lead_to_files_of_the_repository()
    {
        string[] links = [.. Readme.Split("](").Skip(1).Select(text => text[..text.IndexOf(')', StringComparison.Ordinal)])];
        Assert.NotEmpty(links);
        Assert.All(links, link => Assert.True(File.Exists(Path.Combine(Root(), link)), link));
    }

    private static void AssertShown(Action<TextWriter> example)
    {
        var output = new StringWriter { NewLine = "\n" };
        example(output);
        Assert.Contains($"```text\n{output.ToString().TrimEnd()}\n```", Readme, StringComparison.Ordinal);
    }

    /// <summary>The lines between the markers, without the indentation of the method and with Console for the writer.</summary>
    private static string Source(string name)
    {
        string[] lines = File.ReadAllLines(Path.Combine(Root(), "tests/MlsdEstimator.Tests/Readme/ReadmeExamples.cs"));
        IEnumerable<string> code = lines.SkipWhile(line => line.Trim() != $"// readme: {name}").Skip(1).TakeWhile(line => line.Trim() != "// readme: end");
        string text = string.Join('\n', code.Select(line => line.Length > 8 ? line[8..] : line.Trim()));
        Assert.NotEmpty(text);
        return text.Replace("output.WriteLine", "Console.WriteLine", StringComparison.Ordinal);
    }

    private static string Root()
    {
        string? folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "MlsdEstimator.sln")))
            folder = Path.GetDirectoryName(folder);
        return folder ?? throw new InvalidOperationException("The solution is not above the tests.");
    }
}
