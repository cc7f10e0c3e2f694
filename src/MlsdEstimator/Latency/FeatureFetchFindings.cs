namespace MlsdEstimator;

/// <summary>What the numbers of a feature fetch mean: too many reads for a store, a cold cache, keys that should be bundles.</summary>
internal static class FeatureFetchFindings
{
    public static IReadOnlyList<Finding> Of(FeatureFetch fetch) =>
        [.. ManyReads(fetch), .. KeyPerFeature(fetch), .. ColdCache(fetch), .. RarelyAllHit(fetch)];

    private static IEnumerable<Finding> ManyReads(FeatureFetch fetch)
    {
        if ((fetch.StoreReads >= FeatureFetchDefaults.ManyReads).Nominally == true)
            yield return new Finding(Severity.Note, FindingCodes.Consequence, $"{fetch.StoreReads} reads at peak: co-locate item features with the ranker, or cache {More(fetch)}them. The largest published feature store peaks at 130 M/s.", fetch.StoreReads);
    }

    private static IEnumerable<Finding> KeyPerFeature(FeatureFetch fetch)
    {
        if ((fetch.KeysPerEntity >= FeatureFetchDefaults.ManyKeys).Nominally == true)
            yield return new Finding(Severity.Warning, FindingCodes.Consequence, $"{fetch.KeysPerEntity} keys per entity look like one key per feature: one bundle per entity would make {fetch.BundleReads / fetch.KeysPerEntity} reads instead of {fetch.BundleReads}.", fetch.BundleReads);
    }

    private static IEnumerable<Finding> ColdCache(FeatureFetch fetch)
    {
        if (IsCached(fetch))
            yield return new Finding(Severity.Warning, FindingCodes.ColdCache, $"While the cache is cold, the store sees {fetch.BundleReads} reads, {Against(fetch)}: size the store for it, or warm the cache before it takes traffic.", fetch.BundleReads);
    }

    private static IEnumerable<Finding> RarelyAllHit(FeatureFetch fetch)
    {
        if (IsCached(fetch) && (fetch.AllHit < fetch.CacheHitRatio).Nominally == true)
            yield return new Finding(Severity.Note, FindingCodes.Consequence, $"At a hit ratio of {fetch.CacheHitRatio}, all {fetch.KeysPerRequest} keys of a request hit with a probability of {fetch.AllHit}: the cache takes load off the store, not the store's time off the request.", fetch.AllHit);
    }

    private static bool IsCached(FeatureFetch fetch) => (fetch.CacheHitRatio > Fraction.Zero).Nominally == true;

    private static string Against(FeatureFetch fetch) => (fetch.StoreReads > Rate.Zero).Nominally == true
        ? $"{fetch.BundleReads / fetch.StoreReads} times the {fetch.StoreReads} of a warm one"
        : "where a warm one leaves it none";

    private static string More(FeatureFetch fetch) => IsCached(fetch) ? "more of " : "";
}
