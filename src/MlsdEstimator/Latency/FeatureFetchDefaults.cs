namespace MlsdEstimator;

/// <summary>What a feature fetch assumes when nothing is said, and the thresholds of its findings.</summary>
internal static class FeatureFetchDefaults
{
    private const string NapkinMath = "napkin-math (2026-03)";

    /// <summary>No cache: the store sees every read.</summary>
    public static readonly Fraction NoCache = Fraction.Zero.Named("cache hit ratio").AsDefault("no cache: the store sees every read");

    /// <summary>A store call takes as long for a hundred keys as for one.</summary>
    public static readonly Duration NoTimePerKey = Duration.Zero.Named("store time per key");

    /// <summary>No pause.</summary>
    public static readonly Duration NoPause = Duration.Zero.Named("pause");

    /// <summary>Every request is longer than this.</summary>
    public static readonly Duration PauseAlways = Duration.Microsecond.Named("service with a pause");

    /// <summary>Load widens nothing.</summary>
    public static readonly Scalar NoLoadSpread = Scalar.Zero.Named("spread under load");

    /// <summary>The tail as fitted.</summary>
    public static readonly Scalar TailAsFitted = Scalar.One.Named("tail factor");

    /// <summary>From a 10 Gb/s interface of a caller to what machines of one zone reach.</summary>
    public static readonly Bandwidth Network = Uncertain.Range(1.25, 10).In(Bandwidth.GigabytePerSecond).Named("network").AsDefault($"10 Gb/s interface to 10 GB/s in one zone, {NapkinMath}");

    /// <summary>JSON to a binary format, one core.</summary>
    public static readonly Bandwidth Decoding = Uncertain.Range(105, 1074).In(Bandwidth.MegabytePerSecond).Named("decoding").AsDefault($"100 MiB/s (JSON) to 1 GiB/s (binary) on one core, {NapkinMath}");

    /// <summary>
    /// From 10 M reads a second on, the store is a project of its own: DoorDash (2020) gives 208 vCPU for 10 M reads/s, 72 after tuning;
    /// its published peak of 130 M/s (2025) is the largest known.
    /// </summary>
    public static readonly Rate ManyReads = Rate.FromPerSecond(10e6).Named("many store reads").Cited("DoorDash (2020): 208 vCPU for 10M reads/s; DoorDash (2025): peak of 130M/s, the largest published");

    /// <summary>From 20 keys on an entity is probably read one key per feature: that multiplies reads by 20 to 150 in published designs.</summary>
    public static readonly Scalar ManyKeys = Scalar.FromNumber(20).Named("many keys per entity").Cited("one key per feature multiplies reads by 20 to 150; DoorDash (2020) ranks with 23 features");

    /// <summary>Waves one after the other from which on their sum is most of the time.</summary>
    public static readonly Scalar ManyWaves = Scalar.FromNumber(5).Named("many waves");
}
