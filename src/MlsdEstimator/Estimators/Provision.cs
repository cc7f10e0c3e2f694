namespace MlsdEstimator;

/// <summary>
/// A purchase: a bought number is a decision, not a random variable. The need stays a range; what is bought is one certain whole number.
/// </summary>
public sealed class Provision
{
    /// <summary>Belief that what is bought is enough, when nothing else is said.</summary>
    public const double DefaultConfidence = 0.9;

    private readonly Lazy<ConditionEstimate> shortfall;

    internal Provision(Scalar need, Scalar bought, double confidence)
    {
        (Need, Bought, Confidence) = (need, bought, confidence);
        shortfall = new(() => (Need > Bought).Probability());
    }

    /// <summary>How many the load asks for, not rounded: a range.</summary>
    public Scalar Need { get; }

    /// <summary>How many are bought: certain and whole.</summary>
    public Scalar Bought { get; }

    /// <summary>The part of our belief that the decision covers.</summary>
    public double Confidence { get; }

    /// <summary>How likely it is that more is needed than bought. Infeasible draws are counted apart.</summary>
    public ConditionEstimate Shortfall => shortfall.Value;

    /// <summary>"need ~30.9, bought 45".</summary>
    public override string ToString() => $"need {Need}, bought {Bought}";
}
