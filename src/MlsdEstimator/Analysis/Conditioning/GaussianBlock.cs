namespace MlsdEstimator;

/// <summary>The factors that are drawn from their exact conditional distribution, and how the logarithms of the measured quantities hang on them.</summary>
/// <remarks>
/// A factor belongs here when every input that rests on it is a log-normal or two-piece range and enters every measured logarithm linearly. Factors of a two-piece
/// range have one slope below 0 and one above: given all signs the rest is linear and Gaussian. They come first.
/// </remarks>
internal sealed class GaussianBlock
{
    /// <summary>Signs of so many two-piece factors are told apart, in 2^4 patterns; further ones keep their prior draws and show in the weights.</summary>
    private const int MostTwoPiece = 4;

    private readonly double[][] below;
    private readonly double[][] above;

    /// <param name="measured">The measured quantities.</param>
    /// <param name="leaves">Inputs below them.</param>
    /// <param name="isFixed">Factors whose draws are given.</param>
    public GaussianBlock(IReadOnlyList<MeasuredGraph> measured, IReadOnlyList<LeafNode> leaves, Func<ScoreFactor, bool> isFixed)
    {
        LogExponents[] structures = [.. measured.Select(one => new LogExponents(new ValueNumbering([one.Unguarded])))];
        Dictionary<LeafNode, double[]> exponents = leaves.ToDictionary(leaf => leaf, leaf => Array.ConvertAll(structures, structure => structure.Of(leaf)[0]));
        Column[] columns = [.. leaves.SelectMany(leaf => leaf.Score.Terms.Select(term => (term.Factor, term.Weight, Leaf: leaf)))
            .GroupBy(term => term.Factor)
            .Where(group => !isFixed(group.Key))
            .Select(group => Column.Of(group.Key, [.. group.Select(term => (term.Leaf, term.Weight, exponents[term.Leaf]))]))
            .OfType<Column>()];
        Column[] twoPiece = [.. columns.Where(column => column.IsTwoPiece).OrderByDescending(column => column.Size).Take(MostTwoPiece)];
        Column[] chosen = [.. twoPiece, .. columns.Where(column => !column.IsTwoPiece)];
        (TwoPieceCount, Factors) = (twoPiece.Length, Array.ConvertAll(chosen, column => column.Factor));
        (below, above) = (Array.ConvertAll(chosen, column => column.Below), Array.ConvertAll(chosen, column => column.Above));
    }

    /// <summary>Two-piece ones first.</summary>
    public ScoreFactor[] Factors { get; }

    public int TwoPieceCount { get; }

    public int Patterns => 1 << TwoPieceCount;

    /// <summary>d ln(measured quantity) / d factor; bit i of the pattern is set where two-piece factor i lies above 0.</summary>
    public double Slope(int measured, int factor, int pattern) =>
        factor >= TwoPieceCount || (pattern >> factor & 1) != 0 ? above[factor][measured] : below[factor][measured];

    /// <summary>What one factor does to the measured logarithms.</summary>
    private sealed record Column(ScoreFactor Factor, double[] Below, double[] Above)
    {
        public bool IsTwoPiece => !Below.AsSpan().SequenceEqual(Above);

        public double Size => Below.Concat(Above).Max(Math.Abs);

        private bool IsLinear => Array.TrueForAll(Below, double.IsFinite) && Array.TrueForAll(Above, double.IsFinite);

        /// <summary>Null when the factor is not linear, or does nothing.</summary>
        public static Column? Of(ScoreFactor factor, (LeafNode Leaf, double Weight, double[] Exponents)[] terms)
        {
            var (below, above) = (new double[terms[0].Exponents.Length], new double[terms[0].Exponents.Length]);
            foreach ((LeafNode leaf, double weight, double[] exponents) in terms)
            {
                if (Array.TrueForAll(exponents, exponent => exponent == 0))
                    continue;
                if (LeafFactors.LogSlopes(leaf) is not (double down, double up) || (down != up && leaf.Score.Terms.Count > 1))
                    return null;
                for (int k = 0; k < exponents.Length; k++)
                {
                    below[k] += weight * down * exponents[k];
                    above[k] += weight * up * exponents[k];
                }
            }
            var column = new Column(factor, below, above);
            return column.IsLinear && column.Size > 0 && !(column.IsTwoPiece && terms.Length > 1) ? column : null;
        }
    }
}
