using MlsdEstimator.Samples;

namespace MlsdEstimator.Tests;

/// <summary>What all commands promise about their output: it fits, it is plain when piped, and help helps.</summary>
public class ScreenTests
{
    public static TheoryData<string> Commands => ["explain", "simulate", "sensitivity", "sweep", "goal", "compare"];

    [Theory]
    [MemberData(nameof(Commands))]
    public void Examples_of_the_help_run_and_print_plain_lines_of_80_columns(string command)
    {
        string[] examples = [.. SampleRun.Of(command, "--help").Output.Split('\n').Where(line => line.StartsWith($"  {command} ", StringComparison.Ordinal))];
        Assert.True(examples.Length >= 2);
        foreach (string example in examples)
        {
            (int code, string screen, string errors) = SampleRun.Of([.. SampleRun.Words(example.Trim())]);
            Assert.Equal((0, "", example), (code, errors, example));
            Assert.DoesNotContain('\u001b', screen);
            Assert.DoesNotContain("NaN", screen, StringComparison.Ordinal);
            if (command != "explain")
                Assert.All(screen.Split('\n'), line => Assert.True(line.Length <= 80, line));
        }
    }

    [Theory]
    [InlineData("sensitivity", "video", "peak QPS")]
    [InlineData("sweep", "video", "zones", "2", "5", "--steps", "4")]
    [InlineData("goal", "video", "daily active users", "peak QPS=200k/s")]
    [InlineData("compare", "video")]
    public void Same_arguments_print_the_same_screen(params string[] arguments) => Assert.Equal(SampleRun.Of(arguments).Output, SampleRun.Of(arguments).Output);

    [Theory]
    [MemberData(nameof(Commands))]
    public void Help_fits_80_columns_and_names_the_case_once(string command)
    {
        (int code, string help, string errors) = SampleRun.Of(command, "--help");
        Assert.Equal((0, ""), (code, errors));
        Assert.Matches($@"Usage:\n  \S+ {command} <case> ", help);
        Assert.All(help.Split('\n'), line => Assert.True(line.Length <= 80, line));
    }

    [Fact]
    public void Help_of_the_program_names_every_command_and_its_own_case()
    {
        string help = SampleRun.Of("--help").Output;
        Assert.All(["list", "explain <case>", "simulate <case>", "sensitivity <case>", "sweep <case>", "goal <case>", "compare <case>"], text => Assert.Contains($"  {text}", help, StringComparison.Ordinal));
        Assert.Contains("<case>  Case study to run. [default: video-recommendation]", help, StringComparison.Ordinal);
        Assert.Contains("  --assert \"peak QPS <= 200k/s\"\n", help, StringComparison.Ordinal);
    }

    /// <summary>Without a limit the summary is as wide as it needs; on a terminal it fits, and says the same.</summary>
    [Theory]
    [InlineData(80)]
    [InlineData(120)]
    public void Summary_fits_the_terminal(int width)
    {
        string screen = SampleRun.At(width).Output;
        Assert.All(screen.Split('\n'), line => Assert.True(line.Length <= width, line));
        string text = SampleRun.Squeezed(screen);
        Assert.All(
            ["Choices: ranker fp16; ranker capacity fitted step; accelerator A100-SXM-80GB; ranker stack TensorRT", "daily active users 100 M | 500 M | 1 bn", "The index of ~70.4 GB fits one node of 100 GB: no sharding at best guess.", "all tiers ~$3.59 M/month"],
            shown => Assert.Contains(shown, text, StringComparison.Ordinal));
        Assert.Equal(width == 120, text.Contains("assumed; YouTube has 2.7 bn a month (2025)", StringComparison.Ordinal));
        Assert.DoesNotContain("What is bought", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, "0%")]
    [InlineData(1, "100%")]
    [InlineData(0.001, "<1%")]
    [InlineData(0.9999, ">99%")]
    [InlineData(0.256, "26%")]
    public void Percent_never_rounds_to_certainty(double share, string expected) => Assert.Equal(expected, Page.Percent(share));

    [Fact]
    public void Grid_breaks_into_tables_that_fit_and_repeat_the_first_column()
    {
        var output = new StringWriter { NewLine = "\n" };
        string[] headings = ["input", .. Enumerable.Range(1, 9).Select(i => $"a result {i}")];
        new Grid(headings, [[.. headings.Select((_, i) => $"{i}000 k/s")]]).Show(new Terminal(output, TextWriter.Null, 60).Screen());
        string[] lines = output.ToString().Split('\n');
        Assert.All(lines, line => Assert.True(line.Length <= 60, line));
        Assert.Equal(3, lines.Count(line => line.Contains("input", StringComparison.Ordinal)));
        Assert.All(headings.Skip(1), heading => Assert.Contains(heading, output.ToString(), StringComparison.Ordinal));
    }

    [Fact]
    public void Work_is_done_without_a_bar_when_nobody_watches()
    {
        var errors = new StringWriter();
        var terminal = new Terminal(TextWriter.Null, errors);
        Assert.False(terminal.IsWatched);
        Assert.Equal(42, ProgressBar.While(terminal, "working", progress =>
        {
            progress.Report(0.5);
            return 42;
        }));
        Assert.Equal("", errors.ToString());
        Assert.Throws<FormatException>(() => ProgressBar.While<int>(terminal, "working", _ => throw new FormatException()));
    }
}
