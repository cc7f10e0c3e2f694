namespace MlsdEstimator.Tests;

public class FeatureFetchTests
{
    private static readonly Load Feed = Load.Of((500e6 * 10 / 86_400).PerSecond, (500e6 * 10 / 86_400 * 2).PerSecond, "requests");

    /// <summary>Bytes that take no time.</summary>
    private static readonly Bandwidth AtOnce = Bandwidth.FromTerabytesPerSecond(1e9);

    private static readonly FeatureGroup Bundles = new()
    {
        Entities = 501,
        KeysPerEntity = 1,
        BundleSize = 1_000.Bytes,
        KeysPerCall = 100,
        ParallelCalls = 8,
        Store = new FeatureStore { Name = "store", CallP50 = 8.Milliseconds, TailRatio = 5, Source = "made up" },
    };

    private static readonly FeatureGroup Cached = Bundles with { CacheHitRatio = 90.Percent, KeysPerSecondPerShard = 100_000.PerSecond, ShardPrice = 30.DollarsPerMonth };

    private static readonly FeatureFetch Fetch = Of(Bundles);

    private static readonly FeatureFetch Priced = Of(Cached);

    /// <summary>Published case "video recommendation": 58.0M bundles/s and 58 GB/s at 115,741 requests/s, about 580 shards.</summary>
    [Fact]
    public void Video_case_reads_58_million_bundles_a_second()
    {
        Assert.Equal(57_986_111.11, Fetch.BundleReads.PerSecond, 0.01);
        Assert.Equal(57.98611111, Fetch.Bytes.GigabytesPerSecond, 1e-8);
        Assert.Equal(580, Of(Bundles with { KeysPerSecondPerShard = 100_000.PerSecond }).Shards!.Value);
    }

    /// <summary>formula_vectors f.reads: 1,000 requests/s x 500 candidates x 4 feature views are 2,000,000 reads/s; f.bytes: 200 MB/s for 400 B of each.</summary>
    [Fact]
    public void Feature_views_multiply_the_reads_and_not_the_bytes()
    {
        FeatureFetch views = Of(Bundles with { Entities = 500, KeysPerEntity = 4, BundleSize = 400.Bytes }) with { Requests = Load.Of(500.PerSecond, 1_000.PerSecond, "requests") };
        Assert.Equal(2_000_000, views.BundleReads.PerSecond, 1e-6);
        Assert.Equal(200, views.Bytes.MegabytesPerSecond, 1e-9);
        Assert.Equal(2_000, views.KeysPerRequest.Value);
    }

    [Fact]
    public void Without_a_cache_the_store_sees_everything()
    {
        Assert.Equal(Fetch.BundleReads.PerSecond, Fetch.StoreReads.PerSecond);
        Assert.Equal(Fetch.Bytes.BytesPerSecond, Fetch.StoreBytes.BytesPerSecond);
        Assert.Equal((501, 6, 1), (Read(Fetch).MissesPerRequest.Value, Read(Fetch).CallsPerRequest.Value, Read(Fetch).Waves.Value));
        Assert.Equal(694_444.444, Fetch.StoreCalls.PerSecond, 0.001); // 115,740.74 x 6 by hand
        Assert.True(Read(Fetch).HitRatio.IsDefault);
        Assert.Equal(("cache hit ratio", 0), (Read(Fetch).HitRatio.Name, Read(Fetch).HitRatio.Value));
    }

    [Fact]
    public void Cache_leaves_its_misses_to_the_store()
    {
        Assert.Equal(5_798_611.11, Priced.StoreReads.PerSecond, 0.01);
        Assert.Equal(57_986_111.11, Priced.BundleReads.PerSecond, 0.01);
        Assert.Equal(5.798611111, Priced.StoreBytes.GigabytesPerSecond, 1e-8);
        Assert.Equal(50.1, Read(Priced).MissesPerRequest.Value, 1e-9);
        Assert.Equal(1, Read(Priced).CallsPerRequest.Value, 1e-9);
        Assert.Equal(1, Read(Priced).Waves.Value);
        Assert.Equal(115_740.74, Priced.StoreCalls.PerSecond, 0.01);
    }

    [Fact]
    public void Requests_without_a_miss_make_no_call()
    {
        FeatureFetch single = Of(Bundles with { Entities = 1, CacheHitRatio = 90.Percent });
        Assert.Equal(11_574.074, single.StoreCalls.PerSecond, 0.001); // a tenth of 115,740.74
        Assert.Equal(0.1, Read(single).CallsPerRequest.Value, 1e-12);
    }

