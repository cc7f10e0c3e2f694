namespace MlsdEstimator;

/// <summary>How a published model was made smaller or faster.</summary>
public enum CompressionKind
{
    /// <summary>Fewer bits.</summary>
    Quantization,

    /// <summary>A student that learned from it.</summary>
    Distillation,

    /// <summary>Weights, heads or layers taken out.</summary>
    Pruning,
}
