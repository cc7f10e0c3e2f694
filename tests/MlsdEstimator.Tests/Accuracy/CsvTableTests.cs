namespace MlsdEstimator.Accuracy.Tests;

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
    [InlineData("\"a\",\"b\"\n\n1,2\n", "2")]
    public void Row_is_read_as_written(string text, string b)
    {
        CsvRow row = Assert.Single(CsvTable.Parse("t.csv", text));
        Assert.Equal("1", row.Text("a"));
        Assert.Equal(b, row.Text("b"));
    }

    [Fact]
    public void Line_counts_the_breaks_inside_quotes_and_blank_lines() =>
        Assert.Equal([2, 5], CsvTable.Parse("t.csv", "a,b\n1,\"x\ny\"\n\n2,3\n").Select(row => row.Line));

    [Theory]
    [InlineData("", "t.csv, line 1, column 1: the file is empty; a header row is expected.")]
    [InlineData("a,a\n1,2\n", "t.csv, line 1, column 'a': it appears twice.")]
    [InlineData("a,b\n1,2\n3\n", "t.csv, line 3, column 2: 2 fields are expected, but 1 found.")]
    [InlineData("a,b\n1,2,3\n", "t.csv, line 2, column 3: 2 fields are expected, but 3 found.")]
    [InlineData("a,b\n1,\"2\n\n", "t.csv, line 2, column 2: a quote is opened and never closed.")]
    [InlineData("a,b\n1,\"2\"3\n", "t.csv, line 2, column 2: a comma or the end of the line is expected after a field, but '3' found.")]
    [InlineData("a,b\n1\",2\n", "t.csv, line 2, column 1: a quote stands inside a field that does not start with one.")]
    public void Broken_text_is_refused_with_line_and_column(string text, string message) =>
        Assert.Equal(message, Assert.Throws<CsvException>(() => CsvTable.Parse("t.csv", text)).Message);

    [Theory]
    [InlineData("x", "t.csv, line 2, column 'a': 'x' is no number.")]
    [InlineData("NaN", "t.csv, line 2, column 'a': 'NaN' is no number.")]
    [InlineData("1e999", "t.csv, line 2, column 'a': '1e999' is no number.")]
    [InlineData("-1", "t.csv, line 2, column 'a': '-1' is not above 0.")]
    [InlineData("0", "t.csv, line 2, column 'a': '0' is not above 0.")]
    [InlineData("", "t.csv, line 2, column 'a': it is blank, but a number is expected.")]
    public void Broken_number_is_refused_with_line_and_column(string field, string message) =>
        Assert.Equal(message, Assert.Throws<CsvException>(() => CsvTable.Parse("t.csv", $"a,b\n{field},2\n")[0].Positive("a")).Message);

    [Fact]
    public void Field_that_is_missing_or_blank_is_named()
    {
        CsvRow row = CsvTable.Parse("t.csv", "a,b\n-2.5,\n")[0];
        Assert.Equal(-2.5, row.Number("a"));
        Assert.Null(row.NumberOrBlank("b"));
        Assert.Null(row.PositiveOrBlank("b"));
        Assert.Null(row.TextOrBlank("b"));
        Assert.Equal("t.csv, line 2, column 'b': it is blank.", Assert.Throws<CsvException>(() => row.NotBlank("b")).Message);
        Assert.Equal("", row.Text("c"));
        Assert.Equal("t.csv, line 2, column 'c': there is no such column.", Assert.Throws<CsvException>(() => row.NotBlank("c")).Message);
        Assert.Equal("column 'b': it is blank", Assert.Throws<CsvException>(() => row.Number("b")).Reason);
        Assert.Equal("t.csv, line 2", row.Id);
    }
}
