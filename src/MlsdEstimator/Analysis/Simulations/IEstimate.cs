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

    /// <summary>Standard error of the mean.</summary>
    IQuantity MeanError { get; }

    /// <summary>Standard deviation of our belief; saturated when any draw is infeasible.</summary>
    IQuantity StandardDeviation { get; }

    /// <summary>Standard error of the standard deviation.</summary>
    IQuantity StandardDeviationError { get; }

    /// <summary>Share of draws in which the quantity cannot be: overload, a misfit.</summary>
    Fraction ProbabilityInfeasible { get; }

    /// <summary>Standard error of that share.</summary>
    Fraction ProbabilityInfeasibleError { get; }

    /// <summary>Number of draws behind the figures.</summary>
    int Samples { get; }

    /// <summary>Any point of belief.</summary>
    /// <param name="probability">Strictly between 0 and 1.</param>
    IQuantity Quantile(double probability);

    /// <summary>Several points of belief, from one pass over the draws.</summary>
    /// <param name="probabilities">Each strictly between 0 and 1.</param>
    IReadOnlyList<IQuantity> Quantiles(params IReadOnlyList<double> probabilities);

    /// <summary>Standard error of a point of belief.</summary>
    /// <param name="probability">Strictly between 0 and 1.</param>
    IQuantity QuantileError(double probability);

    /// <summary>How likely the quantity is to exceed a value.</summary>
    /// <param name="threshold">A certain value of the same type.</param>
    /// <exception cref="ArgumentException">The threshold is uncertain, or of another type.</exception>
    Likelihood ProbabilityAbove(IQuantity threshold);

    /// <summary>How our belief is distributed, in bins.</summary>
    /// <param name="bins">Number of bins, 1 to 1,000.</param>
    IHistogram Histogram(int bins = 40);
}
