namespace MlsdEstimator;

/// <summary>What log-normal inputs do to an output that they multiply as a whole: output = rest x e^w, where the distribution of w is known and the rest is drawn.</summary>
/// <param name="Spread">Distribution of w.</param>
/// <param name="Rest">Which output of the tape the rest is: the output with those inputs at their medians.</param>
internal sealed record LogNormalFactor(LogSpread Spread, int Rest);
