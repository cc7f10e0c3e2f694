namespace MlsdEstimator;

/// <summary>One step: takes so many numbers from the inputs and so many laws from the stack, and puts one law back.</summary>
/// <param name="Shape">What it makes.</param>
/// <param name="Parameters">Numbers it takes.</param>
/// <param name="Parts">Laws it takes.</param>
/// <param name="Data">What is fixed: levels of percentiles, a law without parameters. Compared by value.</param>
internal readonly record struct LawStep(LawShape Shape, int Parameters, int Parts, object? Data);
