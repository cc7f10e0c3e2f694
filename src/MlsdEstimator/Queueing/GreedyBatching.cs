namespace MlsdEstimator;

/// <summary>
/// An inference server that works in batches and starts the next one, of whatever waits, as soon as it is free: the batch that forms, and what it costs in
/// time.
/// </summary>
/// <remarks>
/// Time of a batch of b = per batch + per item x b. Exact mean from the Markov chain of the queue left when a batch ends: batch = min(max(left, 1), largest
/// batch), arrivals Poisson.
/// Stable below largest batch / time of the largest batch, or 1 / per item without a largest one; with a largest one, closer than 0.05 % to it counts as
/// saturated too.
/// Exact for one instance; several instances are taken to get equal shares of the arrivals, each with its own queue: one shared queue is a little faster.
/// This is what Triton does with a queue delay of 0. With a delay and spare instances: <see cref="TimedBatching"/>. Inoue, Queueing Systems 97 (2021), arXiv
/// 1912.06322.
/// </remarks>
/// <example>
/// <code>
/// var ranker = new GreedyBatching { Arrivals = 900.PerSecond, PerItem = 0.5.Milliseconds, PerBatch = 2.Milliseconds, MostPerBatch = 8 };
/// Scalar forms = ranker.MeanBatch;                                             // about 3.1: never assume the largest
/// </code>
/// </example>
public sealed record GreedyBatching : Estimator
{
    /// <summary>What arrives at all instances together, at its peak. Not negative.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The rate is negative.</exception>
    public required Rate Arrivals { get; init => field = Require.NonNegative(value, "arrivals"); }

    /// <summary>Time that each further item adds to a batch. Above 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not above 0.</exception>
    public required Duration PerItem { get; init => field = Require.Positive(value, "time per item"); }

    /// <summary>Time a batch takes before its items count: launches, weights read once. Not negative.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The time is negative.</exception>
    public required Duration PerBatch { get; init => field = Require.NonNegative(value, "time per batch"); }

    /// <summary>Largest batch, a whole number from 1 to 1,024; null when a batch takes all that waits.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not a certain whole number from 1 to 1,024.</exception>
    public Scalar? MostPerBatch { get; init => field = value is null ? null : BatchLimit.Valid(value); }

    /// <summary>Instances side by side, each with its own queue. At least 1. Default 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Below 1.</exception>
    public Scalar Instances { get; init => field = Require.AtLeast(1, value, "instances"); } = QueueingDefaults.OneInstance;

    /// <summary>Most that can be carried: instances x largest batch / its time, or instances / time per item.</summary>
    public Rate Capacity => Result("capacity", () => MostPerBatch is null ? Instances / PerItem : Instances * MostPerBatch / (PerBatch + PerItem * MostPerBatch));

    /// <summary>Items in a batch, the mean over batches.</summary>
    public Scalar MeanBatch => Result("mean batch", () => Chain.Output<Scalar>(GreedyChain.Batch));

    /// <summary>Time from arrival to the end of its batch, the mean over requests.</summary>
    public Duration MeanResponse => Result("mean response", () => Chain.Output<Duration>(GreedyChain.Response).Marked(Aspect.Mean));

    /// <summary>Part of the time that an instance is busy. It says little about head-room: an instance that is always busy may still form larger batches.</summary>
    public Fraction Busy => Result("time busy", () => Chain.Output<Fraction>(GreedyChain.Busy));

    /// <summary>Arrivals over capacity: the head-room that counts. Saturated from 100 % on.</summary>
    public Fraction Utilisation => Result("utilisation of the capacity", () => Fraction.FromScalar(Load / Capacity));

    /// <summary>
    /// Closed-form upper bound on <see cref="MeanResponse"/> where a batch takes all that waits, null with a largest batch: min(phi0, phi1) of Inoue (2021).
    /// 0.2 % above the exact mean at light and at heavy
    /// load, 9 % between.
    /// </summary>
    public Duration? Bound => MostPerBatch is null ? Result("upper bound of the mean response", () => Duration.Min(LightBound, HeavyBound).Marked(Aspect.Mean)) : null;

    /// <inheritdoc/>
    public override IReadOnlyList<IQuantity> Results => [Capacity, Utilisation, MeanBatch, MeanResponse, Busy];

    /// <inheritdoc/>
    public override IReadOnlyList<Finding> Findings
    {
        get
        {
            if (!Arrivals.IsFeasible || !Capacity.IsFeasible)
                return [];
            return MeanResponse.IsFeasible ? [.. QueueFindings.PerhapsSaturated(Arrivals / Capacity, Scalar.One, MeanResponse), .. SmallBatch] : [Saturated];
        }
    }

    private Rate Load => Result("carried load", () => Arrivals.FeasibleWhen(Arrivals < Capacity, Infeasibility.Saturated));

    private Rate PerInstance => Load / Instances;

    private FunctionCall Chain => Remember(() => new FunctionCall(new GreedyChain((int?)MostPerBatch?.Value), PerInstance, PerItem, PerBatch));

    private Scalar ItemLoad => PerInstance * PerItem;

    private Scalar BatchLoad => PerInstance * PerBatch;

    private Duration LightBound => (PerItem + PerBatch) / (2 * (1 - ItemLoad)) * (1 + 2 * BatchLoad + (1 - BatchLoad) / (1 + ItemLoad));

    private Duration HeavyBound => 1.5 * PerBatch / (1 - ItemLoad) + PerItem / 2 * ((ItemLoad + 2) / (1 - ItemLoad * ItemLoad));

    private Finding Saturated => new(Severity.Error, FindingCodes.Infeasible, $"Saturated: {Instances} x batches {(MostPerBatch is null ? "without a limit" : $"of at most {MostPerBatch}")} carry {Capacity}, but {Arrivals} arrive; at least {InstancesNeeded} instances are needed.", Capacity);

    private Scalar InstancesNeeded => Scalar.Max((Arrivals / Capacity * Instances).Floor(), Instances.Floor()) + 1;

    private IEnumerable<Finding> SmallBatch
    {
        get
        {
            if (MostPerBatch is not null && (MeanBatch < MostPerBatch / 2).Nominally == true)
                yield return new Finding(Severity.Note, FindingCodes.Consequence, $"Batches of {MeanBatch} form, not of {MostPerBatch}: throughput and cost per item at this load are those of the batch that forms.", MeanBatch);
        }
    }
}
