using System.Numerics.Tensors;

namespace MlsdEstimator;

/// <summary>Probabilities of 0, 1, 2, ... arrivals, from the mode outwards so that nothing underflows.</summary>
internal static class PoissonMasses
{
    /// <summary>Larger numbers than the last one together have about this probability.</summary>
    private const double Negligible = 1e-18;

    /// <summary>Means up to which P(0) is a number to multiply on from.</summary>
    private const double FromZero = 600;

    /// <param name="mean">Mean number, above 0.</param>
    public static double[] Of(double mean)
    {
        var masses = new double[Room(mean)];
        int mode = (int)mean, last = mode;
        masses[mode] = 1;
        for (int n = mode; n > 0; n--)
            masses[n - 1] = masses[n] * (n / mean);
        for (; last + 1 < masses.Length && masses[last] > Negligible; last++)
            masses[last + 1] = masses[last] * (mean / (last + 1));
        double[] reached = masses[..(last + 1)];
        TensorPrimitives.Divide(reached, TensorPrimitives.Sum<double>(reached), reached);
        return reached;
    }

    /// <summary>Numbers that matter for such a mean, or a smaller one.</summary>
    public static int Room(double mean) => (int)(mean + 10 * Math.Sqrt(mean) + 30);

    /// <summary>The first probabilities, as many as there is room for and as matter, into a span; how many they are.</summary>
    /// <param name="mean">Mean number, above 0.</param>
    /// <param name="masses">Room for them.</param>
    public static int Into(double mean, Span<double> masses)
    {
        if (mean > FromZero)
            return Copied(Of(mean), masses);
        double mass = Math.Exp(-mean);
        int count = 0;
        for (; count < masses.Length && (count < mean || mass > Negligible); count++)
        {
            masses[count] = mass;
            mass *= mean / (count + 1);
        }
        return count;
    }

    private static int Copied(ReadOnlySpan<double> all, Span<double> masses)
    {
        int count = Math.Min(all.Length, masses.Length);
        all[..count].CopyTo(masses);
        return count;
    }
}
