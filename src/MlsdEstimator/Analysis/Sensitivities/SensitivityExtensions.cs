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
        /// their best guess, or where they are correlated with it at the middle of what is then believed about them.
        /// First-order shares of variance come from one simulation (least squares on functions of each input alone), total shares from one more for each input
        /// (Jansen's estimator), made when the first total is read; nothing is drawn before a share is read. Inputs correlated with each other have no shares; the others keep theirs.
        /// Where the variance is not settled by the draws the shares are those of the logarithm, and where some draws are infeasible there are none; each entry says so.
        /// </remarks>
        /// <param name="options">Draws for the shares of variance; at least 256 are made.</param>
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
