namespace MlsdEstimator.Tests;

/// <summary>Formulas of tails: many calls, hedges, retries, sums and caches, all read from latency profiles.</summary>
internal static class TailFormulas
{
    /// <summary>What a call takes does not matter to a probability: it is exponential with this mean.</summary>
    private static readonly LatencyProfile Any = LatencyProfile.Exponential(1.Seconds);

    public static readonly Dictionary<string, Func<VectorInputs, double>> All = new()
    {
        ["P(at least one slow)"] = row => SomeSlow(row),
        ["1-(1-p)^n"] = row => SomeSlow(row),
        ["leaf quantile needed"] = row => Any.Within(Any.FanOut(row.Count("fanout")).Percentile(row.Number("q"))).Value,
        ["E[max of n iid exp]"] = row => row.Answer(Exponential(row).FanOut(row.Count("n")).Mean),
        ["E[k-th of n iid exp"] = row => row.Answer(Exponential(row).KOfN(row.Count("k"), row.Count("n")).Mean),
        ["quantile of max of n iid exp"] = row => row.Answer(Exponential(row).FanOut(row.Count("n")).Percentile(row.Number("q"))),
        ["p99 of the 95th of 100 iid exp responses"] = row => row.Answer(Exponential(row).KOfN(row.Count("k"), row.Count("n")).Percentile(row.Number("q"))),
        ["P(at least k of n respond in time)"] = row => Availability.OfCopies(row.Share("p_ok"), row.Count("n"), row.Count("k")).Value,

        ["hedged latency tail"] = row => row.Answer(Hedged(row).P99),
        ["hedged exponential"] = row => row.Answer(Hedged(row).Percentile(row.Number("q"))),
        ["hedged lognormal quantile"] = row => row.Answer(Hedged(row).Percentile(row.Number("q"))),
        ["extra load"] = row => Any.Hedged(Any.Percentile(row.Number("hedge_at_quantile"))).ExtraLoad.Value,
        ["two simultaneous copies"] = row => row.Answer(Call(row).FastestOf(row.Count("copies")).Percentile(row.Number("q"))),

        ["success after r retries"] = row => Failing(row).SuccessRate.Value,
        ["mean attempts"] = row => Failing(row).Amplification.Value,
        ["retry amplification over L layers"] = row => Any.WithRetries(1.Seconds, Attempts(row)).OutageAmplification(row.Count("layers")).Value,
        ["load with a retry budget b"] = row => LatencyProfile.Constant(2.Seconds).WithRetries(1.Seconds, attempts: 3).AmplificationWithin(row.Share("budget")).Value,
        ["worst case"] = row => row.Answer(Any.WithRetries(row.Time("timeout"), Attempts(row), Backoff.Exponential(row.Time("backoff_base"), row.Time("backoff_cap"))).WorstCase),
        ["mean latency, timeout then one retry"] = row => row.Answer(Exponential(row).WithRetries(row.Time("timeout"), Attempts(row)).Mean),

        ["sum of two p99"] = row => row.Answer(Path(row).Naive(0.99)),
        ["p99 of the sum of"] = row => row.Answer(Call(row).Repeated(row.Count("stages")).Percentile(row.Number("q"))),
        ["Fenton-Wilkinson"] = row => row.Answer(Call(row).Repeated(row.Count("stages")).MomentMatched.Percentile(row.Number("q"))),
        ["sequential fetch mean"] = row => row.Answer(Sequence(row).Mean),
        ["sequential fetch p99"] = row => row.Answer(Sequence(row).Percentile(row.Number("q"))),
        ["parallel fetch mean"] = row => row.Answer(LatencyProfile.Parallel(Calls(row)).Mean),
        ["parallel fetch p99"] = row => row.Answer(LatencyProfile.Parallel(Calls(row)).Percentile(row.Number("q"))),

        ["mean = h*t_hit+(1-h)*t_miss"] = row => row.Answer(LatencyProfile.Constant(row.Time("miss")).WithCache(row.Share("hit_ratio"), LatencyProfile.Constant(row.Time("hit"))).Mean),
        ["mixture p99"] = row => row.Answer(LatencyProfile.Exponential(row.Time("miss_mean")).WithCache(row.Share("hit_ratio"), LatencyProfile.Exponential(row.Time("hit_mean"))).Percentile(row.Number("q"))),
        ["perfect-LFU Zipf hit ratio"] = row => Popularity(row, "cached").PerfectFrequency!.Value,
        ["LRU hit ratio by Che"] = row => Popularity(row, "capacity").LeastRecentlyUsed!.Value,
        ["LRU Che hit ratio"] = row => Popularity(row, "capacity").LeastRecentlyUsed!.Value,
        ["non-renewing TTL hit ratio"] = row => OneKey(row).FixedLifetime!.Value,
        ["renewing TTL hit ratio"] = row => OneKey(row).RenewedLifetime!.Value,
    };

    private static double SomeSlow(VectorInputs row) => Late(row.Number("p_slow")).FanOut(row.Count("fanout")).Exceeding(1.Seconds).Value;

    /// <summary>A call that takes longer than a second with a probability.</summary>
    private static LatencyProfile Late(double part) =>
        LatencyProfile.Mix((1 - part, LatencyProfile.Constant(0.5.Seconds)), (part, LatencyProfile.Constant(2.Seconds)));

    private static LatencyProfile Exponential(VectorInputs row) => LatencyProfile.Exponential(row.Time("mean"));

    private static LatencyProfile Call(VectorInputs row) => row.HasTime("p50") ? LatencyProfile.LogNormal(row.Time("p50"), row.Time("p99")) : Exponential(row);

    private static LatencyProfile[] Calls(VectorInputs row) => [.. row.Times("means").Select(LatencyProfile.Exponential)];

    private static LatencyProfile Sequence(VectorInputs row) => Calls(row).Aggregate((whole, next) => whole.Then(next));

    private static HedgedLatency Hedged(VectorInputs row) => Call(row).Hedged(Call(row).Percentile(row.Number("hedge_at_quantile")));

    private static int Attempts(VectorInputs row) => (int)row.Number("retries") + 1;

    private static RetriedLatency Failing(VectorInputs row) => Late(row.Number("failure")).WithRetries(1.Seconds, Attempts(row));

    private static LatencyPath Path(VectorInputs row) => new()
    {
        Stages = LatencyStage.Sequence([.. Enumerable.Range(1, (int)row.Number("stages")).Select(number => LatencyStage.Of($"stage {number}", Call(row)))]),
        Slo = 1.Hours,
        Target = 0.99,
    };

    private static CachePopularity Popularity(VectorInputs row, string capacity) => new() { Items = row.Count("items"), Skew = row.Count("s"), Capacity = row.Count(capacity) };

    private static CachePopularity OneKey(VectorInputs row) => new() { Items = 1, Skew = 0, Requests = row.Rate("rate"), TimeToLive = row.Time("ttl") };
}
