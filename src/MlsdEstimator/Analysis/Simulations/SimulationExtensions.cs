namespace MlsdEstimator;

/// <summary>Simulation as a reading of a quantity or condition.</summary>
public static class SimulationExtensions
{
    extension<T>(Quantity<T> quantity)
        where T : Quantity<T>, IQuantity<T>
    {
        /// <summary>Draws the quantity and tells what we believe about it.</summary>
        /// <param name="options">Number of draws and seed.</param>
        public Estimate<T> Simulate(SimulationOptions? options = null) => Simulation.Run([quantity], options).Of(quantity);
    }

    extension(Condition condition)
    {
        /// <summary>How often the condition holds, does not hold, or compares something infeasible.</summary>
        /// <param name="options">Number of draws and seed.</param>
        public ConditionEstimate Probability(SimulationOptions? options = null)
        {
            ArgumentNullException.ThrowIfNull(condition);
            return new ConditionEstimate(Simulation.Run([condition.Node], options ?? new SimulationOptions()).ColumnOf(condition.Node));
        }
    }
}
