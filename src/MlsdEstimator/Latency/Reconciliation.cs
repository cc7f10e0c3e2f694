namespace MlsdEstimator;

/// <summary>How a model of a path and a trace of it fit together: what <see cref="LatencyPath.Measured"/> gives.</summary>
public sealed record Reconciliation
{
    internal Reconciliation(ReconciliationKind kind, string reason, LatencyPath? path) => (Kind, Reason, Path) = (kind, reason, path);

    /// <summary>What explains the trace.</summary>
    public ReconciliationKind Kind { get; }

    /// <summary>Why, with the numbers.</summary>
    public string Reason { get; }

    /// <summary>The path that reproduces the trace: with its common load, or with the stage that was missing; null when nothing does.</summary>
    public LatencyPath? Path { get; }

    /// <summary>Correlation of the stages' scores that explains the tail; null when it is not what explains it.</summary>
    public Fraction? CommonLoad { get; internal init; }

    /// <summary>Time that no stage of the model accounts for; null when nothing is missing.</summary>
    public LatencyProfile? Unattributed { get; internal init; }

    /// <summary>The reason.</summary>
    public override string ToString() => Reason;
}
