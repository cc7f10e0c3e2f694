namespace MlsdEstimator;

/// <summary>Scores of several inputs with given correlations: each a weighted sum of as many new factors.</summary>
internal static class JointScores
{
    /// <param name="inputs">The inputs, for what derivations say.</param>
    /// <param name="signs">-1 where an input falls as its leaf rises.</param>
    /// <param name="matrix">Correlations.</param>
    public static LeafScore[] Of(IReadOnlyList<IQuantity> inputs, int[] signs, CorrelationMatrix matrix)
    {
        ScoreFactor[] factors = [.. inputs.Select(_ => new ScoreFactor())];
        double[,] weights = matrix.Loadings();
        return [.. inputs.Select((_, row) => LeafScore.Of(factors.Select((factor, column) => (factor, signs[row] * weights[row, column])), Stated(inputs, matrix, row)))];
    }

    private static IReadOnlyList<StatedCorrelation> Stated(IReadOnlyList<IQuantity> inputs, CorrelationMatrix matrix, int row) =>
        [.. inputs.Select((other, column) => (other, column)).Where(pair => pair.column != row && matrix[row, pair.column] != 0).Select(pair => new StatedCorrelation(pair.other, matrix[row, pair.column]))];
}
