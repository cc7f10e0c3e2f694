namespace MlsdEstimator.Tests;

/// <summary>Formulas of dynamic batching.</summary>
internal static class BatchingFormulas
{
    public static readonly Dictionary<string, Func<VectorInputs, double>> All = new()
    {
        ["greedy dynamic batching: exact mean latency"] = row => row.Answer(Greedy(row).MeanResponse),
        ["greedy dynamic batching: mean batch size"] = row => Greedy(row).MeanBatch.Value,
        ["Inoue upper bound"] = row => row.Answer(Greedy(row).Bound!),
        ["max throughput"] = row => Greedy(row).Capacity.PerSecond,
        ["delay-timer batching, always a free instance: E[batch]"] = row => Timed(row).MeanBatch.Value,
        ["delay-timer batching: mean batch"] = row => Timed(row).MeanBatch.Value,
        ["delay-timer batching: mean batching delay"] = row => row.Answer(Timed(row).AddedWait),
    };

    private static GreedyBatching Greedy(VectorInputs row) => new()
    {
        Arrivals = row.HasRate("arrival") ? row.Rate("arrival") : Rate.Zero,
        PerItem = row.Time("alpha"),
        PerBatch = row.Time("tau0"),
        MostPerBatch = row.Has("max_batch") ? row.Count("max_batch") : null,
        Instances = row.Has("instances") ? row.Count("instances") : 1,
    };

    private static TimedBatching Timed(VectorInputs row) => new()
    {
        Arrivals = row.Rate("arrival"),
        Delay = row.Time("max_queue_delay"),
        MostPerBatch = row.Count("max_batch"),
        PerItem = Duration.Zero,
        PerBatch = Duration.Microsecond,
        Instances = 1,
    };
}
