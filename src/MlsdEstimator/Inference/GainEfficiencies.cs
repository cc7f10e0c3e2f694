namespace MlsdEstimator;

/// <summary>What changes keep of the speed-up that bytes and peaks promise: fitted to published pairs by benchmarks/MlsdEstimator.Accuracy.</summary>
internal sealed partial class GainEfficiencies
{
    private readonly Dictionary<GainKind, GainEfficiency> kinds;

    public GainEfficiencies(IReadOnlyList<GainEfficiency> kinds) => this.kinds = kinds.ToDictionary(kind => kind.Kind);

    /// <summary>All of them.</summary>
    public IReadOnlyCollection<GainEfficiency> All => kinds.Values;

    /// <summary>That of one kind of change.</summary>
    public GainEfficiency Of(GainKind kind) => kinds[kind];
}
