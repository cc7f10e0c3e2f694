namespace MlsdEstimator.Tests;

public class FeatureGroupTests
{
    private static readonly Bandwidth AtOnce = Bandwidth.FromTerabytesPerSecond(1e9);

    private static readonly FeatureStore Store = new() { Name = "store", CallP50 = 10.Milliseconds, TailRatio = 5, Source = "made up" };

    private static readonly FeatureGroup Items = new() { Name = "items", Entities = 500, KeysPerEntity = 1, BundleSize = 1_000.Bytes, KeysPerCall = 500, ParallelCalls = 1, Store = Store };

    private static readonly FeatureGroup User = Items with { Name = "user", Entities = 1, KeysPerCall = 1 };

    private static readonly FeatureFetch Both = Of(User, Items);

    /// <summary>Trap: with 90 % of the keys hit, a request for 500 keys hits with all of them in 0.9^500 = 1.3e-23 of the cases, so its p50 is that of the store.</summary>
    [Fact]
    public void Request_of_500_keys_with_90_percent_hits_is_almost_never_all_hit()
    {
        FeatureFetch cached = Of(Items with { CacheHitRatio = 90.Percent });
        Assert.Equal(1.3220708194808e-23, cached.AllHit.Value, 1e-32);
        Assert.Equal(10, cached.P50.Milliseconds, 1e-6);
        Assert.Equal(50, cached.P99.Milliseconds, 1e-6);
    }

    /// <summary>
    /// Trap: the p99 behind a cache is a percentile of the misses. One key, 95 % hits: the p99 is the p80 of the store, 10 ms x e^(0.8416 x 0.6918), not its p99; SciPy: norm.ppf(0.8) = 0.8416212336,
    /// sigma = ln 5 / 2.3263478740.
    /// </summary>
    [Fact]
    public void P99_behind_a_cache_with_95_percent_hits_is_the_p80_of_the_misses()
    {
        FeatureFetch one = Of(User with { CacheHitRatio = 95.Percent });
        Assert.Equal(17.900777556, one.P99.Milliseconds, 1e-4);
        Assert.Equal(0, one.P50.Seconds);
    }

    /// <summary>
    /// Ten keys of which each misses with 0.3, two to a call, one call at a time, a call of exactly 10 ms: P(no miss) = 0.7^10 = 0.0282, P(at most 2) = 0.3828, P(at most 4) = 0.8497,
    /// P(at most 6) = 0.9894, P(at most 8) = 0.99986 (SciPy binom.cdf); on average the sum of 1 - these calls, so p50 two calls, p95 three, p99 four.
    /// </summary>
    [Fact]
    public void Calls_follow_the_distribution_of_misses_and_not_its_mean()
    {
        FeatureFetch ten = Of(Items with { Entities = 10, KeysPerCall = 2, CacheHitRatio = 70.Percent, Call = LatencyProfile.Constant(10.Milliseconds) });
        Assert.Equal([20, 30, 40, 40], Times(ten), new Near(1e-9));
        Assert.Equal(1.7499737856, ten.GroupFetches[0].CallsPerRequest.Value, 1e-9);
    }

    [Fact]
    public void Each_further_key_of_a_call_takes_its_time()
    {
        FeatureStore slow = Store with { PerKey = 100.Microseconds };
        Assert.Equal(59.9, Of(Items with { Store = slow }).P50.Milliseconds, 1e-6); // 10 ms + 499 x 0.1 ms
        Assert.Equal(5 * 59.9, Of(Items with { Store = slow }).P99.Milliseconds, 1e-6);
    }

    [Fact]
    public void Store_limits_the_keys_of_a_call()
    {
        FeatureFetch limited = Of(Items with { Store = Store with { MostKeysPerCall = 100 }, ParallelCalls = 5 });
        Assert.Equal((5, 1), (limited.GroupFetches[0].CallsPerRequest.Value, limited.GroupFetches[0].Waves.Value));
    }

    /// <summary>500 kB at 1 GB/s and at 100 MB/s: 0.5 + 5 ms, on top of the call.</summary>
    [Fact]
    public void Payload_takes_network_and_decoding()
    {
        FeatureFetch heavy = Of(Items) with { Network = 1.GigabytesPerSecond, Decoding = 100.MegabytesPerSecond };
        Assert.Equal(5.5, heavy.ClientTime.Milliseconds, 1e-9);
        Assert.Equal(15.5, heavy.P50.Milliseconds, 1e-6);
        Assert.Equal("client and decoding", heavy.ClientTime.Name);
    }

