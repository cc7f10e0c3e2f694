namespace MlsdEstimator.Tests;

public class ParseTests
{
    [Theory]
    [InlineData("Scalar", "5", 5)]
    [InlineData("Scalar", "-5", -5)]
    [InlineData("Scalar", "~5", 5)]
    [InlineData("Scalar", "  1.5  ", 1.5)]
    [InlineData("Scalar", "1e6", 1e6)]
    [InlineData("Scalar", "1.2e-3", 1.2e-3)]
    [InlineData("Scalar", "1E+3", 1e3)]
    [InlineData("Scalar", "1,000,000", 1e6)]
    [InlineData("Scalar", "12,345.5", 12_345.5)]
    [InlineData("Scalar", "200M", 200e6)]
    [InlineData("Scalar", "116 K", 116e3)]
    [InlineData("Scalar", "116k", 116e3)]
    [InlineData("Scalar", "2.5 bn", 2.5e9)]
    [InlineData("Scalar", "7 trillion", 7e12)]
    [InlineData("Fraction", "12%", 0.12)]
    [InlineData("Fraction", "12 %", 0.12)]
    [InlineData("Fraction", "7%", 0.07)]
    [InlineData("Fraction", "0.12", 0.12)]
    [InlineData("Fraction", "0", 0)]
    [InlineData("Fraction", "100%", 1)]
    [InlineData("Duration", "200 ms", 0.2)]
    [InlineData("Duration", "5 us", 5e-6)]
    [InlineData("Duration", "3 ns", 3e-9)]
    [InlineData("Duration", "5 µs", 5e-6)]
    [InlineData("Duration", "30 days", 2_592_000)]
    [InlineData("Duration", "1 d", 86_400)]
    [InlineData("Duration", "2 weeks", 1_209_600)]
    [InlineData("Duration", "1 month", 2_628_000)]
    [InlineData("Duration", "1.5 years", 47_304_000)]
    [InlineData("Duration", "3 h 20 min", 12_000)]
    [InlineData("Duration", "3h20min", 12_000)]
    [InlineData("Duration", "1 d 12 h 30 min", 131_400)]
    [InlineData("Duration", "-4 min 30 s", -270)]
    [InlineData("Rate", "5 /s", 5)]
    [InlineData("Rate", "~116k/s", 116e3)]
    [InlineData("Rate", "116 k/s", 116e3)]
    [InlineData("Rate", "116k /s", 116e3)]
    [InlineData("Rate", "86400/day", 1)]
    [InlineData("Rate", "60 per minute", 1)]
    [InlineData("Rate", "5k per second", 5e3)]
    [InlineData("Rate", "5k QPS", 5e3)]
    [InlineData("Rate", "5 QPS", 5)]
    [InlineData("DataSize", "5 GB", 5e9)]
    [InlineData("DataSize", "5GB", 5e9)]
    [InlineData("DataSize", "5EB", 5e18)]
    [InlineData("DataSize", "8 Gb", 1e9)]
    [InlineData("DataSize", "8 Gbit", 1e9)]
    [InlineData("DataSize", "8 b", 1)]
    [InlineData("DataSize", "8 bits", 1)]
    [InlineData("DataSize", "80 GiB", 85_899_345_920)]
    [InlineData("DataSize", "300 bytes", 300)]
    [InlineData("DataSize", "4 kilobytes", 4_000)]
    [InlineData("DataSize", "1 kibibyte", 1_024)]
    [InlineData("DataSize", "-3 GB", -3e9)]
    [InlineData("Bandwidth", "58 GB/s", 58e9)]
    [InlineData("Bandwidth", "100 Gb/s", 12.5e9)]
    [InlineData("Bandwidth", "100 Gbit/s", 12.5e9)]
    [InlineData("Bandwidth", "1 GiB/s", 1_073_741_824)]
    [InlineData("Bandwidth", "1 gigabyte per second", 1e9)]
    [InlineData("FlopCount", "17 GFLOP", 17e9)]
    [InlineData("FlopCount", "3.1e25 FLOP", 3.1e25)]
    [InlineData("FlopRate", "312 TFLOP/s", 312e12)]
    [InlineData("FlopRate", "312 TFLOPS", 312e12)]
    [InlineData("Money", "$5", 5)]
    [InlineData("Money", "-$5", -5)]
    [InlineData("Money", "$2.4M", 2.4e6)]
    [InlineData("Money", "$2.4 M", 2.4e6)]
    [InlineData("Money", "2400000 USD", 2.4e6)]
    [InlineData("Money", "2.4M USD", 2.4e6)]
    [InlineData("Money", "$5 USD", 5)]
    [InlineData("Money", "5 dollars", 5)]
    [InlineData("Money", "$5 million", 5e6)]
    [InlineData("Money", "$4,450", 4_450)]
    [InlineData("Money", "$4 per million", 4e-6)]
    [InlineData("Spend", "$3,600/h", 1)]
    [InlineData("Spend", "3600 USD/h", 1)]
    [InlineData("Spend", "$86,400 per day", 1)]
    [InlineData("Spend", "$2.628M/month", 1)]
    [InlineData("Spend", "$31.536 M/year", 1)]
    [InlineData("Energy", "5 J", 5)]
    [InlineData("Energy", "5 kJ", 5e3)]
    [InlineData("Energy", "2 kWh", 7.2e6)]
    [InlineData("Power", "5 mW", 5e-3)]
    [InlineData("Power", "5 MW", 5e6)]
    [InlineData("Power", "700 watts", 700)]
    [InlineData("Money/DataSize", "$1/GB", 1e-9)]
    [InlineData("Money/DataSize", "$1 per GB", 1e-9)]
    [InlineData("Money/DataSize", "$3/GB", 3e-9)]
    [InlineData("Money/DataSize", "1 USD/GB", 1e-9)]
    [InlineData("Money/DataSize", "$1000/TB", 1e-9)]
    [InlineData("Spend/DataSize", "$2.628/MB/month", 1e-12)]
    [InlineData("Spend/DataSize", "$2.628/month/MB", 1e-12)]
    [InlineData("Spend/DataSize", "$2.628/month per MB", 1e-12)]
    [InlineData("Money/Scalar", "$4 per million", 4e-6)]
    [InlineData("Money/Scalar", "$5 per 1", 5)]
    [InlineData("FlopRate/Power", "1.4 TFLOP/s/W", 1.4e12)]
    [InlineData("Money/DataSize/Duration", "$3.6/GB/h", 1e-12)]
    public void Single_value_in_base_units(string dimension, string text, double expected)
    {
        var parsed = DimensionCase.Named(dimension).Parse(text);
        Assert.True(parsed.IsCertain);
        Assert.Equal(expected, parsed.Best);
    }

