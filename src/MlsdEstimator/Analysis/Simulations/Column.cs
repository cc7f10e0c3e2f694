namespace MlsdEstimator;

/// <summary>The draws of one output, and their statistics. Infeasible draws are NaN and are counted, never averaged away.</summary>
/// <remarks>A standard error is NaN where there are fewer than two randomisations to compare. No statistic depends on the number of threads.</remarks>
internal sealed class Column : IDraws
{
    /// <summary>Points of belief that are wanted together so often that one pass over the draws finds them all.</summary>
    public static readonly double[] UsualPoints = [0.05, 0.5, 0.95];

    private readonly Lock gate = new();
    private readonly ChunkMoments[] moments;
    private readonly int chunkLength;
    private readonly OrderStatistics order;
    private readonly Lazy<ConditionalBelief?> conditional;
    private readonly Dictionary<double, double> conditionalQuantiles = [];
    private double[]? draws;

    /// <summary>Draws, and infeasible draws, of each randomisation.</summary>
    private readonly int[] sizes;
    private readonly int[] infeasible;

    public Column(double[] draws, bool moreIsBetter)
        : this(draws, [.. draws.Chunk(TapeRun.BlockSize).Select(chunk => ChunkMoments.Of(chunk))], TapeRun.BlockSize, 1, moreIsBetter)
    {
    }

    public Column(double[] draws, ChunkMoments[] moments, int chunkLength, int replicates, bool moreIsBetter, int threads = 1)
    {
        (this.draws, this.moments, this.chunkLength, MoreIsBetter) = (draws, moments, chunkLength, moreIsBetter);
        (sizes, infeasible) = (new int[replicates], new int[replicates]);
        for (int chunk = 0; chunk < moments.Length; chunk++)
        {
            sizes[chunk % replicates] += moments[chunk].Count;
            infeasible[chunk % replicates] += moments[chunk].Infeasible;
        }
        Infeasible = infeasible.Sum();
        order = new OrderStatistics(draws, draws.Length - Infeasible, chunkLength, replicates, threads);
        conditional = new(() => Rest is DrawnRest rest && Infeasible == 0 ? ConditionalBelief.Of(rest, chunkLength, sizes, threads) : null);
    }

    /// <summary>In the order they were drawn: the same index is the same draw of every input.</summary>
    /// <exception cref="ObjectDisposedException">The run was disposed, and the draws are those of another.</exception>
    public double[] Draws => draws ?? throw new ObjectDisposedException(nameof(Simulation), "The run was disposed; read its estimates before.");

    /// <summary>Infeasible draws count as worse than any number: at the bottom when more is better, else at the top.</summary>
    public bool MoreIsBetter { get; }

    /// <summary>Number of infeasible draws.</summary>
    public int Infeasible { get; }

    /// <summary>The rest where the output is that times a log-normal or two-piece factor.</summary>
    public DrawnRest? Rest { get; init; }

    /// <summary>True where quantiles are those of an averaged conditional distribution.</summary>
    public bool IsSmooth => Conditional is not null;

    /// <summary>Number of draws that have a value.</summary>
    public int Feasible => Draws.Length - Infeasible;

    public int Replicates => sizes.Length;

    bool IDraws.HasFeasible => Feasible > 0;

    Likelihood IDraws.Infeasible => new(ShareInfeasible, ShareInfeasibleError);

    public double ShareInfeasible => (double)Infeasible / Draws.Length;

    public double ShareInfeasibleError => ReplicateError.OfShare(infeasible, sizes);

    /// <summary>NaN when any draw is infeasible: a mean over the rest would look better than the truth.</summary>
    public double Mean => Infeasible > 0 ? double.NaN : moments[0].Mean + moments.Sum(chunk => chunk.Count * (chunk.Mean - moments[0].Mean)) / Draws.Length;

    public double MeanError => Infeasible > 0 ? double.NaN : ErrorOf(chunk => chunk.Mean - moments[0].Mean);

    /// <summary>With n - 1 below the sum; NaN when any draw is infeasible.</summary>
    public double StandardDeviation
    {
        get
        {
            double mean = Mean;
            return Math.Sqrt(moments.Sum(chunk => SquaredDeviations(chunk, mean)) / (Draws.Length - 1));
        }
    }

    /// <summary>That of the variance, over twice the standard deviation.</summary>
    public double StandardDeviationError
    {
        get
        {
            (double mean, double deviation) = (Mean, StandardDeviation);
            double error = ErrorOf(chunk => SquaredDeviations(chunk, mean) / chunk.Count);
            return deviation > 0 ? error / (2 * deviation) : error;
        }
    }

    /// <summary>That of the averaged conditional distribution where there is one, else of type 7 over all draws; NaN where it reaches into infeasible ones.</summary>
    public double Quantile(double probability) => Quantiles([probability])[0];

