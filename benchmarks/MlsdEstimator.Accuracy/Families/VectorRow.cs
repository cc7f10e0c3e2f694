namespace MlsdEstimator.Accuracy;

/// <summary>A measured rate of an index: an HNSW graph in memory, or one that is refused.</summary>
internal sealed record VectorRow : Measurement
{
    /// <summary>The node, or null.</summary>
    public AnnNode? Node { get; init; }

    /// <summary>Why there is none.</summary>
    public string Refusal { get; init; } = "";

    /// <summary>Seconds of a query on one of the workers.</summary>
    public double Seconds => Node!.Workers.BaseValue / Value;
}
