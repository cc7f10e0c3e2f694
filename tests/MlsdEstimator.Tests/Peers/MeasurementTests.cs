namespace MlsdEstimator.Peers.Tests;

public class MeasurementTests
{
    private const string Statistics = $"[{PeerCases.Statistics}]";

    private const string Line =
        $$"""{"workload":"W1","peer":"numpy-best","threads":2,"samples":1000000,"nanosecondsPerSample":163.25,"statistics":{{Statistics}},"version":"NumPy 1.24.2"}""";

    private static readonly Contest Asked = new("W1", 1_000_000, 2);

    [Fact]
    public void Line_of_a_program_is_read()
    {
        Measurement read = Measurement.Parse(Line, Asked, "numpy-best");
        Assert.Equal(163.25, read.NanosecondsPerSample);
        Assert.Equal("NumPy 1.24.2", read.Version);
        Assert.Null(read.RelativeError);
    }

    [Fact]
    public void Warnings_before_the_line_are_passed_over() =>
        Assert.Equal(163.25, Measurement.Parse($"warning: slow disk\r\n{Line}\r\n\n", Asked, "numpy-best").NanosecondsPerSample);

    [Fact]
    public void Own_line_reads_back()
    {
        Measurement written = PeerCases.Measured("self", 20.5, "accuracy", error: 0.00125) with { Statistics = null };
        Assert.Equal(written, Measurement.Parse(written.ToJson(), new Contest("accuracy", 1_000_000, 1), "self"));
    }

    [Fact]
    public void Missing_error_is_not_written() =>
        Assert.DoesNotContain("relativeError", PeerCases.Measured("self", 20.5).ToJson(), StringComparison.Ordinal);

    [Theory]
    [InlineData("\"W1\"", "\"W2\"")]
    [InlineData("numpy-best", "numpy-plain")]
    [InlineData("\"threads\":2", "\"threads\":1")]
    [InlineData("1000000", "1000")]
    public void Answer_to_another_question_is_refused(string asked, string answered)
    {
        FormatException problem = Assert.Throws<FormatException>(() => Measurement.Parse(Line.Replace(asked, answered, StringComparison.Ordinal), Asked, "numpy-best"));
        Assert.StartsWith("expected numpy-best on W1, 1,000,000 samples, 2 threads, but it printed: {", problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("1e999")]
    public void Time_that_cannot_be_is_refused(string time)
    {
        FormatException problem = Assert.Throws<FormatException>(() => Measurement.Parse(Line.Replace("163.25", time, StringComparison.Ordinal), Asked, "numpy-best"));
        Assert.Contains("the time must be above 0", problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Segmentation fault")]
    [InlineData("null")]
    [InlineData("""{"workload":"W1","peer":"numpy-best","threads":2,"samples":1000000}""")]
    [InlineData("""{"workload":"W1","peer":"numpy-best","threads":2,"samples":1000000,"nanosecondsPerSample":NaN}""")]
    public void Text_that_is_no_measurement_is_refused(string text)
    {
        FormatException problem = Assert.Throws<FormatException>(() => Measurement.Parse(text, Asked, "numpy-best"));
        Assert.StartsWith("expected one line of JSON, but it printed: ", problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData(",\"relativeError\":0")]
    public void Accuracy_without_its_error_is_refused(string error)
    {
        string line = $$"""{"workload":"accuracy","peer":"self","threads":1,"samples":10,"nanosecondsPerSample":1{{error}}}""";
        FormatException problem = Assert.Throws<FormatException>(() => Measurement.Parse(line, new Contest("accuracy", 10, 1), "self"));
        Assert.StartsWith("the relative error is missing", problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("41526.262834", "42200", 3)]
    [InlineData("4952.33044404", "4870", 20)]
    [InlineData("1.18712420526", "1.3", 13)]
    public void Program_that_computes_something_else_is_refused(string exact, string wrong, int place)
    {
        FormatException problem = Assert.Throws<FormatException>(() => Measurement.Parse(Line.Replace(exact, wrong, StringComparison.Ordinal), Asked, "numpy-best"));
        Assert.StartsWith($"statistic {place} of 20 is {wrong}, but exactly ", problem.Message, StringComparison.Ordinal);
        Assert.EndsWith(": it computes something else", problem.Message, StringComparison.Ordinal);
    }

    /// <summary>15 / sqrt(1,000,000) is 1.5 %: 1.4 % off passes. Below 10,000 samples nothing can be said.</summary>
    [Theory]
    [InlineData(1_000_000, 1.4, true)]
    [InlineData(1_000_000, 1.6, false)]
    [InlineData(10_000, 16, false)]
    [InlineData(9_999, 16, true)]
    public void Statistics_may_be_off_by_chance(int samples, double percent, bool isAccepted)
    {
        double[] found = [.. PeerCases.ExactStatistics.Select(exact => exact * (1 + percent / 100))];
        Exception? problem = Record.Exception(() => ExactStatistics.Check(found, samples));
        Assert.Equal(isAccepted, problem is null);
    }

    [Fact]
    public void Program_that_leaves_statistics_out_is_refused() => Assert.Equal(
        "expected 20 statistics, but it printed 0",
        Assert.Throws<FormatException>(() => Measurement.Parse(Line.Replace($"\"statistics\":{Statistics},", "", StringComparison.Ordinal), Asked, "numpy-best")).Message);

    [Fact]
    public void Statistic_that_is_no_number_is_refused() =>
        Assert.Throws<FormatException>(() => ExactStatistics.Check([.. PeerCases.ExactStatistics.SkipLast(1), double.NaN], 1_000_000));

    [Fact]
    public void Contest_is_handed_over_as_four_words() =>
        Assert.Equal(["W1", "1000000", "2", "0.5"], Asked.Arguments(0.5));
}
