namespace MlsdEstimator;

/// <summary>How much faster work gets with more workers, or with a faster part.</summary>
/// <example><code>Scalar limit = Speedup.Amdahl(serial: 5.Percent, workers: 64);   // 15.4</code></example>
public static class Speedup
{
    /// <summary>
    /// Work of fixed size: 1 / (s + (1 - s) / n) (Amdahl 1967). Also the gain of a kernel made n times faster that takes 1 - s of the time. The universal
    /// scalability law without coherency.
    /// </summary>
    /// <param name="serial">Part that does not speed up.</param>
    /// <param name="workers">Workers, or the factor by which the other part gets faster. Above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is not above 0.</exception>
    public static Scalar Amdahl(Fraction serial, Scalar workers)
    {
        Fraction part = Require.Named(serial, "serial part");
        return 1 / (part + (1 - part) / Require.Positive(workers, "workers"));
    }

    /// <summary>Work that grows with the workers: n - s (n - 1) (Gustafson 1988).</summary>
    /// <param name="serial">Part of the time on all workers that does not speed up.</param>
    /// <param name="workers">Workers, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is below 1.</exception>
    public static Scalar Gustafson(Fraction serial, Scalar workers)
    {
        Scalar count = Require.AtLeast(1, workers, "workers");
        return count - Require.Named(serial, "serial part") * (count - 1);
    }
}
