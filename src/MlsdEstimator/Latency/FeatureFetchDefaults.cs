namespace MlsdEstimator;

/// <summary>What a feature fetch assumes when nothing is said, and the thresholds of its findings.</summary>
internal static class FeatureFetchDefaults
{
    /// <summary>No cache: the store sees every read.</summary>
    public static readonly Fraction NoCache = Fraction.Zero.Named("cache hit ratio").AsDefault("no cache: the store sees every read");

    /// <summary>
    /// From 10 M reads a second on, the store is a project of its own: DoorDash (2020) gives 208 vCPU for 10 M reads/s, 72 after tuning;
    /// its published peak of 130 M/s (2025) is the largest known.
    /// </summary>
    public static readonly Rate ManyReads = Rate.FromPerSecond(10e6).Named("many store reads").Cited("DoorDash (2020): 208 vCPU for 10M reads/s; DoorDash (2025): peak of 130M/s, the largest published");

    /// <summary>From 20 keys on an entity is probably read one key per feature: that multiplies reads by 20 to 150 in published designs.</summary>
    public static readonly Scalar ManyKeys = Scalar.FromNumber(20).Named("many keys per entity").Cited("one key per feature multiplies reads by 20 to 150; DoorDash (2020) ranks with 23 features");
}