    [Fact]
    public void Shards_are_bought_for_the_cold_cache()
    {
        Assert.Equal(57.98611111, Priced.ShardsWarm!.Value, 1e-8);
        Assert.Equal(579.8611111, Priced.ShardsCold!.Value, 1e-7);
        Assert.Equal(580, Priced.Shards!.Value);
        Assert.Equal(17_400, Priced.Cost!.DollarsPerMonth, 1e-6);
        Assert.Equal((Read(Priced).ShardsCold, 0.9), (Read(Priced).Purchase!.Need, Read(Priced).Purchase!.Confidence));
    }

    [Fact]
    public void Results_are_named_and_in_order()
    {
        string[] always = ["bundle reads at peak", "store reads at peak", "bytes fetched at peak", "feature fetch p50", "feature fetch p95", "feature fetch p99", "feature fetch p99.9", "client and decoding", "store calls at peak", "store bytes at peak"];
        Assert.Equal(always, Fetch.Results.Select(result => result.Name));
        Assert.Equal([.. always, "shards, warm cache", "shards, cold cache", "shards bought", "feature store cost"], Priced.Results.Select(result => result.Name));
        Assert.Equal("feature fetch p99.9", Fetch.P999.Name);
        Assert.Contains(Aspect.Counts("keys"), Fetch.BundleReads.Aspects);
        Assert.Contains(Aspect.Counts("calls"), Fetch.StoreCalls.Aspects);
    }

    [Fact]
    public void Nothing_is_bought_without_a_shard_capacity()
    {
        Assert.Empty(Fetch.Tiers);
        Assert.Null(Read(Fetch).Purchase);
        Assert.Null(Fetch.ShardsWarm);
        Assert.Null(Fetch.ShardsCold);
        Assert.Null(Fetch.Shards);
        Assert.Null(Fetch.Cost);
        Assert.Null(Of(Cached with { ShardPrice = null }).Cost);
    }

    [Fact]
    public void Tier_holds_name_machine_purchase_and_cost()
    {
        FeatureFetch named = Of(Cached with { ShardName = "8 GB node" }) with { Title = "Feature store" };
        Assert.Equal(new Tier("Feature store", "8 GB node", Read(named).Purchase!, named.Cost), Assert.Single(named.Tiers));
        Assert.Equal("key-value shard", Assert.Single(Priced.Tiers).Machine);
    }

    /// <summary>One wave of 6 calls and one of a single call: bisection of erfc at 1 - q^(1/n), p50 8 ms, p99 40 ms.</summary>
    [Fact]
    public void One_wave_is_as_slow_as_its_slowest_call()
    {
        Assert.Equal([18.75212712, 41.69019888, 60.89817608, 95.73599608], Times(Fetch), new Near(1e-6));
        Assert.Equal([8, 24.96315896, 40, 67.85396608], Times(Priced), new Near(1e-6));
    }

    /// <summary>51 calls, 8 at once, are seven waves: FFT convolution on 2^20 cells, times 8 ms.</summary>
    [Fact]
    public void Waves_follow_each_other()
    {
        FeatureFetch small = Of(Bundles with { KeysPerCall = 10 });
        Assert.Equal((51, 7), (Read(small).CallsPerRequest.Value, Read(small).Waves.Value));
        Assert.Equal([154.00577328, 211.74411600, 245.67019040, 295.56808272], Times(small), new Near(1e-4));
    }

    [Fact]
    public void Times_are_percentiles_and_not_sums()
    {
        Assert.Contains(Aspect.Percentile(0.5), Fetch.P50.Aspects);
        Assert.Contains(Aspect.Percentile(0.95), Fetch.P95.Aspects);
        Assert.Contains(Aspect.Percentile(0.99), Fetch.P99.Aspects);
        Assert.Contains(Aspect.Percentile(0.999), Fetch.P999.Aspects);
    }

    [Fact]
    public void Waves_round_parallel_calls_up() => Assert.Equal(2, Read(Of(Bundles with { ParallelCalls = 2.5 })).Waves.Value);

    [Fact]
    public void Full_cache_asks_the_store_for_nothing()
    {
        FeatureFetch full = Of(Bundles with { CacheHitRatio = Fraction.One });
        Assert.Equal((0, 0, 0, 0), (full.StoreReads.PerSecond, full.StoreCalls.PerSecond, Read(full).Waves.Value, full.P99.Seconds));
        Finding finding = Assert.Single(full.Findings);
        Assert.Equal("While the cache is cold, the store sees 58 M/s reads, where a warm one leaves it none: size the store for it, or warm the cache before it takes traffic.", finding.Message);
    }