    [Fact]
    public void Payload_that_takes_half_of_the_time_is_said()
    {
        FeatureFetch heavy = Of(Items) with { Network = 1.GigabytesPerSecond, Decoding = 20.MegabytesPerSecond };
        Assert.Contains(heavy.Findings, finding => finding.Message.StartsWith("Network and decoding take 25.5 ms of a fetch of 38.2 ms on average", StringComparison.Ordinal));
        Assert.DoesNotContain(Of(Items).Findings, finding => finding.Message.Contains("decoding", StringComparison.Ordinal));
    }

    [Fact]
    public void Decoding_and_network_are_assumed_as_ranges()
    {
        var fetch = new FeatureFetch { Requests = Both.Requests, Groups = [Items] };
        Assert.True(fetch.Network.IsDefault && fetch.Decoding.IsDefault);
        Assert.InRange(fetch.ClientTime.Milliseconds, 1.5, 1.7); // 500 kB / 336 MB/s + 500 kB / 3.54 GB/s
    }

    /// <summary>Slowest of two equal log-normal calls: 10 ms x e^(0.5450 x 0.6918) at the median, norm.ppf(sqrt(0.5)) = 0.5449521356 (SciPy).</summary>
    [Fact]
    public void Groups_are_read_at_once_or_one_after_the_other()
    {
        Assert.Equal(14.57925, Both.P50.Milliseconds, 1e-3);
        Assert.Equal(74.48705078, (Both with { OneAfterTheOther = true }).P99.Milliseconds, 0.4); // vector of two log-normals of 10 and 50 ms, by FFT; not the naive 100
    }

    [Fact]
    public void Groups_add_up()
    {
        Assert.Equal(501, Both.KeysPerRequest.Value);
        Assert.Equal(50_100, Both.BundleReads.PerSecond, 1e-6);
        Assert.Equal(200, Both.StoreCalls.PerSecond, 1e-9);
        Assert.Equal(["FeatureFetch, user", "FeatureFetch, items"], Both.Parts.Select(part => part.Title));
        Assert.Empty(Of(Items).Parts);
        Assert.Empty(Both.Tiers);
    }

    /// <summary>Issue: keys a second and calls a second are two numbers. 100 requests x 500 keys are 50,000 keys and 100 calls.</summary>
    [Fact]
    public void Keys_and_calls_are_counted_apart()
    {
        FeatureFetch items = Of(Items);
        Assert.Equal((50_000, 100), (items.StoreReads.PerSecond, items.StoreCalls.PerSecond));
        Assert.Contains(Aspect.Counts("keys"), items.StoreReads.Aspects);
        Assert.Contains(Aspect.Counts("calls"), items.StoreCalls.Aspects);
    }

    [Fact]
    public void Features_in_the_process_need_no_store()
    {
        FeatureFetch near = Of(Items with { Store = FeatureStores.InProcess });
        Assert.Equal((0, 0, 0), (near.StoreReads.PerSecond, near.StoreCalls.PerSecond, near.StoreBytes.BytesPerSecond));
        Assert.Equal(0, near.ClientTime.Seconds);
        Assert.InRange(near.P99.Milliseconds, 0.1, 3);
        Assert.Null(near.Shards);
        Assert.Empty(near.Findings);
    }

    /// <summary>vector t.lru.*: 10,000 items, 1,000 fit, skew 0.8: 0.4366597222 by Che's approximation (SciPy); the bound is higher.</summary>
    [Fact]
    public void Hit_ratio_follows_from_popularity_and_room()
    {
        FeatureFetch cached = Of(Items with { Popularity = new CachePopularity { Items = 10_000, Skew = 0.8, Capacity = 1_000 } });
        Assert.Equal(50_000 * (1 - 0.4366597222), cached.StoreReads.PerSecond, 0.01);
        Assert.True(cached.GroupFetches[0].HitRatioBound!.Value > 0.4366597222);
        Assert.Null(Of(Items).GroupFetches[0].HitRatioBound);
    }

    [Fact]
    public void Hit_ratio_of_a_lifetime_is_used_where_there_is_room_for_all()
    {
        var popularity = new CachePopularity { Items = 1, Skew = 0, Requests = 0.5.PerSecond, TimeToLive = 10.Seconds };
        Assert.Equal(0.8333333333, Of(Items with { Popularity = popularity }).GroupFetches[0].HitRatio.Value, 1e-9); // vector t.ttl: 5 / 6
    }

