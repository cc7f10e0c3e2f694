namespace MlsdEstimator;

/// <summary>A percentile of wait and service together in M/M/c. Inputs: offered load in erlangs, servers. Output: mean service times.</summary>
/// <param name="Level">Percentile, strictly between 0 and 1.</param>
internal readonly record struct ResponseLaw(double Level) : IFunction
{
    public string Name => Text.Of($"p{Level * 100:0.###} of the M/M/c response");

    public void Evaluate(ReadOnlySpan<double> inputs, Span<double> outputs)
    {
        if (inputs[0] >= 0 && inputs[0] < inputs[1])
            outputs[0] = MarkovQueue.Of(inputs[0], inputs[1]).ResponseQuantile(Level);
    }
}
