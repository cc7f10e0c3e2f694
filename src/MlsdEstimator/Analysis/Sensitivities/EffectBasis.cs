using System.Numerics.Tensors;

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
    /// <param name="values">The input in every draw, in any unit.</param>
    /// <param name="scores">Its standard-normal score.</param>
    /// <param name="probabilities">The probability below the score.</param>
    public static double[][] Of(double[] values, double[] scores, double[] probabilities)
    {
        IEnumerable<double[]> functions = FewValues(values) is HashSet<double> few
            ? few.Skip(1).Select(one => Array.ConvertAll(values, value => value == one ? 1.0 : 0))
            : [values, Array.ConvertAll(values, Math.Log), .. Hermite(scores), .. Legendre(Array.ConvertAll(probabilities, probability => 2 * probability - 1))];
        return [.. functions.ToArray().Select(Standardised).OfType<double[]>()];
    }

    /// <summary>The column itself, moved to mean 0 and scaled to mean square 1; null for what does not move or is no finite number everywhere.</summary>
    public static double[]? Standardised(double[] column)
    {
        TensorPrimitives.Subtract(column, TensorPrimitives.Sum<double>(column) / column.Length, column);
        double deviation = TensorPrimitives.Norm<double>(column) / Math.Sqrt(column.Length);
        if (!double.IsFinite(deviation) || deviation == 0)
            return null;
        TensorPrimitives.Divide(column, deviation, column);
        return column;
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
            double[] next = Next(scores, current, previous, 1 / Math.Sqrt(degree + 1), Math.Sqrt((double)degree / (degree + 1)));
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
            double[] next = Next(points, current, previous, (2.0 * degree + 1) / (degree + 1), (double)degree / (degree + 1));
            (previous, current) = (current, next);
            yield return next;
        }
    }

    /// <summary>a x p(k) - b p(k-1), the three-term recurrence of orthogonal polynomials.</summary>
    private static double[] Next(double[] x, double[] current, double[] previous, double a, double b)
    {
        var next = new double[x.Length];
        for (int i = 0; i < x.Length; i++)
            next[i] = a * x[i] * current[i] - b * previous[i];
        return next;
    }
}
