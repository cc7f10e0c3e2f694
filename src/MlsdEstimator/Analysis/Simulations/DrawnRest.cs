namespace MlsdEstimator;

/// <summary>The draws of an output without the log-normal inputs that multiply it: what is left of it when they are at their medians.</summary>
/// <param name="Draws">In the order of the output's draws.</param>
/// <param name="Ends">Of each chunk of them.</param>
/// <param name="Spread">How the logarithm of the factor is spread that was left out.</param>
internal sealed record DrawnRest(double[] Draws, ChunkEnds[] Ends, LogSpread Spread);
