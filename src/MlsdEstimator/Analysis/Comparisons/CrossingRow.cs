namespace MlsdEstimator;

/// <summary>One row of the table of a comparison along an input.</summary>
/// <param name="At">Value of the input.</param>
/// <param name="Best">Name of the best with all other inputs at their best guess, rounding included; null when none is feasible.</param>
/// <param name="ProbabilityBest">Share of draws in which each alternative is the best, in the order of <see cref="Crossings{TInput}.Alternatives"/>; ties are shared.</param>
/// <param name="NoneFeasible">Share of draws in which no alternative is feasible.</param>
/// <typeparam name="TInput">Type of the input.</typeparam>
public sealed record CrossingRow<TInput>(TInput At, string? Best, IReadOnlyList<Fraction> ProbabilityBest, Fraction NoneFeasible) : ICrossingRow
    where TInput : Quantity<TInput>, IQuantity<TInput>
{
    IQuantity ICrossingRow.At => At;
}
