namespace MlsdEstimator;

/// <summary>P(wait &lt;= t) under the law of <see cref="WaitLaw"/>. Inputs: probability of waiting, mean wait over all, t.</summary>
internal readonly record struct WaitWithin : IFunction
{
    public string Name => "wait within a limit";

    public void Evaluate(ReadOnlySpan<double> inputs, Span<double> outputs)
    {
        (double waits, double mean, double limit) = (inputs[0], inputs[1], inputs[2]);
        if (limit >= 0)
            outputs[0] = mean > 0 ? 1 - waits * Math.Exp(-waits * limit / mean) : 1;
    }
}
