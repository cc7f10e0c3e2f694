using FsCheck;
using FsCheck.Fluent;

namespace MlsdEstimator.Tests;

public class TextLaws
{
    private static readonly Config Many = Config.QuickThrowOnFailure.WithMaxTest(4_000).WithQuietOnSuccess(true);

    private static readonly Gen<int> AnyInt = Gen.Choose(int.MinValue, int.MaxValue - 1);

    /// <summary>All finite doubles, by their bits: subnormal, huge, negative.</summary>
    private static readonly Gen<double> AnyBits =
        from high in AnyInt
        from low in AnyInt
        let value = BitConverter.Int64BitsToDouble(((long)high << 32) | (uint)low)
        where double.IsFinite(value)
        select value;

    /// <summary>Capacity numbers: many decades, few digits, both signs; where the general format has its branches.</summary>
    private static readonly Gen<double> Decades =
        from exponent in Gen.Choose(-12, 24)
        from digits in Gen.Choose(1, 99_999)
        from sign in Gen.Elements(1, 1, 1, -1)
        select sign * digits / 1e4 * Math.Pow(10, exponent);

    private static readonly Gen<double> Edges = Gen.Elements(
        0.0, -0.0, double.Epsilon, -double.Epsilon, double.MaxValue, double.MinValue, 2.2250738585072014E-308,
        999.5, 999_999, 0.9995, 59.95, 59.999, 3_599.9, 86_399, 31_535_999);

    private static readonly Arbitrary<double> Finite = Arb.From(Gen.Frequency((4, AnyBits), (4, Decades), (1, Edges)));

    private static readonly Arbitrary<double> Parts = Arb.From(
        from value in Gen.Frequency((2, AnyBits), (4, Decades))
        from near in Gen.Elements(true, false)
        let part = Math.Abs(value) % 1
        select near ? 1 - part : part);

    private static readonly Gen<Dimension> AnyDimension = Gen.Elements(
        [.. DimensionCase.Simple.Where(name => name != "Fraction").Concat(DimensionCase.Quotients).Select(DimensionCase.Named)]);

    [Theory]
    [MemberData(nameof(DimensionCase.AllSimple), MemberType = typeof(DimensionCase))]
    public void Exact_format_round_trips_for_all_finite_values(string name)
    {
        var dimension = DimensionCase.Named(name);
        Prop.ForAll(name == "Fraction" ? Parts : Finite, value => Back(dimension, value, "R") == value).Check(Many);
    }

    // .NET's own "R" fails for 2^-24 and 2^-25.
    [Fact]
    public void Exact_format_round_trips_for_all_powers_of_two_and_their_neighbours() => Assert.All(Enumerable.Range(-1074, 2098), exponent =>
    {
        var power = Math.ScaleB(1, exponent);
        Assert.All(
            [power, -power, Math.BitDecrement(power), Math.BitIncrement(power)],
            value => Assert.Equal(value, Back(Dimensions.DataSize, value, "R")));
    });

    [Fact]
    public void Exact_ranges_round_trip_for_all_quotients()
    {
        var positive = Arb.From(Decades.Select(Math.Abs));
        var ratios = Arb.From(Gen.Choose(1, 9_999_999).Select(digits => digits / 1e6));
        Prop.ForAll(Arb.From(AnyDimension), positive, ratios, (dimension, low, ratio) =>
        {
            var (best, high) = (low * (1 + ratio), low * (1 + ratio) * (1 + ratio));
            var parsed = dimension.Parse($"{dimension.Format(low, "R")} to {dimension.Format(high, "R")}, best {dimension.Format(best, "R")}");
            return parsed == new ParsedRange(low, best, high);
        }).Check(Many);
    }

    [Fact]
    public void Exact_format_round_trips_for_all_quotients() => Prop.ForAll(
        Arb.From(AnyDimension), Finite, (dimension, value) => Back(dimension, value, "R") == value).Check(Many.WithMaxTest(10_000));

    [Theory]
    [MemberData(nameof(DimensionCase.AllSimple), MemberType = typeof(DimensionCase))]
    public void General_format_parses_back_within_its_rounding_for_all_finite_values(string name)
    {
        var dimension = DimensionCase.Named(name);
        Prop.ForAll(name == "Fraction" ? Parts : Finite, value => Near(value, Back(dimension, value, "G"), Rounding(name))).Check(Many);
    }

    [Fact]
    public void General_format_parses_back_for_all_quotients() => Prop.ForAll(
        Arb.From(AnyDimension), Finite, (dimension, value) => Near(value, Back(dimension, value, "G"), 0.022)).Check(Many.WithMaxTest(10_000));

    [Fact]
    public void Fraction_format_shows_an_end_only_for_that_end() => Prop.ForAll(Parts, value =>
    {
        var text = Dimensions.Fraction.Format(value, "G");
        return (text == "0%") == (value == 0) && (text == "100%") == (value == 1);
    }).Check(Many);

    [Fact]
    public void Range_format_parses_back_for_positive_ends()
    {
        var positive = Arb.From(Decades.Select(Math.Abs));
        Prop.ForAll(Arb.From(AnyDimension), positive, positive, (dimension, a, b) =>
        {
            var (low, high) = (Math.Min(a, b), Math.Max(a, b));
            var parsed = dimension.Parse(dimension.FormatRange(low, high));
            return Near(low, parsed.Low, 0.022) && Near(high, parsed.High, 0.022);
        }).Check(Many.WithMaxTest(10_000));
    }

    [Fact]
    public void Range_format_of_close_ends_keeps_them_apart()
    {
        var positive = Arb.From(Decades.Select(Math.Abs));
        var gaps = Arb.From(Gen.Choose(1, 9).Select(power => Math.Pow(10, -power)));
        Prop.ForAll(Arb.From(AnyDimension), positive, gaps, (dimension, low, gap) =>
        {
            var parsed = dimension.Parse(dimension.FormatRange(low, low * (1 + gap)));
            return parsed.Low < parsed.High;
        }).Check(Many);
    }

    [Fact]
    public void Fraction_range_format_parses_back() => Prop.ForAll(Parts, Parts, (a, b) =>
    {
        var (low, high) = (Math.Min(a, b), Math.Max(a, b));
        if (low <= 0 || high >= 1)
            return true;

        var parsed = Dimensions.Fraction.Parse(Dimensions.Fraction.FormatRange(low, high));
        return Near(low, parsed.Low, 0.0051) && Near(high, parsed.High, 0.0051) && (low == high || parsed.Low < parsed.High);
    }).Check(Many);

    private static double Back(Dimension dimension, double value, string format) => dimension.Parse(dimension.Format(value, format)).Best;

    private static double Rounding(string name) => name == "Duration" ? 0.022 : 0.0051;

    // Subnormal doubles have too few bits for three digits.
    private static bool Near(double expected, double actual, double relative) =>
        Math.Abs(expected - actual) <= Math.Max(relative * Math.Abs(expected), 1e-310);
}
