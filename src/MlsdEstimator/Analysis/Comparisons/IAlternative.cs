namespace MlsdEstimator;

/// <summary>One of the alternatives of a comparison, of any type.</summary>
public interface IAlternative
{
    /// <summary>Its name.</summary>
    string Name { get; }

    /// <summary>What is compared, at best guesses.</summary>
    IQuantity Subject { get; }

    /// <summary>What we believe about it.</summary>
    IEstimate Belief { get; }

    /// <summary>False when it cannot be at best guesses: it is then ranked last, whatever it would cost.</summary>
    bool IsFeasible { get; }

    /// <summary>Share of draws in which it is the best; ties are shared.</summary>
    Fraction ProbabilityBest { get; }
}