    [Theory]
    [InlineData("Scalar", "5 to 20", 5, 10, 20)]
    [InlineData("Scalar", "~5 to 20", 5, 10, 20)]
    [InlineData("Scalar", "5 to 20 M", 5e6, 10e6, 20e6)]
    [InlineData("Scalar", "5K to 20M", 5e3, 316_227.766016838, 20e6)]
    [InlineData("Scalar", "3 to 30, best 10", 3, 10, 30)]
    [InlineData("Scalar", "3 to 30 best 10", 3, 10, 30)]
    [InlineData("Rate", "5 to 20 /s", 5, 10, 20)]
    [InlineData("Rate", "5 to 20k/s", 5e3, 10e3, 20e3)]
    [InlineData("Rate", "5 to 20k /s", 5e3, 10e3, 20e3)]
    [InlineData("DataSize", "5 kB to 2 MB", 5e3, 1e5, 2e6)]
    [InlineData("DataSize", "3 to 30, best 10 GB", 3e9, 10e9, 30e9)]
    [InlineData("DataSize", "3 to 30 GB, best 10", 3e9, 10e9, 30e9)]
    [InlineData("DataSize", "3 MB to 30, best 10 GB", 3e6, 10e9, 30e9)]
    [InlineData("DataSize", "3 MB to 30 GB, best 10 MB", 3e6, 10e6, 30e9)]
    [InlineData("Duration", "1 h 30 min to 6 h", 5_400, 10_800, 21_600)]
    [InlineData("Duration", "5 to 20 ms", 5e-3, 10e-3, 20e-3)]
    [InlineData("Money", "$5 to 20", 5, 10, 20)]
    [InlineData("Money", "$5 to $20", 5, 10, 20)]
    [InlineData("Money", "$5 to 20 M", 5e6, 10e6, 20e6)]
    [InlineData("Money", "$5M to $20M", 5e6, 10e6, 20e6)]
    [InlineData("Money", "5 to 20 USD", 5, 10, 20)]
    [InlineData("Spend", "$3,600 to $14,400/h", 1, 2, 4)]
    [InlineData("Spend", "$36K to $14.4M/h", 10, 200, 4_000)]
    [InlineData("Fraction", "10% to 50%", 0.1, 0.25, 0.5)]
    [InlineData("Fraction", "10 to 50%", 0.1, 0.25, 0.5)]
    [InlineData("Fraction", "0.1 to 0.9", 0.1, 0.5, 0.9)]
    [InlineData("Fraction", "1% to 3%, best 2%", 0.01, 0.02, 0.03)]
    [InlineData("Money/DataSize", "$1 to $4/GB", 1e-9, 2e-9, 4e-9)]
    public void Range_shares_its_last_unit(string dimension, string text, double low, double best, double high)
    {
        var parsed = DimensionCase.Named(dimension).Parse(text);
        Assert.False(parsed.IsCertain);
        Assert.Equal(low, parsed.Low, low * 1e-14);
        Assert.Equal(best, parsed.Best, best * 1e-14);
        Assert.Equal(high, parsed.High, high * 1e-14);
    }

    [Fact]
    public void Range_end_with_a_multiplier_alone_takes_the_period_only()
    {
        var parsed = Dimensions.Rate.Parse("5k to 20M/s");
        Assert.Equal((5e3, 20e6), (parsed.Low, parsed.High));
    }

    [Fact]
    public void Range_of_extreme_ends_has_a_finite_best_between()
    {
        var parsed = Dimensions.Scalar.Parse("1e300 to 1e308");
        Assert.Equal(1e304, parsed.Best, 1e292);
        Assert.Equal(1e-304, Dimensions.Scalar.Parse("1e-307 to 1e-301").Best, 1e-315);
    }
}
