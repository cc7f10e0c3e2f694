namespace MlsdEstimator;

/// <summary>What one input does to a quantity.</summary>
/// <typeparam name="T">Type of the quantity.</typeparam>
public sealed class Sensitivity<T>
    where T : Quantity<T>, IQuantity<T>
{
    internal Sensitivity(IQuantity input, double elasticity, T atLow, T atHigh, double? varianceShare)
    {
        (Input, Elasticity, AtLow, AtHigh, VarianceShare) = (input, elasticity, atLow, atHigh, varianceShare);
    }

    /// <summary>The input.</summary>
    public IQuantity Input { get; }

    /// <summary>Percent that the quantity changes when the input changes by one percent, at best guesses. 0 where a ceiling flattens it; then read the swing.</summary>
    public double Elasticity { get; }

    /// <summary>The quantity with this input at its own low end and all others at their best guess.</summary>
    public T AtLow { get; }

    /// <summary>The quantity with this input at its own high end and all others at their best guess.</summary>
    public T AtHigh { get; }

    /// <summary>Part of the variance that this input explains alone, 0 to 1; null where the quantity has no variance or is infeasible in some draws.</summary>
    public double? VarianceShare { get; }

    /// <summary>Width of the swing in base units, infinite when an end is infeasible.</summary>
    internal double Swing => AtLow.IsFeasible && AtHigh.IsFeasible ? Math.Abs(AtHigh.BaseValue - AtLow.BaseValue) : double.PositiveInfinity;

    /// <summary>"requests per user per day: elasticity 1, 34.7 k/s to 347 k/s".</summary>
    public override string ToString() => Text.Of($"{Input.Name ?? "unnamed input"}: elasticity {Elasticity:0.##}, {AtLow} to {AtHigh}");
}
