namespace MlsdEstimator;

/// <summary>One of the alternatives of a comparison.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Belief">What we believe about it.</param>
/// <param name="ProbabilityBest">Share of draws in which it is the best; ties are shared.</param>
/// <typeparam name="T">Type of what is compared.</typeparam>
public sealed record Alternative<T>(string Name, Estimate<T> Belief, Fraction ProbabilityBest)
    where T : Quantity<T>, IQuantity<T>;
