namespace MlsdEstimator.Peers;

/// <summary>How far the quantiles of W1 are from the exact ones.</summary>
internal static class OwnAccuracy
{
    /// <summary>Seeds over which the error is taken: the root of their mean square is then known to 10 %.</summary>
    public const int Seeds = 50;

    /// <summary>One run with every statistic and its standard error.</summary>
    public static Action Run(int samples)
    {
        IReadOnlyList<IQuantity> outputs = new CapacityModel().Outputs;
        var options = new SimulationOptions { Samples = samples, Threads = 1 };
        return () => ReadOnce(outputs, options);
    }

    /// <summary>Largest root-mean-square relative error of p5, p50 and p95 of the three smooth outputs.</summary>
    public static double WorstError(int samples)
    {
        IReadOnlyList<IQuantity> outputs = new CapacityModel().SmoothOutputs;
        int probabilities = ExactStatistics.Probabilities.Count;
        var squares = new double[outputs.Count * probabilities];
        for (ulong seed = 1; seed <= Seeds; seed++)
        {
            using var run = Simulation.Run(outputs, new SimulationOptions { Samples = samples, Seed = seed });
            for (int i = 0; i < squares.Length; i++)
                squares[i] += Square(RelativeError(run, outputs[i / probabilities], i / probabilities, i % probabilities));
        }
        return Math.Sqrt(squares.Max() / Seeds);
    }

    private static void ReadOnce(IReadOnlyList<IQuantity> outputs, SimulationOptions options)
    {
        using var run = Simulation.Run(outputs, options);
        ReadWithErrors(run, outputs);
    }

    private static double ReadWithErrors(Simulation run, IReadOnlyList<IQuantity> outputs) =>
        OwnRuns.ReadAll(run, outputs).Sum() + outputs.Select(run.Of).Sum(SumOfErrors);

    private static double SumOfErrors(IEstimate estimate) =>
        estimate.MeanError.BaseValue + ExactStatistics.Probabilities.Sum(probability => estimate.QuantileError(probability).BaseValue);

    private static double RelativeError(Simulation run, IQuantity output, int row, int column) =>
        run.Of(output).Quantile(ExactStatistics.Probabilities[column]).BaseValue / ExactStatistics.SmoothQuantiles[row][column] - 1;

    private static double Square(double x) => x * x;
}
