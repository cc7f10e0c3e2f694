namespace MlsdEstimator;

/// <summary>-p log2 p: what a value adds to the entropy; 0 for one that never occurs. Input: p.</summary>
internal readonly record struct SurpriseBits : IFunction
{
    public string Name => "-p log2 p";

    public void Evaluate(ReadOnlySpan<double> inputs, Span<double> outputs) => outputs[0] = inputs[0] > 0 ? -inputs[0] * Math.Log2(inputs[0]) : 0;
}
