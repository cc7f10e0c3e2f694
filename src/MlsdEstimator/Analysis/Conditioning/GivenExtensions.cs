namespace MlsdEstimator;

/// <summary>Conditioning as a reading of a run: what is left of the inputs once something was measured.</summary>
public static class GivenExtensions
{
    extension(Simulation run)
    {
        /// <summary>Narrows the inputs by one measurement.</summary>
        /// <remarks>
        /// Error model: ln(measured) = ln(quantity) + e, e normal with mean 0 and standard deviation ln(1 + relative error). Log-normal and (low, best, high)
        /// inputs that the quantity is a product, quotient or power of are drawn from their exact conditional distribution; all others keep their draws and are weighted.
        /// Draws in which the quantity is infeasible have no weight.
        /// </remarks>
        /// <param name="quantity">What was measured: any quantity that rests on ranges, whether it was part of the run or not.</param>
        /// <param name="measured">What was read; certain, above 0.</param>
        /// <param name="relativeError">Standard deviation of the reading, relative: 2.Percent. Certain, at least one millionth.</param>
        /// <typeparam name="T">Type of the quantity.</typeparam>
        /// <returns>The narrowed, correlated inputs, with seed, method and number of draws of this run.</returns>
        /// <exception cref="ArgumentException">
        /// The quantity is certain, the reading is not, or the quantity is a percentile or mean over requests: then state which, with a <see cref="Measurement"/>.
        /// </exception>
        /// <exception cref="ArgumentOutOfRangeException">The reading or its error is not above 0.</exception>
        /// <exception cref="EstimateException">
        /// The measurement is impossible under the model, or too few draws agree with it; the message says where the model puts it, or how many draws would do.
        /// </exception>
        /// <example>
        /// <code>
        /// Simulation run = Simulation.Run([peak, cost]);
        /// Posterior tested = run.Given(peak, 60_000.PerSecond, 2.Percent);
        /// Console.WriteLine(tested);              // which inputs narrowed, by how much
        /// Console.WriteLine(tested.Of(cost));     // what that does to the cost
        /// </code>
        /// </example>
        public Posterior Given<T>(Quantity<T> quantity, T measured, Fraction relativeError)
            where T : Quantity<T>, IQuantity<T> => run.Given(Measurement.Of(quantity, measured, relativeError));

        /// <summary>Narrows the inputs by several measurements at once. Their order does not matter.</summary>
        /// <param name="measurements">At least one; their errors are independent of each other.</param>
        /// <exception cref="ArgumentException">None is given, or one does not state what decides its answer.</exception>
        /// <exception cref="EstimateException">They are impossible under the model, contradict each other, or too few draws agree with them.</exception>
        public Posterior Given(params IReadOnlyList<Measurement> measurements)
        {
            ArgumentNullException.ThrowIfNull(run);
            return Posterior.Of(PosteriorState.Prior(run.Options), [], measurements);
        }
    }
}
