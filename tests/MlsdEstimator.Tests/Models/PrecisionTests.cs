namespace MlsdEstimator.Tests;

public class PrecisionTests
{
    [Theory]
    [InlineData("fp32", 32)]
    [InlineData("tf32", 32)]
    [InlineData("fp16", 16)]
    [InlineData("bf16", 16)]
    [InlineData("fp8", 8)]
    [InlineData("int8", 8)]
    [InlineData("fp4", 4)]
    [InlineData("int4", 4)]
    public void Parse_of_a_name_gives_its_bits(string name, int bits)
    {
        Precision precision = Precision.Parse(name);

        Assert.Equal(name, precision.Name);
        Assert.Equal(name, precision.ToString());
        Assert.Equal(bits, precision.Bits);
    }

    [Fact]
    public void All_lists_them_widest_first() =>
        Assert.Equal(["fp32", "tf32", "fp16", "bf16", "fp8", "int8", "fp4", "int4"], Precision.All.Select(precision => precision.Name));

    [Fact]
    public void Parse_ignores_capitals() => Assert.Same(Precision.Int8, Precision.Parse("INT8"));

    [Fact]
    public void Parse_of_an_unknown_name_lists_the_nearest()
    {
        var error = Assert.Throws<FormatException>(() => Precision.Parse("int16"));
        Assert.Equal("'int16' is not a precision. Nearest: 'int8', 'int4', 'fp16'.", error.Message);
    }

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("8")]
    public void Parse_of_no_name_is_refused(string? text)
    {
        Assert.StartsWith($"'{text}' is not a precision. Nearest: ", Assert.Throws<FormatException>(() => Precision.Parse(text!)).Message, StringComparison.Ordinal);
        Assert.False(Precision.TryParse(text, out Precision? none));
        Assert.Null(none);
    }

    [Fact]
    public void Parse_of_null_suggests_what_parse_of_nothing_does() => Assert.Equal(
        Assert.Throws<FormatException>(() => Precision.Parse("")).Message,
        Assert.Throws<FormatException>(() => Precision.Parse(null!)).Message);

    [Fact]
    public void TryParse_of_a_name_gives_it()
    {
        Assert.True(Precision.TryParse("bf16", out Precision? precision));
        Assert.Same(Precision.Bf16, precision);
    }
}
