namespace MlsdEstimator;

/// <summary>A share over all independent sets of draws, and over all but each in turn: what the jackknife reads, also of sums of shares of the same draws, whose errors are not independent.</summary>
/// <param name="All">Over all sets.</param>
/// <param name="But">Over all but one, for each.</param>
internal sealed record SharesWithout(double All, double[] But)
{
    /// <summary>The share with its error, between 0 and 1.</summary>
    public ShareEstimate Estimate => ShareEstimate.Jackknife(All, But).Between(new ShareEstimate(0, 0), new ShareEstimate(1, 0));

    /// <summary>Shares that sum to more than 1 scaled down to 1; their errors are then those of the scaled ones.</summary>
    public static SharesWithout[] AtMostOne(SharesWithout[] shares)
    {
        double sum = Math.Max(1, shares.Sum(share => share.All));
        double[] sums = [.. Enumerable.Range(0, ShareDraws.Sets).Select(set => Math.Max(1, shares.Sum(share => share.But[set])))];
        return Array.ConvertAll(shares, share => new SharesWithout(share.All / sum, [.. share.But.Zip(sums, (one, whole) => one / whole)]));
    }

    /// <summary>Standard error of what several shares leave of 1.</summary>
    public static double ErrorOfRest(IReadOnlyCollection<SharesWithout> shares, int sets) =>
        ShareEstimate.Jackknife(shares.Sum(share => share.All), [.. Enumerable.Range(0, sets).Select(set => shares.Sum(share => share.But[set]))]).Error;
}
