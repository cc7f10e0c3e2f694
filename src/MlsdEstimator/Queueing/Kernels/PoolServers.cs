namespace MlsdEstimator;

/// <summary>Servers, not rounded, with which enough requests are in time. Inputs: the program's, offered load, delay, limit; see <see cref="QueuedTail"/>.</summary>
/// <param name="Program">Law of the service and of whatever else counts into the limit.</param>
/// <param name="Level">Part of the requests that must be in time.</param>
internal sealed record PoolServers(LawProgram Program, double Level) : IFunction
{
    /// <summary>A queue needs more servers than its load, by more than the rounding that a guarded ceiling forgives.</summary>
    private const double AboveLoad = 1 + 1e-7;

    public string Name => "servers for a latency";

    public void Evaluate(ReadOnlySpan<double> inputs, Span<double> outputs)
    {
        (double load, double delay, double limit) = (inputs[Program.InputCount], inputs[Program.InputCount + 1], inputs[Program.InputCount + 2]);
        if (load >= 0 && delay >= 0 && limit >= 0 && Program.Law(inputs) is Law law)
            outputs[0] = Least(new QueuedTail(law, load, delay, limit), load);
    }

    /// <summary>None where the service alone is late too often.</summary>
    private double Least(QueuedTail tail, double load)
    {
        double late = 1 - Level;
        return tail.ServiceAlone < late
            ? RisingRoot.Above(servers => late - tail.With(servers), Math.Max(1, load * AboveLoad), Math.Max(0.5, Math.Sqrt(load) / 4))
            : double.NaN;
    }
}
