namespace MlsdEstimator.Accuracy;

/// <summary>What <see cref="FeatureServer"/> and <see cref="FeatureStore"/> say about a read, in plain numbers and milliseconds, so that a fit is quick.</summary>
/// <remarks>Calls one after the other are added by their moments (Fenton 1960), and the two tails as independent; the library convolves instead. The difference is in the reported errors.</remarks>
internal static class FeatureLaw
{
    private const double ScoreOfP99 = 2.3263478740408408;

    private const double PauseSharpness = 4;

    /// <summary>A fit may not take a host for full that was not.</summary>
    private const double FullestHost = 0.985;

    /// <summary>p50 and p99 of a read.</summary>
    public static (double P50, double P99) Of(FeatureRead read, FeatureServerFit? server, FeatureStoreFit store, double mostKeysPerCall = double.PositiveInfinity)
    {
        (double storeP50, double storeTail) = Store(read, store, mostKeysPerCall);
        (double serverP50, double serverTail) = server is FeatureServerFit fit ? Server(read, fit) : (0, 0);
        return (storeP50 + serverP50, storeP50 + serverP50 + Math.Sqrt(storeTail * storeTail + serverTail * serverTail));
    }

    private static (double P50, double Tail) Server(FeatureRead read, FeatureServerFit fit)
    {
        double service = fit.FixedMs + fit.PerViewMs * read.Views + fit.PerValueUs / 1000 * read.Values;
        double busy = read.Users is double users ? users / fit.Capacity : Math.Min(FullestHost, read.PerSecond!.Value / 1000 * service / fit.Capacity);
        double p50 = read.Users is null ? service * (1 + Wait(busy, fit.Capacity)) : service * Math.Max(1, busy);
        double pause = fit.PauseMs / (1 + Math.Pow(fit.PauseFromMs / service, PauseSharpness));
        return (p50, fit.Spread * service + pause + fit.LoadSpread * Math.Min(1, busy) * p50);
    }

    /// <summary>Sakasegawa's formula for regular arrivals.</summary>
    private static double Wait(double busy, double servers) => 0.5 * Math.Pow(busy, Math.Sqrt(2 * (servers + 1)) - 1) / (servers * (1 - busy));

    private static (double P50, double Tail) Store(FeatureRead read, FeatureStoreFit fit, double mostKeysPerCall)
    {
        double calls = (read.IsThroughServer ? read.Views : 1) * Math.Max(1, Math.Ceiling(read.Entities / mostKeysPerCall));
        double keys = Math.Min(read.Entities, mostKeysPerCall);
        double variance = Math.Exp(Math.Pow(Math.Log(fit.TailRatio) / ScoreOfP99, 2)), each = fit.CallP50Ms + fit.PerKeyUs / 1000 * (keys - 1);
        double mean = calls * each * Math.Sqrt(variance), scv = (variance - 1) / calls;
        double p50 = mean / Math.Sqrt(1 + scv);
        return (p50, p50 * (Math.Exp(ScoreOfP99 * Math.Sqrt(Math.Log(1 + scv))) - 1));
    }
}
