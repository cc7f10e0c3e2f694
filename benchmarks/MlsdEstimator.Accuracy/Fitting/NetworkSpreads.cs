namespace MlsdEstimator.Accuracy;

/// <summary>How far off withheld rows are: between devices of a stack, and between networks.</summary>
/// <param name="byBlock">Errors of rows predicted without their model, or their (model, device) block.</param>
/// <param name="byDevice">Errors of rows predicted without their device.</param>
/// <param name="ofInputs">Variance of ln(time) that the inputs of a row leave open by themselves: it is in its errors, and in its prediction already.</param>
internal sealed class NetworkSpreads(
    IReadOnlyList<(NetworkRow Row, double Error)> byBlock, IReadOnlyList<(NetworkRow Row, double Error)> byDevice, Func<NetworkRow, double> ofInputs)
{
    /// <summary>Next to no spread, for predictions that know only the doubts of their inputs.</summary>
    public const double None = 1e-9;

    /// <summary>Between devices, where a stack was seen on one only: what stacks that were seen on several show.</summary>
    private const double BetweenDevices = 0.2;

    /// <summary>Part of the variance of withheld blocks that is always left to the network.</summary>
    private const double LeastShare = 0.1;

    /// <summary>The rest of it, at most, is what all networks of a stack share.</summary>
    private static readonly double MostShared = Math.Sqrt(1 - LeastShare);

    /// <summary>So many devices of the usual spread are added to those seen.</summary>
    private const double DevicesOfPrior = 2;

    /// <summary>What one block alone would leave open about the costs of a stack.</summary>
    private const double OneBlock = 0.2;

    /// <summary>So many blocks of the wider group's spread are added to those of a group.</summary>
    private const double BlocksOfPrior = 6;

    /// <summary>The 95 % point of a normal law.</summary>
    private const double Normal95 = 1.645;

    private readonly (NetworkRow Row, double Error, double Inputs)[] blocks = [.. byBlock.Select(row => (row.Row, row.Error, ofInputs(row.Row)))];

    /// <summary>
    /// Standard deviation of ln(time) that all networks of a stack share: between devices, and what few blocks leave open; never more than errors of withheld blocks show,
    /// of which it is a part.
    /// </summary>
    public double OfStack((DeviceClass Device, string Stack) stack) =>
        BlocksOf(stack).Select(row => row.Row.Step.Work.Kind).Distinct().Select(kind => MostShared * Seen(stack, kind)).Append(Between(stack)).Min();

    /// <summary>Standard deviation of ln(time) between networks of a kind.</summary>
    public double OfKind(DeviceClass device, NetworkKind kind) =>
        Drawn([.. blocks.Where(row => NetworkEfficiencies.ClassOf(row.Row.Step.Device.Kind) == device && row.Row.Step.Work.Kind == kind)], Spread(blocks));

    /// <summary>What errors of withheld blocks of a kind in a stack show beyond what the stack's networks share.</summary>
    public double OfPair((DeviceClass Device, string Stack) stack, NetworkKind kind)
    {
        if (!BlocksOf(stack).Any(row => row.Row.Step.Work.Kind == kind))
            return NetworkCosts.SpreadOfUnseen(OfKind(stack.Device, kind));
        double seen = Seen(stack, kind), shared = OfStack(stack);
        return Math.Sqrt(seen * seen - shared * shared);
    }

    /// <summary>Variance of ln(time) that the inputs of a row leave open: a number of layers that is not published, tokens that are not counted.</summary>
    /// <param name="row">The row.</param>
    /// <param name="certain">Costs without spreads.</param>
    public static double OfInputs(NetworkRow row, NetworkEfficiencies certain)
    {
        double deviation = row.Predicted(certain) is Prediction said ? Math.Log(said.High / said.Low) / (2 * Normal95) : 0;
        return deviation * deviation;
    }

    /// <summary>Root mean square of the median errors of devices, and what few blocks leave open.</summary>
    private double Between((DeviceClass Device, string Stack) stack)
    {
        ILookup<string, double> own = byDevice.Where(row => IsOf(row.Row, stack)).ToLookup(row => row.Row.Device, row => row.Error);
        double[] middles = own.Count < 2 ? [] : [.. own.Select(errors => Statistics.Quantile([.. errors], 0.5))];
        double between = (middles.Sum(middle => middle * middle) + DevicesOfPrior * BetweenDevices * BetweenDevices) / (middles.Length + DevicesOfPrior);
        return Math.Sqrt(between + OneBlock * OneBlock / (1 + CountOf(BlocksOf(stack))));
    }

    /// <summary>The spread of a kind in a stack, drawn towards that of its kind in all stacks times what its stack has more or less than all, with all kinds.</summary>
    private double Seen((DeviceClass Device, string Stack) stack, NetworkKind kind)
    {
        (NetworkRow Row, double, double)[] ofStack = BlocksOf(stack), own = [.. ofStack.Where(row => row.Row.Step.Work.Kind == kind)];
        double all = Spread(blocks);
        return Drawn(own, OfKind(stack.Device, kind) * Drawn(ofStack, all) / all);
    }

    private (NetworkRow Row, double Error, double Inputs)[] BlocksOf((DeviceClass Device, string Stack) stack) => [.. blocks.Where(row => IsOf(row.Row, stack))];

    /// <summary>The spread of some errors, drawn towards that of a wider group the fewer their blocks are.</summary>
    private static double Drawn((NetworkRow Row, double Error, double Inputs)[] own, double wider)
    {
        if (own.Length == 0)
            return wider;
        double seen = Spread(own);
        int count = CountOf(own);
        return Math.Sqrt((count * seen * seen + BlocksOfPrior * wider * wider) / (count + BlocksOfPrior));
    }

    private static int CountOf((NetworkRow Row, double, double)[] own) => own.Select(row => row.Row.Block).Distinct().Count();

    private static bool IsOf(NetworkRow row, (DeviceClass Device, string Stack) stack) =>
        NetworkEfficiencies.ClassOf(row.Step.Device.Kind) == stack.Device && row.Step.Stack.Name == stack.Stack;

    /// <summary>The standard deviation that, with what inputs leave open, holds 90 % of the errors inside their intervals: found by halving.</summary>
    private static double Spread((NetworkRow, double Error, double Inputs)[] own)
    {
        double low = 0, high = Statistics.Quantile([.. own.Select(row => Math.Abs(row.Error))], 0.9) / Normal95;
        while (high - low > 1e-6)
        {
            double middle = (low + high) / 2;
            bool holds = Statistics.Quantile([.. own.Select(row => Math.Abs(row.Error) / Math.Sqrt(middle * middle + row.Inputs))], 0.9) <= Normal95;
            (low, high) = holds ? (low, middle) : (middle, high);
        }
        return high;
    }
}
