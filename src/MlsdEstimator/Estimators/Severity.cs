namespace MlsdEstimator;

/// <summary>How much a finding matters.</summary>
public enum Severity
{
    /// <summary>A consequence for the design, worth saying aloud.</summary>
    Note,

    /// <summary>Probably a mistake, or an assumption that decides the answer.</summary>
    Warning,

    /// <summary>The design cannot work as stated: overload, a misfit.</summary>
    Error,
}
