namespace MlsdEstimator.Tests;

public class CsvTableTests
{
    [Theory]
    [InlineData("a,b\n1,2\n", "2")]
    [InlineData("a,b\r\n1,2\r\n", "2")]
    [InlineData("a,b\n1,2", "2")]
    [InlineData("a,b\n1,\n", "")]
    [InlineData("a,b\n1,\"2, 3\"\n", "2, 3")]
    [InlineData("a,b\n1,\"say \"\"two\"\"\"\n", "say \"two\"")]
    [InlineData("a,b\n1,\"\"\n", "")]
    [InlineData("a,b\n1,\"2\n3\"\n", "2\n3")]
    [InlineData("\"a\",\"b\"\n1,2\n\n", "2")]
    public void Row_is_read_as_written(string text, string b)
    {
        CsvRow row = Assert.Single(CsvTable.Parse("t.csv", text));

        Assert.Equal("1", row.Text("a"));
        Assert.Equal(b, row.Text("b"));
        Assert.Equal(2, row.Line);
    }

    [Fact]
    public void Line_counts_the_breaks_inside_quotes_and_blank_lines() =>
        Assert.Equal([2, 5], CsvTable.Parse("t.csv", "a,b\n1,\"x\ny\"\n\n2,3\n").Select(row => row.Line));

    [Theory]
    [InlineData("", "t.csv, line 1: the file is empty; a header row is expected.")]
    [InlineData("a,a\n1,2\n", "t.csv, line 1: the column 'a' appears twice.")]
    [InlineData("a,b\n1,2\n3\n", "t.csv, line 3: 2 fields are expected, but 1 found.")]
    [InlineData("a,b\n1,2,3\n", "t.csv, line 2: 2 fields are expected, but 3 found.")]
    [InlineData("a,b\n1,\"2\n\n", "t.csv, line 2: a quote is opened and never closed.")]
    [InlineData("a,b\n1,\"2\"3\n", "t.csv, line 2: a comma or the end of the line is expected after a field, but '3' found.")]
    [InlineData("a,b\n1,2\"\n", "t.csv, line 2: a quote stands inside a field that does not start with one.")]
    public void Broken_text_is_refused_with_its_line(string text, string message) =>
        Assert.Equal(message, Assert.Throws<FormatException>(() => CsvTable.Parse("t.csv", text)).Message);

    [Fact]
    public void Missing_file_is_named() =>
        Assert.Contains("no-such.csv", Assert.Throws<FileNotFoundException>(() => CsvTable.Read("no-such.csv")).Message, StringComparison.Ordinal);
}
