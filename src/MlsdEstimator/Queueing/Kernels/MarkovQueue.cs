namespace MlsdEstimator;

/// <summary>Waiting and response time of M/M/c, first come first served; time is counted in mean service times.</summary>
/// <param name="Waits">Probability of waiting (Erlang C).</param>
/// <param name="Drain">Servers left over, c - a: the wait of those who wait is exponential with this rate.</param>
internal readonly record struct MarkovQueue(double Waits, double Drain)
{
    public static MarkovQueue Of(double load, double servers) => new(ErlangKernel.Waiting(load, servers), servers - load);

    /// <summary>P(wait > t) = C e^(-(c-a) t).</summary>
    public double WaitTail(double time) => Waits * Math.Exp(-Drain * time);

    /// <summary>P(wait + service > t). Written so that c - a = 1, where the textbook form is 0/0, is no special case.</summary>
    public double ResponseTail(double time) =>
        Math.Exp(-time) + Waits * time * Math.Exp(-Math.Min(1, Drain) * time) * MeanDecay(Math.Abs(Drain - 1) * time);

    public double ResponseQuantile(double level)
    {
        MarkovQueue queue = this;
        double serviceAlone = -Math.Log(1 - level);
        return RisingRoot.Above(time => (1 - level) - queue.ResponseTail(time), serviceAlone, Math.Max(1, 1 / Drain));
    }

    /// <summary>(1 - e^-x) / x, the mean of e^-t over 0..x, without cancellation: e^(-x/2) sinh(x/2) / (x/2).</summary>
    private static double MeanDecay(double x) => x switch
    {
        0 => 1,
        > 80 => 1 / x,
        _ => Math.Exp(-x / 2) * Math.Sinh(x / 2) / (x / 2),
    };
}
