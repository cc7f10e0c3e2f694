namespace MlsdEstimator;

/// <summary>So many equal parts of a sum.</summary>
/// <param name="Law">Law of each.</param>
/// <param name="Count">A whole number of at least 1.</param>
internal readonly record struct SumTerm(Law Law, double Count);
