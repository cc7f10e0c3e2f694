namespace MlsdEstimator.Accuracy;

/// <summary>Constants of servers and stores as points: logarithms, in which fits move freely and spreads are factors.</summary>
internal static class FeatureLogs
{
    /// <summary>Where the logarithms of the three times of a server begin, and how many there are.</summary>
    public const int Times = 3;

    /// <summary>Where the capacity of a server is.</summary>
    public const int Capacity = 3;

    /// <summary>Numbers of a server; those of a store may follow.</summary>
    public const int OfServer = 8;

    /// <summary>A server of which nothing is known.</summary>
    public static readonly FeatureServerFit Usual = new(1, 0.1, 10, 6, 0.1, 1, 10, 0.5, new FeatureDoubts(0, 0, 0, 0, 0), 0);

    /// <summary>A store of which nothing is known.</summary>
    public static readonly FeatureStoreFit UsualStore = new(4, 4, 100, 0, 0);

    public static double[] Of(FeatureServerFit fit) =>
        [.. new[] { fit.FixedMs, fit.PerViewMs, fit.PerValueUs, fit.Capacity - 1, fit.Spread, fit.PauseMs, fit.PauseFromMs, fit.LoadSpread }.Select(value => Math.Log(value))];

    public static double[] Of(FeatureStoreFit fit) => [Math.Log(fit.CallP50Ms), Math.Log(fit.TailRatio - 1), Math.Log(fit.PerKeyUs)];

    public static FeatureServerFit Server(double[] point)
    {
        double[] value = Array.ConvertAll(point, Math.Exp);
        return new FeatureServerFit(value[0], value[1], value[2], value[3] + 1, value[4], value[5], value[6], value[7], Usual.Doubts, 0);
    }

    public static FeatureStoreFit Store(double[] point) => new(Math.Exp(point[0]), Math.Exp(point[1]) + 1, Math.Exp(point[2]), 0, 0);

    /// <summary>The store after a server, where there is one.</summary>
    public static FeatureStoreFit? StoreAfter(double[] point) => point.Length > OfServer ? Store(point[OfServer..]) : null;
}
