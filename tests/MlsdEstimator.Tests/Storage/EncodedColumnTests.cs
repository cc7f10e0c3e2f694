using FsCheck;
using FsCheck.Fluent;

namespace MlsdEstimator.Tests;

/// <summary>Expected: Parquet's encodings counted by hand; Shannon's bound.</summary>
public class EncodedColumnTests
{
    private static readonly EncodedColumn Country = new() { Rows = 10.Million, Distinct = 5_000, ValueSize = 24.Bytes };

    [Fact]
    public void Encodings_of_a_column_are_counted()
    {
        Assert.Equal(13, Country.BitsPerValue.Value);
        Assert.Equal(240e6, Country.Plain.Bytes);
        Assert.Equal(16_250_000, Country.BitPacked.Bytes);
        Assert.Equal(16_370_000, Country.Dictionary.Bytes); // formula_vectors s.dict
        Assert.Equal(["bits per value", "column, plain", "column, bit-packed", "column, dictionary"], Country.Results.Select(result => result.Name));
        Assert.Null(Country.RunLength);
        Assert.Null(Country.EntropyBound);
        Assert.Empty(Country.Findings);
    }

    [Theory]
    [InlineData(1, 0)]
    [InlineData(2, 1)]
    [InlineData(3, 2)]
    [InlineData(1000, 10)]
    [InlineData(1024, 10)]
    [InlineData(1025, 11)]
    [InlineData(281474976710656, 48)] // 2^48: a floating logarithm may say 49
    [InlineData(281474976710657, 49)]
    [InlineData(2.5, 2)] // three values, when it is an average
    public void Bits_are_the_length_of_the_largest_index(double distinct, double bits) =>
        Assert.Equal(bits, (Country with { Rows = 1e16, Distinct = distinct }).BitsPerValue.Value);

    [Fact]
    public void Bit_packed_columns_end_on_a_whole_byte() => Assert.Equal(2, (Country with { Rows = 9, Distinct = 2 }).BitPacked.Bytes);

    [Theory]
    [InlineData(63, 3)] // 126 in one byte
    [InlineData(64, 4)] // 128 in two
    [InlineData(500, 4)] // formula_vectors s.rle
    [InlineData(8191, 4)]
    [InlineData(8192, 5)]
    public void Runs_take_value_and_length(double length, double each)
    {
        EncodedColumn sorted = Country with { Rows = 1000 * length, Distinct = 1, ValueSize = 2.Bytes, Runs = 1000 };
        Assert.Equal(1000 * each, sorted.RunLength!.Bytes);
        Assert.Equal("column, run lengths", sorted.Results[4].Name);
    }

    [Fact]
    public void Entropy_is_the_bound_of_every_code()
    {
        EncodedColumn skewed = Country with { Frequencies = [50.Percent, 25.Percent, 12.5.Percent, 12.5.Percent] };
        Assert.Equal(1.75, skewed.EntropyBits!.Value, 1e-15);
        Assert.Equal(10e6 * 1.75 / 8, skewed.EntropyBound!.Bytes, 1e-6);
        Assert.Equal(["entropy, bits per value", "column, entropy bound"], skewed.Results.Skip(4).Select(result => result.Name));
        Assert.Equal(0, (Country with { Frequencies = [Fraction.One, Fraction.Zero] }).EntropyBits!.Value);
        Assert.Contains("sum to 0.9, but must sum to 1", Assert.Throws<ArgumentException>(() => Country with { Frequencies = [90.Percent] }).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>("frequencies", () => Country with { Frequencies = [] });
        Assert.Throws<ArgumentNullException>("frequencies", () => Country with { Frequencies = [null!] });
    }

    [Fact]
    public void Dictionary_beyond_a_page_is_written_plain()
    {
        EncodedColumn wide = Country with { Distinct = 100_000 };
        Finding finding = Assert.Single(wide.Findings);
        Assert.Equal(new Finding(Severity.Note, "MLSD011", "The dictionary of 2.4 MB is larger than a page of 1.05 MB: Parquet writes such a column plain, 240 MB.", wide.Dictionary), finding);
        Assert.Empty((Country with { Distinct = 1_048_576, ValueSize = DataSize.Byte }).Findings);
    }

    [Fact]
    public void Impossible_columns_are_refused()
    {
        Refused.Contradiction("there are 5 runs of 9 distinct values", () => (Country with { Rows = 10, Distinct = 9, Runs = 5 }).Plain);
        Refused.Contradiction("there are 20 runs in 10 rows", () => (Country with { Rows = 10, Distinct = 1, Runs = 20 }).Plain);
        Refused.Contradiction("there are 5,000 distinct values in 10 rows", () => (Country with { Rows = 10 }).Plain);
        Assert.Equal(0, (Country with { Rows = 0, Distinct = 1 }).BitPacked.Bytes);
        Refused.Range("rows", "not be negative", () => Country with { Rows = -1 });
        Refused.Range("distinct values", "at least 1", () => Country with { Distinct = 0 });
        Refused.Range("value size", "above 0", () => Country with { ValueSize = 0.Bytes });
        Refused.Range("runs", "above 0", () => Country with { Runs = 0 });
    }

    [Fact]
    public void Every_input_changes_a_result() => Assert.Empty(EveryInput.WithoutEffect(() => Country with { }, new Dictionary<string, object>
    {
        ["Rows"] = (Scalar)1e6, ["Distinct"] = (Scalar)9, ["ValueSize"] = 1.Bytes, ["Runs"] = (Scalar)10_000, ["Frequencies"] = new[] { Fraction.One },
    }));

    [Fact]
    public void Entropy_never_exceeds_packed_bits_for_any_frequencies() =>
        Prop.ForAll(Arb.From(from count in Gen.Choose(1, 20) from weights in Gen.ListOf(Gen.Choose(1, 1000), count) select weights.Select(weight => (double)weight).ToArray()), weights =>
        {
            double sum = weights.Sum();
            EncodedColumn column = Country with { Distinct = weights.Length, Frequencies = [.. weights.Select(weight => Fraction.FromRatio(weight / sum))] };
            return column.EntropyBits!.Value <= column.BitsPerValue.Value + 1e-12 && column.EntropyBits.Value >= 0;
        }).Check(AnyPositive.Laws);
}
