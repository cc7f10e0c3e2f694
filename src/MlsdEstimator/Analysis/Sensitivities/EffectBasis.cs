namespace MlsdEstimator;

/// <summary>
/// Functions of one input, in whose span nearly every effect of that input lies: of an input with few values the indicator of each; else the value itself and its
/// logarithm, polynomials of its score (Hermite: powers and products of ranges) and of its probability (Legendre: waves and bends over a bounded input).
/// </summary>
internal static class EffectBasis
{
    /// <summary>Inputs with no more values than this are taken value by value.</summary>
    private const int MostValues = 16;

    private const int HermiteDegrees = 6;
    private const int LegendreDegrees = 8;

    /// <summary>One column for each function, each with mean 0 and mean square 1 over the draws; none when the input never moves.</summary>
    /// <param name="leaf">The input.</param>
    /// <param name="scores">Its score in every draw.</param>
    public static double[][] Of(LeafNode leaf, double[] scores)
    {
        double[] values = Array.ConvertAll(scores, leaf.ValueAt);
        IEnumerable<double[]> functions = FewValues(values) is HashSet<double> few
            ? few.Skip(1).Select(one => Array.ConvertAll(values, value => value == one ? 1.0 : 0))
            : [values, Array.ConvertAll(values, Math.Log), .. Hermite(scores), .. Legendre(Array.ConvertAll(scores, score => 2 * StandardNormal.Probability(score) - 1))];
        return [.. functions.Select(Standardised).OfType<double[]>()];
    }

    /// <summary>Mean 0, mean square 1; null for what does not move or is no finite number everywhere.</summary>
    public static double[]? Standardised(double[] column)
    {
        double mean = column.Average();
        double deviation = Math.Sqrt(column.Average(value => (value - mean) * (value - mean)));
        return double.IsFinite(deviation) && deviation > 0 ? Array.ConvertAll(column, value => (value - mean) / deviation) : null;
    }

    private static HashSet<double>? FewValues(double[] values)
    {
        var few = new HashSet<double>();
        foreach (double value in values)
        {
            if (few.Add(value) && few.Count > MostValues)
                return null;
        }
        return few;
    }

    /// <summary>Normalised Hermite polynomials: h(k+1) = (z h(k) - sqrt(k) h(k-1)) / sqrt(k+1).</summary>
    private static IEnumerable<double[]> Hermite(double[] scores)
    {
        double[] previous = Array.ConvertAll(scores, _ => 0.0), current = Array.ConvertAll(scores, _ => 1.0);
        for (int degree = 0; degree < HermiteDegrees; degree++)
        {
            double[] next = [.. scores.Select((score, i) => (score * current[i] - Math.Sqrt(degree) * previous[i]) / Math.Sqrt(degree + 1))];
            (previous, current) = (current, next);
            yield return next;
        }
    }

    /// <summary>Legendre polynomials: (k+1) P(k+1) = (2k+1) x P(k) - k P(k-1).</summary>
    private static IEnumerable<double[]> Legendre(double[] points)
    {
        double[] previous = Array.ConvertAll(points, _ => 0.0), current = Array.ConvertAll(points, _ => 1.0);
        for (int degree = 0; degree < LegendreDegrees; degree++)
        {
            double[] next = [.. points.Select((point, i) => ((2 * degree + 1) * point * current[i] - degree * previous[i]) / (degree + 1))];
            (previous, current) = (current, next);
            yield return next;
        }
    }
}
