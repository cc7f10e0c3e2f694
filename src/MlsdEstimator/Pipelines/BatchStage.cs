namespace MlsdEstimator;

/// <summary>One stage of a batch job: tasks over partitions, in waves over the slots of the cluster.</summary>
/// <remarks>
/// tasks = ceiling(data / partition); waves = ceiling(tasks / slots); time = (waves - 1 + skew) x task: the last wave waits for the largest partition. Nothing to read takes no time.
/// Idle in the last wave = 1 - tasks / (waves x slots).
/// </remarks>
/// <example><code>var stage = new BatchStage { Data = 1.Tebibytes, Slots = 85, TaskTime = 12.Seconds };   // 8,192 tasks, 97 waves, 19 min</code></example>
public sealed record BatchStage : Estimator
{
    /// <summary>Bytes that the stage reads. Not negative: a filter before it may leave nothing.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The size is negative.</exception>
    public required DataSize Data { get; init => field = Require.NonNegative(value, "data of the stage"); }

    /// <summary>Bytes of one partition, above 0. Default 128 MiB.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not above 0.</exception>
    public DataSize PartitionSize { get; init => field = Require.Positive(value, "partition size"); } = PipelineDefaults.PartitionSize;

    /// <summary>Tasks that run at once: executors x cores. A whole number, at least 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not a certain whole number of at least 1.</exception>
    public required Scalar Slots { get; init => field = Require.WholeAtLeast(1, value, "task slots"); }

    /// <summary>Time of a task of the usual size. Above 0: measure it, or partition / throughput of a core.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not above 0.</exception>
    public required Duration TaskTime { get; init => field = Require.Positive(value, "task time"); }

    /// <summary>Largest partition over the usual one, at least 1. Default 1: keys are even, a lower bound of the time.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Below 1.</exception>
    public Scalar Skew { get; init => field = Require.AtLeast(1, value, "skew"); } = PipelineDefaults.NoSkew;

    /// <summary>Tasks of the stage.</summary>
    public Scalar Tasks => Result("tasks", () => (Data / PartitionSize).Ceiling());

    /// <summary>Rounds in which the slots work through them.</summary>
    public Scalar Waves => Result("waves", () => (Tasks / Slots).Ceiling());

    /// <summary>Time of the stage.</summary>
    public Duration Time => Result("stage time", () => (Waves - 1 + Skew) * Scalar.Min(1, Waves) * TaskTime);

    /// <summary>Part of all slots x waves that has no task: the rest of the last wave.</summary>
    public Fraction LastWaveIdle => Result("idle in the last wave", () => 1 - Fraction.FromScalar(Tasks / (Scalar.Max(1, Waves) * Slots)));

    /// <inheritdoc/>
    public override IReadOnlyList<IQuantity> Results => [Tasks, Waves, Time, LastWaveIdle];
}
