using System.Diagnostics;

namespace MlsdEstimator.Peers;

/// <summary>What a fresh process waits for: the compiler, tables, the first pages of memory.</summary>
internal static class FirstCalls
{
    public const int Samples = 16_384;

    public static IReadOnlyList<Figure> Measure() =>
    [
        new Figure(FigureName.FirstCall, Milliseconds(), "ms"),
        new Figure(FigureName.SecondCall, Milliseconds(), "ms"),
        new Figure(FigureName.ThirdCall, Milliseconds(), "ms"),
    ];

    private static double Milliseconds()
    {
        long start = Stopwatch.GetTimestamp();
        IReadOnlyList<IQuantity> outputs = new CapacityModel().Outputs;
        OwnRuns.ReadAll(Simulation.Run(outputs, new SimulationOptions { Samples = Samples }), outputs);
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }
}
