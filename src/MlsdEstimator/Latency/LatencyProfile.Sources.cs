using MathNet.Numerics.Distributions;

namespace MlsdEstimator;

/// <content>Where profiles come from.</content>
public partial class LatencyProfile
{
    /// <summary>More of a distribution than this below 0 is refused: a time is not negative.</summary>
    private const double ToleratedMass = 1e-6;

    /// <summary>Log-normal through a median and a 99th percentile.</summary>
    /// <remarks>
    /// sigma = ln(p99 / p50) / 2.326, mean = p50 x e^(sigma^2 / 2). Two points give no goodness of fit: it holds for one hump and no timeout that cuts the tail off.
    /// </remarks>
    /// <param name="p50">Median, above 0.</param>
    /// <param name="p99">Time that 99 % of the requests stay within; above the median.</param>
    /// <exception cref="ArgumentOutOfRangeException">A time is not above 0, or the nominal p99 is not above the nominal p50.</exception>
    public static LogNormalLatency LogNormal(Duration p50, Duration p99) => new(p50, p99);

    /// <summary>Log-normal with a mean and a squared coefficient of variation: what is known of a service when nobody measured its percentiles.</summary>
    /// <param name="mean">Mean over requests, above 0.</param>
    /// <param name="scv">Variance over mean squared, above 0: 1 is as variable as an exponential time. For 0 use <see cref="Constant"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">A value is not above 0.</exception>
    public static LogNormalLatency FromMoments(Duration mean, Scalar scv) =>
        LogNormalLatency.WithMoments(Require.Positive(mean, "latency mean"), Require.Positive(scv, "latency scv"));

    /// <summary>Log-normal above a least time, such as a network round trip: least + LogNormal(p50 - least, p99 - least).</summary>
    /// <param name="least">Time that every request takes. Not negative.</param>
    /// <param name="p50">Median, above the least time.</param>
    /// <param name="p99">99th percentile, above the median.</param>
    /// <exception cref="ArgumentOutOfRangeException">The least time is negative, or the nominal times do not rise.</exception>
    public static LatencyProfile Shifted(Duration least, Duration p50, Duration p99)
    {
        Duration start = Require.NonNegative(least, "latency least");
        ArgumentNullException.ThrowIfNull(p50);
        if ((p50 > start).Nominally == false)
            throw new ArgumentOutOfRangeException(nameof(p50), $"The p50 is {p50}, but must be above the least latency of {least}; lower the least latency, or use LogNormal.");
        return Constant(start).Then(LogNormal(p50 - start, p99 - start));
    }

    /// <summary>Measured percentiles: the logarithm of the time over the normal score, by a monotone cubic through all of them.</summary>
    /// <remarks>Beyond the first and the last percentile the log-normal law through the two outermost ones goes on: a p99.9 read from a p95 and a p99 is extrapolated.</remarks>
    /// <param name="percentiles">At least two, levels strictly between 0 and 1 and rising, times above 0 and rising: (0.5, 8 ms), (0.95, 20 ms), (0.99, 40 ms).</param>
    /// <exception cref="ArgumentException">Fewer than two percentiles.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A level is not strictly between 0 and 1, a time is not above 0, or the nominal values do not rise.</exception>
    public static LatencyProfile FromPercentiles(params IReadOnlyList<(double Level, Duration Time)> percentiles)
    {
        ArgumentNullException.ThrowIfNull(percentiles);
        if (percentiles.Count < 2)
            throw new ArgumentException($"'{nameof(percentiles)}' holds {percentiles.Count}; give at least two, for example (0.5, p50) and (0.99, p99).", nameof(percentiles));
        for (int i = 1; i < percentiles.Count; i++)
            RequireRise(percentiles[i - 1], percentiles[i], nameof(percentiles));
        Duration[] times = [.. percentiles.Select(point => Require.Positive(point.Time, LevelName(point.Level)).Marked(Aspect.Percentile(point.Level)))];
        return new LatencyProfile(new LatencyTree(LawShape.Percentiles, times, [], new Levels([.. percentiles.Select(point => point.Level)])));
    }

    /// <summary>Exponential: what a server with memoryless service shows. P(T > t) = e^(-t / mean).</summary>
    /// <param name="mean">Above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">The mean is not above 0.</exception>
    public static LatencyProfile Exponential(Duration mean) => Of(LawShape.Exponential, Require.Positive(mean, "latency mean").Marked(Aspect.Mean));

