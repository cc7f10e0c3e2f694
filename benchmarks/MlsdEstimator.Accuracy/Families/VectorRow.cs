namespace MlsdEstimator.Accuracy;

/// <summary>A measured rate of an HNSW graph in memory.</summary>
internal sealed record VectorRow : Measurement
{
    /// <summary>The node that was measured.</summary>
    public required AnnNode Node { get; init; }

    /// <summary>False where recall or workers are not published: such rows are predicted with a wider range, and fitted to none.</summary>
    public required bool IsKnown { get; init; }

    /// <summary>Seconds of a query on one of the workers.</summary>
    public double Seconds => Node.Workers.BaseValue / Value;
}
