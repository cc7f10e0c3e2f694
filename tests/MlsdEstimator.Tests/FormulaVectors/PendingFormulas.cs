namespace MlsdEstimator.Tests;

/// <summary>Formulas without a method in the library, with the reason. A formula that gets a method leaves this list: a test sees to it.</summary>
internal static class PendingFormulas
{
    private const string Profiles = "needs a latency profile: distributions of one request's latency and their combinators";

    private const string Stores = "needs the catalogue of feature stores and their capacity rules";

    private const string Transports = "needs the transport estimator";

    private const string Published = "a ratio of two published figures, nothing to estimate";

    public static readonly Dictionary<string, string> All = new()
    {
        ["P(at least one slow)"] = Profiles,
        ["1-(1-p)^n"] = Profiles,
        ["leaf quantile needed"] = Profiles,
        ["E[max of n iid exp]"] = Profiles,
        ["E[k-th of n iid exp"] = Profiles,
        ["quantile of max of n iid exp"] = Profiles,
        ["p99 of the 95th of 100 iid exp responses"] = Profiles,
        ["P(at least k of n respond in time)"] = Profiles,
        ["hedged latency tail"] = Profiles,
        ["hedged exponential p99.9"] = Profiles,
        ["hedged lognormal quantile"] = Profiles,
        ["extra load"] = Profiles,
        ["two simultaneous copies"] = Profiles,
        ["success after r retries"] = Profiles,
        ["mean attempts"] = Profiles,
        ["retry amplification over L layers"] = Profiles,
        ["load with a retry budget b"] = Profiles,
        ["worst case"] = Profiles,
        ["mean latency, timeout then one retry"] = Profiles,
        ["lognormal scv"] = Profiles,
        ["sum of two p99"] = Profiles,
        ["p99 of the sum of"] = Profiles,
        ["Fenton-Wilkinson"] = Profiles,
        ["sequential fetch"] = Profiles,
        ["parallel fetch"] = Profiles,
        ["mean = h*t_hit+(1-h)*t_miss"] = Profiles,
        ["mixture p99"] = Profiles,
        ["perfect-LFU Zipf hit ratio"] = Profiles,
        ["LRU hit ratio by Che"] = Profiles,
        ["LRU Che hit ratio"] = Profiles,
        ["non-renewing TTL hit ratio"] = Profiles,
        ["renewing TTL hit ratio"] = Profiles,

        ["share of p99 caused by the slowest 5% of leaves"] = Published,
        ["tied-request p99.9 reduction"] = Published,
        ["hash bucketing gain"] = Published,

        ["least-squares p50 latency per entity row"] = Stores,
        ["least-squares fixed cost"] = Stores,
        ["measured p50"] = Stores,
        ["DynamoDB"] = Stores,
        ["Redis"] = Stores,
        ["Bigtable nodes"] = Stores,

        ["fibre RTT lower bound"] = Transports,
        ["slow-start round trips"] = Transports,
    };
}
