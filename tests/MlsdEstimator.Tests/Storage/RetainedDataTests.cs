namespace MlsdEstimator.Tests;

/// <summary>Expected by hand: 100 billion rows a day x 500 B = 50 TB a day; x 30 days x 3 copies = 4.5 PB.</summary>
public class RetainedDataTests
{
    private static readonly RetainedData Log = new()
    {
        Rows = Load.Of(Scalar.FromNumber(1e11) / Duration.Day, Scalar.FromNumber(2e11) / Duration.Day, "impressions"),
        RowSize = 500.Bytes,
        Retention = 30.Days,
        Copies = 3,
    };

    [Fact]
    public void Kept_bytes_follow_from_rate_size_retention_and_copies()
    {
        Assert.Equal(50, Log.PerDay.Terabytes, 1e-9);
        Assert.Equal(1.5, Log.Raw.Petabytes, 1e-9);
        Assert.Equal(4.5, Log.Stored.Petabytes, 1e-9);
        Assert.Equal(["rows per day, raw", "kept, raw", "kept, with copies"], Log.Results.Select(result => result.Name));
        Assert.Null(Log.Cost);
        Assert.Equal(1.5, (Log with { CompressionRatio = 3 }).Stored.Petabytes, 1e-9);
    }

    [Fact]
    public void Price_makes_a_cost_and_a_tier()
    {
        RetainedData priced = Log with { Price = 0.023.Dollars.Per(DataSize.Gigabyte).Per(Duration.Month) };
        Assert.Equal(103_500, priced.Cost!.DollarsPerMonth, 1e-6);
        Assert.Equal(["rows per day, raw", "kept, raw", "kept, with copies", "storage cost"], priced.Results.Select(result => result.Name));
        Tier tier = Assert.Single(priced.Tiers);
        Assert.Equal(("RetainedData", "storage", null, priced.Cost), (tier.Name, tier.Machine, tier.Purchase, tier.Cost));
        Assert.Null(Assert.Single(Log.Tiers).Cost);
        Assert.Null((priced with { Price = null }).Cost);
    }

    [Fact]
    public void Peak_rate_in_storage_is_a_warning()
    {
        Rate peak = 10.PerSecond.Marked(Aspect.Peak);
        RetainedData wrong = Log with { Rows = Load.Of(peak, peak, "rows") };
        Finding finding = Assert.Single(wrong.Findings);
        Assert.Equal((Severity.Warning, FindingCodes.PeakRateInStorage), (finding.Severity, finding.Code));
        Assert.Equal("Storage is computed from a peak rate of 10 /s; give the load its average.", finding.Message);
        Assert.Same(wrong.PerDay, finding.Subject);
        Assert.Empty(Log.Findings);
    }

    [Fact]
    public void Peak_rate_that_was_taken_for_an_average_of_traffic_is_a_warning()
    {
        Traffic web = Traffic.FromRate(10.PerSecond, Peak.Factor(2));
        RetainedData wrong = Log with { Rows = Traffic.FromRate(web.Peak, Peak.Factor(2)).Load.Times(3, "rows") };
        Assert.Equal("Storage is computed from a peak rate of 60 /s; give the load its average.", Assert.Single(wrong.Findings).Message);
        Assert.Empty((Log with { Rows = web.Load }).Findings);
        Assert.Empty((Log with { Rows = Traffic.FromRate(web.Average, Peak.Factor(2)).Load }).Findings);
        Assert.Empty((Log with { Rows = Traffic.FromPeak(web.Peak, Peak.Factor(2)).Load }).Findings);
    }

    [Fact]
    public void Input_outside_its_domain_is_refused_by_name()
    {
        Assert.Throws<ArgumentNullException>("rows", () => Log with { Rows = null! });
        Assert.Throws<ArgumentOutOfRangeException>("row size", () => Log with { RowSize = 0.Bytes });
        Assert.Throws<ArgumentOutOfRangeException>("retention", () => Log with { Retention = 0.Days });
        Assert.Throws<ArgumentOutOfRangeException>("copies", () => Log with { Copies = 0.99 });
        Assert.Throws<ArgumentOutOfRangeException>("compression ratio", () => Log with { CompressionRatio = 0.5 });
        Assert.Throws<ArgumentOutOfRangeException>("storage price", () => Log with { Price = (-1).Dollars.Per(DataSize.Gigabyte).Per(Duration.Month) });
        Assert.Equal(1.5, (Log with { Copies = 1 }).Stored.Petabytes, 1e-9);
    }

    [Fact]
    public void Compression_is_a_default_that_is_listed()
    {
        Assert.True(Log.CompressionRatio.IsDefault);
        Assert.Equal(("compression ratio", "not compressed: an upper bound"), (Log.CompressionRatio.Name, Log.CompressionRatio.Source));
    }
}
