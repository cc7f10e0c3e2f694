using System.Globalization;

namespace MlsdEstimator.Tests;

public class UnitFormatTests
{
    [Theory]
    [InlineData("DataSize", 85_899_345_920, "GiB", "80 GiB")]
    [InlineData("DataSize", 85_899_345_920, "gibibytes", "80 GiB")]
    [InlineData("DataSize", 1_234_567, "B", "1,230,000 B")]
    [InlineData("DataSize", 1e9, "Gb", "8 Gb")]
    [InlineData("DataSize", 1, "GiB", "9.31e-10 GiB")]
    [InlineData("Bandwidth", 12.5e9, "Gbit/s", "100 Gb/s")]
    [InlineData("Duration", 5_400, "h", "1.5 h")]
    [InlineData("Duration", 2_628_000, "month", "1 month")]
    [InlineData("Duration", 1_209_600, "weeks", "2 weeks")]
    [InlineData("Rate", 2, "/min", "120 /min")]
    [InlineData("Rate", 2, "per minute", "120 /min")]
    [InlineData("Rate", 2_000, "QPS", "2,000 /s")]
    [InlineData("Fraction", 0.99995, "%", "99.995%")]
    [InlineData("Scalar", 1_500_000, "K", "1,500 K")]
    [InlineData("Money", 1_500_000, "$K", "$1,500 K")]
    [InlineData("Money", 1_500_000, "USD", "$1,500,000")]
    [InlineData("Spend", 1, "$/h", "$3,600/h")]
    [InlineData("Spend", 1, "USD/day", "$86,400/day")]
    [InlineData("Spend", 1, "$M/year", "$31.5 M/year")]
    [InlineData("FlopRate", 312e12, "PFLOPS", "0.312 PFLOP/s")]
    [InlineData("Energy", 7.2e6, "kWh", "2 kWh")]
    [InlineData("Energy", 7.2e6, "MJ", "7.2 MJ")]
    [InlineData("Money/DataSize", 0.023e-9, "$/TB", "$23/TB")]
    [InlineData("Spend/DataSize", 0.023e-9 / 2_628_000.0, "$/TB/year", "$276/TB/year")]
    public void Format_of_a_unit_three_digits_in_it(string dimension, double value, string format, string expected) =>
        Assert.Equal(expected, DimensionCase.Named(dimension).Format(value, format));

    [Theory]
    [InlineData("Scalar", 23_148.5, "23148.5")]
    [InlineData("Fraction", 0.99995, "0.99995")]
    [InlineData("Duration", 12_000, "12000 s")]
    [InlineData("Rate", 1e-5, "1e-5 /s")]
    [InlineData("DataSize", 1e20, "1e20 B")]
    [InlineData("DataSize", double.MaxValue, "1.7976931348623157e308 B")]
    [InlineData("DataSize", double.Epsilon, "5e-324 B")]
    [InlineData("Money", -0.1, "-$0.1")]
    [InlineData("Spend", 0.25, "$0.25/s")]
    [InlineData("FlopRate", 1, "1 FLOP/s")]
    [InlineData("Money/DataSize", 2.3e-11, "$2.3e-11/B")]
    [InlineData("Money/Scalar", 2.3e-11, "$2.3e-11 per 1")]
    [InlineData("Spend/DataSize", 2.3e-11, "$2.3e-11/B/s")]
    public void Format_R_exact_in_the_base_unit(string dimension, double value, string expected) =>
        Assert.Equal(expected, DimensionCase.Named(dimension).Format(value, "R"));

