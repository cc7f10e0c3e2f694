namespace MlsdEstimator;

/// <summary>Executors of a Spark application on the nodes of a cluster, by the rule of thumb that leaves one core and one gigabyte of each node to the system.</summary>
/// <remarks>
/// executors per node = floor((cores - 1) / cores of an executor); executors = that x nodes - 1, one being left for the driver;
/// heap = floor((memory - 1 GiB) / executors per node x (1 - overhead)), in whole GiB: Spark's "19g" is GiB.
/// </remarks>
/// <example><code>var cluster = new SparkCluster { Nodes = 6, CoresPerNode = 16, MemoryPerNode = 64.Gibibytes };   // 17 executors of 18 GiB</code></example>
public sealed record SparkCluster : Estimator
{
    /// <summary>Nodes: a whole number, at least 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not a certain whole number of at least 1.</exception>
    public required Scalar Nodes { get; init => field = Require.WholeAtLeast(1, value, "nodes"); }

    /// <summary>Cores of a node: a whole number, at least 2.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not a certain whole number of at least 2.</exception>
    public required Scalar CoresPerNode { get; init => field = Require.WholeAtLeast(2, value, "cores per node"); }

    /// <summary>Memory of a node. Above 1 GiB, which is left to the system.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not above 0.</exception>
    public required DataSize MemoryPerNode { get; init => field = Require.Positive(value, "memory per node"); }

    /// <summary>Cores of an executor: a whole number, at least 1. Default 5, beyond which the HDFS client does not gain.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not a certain whole number of at least 1.</exception>
    public Scalar CoresPerExecutor { get; init => field = Require.WholeAtLeast(1, value, "cores per executor"); } = PipelineDefaults.ExecutorCores;

    /// <summary>Part of an executor's memory that is not heap, below 100 %. Default 10 %; older guides used 7 %.</summary>
    /// <exception cref="ArgumentOutOfRangeException">100 %.</exception>
    public Fraction MemoryOverhead { get; init => field = Require.FractionBelowOne(value, "memory overhead"); } = PipelineDefaults.MemoryOverhead;

    /// <summary>Executors of one node.</summary>
    public Scalar ExecutorsPerNode => Result("executors per node", () => ((CoresPerNode - 1) / CoresPerExecutor).Floor());

    /// <summary>Executors of the application.</summary>
    public Scalar Executors => Result("executors", () => ExecutorsPerNode * Nodes - 1);

    /// <summary>Tasks that run at once.</summary>
    public Scalar Slots => Result("task slots", () => Executors * CoresPerExecutor);

    /// <summary>Heap of one executor.</summary>
    public DataSize Heap => Result("executor heap", () => ((MemoryPerNode - LeftToSystem) / ExecutorsPerNode * (1 - MemoryOverhead).AsScalar() / DataSize.Gibibyte).Floor() * DataSize.Gibibyte);

    /// <inheritdoc/>
    public override IReadOnlyList<IQuantity> Results => [ExecutorsPerNode, Executors, Slots, Heap];

    /// <inheritdoc/>
    protected override IEnumerable<string> Contradictions
    {
        get
        {
            if ((CoresPerExecutor > CoresPerNode - 1).Nominally == true)
                yield return $"an executor of {CoresPerExecutor} cores does not fit a node of {CoresPerNode}, one of which is left to the system";
            if ((MemoryPerNode <= LeftToSystem).Nominally == true)
                yield return $"a node has {MemoryPerNode}, and {LeftToSystem} is left to the system";
            if (Nodes.Value == 1 && CoresPerNode.Value - 1 < 2 * CoresPerExecutor.Value)
                yield return $"one node of {CoresPerNode} cores has room for the driver alone; add nodes or cores";
        }
    }

    private static DataSize LeftToSystem { get; } = DataSize.Gibibyte;
}
