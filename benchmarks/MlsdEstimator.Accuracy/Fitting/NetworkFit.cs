namespace MlsdEstimator.Accuracy;

/// <summary>Fits the costs of network steps to rows: robustly, on logarithms, each stack drawn towards what stacks usually cost.</summary>
/// <remarks>
/// Parameters are logarithms: for each stack on a class of device five costs, for each kind of network on a class three factors. A stack with few rows, and a kind that
/// was not seen, stay near the prior. Spreads come from rows that were withheld: whole (model, device) blocks for networks, whole devices for stacks.
/// </remarks>
internal sealed class NetworkFit
{
    private const int CostsPerStack = 5;
    private const int FactorsPerKind = 3;
    private const double ErrorScale = 0.1;
    private const double StackPrior = 0.7;
    private const double KindPrior = 0.4;
    private const int Parts = 5;

    /// <summary>Half again the arithmetic, five passes of an activation, three of a weight, 20 us a layer, 100 us an item: orders of magnitude to start from.</summary>
    private static readonly double[] Usual = [Math.Log(0.5), Math.Log(5), Math.Log(3), Math.Log(20e-6), Math.Log(100e-6)];

    private static readonly NetworkKind[] Kinds = Enum.GetValues<NetworkKind>();
    private static readonly DeviceClass[] Classes = Enum.GetValues<DeviceClass>();

    private readonly NetworkParts[] parts;
    private readonly (DeviceClass Device, string Stack)[] stacks;
    private readonly double[] parameters;

    private NetworkFit(IReadOnlyList<NetworkRow> rows, IReadOnlyList<(DeviceClass, string)> stacks, double[]? start = null)
    {
        parts = [.. rows.Select(NetworkParts.Of)];
        this.stacks = [.. stacks];
        int[] stackOf = [.. parts.Select(part => Array.IndexOf(this.stacks, (part.Device, part.Stack)))];
        parameters = LeastSquares.Minimise(values => Residuals(values, stackOf), start ?? [.. Start(this.stacks.Length)]);
    }

    /// <summary>Costs fitted to rows, with their spreads.</summary>
    public static NetworkEfficiencies Of(IReadOnlyList<NetworkRow> rows, DateOnly on)
    {
        (DeviceClass, string)[] stacks = [.. rows.Select(NetworkParts.Of).Select(part => (part.Device, part.Stack)).Distinct().Order()];
        var all = new NetworkFit(rows, stacks);
        var spreads = new NetworkSpreads(all.Withheld(rows, row => row.Block), all.Withheld(rows, row => row.Device));
        return new NetworkEfficiencies(
            [.. stacks.Select((stack, index) => all.Stack(index, rows, spreads))],
            [.. Classes.SelectMany((device, c) => Kinds.Select((kind, k) => all.Kind(device, kind, c * Kinds.Length + k, spreads)))],
            [.. stacks.SelectMany(stack => Kinds.Select(kind => spreads.OfResidual(stack.Item1, stack.Item2, kind)).OfType<NetworkResidual>())],
            on);
    }

    /// <summary>ln(measured / predicted) of every row, predicted without the rows of its group.</summary>
    private IReadOnlyList<(NetworkRow Row, double Error)> Withheld(IReadOnlyList<NetworkRow> rows, Func<NetworkRow, string> groupOf)
    {
        string[] groups = [.. rows.Select(groupOf).Distinct().Order(StringComparer.Ordinal)];
        ILookup<int, NetworkRow> folds = rows.ToLookup(row => Array.IndexOf(groups, groupOf(row)) % Parts);
        return [.. folds.SelectMany(fold => Withheld([.. folds.Where(other => other.Key != fold.Key).SelectMany(other => other)], fold))];
    }

    /// <summary>Errors of rows whose stack was seen elsewhere: without that, they would tell of the prior.</summary>
    private IEnumerable<(NetworkRow, double)> Withheld(IReadOnlyList<NetworkRow> seen, IEnumerable<NetworkRow> unseen)
    {
        HashSet<(DeviceClass, string)> known = [.. seen.Select(NetworkParts.Of).Select(part => (part.Device, part.Stack))];
        return new NetworkFit(seen, stacks, parameters).Errors([.. unseen.Where(row => NetworkParts.Of(row) is var part && known.Contains((part.Device, part.Stack)))]);
    }

    private static IEnumerable<double> Start(int stackCount) =>
        Enumerable.Repeat(Usual, stackCount).SelectMany(usual => usual).Concat(Enumerable.Repeat(0.0, Classes.Length * Kinds.Length * FactorsPerKind));

    private IEnumerable<(NetworkRow, double)> Errors(IReadOnlyList<NetworkRow> rows) =>
        rows.Select(row => (row, Error(NetworkParts.Of(row), parameters, Array.IndexOf(stacks, (NetworkParts.Of(row).Device, NetworkParts.Of(row).Stack)))));

    private double[] Residuals(double[] values, int[] stackOf)
    {
        double[] residuals = new double[parts.Length + values.Length];
        for (int row = 0; row < parts.Length; row++)
            residuals[row] = LeastSquares.Softened(Error(parts[row], values, stackOf[row]) / ErrorScale);
        int kindsFrom = stacks.Length * CostsPerStack;
        for (int parameter = 0; parameter < values.Length; parameter++)
            residuals[parts.Length + parameter] = parameter < kindsFrom ? (values[parameter] - Usual[parameter % CostsPerStack]) / StackPrior : values[parameter] / KindPrior;
        return residuals;
    }

    /// <summary>ln(measured / predicted): the formula of <see cref="NetworkStep"/> on bare numbers, because a fit evaluates it millions of times.</summary>
    private double Error(NetworkParts part, double[] values, int stack)
    {
        int costs = stack * CostsPerStack, factors = stacks.Length * CostsPerStack + ((int)part.Device * Kinds.Length + (int)part.Kind) * FactorsPerKind;
        double time = part.Arithmetic * (1 + Math.Exp(values[costs] + values[factors]))
            + part.Traffic * Math.Exp(values[costs + 1] + values[factors + 1])
            + part.Weights * Math.Exp(values[costs + 2])
            + part.Layers * Math.Exp(values[costs + 3] + values[factors + 2])
            + part.Batch * Math.Exp(values[costs + 4]);
        return Math.Log(part.Seconds / time);
    }

    private NetworkCost Stack(int index, IReadOnlyList<NetworkRow> rows, NetworkSpreads spreads)
    {
        (DeviceClass device, string stack) = stacks[index];
        double[] costs = [.. parameters.Skip(index * CostsPerStack).Take(CostsPerStack).Select(Math.Exp)];
        NetworkRow[] own = [.. rows.Where(row => NetworkParts.Of(row) is var part && part.Device == device && part.Stack == stack)];
        return new NetworkCost(
            device, stack, costs[0], costs[1], costs[2], costs[3], costs[4], spreads.OfStack(device, stack), own.Length, own.Select(row => row.Block).Distinct().Count());
    }

    private NetworkKindCost Kind(DeviceClass device, NetworkKind kind, int index, NetworkSpreads spreads)
    {
        int from = stacks.Length * CostsPerStack + index * FactorsPerKind;
        return new NetworkKindCost(device, kind, Math.Exp(parameters[from]), Math.Exp(parameters[from + 1]), Math.Exp(parameters[from + 2]), spreads.OfKind(device, kind));
    }
}
