namespace MlsdEstimator.Tests;

/// <summary>From raw bytes to disks; expected by hand.</summary>
public class StoredDataTests
{
    private static readonly StoredRows Users = new() { Rows = 500.Million, RowSize = 2.Kilobytes, Copies = 3 };

    private static readonly Quotient<Spend, DataSize> PerGigabyte = 0.1.Dollars.Per(DataSize.Gigabyte).Per(Duration.Month);

    [Fact]
    public void Rows_take_their_bytes_with_index_and_copies_compressed()
    {
        Assert.Equal(1, Users.Raw.Terabytes, 1e-12);
        Assert.Equal(3, Users.Stored.Terabytes, 1e-12);
        Assert.Equal(1.95, (Users with { IndexOverhead = 0.3, CompressionRatio = 2 }).Stored.Terabytes, 1e-12);
        Assert.Equal(["kept, raw", "kept, with copies"], Users.Results.Select(result => result.Name));
        Assert.Empty(Users.Findings);
    }

    [Fact]
    public void Disks_have_room_and_are_what_is_paid()
    {
        StoredRows disks = Users with { DiskFill = 75.Percent, Price = PerGigabyte };
        Assert.Equal(4, disks.Provisioned!.Terabytes, 1e-12);
        Assert.Equal(400, disks.Cost!.DollarsPerMonth, 1e-9);
        Assert.Equal(300, (disks with { DiskFill = null }).Cost!.DollarsPerMonth, 1e-9);
        Assert.Equal(["kept, raw", "kept, with copies", "disks provisioned", "storage cost"], disks.Results.Select(result => result.Name));
        Assert.Equal(new Tier("StoredRows", "storage", null, disks.Cost), Assert.Single(disks.Tiers));
        Assert.Null(Users.Provisioned);
        Assert.Null(Users.Cost);
    }

    [Fact]
    public void Erasure_codes_and_replicas_are_copies()
    {
        Assert.Equal(1.5, Redundancy.ErasureCode(6, 3).Value);
        Assert.Equal(1.4, Redundancy.ErasureCode(10, 4).Value, 1e-15);
        Assert.Equal("copies, erasure code", Redundancy.ErasureCode(6, 3).Name);
        Assert.Equal(3, Redundancy.Replicas(3).Value);
        Assert.Equal(1.5, (Users with { Copies = Redundancy.ErasureCode(6, 3) }).Stored.Terabytes, 1e-12);
        Assert.Equal(1, Redundancy.ErasureCode(1, 0).Value);
        Refused.Range("data blocks", "whole number of at least 1", () => Redundancy.ErasureCode(0, 3));
        Refused.Range("parity blocks", "whole number of at least 0", () => Redundancy.ErasureCode(6, -1));
        Refused.Range("copies", "at least 1", () => Redundancy.Replicas(0.5));
    }

    [Fact]
    public void Growing_log_holds_the_last_months()
    {
        var log = new RetainedData
        {
            Rows = Load.Of(1 / Duration.Month, 2 / Duration.Month, "rows"),
            RowSize = DataSize.Terabyte,
            Retention = 6.Months,
            Growth = new Growth { PerMonth = 0.05 },
            Horizon = 24.Months,
            Copies = 1,
        };
        Assert.Equal(16.369614200537, log.Raw.Terabytes, 1e-9); // formula_vectors s.geo.win, explicit sum
        Assert.Equal(6, (log with { Growth = null }).Raw.Terabytes, 1e-9);
        Assert.Equal(3, (log with { Growth = null, Horizon = 3.Months }).Raw.Terabytes, 1e-9);
        Assert.Equal(6, (log with { Growth = null, Horizon = null }).Raw.Terabytes, 1e-9);
        Refused.Contradiction("the rate grows, but there is no horizon", () => (log with { Horizon = null }).Raw);
        Refused.Range("horizon", "above 0", () => log with { Horizon = Duration.Zero });
        Assert.Empty(EveryInput.WithoutEffect(() => log with { Price = PerGigabyte }, new Dictionary<string, object>
        {
            ["Rows"] = Load.Of(2.PerSecond, 3.PerSecond, "rows"), ["RowSize"] = 1.Bytes, ["Retention"] = 1.Months, ["Growth"] = new Growth { PerMonth = 0.1 }, ["Horizon"] = 9.Months,
            ["Copies"] = (Scalar)2, ["CompressionRatio"] = (Scalar)2, ["IndexOverhead"] = (Scalar)0.5, ["DiskFill"] = 50.Percent, ["Price"] = 1.Dollars.Per(DataSize.Gigabyte).Per(Duration.Month),
        }));
    }

    [Fact]
    public void Negatives_decide_the_size_of_a_training_set()
    {
        var set = new TrainingSet { Positives = 100.Million, NegativesPerPositive = 50, RowSize = 1.Kilobytes, Copies = 3 };
        Assert.Equal(5.1e9, set.Rows.Value, 1);
        Assert.Equal(5.1, set.Raw.Terabytes, 1e-12); // 51 times the positives alone
        Assert.Equal(15.3, set.Stored.Terabytes, 1e-12);
        Assert.Equal(0.51, (set with { Sampled = 10.Percent }).Raw.Terabytes, 1e-12);
        Assert.Equal(["training examples", "kept, raw", "kept, with copies"], set.Results.Select(result => result.Name));
        Assert.True(set.Sampled.IsDefault);
        Refused.Range("positives", "not be negative", () => set with { Positives = -1 });
        Refused.Range("negatives per positive", "not be negative", () => set with { NegativesPerPositive = -1 });
        Refused.Range("row size", "above 0", () => set with { RowSize = 0.Bytes });
        Refused.Range("sampled part", "above 0 %", () => set with { Sampled = Fraction.Zero });
    }

    [Fact]
    public void Inputs_out_of_range_are_refused_by_name()
    {
        Refused.Range("rows", "not be negative", () => Users with { Rows = -1 });
        Refused.Range("row size", "above 0", () => Users with { RowSize = 0.Bytes });
        Refused.Range("copies", "at least 1", () => Users with { Copies = 0.9 });
        Refused.Range("compression ratio", "at least 1", () => Users with { CompressionRatio = 0.9 });
        Refused.Range("index overhead", "not be negative", () => Users with { IndexOverhead = -0.1 });
        Refused.Range("disk fill", "above 0 %", () => Users with { DiskFill = Fraction.Zero });
        Refused.Range("storage price", "not be negative", () => Users with { Price = (-1).Dollars.Per(DataSize.Gigabyte).Per(Duration.Month) });
        Assert.Throws<ArgumentOutOfRangeException>(() => Users with { Rows = double.NaN });
        Refused.Null("rows", () => Users with { Rows = null! });
        Assert.Equal(0, (Users with { Rows = 0 }).Stored.Bytes);
    }

    [Fact]
    public void Every_input_of_rows_changes_a_result() => Assert.Empty(EveryInput.WithoutEffect(() => Users with { Price = PerGigabyte }, new Dictionary<string, object>
    {
        ["Rows"] = (Scalar)7, ["RowSize"] = 1.Bytes, ["Copies"] = (Scalar)2, ["CompressionRatio"] = (Scalar)2, ["IndexOverhead"] = (Scalar)0.5, ["DiskFill"] = 50.Percent,
        ["Price"] = 1.Dollars.Per(DataSize.Gigabyte).Per(Duration.Month),
    }));
}
