namespace MlsdEstimator.Peers.Tests;

/// <summary>A program that takes the time it is told to, and writes down when it was asked.</summary>
internal sealed class ScriptedPeer(string name, double nanoseconds, List<string>? diary = null) : Peer
{
    public override string Name => name;

    public override string Description => name;

    public string? Missing { get; init; }

    public Exception? Failure { get; init; }

    public Func<Contest, string?> Decision { get; init; } = _ => null;

    public override string? Prepare() => Missing;

    public override string? Declines(Contest contest) => Decision(contest);

    public override Measurement Measure(Contest contest, double seconds)
    {
        diary?.Add($"{name} {contest.Threads}");
        return Failure is null ? PeerCases.Measured(name, nanoseconds, contest.Workload, contest.Threads, contest.Samples) : throw Failure;
    }

    protected override (string Program, IReadOnlyList<string> Arguments, string? Folder) Command(Contest contest, double seconds) => throw new NotSupportedException();
}
