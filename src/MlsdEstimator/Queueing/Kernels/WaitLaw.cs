namespace MlsdEstimator;

/// <summary>Waits of which a part is 0 and the rest exponential: P(wait > t) = P e^(-P t / mean). Exact for M/M/c, the usual approximation for other queues.</summary>
/// <remarks>Inputs: probability of waiting, mean wait over all. Output: the percentile, in the unit of the mean.</remarks>
/// <param name="Level">Percentile, strictly between 0 and 1.</param>
internal readonly record struct WaitLaw(double Level) : IFunction
{
    public string Name => Text.Of($"p{Level * 100:0.###} of the wait");

    public void Evaluate(ReadOnlySpan<double> inputs, Span<double> outputs)
    {
        (double waits, double mean) = (inputs[0], inputs[1]);
        outputs[0] = waits > 0 ? Math.Max(0, mean / waits * Math.Log(waits / (1 - Level))) : 0;
    }
}
