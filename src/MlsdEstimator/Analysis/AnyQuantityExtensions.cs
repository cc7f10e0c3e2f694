namespace MlsdEstimator;

/// <summary>Readings of a quantity whose type is known only when the program runs, such as a result found by name.</summary>
/// <remarks>
/// Where a second quantity must be of a certain type, the name ends in "Any" and the type is checked in the run; the typed readings check it when they compile.
/// </remarks>
public static class AnyQuantityExtensions
{
    extension(IQuantity quantity)
    {
        /// <summary>Draws the quantity and tells what we believe about it.</summary>
        /// <param name="options">Number of draws and seed.</param>
        public IEstimate Simulate(SimulationOptions? options = null)
        {
            ArgumentNullException.ThrowIfNull(quantity);
            return Simulation.Run([quantity], options).Of(quantity);
        }

        /// <summary>What each input does to this quantity, the widest swing first.</summary>
        /// <param name="options">Draws for the shares of variance.</param>
        /// <returns>One entry for each uncertain input and each named certain one; empty when the quantity has neither.</returns>
        /// <exception cref="EstimateException">The quantity is infeasible at best guesses.</exception>
        /// <example><code>foreach (ISensitivity driver in sheet["peak QPS"].Sensitivities()) { ... }</code></example>
        public IReadOnlyList<ISensitivity> Sensitivities(SimulationOptions? options = null)
        {
            ArgumentNullException.ThrowIfNull(quantity);
            return quantity.Accept(new SensitivityReader(options));
        }

        /// <summary>Finds the value of an input that makes this quantity hit a target, as <c>SolveFor</c> does.</summary>
        /// <param name="input">An input of this quantity: an uncertain one, or a named certain one.</param>
        /// <param name="target">Value to hit; certain, of the type of this quantity.</param>
        /// <param name="confidence">Without it all other inputs are at their best guess; with it this point of belief about the quantity hits the target.</param>
        /// <returns>The solutions, or why there is none.</returns>
        /// <exception cref="ArgumentException">The quantity does not depend on the input, the input is computed, or the target is uncertain or of another type.</exception>
        /// <exception cref="ArgumentOutOfRangeException">The confidence is not strictly between 0 and 1.</exception>
        /// <example><code>IGoal most = sheet["peak QPS"].SolveForAny(sheet.Input("daily active users"), 200_000.PerSecond);</code></example>
        public IGoal SolveForAny(IQuantity input, IQuantity target, double? confidence = null)
        {
            ArgumentNullException.ThrowIfNull(quantity);
            ArgumentNullException.ThrowIfNull(input);
            return quantity.Accept(new GoalReader(input, target, confidence));
        }
    }

    private sealed class SensitivityReader(SimulationOptions? options) : IQuantityVisitor<IReadOnlyList<ISensitivity>>
    {
        public IReadOnlyList<ISensitivity> Visit<T>(T quantity)
            where T : Quantity<T>, IQuantity<T> => quantity.Sensitivities(options);
    }

    private sealed class GoalReader(IQuantity input, IQuantity target, double? confidence) : IQuantityVisitor<IGoal>
    {
        public IGoal Visit<T>(T quantity)
            where T : Quantity<T>, IQuantity<T> => input.Accept(new GoalInputReader<T>(quantity, Require.SameType(target, quantity, nameof(target)), confidence));
    }

    private sealed class GoalInputReader<T>(T quantity, T target, double? confidence) : IQuantityVisitor<IGoal>
        where T : Quantity<T>, IQuantity<T>
    {
        public IGoal Visit<TInput>(TInput input)
            where TInput : Quantity<TInput>, IQuantity<TInput> => quantity.SolveFor(input, target, confidence);
    }
}
