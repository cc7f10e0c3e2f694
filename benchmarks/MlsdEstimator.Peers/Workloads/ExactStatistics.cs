using System.Globalization;

namespace MlsdEstimator.Peers;

/// <summary>What W1 gives exactly: by quadrature over the bounded factors of each output, which is otherwise log-normal.</summary>
internal static class ExactStatistics
{
    public static IReadOnlyList<double> Probabilities { get; } = [0.05, 0.5, 0.95];

    /// <summary>p5, p50 and p95 of peak QPS (1/s), feature bandwidth (byte/s) and log storage (byte), to 12 digits.</summary>
    public static IReadOnlyList<IReadOnlyList<double>> SmoothQuantiles { get; } =
    [
        [18643.8378273, 41526.262834, 92938.3163382],
        [101279174.943, 442154943.614, 1865212806.23],
        [4.543031099e14, 2.86038827152e15, 3.16190498277e16],
    ];

    /// <summary>Below this number of samples a right program may be far off.</summary>
    private const int LeastCheckedSamples = 10_000;

    /// <summary>Plain Monte Carlo has a standard error of at most 3 / sqrt(samples) in each of the statistics; five of them are allowed.</summary>
    private const double Tolerance = 15;

    /// <summary>Mean, p5, p50, p95 of peak QPS, feature bandwidth, log storage, machines and monthly cost (USD).</summary>
    private static readonly double[] All =
    [
        46828.8063814, 18643.8378273, 41526.262834, 92938.3163382,
        646965034.582, 101279174.943, 442154943.614, 1865212806.23,
        7.71389350033e15, 4.543031099e14, 2.86038827152e15, 3.16190498277e16,
        1.18712420526, 1, 1, 2,
        2383.15184205, 1200.75349827, 2152.53498273, 4952.33044404,
    ];

    /// <summary>A program that is fast because it computes something else is no peer.</summary>
    /// <param name="statistics">What a program found, four figures for each of the five outputs.</param>
    /// <param name="samples">How many samples it drew.</param>
    /// <exception cref="FormatException">Not 20 figures, or one is farther from the exact value than chance explains.</exception>
    public static void Check(IReadOnlyList<double> statistics, int samples)
    {
        if (statistics.Count != All.Length)
            throw new FormatException($"expected {All.Length} statistics, but it printed {statistics.Count}");
        for (int i = 0; i < All.Length && samples >= LeastCheckedSamples; i++)
        {
            if (!(Math.Abs(statistics[i] / All[i] - 1) <= Tolerance / Math.Sqrt(samples)))
                throw new FormatException(string.Create(CultureInfo.InvariantCulture, $"statistic {i + 1} of 20 is {statistics[i]:G6}, but exactly {All[i]:G6}: it computes something else"));
        }
    }
}
