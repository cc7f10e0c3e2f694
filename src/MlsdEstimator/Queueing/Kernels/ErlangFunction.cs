namespace MlsdEstimator;

/// <summary>Erlang's formulas as a function. Inputs: offered load in erlangs, servers. Output: a probability.</summary>
/// <param name="Waiting">C, the probability of waiting; else B, the probability of being blocked.</param>
internal readonly record struct ErlangFunction(bool Waiting) : IFunction
{
    public string Name => Waiting ? "Erlang C" : "Erlang B";

    public void Evaluate(ReadOnlySpan<double> inputs, Span<double> outputs)
    {
        (double load, double servers) = (inputs[0], inputs[1]);
        if (load >= 0 && servers >= 0)
            outputs[0] = Waiting ? ErlangKernel.Waiting(load, servers) : ErlangKernel.Blocking(load, servers);
    }
}
