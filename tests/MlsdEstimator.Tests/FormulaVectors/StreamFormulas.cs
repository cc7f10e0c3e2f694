namespace MlsdEstimator.Tests;

/// <summary>Formulas of stream logs and of the state of windows.</summary>
internal static class StreamFormulas
{
    private static readonly WindowState One = new()
    {
        Events = Steady(1.PerSecond),
        EventSize = DataSize.Byte,
        Keys = 1,
        BytesPerKey = DataSize.Byte,
        Window = 1.Seconds,
        Slide = 1.Seconds,
        Machines = 1,
        CheckpointInterval = 1.Seconds,
    };

    public static readonly Dictionary<string, Func<VectorInputs, double>> All = new()
    {
        ["kafka bytes"] = row => Kept(row).Disk.Megabytes,
        ["kafka brokers by disk"] = row => (Kept(row) with { BrokerDisk = row.Number("disk_mb").Megabytes }).BrokersByDisk!.Value,
        ["kafka partitions"] = row => Partitioned(row).Partitions!.Value,
        ["kafka cluster egress"] = row => (Log(row.Number("mb_per_s")) with { Copies = row.Count("replicas"), ConsumerGroups = row.Count("consumer_groups") }).Egress.MegabytesPerSecond,
        ["consumers"] = row => new StreamConsumers
        {
            Records = Steady(row.Number("records_per_s").PerSecond),
            RecordsPerConsumer = row.Number("per_consumer").PerSecond,
            Partitions = row.Count("partitions"),
        }.AtWork.Value,

        ["flink window state per machine"] = row => Windows(row).PerMachine.Bytes,
        ["flink source bytes/s per machine"] = row => (Windows(row) with { EventSize = row.Number("bytes").Bytes }).In.BytesPerSecond,
        ["flink window emit bytes/s per machine"] = row => (Windows(row) with { Window = row.Time("slide"), Slide = row.Time("slide") }).Emit.BytesPerSecond,
        ["flink state read (or write) bytes/s"] = row => Windows(row).StateAccess.BytesPerSecond,
        ["flink full checkpoint bandwidth per machine"] = row => Checkpointed(row).Checkpoint.BytesPerSecond,
        ["flink shuffle bytes/s leaving a machine"] = row => Shuffled(row).Shuffle.MegabytesPerSecond,
        ["flink NIC out MB/s"] = row => (Shuffling(row).Out + Counting(row).Out).MegabytesPerSecond,
        ["leveled LSM space amplification"] = row => (One with { LevelFanOut = row.Count("fanout") }).SpaceAmplification.Value,
    };

    private static Load Steady(Rate rate) => Load.Of(rate, rate, "records");

    private static StreamLog Log(double megabytesPerSecond) =>
        new() { Records = Steady(megabytesPerSecond.PerSecond), RecordSize = DataSize.Megabyte, Retention = 1.Days, Copies = 1, ConsumerGroups = 1 };

    private static StreamLog Kept(VectorInputs row) => Log(row.Number("mb_per_s")) with
    {
        Retention = row.Time("retention"),
        Copies = row.Count("replicas"),
        DiskFill = row.Share("fill"),
    };

    private static StreamLog Partitioned(VectorInputs row) => Log(row.Number("target_mb_s")) with
    {
        ProducerPerPartition = row.Number("producer_mb_s_per_partition").MegabytesPerSecond,
        ConsumerPerPartition = row.Number("consumer_mb_s_per_partition").MegabytesPerSecond,
    };

    private static WindowState Windows(VectorInputs row) => One with
    {
        Events = row.Has("msgs_per_s") ? Steady(row.Number("msgs_per_s").PerSecond) : One.Events,
        Keys = row.Has("keys") ? row.Count("keys") : 1,
        BytesPerKey = row.Number("bytes").Bytes,
        Window = row.Has("windows") ? row.Number("windows").Seconds : 1.Seconds,
        Machines = row.Count("machines"),
    };

    private static WindowState Checkpointed(VectorInputs row) => One with { Keys = row.Count("state_bytes"), CheckpointInterval = row.Time("interval") };

    private static WindowState Shuffled(VectorInputs row) => One with
    {
        Events = Steady((row.Count("in_mb_s") * row.Count("machines")).Value.PerSecond),
        EventSize = DataSize.Megabyte,
        Machines = row.Count("machines"),
    };

    /// <summary>A filter on two machines that sends what the row shuffles: half of what comes in.</summary>
    private static WindowState Shuffling(VectorInputs row) =>
        One with { Machines = 2, Events = Steady((4 * row.Number("shuffle")).PerSecond), EventSize = DataSize.Megabyte, BytesPerKey = DataSize.Zero };

    /// <summary>A job on one machine, where nothing is shuffled, with the other three flows of the row: keys of 1 MB, and a checkpoint of all that it emits.</summary>
    private static WindowState Counting(VectorInputs row)
    {
        (double emit, double checkpoint) = (row.Number("emit"), row.Number("checkpoint"));
        return One with
        {
            Events = Steady(row.Number("state").PerSecond), BytesPerKey = DataSize.Megabyte, Keys = emit, CheckpointInterval = checkpoint == 0 ? null : (emit / checkpoint).Seconds,
        };
    }
}
