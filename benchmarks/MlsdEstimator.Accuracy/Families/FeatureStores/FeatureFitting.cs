namespace MlsdEstimator.Accuracy;

/// <summary>Constants of feature servers and stores, fitted to the logarithms of reads as if errors had a Cauchy law.</summary>
/// <remarks>
/// Where two runs of one server differ by six times, the constants then are those of the majority, and not of a server that nobody ran.
/// The doubt of the constants is how far runs lie apart.
/// </remarks>
internal sealed class FeatureFitting
{
    /// <summary>Errors below this count squared, larger ones less and less.</summary>
    private const double Usually = 0.2;

    /// <summary>A store with a handful of rows has no majority: all of them count.</summary>
    private const double FewRows = 1;

    /// <summary>They count little each, so what is usual counts less too.</summary>
    private const double FewRowsPull = 0.02;

    /// <summary>A number that rows say nothing about stays at its usual value.</summary>
    private const double Pull = 0.1;

    /// <summary>A doubt below this is not believed.</summary>
    private const double LeastDoubt = 0.05;

    /// <summary>One run says nothing about another: its constants are doubted at least so much.</summary>
    private static readonly double[] LeastOfOneRun = [0.4, 0.6, 0.15];

    /// <summary>90 % points are so many standard deviations from the middle.</summary>
    private const double ScoreOfP95 = 1.6448536269514722;

    private static readonly FeatureServerFit Usual = new(1, 0.1, 10, 6, 0.1, 1, 10, 0.5, new FeatureDoubts(0, 0, 0, 0), 0);

    /// <summary>A pause that most requests meet, or few; a host that is full soon, or late.</summary>
    private static readonly FeatureServerFit[] Starts = [Usual, Usual with { PauseFromMs = 30 }, Usual with { PauseFromMs = 0.1 }, Usual with { Capacity = 3 }];

    private static readonly FeatureStoreFit UsualStore = new(4, 4, 100, 0, 0);

    private static readonly FeatureStoreFit[] StoreStarts = [UsualStore, UsualStore with { PerKeyUs = 500 }, UsualStore with { PerKeyUs = 20 }];

    /// <summary>Redis on the same host, as the library has it.</summary>
    private static readonly FeatureStoreFit Redis = new(FeatureStores.RedisSameHost.CallP50.Milliseconds, FeatureStores.RedisSameHost.TailRatio.Value, 0, 0, 0);

    private readonly IReadOnlyList<FeatureRead> reads;
    private readonly Dictionary<string, FeatureServerFit> servers = [];
    private readonly Dictionary<string, FeatureStoreFit> stores = [];
    private readonly Dictionary<string, List<double[]>> deviations = [];

    public FeatureFitting(IReadOnlyList<FeatureRead> reads)
    {
        this.reads = [.. reads, .. PublishedReads.Datastore];
        foreach (string server in this.reads.Where(read => read.IsThroughServer).Select(read => read.Server).Distinct().Order(StringComparer.Ordinal))
            FitServer(server);
        FitStore("Datastore", double.PositiveInfinity);
        FitStore("Hopsworks", double.PositiveInfinity);
        FitStore("SageMaker", FeatureStores.SageMaker.MostKeysPerCall!.Value);
        foreach (string server in servers.Keys)
            servers[server] = servers[server] with { Doubts = DoubtsOf(server) };
        foreach (string store in stores.Keys)
            stores[store] = stores[store] with { Doubt = Math.Max(StoreDoubt(_ => true), StoreDoubt(read => IsOf(read, store))) };
    }

    /// <summary>The constants as the library would have them.</summary>
    public FeatureConstants Constants => FeatureConstants.Of(servers, stores);

    /// <summary>The source of the library that holds them.</summary>
    public ConstantsFile File => new("src/MlsdEstimator/Catalog/FeatureStoreFits.cs", FeatureFitText.Of(servers, stores));

    /// <summary>A server over Redis and, where it was run so, over DynamoDB: one server, two stores.</summary>
    private void FitServer(string name)
    {
        FeatureRead[] own = [.. reads.Where(read => read.Server == name && !IsOf(read, "Datastore"))];
        if (own.Length == 0)
            return;
        bool hasStore = own.Any(read => IsOf(read, "DynamoDB"));
        double[] usual = [.. Logs(Usual), .. hasStore ? Logs(UsualStore) : []];
        double Total(double[] point) => own.Sum(read => Loss(read, ServerOf(point), IsOf(read, "DynamoDB") ? StoreOf(point[8..]) : Redis)) + Pulled(point, usual);
        double[] found = Starts.Select(start => Simplex.Least(Total, [.. Logs(start), .. usual[8..]])).MinBy(Total)!;
        servers[name] = ServerOf(found) with { Rows = own.Length };
        if (hasStore)
            stores["DynamoDB"] = StoreOf(found[8..]) with { Rows = own.Count(read => IsOf(read, "DynamoDB")) };
    }

    private void FitStore(string name, double mostKeysPerCall)
    {
        FeatureRead[] own = [.. reads.Where(read => IsOf(read, name) && (!read.IsThroughServer || servers.ContainsKey(read.Server)))];
        if (own.Length == 0)
            return;
        double[] usual = Logs(UsualStore);
        double Total(double[] point) => own.Sum(read => Loss(read, read.IsThroughServer ? servers[read.Server] : null, StoreOf(point), mostKeysPerCall, FewRows)) + Pulled(point, usual) * FewRowsPull;
        double[] found = StoreStarts.Select(start => Simplex.Least(Total, Logs(start))).MinBy(Total)!;
        stores[name] = StoreOf(found) with { Rows = own.Length };
    }

