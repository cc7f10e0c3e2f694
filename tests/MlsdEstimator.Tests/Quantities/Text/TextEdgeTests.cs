namespace MlsdEstimator.Tests;

/// <summary>Where a rule of reading or writing begins and ends.</summary>
public class TextEdgeTests
{
    [Theory]
    [InlineData("Scalar", 1_234_567, "G1", "1 M")]
    [InlineData("Scalar", 1_234_567, "G2", "1.2 M")]
    [InlineData("Scalar", 987_654, "G1", "1 M")]
    [InlineData("Spend", 0.0016932, "G2", "$4,400/month")]
    [InlineData("Scalar", 100_000, "G", "100 K")]
    [InlineData("Scalar", 99_999, "G", "99,999")]
    [InlineData("Duration", 0, "G", "0 s")]
    [InlineData("Fraction", 0.5, "G", "50%")]
    [InlineData("Fraction", 0.5004, "G", "50%")]
    [InlineData("Fraction", 0.9995, "G", "99.95%")]
    [InlineData("Duration", 63_072_000, "G", "2 years")]
    [InlineData("Duration", 31_536_000, "G", "1 year")]
    [InlineData("Duration", -31_536_000, "G", "-1 year")]
    public void Number_is_written_as_a_person_would(string dimension, double value, string format, string expected) =>
        Assert.Equal(expected, DimensionCase.Named(dimension).Format(value, format));

    /// <summary>sqrt(2 x 8) is exactly 4; the product of the roots is not, and stands in only where the product has no normal double.</summary>
    [Theory]
    [InlineData("2 to 8", 4)]
    [InlineData("1e-170 to 1e-160", 1e-165)]
    [InlineData("1e200 to 1e300", 1e250)]
    public void Middle_is_the_geometric_mean(string text, double expected) =>
        Assert.Equal(expected, Dimensions.Scalar.Parse(text).Best, expected == 4 ? 0 : 1e-14 * expected);

    [Theory]
    [InlineData("3 to 30, best 3", 3)]
    [InlineData("3 to 30 best 30", 30)]
    public void Best_may_be_an_end(string text, double expected) => Assert.Equal(expected, Dimensions.Scalar.Parse(text).Best);

    [Theory]
    [InlineData("5 to 0")]
    [InlineData("0 to 5")]
    [InlineData("5 to 0, best 1")]
    [InlineData("5 to -3, best 4")]
    public void Ends_that_are_not_above_0_are_refused(string text) =>
        Assert.Contains("both ends must be above 0", Assert.Throws<FormatException>(() => Dimensions.Scalar.Parse(text)).Message, StringComparison.Ordinal);

    [Fact]
    public void Three_points_are_checked_as_two() =>
        Assert.Contains("5 is not below 3", Assert.Throws<FormatException>(() => Dimensions.Scalar.Parse("5 to 3, best 4")).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("DataSize", "5 zzz", ": unknown unit \"zzz\". Write")]
    [InlineData("DataSize", "5 megabites", "(did you mean megabits (bits)?)")]
    [InlineData("DataSize", "5 xxgaxxxes", ": unknown unit \"xxgaxxxes\". Write")]
    [InlineData("Duration", "5 x", ": unknown unit \"x\". Write")]
    [InlineData("Duration", "5 millisecondsxxxxxxxxxxx", "unknown unit \"millisecondsxxxxxxxxxxx\". Write")]
    public void Near_spelling_is_offered_and_a_far_one_is_not(string dimension, string text, string expected) =>
        Assert.Contains(expected, Assert.Throws<FormatException>(() => DimensionCase.Named(dimension).Parse(text)).Message, StringComparison.Ordinal);

    [Fact]
    public void Unknown_format_lists_the_units_and_is_cut_after_60_letters()
    {
        string message = Assert.Throws<FormatException>(() => Dimensions.Power.Format(1, "volt")).Message;
        Assert.Equal("Unknown format \"volt\" for power. Known: G (short), G1 and G2 (one or two digits), R (exact), or a unit: \"W\", \"mW\", \"kW\", \"MW\", \"GW\".", message);
        Assert.Contains($"Unknown format \"{new string('x', 60)}\" for", Assert.Throws<FormatException>(() => Dimensions.Power.Format(1, new string('x', 60))).Message, StringComparison.Ordinal);
        Assert.Contains($"Unknown format \"{new string('x', 60)}...\" for", Assert.Throws<FormatException>(() => Dimensions.Power.Format(1, new string('x', 61))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Number_that_is_none_is_not_written() =>
        Assert.StartsWith("A quantity must be finite to be written, but it is NaN.", Assert.Throws<ArgumentException>(() => Dimensions.Power.Format(double.NaN, null)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("DataSize", 300, 5e9, "300 B to 5 GB")]
    [InlineData("Scalar", 500, 2e6, "500 to 2,000,000")]
    [InlineData("Scalar", 1.00001, 1.00002, "1.00001 to 1.00002")]
    [InlineData("Scalar", 1, 1.0000000000000002, "1 to 1.0000000000000002")]
    [InlineData("Scalar", 0, 5, "0 to 5")]
    [InlineData("Scalar", -5e6, 1, "-5,000,000 to 1")]
    [InlineData("DataSize", 5e9, 5e9, "5 GB")]
    [InlineData("Money", -5, 5, "-$5 to $5")]
    [InlineData("Money", 0, 5, "$0 to 5")]
    public void Two_ends_share_a_unit_where_that_hides_nothing(string dimension, double low, double high, string expected) =>
        Assert.Equal(expected, DimensionCase.Named(dimension).FormatRange(low, high));

    [Theory]
    [InlineData("5 to 20k /s", 5e3, 20e3)]
    [InlineData("5k to 2M /s", 5e3, 2e6)]
    [InlineData("5/min to 20/s", 5.0 / 60, 20)]
    public void Ends_complete_each_other(string text, double low, double high) =>
        Assert.Equal((low, high), (Dimensions.Rate.Parse(text).Low, Dimensions.Rate.Parse(text).High));

    /// <summary>2^-25: "R" of .NET 10 reads back one step lower.</summary>
    [Theory]
    [InlineData(2.9802322387695312e-08)]
    [InlineData(1e22)]
    [InlineData(0.1)]
    [InlineData(double.MaxValue)]
    public void Exact_text_reads_back(double value) => Assert.Equal(value, Dimensions.Scalar.Parse(Dimensions.Scalar.Format(value, "R")).Best);

    [Theory]
    [InlineData(1e30, "1e30")]
    [InlineData(1.204e30, "1.2e30")]
    [InlineData(double.MaxValue, "1.7976931348623157e308")]
    public void Power_of_ten_has_no_trailing_zeros(double value, string expected) => Assert.Equal(expected, Dimensions.Scalar.Format(value, null));
}
