namespace MlsdEstimator;

/// <summary>One of the alternatives of a comparison.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Belief">What we believe about it.</param>
/// <param name="ProbabilityBest">Share of draws in which it is the best; ties are shared.</param>
/// <typeparam name="T">Type of what is compared.</typeparam>
public sealed record Alternative<T>(string Name, Estimate<T> Belief, Fraction ProbabilityBest) : IAlternative
    where T : Quantity<T>, IQuantity<T>
{
    /// <summary>False when it cannot be at best guesses: it is then ranked last, whatever it would cost.</summary>
    public bool IsFeasible => Belief.Subject.IsFeasible;

    IQuantity IAlternative.Subject => Belief.Subject;

    IEstimate IAlternative.Belief => Belief;

    /// <summary>"batch $90 | $100 | $110 (90%) (best in 97%)", or why it cannot be.</summary>
    public override string ToString() =>
        $"{Name} {(IsFeasible ? Belief.ToString() : $"cannot be: {Infeasibility.Reason(Belief.Subject.Node)}")} (best in {ProbabilityBest})";
}
