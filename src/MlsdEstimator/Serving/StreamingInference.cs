namespace MlsdEstimator;

/// <summary>Answers kept fresh by micro-batches of events: the shortest interval that is stable, the machines for the one that is wanted, and how fresh answers are.</summary>
/// <remarks>
/// A batch of interval I takes f + (rate / workers) x I x c, and must end before the next: I >= f / (1 - rate x c / workers). An event waits half an interval on average, then its
/// batch is processed, and late events are waited for. Runs around the clock at the peak rate of events.
/// </remarks>
/// <example><code>new StreamingInference { Events = clicks, FixedTime = 0.5.Seconds, TimePerEvent = 40.Microseconds, Interval = 10.Seconds }</code></example>
public sealed record StreamingInference : ServingDesign
{
    /// <summary>Events that change an answer. Sized for their peak.</summary>
    public required Load Events { get; init => field = Require.NotNull(value, "events"); }

    /// <summary>Time of a micro-batch whatever it holds: scheduling, commit. Not negative.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The time is negative.</exception>
    public required Duration FixedTime { get; init => field = Require.NonNegative(value, "fixed time of a micro-batch"); }

    /// <summary>Time one event takes on one worker: features, score, write. Above 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not above 0.</exception>
    public required Duration TimePerEvent { get; init => field = Require.Positive(value, "time per event"); }

    /// <summary>From one micro-batch to the next. Above 0, and longer than the fixed time.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not above 0.</exception>
    public required Duration Interval { get; init => field = Require.Positive(value, "micro-batch interval"); }

    /// <summary>How long late events are waited for. Not negative. Null for not at all.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The time is negative.</exception>
    public Duration? Lateness { get; init => field = value is null ? null : Require.NonNegative(value, "lateness"); }

    /// <summary>Least workers: a whole number, at least 1; null for one.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not a certain whole number of at least 1.</exception>
    public Scalar? MinimumWorkers { get; init => field = value is null ? null : Require.WholeAtLeast(1, value, "least workers"); }

    /// <summary>What a worker is. Default "stream worker".</summary>
    /// <exception cref="ArgumentException">The text is empty.</exception>
    public string WorkerName { get; init => field = Require.NotBlank(value, "worker name"); } = "stream worker";

    /// <summary>Price of a worker, which runs all day, or null. Not negative.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The price is negative.</exception>
    public Spend? WorkerPrice { get; init => field = value is null ? null : Require.NonNegative(value, "worker price"); }

    /// <summary>Power of a worker, or null where nobody said. Not negative.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The power is negative.</exception>
    public Power? WorkerPower { get; init => field = value is null ? null : Require.NonNegative(value, "worker power"); }

    /// <summary>Percentile of the time of a look-up, or null where nobody said.</summary>
    public ServiceLevel? Lookup { get; init; }

    /// <summary>How often what an answer depends on changes, or null where that is not known.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The rate is negative.</exception>
    public Rate? Changes { get; init => field = value is null ? null : Require.NonNegative(value, "changes"); }

    /// <summary>The part of our belief about the need that the purchase covers, strictly between 0 and 1. Default 0.9.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not strictly between 0 and 1.</exception>
    public double Confidence { get; init => field = Require.InsideUnitInterval(value, "confidence"); } = Provision.DefaultConfidence;

    /// <inheritdoc/>
    public override ServingChoice Kind => ServingChoice.Streaming;

    /// <summary>Workers busy with events at peak.</summary>
    public Scalar BusyWorkers => Result("workers busy at peak", () => (Events.Peak * TimePerEvent).Marked(Aspect.Counts("workers")));

    /// <summary>Workers that end a batch within the interval, not rounded: a range. Infeasible where the fixed time takes all of the interval.</summary>
    public Scalar WorkersNeeded => Result("workers needed", () => Machines(BusyWorkers * Interval / TimeForEvents));

    /// <summary>The decision: need, number bought, confidence.</summary>
    public Provision Purchase => Remember(() => new Provision(WorkersNeeded, Scalar.Max(MinimumWorkers ?? Scalar.One, WorkersNeeded.ProvisionFor(Confidence).Bought), Confidence));

    /// <summary>Workers bought: certain and whole.</summary>
    public Scalar Workers => Result("workers bought", () => Machines(Purchase.Bought));

    /// <summary>Shortest interval that these workers keep at peak: fixed time / (1 - busy part). Infeasible when they cannot keep up at all.</summary>
    public Duration ShortestInterval => Result("shortest stable interval", () =>
        (FixedTime / (1 - BusyWorkers / Workers)).FeasibleWhen(Workers > BusyWorkers, "events come faster than the workers process them"));

    /// <summary>Time of a batch at peak.</summary>
    public Duration ProcessingTime => Result("processing of a micro-batch", () => FixedTime + BusyWorkers / Workers * Interval);

    /// <summary>How old answers are at peak: an event waits for its batch, late events, and the processing.</summary>
    public override Staleness Age => Remember(() => new Staleness { Interval = Interval, Delay = Lateness is null ? ProcessingTime : ProcessingTime + Lateness, Changes = Changes });

    /// <summary>What the workers cost; null without a price.</summary>
    public Spend? Cost => WorkerPrice is null ? null : Result("streaming cost", () => Workers * WorkerPrice);

    /// <inheritdoc/>
    public override Spend? WholeCost => Cost;

    /// <inheritdoc/>
    public override Spend? UnroundedCost => WorkerPrice is null ? null : Result("streaming cost, unrounded", () => WorkersNeeded * WorkerPrice);

    /// <inheritdoc/>
    public override ServiceLevel? PromisedLatency => Lookup;

    /// <inheritdoc/>
    public override Power? PowerDrawn => WorkerPower is null ? null : Result("power", () => Workers * WorkerPower);

    /// <inheritdoc/>
    public override IReadOnlyList<IQuantity> Results => Workers.IsFeasible
        ? [BusyWorkers, WorkersNeeded, Workers, ShortestInterval, ProcessingTime, .. Age.Results, .. new IQuantity?[] { Cost, PowerDrawn }.OfType<IQuantity>()]
        : [BusyWorkers, WorkersNeeded, Workers];

    /// <inheritdoc/>
    public override IReadOnlyList<Tier> Tiers => [new Tier(Title, WorkerName, Purchase, Cost)];

    /// <inheritdoc/>
    internal override IEnumerable<IQuantity> Necessary => Cost is null ? [Workers] : [Workers, Cost];

    internal override StreamingInference Under(TrafficChange change) => this with { Events = change.On(Events) };

    /// <summary>What the fixed time leaves of the interval.</summary>
    private Duration TimeForEvents => (Interval - FixedTime).FeasibleWhen(Interval > FixedTime, "the fixed time of a micro-batch takes all of its interval; make it longer");

    private static Scalar Machines(Scalar workers) => workers.Marked(Aspect.Counts("workers"));
}
