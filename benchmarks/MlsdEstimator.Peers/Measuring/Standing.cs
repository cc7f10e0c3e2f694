namespace MlsdEstimator.Peers;

/// <summary>One program beside this library.</summary>
/// <param name="Workload">What was measured.</param>
/// <param name="Peer">The program; this library is "self".</param>
/// <param name="Threads">Threads of a run.</param>
/// <param name="Samples">Samples of a run, as asked for.</param>
/// <param name="NanosecondsPerSample">Its best round.</param>
/// <param name="Ratio">Its time over ours, best rounds: above 1 where this library is faster. Its own ratio is 1.</param>
/// <param name="MedianNanosecondsPerSample">Its middle round.</param>
/// <param name="MedianRatio">The same of middle rounds.</param>
internal sealed record Standing(
    string Workload, string Peer, int Threads, int Samples, double NanosecondsPerSample, double Ratio, double MedianNanosecondsPerSample, double MedianRatio)
{
    /// <summary>Root-mean-square relative error of the worst quantile; only of <see cref="WorkloadName.Accuracy"/>.</summary>
    public double? RelativeError { get; init; }

    public double Seconds => NanosecondsPerSample * Samples / 1e9;

    /// <summary>Standings of programs that made the same number of samples.</summary>
    /// <exception cref="ArgumentException">This library is not among those of a contest.</exception>
    public static IReadOnlyList<Standing> Of(IEnumerable<Series> series) =>
        [.. series.GroupBy(one => (one.Best.Workload, one.Best.Threads, one.Best.Samples)).SelectMany(group => Beside([.. group], _ => 1))];

    /// <summary>Standings of programs that need different numbers of samples for the same error: whole times are compared.</summary>
    public static IReadOnlyList<Standing> OfWholeTimes(IReadOnlyList<Series> series) => [.. Beside(series, best => best.Samples)];

    private static IEnumerable<Standing> Beside(IReadOnlyList<Series> series, Func<Measurement, double> weight)
    {
        Series self = series.FirstOrDefault(one => one.Best.Peer == OwnPeer.SelfName)
            ?? throw new ArgumentException($"There is no measurement of this library in {series[0].Best.Workload}; add '{OwnPeer.SelfName}' to the peers.", nameof(series));
        return series.Select(one => new Standing(
            one.Best.Workload,
            one.Best.Peer,
            one.Best.Threads,
            one.Best.Samples,
            one.Best.NanosecondsPerSample,
            one.Best.NanosecondsPerSample * weight(one.Best) / (self.Best.NanosecondsPerSample * weight(self.Best)),
            one.MedianNanosecondsPerSample,
            one.MedianNanosecondsPerSample * weight(one.Best) / (self.MedianNanosecondsPerSample * weight(self.Best)))
        {
            RelativeError = one.Best.RelativeError,
        });
    }
}
