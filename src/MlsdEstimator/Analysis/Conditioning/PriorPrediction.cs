namespace MlsdEstimator;

/// <summary>What the model says about a measured quantity before the measurement, and how surprising the reading is.</summary>
internal sealed class PriorPrediction
{
    private readonly MeasuredGraph measured;
    private readonly int index;
    private readonly GaussianBlock block;
    private readonly double[][] weights;
    private readonly double[][] logarithms;
    private readonly double spread;
    private readonly Lazy<WeightedDraws> feasible;
    private double below;
    private double above;

    /// <param name="measured">The quantity.</param>
    /// <param name="index">Its place among the measurements.</param>
    /// <param name="block">Factors that the rest leaves out.</param>
    /// <param name="weights">Weights before the measurement.</param>
    public PriorPrediction(MeasuredGraph measured, int index, GaussianBlock block, double[][] weights)
    {
        (this.measured, this.index, this.block, this.weights) = (measured, index, block, weights);
        logarithms = Array.ConvertAll(weights, replicate => new double[replicate.Length]);
        feasible = new(Feasible);
        double variance = Enumerable.Range(block.TwoPieceCount, block.Factors.Length - block.TwoPieceCount).Sum(f => Math.Pow(block.Slope(index, f, 0), 2));
        spread = Math.Sqrt(variance + measured.Error * measured.Error);
    }

    public Measurement Measurement => measured.Measurement;

    /// <summary>Probability under the model of a reading at least as far out, on either side; NaN when the quantity is infeasible in every draw.</summary>
    public double Probability => 2 * Math.Min(below, above) / (below + above);

    /// <summary>A point of the quantity's own distribution before the measurement, in base units; NaN when it is infeasible in every draw.</summary>
    public double Quantile(double probability) => below + above > 0 ? Math.Exp(feasible.Value.Quantile(probability)) : double.NaN;

    /// <summary>Takes in a replicate: ln of the quantity without the block, and prior scores of the block.</summary>
    public void Add(int replicate, double[][] rest, double[][] scores)
    {
        for (int i = 0; i < logarithms[replicate].Length; i++)
        {
            double center = rest[index][i];
            int pattern = Pattern(scores, i);
            for (int f = 0; f < block.TwoPieceCount; f++)
                center += block.Slope(index, f, pattern) * scores[f][i];
            logarithms[replicate][i] = center;
            for (int f = block.TwoPieceCount; f < scores.Length; f++)
                logarithms[replicate][i] += block.Slope(index, f, pattern) * scores[f][i];
            if (!double.IsNaN(center))
                Count((measured.LogValue - center) / spread, weights[replicate][i]);
        }
    }

    private WeightedDraws Feasible() =>
        new(logarithms, [.. weights.Zip(logarithms, (weight, logarithm) => weight.Zip(logarithm, (one, x) => double.IsNaN(x) ? 0 : one).ToArray())]);

    private void Count(double score, double weight)
    {
        below += weight * StandardNormal.Probability(score);
        above += weight * StandardNormal.Probability(-score);
    }

    private int Pattern(double[][] scores, int draw)
    {
        int pattern = 0;
        for (int f = 0; f < block.TwoPieceCount; f++)
            pattern |= scores[f][draw] >= 0 ? 1 << f : 0;
        return pattern;
    }
}
