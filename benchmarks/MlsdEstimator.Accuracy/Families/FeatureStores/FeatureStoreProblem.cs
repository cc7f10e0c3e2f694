namespace MlsdEstimator.Accuracy;

/// <summary>The rows of a store whose servers are known, or which has none.</summary>
internal sealed class FeatureStoreProblem
{
    /// <summary>A store with a handful of rows has no majority: all of them count.</summary>
    private const double FewRows = 1;

    /// <summary>They count little each, so what is usual counts less too.</summary>
    private const double FewRowsPull = 0.02;

    private static readonly FeatureStoreFit[] Starts = [FeatureLogs.UsualStore, FeatureLogs.UsualStore with { PerKeyUs = 500 }, FeatureLogs.UsualStore with { PerKeyUs = 20 }];

    private static readonly (string Name, double MostKeysPerCall)[] Names =
        [("Datastore", double.PositiveInfinity), ("Hopsworks", double.PositiveInfinity), ("SageMaker", FeatureStores.SageMaker.MostKeysPerCall!.Value)];

    private readonly double mostKeysPerCall;
    private readonly IReadOnlyDictionary<string, FeatureServerFit> servers;

    private FeatureStoreProblem(string name, double mostKeysPerCall, IReadOnlyList<FeatureRead> own, IReadOnlyDictionary<string, FeatureServerFit> servers)
    {
        Name = name;
        this.mostKeysPerCall = mostKeysPerCall;
        Own = own;
        this.servers = servers;
    }

    public string Name { get; }

    public IReadOnlyList<FeatureRead> Own { get; }

    /// <summary>Those that have rows.</summary>
    public static IEnumerable<FeatureStoreProblem> All(IReadOnlyList<FeatureRead> reads, IReadOnlyDictionary<string, FeatureServerFit> servers) =>
        from store in Names
        let own = reads.Where(read => read.IsOf(store.Name) && (!read.IsThroughServer || servers.ContainsKey(read.Server))).ToArray()
        where own.Length > 0
        select new FeatureStoreProblem(store.Name, store.MostKeysPerCall, own, servers);

    /// <summary>The best constants from several starts.</summary>
    public FeatureStoreFit Least()
    {
        double[] usual = FeatureLogs.Of(FeatureLogs.UsualStore);
        double Total(double[] point) => Own.Sum(read => Errors(read, FeatureLogs.Store(point)).Sum(error => FeatureServerProblem.Loss(error, FewRows))) + FeatureServerProblem.Pulled(point, usual) * FewRowsPull;
        return FeatureLogs.Store(Starts.Select(start => Simplex.Least(Total, FeatureLogs.Of(start))).MinBy(Total)!);
    }

    /// <summary>The problem without one of its rows.</summary>
    public FeatureStoreProblem Without(FeatureRead read) => new(Name, mostKeysPerCall, [.. Own.Where(other => other != read)], servers);

    /// <summary>How far constants miss a read.</summary>
    public IEnumerable<double> Errors(FeatureRead read, FeatureStoreFit store) =>
        FeatureServerProblem.Errors(read, FeatureLaw.Of(read, read.IsThroughServer ? servers[read.Server] : null, store, mostKeysPerCall));
}
