using System.Diagnostics;

namespace MlsdEstimator.Peers;

/// <summary>A program that is run to its end.</summary>
internal static class ChildProcess
{
    /// <summary>Squiggle takes minutes for ten million samples; what takes longer has hung.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    /// <summary>Runs a program and returns what it printed.</summary>
    /// <exception cref="PeerException">It cannot be started, fails, or does not end.</exception>
    public static string Run(string program, IEnumerable<string> arguments, string? folder = null)
    {
        using Process process = Start(program, arguments, folder);
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> errors = process.StandardError.ReadToEndAsync();
        if (!process.WaitForExit(Patience))
        {
            process.Kill(entireProcessTree: true);
            throw new PeerException($"{Path.GetFileName(program)} did not end within {Patience.TotalMinutes} minutes");
        }
        process.WaitForExit();
        return process.ExitCode == 0
            ? output.GetAwaiter().GetResult()
            : throw new PeerException($"{Path.GetFileName(program)} ended with {process.ExitCode}: {LastLine(errors.GetAwaiter().GetResult())}");
    }

    /// <summary>Time until a program prints its first character.</summary>
    /// <exception cref="PeerException">It cannot be started, fails or prints nothing.</exception>
    public static TimeSpan UntilFirstOutput(string program, IEnumerable<string> arguments)
    {
        long start = Stopwatch.GetTimestamp();
        using Process process = Start(program, arguments, folder: null);
        int first = process.StandardOutput.Read();
        TimeSpan elapsed = Stopwatch.GetElapsedTime(start);
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return first >= 0 && process.ExitCode == 0 ? elapsed : throw new PeerException($"{Path.GetFileName(program)} ended with {process.ExitCode} and printed nothing");
    }

    private static Process Start(string program, IEnumerable<string> arguments, string? folder)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder ?? "",
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        try
        {
            return Process.Start(start) ?? throw new PeerException($"{program} did not start");
        }
        catch (System.ComponentModel.Win32Exception problem)
        {
            throw new PeerException($"{program} did not start: {problem.Message}", problem);
        }
    }

    private static string LastLine(string text) => text.TrimEnd().Split('\n')[^1].Trim();
}
