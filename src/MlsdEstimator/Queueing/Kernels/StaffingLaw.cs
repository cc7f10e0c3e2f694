namespace MlsdEstimator;

/// <summary>Servers of M/M/c, not rounded, at which a service level is just kept. Inputs: offered load in erlangs, the level's time in mean service times.</summary>
/// <param name="IsResponse">The time counts wait and service; else the wait alone.</param>
/// <param name="Level">Part of the requests in time.</param>
internal readonly record struct StaffingLaw(bool IsResponse, double Level) : IFunction
{
    /// <summary>A queue needs more servers than its load, by more than the rounding that a guarded ceiling forgives.</summary>
    private const double AboveLoad = 1 + 1e-7;

    public string Name => IsResponse ? "servers for a response" : "servers for a wait";

    public void Evaluate(ReadOnlySpan<double> inputs, Span<double> outputs)
    {
        (double load, double limit) = (inputs[0], inputs[1]);
        if (load >= 0 && limit >= 0 && !(IsResponse && Math.Exp(-limit) >= 1 - Level))
            outputs[0] = LeastServers(load, limit);
    }

    private double LeastServers(double load, double limit)
    {
        StaffingLaw law = this;
        double least = Math.Max(1, load * AboveLoad);
        return RisingRoot.Above(servers => 1 - law.Level - law.Tail(load, servers, limit), least, Math.Max(0.5, Math.Sqrt(load) / 4));
    }

    private double Tail(double load, double servers, double limit)
    {
        MarkovQueue queue = MarkovQueue.Of(load, servers);
        return IsResponse ? queue.ResponseTail(limit) : queue.WaitTail(limit);
    }
}
