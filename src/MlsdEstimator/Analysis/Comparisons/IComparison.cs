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

    /// <summary>What we believe about <see cref="Difference"/>: from the same draws, so that inputs of both cancel.</summary>
    IEstimate DifferenceBelief { get; }

    /// <summary>Share of draws in which no alternative is feasible.</summary>
    Fraction NoneFeasible { get; }

    /// <summary>Where the best alternative changes as one input moves, as <c>CrossingsAlong</c> of the typed comparison says.</summary>
    /// <param name="input">An input of the alternatives: an uncertain one, or a named certain one.</param>
    /// <param name="from">First value, of the input's type; certain.</param>
    /// <param name="to">Last value, of the input's type; certain, another than the first.</param>
    /// <param name="steps">Points of the search and rows of the table, at least 2.</param>
    /// <param name="isLogarithmic">Equal ratios between steps in place of equal differences; both ends must then be above 0.</param>
    /// <exception cref="ArgumentException">The input is computed or read by no alternative, an end is uncertain or of another type, or both ends are the same.</exception>
    /// <exception cref="ArgumentOutOfRangeException">Fewer than 2 steps, or an end that is not above 0 in a logarithmic search.</exception>
    ICrossings CrossingsAlongAny(IQuantity input, IQuantity from, IQuantity to, int steps, bool isLogarithmic = false);
}
