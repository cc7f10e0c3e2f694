namespace MlsdEstimator;

/// <summary>What latencies assume when nothing is said.</summary>
internal static class LatencyDefaults
{
    /// <summary>Copies of tied requests that both start: those whose cancellation is still on its way.</summary>
    public static readonly Fraction TiedExtraLoad =
        Fraction.FromRatio(0.01).Named("extra load of tied requests").AsDefault("Dean and Barroso, CACM 56(2), 2013: tied requests add less than 1 % disk load");

    /// <summary>Room below which Che's approximation of a cache is poor: it takes the time an item stays for a constant (Fricker, Robert and Roberts 2012).</summary>
    public static readonly Scalar SmallCache = 10;

    /// <summary>Part of a model stage's time that its kernels take; the rest is queueing in the server, copies, tokenising, launch and Python. Measured with a profiler it is far from both ends.</summary>
    public static readonly Fraction KernelShare =
        Uncertain.FractionRange(0.2, 0.5, 0.8).AsFraction().Named("kernel share of the model stage").AsDefault("no profile given: kernels take 20 % to 80 % of a served model's time; measure it with a profiler");
}
