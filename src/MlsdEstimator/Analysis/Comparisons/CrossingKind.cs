namespace MlsdEstimator;

/// <summary>Why the best alternative changes at a value of an input.</summary>
public enum CrossingKind
{
    /// <summary>Both alternatives are equal there, or between it and the whole number before it where the input takes whole numbers only.</summary>
    Equal,

    /// <summary>One of them jumps there: a branch, a step of a table.</summary>
    Jump,

    /// <summary>The one that was best cannot be from there on.</summary>
    BecomesInfeasible,

    /// <summary>The one that is best from there on could not be before.</summary>
    BecomesFeasible,
}
