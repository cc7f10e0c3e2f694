namespace MlsdEstimator;

/// <summary>Alternatives of any type, the best at nominal first: the reading of <see cref="Comparison{T}"/> where types are known only when the program runs.</summary>
public interface IComparison
{
    /// <summary>True when the largest is the best.</summary>
    bool MoreIsBetter { get; }

    /// <summary>The alternatives, best first at best guesses; those that cannot be come last.</summary>
    IReadOnlyList<IAlternative> Ranking { get; }

    /// <summary>The best at best guesses.</summary>
    IAlternative Best { get; }

    /// <summary>The second less the best: a quantity, to be simulated or explained.</summary>
    IQuantity Difference { get; }

    /// <summary>Share of draws in which no alternative is feasible.</summary>
    Fraction NoneFeasible { get; }
}
