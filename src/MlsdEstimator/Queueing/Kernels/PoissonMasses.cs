namespace MlsdEstimator;

/// <summary>Probabilities of 0, 1, 2, ... arrivals, from the mode outwards so that nothing underflows.</summary>
internal static class PoissonMasses
{
    /// <summary>What lies above the last one is below 1e-17.</summary>
    public static int Last(double mean) => (int)(mean + 10 * Math.Sqrt(mean) + 30);

    /// <param name="mean">Mean number.</param>
    public static double[] Of(double mean)
    {
        var masses = new double[Last(mean) + 1];
        int mode = (int)mean;
        masses[mode] = 1;
        for (int n = mode; n > 0; n--)
            masses[n - 1] = masses[n] * (n / mean);
        for (int n = mode + 1; n < masses.Length; n++)
            masses[n] = masses[n - 1] * (mean / n);
        double total = masses.Sum();
        return Array.ConvertAll(masses, mass => mass / total);
    }
}
