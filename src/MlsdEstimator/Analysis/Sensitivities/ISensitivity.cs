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

    /// <summary>Part of the variance that this input explains alone, 0 to 1; null where the quantity has no variance or is infeasible in some draws.</summary>
    double? VarianceShare { get; }
}
