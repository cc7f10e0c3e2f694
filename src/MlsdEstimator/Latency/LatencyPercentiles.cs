namespace MlsdEstimator;

/// <summary>Percentiles of one latency, over requests.</summary>
/// <param name="P50">Median.</param>
/// <param name="P95">95th percentile.</param>
/// <param name="P99">99th percentile.</param>
/// <param name="P999">99.9th percentile.</param>
internal sealed record LatencyPercentiles(Duration P50, Duration P95, Duration P99, Duration P999)
{
    /// <summary>So many calls of a stage, so many of them at once: waves, each as slow as its slowest call.</summary>
    public static LatencyPercentiles OfCalls(LatencyStage stage, Scalar calls, Scalar parallelCalls)
    {
        IReadOnlyList<Duration> times = Quantity.Functions<Duration>(CallWaves.Instance, stage.P50, stage.P99, calls, parallelCalls);
        Duration[] marked = [.. times.Zip(CallWaves.Levels, (time, level) => time.Marked(Aspect.Percentile(level)))];
        return new LatencyPercentiles(marked[0], marked[1], marked[2], marked[3]);
    }
}
