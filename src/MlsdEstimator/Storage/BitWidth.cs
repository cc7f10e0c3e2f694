namespace MlsdEstimator;

/// <summary>Bits of the largest index into so many values: the length of (values - 1) in binary, counted on whole numbers because a logarithm errs at powers of two. Input: values.</summary>
internal readonly record struct BitWidth : IFunction
{
    public string Name => "bits of an index";

    public void Evaluate(ReadOnlySpan<double> inputs, Span<double> outputs)
    {
        double largest = Math.Ceiling(inputs[0]) - 1;
        outputs[0] = largest < 1 ? 0 : Math.ILogB(largest) + 1;
    }
}
