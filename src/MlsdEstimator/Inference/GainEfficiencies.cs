namespace MlsdEstimator;

/// <summary>What changes keep of the speed-up that bytes and peaks promise: fitted to published pairs by benchmarks/MlsdEstimator.Accuracy.</summary>
internal sealed partial class GainEfficiencies
{
    private const string AllStacks = "";

    private readonly Dictionary<(GainKind, string), GainEfficiency> kinds;

    public GainEfficiencies(IReadOnlyList<GainEfficiency> kinds) => this.kinds = kinds.ToDictionary(kind => (kind.Kind, kind.Stack ?? AllStacks));

    /// <summary>All of them.</summary>
    public IReadOnlyCollection<GainEfficiency> All => kinds.Values;

    /// <summary>That of one kind of change in a stack, or in all stacks where too few pairs of it are known.</summary>
    public GainEfficiency Of(GainKind kind, NetworkRuntime stack) =>
        kinds.TryGetValue((kind, stack.Name), out GainEfficiency? known) ? known : kinds[(kind, AllStacks)];
}
