using FsCheck;
using FsCheck.Fluent;

namespace MlsdEstimator.Tests;

public class HybridServingTests
{
    /// <summary>31M entities at $10 a million; 5M requests a day at $40 a million.</summary>
    private static readonly HybridServing Head = new()
    {
        Online = ServingExamples.Even,
        Batch = ServingExamples.Nightly with { Set = PrecomputeSet.AllRegistered(31.Million, 5.Million) },
        Coverage = VisitCoverage.Measured((10.Percent, 80.Percent)),
    };

    [Fact]
    public void Tenth_that_makes_80_percent_of_visits_costs_71_dollars_a_day() // N share c_b + (1 - h) Q c_o = 31 + 40
    {
        Assert.Equal(0.1, Head.Head.Value);
        Assert.Equal(0.8, Head.VisitsCovered.Value, 12);
        Assert.Equal(71, Head.UnroundedCost!.DollarsPerDay, 6);
        Assert.Equal(71, Head.WholeCost!.DollarsPerDay, 6);
        Assert.Equal(1e6, Head.TailPeak.PerDay, 3);
        Assert.Equal(3.1e6, Head.HeadBatch.Set.Entities.Value, 3);
        Assert.Equal(0, Head.Wasted!.Value, 12); // 5M come of 31M: they fill a head of 3.1M
        Assert.Equal(["precomputed share", "visits covered", "online requests at peak", "hybrid cost", "hybrid cost, unrounded"], Head.Results.Select(result => result.Name));
    }

    [Theory]
    [InlineData(0, 200)]
    [InlineData(5, 155.5)] // half the way to 80 %: 15.5 + (1 - 0.4) x 200 = 135.5
    [InlineData(100, 310)]
    public void Share_that_is_given_is_kept(double percent, double dollars)
    {
        HybridServing hybrid = Head with { Share = percent.Percent };
        Assert.Equal(percent == 5 ? 135.5 : dollars, hybrid.UnroundedCost!.DollarsPerDay, 6);
    }

    [Fact]
    public void Cache_takes_its_part_of_the_rest() => Assert.Equal(31 + 40 * 0.75, (Head with { CacheHits = 25.Percent, Share = 10.Percent }).UnroundedCost!.DollarsPerDay, 6);

    [Fact]
    public void Waste_of_a_head_larger_than_those_who_come_is_the_rest() =>
        Assert.Equal(1 - 5 / 31.0 / 0.5, (Head with { Share = 50.Percent }).Wasted!.Value, 9);

    /// <summary>The batch of all costs $310 a day. A tenth costs $31, and the rest of its visits $40 and the tier, which precomputed answers do not need.</summary>
    [Theory]
    [InlineData(1_000, 1.0, 310, 1)]
    [InlineData(240, 1.0, 310, 1)]
    [InlineData(238, 0.1, 71 + 238, 2)]
    [InlineData(100, 0.1, 71 + 100, 2)]
    public void Hybrid_that_precomputes_everything_saves_the_other_tiers(double tier, double share, double dollars, int parts)
    {
        HybridServing hybrid = Head with { Online = Head.Online with { OtherTiers = [new OtherTier("feature store", Tier(tier.DollarsPerDay))] } };
        Assert.Equal(share, hybrid.Head.Value);
        Assert.Equal(dollars, hybrid.UnroundedCost!.DollarsPerDay, 6);
        Assert.Equal(parts, hybrid.Parts.Count);
    }

    /// <summary>$310 a day for the batch of all; the visits that are left, none, need no fleet and no day to follow.</summary>
    [Fact]
    public void Everything_precomputed_buys_nothing_online()
    {
        HybridServing all = Head with { Share = Fraction.One, Online = Head.Online with { MinimumPerZone = 5, ReplicaPower = 100.Watts, Autoscaling = new Autoscaling { Reaction = 2.Minutes, ColdStart = 5.Minutes } } };
        Assert.Equal(310, all.WholeCost!.DollarsPerDay, 6);
        Assert.Equal(310, all.UnroundedCost!.DollarsPerDay, 6);
        Assert.IsType<BatchInference>(Assert.Single(all.Parts));
        Assert.Equal(3_100, (all with { Batch = all.Batch with { WorkerPower = 100.Watts } }).PowerDrawn!.Watts, 6); // 31 worker-days a day
    }

    [Fact]
    public void Worksheet_buys_head_and_tail()
    {
        Assert.Equal(["BatchInference, the head", "BatchInference, the head, output", "OnlineServing, the rest"], new Worksheet("hybrid") { Serve = [Head] }.Tiers.Select(tier => tier.Name));
        Assert.Equal(71, new Worksheet("hybrid") { Serve = [Head] }.Cost.DollarsPerDay, 6);
    }

