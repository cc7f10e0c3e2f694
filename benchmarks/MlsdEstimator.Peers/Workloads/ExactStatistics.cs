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
}
