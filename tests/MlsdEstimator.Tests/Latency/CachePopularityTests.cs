using FsCheck;
using FsCheck.Fluent;

namespace MlsdEstimator.Tests;

/// <summary>Hit ratios from popularity. Values: NumPy sums over all items, SciPy brentq for Che's time, SciPy's Hurwitz zeta for a billion items.</summary>
public class CachePopularityTests
{
    private static readonly CachePopularity Thousand = new() { Items = 1_000, Skew = 0.8, Capacity = 50 };

    private static readonly Arbitrary<(CachePopularity Cache, double Factor)> AnyCache = Arb.From(
        from items in AnyPositive.Decades(1, 9)
        from part in AnyPositive.Decades(-4, 0)
        from skew in Gen.Choose(0, 160)
        from factor in AnyPositive.Decades(0, 1.5)
        select (new CachePopularity { Items = items, Skew = skew / 100.0, Capacity = Math.Max(1, items * part), Requests = 10.PerSecond, TimeToLive = (items * part) * 1.Seconds }, factor));

    [Theory]
    [InlineData(0, 50, 0.05)]
    [InlineData(0, 999, 0.999)]
    [InlineData(0.8, 50, 0.26161915253211093)]
    [InlineData(0.8, 999, 0.9997056979435007)]
    [InlineData(0.8, 1000, 1)]
    [InlineData(0.8, 5000, 1)]
    public void Least_recently_used_cache_hits_as_che_says(double skew, double capacity, double hits) =>
        Assert.Equal(hits, (Thousand with { Skew = skew, Capacity = capacity }).LeastRecentlyUsed!.Value, 1e-9 * hits);

    [Theory]
    [InlineData(1e9, 1.2, 1e6, 0.9571445019448468)]
    [InlineData(1_000, 0, 50, 0.05)]
    [InlineData(3, 1, 2, 0.8181818181818182)]
    [InlineData(3, 1, 2.5, 0.9090909090909092)]
    [InlineData(3, 1, 3, 1)]
    [InlineData(3, 1, 4, 1)]
    [InlineData(1, 7, 1, 1)]
    public void Most_popular_items_have_their_share(double items, double skew, double capacity, double hits) =>
        Assert.Equal(hits, new CachePopularity { Items = items, Skew = skew, Capacity = capacity }.PerfectFrequency!.Value, 1e-10);

    /// <summary>1,000 items, 20 requests a second kept for 100 s.</summary>
    [Theory]
    [InlineData(0, 0.6666666666666666, 666.6666666666665, 0.8646647167633874, 864.6647167633874)]
    [InlineData(0.8, 0.7402629677901643, 519.4740644196711, 0.8499012513335861, 642.0497309079499)]
    public void Lifetimes_hit_while_items_are_alive(double skew, double fixedHits, double fixedItems, double renewedHits, double renewedItems)
    {
        var cache = new CachePopularity { Items = 1_000, Skew = skew, Requests = 20.PerSecond, TimeToLive = 100.Seconds };
        Assert.Equal([fixedHits, renewedHits], [cache.FixedLifetime!.Value, cache.RenewedLifetime!.Value], (expected, actual) => Math.Abs(expected - actual) < 1e-9);
        Assert.Equal([fixedItems, renewedItems], [cache.AliveFixed!.Value, cache.AliveRenewed!.Value], (expected, actual) => Math.Abs(expected - actual) < 1e-6);
        Assert.Null(cache.LeastRecentlyUsed);
        Assert.Null(cache.PerfectFrequency);
        Assert.Equal(["hit ratio, fixed lifetime", "hit ratio, renewed lifetime", "items alive, fixed lifetime", "items alive, renewed lifetime"], cache.Results.Select(result => result.Name));
    }

    [Fact]
    public void Cache_without_lifetime_has_two_results()
    {
        Assert.Equal(["hit ratio, most popular kept", "hit ratio, least recently used dropped"], Thousand.Results.Select(result => result.Name));
        Assert.Null(Thousand.FixedLifetime);
        Assert.Null(Thousand.RenewedLifetime);
        Assert.Null(Thousand.AliveFixed);
        Assert.Null(Thousand.AliveRenewed);
        Assert.Empty(Thousand.Findings);
    }

    [Fact]
    public void No_cache_beats_the_most_popular_items_and_more_room_never_hits_less_for_any_cache() =>
        Prop.ForAll(AnyCache, drawn =>
        {
            (CachePopularity cache, CachePopularity larger) = (drawn.Cache, drawn.Cache with { Capacity = drawn.Cache.Capacity! * drawn.Factor });
            double hits = cache.LeastRecentlyUsed!.Value, best = cache.PerfectFrequency!.Value;
            return hits is >= 0 and <= 1 && hits <= best * (1 + 1e-9) + 1e-12 && larger.LeastRecentlyUsed!.Value >= hits * (1 - 1e-9) && larger.PerfectFrequency!.Value >= best * (1 - 1e-9);
        }).Check(AnyPositive.Laws);

