using Spectre.Console;

namespace MlsdEstimator.Samples;

/// <summary>A bar on standard error while work lasts longer than a second and somebody watches.</summary>
internal static class ProgressBar
{
    private const int RefreshMilliseconds = 50;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    /// <summary>Does the work and returns what it returns, or throws what it throws.</summary>
    /// <param name="terminal">Where the bar goes.</param>
    /// <param name="what">What is being done: "sweeping".</param>
    /// <param name="work">Work that may report the part that is done, 0 to 1.</param>
    public static T While<T>(Terminal terminal, string what, Func<IProgress<double>, T> work)
    {
        var part = new Part();
        if (!terminal.IsWatched)
            return work(part);
        Task<T> task = Task.Run(() => work(part));
        if (Task.WaitAny([task], Patience) < 0)
            Show(terminal.ErrorScreen(), what, part, task);
        return task.GetAwaiter().GetResult();
    }

    private static void Show(IAnsiConsole console, string what, Part part, Task task) =>
        console.Progress().AutoClear(true).HideCompleted(true).Start(context =>
        {
            ProgressTask bar = context.AddTask(what, maxValue: 1);
            while (Task.WaitAny([task], RefreshMilliseconds) < 0)
            {
                bar.IsIndeterminate = part.Done == 0;
                bar.Value = part.Done;
            }
        });

    /// <summary>The last part reported, by whichever thread.</summary>
    private sealed class Part : IProgress<double>
    {
        private double done;

        public double Done => Volatile.Read(ref done);

        public void Report(double value) => Volatile.Write(ref done, value);
    }
}