    /// <summary>One item: with room for it every read hits, within its lifetime 5 of 6 do (vector t.ttl). 10,000 items with a lifetime of weeks: the room decides, 0.4366597222.</summary>
    [Fact]
    public void Room_and_lifetime_together_hit_as_the_tighter_of_them()
    {
        var shortLived = new CachePopularity { Items = 1, Skew = 0, Requests = 0.5.PerSecond, TimeToLive = 10.Seconds, Capacity = 1 };
        Assert.Equal(0.8333333333, Of(Items with { Popularity = shortLived }).GroupFetches[0].HitRatio.Value, 1e-9);
        var small = new CachePopularity { Items = 10_000, Skew = 0.8, Capacity = 1_000, Requests = 1_000.PerSecond, TimeToLive = 1_000.Hours };
        Assert.Equal(0.4366597222, Of(Items with { Popularity = small }).GroupFetches[0].HitRatio.Value, 1e-6);
    }

    /// <summary>1,000 items, skew 1: the hottest has 1 / H(1000) = 0.13359214 of the reads (SciPy).</summary>
    [Fact]
    public void Hot_key_beyond_a_shard_is_called()
    {
        FeatureFetch hot = Of(Items with { Popularity = new CachePopularity { Items = 1_000, Skew = 1 }, KeysPerSecondPerShard = 6_000.PerSecond });
        Assert.Equal(6_679.6065, hot.GroupFetches[0].HottestReads!.PerSecond, 0.01);
        Finding finding = Assert.Single(hot.Findings);
        Assert.Equal((Severity.Warning, "MLSD027"), (finding.Severity, finding.Code));
        Assert.StartsWith("The hottest key is read 6.68 k/s, but one shard is planned for 6 k/s: no number of shards helps one key.", finding.Message, StringComparison.Ordinal);
        Assert.Empty(Of(Items with { HottestKey = 12.Percent, KeysPerSecondPerShard = 6_000.PerSecond }).Findings);
        Assert.Null(Of(Items).GroupFetches[0].HottestReads);
    }

    /// <summary>Mistake 33: the store is full when the cache is cold. 50,000 reads need 5 shards of 10,000, a warm cache with 90 % hits needs one.</summary>
    [Fact]
    public void Cold_cache_above_what_is_bought_is_an_error()
    {
        FeatureGroup warm = Items with { CacheHitRatio = 90.Percent, KeysPerSecondPerShard = 10_000.PerSecond, SizedForWarmCache = true };
        FeatureFetch small = Of(warm);
        Assert.Equal((1, 5), (small.Shards!.Value, small.ShardsCold!.Value));
        Assert.Equal(0.5, small.ShardsWarm!.Value, 1e-12);
        Finding finding = small.Findings.Single(found => found.Code == "MLSD012");
        Assert.Equal(Severity.Error, finding.Severity);
        Assert.Equal("While the cache is cold, the store sees 50 k/s reads, which need 5 shards, but 1 are bought: a restart of the cache takes the store down. Buy for the cold cache, or warm it before it takes traffic.", finding.Message);
        Assert.Equal(Severity.Warning, Of(warm with { SizedForWarmCache = false }).Findings.Single(found => found.Code == "MLSD012").Severity);
    }

    /// <summary>50,000 keys/s over 10,000; 50 MB/s over 5 MB/s; 1 TB over 50 GB: 5, 10 and 20 shards.</summary>
    [Fact]
    public void Bottleneck_is_what_needs_most_shards()
    {
        FeatureGroup keys = Items with { KeysPerSecondPerShard = 10_000.PerSecond };
        FeatureGroup bytes = keys with { BandwidthPerShard = 5.MegabytesPerSecond };
        FeatureGroup memory = bytes with { Held = 1.Terabytes, MemoryPerShard = 50.Gigabytes };
        Assert.Equal(["keys", "bytes", "memory"], new[] { keys, bytes, memory }.Select(group => Of(group).GroupFetches[0].Bottleneck));
        Assert.Equal([5, 10, 20], new[] { keys, bytes, memory }.Select(group => Of(group).Shards!.Value));
        Assert.Null(Of(Items).GroupFetches[0].Bottleneck);
    }

