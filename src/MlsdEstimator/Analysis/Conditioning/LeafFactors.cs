using System.Numerics.Tensors;

namespace MlsdEstimator;

/// <summary>Values of an input from draws of its factors, and how its logarithm hangs on its score.</summary>
internal static class LeafFactors
{
    /// <summary>Slopes that differ by less are one: the best guess of a range of two ends is a rounded root.</summary>
    private const double RoundingNoise = 1e-12;

    /// <summary>The score of an input from draws of its factors; a factor that <paramref name="scores"/> leaves out counts as 0.</summary>
    public static double[] Scores(LeafNode leaf, int count, Func<ScoreFactor, double[]?> scores)
    {
        var sum = new double[count];
        foreach ((ScoreFactor factor, double weight) in leaf.Score.Terms)
        {
            if (scores(factor) is double[] drawn)
                TensorPrimitives.MultiplyAdd(drawn.AsSpan(0, count), weight, sum, sum);
        }
        return sum;
    }

    /// <summary>Values in base units at scores; one that overflows is infeasible, as every number that does.</summary>
    public static double[] Values(LeafNode leaf, double[] scores)
    {
        var values = new double[scores.Length];
        leaf.Distribution.AtScores(scores, values);
        TensorPrimitives.Multiply(values, leaf.Unit, values);
        foreach (ref double value in values.AsSpan())
            value += value - value;
        return values;
    }

    /// <summary>d ln(value) / d score below and above the median of a log-normal or two-piece range; null for other shapes.</summary>
    public static (double Below, double Above)? LogSlopes(LeafNode leaf)
    {
        if (leaf.Distribution is not (LogNormalDistribution or RangeDistribution))
            return null;
        double median = leaf.Distribution.AtScore(0);
        (double below, double above) = (Math.Log(median / leaf.Distribution.AtScore(-1)), Math.Log(leaf.Distribution.AtScore(1) / median));
        return Math.Abs(above - below) <= RoundingNoise * Math.Max(above, below) ? (above, above) : (below, above);
    }
}