    [Fact]
    public void Age_latency_and_power_are_those_of_the_parts()
    {
        Assert.Equal(14, Head.Age!.Mean.Hours, 9);
        Assert.Null(Head.PromisedLatency);
        HybridServing told = Head with { Batch = Head.Batch with { Lookup = ServiceLevel.Response(0.99, 2.Seconds), WorkerPower = 100.Watts }, Online = Head.Online with { ReplicaPower = 100.Watts } };
        Assert.Equal("p99 response within 2 s", told.PromisedLatency!.ToString());
        Assert.Equal("p99 response within 1 s", (told with { Batch = told.Batch with { Lookup = ServiceLevel.Response(0.99, 5.Milliseconds) } }).PromisedLatency!.ToString());
        Assert.Equal(310 + 100, told.PowerDrawn!.Watts, 6); // 3.1 worker-days, 1 replica
        Assert.Null(Head.PowerDrawn);
    }

    [Fact]
    public void Designs_without_prices_and_uncertain_shares_are_refused()
    {
        HybridServing free = Head with { Online = Head.Online with { ReplicaPrice = null }, Batch = Head.Batch with { WorkerPrice = null } };
        Assert.Equal(2, Assert.Throws<EstimateException>(() => free.Head).Contradictions.Count);
        Assert.StartsWith("'precomputed share' is ", Assert.Throws<ArgumentException>(() => Head with { Share = (0.1, 0.2) }).Message, StringComparison.Ordinal);
        Assert.Equal("cache hits of the rest", Assert.Throws<ArgumentOutOfRangeException>(() => Head with { CacheHits = Fraction.One }).ParamName);
    }

    [Fact]
    public void Coverage_by_Zipf_is_the_share_of_harmonic_sums() // 31M users, skew 0: even; skew 1: H(310,000) / H(31M), Euler-Maclaurin
    {
        Assert.Equal(0.1, VisitCoverage.Zipf(31e6, 0).Of(10.Percent).Value, 9);
        Assert.Equal((Math.Log(310_000) + 0.5772156649 + 0.5 / 310_000) / (Math.Log(31e6) + 0.5772156649 + 0.5 / 31e6), VisitCoverage.Zipf(31e6, 1).Of(1.Percent).Value, 9);
        Assert.Equal((0.0, 1.0), (VisitCoverage.Zipf(31e6, 1).Of(Fraction.Zero).Value, VisitCoverage.Zipf(31e6, 1).Of(Fraction.One).Value));
        Assert.Equal("skew", Assert.Throws<ArgumentOutOfRangeException>(() => VisitCoverage.Zipf(10, -1)).ParamName);
        Assert.Equal("entities", Assert.Throws<ArgumentOutOfRangeException>(() => VisitCoverage.Zipf(0, 1)).ParamName);
    }

    [Theory]
    [InlineData(10, 80, 5, 90)] // shares fall
    [InlineData(10, 80, 20, 70)] // visits fall
    [InlineData(10, 10, 20, 60)] // a less frequent tenth makes more visits
    [InlineData(10, 5, 20, 10)] // less than its share
    public void Coverage_that_cannot_be_is_refused(double share, double visits, double nextShare, double nextVisits)
    {
        var error = Assert.Throws<ArgumentException>(() => VisitCoverage.Measured((share.Percent, visits.Percent), (nextShare.Percent, nextVisits.Percent)));
        Assert.Contains("both must rise, and the most frequent come first", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Hybrid_is_never_dearer_than_the_better_of_its_ends_for_any_design() =>
        Prop.ForAll(
            Arb.From(from skew in Gen.Choose(0, 150) from users in AnyPositive.Decades(1, 8) select (Skew: skew / 100.0, Users: users)),
            Arb.From(from rate in AnyPositive.Decades(-2, 6) from price in AnyPositive.Decades(-2, 2) select (Rate: rate, Price: price)),
            (crowd, traffic) =>
            {
                var hybrid = new HybridServing
                {
                    Online = ServingExamples.OneZone(Load.Of(traffic.Rate.PerSecond, (2 * traffic.Rate).PerSecond, "requests"), ServingExamples.Even.Replica) with { ReplicaPrice = traffic.Price.DollarsPerHour },
                    Batch = ServingExamples.Nightly with { Set = PrecomputeSet.AllRegistered(crowd.Users, crowd.Users / 10) },
                    Coverage = VisitCoverage.Zipf(crowd.Users, crowd.Skew),
                };
                double best = Math.Min((hybrid with { Share = Fraction.Zero }).UnroundedCost!.BaseValue, (hybrid with { Share = Fraction.One }).UnroundedCost!.BaseValue);
                return hybrid.UnroundedCost!.BaseValue <= best * (1 + 1e-9);
            }).Check(AnyPositive.Laws);

    /// <summary>One machine at a price.</summary>
    private static CpuTier Tier(Spend price) => new()
    {
        Requests = Load.Of(1.PerSecond, 1.PerSecond, "reads"), CpuTimePerRequest = 1.Milliseconds, CoresPerMachine = 1, Utilisation = 50.Percent, MachinePrice = price,
    };
}
