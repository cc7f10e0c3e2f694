namespace MlsdEstimator.Tests;

/// <summary>Expected: closed forms (Bloom 1970, Flajolet 2007) in mpmath; Redis documentation.</summary>
public class SketchTests
{
    private static readonly BloomFilter Seen = new() { Items = 1.Million, FalseAlarms = 1.Percent };

    [Fact]
    public void Bloom_filter_takes_ten_bits_an_item_at_one_percent()
    {
        Assert.Equal(9_585_059, Seen.Bits.Value);
        Assert.Equal(1_198_132.375, Seen.Size.Bytes);
        Assert.Equal(7, Seen.Hashes.Value);
        Assert.Equal(["filter bits", "filter size", "hash functions"], Seen.Results.Select(result => result.Name));
    }

    [Theory]
    [InlineData(0.5, 1)]
    [InlineData(0.999, 1)] // rounds to 0, but one is needed
    [InlineData(0.001, 10)]
    [InlineData(1e-6, 20)]
    public void Hashes_are_whole_and_at_least_one(double alarms, double hashes) =>
        Assert.Equal(hashes, (Seen with { FalseAlarms = Fraction.FromRatio(alarms) }).Hashes.Value);

    [Fact]
    public void Bloom_inputs_out_of_range_are_refused_by_name()
    {
        Refused.Range("items", "above 0", () => Seen with { Items = 0 });
        Refused.Range("false alarms", "above 0 %", () => Seen with { FalseAlarms = Fraction.Zero });
        Refused.Range("false alarms", "below 100 %", () => Seen with { FalseAlarms = Fraction.One });
        Assert.Empty(EveryInput.WithoutEffect(() => Seen with { }, new Dictionary<string, object> { ["Items"] = (Scalar)7, ["FalseAlarms"] = 2.Percent }));
    }

    [Fact]
    public void Sketch_of_fourteen_bits_is_the_one_of_redis()
    {
        var users = new HyperLogLog { IndexBits = 14 };
        Assert.Equal(0.008125, users.StandardError.Value, 1e-12);
        Assert.Equal(12, users.Size.Kibibytes, 1e-12);
        Assert.Equal(["standard error of the count", "sketch size"], users.Results.Select(result => result.Name));
        Assert.Equal(0.26, (users with { IndexBits = 4 }).StandardError.Value, 1e-12);
        Refused.Range("index bits", "at least 4", () => users with { IndexBits = 3 });
        Refused.Range("index bits", "whole", () => users with { IndexBits = 10.5 });
        Refused.Range("bits per register", "at least 1", () => users with { BitsPerRegister = 0 });
        Assert.Empty(EveryInput.WithoutEffect(() => users with { }, new Dictionary<string, object> { ["IndexBits"] = (Scalar)7, ["BitsPerRegister"] = (Scalar)5 }));
    }
}
