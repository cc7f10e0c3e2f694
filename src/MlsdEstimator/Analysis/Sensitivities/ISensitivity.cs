namespace MlsdEstimator;

/// <summary>What one input does to a quantity of any type: the reading of <see cref="Sensitivity{T}"/> where types are known only when the program runs.</summary>
public interface ISensitivity
{
    /// <summary>The input.</summary>
    IQuantity Input { get; }

    /// <summary>Percent that the quantity changes when the input changes by one percent, at best guesses.</summary>
    double Elasticity { get; }

    /// <summary>The quantity with this input at its own low end and all others at their best guess.</summary>
    IQuantity AtLow { get; }

    /// <summary>The quantity with this input at its own high end and all others at their best guess.</summary>
    IQuantity AtHigh { get; }

    /// <summary>The name of the input, or its kind and range where it has none.</summary>
    string Label { get; }

    /// <summary>Part of the variance that this input explains alone, 0 to 1; null for a certain input, and where <see cref="VarianceNote"/> says why.</summary>
    double? VarianceShare { get; }

    /// <summary>Standard error of <see cref="VarianceShare"/>.</summary>
    double? VarianceShareError { get; }

    /// <summary>Part of the variance in which this input takes part, alone or together with others. Computed at the first reading: one more run for each input.</summary>
    double? TotalVarianceShare { get; }

    /// <summary>Standard error of <see cref="TotalVarianceShare"/>.</summary>
    double? TotalVarianceShareError { get; }

    /// <summary>Why there are no shares of variance for this input, or why they are shares of the variance of the logarithm; null where they are what they say.</summary>
    string? VarianceNote { get; }
}
