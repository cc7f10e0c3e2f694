namespace MlsdEstimator;

/// <summary>P(something changed since a snapshot whose age is even between d and d + T). Inputs: rate of changes, interval T, delay d.</summary>
internal readonly record struct ChangedSince : IFunction
{
    /// <summary>Below it five terms of the series are exact, and the closed form loses digits.</summary>
    private const double Few = 1e-2;

    public string Name => "changed since the snapshot";

    /// <summary>1 - e^-b u = (1 - e^-b) + e^-b (1 - u) keeps its digits for rare changes.</summary>
    public void Evaluate(ReadOnlySpan<double> inputs, Span<double> outputs)
    {
        double inside = inputs[0] * inputs[1], before = inputs[0] * inputs[2];
        outputs[0] = -LessOne(-before) + Math.Exp(-before) * ChangedInside(inside);
    }

    /// <summary>1 - (1 - e^-a) / a.</summary>
    private static double ChangedInside(double changes) => changes < Few
        ? changes / 2 * (1 - changes / 3 * (1 - changes / 4 * (1 - changes / 5 * (1 - changes / 6))))
        : 1 + LessOne(-changes) / changes;

    /// <summary>e^x - 1 without cancellation (Kahan): what rounding does to e^x it does to its logarithm too.</summary>
    private static double LessOne(double x)
    {
        double power = Math.Exp(x);
        return power == 1 ? x : power == 0 ? -1 : (power - 1) * x / Math.Log(power);
    }
}
