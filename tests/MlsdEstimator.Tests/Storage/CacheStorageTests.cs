namespace MlsdEstimator.Tests;

/// <summary>Expected by hand; 85 B a key and 1.1 to 1.5 of fragmentation as Redis publishes them.</summary>
public class CacheStorageTests
{
    private static readonly CacheStorage Cache = new() { Entries = 50.Million, EntrySize = 915.Bytes, Fragmentation = 1.2, Copies = 2 };

    [Fact]
    public void Entries_take_key_fragmentation_and_copies()
    {
        Assert.Equal(60, Cache.OneCopy.Gigabytes, 1e-9);
        Assert.Equal(120, Cache.Stored.Gigabytes, 1e-9);
        Assert.Equal(55.5, (Cache with { KeySize = 10.Bytes }).OneCopy.Gigabytes, 1e-9);
        Assert.Equal(["cache, one copy", "cache, with copies"], Cache.Results.Select(result => result.Name));
        Assert.Null(Cache.Nodes);
        Assert.Null(Cache.ColdLoad);
        Assert.Empty(Cache.Findings);
        var usual = new CacheStorage { Entries = 1, EntrySize = 1.Bytes, Copies = 1 };
        Assert.Equal(1.12, usual.Fragmentation.Simulate().Low.Value, 0.005); // 5 % of the way from 1.1 to 1.5
        Assert.Equal(1.48, usual.Fragmentation.Simulate().High.Value, 0.005);
        Assert.True(usual.KeySize.IsDefault);
    }

    /// <summary>A gigabyte fits one node; three copies of it are on three.</summary>
    [Fact]
    public void Each_copy_is_on_a_node_of_its_own() =>
        Assert.Equal(3, (Cache with { Entries = 1.Million, Copies = 3, NodeMemory = 50.Gigabytes }).Nodes!.Value);

    [Fact]
    public void Nodes_are_bought_for_all_copies()
    {
        CacheStorage priced = Cache with { NodeMemory = 50.Gigabytes, NodePrice = 200.DollarsPerMonth };
        Assert.Equal(2.4, priced.Purchase!.Need.Value, 1e-12);
        Assert.Equal(3, priced.Nodes!.Value);
        Assert.Equal(600, priced.Cost!.DollarsPerMonth, 1e-9);
        Assert.Equal(["cache, one copy", "cache, with copies", "cache nodes bought", "cache cost"], priced.Results.Select(result => result.Name));
        Assert.Equal(new Tier("CacheStorage", "cache node", priced.Purchase, priced.Cost), Assert.Single(priced.Tiers));
        Refused.Contradiction("a node has a price, but no memory", () => (Cache with { NodePrice = 1.DollarsPerMonth }).OneCopy);
    }

    /// <summary>Mistake: a store sized for what a warm cache leaves. At 95 % of hits, an empty cache lets 20 times the load through.</summary>
    [Fact]
    public void Trap_an_empty_cache_lets_all_the_load_through()
    {
        CacheStorage warm = Cache with { HitRatio = 95.Percent };
        Assert.Equal(20, warm.ColdLoad!.Value, 1e-9);
        Assert.Equal(
            new Finding(Severity.Warning, "MLSD012", "The cache answers 95% of the reads: empty, after a restart, the store behind it sees 20 times the load. Size the store for it, or fill the cache before it serves.", warm.ColdLoad),
            Assert.Single(warm.Findings));
        Assert.NotEmpty((Cache with { HitRatio = 50.Percent }).Findings);
        Assert.Empty((Cache with { HitRatio = 49.9.Percent }).Findings);
        Assert.Equal("load of the store, cold over warm", warm.Results[2].Name);
    }

    [Fact]
    public void Inputs_out_of_range_are_refused_by_name()
    {
        Refused.Range("cache entries", "not be negative", () => Cache with { Entries = -1 });
        Refused.Range("entry size", "above 0", () => Cache with { EntrySize = 0.Bytes });
        Refused.Range("bytes per key", "not be negative", () => Cache with { KeySize = (-1).Bytes });
        Refused.Range("memory fragmentation", "at least 1", () => Cache with { Fragmentation = 0.9 });
        Refused.Range("copies", "at least 1", () => Cache with { Copies = 0 });
        Refused.Range("cache hit ratio", "below 100 %", () => Cache with { HitRatio = Fraction.One });
        Refused.Range("cache memory of a node", "above 0", () => Cache with { NodeMemory = 0.Bytes });
        Refused.Range("cache node price", "not be negative", () => Cache with { NodePrice = (-1).DollarsPerMonth });
        Refused.Range("confidence", "between 0 and 1", () => Cache with { Confidence = 0 });
    }

    [Fact]
    public void Every_input_changes_a_result() => Assert.Empty(EveryInput.WithoutEffect(
        () => Cache with { NodeMemory = 50.Gigabytes, NodePrice = 200.DollarsPerMonth, Entries = (1e7, 1e8) },
        new Dictionary<string, object>
        {
            ["Entries"] = (Scalar)7, ["EntrySize"] = 7.Bytes, ["KeySize"] = 7.Bytes, ["Fragmentation"] = (Scalar)2, ["Copies"] = (Scalar)1, ["HitRatio"] = 10.Percent, ["NodeMemory"] = 1.Gigabytes,
            ["NodePrice"] = 1.DollarsPerMonth, ["Confidence"] = 0.99,
        }));

    [Fact]
    public void Registry_keeps_versions_and_their_checkpoints()
    {
        var registry = new ModelRegistry { Models = 40, VersionsKept = 30, ArtefactSize = 2.Gigabytes, Copies = 3 };
        Assert.Equal(1_200, registry.Versions.Value);
        Assert.Equal(2.4, registry.Raw.Terabytes, 1e-12);
        Assert.Equal(7.2, registry.Stored.Terabytes, 1e-12);
        ModelRegistry resumable = registry with { CheckpointSize = 14.Gigabytes };
        Assert.Equal(19.2, resumable.Raw.Terabytes, 1e-12);
        Assert.Equal(36, (resumable with { CheckpointsKept = 2 }).Raw.Terabytes, 1e-12);
        Assert.Equal(["model versions", "kept, raw", "kept, with copies"], registry.Results.Select(result => result.Name));
        Refused.Range("models", "not be negative", () => registry with { Models = -1 });
        Refused.Range("versions kept", "at least 1", () => registry with { VersionsKept = 0 });
        Refused.Range("artefact size", "above 0", () => registry with { ArtefactSize = 0.Bytes });
        Refused.Range("checkpoint size", "above 0", () => registry with { CheckpointSize = 0.Bytes });
        Refused.Range("checkpoints kept", "not be negative", () => registry with { CheckpointsKept = -1 });
    }
}
