namespace MlsdEstimator;

/// <summary>Memory that a container of a Spark executor asks for: heap and overhead.</summary>
/// <remarks>overhead = the larger of 384 MiB and a part of the heap.</remarks>
/// <example><code>var executor = new SparkExecutor { Heap = 18.Gibibytes };</code></example>
public sealed record SparkExecutor : Estimator
{
    /// <summary>Heap of the executor. Above 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not above 0.</exception>
    public required DataSize Heap { get; init => field = Require.Positive(value, "executor heap"); }

    /// <summary>Overhead over heap. Default 10 %.</summary>
    public Fraction MemoryOverhead { get; init => field = Require.Named(value, "memory overhead"); } = PipelineDefaults.MemoryOverhead;

    /// <summary>Memory beside the heap: threads, buffers, other processes.</summary>
    public DataSize Overhead => Result("executor overhead", () => DataSize.Max(PipelineDefaults.LeastOverhead, Heap * MemoryOverhead));

    /// <summary>Memory of the container.</summary>
    public DataSize Container => Result("executor container", () => Heap + Overhead);

    /// <inheritdoc/>
    public override IReadOnlyList<IQuantity> Results => [Overhead, Container];
}
