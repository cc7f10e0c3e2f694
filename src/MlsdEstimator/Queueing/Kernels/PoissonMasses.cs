namespace MlsdEstimator;

/// <summary>Probabilities of 0, 1, 2, ... arrivals, from the mode outwards so that nothing underflows.</summary>
internal static class PoissonMasses
{
    /// <summary>Larger numbers than the last one together have about this probability.</summary>
    private const double Negligible = 1e-18;

    /// <param name="mean">Mean number, above 0.</param>
    public static double[] Of(double mean)
    {
        var masses = new double[(int)(mean + 10 * Math.Sqrt(mean) + 30)];
        int mode = (int)mean, last = mode;
        masses[mode] = 1;
        for (int n = mode; n > 0; n--)
            masses[n - 1] = masses[n] * (n / mean);
        for (; last + 1 < masses.Length && masses[last] > Negligible; last++)
            masses[last + 1] = masses[last] * (mean / (last + 1));
        double total = masses.Sum();
        return Array.ConvertAll(masses[..(last + 1)], mass => mass / total);
    }
}
