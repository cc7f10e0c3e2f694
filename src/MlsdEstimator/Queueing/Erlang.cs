namespace MlsdEstimator;

/// <summary>Erlang's formulas for any load and any number of servers, from one to millions.</summary>
/// <remarks>
/// Offered load in erlangs = arrivals x mean service time: the servers busy if there were enough. A fraction of a server is read by the continuous extension of the
/// formulas, which goal seek and needs that are not rounded ask for; buy whole ones. Erlang 1917; Cooper, Introduction to Queueing Theory (1981).
/// </remarks>
/// <example><code>Fraction waits = Erlang.C(offeredLoad: 8, servers: 10);   // 40.9%</code></example>
public static class Erlang
{
    /// <summary>
    /// Probability of being turned away where nobody can wait: B(c) = a B(c-1) / (c + a B(c-1)), B(0) = 1. The law of the service time does not matter.
    /// </summary>
    /// <param name="offeredLoad">Load in erlangs, not negative; it may exceed the servers.</param>
    /// <param name="servers">Servers, not negative.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is negative.</exception>
    public static Fraction B(Scalar offeredLoad, Scalar servers) => Of(waiting: false, offeredLoad, servers);

    /// <summary>
    /// Probability of waiting where all wait: C = c B / (c - a (1 - B)). Poisson arrivals, exponential service, patient callers. Saturated, with no number,
    /// from load = servers on.
    /// </summary>
    /// <param name="offeredLoad">Load in erlangs, not negative.</param>
    /// <param name="servers">Servers, not negative.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is negative.</exception>
    public static Fraction C(Scalar offeredLoad, Scalar servers)
    {
        Scalar load = Require.NonNegative(offeredLoad, "offered load"), count = Require.NonNegative(servers, "servers");
        return Of(waiting: true, load.FeasibleWhen(load < count, Infeasibility.Saturated), count);
    }

    /// <summary>Least servers at which no more than a given part is turned away, whole.</summary>
    /// <param name="offeredLoad">Load in erlangs, not negative.</param>
    /// <param name="blocked">Part that may be turned away, above 0 and below 100 %.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its range.</exception>
    public static Scalar ServersFor(Scalar offeredLoad, Fraction blocked)
    {
        Scalar load = Require.NonNegative(offeredLoad, "offered load");
        Fraction limit = Require.FractionBelowOne(Require.PositiveFraction(blocked, "part turned away"), "part turned away");
        return Quantity.Function<Scalar>(default(ErlangStaffing), load, limit).Ceiling();
    }

    private static Fraction Of(bool waiting, Scalar offeredLoad, Scalar servers) =>
        Quantity.Function<Fraction>(new ErlangFunction(waiting), Require.NonNegative(offeredLoad, "offered load"), Require.NonNegative(servers, "servers"));
}