    /// <summary>50,000 keys/s, 50 MB/s and 1 TB: over the store's limits 50, 25 and 10 shards, over the group's own 5, 50 and 40.</summary>
    [Fact]
    public void Limits_of_a_group_stand_in_place_of_those_of_its_store()
    {
        FeatureGroup known = Items with { Store = Store with { KeysPerSecondPerShard = 1_000.PerSecond, BandwidthPerShard = 2.MegabytesPerSecond, MemoryPerShard = 100.Gigabytes }, Held = 1.Terabytes };
        FeatureGroup own = known with { KeysPerSecondPerShard = 10_000.PerSecond };
        Assert.Equal([("keys", 50), ("bytes", 25), ("bytes", 50), ("memory", 40)], new[] { known, own, own with { BandwidthPerShard = 1.MegabytesPerSecond }, own with { MemoryPerShard = 25.Gigabytes } }.Select(BoughtBy));
        Assert.Equal(12.Percent * 50_000.PerSecond, Of(Items with { HottestKey = 12.Percent, Popularity = new CachePopularity { Items = 1_000, Skew = 1 } }).GroupFetches[0].HottestReads);
    }

    /// <summary>Cold 50 shards for keys, warm 5; 10 for memory either way. Bytes: 20 cold, 2 warm, beside 5 of memory.</summary>
    [Fact]
    public void Bottleneck_of_a_warm_cache_is_another()
    {
        FeatureGroup keys = Items with { CacheHitRatio = 90.Percent, KeysPerSecondPerShard = 1_000.PerSecond, Held = 1.Terabytes, MemoryPerShard = 100.Gigabytes };
        FeatureGroup bytes = keys with { KeysPerSecondPerShard = null, BandwidthPerShard = 2.5.MegabytesPerSecond, MemoryPerShard = 200.Gigabytes };
        Assert.Equal([("keys", 50), ("memory", 10), ("bytes", 20), ("memory", 5)], new[] { keys, keys with { SizedForWarmCache = true }, bytes, bytes with { SizedForWarmCache = true } }.Select(BoughtBy));
    }

    /// <summary>1,000 bytes of an entity are read by two keys: 500 entities are 500 kB, 0.5 ms at 1 GB/s, twice (network and decoding).</summary>
    [Fact]
    public void Keys_of_an_entity_share_its_bytes()
    {
        FeatureFetch split = Of(Items with { KeysPerEntity = 2 }) with { Network = 1.GigabytesPerSecond, Decoding = 1.GigabytesPerSecond };
        Assert.Equal((1_000, 1), (split.KeysPerRequest.Value, split.ClientTime.Milliseconds));
    }

    /// <summary>10 + 5,000 values of 1 + 2 views at 100 requests a second; costs and shards of both groups, 1 + 5 at $2 an hour.</summary>
    [Fact]
    public void Groups_share_a_server_and_a_bill()
    {
        FeatureGroup user = User with { KeysPerSecondPerShard = 10_000.PerSecond, ShardPrice = 2.DollarsPerHour, CacheHitRatio = 50.Percent };
        FeatureFetch both = Of(user, Items with { KeysPerSecondPerShard = 10_000.PerSecond, ShardPrice = 2.DollarsPerHour });
        Assert.Equal((6, 12), (both.Shards!.Value, both.Cost!.DollarsPerHour));
        Assert.Equal(0, both.AllHit.Value);
        Assert.Equal(0.25, Of(user, user with { Name = "device" }).AllHit.Value);
        Assert.DoesNotContain(both.Findings, finding => finding.Code == FindingCodes.ColdCache);
        Assert.Contains(Of(user).Findings, finding => finding.Code == FindingCodes.ColdCache);
        FeatureServer server = FeatureServers.FeastGo;
        FeatureFetch served = Of(user with { FeaturesPerEntity = 10 }, Items with { FeaturesPerEntity = 10, KeysPerEntity = 2 }) with { Server = server, ServerHosts = 200 };
        Assert.Equal((3, 5_010), (served.Views.Value, served.Values.Value));
        Assert.Equal(100 / (0.8 * server.Knee(3, 5_010).PerSecond), served.ServerHostsNeeded!.Value, 1e-9);
    }

    /// <summary>Mistake 30: reads in waves one after the other.</summary>
    [Fact]
    public void Many_waves_are_called()
    {
        FeatureFetch waves = Of(Items with { KeysPerCall = 100 });
        Finding finding = Assert.Single(waves.Findings);
        Assert.Equal(("MLSD025", "5 waves of calls follow each other: more keys per call, or more calls in parallel, would take 4 of them off the request."), (finding.Code, finding.Message));
        Assert.Empty(Of(Items with { KeysPerCall = 125 }).Findings);
    }

    [Fact]
    public void Look_up_in_a_cache_comes_before_the_store()
    {
        FeatureFetch remote = Of(Items with { CacheHitRatio = 50.Percent, CacheLookup = LatencyProfile.Constant(2.Milliseconds) });
        Assert.Equal(12, remote.P50.Milliseconds, 1e-6);
    }

