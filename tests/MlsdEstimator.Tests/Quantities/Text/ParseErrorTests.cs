namespace MlsdEstimator.Tests;

public class ParseErrorTests
{
    [Theory]
    [InlineData("Bandwidth", "5 gb/s", "did you mean Gb/s (bits) or GB/s (bytes)?")]
    [InlineData("DataSize", "5 KB", "did you mean kb (bits) or kB (bytes)?")]
    [InlineData("DataSize", "5 gib", "did you mean GiB (bytes)?")]
    [InlineData("DataSize", "5 gigabite", "did you mean gigabit (bits)?")]
    [InlineData("DataSize", "5", "the unit is missing (one of B, kB, MB, GB")]
    [InlineData("DataSize", "5 to 20", "the unit is missing")]
    [InlineData("DataSize", "5 kB to 20", "the unit is missing")]
    [InlineData("DataSize", "5k GB", "unknown unit \"k GB\"")]
    [InlineData("DataSize", "$5 GB", "unknown unit \"$GB\"")]
    [InlineData("Duration", "5 m", "it may be minutes or months; write min or month")]
    [InlineData("Duration", "5 minuets", "did you mean minute?")]
    [InlineData("Duration", "5 S", "did you mean s?")]
    [InlineData("Duration", "20 min 3 h", "parts go from the larger unit to the smaller")]
    [InlineData("Duration", "1 h 60 min", "parts go from the larger unit to the smaller")]
    [InlineData("Duration", "1 h 20", "the unit is missing")]
    [InlineData("Duration", "1 h -20 min", "unknown unit \"h -\"")]
    [InlineData("Scalar", "5 B", "write bn for billion")]
    [InlineData("Scalar", "5 GB", "unknown unit \"GB\"")]
    [InlineData("FlopCount", "5 GMAC", "FromMacs")]
    [InlineData("FlopCount", "5 MACs", "FromMacs")]
    [InlineData("FlopRate", "5 TMAC/s", "FromMacs")]
    [InlineData("FlopCount", "5 TFLOPS", "FLOPS is a rate; write TFLOP for a count")]
    [InlineData("FlopRate", "5 TFLOPs", "did you mean TFLOPS?")]
    [InlineData("Rate", "5 req/s", "unknown unit \"req/s\"")]
    [InlineData("Rate", "5 K/s", "did you mean k/s?")]
    [InlineData("Money", "5", "the unit is missing")]
    [InlineData("Money", "$5B", "unknown unit \"$B\"")]
    [InlineData("Money", "€5", "a number must begin at \"€5\"")]
    [InlineData("Money", "$500 to $2M", "may or may not count for the low end too")]
    [InlineData("Spend", "$5", "the unit is missing")]
    [InlineData("Spend", "$5/mnth", "did you mean $/month?")]
    [InlineData("Energy", "5 kwh", "did you mean kWh?")]
    [InlineData("Power", "5 mw", "did you mean mW or MW?")]
    [InlineData("Fraction", "120%", "0% to 100%")]
    [InlineData("Fraction", "-1%", "0% to 100%")]
    [InlineData("Fraction", "1.5", "0% to 100%")]
    [InlineData("Fraction", "50% to 100%", "both ends must be below 100%")]
    [InlineData("Fraction", "0% to 50%", "both ends must be above 0")]
    [InlineData("Scalar", "5 to 3", "the low end must be below the high end, and 5 is not below 3")]
    [InlineData("Scalar", "5 to 5", "the low end must be below the high end")]
    [InlineData("Scalar", "0 to 10", "both ends must be above 0: ")]
    [InlineData("Scalar", "-1 to 5", "both ends must be above 0: ")]
    [InlineData("Scalar", "3 to 30, best 2", "best must lie between the ends, and 2 is not inside 3 to 30")]
    [InlineData("Scalar", "3 to 30, best 50", "best must lie between the ends, and 50 is not inside 3 to 30")]
    [InlineData("Scalar", "3 to 4 to 5", "a range has one \"to\"")]
    [InlineData("Scalar", "3 to ", "unknown unit \"to\"")]
    [InlineData("Scalar", "1,5", "decimals follow a point")]
    [InlineData("Scalar", "0,123", "decimals follow a point")]
    [InlineData("Scalar", "1,0000", "decimals follow a point")]
    [InlineData("Scalar", "1234,567", "decimals follow a point")]
    [InlineData("Scalar", "5.", "a digit must follow the decimal point")]
    [InlineData("Scalar", ".5", "a number must begin at \".5\"")]
    [InlineData("Scalar", "+5", "a number must begin at \"+5\"")]
    [InlineData("Scalar", "--5", "a number must begin at \"-5\"")]
    [InlineData("Scalar", "1e400", "too large to hold")]
    [InlineData("DataSize", "1e300 EB", "too large to hold")]
    [InlineData("Scalar", "NaN", "a number must begin")]
    [InlineData("Scalar", "∞", "a number must begin")]
    [InlineData("Scalar", "٣", "a number must begin")]
    [InlineData("Scalar", "", "it is empty")]
    [InlineData("Scalar", "  ", "it is empty")]
    [InlineData("Scalar", "~", "it is empty")]
    [InlineData("Scalar", "-", "a number is missing")]
    [InlineData("Money/DataSize", "$5", "it needs \"/\" and a unit of data size")]
    [InlineData("Money/DataSize", "$5/gb", "did you mean Gb (bits) or GB (bytes)?")]
    [InlineData("Money/DataSize", "5/GB", "the unit is missing")]
    [InlineData("Money/DataSize", "$5/GB/month", "unknown unit \"month\"")]
    public void Text_wrong_message_says_why(string dimension, string text, string expected)
    {
        var tested = DimensionCase.Named(dimension);
        var error = Assert.Throws<FormatException>(() => tested.Parse(text));
        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
        Assert.Contains($"\"{text}\"", error.Message, StringComparison.Ordinal);
        Assert.Contains($"Write for example \"{tested.Example}\".", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Message_whole_reads_as_one_instruction() => Assert.Equal(
        "Cannot read \"5 gb/s\" as bandwidth: unknown unit \"gb/s\" (did you mean Gb/s (bits) or GB/s (bytes)?). Write for example \"58 GB/s\".",
        Assert.Throws<FormatException>(() => Dimensions.Bandwidth.Parse("5 gb/s")).Message);

    [Fact]
    public void Text_null_is_a_format_exception()
    {
        Assert.Contains("it is empty", Assert.Throws<FormatException>(() => Dimensions.Scalar.Parse(null!)).Message, StringComparison.Ordinal);
        Assert.False(Dimensions.Scalar.TryParse(null, out var range, out var error));
        Assert.Equal(default, range);
        Assert.NotEmpty(error);
    }

    [Fact]
    public void Text_longer_than_200_is_refused_and_cut_in_the_message()
    {
        Assert.Equal(1, Dimensions.Scalar.Parse(new string('0', 199) + "1").Best);
        var error = Assert.Throws<FormatException>(() => Dimensions.Scalar.Parse(new string('1', 100_000)));
        Assert.Contains("longer than 200 characters", error.Message, StringComparison.Ordinal);
        Assert.True(error.Message.Length < 200);
    }

    [Fact]
    public void Text_of_slashes_is_refused_by_a_nested_quotient_at_once() =>
        Assert.Throws<FormatException>(() => DimensionCase.Named("Money/DataSize/Duration/Energy/Rate").Parse("1" + new string('/', 199)));

    [Theory]
    [MemberData(nameof(DimensionCase.AllSimple), MemberType = typeof(DimensionCase))]
    public void Example_of_every_dimension_parses(string dimension)
    {
        var tested = DimensionCase.Named(dimension);
        Assert.True(tested.TryParse(tested.Example, out _, out var error), error);
    }

    [Fact]
    public void Example_of_every_quotient_parses() => Assert.All(DimensionCase.Quotients, name =>
    {
        var tested = DimensionCase.Named(name);
        Assert.True(tested.TryParse(tested.Example, out _, out var error), error);
    });
}
