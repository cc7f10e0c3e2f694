namespace MlsdEstimator;

/// <summary>Part of a period in which 1 + amplitude x sin is above a multiple. Inputs: amplitude, multiple.</summary>
internal readonly record struct SineShare : IFunction
{
    public string Name => "share of a sine above a level";

    public void Evaluate(ReadOnlySpan<double> inputs, Span<double> outputs)
    {
        double above = inputs[1] - 1;
        outputs[0] = inputs[0] > 0 ? Math.Acos(Math.Clamp(above / inputs[0], -1, 1)) / Math.PI : above < 0 ? 1 : 0;
    }
}
