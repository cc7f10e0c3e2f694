namespace MlsdEstimator;

/// <summary>P(wait + service &lt;= t) in M/M/c. Inputs: offered load in erlangs, servers, t in mean service times.</summary>
internal readonly record struct ResponseWithin : IFunction
{
    public string Name => "M/M/c response within a limit";

    public void Evaluate(ReadOnlySpan<double> inputs, Span<double> outputs)
    {
        if (inputs[0] >= 0 && inputs[0] < inputs[1] && inputs[2] >= 0)
            outputs[0] = Math.Clamp(1 - MarkovQueue.Of(inputs[0], inputs[1]).ResponseTail(inputs[2]), 0, 1);
    }
}
