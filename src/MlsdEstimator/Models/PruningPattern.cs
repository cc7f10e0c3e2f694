namespace MlsdEstimator;

/// <summary>Which weights are pruned; it decides whether anything gets faster.</summary>
public enum PruningPattern
{
    /// <summary>Single weights anywhere: fewer bytes stored, the same operations and times on ordinary hardware.</summary>
    Unstructured,

    /// <summary>Whole channels, heads or layers: fewer bytes and fewer operations.</summary>
    Structured,

    /// <summary>Two of every four neighbours: matrix products up to twice as fast on hardware that has it.</summary>
    TwoOfFour,
}
