using System.Diagnostics;

namespace MlsdEstimator.Peers;

/// <summary>How C# is timed in a process of its own.</summary>
internal static class Repetition
{
    private const int LeastRuns = 3;

    /// <summary>The compiler replaces hot methods in the background; without these pauses C# reads up to three times too slow.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    private static readonly TimeSpan WarmUp = TimeSpan.FromMilliseconds(500);

    /// <summary>Seconds of the fastest of the runs that fit into the time, at least three, after the compiler has settled.</summary>
    public static double Fastest(Action run, double seconds)
    {
        for (int pass = 0; pass < 2; pass++)
        {
            Shortest(run, WarmUp);
            Thread.Sleep(Pause);
        }
        return Shortest(run, TimeSpan.FromSeconds(seconds)).TotalSeconds;
    }

    private static TimeSpan Shortest(Action run, TimeSpan time)
    {
        TimeSpan shortest = TimeSpan.MaxValue;
        long begin = Stopwatch.GetTimestamp();
        for (int runs = 0; runs < LeastRuns || Stopwatch.GetElapsedTime(begin) < time; runs++)
        {
            long start = Stopwatch.GetTimestamp();
            run();
            TimeSpan elapsed = Stopwatch.GetElapsedTime(start);
            shortest = elapsed < shortest ? elapsed : shortest;
        }
        return shortest;
    }
}
