namespace MlsdEstimator;

/// <summary>Part of a period in which 1 + amplitude x sin is above a multiple. Inputs: amplitude, multiple.</summary>
internal readonly record struct SineShare : IFunction
{
    public string Name => "share of a sine above a level";

    public void Evaluate(ReadOnlySpan<double> inputs, Span<double> outputs)
    {
        if (inputs[0] > 0)
            outputs[0] = Math.Acos(Math.Clamp((inputs[1] - 1) / inputs[0], -1, 1)) / Math.PI;
    }
}
