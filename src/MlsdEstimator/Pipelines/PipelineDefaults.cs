namespace MlsdEstimator;

/// <summary>What pipeline estimators assume when nothing is said.</summary>
internal static class PipelineDefaults
{
    /// <summary>Beyond this the HDFS client of an executor does not gain.</summary>
    public static readonly Scalar ExecutorCores = Scalar.FromNumber(5).Named("cores per executor").AsDefault("Cloudera, tuning Apache Spark jobs: 5, a limit of the HDFS client");

    /// <summary>Memory beside the heap.</summary>
    public static readonly Fraction MemoryOverhead = Fraction.FromRatio(0.1).Named("memory overhead").AsDefault("Spark: spark.executor.memoryOverheadFactor = 0.10");

    /// <summary>Least memory beside the heap.</summary>
    public static readonly DataSize LeastOverhead = DataSize.FromMebibytes(384).Named("least memory overhead").Cited("Spark: spark.executor.minMemoryOverhead = 384 MiB");

    /// <summary>Bytes of a partition that is read.</summary>
    public static readonly DataSize PartitionSize = DataSize.FromMebibytes(128).Named("partition size").AsDefault("Spark: spark.sql.files.maxPartitionBytes = 128 MiB");

    /// <summary>All partitions alike.</summary>
    public static readonly Scalar NoSkew = Scalar.One.Named("skew").AsDefault("partitions alike: a lower bound");

    /// <summary>No item is done twice.</summary>
    public static readonly Scalar NoRetries = Scalar.Zero.Named("retried items").AsDefault("none: a lower bound");

    /// <summary>All workers alike.</summary>
    public static readonly Scalar NoStragglers = Scalar.One.Named("slowest worker over the mean").AsDefault("workers alike: a lower bound");
}
