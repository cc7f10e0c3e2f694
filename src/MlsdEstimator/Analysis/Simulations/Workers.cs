using System.Runtime.ExceptionServices;

namespace MlsdEstimator;

/// <summary>The same work on several threads, which share it out among themselves.</summary>
internal static class Workers
{
    /// <summary>Pieces of work, each done by the first thread that is free.</summary>
    public static void Share(int threads, int pieces, Action<int> work)
    {
        int next = -1;
        Run(Math.Min(threads, pieces), () =>
        {
            for (int piece = Interlocked.Increment(ref next); piece < pieces; piece = Interlocked.Increment(ref next))
                work(piece);
        });
    }

    /// <summary>What one of the threads throws is thrown as it is.</summary>
    public static void Run(int threads, Action work)
    {
        if (threads == 1)
        {
            work();
            return;
        }
        try
        {
            Parallel.For(0, threads, new ParallelOptions { MaxDegreeOfParallelism = threads }, _ => work());
        }
        catch (AggregateException several)
        {
            ExceptionDispatchInfo.Throw(several.Flatten().InnerExceptions[0]);
        }
    }
}
