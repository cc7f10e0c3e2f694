namespace MlsdEstimator.Accuracy;

/// <summary>Where the parameters of a fit of network costs lie, and what is usual for each. All are logarithms.</summary>
/// <remarks>
/// A stack on a class of device has five costs. A kind of network on a class has four factors, drawn towards those of its relatives: grouped and volumetric convolutions are
/// convolutions, branched ones are separable, depthwise blocks are hybrids. A kind in a stack has two factors more. Only stacks and pairs that were seen have parameters.
/// All have the energies of an operation and of a byte in common.
/// </remarks>
internal sealed class NetworkLayout
{
    private const int Costs = 5;
    private const int Factors = 4;
    private const int PairFactors = 2;
    private const double StackPrior = 0.7;
    private const double KindPrior = 0.4;
    private const double PairPrior = 0.5;
    private const double EnergyPrior = 0.5;

    /// <summary>Half again the arithmetic, five passes of an activation, three of a weight, 20 us a layer, 100 us an item: orders of magnitude to start from.</summary>
    private static readonly double[] UsualCosts = [Math.Log(0.5), Math.Log(5), Math.Log(3), Math.Log(20e-6), Math.Log(100e-6)];

    /// <summary>The CPU that computes prepares the items too, and those of a benchmark lie in its memory: 10 us an item.</summary>
    private static readonly double[] UsualCostsOfCpus = [.. UsualCosts[..^1], Math.Log(10e-6)];

    /// <summary>Joules of an operation on 8 bits, those of an H100 at its peak (700 W / 1,978 TOP/s), and of a byte to or from stacked memory: 6 pJ a bit.</summary>
    private static readonly double[] UsualEnergies = [Math.Log(0.35e-12), Math.Log(50e-12)];

    private static readonly Dictionary<NetworkKind, NetworkKind> Relatives = new()
    {
        [NetworkKind.GroupedConvolution] = NetworkKind.Convolution,
        [NetworkKind.VolumetricConvolution] = NetworkKind.Convolution,
        [NetworkKind.BranchedConvolution] = NetworkKind.SeparableConvolution,
        [NetworkKind.DepthwiseBlocks] = NetworkKind.Hybrid,
    };

    private readonly List<(DeviceClass Device, NetworkKind Kind)> kinds = [.. from device in Enum.GetValues<DeviceClass>() from kind in Enum.GetValues<NetworkKind>() select (device, kind)];
    private readonly List<(DeviceClass Device, string Stack)> stacks;
    private readonly List<(DeviceClass Device, string Stack, NetworkKind Kind)> pairs;
    private readonly int kindsFrom;
    private readonly int relativesFrom;
    private readonly int pairsFrom;
    private readonly int energiesFrom;

    /// <summary>Parameters for what rows were measured with.</summary>
    public NetworkLayout(IEnumerable<NetworkParts> rows)
    {
        NetworkParts[] seen = [.. rows];
        stacks = [.. seen.Select(row => (row.Device, row.Stack)).Distinct().Order()];
        pairs = [.. seen.Select(row => (row.Device, row.Stack, row.Kind)).Distinct().Order()];
        kindsFrom = stacks.Count * Costs;
        relativesFrom = kindsFrom + kinds.Count * Factors;
        pairsFrom = relativesFrom + kinds.Count * Factors;
        energiesFrom = pairsFrom + pairs.Count * PairFactors;
        Usual = [.. stacks.SelectMany(stack => stack.Device == DeviceClass.Cpu ? UsualCostsOfCpus : UsualCosts), .. new double[energiesFrom - kindsFrom], .. UsualEnergies];
        Widths = [.. Usual.Select((_, parameter) => parameter < kindsFrom ? StackPrior : parameter < pairsFrom ? KindPrior : parameter < energiesFrom ? PairPrior : EnergyPrior)];
    }

    /// <summary>Stacks on classes of devices, in order.</summary>
    public IReadOnlyList<(DeviceClass Device, string Stack)> Stacks => stacks;

    /// <summary>Kinds of networks that stacks were seen with, in order.</summary>
    public IReadOnlyList<(DeviceClass Device, string Stack, NetworkKind Kind)> Pairs => pairs;

    /// <summary>Every kind on every class of device.</summary>
    public IReadOnlyList<(DeviceClass Device, NetworkKind Kind)> Kinds => kinds;

    /// <summary>What is usual for each parameter, from which a fit starts.</summary>
    public double[] Usual { get; }

    /// <summary>How far a parameter may be from what is usual: standard deviation of its prior.</summary>
    public double[] Widths { get; }

    /// <summary>The costs of a stack: arithmetic, traffic, weights, launch, feeding.</summary>
    public double[] CostsOf(int stack, double[] parameters) => [.. Enumerable.Range(stack * Costs, Costs).Select(at => Math.Exp(parameters[at]))];

    /// <summary>The factors of a kind with those of its relatives: arithmetic, traffic, weights, launch.</summary>
    public double[] FactorsOf(DeviceClass device, NetworkKind kind, double[] parameters) =>
        [.. Enumerable.Range(0, Factors).Select(factor => Math.Exp(parameters[Kind(device, kind) + factor] + parameters[Relative(device, kind) + factor]))];

    /// <summary>The factors of a kind in a stack: arithmetic, traffic.</summary>
    public double[] PairOf(int pair, double[] parameters) => [.. Enumerable.Range(pairsFrom + pair * PairFactors, PairFactors).Select(at => Math.Exp(parameters[at]))];

    /// <summary>Joules of an operation on 8 bits, and of a byte.</summary>
    public NetworkEnergy EnergyOf(double[] parameters) => new(Math.Exp(parameters[energiesFrom]), Math.Exp(parameters[energiesFrom + 1]));

    /// <summary>Parameters whose sum is the logarithm of each cost of a row: arithmetic, traffic, weights, launch, feeding, energy of an operation, energy of a byte.</summary>
    public int[][] TermsOf(NetworkParts row)
    {
        int stack = stacks.IndexOf((row.Device, row.Stack)) * Costs, pair = pairsFrom + pairs.IndexOf((row.Device, row.Stack, row.Kind)) * PairFactors;
        int kind = Kind(row.Device, row.Kind), relative = Relative(row.Device, row.Kind);
        return
        [
            [stack, kind, relative, pair],
            [stack + 1, kind + 1, relative + 1, pair + 1],
            [stack + 2, kind + 2, relative + 2],
            [stack + 3, kind + 3, relative + 3],
            [stack + 4],
            [energiesFrom],
            [energiesFrom + 1],
        ];
    }

    private int Kind(DeviceClass device, NetworkKind kind) => kindsFrom + kinds.IndexOf((device, kind)) * Factors;

    private int Relative(DeviceClass device, NetworkKind kind) => relativesFrom + kinds.IndexOf((device, Relatives.GetValueOrDefault(kind, kind))) * Factors;
}
