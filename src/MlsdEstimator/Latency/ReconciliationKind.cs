namespace MlsdEstimator;

/// <summary>What explains a trace of a path.</summary>
public enum ReconciliationKind
{
    /// <summary>The model, as it is, within 5 % at both percentiles.</summary>
    Agrees,

    /// <summary>The stages are slow together: a load they share.</summary>
    CommonLoad,

    /// <summary>A stage that the model does not have.</summary>
    UnattributedStage,

    /// <summary>Nothing: the trace and the stages contradict each other.</summary>
    Impossible,
}
