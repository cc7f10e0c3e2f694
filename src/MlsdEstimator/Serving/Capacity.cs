namespace MlsdEstimator;

/// <summary>What one replica carries, and how that is known: measured, from the time of a step, by the FLOP convention of interviews, or as one of a <see cref="ServerPool"/> that keeps an SLO.</summary>
/// <remarks>
/// <see cref="Full"/> is the rate of a replica that is always busy, <see cref="Usable"/> the rate that is planned for.
/// A measured capacity includes the queueing of its measurement; adding a queue to it would count the wait twice.
/// </remarks>
/// <example><code>Capacity replica = Capacity.Measured(180.PerSecond, percentile: 0.99, latency: 80.Milliseconds);</code></example>
public sealed class Capacity
{
    private readonly Func<string> basis;

    private Capacity(Rate full, Fraction load, string counts, Func<string> basis)
    {
        Counts = Require.NotBlank(counts, nameof(counts));
        Load = load;
        this.basis = basis;
        Full = full.Named($"{counts} per replica, always busy").Marked(Aspect.PerDevice, Aspect.Counts(counts));
        Usable = (Full * Load).Named($"{counts} per replica, planned").Marked(Aspect.PerDevice, Aspect.Counts(counts));
    }

    /// <summary>Rate of a replica that is always busy, or at the measured point.</summary>
    public Rate Full { get; }

    /// <summary>Rate a replica is planned for: full x load.</summary>
    public Rate Usable { get; }

    /// <summary>Part of <see cref="Full"/> that is planned for.</summary>
    public Fraction Load { get; }

    /// <summary>What is counted: "requests", "predictions".</summary>
    public string Counts { get; }

    /// <summary>How the capacity is known, for people: "measured at p99 80 ms".</summary>
    public string Basis => basis();

    /// <summary>True when only the model's arithmetic is counted: machine counts are then lower bounds.</summary>
    public bool IsModelOnly { get; private init; }

    /// <summary>Percentile of the latency that holds at this capacity, or null where nobody said.</summary>
    public ServiceLevel? Promise { get; private init; }

    /// <summary>The pool whose way of keeping its SLO decides how many replicas a load needs, or null.</summary>
    internal ServerPool? Pool { get; private init; }

    /// <summary>Measured: one replica does so many at a latency that was acceptable.</summary>
    /// <param name="rate">Rate of the measurement, above 0.</param>
    /// <param name="percentile">Percentile of the latency that was read, such as 0.99.</param>
    /// <param name="latency">That percentile at that rate, above 0.</param>
    /// <param name="load">Part of the measured rate to plan for. Default: all of it, because the measurement already holds its latency.</param>
    /// <param name="counts">What the rate counts.</param>
    /// <exception cref="ArgumentOutOfRangeException">The rate, latency or load is not above 0, or the percentile is not inside 0..1.</exception>
    public static Capacity Measured(Rate rate, double percentile, Duration latency, Fraction? load = null, string counts = "requests")
    {
        Rate measured = Require.Positive(rate, "measured rate per replica");
        Aspect level = Aspect.Percentile(percentile);
        Duration time = Require.Positive(latency, "measured latency");
        return new Capacity(measured, Planned(load ?? ServingDefaults.AsMeasured), counts, () => $"measured at {level} {time}") { Promise = ServiceLevel.Response(percentile, time) };
    }

    /// <summary>From the time of one step of a replica that works in batches: full rate = batch / step time.</summary>
    /// <param name="step">Time of one batch, above 0.</param>
    /// <param name="batch">Items in a batch, at least 1.</param>
    /// <param name="load">Part of the full rate to plan for, above 0: a replica at 100 % queues without end. Usual: 0.6 to 0.7.</param>
    /// <param name="counts">What a batch holds.</param>
    /// <exception cref="ArgumentOutOfRangeException">The step or load is not above 0, or the batch is below 1.</exception>
    public static Capacity StepTime(Duration step, Scalar batch, Fraction load, string counts = "requests")
    {
        Duration time = Require.Positive(step, "step time");
        Scalar items = Require.AtLeast(1, batch, "batch size");
        return new Capacity(items / time, Planned(load), counts, () => $"from a step of {time} for a batch of {items}");
    }

    /// <summary>The interview's way: peak arithmetic x utilisation x load, over the operations of one item. Counts the model alone.</summary>
    /// <param name="peak">Peak of the device at the precision used, dense, above 0.</param>
    /// <param name="utilisation">Part of the peak that a busy device reaches; no default, because 100 % is a classic mistake. The convention is 0.2 for serving, 0.4 for batch.</param>
    /// <param name="load">Part of the time it is planned to be busy, above 0. The convention is 0.6 for serving, 1 for batch.</param>
    /// <param name="work">Operations of one item, above 0.</param>
    /// <param name="counts">What an item is.</param>
    /// <exception cref="ArgumentOutOfRangeException">An input is not above 0.</exception>
    public static Capacity FlopConvention(FlopRate peak, Fraction utilisation, Fraction load, FlopCount work, string counts = "requests")
    {
        FlopRate reached = Require.Positive(peak, "peak FLOP/s") * Require.PositiveFraction(utilisation, "FLOP utilisation");
        Rate full = (reached / Require.Positive(work, "FLOPs per item")).Marked(Aspect.ModelOnly);
        return new Capacity(full, Planned(load), counts, () => "FLOP convention: peak x utilisation x load") { IsModelOnly = true };
    }

    /// <summary>
    /// A machine of a pool: as many of them as keep its SLO at the load they get, few carrying less each than many. <see cref="Usable"/> is what each carries at the pool's own peak.
    /// </summary>
    internal static Capacity Of(ServerPool pool)
    {
        Fraction load = Fraction.FromScalar(pool.OfferedLoad / pool.ServersNeeded);
        return new Capacity(pool.FullRate * pool.ServersPerMachine, load, pool.Requests.Counts, () => $"keeps {pool.Promise}")
        {
            Promise = pool.Promise,
            Pool = pool,
        };
    }

    /// <summary>Replicas for a rate at the planned load: a need, not yet a purchase.</summary>
    /// <param name="rate">Rate to carry.</param>
    /// <exception cref="ArgumentNullException">The rate is null.</exception>
    public Scalar ReplicasFor(Rate rate)
    {
        Require.NotNull(rate, nameof(rate));
        return Pool is null ? rate / Usable : (Pool with { Requests = MlsdEstimator.Load.Computed(rate, rate, Counts) }).Needed;
    }

    /// <summary>"~27.5 /s planned of ~46 /s (FLOP convention ...)".</summary>
    public override string ToString() => $"{Usable} planned of {Full} ({Basis})";

    private static Fraction Planned(Fraction load) => Require.PositiveFraction(load, "planned load");
}
