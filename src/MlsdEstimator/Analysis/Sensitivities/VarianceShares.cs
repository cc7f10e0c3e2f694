namespace MlsdEstimator;

/// <summary>Shares of variance: how much each uncertain input explains alone (first order), and how much would be left without doubt about all others (total).</summary>
/// <remarks>
/// First order: least squares of the draws on functions of each input alone (<see cref="EffectBasis"/>); no runs beyond the base run.
/// Total: M. J. W. Jansen, Comput. Phys. Commun. 117 (1999): half the mean squared change when only this input is drawn anew, over the variance; one run for each input.
/// Both over <see cref="ShareDraws.Sets"/> independent randomisations, from which the standard errors come by jackknife.
/// </remarks>
internal sealed class VarianceShares
{
    /// <summary>A standard deviation this small beside the mean is the rounding of the mean, not spread.</summary>
    private const double RoundingNoise = 1e-12;

    /// <summary>A variance with a larger relative standard error is not settled.</summary>
    private const double MostVarianceError = 1.0 / 3;

    private readonly ShareDraws draws;
    private readonly double[] output;
    private readonly double mean;
    private readonly HashSet<LeafNode> alone;
    private readonly Lazy<Dictionary<LeafNode, SharesWithout>> explained;
    private readonly Lazy<Dictionary<LeafNode, ShareEstimate>> first;
    private readonly Lazy<Dictionary<LeafNode, ShareEstimate>> total;

    public VarianceShares(Node root, SimulationOptions options)
    {
        draws = new ShareDraws(root, options);
        output = draws.Output();
        (Scale, Note) = ScaleOf(output);
        if (Scale == VarianceScale.Logarithm)
            output = Array.ConvertAll(output, Math.Log);
        mean = output.Average();
        alone = Uncorrelated(draws.Leaves);
        explained = new Lazy<Dictionary<LeafNode, SharesWithout>>(Explained);
        first = new Lazy<Dictionary<LeafNode, ShareEstimate>>(() => Scale is null ? [] : FirstOrder());
        total = new Lazy<Dictionary<LeafNode, ShareEstimate>>(() => Scale is null ? [] : Totals());
    }

    /// <summary>Of what the shares are shares; null when there are none.</summary>
    public VarianceScale? Scale { get; }

    /// <summary>Why there are no shares, or why they are not of the value itself.</summary>
    public string? Note { get; }

    public ShareEstimate? First(LeafNode leaf) => first.Value.TryGetValue(leaf, out ShareEstimate share) ? share : null;

    public ShareEstimate? Total(LeafNode leaf) => total.Value.TryGetValue(leaf, out ShareEstimate share) ? share : null;

    /// <summary>The note of one input: correlated inputs have no shares of their own.</summary>
    public string? NoteOf(LeafNode leaf) =>
        Scale is null || alone.Contains(leaf) ? Note : "it is correlated with other inputs, and correlated inputs have no shares that add up; read the swing";

    /// <summary>Those that share no factor with another.</summary>
    private static HashSet<LeafNode> Uncorrelated(LeafNode[] leaves)
    {
        Dictionary<ScoreFactor, int> readers = leaves.SelectMany(leaf => leaf.Score.Terms).CountBy(term => term.Factor).ToDictionary();
        return [.. leaves.Where(leaf => leaf.Score.Terms.All(term => readers[term.Factor] == 1))];
    }

    private Dictionary<LeafNode, SharesWithout> Explained()
    {
        double[] standardised = EffectBasis.Standardised([.. output])!;
        SharesWithout[] shares = SharesWithout.AtMostOne([.. alone.Select(leaf => ExplainedVariance.Of(BasisOf(leaf), standardised, ShareDraws.Sets))]);
        return alone.Zip(shares).ToDictionary(pair => pair.First, pair => pair.Second);
    }

    /// <summary>Scaled once more, because without their bias shares may sum to a little over 1 again.</summary>
    private Dictionary<LeafNode, ShareEstimate> FirstOrder()
    {
        Dictionary<LeafNode, ShareEstimate> shares = explained.Value.ToDictionary(share => share.Key, share => share.Value.Estimate);
        double scale = Math.Max(1, shares.Values.Sum(share => share.Value));
        return shares.ToDictionary(share => share.Key, share => share.Value with { Value = share.Value.Value / scale });
    }

