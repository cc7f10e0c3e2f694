namespace MlsdEstimator.Peers;

/// <summary>The workloads in this library.</summary>
internal static class OwnRuns
{
    /// <summary>Evaluations of W3 in one run: one alone is shorter than the clock's tick.</summary>
    public const int Evaluations = 10_000;

    public static Measurement Measure(Contest contest, double seconds)
    {
        (Action run, int units) = contest.Workload switch
        {
            WorkloadName.Capacity or WorkloadName.Scaling or WorkloadName.Accuracy => (Capacity(contest), contest.Samples),
            WorkloadName.Graph => (Graph(contest), contest.Samples),
            WorkloadName.Point => (Points(), Evaluations),
            _ => throw new ArgumentException($"'{contest.Workload}' is not a workload of this library.", nameof(contest)),
        };
        return new Measurement
        {
            Workload = contest.Workload,
            Peer = OwnPeer.SelfName,
            Threads = contest.Threads,
            Samples = contest.Samples,
            NanosecondsPerSample = Repetition.Fastest(run, seconds) / units * 1e9,
            RelativeError = contest.Workload == WorkloadName.Accuracy ? OwnAccuracy.WorstError(contest.Samples) : null,
            Version = $"MlsdEstimator {typeof(Simulation).Assembly.GetName().Version?.ToString(3)}",
        };
    }

    /// <summary>Draws, model, and every statistic with its standard error.</summary>
    private static Action Capacity(Contest contest)
    {
        IReadOnlyList<IQuantity> outputs = new CapacityModel().Outputs;
        SimulationOptions options = OptionsOf(contest);
        return () => ReadAll(Simulation.Run(outputs, options), outputs);
    }

    private static Action Graph(Contest contest)
    {
        IReadOnlyList<IQuantity> outputs = GraphModel.Chain(200).Outputs;
        SimulationOptions options = OptionsOf(contest);
        return () => ReadAll(Simulation.Run(outputs, options), outputs);
    }

    private static SimulationOptions OptionsOf(Contest contest) => new() { Samples = contest.Samples };

    public static double ReadAll(Simulation run, IReadOnlyList<IQuantity> outputs) =>
        outputs.Select(run.Of).Sum(estimate => estimate.Mean.BaseValue + estimate.Low.BaseValue + estimate.Median.BaseValue + estimate.High.BaseValue);

    private static Action Points() => () => throw new NotSupportedException();
}
