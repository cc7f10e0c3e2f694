using System.Runtime.ExceptionServices;

namespace MlsdEstimator;

/// <summary>The same work on several threads, which share it out among themselves.</summary>
internal static class Workers
{
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
