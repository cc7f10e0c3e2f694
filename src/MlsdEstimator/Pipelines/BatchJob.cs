namespace MlsdEstimator;

/// <summary>Workers that a batch needs to be done in its window.</summary>
/// <remarks>workers = ceiling(items x time of one x (1 + retries) x stragglers / window). The items share the workers evenly; stragglers are the slowest worker over the mean.</remarks>
/// <example><code>var job = new BatchJob { Items = 31.Million, TimePerItem = 20.Milliseconds, Window = 4.Hours };   // 44 workers</code></example>
public sealed record BatchJob : Estimator
{
    /// <summary>Items of one run. Not negative.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    public required Scalar Items { get; init => field = Require.NonNegative(value, "items of a run"); }

    /// <summary>Time that one worker takes for one item. Above 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not above 0.</exception>
    public required Duration TimePerItem { get; init => field = Require.Positive(value, "time per item"); }

    /// <summary>Time in which a run must be done. Above 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not above 0.</exception>
    public required Duration Window { get; init => field = Require.Positive(value, "batch window"); }

    /// <summary>Items that are done again, for each item. Not negative. Default: none, a lower bound.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    public Scalar Retries { get; init => field = Require.NonNegative(value, "retried items"); } = PipelineDefaults.NoRetries;

    /// <summary>Time of the slowest worker over the mean, at least 1. Default 1: a lower bound.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Below 1.</exception>
    public Scalar Stragglers { get; init => field = Require.AtLeast(1, value, "slowest worker over the mean"); } = PipelineDefaults.NoStragglers;

    /// <summary>Price of a worker, not negative, or null when it is not to be priced.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The price is negative.</exception>
    public Spend? WorkerPrice { get; init => field = value is null ? null : Require.NonNegative(value, "worker price"); }

    /// <summary>Time that one worker would take for all of it.</summary>
    public Duration Work => Result("work of a run", () => Items * TimePerItem * (1 + Retries));

    /// <summary>Workers needed, whole.</summary>
    public Scalar Workers => Result("batch workers", () => (Work * Stragglers / Window).Ceiling());

    /// <summary>Time of a run on that many workers.</summary>
    public Duration RunTime => Result("run time", () => Work * Stragglers / Scalar.Max(Workers, Scalar.One));

    /// <summary>What one run costs, when workers are paid while it runs; null without a price.</summary>
    public Money? CostPerRun => WorkerPrice is null ? null : Result("cost of a run", () => WorkerPrice * (Workers * RunTime));

    /// <inheritdoc/>
    public override IReadOnlyList<IQuantity> Results => CostPerRun is null ? [Work, Workers, RunTime] : [Work, Workers, RunTime, CostPerRun];
}