    /// <summary>How far runs of a server lie apart; for a server with one run, how far those of other servers do. The tail by its own errors.</summary>
    private FeatureDoubts DoubtsOf(string server) => new(Between(server, 0), Between(server, 1), Between(server, 2), TailDoubt(server));

    private double Between(string server, int constant)
    {
        double[] own = [.. Deviations(server).Select(run => run[constant])];
        return own.Length > 1
            ? Math.Max(LeastDoubt, Size(own))
            : Math.Max(LeastOfOneRun[constant], Size([.. servers.Keys.Where(other => Deviations(other).Count > 1).SelectMany(Deviations).Select(run => run[constant])], typical: true));
    }

    /// <summary>Root of the mean square, or what is usual: a normal law has a median of 0.6745 deviations.</summary>
    private static double Size(double[] deviations, bool typical = false) => deviations.Length == 0 ? LeastDoubt
        : typical ? Statistics.Quantile([.. deviations.Select(Math.Abs)], 0.5) / 0.6745 : Math.Sqrt(deviations.Average(value => value * value));

    /// <summary>Logarithms of the first three constants, fitted to the medians of each run, over those of the server.</summary>
    private List<double[]> Deviations(string server)
    {
        if (deviations.TryGetValue(server, out List<double[]>? known))
            return known;
        double[] start = Logs(servers[server]);
        return deviations[server] = [.. reads.Where(read => read.Server == server && IsOf(read, "Redis") && read.P50 is not null).GroupBy(read => read.Run).Select(run => Deviation([.. run], start))];
    }

    private static double[] Deviation(IReadOnlyList<FeatureRead> run, double[] start)
    {
        double Total(double[] point) => run.Sum(read => Loss(FeatureLaw.Of(read, ServerOf([.. point, .. start[3..]]), Redis).P50, read.P50)) + Pulled(point, start[..3]);
        return [.. Simplex.Least(Total, start[..3]).Zip(start, (own, joint) => own - joint)];
    }

    private double TailDoubt(string server) => Doubt(reads.Where(read => read.Server == server && read is { P50: not null, P99: not null } && read.P99 > read.P50).Select(read =>
    {
        (double p50, double p99) = Said(read);
        return Math.Log((p99 - p50) / p50 / ((read.P99!.Value - read.P50!.Value) / read.P50.Value));
    }));

    /// <summary>How far medians lie from what is said.</summary>
    private double StoreDoubt(Func<FeatureRead, bool> isCounted) => Doubt(reads.Where(read => !IsOf(read, "Redis") && read.P50 is not null && HasStore(read) && isCounted(read)).Select(read => Math.Log(Said(read).P50 / read.P50!.Value)));

    private bool HasStore(FeatureRead read) => stores.Keys.Any(name => IsOf(read, name));

    private (double P50, double P99) Said(FeatureRead read)
    {
        string? store = stores.Keys.FirstOrDefault(name => IsOf(read, name));
        return FeatureLaw.Of(read, read.IsThroughServer ? servers[read.Server] : null, store is null ? Redis : stores[store], store == "SageMaker" ? FeatureStores.SageMaker.MostKeysPerCall!.Value : double.PositiveInfinity);
    }

    /// <summary>The standard deviation of a normal law with the same 90 % point of absolute values.</summary>
    private static double Doubt(IEnumerable<double> errors)
    {
        double[] sizes = [.. errors.Select(Math.Abs)];
        return sizes.Length == 0 ? LeastDoubt : Math.Max(LeastDoubt, Statistics.Quantile(sizes, 0.9) / ScoreOfP95);
    }

    private static bool IsOf(FeatureRead read, string store) => read.Store.Contains(store, StringComparison.OrdinalIgnoreCase);

    private static double Loss(FeatureRead read, FeatureServerFit? server, FeatureStoreFit store, double mostKeysPerCall = double.PositiveInfinity, double usually = Usually)
    {
        (double p50, double p99) = FeatureLaw.Of(read, server, store, mostKeysPerCall);
        return Loss(p50, read.P50, usually) + Loss(p99, read.P99, usually);
    }

    private static double Loss(double said, double? measured, double usually = Usually) =>
        measured is double value ? Math.Log(1 + Math.Pow(Math.Log(said / value) / usually, 2)) : 0;

    private static double Pulled(double[] point, double[] usual) => Pull * point.Zip(usual, (own, other) => (own - other) * (own - other)).Sum();

    private static double[] Logs(FeatureServerFit fit) =>
        [.. new[] { fit.FixedMs, fit.PerViewMs, fit.PerValueUs, fit.Capacity - 1, fit.Spread, fit.PauseMs, fit.PauseFromMs, fit.LoadSpread }.Select(value => Math.Log(value))];

    private static double[] Logs(FeatureStoreFit fit) => [Math.Log(fit.CallP50Ms), Math.Log(fit.TailRatio - 1), Math.Log(fit.PerKeyUs)];

    private static FeatureServerFit ServerOf(double[] logs)
    {
        double[] value = Array.ConvertAll(logs, Math.Exp);
        return new FeatureServerFit(value[0], value[1], value[2], value[3] + 1, value[4], value[5], value[6], value[7], Usual.Doubts, 0);
    }

    private static FeatureStoreFit StoreOf(double[] logs) => new(Math.Exp(logs[0]), Math.Exp(logs[1]) + 1, Math.Exp(logs[2]), 0, 0);
}
