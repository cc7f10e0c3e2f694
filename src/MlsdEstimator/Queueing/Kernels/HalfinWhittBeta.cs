namespace MlsdEstimator;

/// <summary>The beta at which <see cref="HalfinWhitt"/> gives a probability. Input: that probability.</summary>
internal readonly record struct HalfinWhittBeta : IFunction
{
    public string Name => "Halfin-Whitt wait, solved for beta";

    public void Evaluate(ReadOnlySpan<double> inputs, Span<double> outputs)
    {
        double target = inputs[0];
        if (target > 0 && target < 1)
            outputs[0] = RisingRoot.Above(beta => target - HalfinWhitt.Waits(beta), 0, 1);
    }
}
