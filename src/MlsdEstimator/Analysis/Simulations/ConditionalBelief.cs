using System.Numerics.Tensors;

namespace MlsdEstimator;

/// <summary>What is believed about a quantity that is a drawn rest times a factor with a known distribution: its distribution given the rest, averaged over the draws.</summary>
/// <remarks>
/// P(y &lt;= t) is the mean of P(w &lt;= ln t - ln rest) over the draws: conditional Monte Carlo (S. Asmussen and P. W. Glynn, Stochastic Simulation, 2007, V.4). The draws then
/// only say where the rest lies, and what is averaged has no steps, so that far fewer points are needed than where draws are counted.
/// </remarks>
internal sealed class ConditionalBelief
{
    /// <summary>Bins of the rest for a standard deviation of the factor: what their width hides is then below 1e-7 of a probability.</summary>
    private const int BinsOfDeviation = 16;

    /// <summary>Of the bins of an octave. A factor that would need more is narrower than 1 %.</summary>
    private const int MostDigits = 12;

    /// <summary>A factor that would need more bins is so narrow beside the rest that it smooths nothing.</summary>
    private const int MostBins = 8_192;

    private const double SmallestNormal = 2.2250738585072014E-308;

    private readonly LogBins bins;
    private readonly int[] taken;
    private readonly LogMixture mixture;
    private readonly double[] all;
    private readonly double[][] replicates;
    private readonly int[] sizes;

    /// <param name="bins">The bins.</param>
    /// <param name="replicates">Sums of all bins of each randomisation, over places.</param>
    /// <param name="sizes">Draws of each randomisation.</param>
    /// <param name="spread">Distribution of the logarithm of the factor.</param>
    private ConditionalBelief(LogBins bins, double[][] replicates, int[] sizes, LogSpread spread)
    {
        (this.bins, this.replicates, this.sizes) = (bins, replicates, sizes);
        double[] sums = Sum(replicates);
        taken = [.. Enumerable.Range(0, sums.Length / LogBins.Powers).Where(bin => sums[bin * LogBins.Powers] > 0)];
        all = Taken(sums);
        mixture = new LogMixture(Array.ConvertAll(taken, bins.Middle), spread);
    }

    /// <summary>Null where the rest is not positive in every draw, or the factor too narrow to be worth it.</summary>
    /// <param name="rest">The rest, and how the factor is spread.</param>
    /// <param name="chunkLength">Draws of a chunk; chunk c belongs to randomisation c mod their number.</param>
    /// <param name="sizes">Draws of each randomisation.</param>
    /// <param name="threads">Threads that share the randomisations.</param>
    public static ConditionalBelief? Of(DrawnRest rest, int chunkLength, int[] sizes, int threads)
    {
        (double least, double most) = rest.Ends.Aggregate((one, other) => one.And(other));
        int draws = rest.Draws.Length;
        if (!(least >= SmallestNormal) || !double.IsFinite(most / least) || Bins(least, most, draws, rest.Spread) is not LogBins bins)
            return null;
        var replicates = new double[sizes.Length][];
        Workers.Share(draws < OrderStatistics.DrawsOfAThread ? 1 : threads, sizes.Length, which =>
        {
            double[] sums = replicates[which] = new double[(bins.Bin(most) + 1) * LogBins.Powers];
            for (int start = which * chunkLength; start < draws; start += chunkLength * sizes.Length)
                bins.Add(rest.Draws.AsSpan(start, Math.Min(chunkLength, draws - start)), sums);
        });
        return new ConditionalBelief(bins, replicates, sizes, rest.Spread);
    }

    /// <summary>The value below which a part of the belief lies.</summary>
    public double Quantile(double probability) => Math.Exp(mixture.Quantile(all, probability));

    /// <summary>Standard error of a quantile: that of the probability of staying below it, over the density there.</summary>
    public double QuantileError(double value)
    {
        double[] terms = TermsAt(value);
        return value * ShareError(terms) / LogMixture.Density(all, terms);
    }

    /// <summary>How likely a value is exceeded.</summary>
    public Likelihood Above(double value)
    {
        if (value <= 0)
            return new Likelihood(1, 0);
        double[] terms = TermsAt(value);
        return new Likelihood(1 - LogMixture.Below(all, terms), ShareError(terms));
    }

    /// <summary>
    /// Bins narrow beside the factor; null where they would be too many. The density of a two-piece range jumps at its median, and in the bin where it does an error of the square of the
    /// width is left, so that more draws have narrower bins, as far as their number allows.
    /// </summary>
    private static LogBins? Bins(double least, double most, int draws, LogSpread spread)
    {
        int needed = Digits(BinsOfDeviation, spread), digits = spread.IsEven ? needed : Math.Max(needed, Math.Min(MostDigits, Digits(Math.Sqrt(draws), spread)));
        while (digits > needed && new LogBins(digits, least).Bin(most) >= MostBins)
            digits--;
        return digits <= MostDigits && new LogBins(digits, least).Bin(most) is var last && last < MostBins ? new LogBins(digits, least) : null;
    }

    /// <summary>Of the bins of an octave, so that a standard deviation has as many as asked for.</summary>
    private static int Digits(double bins, LogSpread spread) => Math.Max(0, (int)Math.Ceiling(Math.Log2(bins / spread.Least)));

    /// <summary>The bins that have draws, side by side, over logarithms.</summary>
    private double[] Taken(double[] sums)
    {
        var kept = new double[taken.Length * LogBins.Powers];
        for (int i = 0; i < taken.Length; i++)
        {
            Span<double> cell = kept.AsSpan(i * LogBins.Powers, LogBins.Powers);
            sums.AsSpan(taken[i] * LogBins.Powers, LogBins.Powers).CopyTo(cell);
            bins.TakeLogarithms(taken[i], cell);
        }
        return kept;
    }

    /// <summary>Terms of the bins that have draws as terms of all bins, over places.</summary>
    private double[] OfAllBins(double[] terms)
    {
        var places = new double[replicates[0].Length];
        for (int i = 0; i < taken.Length; i++)
            bins.TakePlaces(taken[i], terms.AsSpan(i * LogBins.Powers, LogBins.Powers), places.AsSpan(taken[i] * LogBins.Powers, LogBins.Powers));
        return places;
    }

    /// <summary>One randomisation is the sum.</summary>
    private static double[] Sum(double[][] replicates)
    {
        if (replicates.Length == 1)
            return replicates[0];
        var sum = new double[replicates[0].Length];
        foreach (double[] replicate in replicates)
            TensorPrimitives.Add(sum, replicate, sum);
        return sum;
    }

    private double[] TermsAt(double value)
    {
        var terms = new double[all.Length];
        mixture.Expand(Math.Log(value), terms);
        return terms;
    }

    /// <summary>How much the part below a place differs between randomisations; NaN where there is only one.</summary>
    private double ShareError(double[] terms)
    {
        double[] places = OfAllBins(terms);
        return ReplicateError.Of(Array.ConvertAll(replicates, sums => LogMixture.Below(sums, places)), sizes);
    }
}
