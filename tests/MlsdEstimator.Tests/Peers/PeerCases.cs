namespace MlsdEstimator.Peers.Tests;

internal static class PeerCases
{
    /// <summary>Mean, p5, p50, p95 of the five outputs of W1, by quadrature.</summary>
    public const string Statistics =
        "46828.8063814,18643.8378273,41526.262834,92938.3163382,646965034.582,101279174.943,442154943.614,1865212806.23,"
        + "7.71389350033e15,4.543031099e14,2.86038827152e15,3.16190498277e16,1.18712420526,1,1,2,2383.15184205,1200.75349827,2152.53498273,4952.33044404";

    public static double[] ExactStatistics { get; } = [.. Statistics.Split(',').Select(text => double.Parse(text, System.Globalization.CultureInfo.InvariantCulture))];

    public static Measurement Measured(string peer, double nanoseconds, string workload = "W1", int threads = 1, int samples = 1_000_000, double? error = null) => new()
    {
        Workload = workload,
        Peer = peer,
        Threads = threads,
        Samples = samples,
        NanosecondsPerSample = nanoseconds,
        RelativeError = error,
        Version = $"{peer} 1.0",
    };

    public static Series Rounds(string peer, params double[] nanoseconds) => new([.. nanoseconds.Select(time => Measured(peer, time))]);

    public static Standing Placed(string peer, double ratio, string workload = "W1", int threads = 1, double nanoseconds = 100) =>
        new(workload, peer, threads, 1_000_000, nanoseconds, ratio, nanoseconds, ratio);
}
