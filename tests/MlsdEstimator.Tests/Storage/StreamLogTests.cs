namespace MlsdEstimator.Tests;

/// <summary>Expected: Kafka sizing rules by hand; 200 MB/s kept for a week in three copies on disks 70 % full is 518.4 TB.</summary>
public class StreamLogTests
{
    private static readonly StreamLog Log = new()
    {
        Records = Load.Of(200.PerSecond, 400.PerSecond, "records"), RecordSize = 1.Megabytes, Retention = 7.Days, Copies = 3, ConsumerGroups = 2, DiskFill = 70.Percent,
    };

    [Fact]
    public void Disk_reads_the_average_and_network_the_peak()
    {
        Assert.Equal(518.4, Log.Disk.Terabytes, 1e-9);
        Assert.Equal(200, Log.Ingest.MegabytesPerSecond, 1e-9);
        Assert.Equal(400, Log.PeakIngest.MegabytesPerSecond, 1e-9);
        Assert.Equal(1600, Log.Egress.MegabytesPerSecond, 1e-9);
        Assert.Equal(["stream ingest on average", "stream ingest at peak", "stream disk", "stream egress at peak"], Log.Results.Select(result => result.Name));
        Assert.Null(Log.Partitions);
        Assert.Null(Log.Brokers);
        Assert.Null(Log.Purchase);
        Assert.Empty(Log.Findings);
    }

    /// <summary>Mistake in print: 259.2 brokers are floored to 259, and the last fifth of one has no disk.</summary>
    [Fact]
    public void Trap_a_part_of_a_broker_is_a_broker()
    {
        StreamLog disks = Log with { BrokerDisk = 2.Terabytes };
        Assert.Equal(260, disks.BrokersByDisk!.Value);
        Assert.Equal(261, disks.Brokers!.Value);
        Assert.Equal(260, (disks with { SpareBrokers = 0 }).Brokers!.Value);
        Assert.Equal(new Tier("StreamLog", "broker", disks.Purchase, null), Assert.Single(disks.Tiers));
    }

    /// <summary>A day of 1 GB fills a corner of one disk; its three copies are on three brokers, and five copies on five.</summary>
    [Theory]
    [InlineData(3, 3)]
    [InlineData(5, 5)]
    [InlineData(1, 2)]
    public void Each_copy_is_on_a_broker_of_its_own(int copies, double brokers)
    {
        StreamLog small = Log with { Records = Load.Of(1e6.PerDay, 1e6.PerDay, "records"), RecordSize = 1.Kilobytes, Retention = 1.Days, BrokerDisk = 2.Terabytes, BrokerPrice = 100.DollarsPerMonth, Copies = copies };
        Assert.Equal(1, small.BrokersByDisk!.Value);
        Assert.Equal(brokers, small.Brokers!.Value);
        Assert.Equal(brokers * 100, small.Cost!.DollarsPerMonth, 9);
    }

    [Fact]
    public void Network_counts_what_comes_in_with_copies_and_what_goes_out()
    {
        StreamLog network = Log with { BrokerNetwork = 500.MegabytesPerSecond };
        Assert.Equal(4, network.BrokersByNetwork!.Value); // 1,600 out over 1,200 in
        Assert.Equal(3, (network with { ConsumerGroups = 0 }).BrokersByNetwork!.Value); // 1,200 in over 800 out
        Assert.Equal(5, network.Brokers!.Value);
        Assert.Empty(network.Findings);
    }

    [Fact]
    public void Larger_of_disk_and_network_is_bought_and_network_is_said()
    {
        StreamLog both = Log with { BrokerDisk = 200.Terabytes, BrokerNetwork = 500.MegabytesPerSecond, BrokerPrice = 1_000.DollarsPerMonth };
        Assert.Equal((3, 4, 5), (both.BrokersByDisk!.Value, both.BrokersByNetwork!.Value, both.Brokers!.Value));
        Assert.Equal(5_000, both.Cost!.DollarsPerMonth, 1e-9);
        Finding finding = Assert.Single(both.Findings);
        Assert.Equal(new Finding(Severity.Note, "MLSD011", "The network of 4 brokers decides, where disks ask for 3: fewer copies and consumer groups save brokers, a shorter retention does not.", both.BrokersByNetwork), finding);
        Assert.Empty((both with { BrokerDisk = 150.Terabytes }).Findings); // 4 by each
        Assert.Equal(["brokers by disk", "brokers by network", "brokers bought", "stream cost"], both.Results.Skip(4).Select(result => result.Name));
        Refused.Contradiction("a broker has a price, but neither disk nor network", () => (Log with { BrokerPrice = 1.DollarsPerMonth }).Disk);
    }

    [Theory]
    [InlineData(10.0, 20.0, 40)]
    [InlineData(20.0, 10.0, 40)]
    [InlineData(10.0, null, 40)]
    [InlineData(null, 20.0, 20)]
    [InlineData(399.0, 399.0, 2)]
    public void Partitions_serve_producers_and_consumers_at_peak(double? producer, double? consumer, double partitions)
    {
        StreamLog log = Log with { ProducerPerPartition = producer?.MegabytesPerSecond, ConsumerPerPartition = consumer?.MegabytesPerSecond };
        Assert.Equal(partitions, log.Partitions!.Value);
    }

