namespace MlsdEstimator;

/// <summary>An inference server that holds the oldest request back for a while to gather a batch, with an instance always free to run it.</summary>
/// <remarks>
/// A batch goes when it is full or when its first request has waited the delay: items = 1 + min(Poisson arrivals in the delay, largest - 1).
/// Light load only: at half of the instances busy requests begin to wait for an instance too, which comes on top. At few arrivals per delay the timer is pure
/// loss: it adds its delay and gathers nobody.
/// Semantics of max_queue_delay_microseconds in Triton.
/// </remarks>
/// <example>
/// <code>
/// var server = new TimedBatching
/// {
///     Arrivals = 2_000.PerSecond, Delay = 5.Milliseconds, MostPerBatch = 16, PerItem = 0.2.Milliseconds, PerBatch = 2.Milliseconds, Instances = 4,
/// };
/// </code>
/// </example>
public sealed record TimedBatching : Estimator
{
    /// <summary>What arrives. Not negative.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The rate is negative.</exception>
    public required Rate Arrivals { get; init => field = Require.NonNegative(value, "arrivals"); }

    /// <summary>Longest time the first request of a batch is held back. Not negative.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The time is negative.</exception>
    public required Duration Delay { get; init => field = Require.NonNegative(value, "queue delay"); }

    /// <summary>Largest batch, a whole number from 1 to 1,024.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not a certain whole number from 1 to 1,024.</exception>
    public required Scalar MostPerBatch { get; init => field = BatchLimit.Valid(Require.NotNull(value, "largest batch")); }

    /// <summary>Time that each further item adds to a batch. Not negative.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The time is negative.</exception>
    public required Duration PerItem { get; init => field = Require.NonNegative(value, "time per item"); }

    /// <summary>Time a batch takes before its items count. Not negative.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The time is negative.</exception>
    public required Duration PerBatch { get; init => field = Require.NonNegative(value, "time per batch"); }

    /// <summary>Instances that run batches from the one queue. At least 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Below 1.</exception>
    public required Scalar Instances { get; init => field = Require.AtLeast(1, value, "instances"); }

    /// <summary>Items in a batch, the mean over batches.</summary>
    public Scalar MeanBatch => Result("mean batch", () => Timer.Output<Scalar>(BatchTimer.Batch));

    /// <summary>Wait for the batch to fill or the timer to run out, the mean over requests.</summary>
    public Duration AddedWait => Result("mean wait for the batch", () => (Timer.Output<Scalar>(BatchTimer.Wait) * Delay).Marked(Aspect.Mean));

    /// <summary>Time from arrival to the end of its batch, the mean over requests: most of them are in the larger batches.</summary>
    public Duration MeanResponse => Result("mean response", () =>
        (AddedWait + PerBatch + PerItem * BatchOfARequest).FeasibleWhen(BusyInstances < Instances, Infeasibility.Saturated).Marked(Aspect.Mean));

    /// <summary>Instances busy on average: batches a second x time of the mean batch.</summary>
    public Scalar BusyInstances => Result("instances busy", () => Arrivals / MeanBatch * (PerBatch + PerItem * MeanBatch));

    /// <inheritdoc/>
    public override IReadOnlyList<IQuantity> Results => [MeanBatch, AddedWait, MeanResponse, BusyInstances];

    /// <inheritdoc/>
    public override IReadOnlyList<Finding> Findings => BusyInstances.IsFeasible ? [.. Busy, .. PureLoss] : [];

    private FunctionCall Timer => Remember(() => new FunctionCall(new BatchTimer((int)MostPerBatch.Value), Arrivals * Delay));

    /// <summary>Items in the batch that a request finds itself in: larger batches hold more requests.</summary>
    private Scalar BatchOfARequest => Timer.Output<Scalar>(BatchTimer.Square) / MeanBatch;

    private IEnumerable<Finding> Busy
    {
        get
        {
            if ((BusyInstances >= Instances).Nominally == true)
                yield return new Finding(Severity.Error, FindingCodes.Infeasible, $"Saturated: the batches keep {BusyInstances} instances busy, but there are {Instances}; add instances, or gather larger batches.", BusyInstances);
            else if ((BusyInstances > Instances / 2).Nominally == true)
                yield return new Finding(Severity.Warning, FindingCodes.Consequence, $"{BusyInstances} of {Instances} instances are busy: batches begin to wait for an instance, which is not counted here; see GreedyBatching.", MeanResponse);
        }
    }

    private IEnumerable<Finding> PureLoss
    {
        get
        {
            if ((MostPerBatch > 1).And(MeanBatch < 2).And(AddedWait > Delay / 2).Nominally == true)
                yield return new Finding(Severity.Warning, FindingCodes.Consequence, $"The delay of {Delay} adds {AddedWait} to a request and gathers {MeanBatch} a batch: at this load it is pure loss; set it to 0.", AddedWait);
        }
    }
}
