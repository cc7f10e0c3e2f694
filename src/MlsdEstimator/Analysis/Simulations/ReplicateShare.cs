namespace MlsdEstimator;

/// <summary>Counts draws of each randomisation, for a share and its standard error.</summary>
internal sealed class ReplicateShare(int replicates)
{
    private readonly int[] counts = new int[replicates];
    private readonly int[] sizes = new int[replicates];

    /// <summary>Part of the draws that count.</summary>
    public double Value => (double)counts.Sum() / sizes.Sum();

    /// <summary>NaN with fewer than two randomisations.</summary>
    public double Error => ReplicateError.OfShare(counts, sizes);

    /// <summary>Standard error relative to the share; infinite where the share is 0, which may be a rare event that no draw hit, or the error is not known.</summary>
    public double RelativeError => Value == 0 ? double.PositiveInfinity : Error == 0 ? 0 : double.IsNaN(Error) ? double.PositiveInfinity : Error / Value;

    /// <summary>Adds draws of one randomisation.</summary>
    public void Add(int replicate, int count, int size)
    {
        counts[replicate] += count;
        sizes[replicate] += size;
    }

    /// <summary>The sums of the first, the first two, ... of several shares of the same draws.</summary>
    public static ReplicateShare[] Running(ReplicateShare[] shares)
    {
        var sums = new ReplicateShare[shares.Length];
        for (int i = 0; i < shares.Length; i++)
        {
            sums[i] = new ReplicateShare(shares[i].counts.Length);
            for (int r = 0; r < shares[i].counts.Length; r++)
                sums[i].Add(r, shares[i].counts[r] + (i > 0 ? sums[i - 1].counts[r] : 0), shares[i].sizes[r]);
        }
        return sums;
    }
}
