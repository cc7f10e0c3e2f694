namespace MlsdEstimator;

/// <summary>A value of an input, of any type, at which the best alternative changes, all other inputs at their best guess.</summary>
public interface ICrossing
{
    /// <summary>Value of the input.</summary>
    IQuantity At { get; }

    /// <summary>Name of the best before it, in the direction of the search; null when none is feasible there.</summary>
    string? Before { get; }

    /// <summary>Name of the best after it; null when none is feasible there.</summary>
    string? After { get; }

    /// <summary>Why it changes.</summary>
    CrossingKind Kind { get; }
}
