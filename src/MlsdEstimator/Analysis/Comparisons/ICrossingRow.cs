namespace MlsdEstimator;

/// <summary>One row of the table of a comparison along an input of any type.</summary>
public interface ICrossingRow
{
    /// <summary>Value of the input.</summary>
    IQuantity At { get; }

    /// <summary>Name of the best with all other inputs at their best guess, rounding included; null when none is feasible.</summary>
    string? Best { get; }

    /// <summary>Share of draws in which each alternative is the best, in the order of the ranking; ties are shared.</summary>
    IReadOnlyList<Fraction> ProbabilityBest { get; }

    /// <summary>Share of draws in which no alternative is feasible.</summary>
    Fraction NoneFeasible { get; }
}
