namespace MlsdEstimator;

/// <summary>P(wait) = 1 / (1 + beta Phi(beta) / phi(beta)). Input: beta.</summary>
internal readonly record struct HalfinWhitt : IFunction
{
    private static readonly double RootOfTwoPi = Math.Sqrt(2 * Math.PI);

    public string Name => "Halfin-Whitt wait";

    public static double Waits(double beta) => 1 / (1 + beta * StandardNormal.Probability(beta) * RootOfTwoPi * Math.Exp(beta * beta / 2));

    public void Evaluate(ReadOnlySpan<double> inputs, Span<double> outputs)
    {
        if (inputs[0] >= 0)
            outputs[0] = Waits(inputs[0]);
    }
}