    private double[][] BasisOf(LeafNode leaf)
    {
        (double[] values, double[] scores, double[] probabilities) = draws.Of(leaf);
        return EffectBasis.Of(values, scores, probabilities);
    }

    /// <summary>
    /// Never below the first-order share and never above what the first-order shares of the others leave, so that both agree where nothing acts together.
    /// None where a new draw is infeasible.
    /// </summary>
    private Dictionary<LeafNode, ShareEstimate> Totals()
    {
        var shares = new Dictionary<LeafNode, ShareEstimate>();
        double left = 1 - first.Value.Values.Sum(share => share.Value);
        foreach (LeafNode leaf in alone)
        {
            double[] changed = draws.OutputWithAnother(leaf);
            if (Scale == VarianceScale.Logarithm)
                changed = Array.ConvertAll(changed, Math.Log);
            if (!Array.Exists(changed, double.IsNaN))
                shares[leaf] = Jansen(changed).Between(first.Value[leaf], new ShareEstimate(first.Value[leaf].Value + Math.Max(0, left), ErrorWithout(leaf)));
        }
        return shares;
    }

    /// <summary>Standard error of what the first-order shares of all others leave.</summary>
    private double ErrorWithout(LeafNode leaf) => SharesWithout.ErrorOfRest([.. alone.Where(other => other != leaf).Select(other => explained.Value[other])], ShareDraws.Sets);

    private ShareEstimate Jansen(double[] changed)
    {
        double[] squares = SumsOfSquares(i => output[i] - changed[i]), spread = SumsOfSquares(i => output[i] - mean);
        double allSquares = squares.Sum() / 2, allSpread = spread.Sum();
        return ShareEstimate.Jackknife(allSquares / allSpread, [.. squares.Zip(spread, (part, whole) => (allSquares - part / 2) / (allSpread - whole))]);
    }

    /// <summary>Over each set.</summary>
    private double[] SumsOfSquares(Func<int, double> term)
    {
        var sums = new double[ShareDraws.Sets];
        for (int i = 0; i < output.Length; i++)
        {
            double one = term(i);
            sums[i / draws.PointsPerSet] += one * one;
        }
        return sums;
    }

    private static (VarianceScale? Scale, string? Note) ScaleOf(double[] output)
    {
        double infeasible = (double)output.Count(double.IsNaN) / output.Length;
        if (infeasible > 0)
            return (null, Text.Of($"it is infeasible in {infeasible * 100:0.###}% of the draws, and the variance of the rest would mislead; read the swing"));
        double mean = output.Average();
        ShareEstimate variance = Variance(output, mean);
        if (!(variance.Value > RoundingNoise * RoundingNoise * mean * mean))
            return (null, "it never moves");
        if (variance.Error <= MostVarianceError * variance.Value)
            return (VarianceScale.Value, null);
        string unsettled = Text.Of($"its variance is not settled by {output.Length} draws: a few large ones make most of it, or it is infinite");
        return Array.TrueForAll(output, value => value > 0)
            ? (VarianceScale.Logarithm, $"{unsettled}; these are shares of the variance of its logarithm")
            : (null, $"{unsettled}, and it has no logarithm where it is 0 or less; read the swing");
    }

    private static ShareEstimate Variance(double[] output, double mean)
    {
        int length = output.Length / ShareDraws.Sets;
        double[] squares = [.. Enumerable.Range(0, ShareDraws.Sets).Select(set => MeanSquare(output.AsSpan(set * length, length), mean))];
        double all = squares.Average();
        return ShareEstimate.Jackknife(all, Array.ConvertAll(squares, one => (all * squares.Length - one) / (squares.Length - 1)));
    }

    private static double MeanSquare(ReadOnlySpan<double> values, double mean)
    {
        double sum = 0;
        foreach (double value in values)
            sum += (value - mean) * (value - mean);
        return sum / values.Length;
    }
}