    [Fact]
    public void Renewing_a_lifetime_never_hits_less_for_any_cache() =>
        Prop.ForAll(AnyCache, drawn =>
        {
            CachePopularity longer = drawn.Cache with { TimeToLive = drawn.Cache.TimeToLive! * drawn.Factor };
            return drawn.Cache.RenewedLifetime!.Value >= drawn.Cache.FixedLifetime!.Value * (1 - 1e-9)
                && longer.FixedLifetime!.Value >= drawn.Cache.FixedLifetime!.Value * (1 - 1e-9)
                && drawn.Cache.AliveRenewed!.Value <= drawn.Cache.Items.Value * (1 + 1e-9);
        }).Check(AnyPositive.Laws);

    [Fact]
    public void Ranges_of_skew_make_ranges_of_hits()
    {
        CachePopularity cache = Thousand with { Skew = (0.6, 0.8, 1.0) };
        (double low, double high) = (cache.LeastRecentlyUsed!.Simulate().Low.Value, cache.LeastRecentlyUsed!.Simulate().High.Value);
        Assert.Equal(0.12679, low, 2e-3);
        Assert.Equal(0.46104, high, 5e-3);
    }

    [Fact]
    public void Findings_name_little_room_and_items_dropped_alive()
    {
        Assert.Contains("With room for 5 items", Assert.Single((Thousand with { Capacity = 5 }).Findings).Message, StringComparison.Ordinal);
        Assert.Empty((Thousand with { Capacity = 10 }).Findings);
        Finding dropped = Assert.Single((Thousand with { Requests = 20.PerSecond, TimeToLive = 100.Seconds }).Findings);
        Assert.Equal(Severity.Warning, dropped.Severity);
        Assert.StartsWith("Within 1 min 40 s some 519 items are asked for, but 50 fit", dropped.Message, StringComparison.Ordinal);
        Assert.Empty((Thousand with { Capacity = 600, Requests = 20.PerSecond, TimeToLive = 100.Seconds }).Findings);
    }

    /// <summary>1 / H(10) = 2520 / 7381 by hand.</summary>
    [Fact]
    public void Hottest_item_has_its_share_without_any_cache()
    {
        var unlimited = new CachePopularity { Items = 10, Skew = 1 };
        Assert.Empty(unlimited.Results);
        Assert.Equal(0.34141715214740548, unlimited.HottestShare.Value, 1e-12);
    }

    [Fact]
    public void Contradictions_are_refused()
    {
        var unlimited = new CachePopularity { Items = 10, Skew = 1 };
        Assert.Contains("a TimeToLive needs Requests", Message(unlimited with { TimeToLive = 1.Seconds }), StringComparison.Ordinal);
        Assert.Contains("Requests are read only with a TimeToLive", Message(Thousand with { Requests = 1.PerSecond }), StringComparison.Ordinal);

        static string Message(CachePopularity cache) => Assert.Throws<EstimateException>(() => cache.Results).Message;
    }

    [Fact]
    public void No_cache_hits_nothing_and_says_nothing()
    {
        CachePopularity none = Thousand with { Capacity = 0 };
        Assert.Equal((0.0, 0.0), (none.PerfectFrequency!.Value, none.LeastRecentlyUsed!.Value));
        Assert.Empty(none.Findings);
    }

    /// <summary>Half the room of one item keeps the most popular of two equal ones half of the time: 1/4 of the requests. Che: 2 (1 - e^(-t/2)) = 1/2, so 1 - e^(-t/2) = 1/4 hits.</summary>
    [Fact]
    public void Room_for_a_part_of_an_item_hits_in_proportion()
    {
        var half = new CachePopularity { Items = 2, Skew = 0, Capacity = 0.5 };
        Assert.Equal(0.25, half.PerfectFrequency!.Value, 1e-12);
        Assert.Equal(0.25, half.LeastRecentlyUsed!.Value, 1e-12);
    }

    [Fact]
    public void Bad_inputs_are_refused_by_name()
    {
        Refused("items", () => Thousand with { Items = 0.5 });
        Refused("skew", () => Thousand with { Skew = -0.1 });
        Refused("cache capacity", () => Thousand with { Capacity = -1 });
        Assert.Equal(0, (Thousand with { Capacity = null, Requests = 7.PerSecond, TimeToLive = Duration.Zero }).FixedLifetime!.Value);
        Refused("time to live", () => Thousand with { TimeToLive = (-1).Seconds });
        Refused("requests", () => Thousand with { Requests = (-1).PerSecond });
        Assert.Throws<ArgumentNullException>(() => Thousand with { Items = null! });
        Assert.Throws<ArgumentNullException>(() => Thousand with { Skew = null! });
        Assert.False((Thousand with { Items = 2e15 }).LeastRecentlyUsed!.IsFeasible);

        static void Refused(string parameter, Func<CachePopularity> make) => Assert.Equal(parameter, Assert.Throws<ArgumentOutOfRangeException>(make).ParamName);
    }
}
