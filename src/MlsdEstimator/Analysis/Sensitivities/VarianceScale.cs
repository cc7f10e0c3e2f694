namespace MlsdEstimator;

/// <summary>Of what the shares of variance are shares.</summary>
public enum VarianceScale
{
    /// <summary>Of the variance of the quantity.</summary>
    Value,

    /// <summary>
    /// Of the variance of its natural logarithm: the variance of the quantity is not settled by the draws, because a few large ones make most of it, or it is infinite.
    /// </summary>
    Logarithm,
}
