namespace MlsdEstimator;

/// <summary>Consumers of one group that read a partitioned log: each partition has one reader, so partitions cap them.</summary>
/// <remarks>needed = ceiling(records a second at peak / records a second of one); at work = the smaller of needed and partitions; lag grows by what they cannot read.</remarks>
/// <example><code>var readers = new StreamConsumers { Records = traffic.Load, RecordsPerConsumer = 30_000.PerSecond, Partitions = 24 };</code></example>
public sealed record StreamConsumers : Estimator
{
    /// <summary>Records that are written.</summary>
    public required Load Records { get; init => field = Require.NotNull(value, "records"); }

    /// <summary>Records a second that one consumer can do. Above 0: measure it.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not above 0.</exception>
    public required Rate RecordsPerConsumer { get; init => field = Require.Positive(value, "records per consumer"); }

    /// <summary>Partitions of the log: a whole number, at least 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not a certain whole number of at least 1.</exception>
    public required Scalar Partitions { get; init => field = Require.WholeAtLeast(1, value, "partitions"); }

    /// <summary>Consumers that the peak asks for, whole.</summary>
    public Scalar Needed => Result("consumers needed", () => (Records.Peak / RecordsPerConsumer).Ceiling());

    /// <summary>Consumers that have a partition to read.</summary>
    public Scalar AtWork => Result("consumers at work", () => Scalar.Min(Needed, Partitions));

    /// <summary>Records a second that they cannot read at peak: by so much the lag grows.</summary>
    public Rate LagGrowth => Result("lag growth at peak", () => Rate.Max(Records.Peak - AtWork * RecordsPerConsumer, Rate.Zero));

    /// <inheritdoc/>
    public override IReadOnlyList<IQuantity> Results => [Needed, AtWork, LagGrowth];

    /// <inheritdoc/>
    public override IReadOnlyList<Finding> Findings
    {
        get
        {
            if ((Needed > Partitions).Nominally != true)
                return [];
            bool forEver = (Records.Average >= Partitions * RecordsPerConsumer).Nominally == true;
            return
            [
                new Finding(
                    forEver ? Severity.Error : Severity.Warning,
                    FindingCodes.LagGrows,
                    $"{Needed} consumers are needed at peak, but {Partitions} partitions keep no more than {Partitions} at work: the lag grows by {LagGrowth} {(forEver ? "and never shrinks" : "until the peak is over")}. Add partitions, or make consumers faster.",
                    LagGrowth),
            ];
        }
    }
}
