using System.Runtime.CompilerServices;

namespace MlsdEstimator.Peers;

/// <summary>W3 by hand: what the formulas cost when nobody keeps units, ranges or a derivation.</summary>
internal static class DoublesRuns
{
    private const int Evaluations = 1_000_000;

    private static double sink;

    public static Measurement Measure(Contest contest, double seconds) => new()
    {
        Workload = contest.Workload,
        Peer = OwnPeer.DoublesName,
        Threads = contest.Threads,
        Samples = contest.Samples,
        NanosecondsPerSample = Repetition.Fastest(Run, seconds) / Evaluations * 1e9,
        Version = System.Runtime.InteropServices.RuntimeInformation.FrameworkDescription,
    };

    private static void Run()
    {
        double sum = 0;
        for (int i = 0; i < Evaluations; i++)
            sum += Point(1.47e8 + i, 10, 2, 500, 22.6, 1.58, 0.57, 2.75, 90);
        sink = sum;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static double Point(
        double users, double requests, double peakFactor, double features, double bytes, double gflop, double utilization, double price, double days)
    {
        double peak = users * requests / 86400 * peakFactor;
        double bandwidth = peak * features * bytes;
        double storage = users * requests * features * bytes * days * 3;
        double machines = Math.Ceiling(peak * gflop * 1e9 / (312e12 * utilization));
        return peak + bandwidth + storage + machines + machines * price * 730;
    }
}
