namespace MlsdEstimator;

/// <summary>Weighted draws of one output in independent replicates, and their statistics with standard errors. Infeasible draws are NaN.</summary>
internal sealed class WeightedDraws : IDraws
{
    private readonly double[][] values;
    private readonly double[][] weights;
    private readonly bool moreIsBetter;
    private readonly Lazy<Order> order;
    private readonly Lazy<Order> feasible;

    public WeightedDraws(double[][] values, double[][] weights, bool moreIsBetter = false)
    {
        (this.values, this.weights, this.moreIsBetter) = (values, weights, moreIsBetter);
        order = new(() => Sorted(_ => true));
        feasible = new(() => Sorted(double.IsFinite));
    }

    public int Count => values.Sum(replicate => replicate.Length);

    /// <summary>Draws of equal weight that would know a mean as well: (sum w)^2 / sum w^2.</summary>
    public double EffectiveCount => Effective(weights);

    public static double Effective(double[][] weights)
    {
        double sum = weights.Sum(replicate => replicate.Sum());
        return sum * sum / weights.Sum(replicate => replicate.Sum(weight => weight * weight));
    }

    public double ShareInfeasible => Math.Min(1, Ratio(value => double.IsNaN(value) ? 1 : 0).Value);

    /// <summary>NaN when any weight lies on infeasible draws.</summary>
    public double Mean => ShareInfeasible > 0 ? double.NaN : Ratio(value => value).Value;

    public double MeanError => ShareInfeasible > 0 ? double.NaN : Ratio(value => value).Error;

    public double StandardDeviation
    {
        get
        {
            double mean = Mean;
            return double.IsNaN(mean) ? double.NaN : Math.Sqrt(Ratio(value => (value - mean) * (value - mean)).Value);
        }
    }

    /// <summary>From that of the variance, by the slope of the root; 0 where nothing varies.</summary>
    public double StandardDeviationError
    {
        get
        {
            (double mean, double deviation) = (Mean, StandardDeviation);
            return deviation == 0 ? 0 : Ratio(value => (value - mean) * (value - mean)).Error / (2 * deviation);
        }
    }

    public Likelihood Infeasible => Share(double.IsNaN);

    bool IDraws.HasFeasible => feasible.Value.Values.Length > 0;

    /// <summary>Share of the weight on draws that exceed a value; infeasible ones exceed every value, or none where more is better.</summary>
    public Likelihood Above(double threshold) => Share(value => double.IsNaN(value) ? !moreIsBetter : value > threshold);

    double IDraws.FeasiblePoint(double part) => feasible.Value.At(part);

    (Likelihood Share, Likelihood Cumulative)[] IDraws.Bins(double[] edges) =>
    [
        .. edges.Skip(1).Select((upper, bin) => (Share(value => value <= upper && (value > edges[bin] || (bin == 0 && value == edges[0]))), Share(value => value <= upper))),
    ];

    /// <summary>
    /// With p_k = (sum over j &lt; k of (w_j + w_(j+1)) / 2) / (that sum over all), interpolated linearly: type 7 for equal weights, and the same read from either end.
    /// Draws without weight are dropped, infeasible ones placed at the bad end.
    /// </summary>
    public double Quantile(double probability) => order.Value.At(probability);

    /// <summary>Half the distance between the points p - e and p + e, where e is the standard error of the share of weight below the quantile.</summary>
    public double QuantileError(double probability)
    {
        double error = Math.Min(1, ShareError(Quantile(probability))), reach = ShareDistance.Reach(error, EffectiveCount);
        return (Quantile(Math.Min(1, probability + reach)) - Quantile(Math.Max(0, probability - reach))) / 2 * (error / reach);
    }

    /// <summary>At an atom the share below it and the share up to it may differ between replicates: the larger error counts.</summary>
    private double ShareError(double point)
    {
        double below = Ratio(value => value < point ? 1 : 0).Error, upTo = Ratio(value => value <= point ? 1 : 0).Error;
        return Math.Max(Math.Max(below, upTo), ShareDistance.RoundingOfCounts(values.Length, EffectiveCount));
    }

    /// <summary>Weighted mean of a function of the draws, with the jackknife standard error over replicates.</summary>
    private (double Value, double Error) Ratio(Func<double, double> of)
    {
        var sums = new double[values.Length];
        double[] totals = Array.ConvertAll(weights, replicate => replicate.Sum());
        for (int replicate = 0; replicate < values.Length; replicate++)
        {
            for (int i = 0; i < values[replicate].Length; i++)
                sums[replicate] += weights[replicate][i] > 0 ? weights[replicate][i] * of(values[replicate][i]) : 0;
        }
        return Jackknife(sums, totals);
    }

    private static (double Value, double Error) Jackknife(double[] sums, double[] totals)
    {
        double sum = sums.Sum(), total = totals.Sum();
        double[] without = [.. sums.Zip(totals, (own, weight) => (sum - own) / (total - weight))];
        double middle = without.Average();
        double variance = without.Sum(one => (one - middle) * (one - middle)) * (without.Length - 1) / without.Length;
        return (sum / total, double.IsFinite(variance) ? Math.Sqrt(variance) : double.PositiveInfinity);
    }

    private Likelihood Share(Func<double, bool> counts)
    {
        (double value, double error) = Ratio(value => counts(value) ? 1 : 0);
        return new Likelihood(Math.Min(1, value), error);
    }

    private Order Sorted(Func<double, bool> isWanted)
    {
        var pairs = new List<(double Value, double Weight)>(Count);
        for (int replicate = 0; replicate < values.Length; replicate++)
            pairs.AddRange(values[replicate].Zip(weights[replicate]).Where(pair => pair.Second > 0 && isWanted(pair.First)));
        double worst = moreIsBetter ? double.NegativeInfinity : double.PositiveInfinity;
        (double Value, double Weight)[] sorted = [.. pairs.OrderBy(pair => double.IsNaN(pair.Value) ? worst : pair.Value)];
        var positions = new double[sorted.Length];
        for (int k = 1; k < sorted.Length; k++)
            positions[k] = positions[k - 1] + (sorted[k - 1].Weight + sorted[k].Weight) / 2;
        return new Order(Array.ConvertAll(sorted, pair => pair.Value), positions);
    }

    /// <summary>Draws in rising order, each at its share of the weight.</summary>
    private sealed record Order(double[] Values, double[] Positions)
    {
        public double At(double probability)
        {
            double target = probability * Positions[^1];
            int above = Array.BinarySearch(Positions, target);
            if (above >= 0)
                return Values[above];
            above = ~above;
            double part = (target - Positions[above - 1]) / (Positions[above] - Positions[above - 1]);
            return Values[above - 1] + part * (Values[above] - Values[above - 1]);
        }
    }
}
