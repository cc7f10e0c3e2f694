namespace MlsdEstimator.Peers.Tests;

internal static class PeerCases
{
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
