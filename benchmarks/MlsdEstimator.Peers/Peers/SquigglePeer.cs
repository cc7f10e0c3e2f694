namespace MlsdEstimator.Peers;

/// <summary>Squiggle on Node, from a folder of the cache.</summary>
internal sealed class SquigglePeer(Installation installation) : Peer
{
    public const string PeerName = "squiggle";
    private const string Package = "@quri/squiggle-lang@0.10.0";

    /// <summary>Ten million samples of W1 need more than 12 GB and about a minute.</summary>
    private const int MostSamples = 1_000_000;

    /// <summary>200 arrays of W4 cost about 0.1 ms a sample.</summary>
    private const int MostGraphSamples = 10_000;

    private string node = "";

    public override string Name => PeerName;

    public override string Description => "Squiggle 0.10.0, parsing included";

    private string Folder => Path.Combine(installation.Cache, PeerName);

    public override string? Prepare()
    {
        node = Installation.Find("node") ?? "";
        if (node.Length == 0)
            return "no node on the path; install nodejs 20 or later";
        if (!Directory.Exists(Path.Combine(Folder, "node_modules", "@quri", "squiggle-lang")))
            return $"{Package} is not in {Folder}; run once with --install (needs npm)";
        File.Copy(Installation.Script("peer_squiggle.mjs"), Script, overwrite: true);
        return null;
    }

    /// <summary>Installs the package into the cache.</summary>
    /// <exception cref="PeerException">There is no npm, or it fails.</exception>
    public void Install()
    {
        string npm = Installation.Find("npm") ?? throw new PeerException("no npm on the path; install npm");
        Directory.CreateDirectory(Folder);
        ChildProcess.Run(npm, ["install", "--no-audit", "--no-fund", "--prefix", Folder, Package], Folder);
    }

    public override string? Declines(Contest contest)
    {
        int most = contest.Workload == WorkloadName.Graph ? MostGraphSamples : MostSamples;
        return contest.Samples > most ? $"more than {most:N0} samples would take minutes" : base.Declines(contest);
    }

    /// <summary>Beside the package, because modules are looked for from where a script lies.</summary>
    private string Script => Path.Combine(Folder, "peer_squiggle.mjs");

    protected override (string Program, IReadOnlyList<string> Arguments, string? Folder) Command(Contest contest, double seconds) =>
        (node, ["--max-old-space-size=12000", Script, .. contest.Arguments(seconds)], Folder);
}