    /// <summary>Every request takes the same time.</summary>
    /// <param name="time">Not negative.</param>
    /// <exception cref="ArgumentOutOfRangeException">The time is negative.</exception>
    public static LatencyProfile Constant(Duration time) => Of(LawShape.Constant, Require.NonNegative(time, "latency time"));

    /// <summary>Any continuous distribution of MathNet, in a unit.</summary>
    /// <param name="distribution">Its cumulative distribution is read; no more than a millionth of it may lie below 0.</param>
    /// <param name="unit">What 1 stands for, for example <c>Duration.Millisecond</c>. Certain and above 0.</param>
    /// <exception cref="ArgumentException">The unit is uncertain or not above 0.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The distribution reaches below 0.</exception>
    public static LatencyProfile FromDistribution(IContinuousDistribution distribution, Duration unit)
    {
        ArgumentNullException.ThrowIfNull(distribution);
        ArgumentNullException.ThrowIfNull(unit);
        if (!unit.IsCertain || !(unit.Node.Nominal > 0))
            throw new ArgumentException($"The unit of a distribution must be certain and above 0, but is {unit}. Use a unit such as Duration.Millisecond.", nameof(unit));
        double below = distribution.CumulativeDistribution(0);
        if (!(below <= ToleratedMass))
            throw new ArgumentOutOfRangeException(nameof(distribution), Text.Of($"'{distribution}' is below 0 with a probability of {below:0.######}, but a latency is not negative; use a distribution of positive numbers."));
        return new LatencyProfile(new LatencyTree(LawShape.Fixed, [], [], new DistributionLaw(distribution, unit.BaseValue)));
    }

    /// <summary>Measured latencies, each as likely as the other; between neighbours interpolated (type 7, as NumPy and Excel). The longest one is the end: nothing is extrapolated.</summary>
    /// <param name="samples">At least two certain times, not negative. A p99.9 wants several thousand.</param>
    /// <exception cref="ArgumentException">Fewer than two samples, or an uncertain one.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A sample is negative.</exception>
    public static LatencyProfile FromSamples(IEnumerable<Duration> samples)
    {
        ArgumentNullException.ThrowIfNull(samples);
        double[] sorted = [.. samples.Select(sample => Sample(sample, nameof(samples))).Order()];
        if (sorted.Length < 2)
            throw new ArgumentException($"A profile needs at least 2 samples, but got {sorted.Length}. Give more, or use percentiles.", nameof(samples));
        return new LatencyProfile(new LatencyTree(LawShape.Fixed, [], [], new SampleLaw(sorted)));
    }

    /// <summary>Waiting in line: some requests do not wait, the others wait exponentially long. Exact for M/M/c, usual for other queues.</summary>
    /// <param name="probability">Part of the requests that wait: Erlang's C for M/M/c.</param>
    /// <param name="meanOfThoseWhoWait">Mean wait of those, above 0: 1 / (servers x service rate - arrivals) for M/M/c.</param>
    /// <exception cref="ArgumentOutOfRangeException">The mean is not above 0.</exception>
    public static LatencyProfile Waiting(Fraction probability, Duration meanOfThoseWhoWait)
    {
        ArgumentNullException.ThrowIfNull(probability);
        return Of(LawShape.Constant, Duration.Zero).WithShare(probability, Exponential(Require.Positive(meanOfThoseWhoWait, "mean wait of those who wait")));
    }

    private static LatencyProfile Of(LawShape shape, params IReadOnlyList<IQuantity> parameters) => new(new LatencyTree(shape, parameters, []));

    private static string LevelName(double level) => Text.Of($"latency p{level * 100:0.###}");

    private static void RequireRise((double Level, Duration Time) before, (double Level, Duration Time) after, string parameter)
    {
        ArgumentNullException.ThrowIfNull(before.Time, parameter);
        ArgumentNullException.ThrowIfNull(after.Time, parameter);
        if (!(before.Level < after.Level))
            throw new ArgumentOutOfRangeException(parameter, Text.Of($"The level {after.Level} follows {before.Level}, but levels must rise; sort them."));
        if ((after.Time > before.Time).Nominally == false)
            throw new ArgumentOutOfRangeException(parameter, $"The {LevelName(after.Level)} is {after.Time}, but must be above the {LevelName(before.Level)} of {before.Time}; swap them, or measure again.");
    }

    private static double Sample(Duration sample, string parameter)
    {
        ArgumentNullException.ThrowIfNull(sample, parameter);
        if (!sample.IsCertain)
            throw new ArgumentException($"A sample is a measurement, but '{sample}' is a range; give plain values.", parameter);
        return Require.NonNegative(sample, parameter).BaseValue;
    }
}
