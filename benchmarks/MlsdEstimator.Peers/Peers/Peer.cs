namespace MlsdEstimator.Peers;

/// <summary>A program that does the same sums. It is one process for each measurement: start it, repeat for a while, print one line.</summary>
internal abstract class Peer
{
    /// <summary>Why a program declines what it was never meant to do: nobody needs to be told.</summary>
    public const string NotPartOf = "not part of this workload";

    /// <summary>Name in tables and JSON. This library is "self".</summary>
    public abstract string Name { get; }

    /// <summary>What the name stands for, in a few words.</summary>
    public abstract string Description { get; }

    /// <summary>Looks for the program, and builds it where it is a source.</summary>
    /// <returns>Null when it can run, else what is missing and how to install it.</returns>
    public abstract string? Prepare();

    /// <summary>Why it does not take part in a contest; null when it does. The error of NumPy's draws is that of all plain Monte Carlo: it stands for the others.</summary>
    public virtual string? Declines(Contest contest) => contest.Workload switch
    {
        WorkloadName.Accuracy => NotPartOf,
        _ when contest.Threads > 1 => "one thread only",
        _ => null,
    };

    /// <summary>Measures once.</summary>
    /// <param name="contest">What to do.</param>
    /// <param name="seconds">How long to repeat it for; the fastest run counts.</param>
    /// <exception cref="PeerException">The program fails.</exception>
    /// <exception cref="FormatException">It prints something else than a measurement.</exception>
    public virtual Measurement Measure(Contest contest, double seconds)
    {
        (string program, IReadOnlyList<string> arguments, string? folder) = Command(contest, seconds);
        return Measurement.Parse(ChildProcess.Run(program, arguments, folder), contest, Name);
    }

    protected abstract (string Program, IReadOnlyList<string> Arguments, string? Folder) Command(Contest contest, double seconds);
}
