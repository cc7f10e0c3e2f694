namespace MlsdEstimator.Tests;

/// <summary>The draws of a quantity, in the order they were made.</summary>
internal static class Draw
{
    public static double[] Of(IQuantity quantity, int samples = 3_000, ulong seed = SimulationOptions.DefaultSeed) => Of([quantity], samples, seed)[0];

    public static double[][] Of(IQuantity[] quantities, int samples = 3_000, ulong seed = SimulationOptions.DefaultSeed)
    {
        Node[] roots = [.. quantities.Select(quantity => quantity.Node)];
        Simulation run = Simulation.Run(roots, new SimulationOptions { Samples = samples, Seed = seed, Method = SimulationMethod.Random });
        return Array.ConvertAll(roots, root => run.ColumnOf(root).Draws);
    }
}
