using System.Globalization;

namespace MlsdEstimator.Tests;

/// <summary>Text of ranges, names and marks, and what is refused at the edge.</summary>
public class QuantityEdgeTests
{
    [Fact]
    public void Exact_text_of_a_range_reads_back_in_its_unit()
    {
        DataSize size = Uncertain.Range(2, 3, 8).In(DataSize.Kilobyte);
        Assert.Equal("2000 B to 8000 B, best 3000 B", size.ToString("R", null));
        DataSize read = DataSize.Parse("2000 B to 8000 B, best 3000 B");
        Assert.False(read.IsCertain);
        Assert.Equal("2000 B to 8000 B, best 3000 B", read.ToString("R", CultureInfo.InvariantCulture));
        Assert.Equal("0.1 to 0.4, best 0.2", ((Fraction)(0.1, 0.2, 0.4)).ToString("R", null));
    }

    [Fact]
    public void Text_that_is_missing_is_refused_with_what_was_expected()
    {
        Assert.Equal("No text given where a data size is expected.", Assert.Throws<FormatException>(() => DataSize.Parse(null!)).Message);
        Assert.False(DataSize.TryParse(null, out DataSize? nothing));
        Assert.Null(nothing);
        Assert.False(DataSize.TryParse("5", out DataSize? unreadable));
        Assert.Null(unreadable);
        Assert.True(DataSize.TryParse("5 GB", out DataSize? size));
        Assert.Equal(5e9, size.Bytes);
        Assert.True(DataSize.TryParse("5 GB".AsSpan(), null, out DataSize? cut));
        Assert.Equal(5e9, cut.Bytes);
    }

    [Fact]
    public void Short_text_is_the_general_format() => Assert.Equal(("70.4 GB", "~70 GB"), (70.4.Gigabytes.ToString(), (60.Gigabytes.To(80.Gigabytes, best: 70.Gigabytes)).ToString()));

    [Fact]
    public void Text_of_the_same_type_is_read_alike()
    {
        IQuantity read = ((IQuantity)5.PerSecond).ParseAlike("200k/s");
        Assert.Equal(200_000, Assert.IsType<Rate>(read).PerSecond);
        Assert.Throws<ArgumentNullException>(() => ((IQuantity)null!).ParseAlike("5"));
    }

    [Fact]
    public void Mark_that_is_held_already_changes_nothing()
    {
        Rate peak = 5.PerSecond.Marked(Aspect.Peak);
        Assert.Same(peak, peak.Marked(Aspect.Peak));
        Assert.Equal([Aspect.Average], peak.Marked(Aspect.Average).Aspects);
        Assert.NotSame(peak, peak.Marked(Aspect.Counts("requests")));
        Assert.Throws<ArgumentNullException>(() => peak.Marked((Aspect)null!));
    }

    [Fact]
    public void Default_is_one_until_a_value_is_given()
    {
        Assert.False(5.PerSecond.IsDefault);
        Assert.False(5.PerSecond.Named("rate").IsDefault);
        Assert.True(5.PerSecond.AsDefault("a book").IsDefault);
    }

    [Fact]
    public void Number_too_large_for_a_unit_says_to_read_a_larger_one()
    {
        Duration age = Duration.FromSeconds(1e305), named = age.Named("age");
        Assert.Equal("This duration is 1e305 s, too large to be read in this unit; read it in a larger one.", Assert.Throws<EstimateException>(() => age.Nanoseconds).Message);
        Assert.StartsWith("age is ", Assert.Throws<EstimateException>(() => named.Nanoseconds).Message, StringComparison.Ordinal);
        Assert.Equal(1e305, age.Seconds);
    }

    [Fact]
    public void Price_of_nothing_is_refused()
    {
        Assert.Equal("amount", Assert.Throws<ArgumentNullException>(() => ((Money)null!).Per(1.Gigabytes)).ParamName);
        Assert.Equal("unit", Assert.Throws<ArgumentNullException>(() => 5.Dollars.Per((DataSize)null!)).ParamName);
        Quotient<Money, DataSize> price = 5.Dollars.Per(1.Gigabytes);
        Assert.Equal("time", Assert.Throws<ArgumentNullException>(() => price.Per(null!)).ParamName);
        Assert.Equal("price", Assert.Throws<ArgumentNullException>(() => ((Quotient<Money, DataSize>)null!).Per(Duration.Month)).ParamName);
    }

    [Fact]
    public void Condition_reads_true_or_false()
    {
        Assert.Equal(("true", "false", "true"), (TruthDimension.Instance.Format(1, null), TruthDimension.Instance.Format(0, null), TruthDimension.Instance.Example));
        Assert.Equal("condition", TruthDimension.Instance.Name);
        Assert.Equal("", TruthDimension.Instance.Base.Symbol);
    }
}
