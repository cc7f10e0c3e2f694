namespace MlsdEstimator;

/// <summary>Bytes of a whole number in groups of seven bits: 1 up to 127, 2 up to 16,383. Input: the number.</summary>
internal readonly record struct VarintBytes : IFunction
{
    private const int BitsPerByte = 7;

    public string Name => "bytes of a variable-length integer";

    public void Evaluate(ReadOnlySpan<double> inputs, Span<double> outputs)
    {
        int bits = inputs[0] < 1 ? 1 : Math.ILogB(inputs[0]) + 1;
        outputs[0] = (bits + BitsPerByte - 1) / BitsPerByte;
    }
}
