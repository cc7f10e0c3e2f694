namespace MlsdEstimator.Peers;

/// <summary>NumPy, at its best or as users write it.</summary>
internal sealed class NumPyPeer(string variant, Installation installation) : Peer
{
    public const string Best = "best";
    public const string Plain = "plain";

    private string python = "";

    public override string Name => NameOf(variant);

    public override string Description => variant == Best
        ? "NumPy at its best: SFC64, pieces that stay in cache, partition in place; W3 on Python floats"
        : "NumPy as users write it: whole arrays, default generator, np.quantile; W3 on NumPy scalars";

    public static string NameOf(string variant) => $"numpy-{variant}";

    /// <summary>A Python without NumPy may come first on the path, so each is asked.</summary>
    public override string? Prepare()
    {
        IEnumerable<string?> candidates = installation.Python is string own ? [own] : [Installation.Find("python3"), "/usr/bin/python3", Installation.Find("python")];
        foreach (string candidate in candidates.OfType<string>().Where(File.Exists))
        {
            if (!HasNumPy(candidate))
                continue;
            python = candidate;
            return null;
        }
        return "no Python with NumPy; install python3-numpy (or: pip install numpy), or name one with --python";
    }

    public override string? Declines(Contest contest) =>
        variant == Best && contest.Workload is (WorkloadName.Capacity or WorkloadName.Accuracy) ? null : base.Declines(contest);

    protected override (string Program, IReadOnlyList<string> Arguments, string? Folder) Command(Contest contest, double seconds) =>
        (python, [Installation.Script("peer_numpy.py"), variant, .. contest.Arguments(seconds)], null);

    private static bool HasNumPy(string candidate)
    {
        try
        {
            ChildProcess.Run(candidate, ["-c", "import numpy"]);
            return true;
        }
        catch (PeerException)
        {
            return false;
        }
    }
}
