namespace MlsdEstimator.Accuracy;

/// <summary>How far off withheld rows are: between devices of a stack, and between networks.</summary>
/// <param name="byBlock">Errors of rows predicted without their (model, device) block.</param>
/// <param name="byDevice">Errors of rows predicted without their device.</param>
internal sealed class NetworkSpreads(IReadOnlyList<(NetworkRow Row, double Error)> byBlock, IReadOnlyList<(NetworkRow Row, double Error)> byDevice)
{
    /// <summary>Between devices, where a stack was seen on one only: what stacks that were seen on several show.</summary>
    private const double BetweenDevices = 0.2;

    /// <summary>Part of the variance of withheld blocks that is always left to the network.</summary>
    private const double LeastShare = 0.25;

    /// <summary>So many devices of the usual spread are added to those seen.</summary>
    private const double DevicesOfPrior = 2;

    /// <summary>What one block alone would leave open about the costs of a stack.</summary>
    private const double OneBlock = 0.3;

    /// <summary>So many blocks of the wider group's spread are added to those of a group.</summary>
    private const double BlocksOfPrior = 8;

    private readonly double usual = Spread(byBlock.Select(row => row.Error));

    /// <summary>Standard deviation of ln(time) between devices: root mean square of the median error of each, and what few blocks leave open.</summary>
    public double OfStack(DeviceClass device, string stack)
    {
        (NetworkRow Row, double Error)[] own = [.. byDevice.Where(row => IsOf(row.Row, device) && row.Row.Step.Stack.Name == stack)];
        double[] middles = own.Select(row => row.Row.Device).Distinct().Count() < 2
            ? []
            : [.. own.GroupBy(row => row.Row.Device).Select(rows => Statistics.Quantile([.. rows.Select(row => row.Error)], 0.5))];
        double between = (middles.Sum(middle => middle * middle) + DevicesOfPrior * BetweenDevices * BetweenDevices) / (middles.Length + DevicesOfPrior);
        return Math.Sqrt(between + OneBlock * OneBlock / (1 + BlocksOf(device, stack)));
    }

    /// <summary>Standard deviation of ln(time) between networks of a kind.</summary>
    public double OfKind(DeviceClass device, NetworkKind kind) =>
        Drawn([.. byBlock.Where(row => IsOf(row.Row, device) && row.Row.Step.Work.Kind == kind)], usual);

    /// <summary>
    /// The same within a stack, less what <see cref="OfStack"/> already holds, of which errors of withheld blocks have their part; null where it has no such network.
    /// </summary>
    public NetworkResidual? OfResidual(DeviceClass device, string stack, NetworkKind kind)
    {
        (NetworkRow Row, double Error)[] own = [.. byBlock.Where(row => IsOf(row.Row, device) && row.Row.Step.Stack.Name == stack && row.Row.Step.Work.Kind == kind)];
        if (own.Length == 0)
            return null;
        double seen = Drawn(own, OfKind(device, kind)), shared = OfStack(device, stack);
        return new NetworkResidual(device, stack, kind, Math.Sqrt(Math.Max(seen * seen - shared * shared, LeastShare * seen * seen)));
    }

    private int BlocksOf(DeviceClass device, string stack) =>
        byBlock.Where(row => IsOf(row.Row, device) && row.Row.Step.Stack.Name == stack).Select(row => row.Row.Block).Distinct().Count();

    /// <summary>The spread of some errors, drawn towards that of a wider group the fewer their blocks are.</summary>
    private static double Drawn((NetworkRow Row, double Error)[] own, double wider)
    {
        if (own.Length == 0)
            return wider;
        double seen = Spread(own.Select(row => row.Error));
        int blocks = own.Select(row => row.Row.Block).Distinct().Count();
        return Math.Sqrt((blocks * seen * seen + BlocksOfPrior * wider * wider) / (blocks + BlocksOfPrior));
    }

    private static bool IsOf(NetworkRow row, DeviceClass device) => NetworkEfficiencies.ClassOf(row.Step.Device.Kind) == device;

    /// <summary>The standard deviation for which 90 % of the errors are inside their interval.</summary>
    private static double Spread(IEnumerable<double> errors) => Statistics.Quantile([.. errors.Select(Math.Abs)], 0.9) / 1.645;
}
