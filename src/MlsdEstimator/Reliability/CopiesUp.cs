namespace MlsdEstimator;

/// <summary>Availability of k of n equal copies. Inputs: availability of one, part of its failures that all share.</summary>
/// <param name="Copies">n.</param>
/// <param name="Needed">k.</param>
internal readonly record struct CopiesUp(int Copies, int Needed) : IFunction
{
    public string Name => Text.Of($"{Needed} of {Copies} copies up");

    public void Evaluate(ReadOnlySpan<double> inputs, Span<double> outputs)
    {
        (double each, double common) = (inputs[0], inputs[1]);
        if (each is >= 0 and <= 1 && common is >= 0 and <= 1)
            outputs[0] = Math.Clamp(AtLeast(1 - (1 - common) * (1 - each)) - common * (1 - each), 0, 1);
    }

    /// <summary>P(Binomial(n, p) >= k): the regularised incomplete beta function.</summary>
    private double AtLeast(double p) => p <= 0 ? 0 : p >= 1 ? 1 : MathNet.Numerics.SpecialFunctions.BetaRegularized(Needed, Copies - Needed + 1, p);
}
