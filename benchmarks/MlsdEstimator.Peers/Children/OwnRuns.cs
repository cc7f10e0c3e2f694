namespace MlsdEstimator.Peers;

/// <summary>The workloads in this library.</summary>
internal static class OwnRuns
{
    /// <summary>Evaluations of W3 in one run: one alone is as short as the clock's tick.</summary>
    private const int Evaluations = 10_000;

    public static Measurement Measure(Contest contest, double seconds)
    {
        (Action run, int units) = contest.Workload switch
        {
            WorkloadName.Capacity or WorkloadName.Scaling => (Simulated(new CapacityModel().Outputs, contest), contest.Samples),
            WorkloadName.Accuracy => (OwnAccuracy.Run(contest.Samples), contest.Samples),
            WorkloadName.Graph => (Simulated(GraphModel.Chain(GraphModel.WorkloadNodes).Outputs, contest), contest.Samples),
            WorkloadName.Point => (Evaluated(), Evaluations),
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

    /// <summary>Mean, p5, p50 and p95 of every output: what every program computes. Also the sum, so that nothing is left out as unused.</summary>
    public static double ReadAll(Simulation run, IReadOnlyList<IQuantity> outputs) =>
        outputs.Select(run.Of).Sum(estimate => estimate.Mean.BaseValue + estimate.Low.BaseValue + estimate.Median.BaseValue + estimate.High.BaseValue);

    /// <summary>The graph is compiled in every run; it is built once, as the functions of the other programs are written once.</summary>
    private static Action Simulated(IReadOnlyList<IQuantity> outputs, Contest contest)
    {
        var options = new SimulationOptions { Samples = contest.Samples };
        return () => ReadAll(Simulation.Run(outputs, options), outputs);
    }

    /// <summary>The compiled form of W1, the number of users changed before each evaluation.</summary>
    private static Action Evaluated()
    {
        var model = new CapacityModel();
        var compiled = new CompiledQuantities(model.Outputs, model.Users);
        return () =>
        {
            for (int i = 0; i < Evaluations; i++)
                compiled.Evaluate(1.47e8 + i);
        };
    }
}