    [Fact]
    public void Production_profile_includes_its_waiting()
    {
        Assert.True(FeatureStores.NativeClient.Call.IncludesWaiting);
        Assert.Null(FeatureStores.NativeClient.Call.MeasuredAt);
        Assert.Throws<EstimateException>(() => FeatureStores.NativeClient.Call.WithQueue(10.PerSecond, 4));
        Assert.False(FeatureStores.Redis.Call.IncludesWaiting);
    }

    [Fact]
    public void Contradictions_are_told()
    {
        Assert.Contains("both say how often it hits", Told(Items with { CacheHitRatio = 10.Percent, Popularity = new CachePopularity { Items = 10, Skew = 1, Capacity = 2 } }), StringComparison.Ordinal);
        Assert.Contains("a shard has no memory", Told(Items with { Held = 1.Terabytes }), StringComparison.Ordinal);
        Assert.Contains("have no shards", Told(Items with { Store = FeatureStores.InProcess, KeysPerSecondPerShard = 1.PerSecond }), StringComparison.Ordinal);
        Assert.Contains("a Server needs ServerHosts", Told(Of(Items) with { Server = FeatureServers.FeastGo }), StringComparison.Ordinal);
        Assert.Contains("ServerHosts are those of a Server", Told(Of(Items) with { ServerHosts = 2 }), StringComparison.Ordinal);
        Assert.Contains("'items' does not say how many an entity has", Told(Of(Items) with { Server = FeatureServers.FeastGo, ServerHosts = 1 }), StringComparison.Ordinal);
    }

    [Fact]
    public void Groups_are_checked()
    {
        Assert.Contains("at least one", Assert.Throws<ArgumentException>(() => Of()).Message, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("'items' twice", Assert.Throws<ArgumentException>(() => Of(Items, Items)).Message, StringComparison.Ordinal);
        Assert.Contains("holds a null", Assert.Throws<ArgumentException>(() => Of(Items, null!)).Message, StringComparison.Ordinal);
        Assert.Equal("groups", Assert.Throws<ArgumentNullException>(() => Both with { Groups = null! }).ParamName);
    }

    [Fact]
    public void Every_input_of_a_group_changes_a_result() => Assert.Empty(EveryInput.WithoutEffect(
        () => new FeatureGroupFetch { Requests = Both.Requests, Group = Items },
        new Dictionary<string, object>
        {
            ["Requests"] = Load.Of(1.PerSecond, 1_000.PerSecond, "requests"),
            ["Group"] = Items with { Entities = 10 },
            ["Network"] = 1.MegabytesPerSecond,
            ["Decoding"] = 1.MegabytesPerSecond,
        }));

    [Fact]
    public void Every_input_of_a_fetch_changes_a_result() => Assert.Empty(EveryInput.WithoutEffect(
        () => Of(User with { FeaturesPerEntity = 10 }, Items with { FeaturesPerEntity = 10 }) with { Server = FeatureServers.FeastGo, ServerHosts = 20 },
        new Dictionary<string, object>
        {
            ["Requests"] = Load.Of(1.PerSecond, 150.PerSecond, "requests"),
            ["Groups"] = new[] { User with { FeaturesPerEntity = 20 } },
            ["OneAfterTheOther"] = true,
            ["Server"] = FeatureServers.FeastPython,
            ["ServerHosts"] = (Scalar)8,
            ["Network"] = 1.MegabytesPerSecond,
            ["Decoding"] = 1.MegabytesPerSecond,
        }));

    private static FeatureFetch Of(params FeatureGroup[] groups) => new() { Requests = Load.Of(10.PerSecond, 100.PerSecond, "requests"), Groups = groups, Network = AtOnce, Decoding = AtOnce };

    private static (string?, double) BoughtBy(FeatureGroup group) => (Of(group).GroupFetches[0].Bottleneck, Of(group).Shards!.Value);

    private static string Told(FeatureGroup group) => Assert.Throws<EstimateException>(() => Of(group).BundleReads).Message;

    private static string Told(FeatureFetch fetch) => Assert.Throws<EstimateException>(() => fetch.BundleReads).Message;

    private static double[] Times(FeatureFetch fetch) => [.. new[] { fetch.P50, fetch.P95, fetch.P99, fetch.P999 }.Select(time => time.Milliseconds)];

    private sealed class Near(double relative) : IEqualityComparer<double>
    {
        public bool Equals(double x, double y) => Math.Abs(x - y) <= relative * Math.Abs(x);

        public int GetHashCode(double obj) => 0;
    }
}