    [Fact]
    public void Disks_are_not_full_by_default()
    {
        StreamLog usual = Log with { DiskFill = new StreamLog { Records = Log.Records, RecordSize = 1.Bytes, Retention = 1.Days, Copies = 1, ConsumerGroups = 1 }.DiskFill };
        Assert.True(usual.DiskFill.IsDefault);
        Assert.Equal(518.4, usual.Disk.Simulate().Low.Terabytes, 3.0);
        Assert.Equal(604.8, usual.Disk.Simulate().High.Terabytes, 3.0);
    }

    [Fact]
    public void Peak_rate_is_a_warning()
    {
        Rate peak = 400.PerSecond.Marked(Aspect.Peak);
        StreamLog wrong = Log with { Records = Load.Of(peak, peak, "records") };
        Assert.Equal(new Finding(Severity.Warning, "MLSD002", "Storage is computed from a peak rate of 400 /s; give the load its average.", wrong.Disk), Assert.Single(wrong.Findings));
    }

    [Fact]
    public void Inputs_out_of_range_are_refused_by_name()
    {
        Refused.Null("records", () => Log with { Records = null! });
        Refused.Range("record size", "above 0", () => Log with { RecordSize = 0.Bytes });
        Refused.Range("retention", "above 0", () => Log with { Retention = 0.Days });
        Refused.Range("copies", "at least 1", () => Log with { Copies = 0 });
        Refused.Range("consumer groups", "not be negative", () => Log with { ConsumerGroups = -1 });
        Refused.Range("disk fill", "above 0 %", () => Log with { DiskFill = Fraction.Zero });
        Refused.Range("broker disk", "above 0", () => Log with { BrokerDisk = 0.Bytes });
        Refused.Range("broker network", "above 0", () => Log with { BrokerNetwork = 0.MegabytesPerSecond });
        Refused.Range("producer throughput per partition", "above 0", () => Log with { ProducerPerPartition = 0.MegabytesPerSecond });
        Refused.Range("consumer throughput per partition", "above 0", () => Log with { ConsumerPerPartition = 0.MegabytesPerSecond });
        Refused.Range("spare brokers", "at least 0", () => Log with { SpareBrokers = -1 });
        Refused.Range("broker price", "not be negative", () => Log with { BrokerPrice = (-1).DollarsPerMonth });
        Refused.Range("confidence", "between 0 and 1", () => Log with { Confidence = 1 });
    }

    [Fact]
    public void Every_input_changes_a_result() => Assert.Empty(EveryInput.WithoutEffect(
        () => Log with { BrokerDisk = 2.Terabytes, BrokerNetwork = 500.MegabytesPerSecond, BrokerPrice = 1.DollarsPerMonth, Records = Load.Of(100.PerSecond.To(300.PerSecond), 400.PerSecond.To(1_000.PerSecond), "records") },
        new Dictionary<string, object>
        {
            ["Records"] = Load.Of(1.PerSecond, 2.PerSecond, "records"), ["RecordSize"] = 1.Bytes, ["Retention"] = 1.Days, ["Copies"] = (Scalar)2, ["ConsumerGroups"] = (Scalar)9,
            ["DiskFill"] = 50.Percent, ["BrokerDisk"] = 1.Terabytes, ["BrokerNetwork"] = 1.MegabytesPerSecond, ["ProducerPerPartition"] = 1.MegabytesPerSecond,
            ["ConsumerPerPartition"] = 1.MegabytesPerSecond, ["SpareBrokers"] = (Scalar)5, ["BrokerPrice"] = 2.DollarsPerMonth, ["Confidence"] = 0.99,
        }));

    [Fact]
    public void Partitions_cap_the_consumers_of_a_group()
    {
        var readers = new StreamConsumers { Records = Load.Of(500_000.PerSecond, 1e6.PerSecond, "records"), RecordsPerConsumer = 30_000.PerSecond, Partitions = 24 };
        Assert.Equal((34, 24), (readers.Needed.Value, readers.AtWork.Value));
        Assert.Equal(280_000, readers.LagGrowth.PerSecond, 1e-6);
        Finding finding = Assert.Single(readers.Findings);
        Assert.Equal(
            new Finding(Severity.Warning, "MLSD031", "34 consumers are needed at peak, but 24 partitions keep no more than 24 at work: the lag grows by 280 k/s until the peak is over. Add partitions, or make consumers faster.", readers.LagGrowth),
            finding);
        Finding forEver = Assert.Single((readers with { Records = Load.Of(720_000.PerSecond, 1e6.PerSecond, "records") }).Findings);
        Assert.Equal((Severity.Error, "MLSD031"), (forEver.Severity, forEver.Code));
        Assert.Contains("by 280 k/s and never shrinks.", forEver.Message, StringComparison.Ordinal);
        Assert.Equal(["consumers needed", "consumers at work", "lag growth at peak"], readers.Results.Select(result => result.Name));
        Assert.Empty((readers with { Partitions = 34 }).Findings);
        Assert.Equal(Rate.Zero, (readers with { Partitions = 34 }).LagGrowth);
        Refused.Null("records", () => readers with { Records = null! });
        Refused.Range("records per consumer", "above 0", () => readers with { RecordsPerConsumer = Rate.Zero });
        Refused.Range("partitions", "at least 1", () => readers with { Partitions = 0 });
        Assert.Empty(EveryInput.WithoutEffect(() => readers with { }, new Dictionary<string, object> { ["Records"] = Log.Records, ["RecordsPerConsumer"] = 1.PerSecond, ["Partitions"] = (Scalar)2 }));
    }
}
