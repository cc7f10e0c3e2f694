namespace MlsdEstimator;

/// <summary>A share between 0 and 1, and its standard error.</summary>
internal readonly record struct ShareEstimate(double Value, double Error)
{
    /// <summary>
    /// The jackknife over independent sets: a statistic of all sets, and of all but each in turn, gives one without the bias of order 1 / n, and its standard error
    /// (Efron and Stein, Ann. Statist. 9, 1981).
    /// </summary>
    /// <param name="all">The statistic of all sets.</param>
    /// <param name="without">The statistic of all sets but one, for each.</param>
    public static ShareEstimate Jackknife(double all, double[] without)
    {
        double mean = without.Average(), rest = without.Length - 1;
        double squares = without.Sum(one => (one - mean) * (one - mean));
        return new ShareEstimate(all + rest * (all - mean), Math.Sqrt(rest / without.Length * squares));
    }

    /// <summary>The share moved into limits that it is known to have. Limits that are estimates themselves bring their error: moved to one, the share is not known better than it is.</summary>
    public ShareEstimate Between(ShareEstimate low, ShareEstimate high) =>
        Value < low.Value ? new ShareEstimate(low.Value, Math.Max(Error, low.Error)) : Value > high.Value ? new ShareEstimate(high.Value, Math.Max(Error, high.Error)) : this;
}
