namespace MlsdEstimator;

/// <summary>A batch takes all that waits: exact moments without a chain.</summary>
/// <remarks>
/// The number q left at the end of a batch is Poisson with mean x b + y, b = q or, when nobody is left, 1. All moments follow from p = P(q = 0).
/// The generating function obeys P(z) = e^(-y(1-z)) (P(z') - p (1 - z')), z' = e^(-x(1-z)); from z = 0 the arguments run to 1, where P is 1, and give p.
/// </remarks>
internal static class UncappedBatches
{
    /// <summary>Where 1 - z, or the probability itself, no longer counts.</summary>
    private const double Negligible = 1e-17;

    /// <summary>Enough for a load of 0.99999.</summary>
    private const int MostSteps = 4_000_000;

    /// <param name="itemLoad">Arrivals in the time of an item, x, below 1.</param>
    /// <param name="batchLoad">Arrivals in the time of a batch before its items count, y.</param>
    public static BatchMoments Moments(double itemLoad, double batchLoad)
    {
        double alone = Alone(itemLoad, batchLoad);
        double left = (itemLoad * alone + batchLoad) / (1 - itemLoad), batch = left + alone;
        double noise = itemLoad * itemLoad * alone + 2 * itemLoad * batchLoad * batch + batchLoad * batchLoad + left;
        double square = noise / (1 - itemLoad * itemLoad) + alone;
        return new BatchMoments(alone, batch, square, square, batch);
    }

    /// <summary>Probability that a batch leaves nobody.</summary>
    private static double Alone(double itemLoad, double batchLoad)
    {
        double product = 1, sum = 0, rest = 1;
        for (int step = 0; step < MostSteps && rest * (1 + batchLoad) > Negligible && product > Negligible; step++)
        {
            product *= Math.Exp(-batchLoad * rest);
            rest = 2 * Math.Exp(-itemLoad * rest / 2) * Math.Sinh(itemLoad * rest / 2);
            sum += product * rest;
        }
        return product / (1 + sum);
    }
}
