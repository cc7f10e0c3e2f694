namespace MlsdEstimator;

/// <summary>How a simulation chooses its points.</summary>
public enum SimulationMethod
{
    /// <summary>A scrambled Sobol sequence: needs 10 to 100 times fewer points than random draws for the same error of a quantile or mean. Quantiles need fewer still where log-normal inputs multiply a result, because their distribution is then averaged, not counted.</summary>
    Sobol,

    /// <summary>Independent random draws: what tests of distributions assume. Quantiles are those of the draws.</summary>
    Random,

    /// <summary>
    /// Latin hypercube: every input evenly covered by as many strata as there are draws, the inputs joined at random. Better than random draws where the inputs
    /// act nearly one by one; a Sobol sequence is better still and needs fewer points.
    /// </summary>
    LatinHypercube,
}
