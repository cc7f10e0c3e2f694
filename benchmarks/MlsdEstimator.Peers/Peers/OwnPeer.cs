namespace MlsdEstimator.Peers;

/// <summary>C# that this program contains, run as a process of its own so that it starts as cold as the others.</summary>
internal sealed class OwnPeer(string name, string description, IReadOnlySet<string> workloads, bool isThreaded) : Peer
{
    public const string SelfName = "self";
    public const string MathNetName = "mathnet";
    public const string DoublesName = "csharp-doubles";

    public override string Name => name;

    public override string Description => description;

    public override string? Prepare() => null;

    public override string? Declines(Contest contest)
    {
        if (!workloads.Contains(contest.Workload))
            return NotPartOf;
        return contest.Threads > 1 && !isThreaded ? "one thread only" : null;
    }

    /// <summary>This program again: by its own executable, or by dotnet and its library.</summary>
    public static (string Program, IReadOnlyList<string> Arguments) Again(IEnumerable<string> arguments)
    {
        string program = Environment.ProcessPath ?? throw new PeerException("the path of this process is not known");
        string library = Path.Combine(AppContext.BaseDirectory, $"{typeof(OwnPeer).Assembly.GetName().Name}.dll");
        bool isHost = Path.GetFileNameWithoutExtension(program) is "dotnet" or "testhost";
        return isHost ? ("dotnet", [library, .. arguments]) : (program, [.. arguments]);
    }

    protected override (string Program, IReadOnlyList<string> Arguments, string? Folder) Command(Contest contest, double seconds)
    {
        (string program, IReadOnlyList<string> arguments) = Again([MeasureCommand.Name, name, .. contest.Arguments(seconds)]);
        return (program, arguments, null);
    }
}
