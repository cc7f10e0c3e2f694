namespace MlsdEstimator;

/// <summary>A replicated log such as Kafka: disk, brokers, partitions and what leaves the brokers.</summary>
/// <remarks>
/// disk = average records a second x size x retention x copies / fill; brokers by disk = ceiling(disk / disk of a broker), by network = ceiling(the larger of
/// ingest x copies and egress, at peak / network of a broker), and never fewer than copies, each of which is on a broker of its own; egress = ingest x (copies - 1 + consumer groups); partitions = the larger of
/// ceiling(ingest at peak / throughput of a partition) for producers and for consumers. The disk reads the average, everything else the peak.
/// </remarks>
/// <example>
/// <code>
/// var events = new StreamLog
/// {
///     Records = traffic.Load, RecordSize = 500.Bytes, Retention = 7.Days, Copies = 3, ConsumerGroups = 3,
///     BrokerDisk = 2.Terabytes, ProducerPerPartition = 10.MegabytesPerSecond, ConsumerPerPartition = 20.MegabytesPerSecond,
/// };
/// </code>
/// </example>
public sealed record StreamLog : Estimator
{
    /// <summary>Records that are written.</summary>
    public required Load Records { get; init => field = Require.NotNull(value, "records"); }

    /// <summary>Bytes of one record on the wire, as the producer compresses it. Above 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not above 0.</exception>
    public required DataSize RecordSize { get; init => field = Require.Positive(value, "record size"); }

    /// <summary>How long a record stays. Above 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not above 0.</exception>
    public required Duration Retention { get; init => field = Require.Positive(value, "retention"); }

    /// <summary>Copies of each record, the leader's included: the replication factor. At least 1; no default, because forgetting it is a classic mistake.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Below 1.</exception>
    public required Scalar Copies { get; init => field = Require.AtLeast(1, value, "copies"); }

    /// <summary>Groups of consumers, each of which reads the whole log. Not negative.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    public required Scalar ConsumerGroups { get; init => field = Require.NonNegative(value, "consumer groups"); }

    /// <summary>Part of a disk that may be filled, above 0. Default 60 to 70 %.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not above 0.</exception>
    public Fraction DiskFill { get; init => field = Require.PositiveFraction(value, "disk fill"); } = StorageDefaults.BrokerFill;

    /// <summary>Disk of one broker, above 0; null when brokers are not counted by disk.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not above 0.</exception>
    public DataSize? BrokerDisk { get; init => field = value is null ? null : Require.Positive(value, "broker disk"); }

    /// <summary>Bytes a second of one broker in each direction, above 0; null when brokers are not counted by network.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not above 0.</exception>
    public Bandwidth? BrokerNetwork { get; init => field = value is null ? null : Require.Positive(value, "broker network"); }

    /// <summary>What one partition takes from producers, above 0: measure it. Null when partitions are not asked for.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not above 0.</exception>
    public Bandwidth? ProducerPerPartition { get; init => field = value is null ? null : Require.Positive(value, "producer throughput per partition"); }

    /// <summary>What one consumer reads from a partition, above 0: measure it. Null when partitions are not asked for.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not above 0.</exception>
    public Bandwidth? ConsumerPerPartition { get; init => field = value is null ? null : Require.Positive(value, "consumer throughput per partition"); }

    /// <summary>Brokers beyond those needed: a whole number, not negative. Default 1, so that the loss of one is survived.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not a certain whole number, or negative.</exception>
    public Scalar SpareBrokers { get; init => field = Require.WholeAtLeast(0, value, "spare brokers"); } = StorageDefaults.SpareBroker;

    /// <summary>Price of a broker, not negative, or null when it is not to be priced.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The price is negative.</exception>
    public Spend? BrokerPrice { get; init => field = value is null ? null : Require.NonNegative(value, "broker price"); }

    /// <summary>Part of our belief that the purchase covers, strictly between 0 and 1. Default <see cref="Provision.DefaultConfidence"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not strictly between 0 and 1.</exception>
    public double Confidence { get; init => field = Require.InsideUnitInterval(value, "confidence"); } = Provision.DefaultConfidence;

    /// <summary>Bytes a second that producers write, on average.</summary>
    public Bandwidth Ingest => Result("stream ingest on average", () => Records.Average * RecordSize);

