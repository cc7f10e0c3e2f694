namespace MlsdEstimator;

/// <summary>Linear correlation of two columns of weighted draws.</summary>
internal static class WeightedCorrelation
{
    /// <summary>Weighted covariance over the root of the product of the variances; each by replicate, then by draw.</summary>
    public static double Of(double[][] first, double[][] second, double[][] weights)
    {
        double total = weights.Sum(replicate => replicate.Sum());
        (double middle, double other) = (Sum(first, weights, (x, _) => x) / total, Sum(second, weights, (x, _) => x) / total);
        double together = Sum(first, weights, (x, at) => (x - middle) * (second[at.Replicate][at.Draw] - other));
        double one = Sum(first, weights, (x, _) => (x - middle) * (x - middle)), two = Sum(second, weights, (x, _) => (x - other) * (x - other));
        return Math.Clamp(together / Math.Sqrt(one * two), -1, 1);
    }

    private static double Sum(double[][] values, double[][] weights, Func<double, (int Replicate, int Draw), double> term)
    {
        double sum = 0;
        for (int replicate = 0; replicate < values.Length; replicate++)
        {
            for (int draw = 0; draw < values[replicate].Length; draw++)
                sum += weights[replicate][draw] * term(values[replicate][draw], (replicate, draw));
        }
        return sum;
    }
}
