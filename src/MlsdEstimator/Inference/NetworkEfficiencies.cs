namespace MlsdEstimator;

/// <summary>Costs of all stacks: fitted to published results by benchmarks/MlsdEstimator.Accuracy.</summary>
internal sealed partial class NetworkEfficiencies
{
    /// <summary>An unknown stack may be better or worse than any known one.</summary>
    private const double UnknownSpread = 0.5;

    private readonly Dictionary<(DeviceClass, string), NetworkCosts> costs;

    public NetworkEfficiencies(IReadOnlyList<NetworkCost> stacks, IReadOnlyList<NetworkKindCost> kinds, IReadOnlyList<NetworkPairCost> pairs, NetworkEnergy energy, DateOnly fitted)
    {
        (Stacks, Kinds, Pairs, FittedOn) = (stacks, kinds, pairs, fitted);
        Energy = new BoardEnergy(energy, Text.Of($"fitted to {stacks.Sum(stack => stack.Rows)} published results, {fitted:yyyy-MM-dd}"));
        costs = [];
        foreach (IGrouping<DeviceClass, NetworkKindCost> ofClass in kinds.GroupBy(kind => kind.Device))
        {
            NetworkCost[] known = [.. stacks.Where(stack => stack.Device == ofClass.Key)];
            Dictionary<NetworkKind, NetworkKindCost> byKind = ofClass.ToDictionary(kind => kind.Kind);
            foreach (NetworkCost stack in known.Append(Middle(ofClass.Key, known.Length > 0 ? known : stacks)))
                costs.Add((stack.Device, stack.Stack), new NetworkCosts(stack, byKind, PairsOf(stack), fitted));
        }
    }

    /// <summary>Numbers by class of device and stack.</summary>
    public IReadOnlyList<NetworkCost> Stacks { get; }

    /// <summary>Numbers by class of device and kind of network.</summary>
    public IReadOnlyList<NetworkKindCost> Kinds { get; }

    /// <summary>Numbers by class of device, stack and kind of network, where rows tell them.</summary>
    public IReadOnlyList<NetworkPairCost> Pairs { get; }

    /// <summary>What GPUs spend, in all stacks.</summary>
    public BoardEnergy Energy { get; }

    /// <summary>When they were fitted.</summary>
    public DateOnly FittedOn { get; }

    /// <summary>Costs of a stack on a kind of device; those of an unknown stack where there are none.</summary>
    public NetworkCosts Of(DeviceKind device, NetworkRuntime stack) =>
        costs.TryGetValue((ClassOf(device), stack.Name), out NetworkCosts? known) ? known : costs[(ClassOf(device), NetworkRuntime.Unknown.Name)];

    /// <summary>The class whose costs a kind of device has.</summary>
    public static DeviceClass ClassOf(DeviceKind device) => device is DeviceKind.Cpu or DeviceKind.MobileCpu ? DeviceClass.Cpu : DeviceClass.Accelerator;

    private Dictionary<NetworkKind, NetworkPairCost> PairsOf(NetworkCost cost) =>
        Pairs.Where(pair => pair.Device == cost.Device && pair.Stack == cost.Stack).ToDictionary(pair => pair.Kind);

    /// <summary>The geometric middle of all stacks of a class, or of all that are known.</summary>
    private static NetworkCost Middle(DeviceClass device, IReadOnlyList<NetworkCost> known) => new(
        device,
        NetworkRuntime.Unknown.Name,
        MiddleOf(known, cost => cost.Arithmetic),
        MiddleOf(known, cost => cost.Traffic),
        MiddleOf(known, cost => cost.Weights),
        MiddleOf(known, cost => cost.Launch),
        0,
        UnknownSpread,
        known.Sum(cost => cost.Rows),
        known.Sum(cost => cost.Blocks));

    private static double MiddleOf(IReadOnlyList<NetworkCost> known, Func<NetworkCost, double> part) => Math.Exp(known.Average(cost => Math.Log(part(cost))));
}
