namespace MlsdEstimator;

/// <summary>What a stack costs on a class of device, with the leaves that its steps share.</summary>
internal sealed class NetworkCosts
{
    /// <summary>Standard deviation of ln(time) that a kind adds in a stack that was not seen with it: factors of kinds differ so from stack to stack.</summary>
    private const double Unseen = 0.35;

    private readonly NetworkCost cost;
    private readonly Duration launch;
    private readonly IReadOnlyDictionary<NetworkKind, NetworkKindCost> kinds;
    private readonly IReadOnlyDictionary<NetworkKind, NetworkPairCost> pairs;
    private readonly Dictionary<NetworkKind, Scalar> residuals;

    /// <param name="cost">Costs of the stack.</param>
    /// <param name="kinds">Factors of every kind on the class of device.</param>
    /// <param name="pairs">What is known of kinds in this stack; none for a kind that was not seen in it.</param>
    /// <param name="fitted">When.</param>
    public NetworkCosts(NetworkCost cost, IReadOnlyDictionary<NetworkKind, NetworkKindCost> kinds, IReadOnlyDictionary<NetworkKind, NetworkPairCost> pairs, DateOnly fitted)
    {
        (this.cost, this.kinds, this.pairs) = (cost, kinds, pairs);
        string source = Text.Of($"fitted to {cost.Rows} published results in {cost.Blocks} (model, device) blocks, {fitted:yyyy-MM-dd}");
        Shared = Leaf(cost.Spread, $"{cost.Stack} {Word(cost.Device)} factor", source);
        launch = Duration.FromSeconds(cost.Launch).Named($"time of a layer in {cost.Stack}").Cited(source);
        Feeding = Duration.FromSeconds(cost.Feeding).Named($"host time of an item in {cost.Stack}").Cited(source);
        residuals = kinds.Values.ToDictionary(kind => kind.Kind, kind => Leaf(SpreadOf(kind), $"{cost.Stack} {kind.Kind} factor", source));
    }

    /// <summary>Times the stack's steps are all longer or shorter than predicted: one leaf.</summary>
    public Scalar Shared { get; }

    /// <summary>Time of an item on the host.</summary>
    public Duration Feeding { get; }

    /// <summary>Time of the arithmetic over FLOPs / peak.</summary>
    public Scalar Arithmetic(NetworkKind kind) => 1 + cost.Arithmetic * kinds[kind].Arithmetic * (pairs.GetValueOrDefault(kind)?.Arithmetic ?? 1);

    /// <summary>Passes of an activation.</summary>
    public Scalar Traffic(NetworkKind kind) => cost.Traffic * kinds[kind].Traffic * (pairs.GetValueOrDefault(kind)?.Traffic ?? 1);

    /// <summary>Passes of a weight.</summary>
    public Scalar Weights(NetworkKind kind) => cost.Weights * kinds[kind].Weights;

    /// <summary>Time of a layer.</summary>
    public Duration Launch(NetworkKind kind) => launch * kinds[kind].Launch;

    /// <summary>Times a network of a kind is longer or shorter than predicted in this stack: one leaf for each kind.</summary>
    public Scalar Residual(NetworkKind kind) => residuals[kind];

    /// <summary>The spread of a kind in a stack that was not seen with it.</summary>
    /// <param name="ofKind">The spread of the kind in stacks that were.</param>
    public static double SpreadOfUnseen(double ofKind) => Math.Sqrt(ofKind * ofKind + Unseen * Unseen);

    /// <summary>That of the pair; the range of an unknown stack holds what kinds differ by.</summary>
    private double SpreadOf(NetworkKindCost kind) =>
        pairs.GetValueOrDefault(kind.Kind)?.Spread ?? (cost.Stack == NetworkRuntime.Unknown.Name ? kind.Spread : SpreadOfUnseen(kind.Spread));

    private static Scalar Leaf(double spread, string name, string source) => Uncertain.LogNormal(1, spread).AsScalar().Named(name).AsDefault(source);

    private static string Word(DeviceClass device) => device == DeviceClass.Cpu ? "CPU" : "accelerator";
}
