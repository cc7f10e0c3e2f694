namespace MlsdEstimator;

/// <summary>Inputs that read a set of points, each through the scores of its factors.</summary>
/// <param name="points">The points.</param>
/// <param name="streams">The dimension of the points that each factor reads.</param>
internal sealed class PointDraws(IPointSet points, IReadOnlyDictionary<ScoreFactor, int> streams) : ILeafDraws
{
    /// <summary>A draw that overflows is infeasible, as every other number that does.</summary>
    public void Fill(LeafNode leaf, int start, Span<double> values)
    {
        if (leaf.Score.IsOneFactor)
        {
            points.Fill(streams[leaf.Score.Terms[0].Factor], start, values);
            leaf.Distribution.AtProbabilities(values, values);
            if (leaf.Unit == 1 && !leaf.Distribution.MayOverflow)
                return;
        }
        else
        {
            Mix(leaf.Score, start, values);
            leaf.Distribution.AtScores(values, values);
        }
        Arithmetic.Scale(values, leaf.Unit);
    }

    /// <summary>Scores of a leaf that is correlated with others: the weighted sum of the scores of its factors.</summary>
    private void Mix(LeafScore score, int start, Span<double> scores)
    {
        Span<double> factor = stackalloc double[TapeRun.BlockSize];
        factor = factor[..scores.Length];
        scores.Clear();
        foreach ((ScoreFactor source, double weight) in score.Terms)
        {
            points.Fill(streams[source], start, factor);
            StandardNormal.Scores(factor, factor);
            Arithmetic.AddScaled(scores, factor, weight);
        }
    }
}
