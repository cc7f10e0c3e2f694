namespace MlsdEstimator;

/// <summary>Sensitivities as a reading of a quantity: which inputs matter.</summary>
public static class SensitivityExtensions
{
    extension<T>(Quantity<T> quantity)
        where T : Quantity<T>, IQuantity<T>
    {
        /// <summary>What each input does to this quantity, the widest swing first.</summary>
        /// <remarks>
        /// Elasticities come from one backward pass at the best guesses; the swing sets each uncertain input to its own 5 % and 95 % point, the others at
        /// their best guess; the shares of variance come from one simulation, by projecting the draws on polynomials of each input alone.
        /// </remarks>
        /// <param name="options">Draws for the shares of variance.</param>
        /// <returns>One entry for each uncertain input and each named certain one; empty when the quantity has neither.</returns>
        /// <exception cref="EstimateException">The quantity is infeasible at best guesses.</exception>
        public IReadOnlyList<Sensitivity<T>> Sensitivities(SimulationOptions? options = null)
        {
            ArgumentNullException.ThrowIfNull(quantity);
            _ = quantity.BaseValue;
            return new SensitivityAnalysis<T>(quantity, options ?? new SimulationOptions()).Entries;
        }
    }
}
