namespace MlsdEstimator;

/// <summary>What we believe about a quantity of any type: the reading of <see cref="Estimate{T}"/> for lists of mixed types.</summary>
public interface IEstimate
{
    /// <summary>The 5 % point of belief.</summary>
    IQuantity Low { get; }

    /// <summary>The middle of belief. It may differ from the nominal value, which has every input at its best guess.</summary>
    IQuantity Median { get; }

    /// <summary>The 95 % point of belief.</summary>
    IQuantity High { get; }

    /// <summary>The mean; saturated when any draw is infeasible.</summary>
    IQuantity Mean { get; }

    /// <summary>Share of draws in which the quantity cannot be: overload, a misfit.</summary>
    Fraction ProbabilityInfeasible { get; }

    /// <summary>Number of draws behind the figures.</summary>
    int Samples { get; }

    /// <summary>Any point of belief.</summary>
    /// <param name="probability">Strictly between 0 and 1.</param>
    IQuantity Quantile(double probability);
}
