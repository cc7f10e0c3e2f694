using FsCheck;
using FsCheck.Fluent;

namespace MlsdEstimator.Tests;

public class FeatureFetchLaws
{
    private static readonly Gen<FeatureFetch> Fetches =
        from rate in AnyPositive.Decades(-2, 7)
        from entities in AnyPositive.Decades(0, 3.3)
        from bundle in AnyPositive.Decades(1, 5)
        from percent in Gen.Choose(0, 99)
        from batch in AnyPositive.Decades(0, 2)
        from parallel in AnyPositive.Decades(0, 2)
        from shard in AnyPositive.Decades(2, 6)
        select FetchOf(rate, entities, bundle, percent, batch, parallel, shard);

    private static readonly Arbitrary<(FeatureFetch Fetch, double Factor)> AnyFetch = Arb.From(
        from fetch in Fetches
        from factor in AnyPositive.Decades(0, 2)
        select (fetch, factor));

    private static readonly Arbitrary<(double Ratio, int Calls, int Parallel)> AnyWaves = Arb.From(
        from above in AnyPositive.Decades(-2, 1.4)
        from calls in Gen.Choose(1, 30)
        from parallel in Gen.Choose(1, 10)
        select (1 + above, calls, parallel));

    [Fact]
    public void More_requests_never_need_fewer_shards_for_any_fetch() =>
        Prop.ForAll(AnyFetch, drawn =>
        {
            FeatureFetch busier = drawn.Fetch with { Requests = drawn.Fetch.Requests.Times(drawn.Factor, "requests") };
            FeatureFetch wider = With(drawn.Fetch, group => group with { Entities = group.Entities * drawn.Factor });
            return Shards(busier) >= Shards(drawn.Fetch) && Shards(wider) >= Shards(drawn.Fetch) && wider.StoreCalls.PerSecond >= drawn.Fetch.StoreCalls.PerSecond;
        }).Check(AnyPositive.Laws);

    [Fact]
    public void Doubling_the_rate_doubles_reads_calls_bytes_and_needs_for_any_fetch() =>
        Prop.ForAll(AnyFetch, drawn =>
        {
            FeatureFetch doubled = drawn.Fetch with { Requests = drawn.Fetch.Requests.Times(2, "requests") };
            return Rates(doubled).Zip(Rates(drawn.Fetch), (after, before) => Math.Abs(after - 2 * before) <= 1e-12 * after).All(same => same);
        }).Check(AnyPositive.Laws);

    [Fact]
    public void Store_sees_no_more_calls_than_keys_and_no_more_keys_than_requests_ask_for_any_fetch() =>
        Prop.ForAll(AnyFetch, drawn =>
        {
            FeatureFetch fetch = drawn.Fetch;
            double tolerance = 1 + 1e-12;
            return fetch.StoreCalls.PerSecond <= fetch.StoreReads.PerSecond * tolerance && fetch.StoreReads.PerSecond <= fetch.BundleReads.PerSecond * tolerance
                && fetch.ShardsWarm!.Value <= fetch.ShardsCold!.Value * tolerance;
        }).Check(AnyPositive.Laws);

    [Fact]
    public void Units_change_nothing_for_any_fetch() =>
        Prop.ForAll(AnyFetch, drawn =>
        {
            FeatureFetch other = With(drawn.Fetch, group => group with { BundleSize = DataSize.FromKibibytes(group.BundleSize.Kibibytes) }) with
            {
                Requests = Load.Of(Rate.FromPerDay(drawn.Fetch.Requests.Average.PerDay), Rate.FromPerHour(drawn.Fetch.Requests.Peak.PerHour), "requests"),
            };
            return Rates(other).Zip(Rates(drawn.Fetch), (a, b) => Math.Abs(a - b) <= 1e-12 * b).All(same => same);
        }).Check(AnyPositive.Laws);

    [Fact]
    public void Percentiles_rise_and_lie_between_one_call_and_the_sum_of_waves_for_any_waves() =>
        Prop.ForAll(AnyWaves, drawn =>
        {
            double[] times = Times(drawn.Ratio, drawn.Calls, drawn.Parallel);
            double[] one = Times(drawn.Ratio, 1, 1);
            bool rises = times[0] < times[1] && times[1] < times[2] && times[2] < times[3];
            return rises && times.Zip(one, (all, single) => all >= single * 0.999).All(longer => longer);
        }).Check(AnyPositive.Laws);

    [Fact]
    public void Another_call_never_makes_a_fetch_faster_for_any_waves() =>
        Prop.ForAll(AnyWaves, drawn =>
            Times(drawn.Ratio, drawn.Calls + 1, drawn.Parallel).Zip(Times(drawn.Ratio, drawn.Calls, drawn.Parallel), (more, fewer) => more >= fewer * 0.996).All(slower => slower))
            .Check(AnyPositive.Laws);

    private static FeatureFetch FetchOf(double rate, double entities, double bundle, int percent, double batch, double parallel, double shard) => new()
    {
        Requests = Load.Of((rate / 2).PerSecond, rate.PerSecond, "requests"),
        Groups =
        [
            new FeatureGroup
            {
                Entities = entities, KeysPerEntity = 1, BundleSize = bundle.Bytes, CacheHitRatio = percent.Percent, KeysPerCall = batch, ParallelCalls = parallel, KeysPerSecondPerShard = shard.PerSecond,
            },
        ],
    };

    private static FeatureFetch With(FeatureFetch fetch, Func<FeatureGroup, FeatureGroup> change) => fetch with { Groups = [change(fetch.Groups[0])] };

    private static double Shards(FeatureFetch fetch) => fetch.Shards!.Value;

    private static double[] Rates(FeatureFetch fetch) =>
    [
        fetch.BundleReads.PerSecond, fetch.StoreReads.PerSecond, fetch.StoreCalls.PerSecond, fetch.Bytes.BytesPerSecond, fetch.StoreBytes.BytesPerSecond,
        fetch.ShardsWarm!.Value, fetch.ShardsCold!.Value,
    ];

    private static double[] Times(double ratio, double calls, double parallel)
    {
        LatencyProfile waves = LatencyProfile.LogNormal(1.Seconds, ratio.Seconds).InWaves(calls, parallel);
        return [waves.P50.Seconds, waves.P95.Seconds, waves.P99.Seconds, waves.P999.Seconds];
    }
}
