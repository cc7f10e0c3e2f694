namespace MlsdEstimator;

/// <summary>What the numbers of a feature fetch mean: too many reads for a store, a cold cache, keys that should be bundles, one key too hot.</summary>
internal static class FeatureFetchFindings
{
    public static IReadOnlyList<Finding> Of(FeatureGroupFetch fetch) =>
        [.. ManyReads(fetch), .. KeyPerFeature(fetch), .. ManyWaves(fetch), .. ColdCache(fetch), .. RarelyAllHit(fetch), .. HotKey(fetch), .. Payload(fetch)];

    public static IReadOnlyList<Finding> Of(FeatureFetch fetch) =>
        [.. fetch.ServerTime is LatencyProfile server ? server.Queues.SelectMany(queue => queue.Findings) : [], .. ServerFull(fetch)];

    private static IEnumerable<Finding> ManyReads(FeatureGroupFetch fetch)
    {
        if (!fetch.Group.Store.IsInProcess && (fetch.StoreReads >= FeatureFetchDefaults.ManyReads).Nominally == true)
            yield return new Finding(Severity.Note, FindingCodes.Consequence, $"{fetch.StoreReads} reads at peak: co-locate item features with the ranker, or cache {More(fetch)}them. The largest published feature store peaks at 130 M/s.", fetch.StoreReads);
    }

    private static IEnumerable<Finding> KeyPerFeature(FeatureGroupFetch fetch)
    {
        if (IsKeyPerFeature(fetch))
            yield return new Finding(Severity.Warning, FindingCodes.KeyPerFeature, $"{fetch.Group.KeysPerEntity} keys per entity look like one key per feature: one bundle per entity would make {fetch.BundleReads / fetch.Group.KeysPerEntity} reads instead of {fetch.BundleReads}.", fetch.BundleReads);
    }

    private static IEnumerable<Finding> ManyWaves(FeatureGroupFetch fetch)
    {
        if (!fetch.Group.Store.IsInProcess && !IsKeyPerFeature(fetch) && (fetch.Waves >= FeatureFetchDefaults.ManyWaves).Nominally == true)
            yield return new Finding(Severity.Warning, FindingCodes.KeyPerFeature, $"{fetch.Waves} waves of calls follow each other: more keys per call, or more calls in parallel, would take {fetch.Waves - 1} of them off the request.", fetch.Waves);
    }

    private static IEnumerable<Finding> ColdCache(FeatureGroupFetch fetch)
    {
        if (IsCached(fetch) && !fetch.Group.Store.IsInProcess)
            yield return IsTooSmall(fetch) ? TooSmall(fetch) : new Finding(Severity.Warning, FindingCodes.ColdCache, $"While the cache is cold, the store sees {fetch.BundleReads} reads, {Against(fetch)}: size the store for it, or warm the cache before it takes traffic.", fetch.BundleReads);
    }

    private static Finding TooSmall(FeatureGroupFetch fetch) =>
        new(Severity.Error, FindingCodes.ColdCache, $"While the cache is cold, the store sees {fetch.BundleReads} reads, which need {fetch.ShardsCold} shards, but {fetch.Shards} are bought: a restart of the cache takes the store down. Buy for the cold cache, or warm it before it takes traffic.", fetch.ShardsCold);

    private static IEnumerable<Finding> RarelyAllHit(FeatureGroupFetch fetch)
    {
        if (IsCached(fetch) && (fetch.AllHit < fetch.HitRatio).Nominally == true)
            yield return new Finding(Severity.Note, FindingCodes.CacheTail, $"At a hit ratio of {fetch.HitRatio}, all {fetch.KeysPerRequest} keys of a request hit with a probability of {fetch.AllHit}: the cache takes load off the store, not the store's time off the request.", fetch.AllHit);
    }

    private static IEnumerable<Finding> HotKey(FeatureGroupFetch fetch)
    {
        if (fetch.HottestReads is Rate hottest && fetch.KeysPerShard is Rate shard && (hottest > shard).Nominally == true)
            yield return new Finding(Severity.Warning, FindingCodes.HotKey, $"The hottest key is read {hottest}, but one shard is planned for {shard}: no number of shards helps one key. Keep it in the process of the caller, or copy it under several names.", hottest);
    }

    private static IEnumerable<Finding> Payload(FeatureGroupFetch fetch)
    {
        if ((fetch.ClientTime > fetch.Time.Mean / 2).Nominally == true)
            yield return new Finding(Severity.Note, FindingCodes.Consequence, $"Network and decoding take {fetch.ClientTime} of a fetch of {fetch.Time.Mean} on average: fewer or smaller bytes help, a faster store does not.", fetch.ClientTime);
    }

    private static IEnumerable<Finding> ServerFull(FeatureFetch fetch)
    {
        if (fetch is { Server: FeatureServer server, ServerHosts: Scalar hosts, ServerHostsNeeded: Scalar needed } && (needed > hosts).Nominally == true)
            yield return new Finding(Severity.Warning, FindingCodes.Consequence, $"{server} answers {server.Knee(fetch.Views, fetch.Values)} on one host and then falls off a cliff: {fetch.Requests.Peak} need {needed} hosts at four fifths of that, not {hosts}.", needed);
    }

    private static bool IsKeyPerFeature(FeatureGroupFetch fetch) => (fetch.Group.KeysPerEntity >= FeatureFetchDefaults.ManyKeys).Nominally == true;

    private static bool IsCached(FeatureGroupFetch fetch) => (fetch.HitRatio > Fraction.Zero).Nominally == true;

    private static bool IsTooSmall(FeatureGroupFetch fetch) => fetch.Shards is Scalar bought && (fetch.ShardsCold! > bought).Nominally == true;

    private static string Against(FeatureGroupFetch fetch) => (fetch.StoreReads > Rate.Zero).Nominally == true
        ? $"{fetch.BundleReads / fetch.StoreReads} times the {fetch.StoreReads} of a warm one"
        : "where a warm one leaves it none";

    private static string More(FeatureGroupFetch fetch) => IsCached(fetch) ? "more of " : "";
}
