namespace MlsdEstimator.Peers;

/// <summary>Base R, vectorised.</summary>
internal sealed class RPeer : Peer
{
    private string program = "";

    public override string Name => "r";

    public override string Description => "base R, vectorised";

    public override string? Prepare()
    {
        program = Installation.Find("Rscript") ?? "";
        return program.Length > 0 ? null : "no Rscript on the path; install r-base-core";
    }

    protected override (string Program, IReadOnlyList<string> Arguments, string? Folder) Command(Contest contest, double seconds) =>
        (program, [Installation.Script("peer_r.R"), .. contest.Arguments(seconds)], null);
}
