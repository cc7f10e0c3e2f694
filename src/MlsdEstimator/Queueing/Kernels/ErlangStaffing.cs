namespace MlsdEstimator;

/// <summary>Servers, not rounded, at which Erlang B falls to a limit. Inputs: offered load in erlangs, blocking probability.</summary>
internal readonly record struct ErlangStaffing : IFunction
{
    public string Name => "Erlang B, solved for servers";

    public void Evaluate(ReadOnlySpan<double> inputs, Span<double> outputs)
    {
        (double load, double limit) = (inputs[0], inputs[1]);
        if (load >= 0 && limit > 0)
            outputs[0] = load == 0 ? 0 : RisingRoot.Above(servers => limit - ErlangKernel.Blocking(load, servers), 0, Math.Max(1, load / 8));
    }
}