    [Theory]
    [InlineData("DataSize", "gib")]
    [InlineData("DataSize", "g")]
    [InlineData("DataSize", "F2")]
    [InlineData("DataSize", "s")]
    [InlineData("Duration", "B")]
    [InlineData("Money/DataSize", "$")]
    public void Format_unknown_names_those_known(string dimension, string format)
    {
        var tested = DimensionCase.Named(dimension);
        var error = Assert.Throws<FormatException>(() => tested.Format(1, format));
        Assert.Contains($"\"{format}\"", error.Message, StringComparison.Ordinal);
        Assert.Contains("Known: G (short), G1 and G2 (one or two digits), R (exact), or a unit: ", error.Message, StringComparison.Ordinal);
        Assert.Contains($"\"{tested.Base.Symbol}\"", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    public void Format_of_what_is_not_finite_throws(double value)
    {
        Assert.Throws<ArgumentException>(() => Dimensions.DataSize.Format(value, "G"));
        Assert.Throws<ArgumentException>(() => Dimensions.DataSize.Format(value, "R"));
        Assert.Throws<ArgumentException>(() => Dimensions.DataSize.FormatRange(1, value));
        Assert.Throws<ArgumentException>(() => Dimensions.DataSize.FormatRange(value, 1));
    }

    [Fact]
    public void Format_under_a_culture_with_decimal_comma_keeps_the_point()
    {
        var before = CultureInfo.CurrentCulture;
        var comma = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        (comma.NumberFormat.NumberDecimalSeparator, comma.NumberFormat.NumberGroupSeparator, comma.NumberFormat.NegativeSign) = (",", ".", "~");
        try
        {
            CultureInfo.CurrentCulture = comma;
            Assert.Equal("-$4,450", Dimensions.Money.Format(-4_450, "G"));
            Assert.Equal("1.5 GB", Dimensions.DataSize.Format(1.5e9, "G"));
            Assert.Equal("-1 h 30 min", Dimensions.Duration.Format(-5_400, "G"));
            Assert.Equal(1_234.5, Dimensions.Scalar.Parse("1,234.5").Best);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Theory]
    [InlineData("Rate", 19_000, 93_000, "19 to 93 k/s")]
    [InlineData("DataSize", 300, 2_000, "0.3 to 2 kB")]
    [InlineData("DataSize", 300, 5e9, "300 B to 5 GB")]
    [InlineData("DataSize", 5, 5, "5 B")]
    [InlineData("DataSize", 0, 5, "0 to 5 B")]
    [InlineData("DataSize", -5_000, 3_000, "-5 to 3 kB")]
    [InlineData("DataSize", 999, 999_999, "999 B to 1 MB")]
    [InlineData("DataSize", 1_000, 1_000.5, "1 to 1.0005 kB")]
    [InlineData("Scalar", 5, 20, "5 to 20")]
    [InlineData("Scalar", 5_000, 23_148, "5,000 to 23,148")]
    [InlineData("Scalar", 19_000, 930_000, "19 to 930 K")]
    [InlineData("Scalar", 500, 2e6, "500 to 2,000,000")]
    [InlineData("Fraction", 0.12, 0.15, "12 to 15%")]
    [InlineData("Fraction", 0.999, 0.9999, "99.9 to 99.99%")]
    [InlineData("Duration", 5_400, 21_600, "1.5 to 6 h")]
    [InlineData("Duration", 31_536_000, 63_072_000, "1 to 2 years")]
    [InlineData("Duration", 0.2, 7_200, "200 ms to 2 h")]
    [InlineData("Money", 1.2e6, 3.4e6, "$1.2 to 3.4 M")]
    [InlineData("Money", 500, 2e6, "$500 to 2,000,000")]
    [InlineData("Money", -5, 3, "-$5 to $3")]
    [InlineData("Spend", 1.2e6 / 2_628_000.0, 3.4e6 / 2_628_000.0, "$1.2 to 3.4 M/month")]
    [InlineData("Money/DataSize", 0.02e-9, 0.1e-9, "$0.02 to 0.10/GB")]
    [InlineData("Money/Scalar", 2e-7, 4e-7, "$0.20 to 0.40 per million")]
    public void FormatRange_one_unit_for_both_ends(string dimension, double low, double high, string expected) =>
        Assert.Equal(expected, DimensionCase.Named(dimension).FormatRange(low, high));
}
