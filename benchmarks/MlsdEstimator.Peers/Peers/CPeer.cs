namespace MlsdEstimator.Peers;

/// <summary>C, compiled for this processor by gcc: a scalar loop, or blocks of vectors.</summary>
internal sealed class CPeer(bool isVector, Installation installation) : Peer
{
    public override string Name => !isVector ? "c-scalar" : Processor.HasAvx512 ? "c-avx512" : "c-avx2";

    public override string Description => isVector
        ? $"C in blocks of vectors ({(Processor.HasAvx512 ? "AVX-512" : "AVX2: this processor has no AVX-512")}), libmvec"
        : "C, a loop over samples, ziggurat normals";

    private string Program => Path.Combine(installation.Cache, Name);

    public override string? Prepare()
    {
        if (Installation.Find("gcc") is not string gcc)
            return "no gcc on the path; install gcc";
        Directory.CreateDirectory(installation.Cache);
        try
        {
            ChildProcess.Run(gcc, [.. Flags, Installation.Script("peer.c"), Source, "-o", Program, .. Libraries]);
            return null;
        }
        catch (PeerException problem)
        {
            return $"it does not compile here ({problem.Message})";
        }
    }

    public override string? Declines(Contest contest) => contest.Workload == WorkloadName.Capacity ? null : base.Declines(contest);

    private string Source => Installation.Script(isVector ? "vector.c" : "scalar.c");

    private IEnumerable<string> Flags =>
        ["-O3", "-march=native", "-std=gnu11", .. isVector ? (string[])["-ffast-math"] : [], .. isVector && Processor.HasAvx512 ? (string[])["-mprefer-vector-width=512"] : []];

    private IEnumerable<string> Libraries => [.. isVector ? (string[])["-lmvec"] : [], "-lm", "-lpthread"];

    protected override (string Program, IReadOnlyList<string> Arguments, string? Folder) Command(Contest contest, double seconds) =>
        (Program, [Name, .. contest.Arguments(seconds)], null);
}
