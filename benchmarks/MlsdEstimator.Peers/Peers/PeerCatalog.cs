namespace MlsdEstimator.Peers;

/// <summary>The programs that are compared, this library first.</summary>
internal static class PeerCatalog
{
    public static IReadOnlyList<Peer> All(Installation installation) =>
    [
        Self,
        new OwnPeer(OwnPeer.DoublesName, "the formulas of W3 on bare doubles in C#", new HashSet<string> { WorkloadName.Point }, isThreaded: false),
        new CPeer(isVector: true, installation),
        new CPeer(isVector: false, installation),
        new NumPyPeer(NumPyPeer.Best, installation),
        new NumPyPeer(NumPyPeer.Plain, installation),
        new OwnPeer(
            OwnPeer.MathNetName,
            "MathNet samplers and statistics as documented",
            new HashSet<string> { WorkloadName.Capacity, WorkloadName.Scaling, WorkloadName.Graph },
            isThreaded: false),
        new RPeer(),
        new SquigglePeer(installation),
    ];

    public static Peer Self { get; } = new OwnPeer(
        OwnPeer.SelfName,
        "this library",
        new HashSet<string> { WorkloadName.Capacity, WorkloadName.Scaling, WorkloadName.Point, WorkloadName.Graph, WorkloadName.Accuracy },
        isThreaded: true);
}