    /// <summary>Several quantiles from one pass over the draws.</summary>
    public double[] Quantiles(ReadOnlySpan<double> probabilities)
    {
        if (Conditional is ConditionalBelief belief)
            return Array.ConvertAll(probabilities.ToArray(), probability => Quantile(belief, probability));
        double[] positions = [.. UsualPoints.Select(Position), .. probabilities.ToArray().Select(Position)];
        lock (gate)
        {
            order.Gather([.. positions.Where(IsFeasible).Select(position => (int)position)]);
            return Array.ConvertAll(positions[UsualPoints.Length..], At);
        }
    }

    /// <summary>
    /// How much the share of draws below the quantile differs between randomisations, read as values at that distance on both sides of it. It needs no
    /// density, and is 0 inside an atom.
    /// </summary>
    public double QuantileError(double probability)
    {
        double value = Quantile(probability);
        if (Conditional is ConditionalBelief belief)
            return belief.QuantileError(value);
        if (Replicates < 2 || double.IsNaN(value))
            return double.NaN;
        double error = ShareError(probability, value), reach = ShareDistance.Reach(error, Draws.Length);
        double[] ends = Quantiles([Math.Max(0, probability - reach), Math.Min(1, probability + reach)]);
        return (ends[1] - ends[0]) / 2 * (error / reach);
    }

    /// <summary>How likely a value is exceeded, as the quantiles say it.</summary>
    public Likelihood LikelihoodAbove(double threshold) => Conditional is ConditionalBelief belief ? belief.Above(threshold) : new Likelihood(Above(threshold));

    /// <summary>The share of draws above a value; infeasible ones are above every value, or below it where more is better.</summary>
    public ReplicateShare Above(double threshold) => Above(threshold, countInfeasible: !MoreIsBetter);

    /// <summary>The share of draws above a value, with the infeasible ones or without.</summary>
    public ReplicateShare Above(double threshold, bool countInfeasible)
    {
        var share = new ReplicateShare(Replicates);
        for (int chunk = 0; chunk < moments.Length; chunk++)
        {
            int count = OrderStatistics.CountAbove(Chunk(chunk), threshold) + (countInfeasible ? moments[chunk].Infeasible : 0);
            share.Add(chunk % Replicates, count, moments[chunk].Count);
        }
        return share;
    }

    /// <summary>The share of draws in which this exceeds another column of the same run; each has its infeasible draws at its own bad side.</summary>
    /// <remarks>Where one is shorter, draws that both have.</remarks>
    public ReplicateShare Above(Column other)
    {
        (double[] mine, double[] its) = (Draws, other.Draws);
        var share = new ReplicateShare(Replicates);
        int samples = Math.Min(mine.Length, its.Length);
        for (int start = 0, chunk = 0; start < samples; start += chunkLength, chunk++)
        {
            int count = 0, end = Math.Min(start + chunkLength, samples);
            for (int draw = start; draw < end; draw++)
                count += Ranked(mine[draw]) > other.Ranked(its[draw]) ? 1 : 0;
            share.Add(chunk % Replicates, count, end - start);
        }
        return share;
    }

    /// <summary>The share of draws at most a value, without the infeasible ones.</summary>
    public ReplicateShare AtMost(double threshold)
    {
        var share = new ReplicateShare(Replicates);
        for (int chunk = 0; chunk < moments.Length; chunk++)
            share.Add(chunk % Replicates, moments[chunk].Count - moments[chunk].Infeasible - OrderStatistics.CountAbove(Chunk(chunk), threshold), moments[chunk].Count);
        return share;
    }

    /// <summary>The share of draws between each two edges, the upper one included, and in the first bin the lower one too.</summary>
    public ReplicateShare[] Shares(double[] edges)
    {
        ReplicateShare[] shares = [.. edges.Skip(1).Select(_ => new ReplicateShare(Replicates))];
        var counts = new int[shares.Length];
        for (int chunk = 0; chunk < moments.Length; chunk++)
        {
            Array.Clear(counts);
            foreach (double draw in Chunk(chunk))
            {
                if (!double.IsNaN(draw))
                    counts[Bin(edges, draw)]++;
            }
            for (int bin = 0; bin < counts.Length; bin++)
                shares[bin].Add(chunk % Replicates, counts[bin], moments[chunk].Count);
        }
        return shares;
    }

    double IDraws.FeasiblePoint(double part) => ValueOfRank((int)(part * (Feasible - 1)));

    (Likelihood Share, Likelihood Cumulative)[] IDraws.Bins(double[] edges)
    {
        ReplicateShare[] shares = Shares(edges);
        return [.. shares.Zip(ReplicateShare.Running(shares), (share, sum) => (new Likelihood(share), new Likelihood(sum)))];
    }

