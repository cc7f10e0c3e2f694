namespace MlsdEstimator.Peers;

/// <summary>The workloads in this library.</summary>
internal static class OwnRuns
{
    /// <summary>Evaluations of W3 in one run: one alone is as short as the clock's tick.</summary>
    private const int Evaluations = 10_000;

    public static Measurement Measure(Contest contest, double seconds) => contest.Workload switch
    {
        WorkloadName.Capacity or WorkloadName.Scaling => Simulated(new CapacityModel().Outputs, contest, seconds),
        WorkloadName.Graph => Simulated(GraphModel.Chain(GraphModel.WorkloadNodes).Outputs, contest, seconds) with { Statistics = null },
        WorkloadName.Accuracy => Timed(contest, OwnAccuracy.Run(contest.Samples), contest.Samples, seconds) with { RelativeError = OwnAccuracy.WorstError(contest.Samples) },
        WorkloadName.Point => Timed(contest, Evaluated(), Evaluations, seconds),
        _ => throw new ArgumentException($"'{contest.Workload}' is not a workload of this library.", nameof(contest)),
    };

    /// <summary>Mean, p5, p50 and p95 of every output, as every program computes them.</summary>
    public static double[] ReadAll(Simulation run, IReadOnlyList<IQuantity> outputs) => [.. outputs.Select(run.Of).SelectMany(Read)];

    /// <summary>The graph is compiled in every run; it is built once, as the functions of the other programs are written once.</summary>
    private static Measurement Simulated(IReadOnlyList<IQuantity> outputs, Contest contest, double seconds)
    {
        var options = new SimulationOptions { Samples = contest.Samples, Threads = contest.Threads };
        double[] found = [];
        return Timed(contest, () => found = Once(outputs, options), contest.Samples, seconds) with { Statistics = found };
    }

    /// <summary>Disposed, so that the next run finds its memory; the other programs write into the same arrays again, too.</summary>
    private static double[] Once(IReadOnlyList<IQuantity> outputs, SimulationOptions options)
    {
        using var run = Simulation.Run(outputs, options);
        return ReadAll(run, outputs);
    }

    private static IEnumerable<double> Read(IEstimate estimate) =>
        [estimate.Mean.BaseValue, estimate.Low.BaseValue, estimate.Median.BaseValue, estimate.High.BaseValue];

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

    private static Measurement Timed(Contest contest, Action run, int units, double seconds) => new()
    {
        Workload = contest.Workload,
        Peer = OwnPeer.SelfName,
        Threads = contest.Threads,
        Samples = contest.Samples,
        NanosecondsPerSample = Repetition.Fastest(run, seconds) / units * 1e9,
        Version = $"MlsdEstimator {typeof(Simulation).Assembly.GetName().Version?.ToString(3)}",
    };
}