    /// <summary>Bytes a second that producers write, at peak.</summary>
    public Bandwidth PeakIngest => Result("stream ingest at peak", () => Records.Peak * RecordSize);

    /// <summary>Disk to provision, with copies and room.</summary>
    public DataSize Disk => Result("stream disk", () => Ingest * Retention * Copies / DiskFill.AsScalar());

    /// <summary>Bytes a second that leave the brokers, to followers and consumers, at peak.</summary>
    public Bandwidth Egress => Result("stream egress at peak", () => PeakIngest * (Copies - 1 + ConsumerGroups));

    /// <summary>Brokers whose disks hold the log, whole; null without a broker disk.</summary>
    public Scalar? BrokersByDisk => BrokerDisk is null ? null : Result("brokers by disk", () => (Disk / BrokerDisk).Ceiling());

    /// <summary>Brokers whose networks carry the log, whole; null without a broker network.</summary>
    public Scalar? BrokersByNetwork => BrokerNetwork is null ? null : Result("brokers by network", () => (Bandwidth.Max(PeakIngest * Copies, Egress) / BrokerNetwork).Ceiling());

    /// <summary>Partitions that producers and consumers need, whole; null when neither throughput is given. Consumers of a group can be no more.</summary>
    public Scalar? Partitions => ByProducers is null ? ByConsumers : Result("partitions", () => ByConsumers is null ? ByProducers : Scalar.Max(ByProducers, ByConsumers));

    /// <summary>Brokers needed and bought, the spare ones included; null without a broker's disk and network.</summary>
    public Provision? Purchase => BrokersNeeded is null ? null : Remember(() => Scalar.Max(BrokersNeeded, Copies).Named("brokers needed").ProvisionFor(Confidence));

    /// <summary>Brokers bought; null without a broker's disk and network.</summary>
    public Scalar? Brokers => Purchase is null ? null : Result("brokers bought", () => Purchase.Bought);

    /// <summary>What the brokers cost; null without a price.</summary>
    public Spend? Cost => BrokerPrice is null || Brokers is null ? null : Result("stream cost", () => BrokerPrice * Brokers);

    /// <inheritdoc/>
    public override IReadOnlyList<IQuantity> Results =>
        [.. new IQuantity?[] { Ingest, PeakIngest, Disk, Egress, Partitions, BrokersByDisk, BrokersByNetwork, Brokers, Cost }.OfType<IQuantity>()];

    /// <inheritdoc/>
    public override IReadOnlyList<Tier> Tiers => [new Tier(Title, "broker", Purchase, Cost)];

    /// <inheritdoc/>
    public override IReadOnlyList<Finding> Findings => [.. StorageFindings.PeakRate(Records, Disk), .. NetworkDecides];

    /// <inheritdoc/>
    protected override IEnumerable<string> Contradictions =>
        BrokerPrice is not null && BrokerDisk is null && BrokerNetwork is null ? ["a broker has a price, but neither disk nor network: give BrokerDisk or BrokerNetwork, or leave the price out"] : [];

    private Scalar? ByProducers => ProducerPerPartition is null ? null : Result("partitions for producers", () => (PeakIngest / ProducerPerPartition).Ceiling());

    private Scalar? ByConsumers => ConsumerPerPartition is null ? null : Result("partitions for consumers", () => (PeakIngest / ConsumerPerPartition).Ceiling());

    private Scalar? BrokersNeeded => (BrokersByDisk, BrokersByNetwork) switch
    {
        (null, null) => null,
        (Scalar disk, null) => disk + SpareBrokers,
        (null, Scalar network) => network + SpareBrokers,
        (Scalar disk, Scalar network) => Scalar.Max(disk, network) + SpareBrokers,
    };

    private IEnumerable<Finding> NetworkDecides
    {
        get
        {
            if (BrokersByDisk is not null && BrokersByNetwork is not null && (BrokersByNetwork > BrokersByDisk).Nominally == true)
                yield return new Finding(Severity.Note, FindingCodes.Consequence, $"The network of {BrokersByNetwork} brokers decides, where disks ask for {BrokersByDisk}: fewer copies and consumer groups save brokers, a shorter retention does not.", BrokersByNetwork);
        }
    }
}
