namespace MlsdEstimator;

/// <summary>
/// The standard-normal score of an uncertain input as a weighted sum of independent factors: z = w1 f1 + w2 f2 + ..., with squares of weights that sum to 1.
/// </summary>
/// <remarks>
/// A lone input is its own factor with weight 1. Inputs that share factors are correlated: cov(z_i, z_j) is the sum of w_ik w_jk over the factors k of both,
/// so conditioning on one input is linear-Gaussian algebra on <see cref="Terms"/>. The value is <c>Distribution.AtScore(z) * Unit</c>, so correlation changes no
/// input's own distribution (a Gaussian copula).
/// </remarks>
internal sealed class LeafScore
{
    private LeafScore(IReadOnlyList<(ScoreFactor Factor, double Weight)> terms, IReadOnlyList<StatedCorrelation> stated)
    {
        (Terms, Stated) = (terms, stated);
    }

    /// <summary>Factors with weights other than 0, each factor once; those taken over from other inputs first, an own one last.</summary>
    public IReadOnlyList<(ScoreFactor Factor, double Weight)> Terms { get; }

    /// <summary>What the user said about this input and others; empty for a lone one.</summary>
    public IReadOnlyList<StatedCorrelation> Stated { get; }

    /// <summary>The score is a factor as it is: its uniform point can be read without going through the score.</summary>
    public bool IsOneFactor => Terms is [(_, 1)];

    /// <summary>A new unknown, independent of all others.</summary>
    public static LeafScore Alone() => new([(new ScoreFactor(), 1)], []);

    /// <summary>correlation x z_other + sqrt(1 - correlation^2) x e with a new factor e.</summary>
    public static LeafScore Following(LeafScore other, double correlation, StatedCorrelation stated)
    {
        double rest = Math.Sqrt((1 - correlation) * (1 + correlation));
        return new(Nonzero([.. other.Terms.Select(term => (term.Factor, correlation * term.Weight)), (new ScoreFactor(), rest)]), [stated]);
    }

    /// <summary>A weighted sum of given factors.</summary>
    public static LeafScore Of(IEnumerable<(ScoreFactor Factor, double Weight)> terms, IReadOnlyList<StatedCorrelation> stated) => new(Nonzero([.. terms]), stated);

    /// <summary>Correlation of this score with another: the sum over shared factors.</summary>
    public double CorrelationWith(LeafScore other) =>
        Terms.Sum(term => term.Weight * other.Terms.FirstOrDefault(shared => ReferenceEquals(shared.Factor, term.Factor)).Weight);

    private static (ScoreFactor Factor, double Weight)[] Nonzero((ScoreFactor Factor, double Weight)[] terms) => Array.FindAll(terms, term => term.Weight != 0);
}