    /// <summary>The value of a rank among the feasible draws, 0 for the smallest.</summary>
    public double ValueOfRank(int rank)
    {
        lock (gate)
            return order.Value(rank);
    }

    /// <summary>Gives the memory of the draws back; nothing can be read any more.</summary>
    public void Release()
    {
        lock (gate)
        {
            if (draws is null)
                return;
            DrawPool.Return(draws);
            if (Rest is not null)
                DrawPool.Return(Rest.Draws);
            draws = null;
        }
    }

    /// <summary>The worst standard error of the mean and of the usual points, relative to what it belongs to; saturated ones have none.</summary>
    /// <param name="isExact">The points of belief are known without draws, so that the mean alone has an error.</param>
    public (double Error, string Statistic) WorstRelativeError(bool isExact)
    {
        (double Error, string Statistic) worst = (Relative(MeanError, Mean), "mean");
        foreach (double point in isExact ? [] : UsualPoints)
        {
            double error = Relative(QuantileError(point), Quantile(point));
            worst = error > worst.Error ? (error, Text.Of($"{100 * point:0} % point")) : worst;
        }
        return worst;
    }

    /// <summary>The bin (edge b, edge b + 1] of a draw that lies between the outer edges.</summary>
    private static int Bin(double[] edges, double draw)
    {
        int found = Array.BinarySearch(edges, draw);
        return Math.Max(0, (found >= 0 ? found : ~found) - 1);
    }

    /// <summary>An error of 0 is 0 also beside a value of 0; a statistic that does not exist has none to wait for, and one that is not known is infinite.</summary>
    private static double Relative(double error, double value) =>
        error == 0 || double.IsNaN(value) ? 0 : double.IsNaN(error) ? double.PositiveInfinity : error / Math.Abs(value);

    /// <summary>Null where the points of belief are those of the draws.</summary>
    private ConditionalBelief? Conditional
    {
        get
        {
            if (Rest is null || Draws.Length == 0)
                return null;
            lock (gate)
                return conditional.Value;
        }
    }

    private double Quantile(ConditionalBelief belief, double probability)
    {
        lock (gate)
        {
            if (!conditionalQuantiles.TryGetValue(probability, out double quantile))
                conditionalQuantiles[probability] = quantile = belief.Quantile(probability);
            return quantile;
        }
    }

    private double Ranked(double draw) => !double.IsNaN(draw) ? draw : MoreIsBetter ? double.NegativeInfinity : double.PositiveInfinity;

    private ReadOnlySpan<double> Chunk(int chunk) => Draws.AsSpan(chunk * chunkLength, moments[chunk].Count);

    private static double SquaredDeviations(ChunkMoments chunk, double mean) => chunk.SquaredDeviations + chunk.Count * (chunk.Mean - mean) * (chunk.Mean - mean);

    /// <summary>Standard error of a mean over draws, from its means over chunks.</summary>
    private double ErrorOf(Func<ChunkMoments, double> mean)
    {
        var means = new double[Replicates];
        for (int chunk = 0; chunk < moments.Length; chunk++)
            means[chunk % Replicates] += mean(moments[chunk]) * moments[chunk].Count / sizes[chunk % Replicates];
        return ReplicateError.Of(means, sizes);
    }

    /// <summary>At an atom the share below it and the share up to it may differ between randomisations: the larger error counts.</summary>
    private double ShareError(double probability, double value)
    {
        (int[] below, int[] upTo) = (new int[Replicates], new int[Replicates]);
        lock (gate)
            order.Count((int)Position(probability), value, below, upTo);
        for (int r = 0; r < Replicates && MoreIsBetter; r++)
            (below[r], upTo[r]) = (below[r] + infeasible[r], upTo[r] + infeasible[r]);
        return Math.Max(Math.Max(ReplicateError.OfShare(below, sizes), ReplicateError.OfShare(upTo, sizes)), ShareDistance.RoundingOfCounts(Replicates, Draws.Length));
    }

    /// <summary>Rank of a quantile among the feasible draws, with the part of the way to the next rank.</summary>
    private double Position(double probability) => probability * (Draws.Length - 1) - (MoreIsBetter ? Infeasible : 0);

    private bool IsFeasible(double position)
    {
        double below = Math.Floor(position);
        int last = Draws.Length - Infeasible - 1;
        return below >= 0 && below <= last && (position == below || below < last);
    }

    private double At(double position)
    {
        if (!IsFeasible(position))
            return double.NaN;
        double lower = order.Value((int)position), part = position - Math.Floor(position);
        return part == 0 ? lower : lower + part * (order.Value((int)position + 1) - lower);
    }
}