    [Fact]
    public void Many_reads_ask_for_another_design()
    {
        Finding finding = Assert.Single(Fetch.Findings);
        Assert.Equal((Severity.Note, "MLSD011", Fetch.StoreReads), (finding.Severity, finding.Code, finding.Subject));
        Assert.Equal("58 M/s reads at peak: co-locate item features with the ranker, or cache them. The largest published feature store peaks at 130 M/s.", finding.Message);
    }

    [Theory]
    [InlineData(10_000_000, true)]
    [InlineData(9_999_999, false)]
    public void Many_reads_begin_at_ten_million(double reads, bool many)
    {
        FeatureFetch fetch = Of(Bundles with { Entities = 1 }) with { Requests = Load.Of(1.PerSecond, reads.PerSecond, "requests") };
        Assert.Equal(many, fetch.Findings.Count == 1);
    }

    [Fact]
    public void Cache_that_leaves_many_reads_should_hold_more()
    {
        FeatureFetch half = Of(Bundles with { CacheHitRatio = 50.Percent });
        Assert.Equal(["MLSD011", "MLSD012", "MLSD026"], half.Findings.Select(finding => finding.Code));
        Assert.StartsWith("29 M/s reads at peak: co-locate item features with the ranker, or cache more of them.", half.Findings[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Cold_cache_and_its_rare_full_hits_are_named()
    {
        Assert.Equal(["MLSD012", "MLSD026"], Priced.Findings.Select(finding => finding.Code));
        Assert.Equal([Severity.Warning, Severity.Note], Priced.Findings.Select(finding => finding.Severity));
        Assert.Equal([Priced.BundleReads, Priced.AllHit], Priced.Findings.Select(finding => finding.Subject));
        Assert.Equal("While the cache is cold, the store sees 58 M/s reads, 10 times the 5.8 M/s of a warm one: size the store for it, or warm the cache before it takes traffic.", Priced.Findings[0].Message);
        Assert.StartsWith("At a hit ratio of 90%, all 501 keys of a request hit with a probability of ", Priced.Findings[1].Message, StringComparison.Ordinal);
        Assert.EndsWith(": the cache takes load off the store, not the store's time off the request.", Priced.Findings[1].Message, StringComparison.Ordinal);
    }

    /// <summary>0.9^10 by hand: 0.3486784401.</summary>
    [Fact]
    public void All_keys_hit_with_the_power_of_the_hit_ratio()
    {
        FeatureFetch ten = Of(Bundles with { CacheHitRatio = 90.Percent, Entities = 5, KeysPerEntity = 2 });
        Assert.Equal(0.3486784401, ten.AllHit.Value, 1e-12);
        Assert.Contains("probability of 34.9%", ten.Findings[1].Message, StringComparison.Ordinal);
        Assert.Equal("MLSD012", Assert.Single(Of(Bundles with { CacheHitRatio = 90.Percent, Entities = 1 }).Findings).Code);
    }

    [Fact]
    public void One_key_per_feature_is_called_a_mistake()
    {
        FeatureFetch keys = Of(Bundles with { KeysPerEntity = 20 }) with { Requests = Load.Of(10.PerSecond, 100.PerSecond, "requests") };
        Finding finding = Assert.Single(keys.Findings);
        Assert.Equal((Severity.Warning, "MLSD025", keys.BundleReads), (finding.Severity, finding.Code, finding.Subject));
        Assert.Equal("20 keys per entity look like one key per feature: one bundle per entity would make 50.1 k/s reads instead of 1 M/s.", finding.Message);
        Assert.Empty((Of(Bundles with { KeysPerEntity = 19, ParallelCalls = 100 }) with { Requests = keys.Requests }).Findings);
    }

    [Fact]
    public void Doubt_about_a_call_becomes_doubt_about_the_fetch()
    {
        FeatureFetch doubtful = Of(Bundles with { KeysPerCall = 10, Call = LatencyProfile.LogNormal(6.Milliseconds.To(10.Milliseconds, best: 8.Milliseconds), 40.Milliseconds) });
        Estimate<Duration> belief = doubtful.P99.Simulate();
        Assert.Equal(SimulationOptions.MostFunctionSamples, belief.Samples);
        Assert.Equal(245.67, doubtful.P99.Milliseconds, 0.05);
        Assert.InRange(belief.High.Milliseconds / belief.Low.Milliseconds, 1.01, 1.2);
        Assert.Equal(belief.High.Seconds, doubtful.P99.Simulate().High.Seconds);
    }

    [Fact]
    public void Draws_whose_tail_is_below_the_median_are_infeasible()
    {
        FeatureFetch doubtful = Of(Bundles with { Call = LatencyProfile.LogNormal(8.Milliseconds, 5.Milliseconds.To(80.Milliseconds, best: 40.Milliseconds)) });
        Assert.InRange(doubtful.P99.Simulate().ProbabilityInfeasible.Value, 0.05, 0.15);
    }

    [Fact]
    public void Price_without_a_shard_capacity_contradicts_itself()
    {
        FeatureFetch broken = Of(Bundles with { ShardPrice = 30.DollarsPerMonth });
        EstimateException error = Assert.Throws<EstimateException>(() => broken.BundleReads);
        Assert.Equal("a shard has a price, but no keys per second: give KeysPerSecondPerShard, or leave the price out", Assert.Single(error.Contradictions));
    }

    [Fact]
    public void Inputs_out_of_range_are_refused_by_name()
    {
        Refused("entities per request", "at least 1", () => Of(Bundles with { Entities = 0.9 }));
        Refused("keys per entity", "at least 1", () => Of(Bundles with { KeysPerEntity = 0 }));
        Refused("bundle size", "above 0", () => Of(Bundles with { BundleSize = DataSize.Zero }));
        Refused("keys per call", "at least 1", () => Of(Bundles with { KeysPerCall = 0.5 }));
        Refused("parallel calls", "at least 1", () => Of(Bundles with { ParallelCalls = 0 }));
        Refused("keys per second per shard", "above 0", () => Of(Bundles with { KeysPerSecondPerShard = Rate.Zero }));
        Refused("shard price", "not be negative", () => Of(Bundles with { ShardPrice = (-1).DollarsPerMonth }));
        Refused("confidence", "strictly between 0 and 1", () => Of(Bundles with { Confidence = 1.1 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => Of(Bundles with { CacheHitRatio = 101.Percent }));
        Assert.Throws<ArgumentOutOfRangeException>(() => Of(Bundles with { CacheHitRatio = Uncertain.Normal(0.9, 0.1).AsFraction() }));
        Assert.Throws<ArgumentOutOfRangeException>(() => Of(Bundles with { KeysPerCall = double.NaN }));
        Assert.Throws<ArgumentOutOfRangeException>(() => Of(Bundles with { KeysPerCall = double.PositiveInfinity }));
        Assert.Equal("shard name", Assert.Throws<ArgumentException>(() => Of(Bundles with { ShardName = " " })).ParamName);
    }

    [Fact]
    public void Null_inputs_are_refused_by_name()
    {
        Assert.Equal("requests", Assert.Throws<ArgumentNullException>(() => Of(Bundles) with { Requests = null! }).ParamName);
        Assert.Equal("store", Assert.Throws<ArgumentNullException>(() => Of(Bundles with { Store = null! })).ParamName);
        Assert.Equal("bundle size", Assert.Throws<ArgumentNullException>(() => Of(Bundles with { BundleSize = null! })).ParamName);
    }

    [Fact]
    public void Limits_themselves_are_accepted()
    {
        FeatureFetch least = Of(Bundles with { Entities = 1, KeysPerEntity = 1, KeysPerCall = 1, ParallelCalls = 1 });
        Assert.Equal(1, Read(least).Waves.Value);
    }

    private static FeatureFetch Of(params FeatureGroup[] groups) => new() { Requests = Feed, Groups = groups, Network = AtOnce, Decoding = AtOnce };

    private static FeatureGroupFetch Read(FeatureFetch fetch) => fetch.GroupFetches[0];

    private static double[] Times(FeatureFetch fetch) => [.. new[] { fetch.P50, fetch.P95, fetch.P99, fetch.P999 }.Select(time => time.Milliseconds)];

    private static void Refused(string parameter, string rule, Func<FeatureFetch> make)
    {
        ArgumentOutOfRangeException error = Assert.Throws<ArgumentOutOfRangeException>(make);
        Assert.Equal(parameter, error.ParamName);
        Assert.Contains(rule, error.Message, StringComparison.Ordinal);
    }

    private sealed class Near(double relative) : IEqualityComparer<double>
    {
        public bool Equals(double x, double y) => Math.Abs(x - y) <= relative * Math.Abs(x);

        public int GetHashCode(double obj) => 0;
    }
}
