namespace MlsdEstimator;

/// <summary>A profile with a second copy of slow calls, and what that costs.</summary>
public sealed class HedgedLatency : LatencyProfile
{
    internal HedgedLatency(LatencyProfile call, Duration after, Fraction extraLoad)
        : base(new LatencyTree(LawShape.Hedged, [after], [call.Tree, call.Tree]), call.Waits)
    {
        (After, ExtraLoad) = (after, extraLoad.Named("extra load of hedging"));
    }

    /// <summary>Delay of the second copy.</summary>
    public Duration After { get; }

    /// <summary>Second copies sent, as a part of all calls: at most P(T > after). Capacity must be there for it, else hedging makes the tail it cures.</summary>
    public Fraction ExtraLoad { get; }
}
