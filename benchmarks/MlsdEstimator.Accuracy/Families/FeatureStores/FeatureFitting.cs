namespace MlsdEstimator.Accuracy;

/// <summary>Constants of feature servers and stores, fitted to the logarithms of reads as if errors had a Cauchy law.</summary>
/// <remarks>
/// Where two runs of one server differ by six times, the constants then are those of the majority, and not of a server that nobody ran.
/// How far they are doubted is in <see cref="FeatureDoubting"/>.
/// </remarks>
internal sealed class FeatureFitting
{
    private readonly Dictionary<string, FeatureServerFit> servers = [];
    private readonly Dictionary<string, FeatureStoreFit> stores = [];

    public FeatureFitting(IReadOnlyList<FeatureRead> reads)
    {
        FeatureRead[] all = [.. reads, .. PublishedReads.Datastore];
        var fits = new SortedDictionary<string, FeatureServerPoint>(StringComparer.Ordinal);
        foreach (string name in all.Where(read => read.IsThroughServer).Select(read => read.Server).Distinct())
            if (FeatureServerProblem.Of(name, all) is FeatureServerProblem problem)
                fits[name] = new FeatureServerPoint(problem, problem.Least());
        foreach ((string name, FeatureServerPoint fit) in fits)
            Keep(name, fit);
        foreach (FeatureStoreProblem problem in FeatureStoreProblem.All(all, servers))
            stores[problem.Name] = problem.Least() with { Rows = problem.Own.Count };
        Doubt(new FeatureDoubting(all, fits, stores, [.. FeatureStoreProblem.All(all, servers)]));
    }

    /// <summary>The constants as the library would have them.</summary>
    public FeatureConstants Constants => FeatureConstants.Of(servers, stores);

    /// <summary>The source of the library that holds them.</summary>
    public ConstantsFile File => new("src/MlsdEstimator/Catalog/FeatureStoreFits.cs", FeatureFitText.Of(servers, stores));

    private void Keep(string name, FeatureServerPoint fit)
    {
        servers[name] = FeatureLogs.Server(fit.Point) with { Rows = fit.Problem.Own.Count };
        if (FeatureLogs.StoreAfter(fit.Point) is FeatureStoreFit store)
            stores[FeatureServerProblem.DynamoDb] = store with { Rows = fit.Problem.Own.Count(read => read.IsOf(FeatureServerProblem.DynamoDb)) };
    }

    private void Doubt(FeatureDoubting doubting)
    {
        foreach (string server in servers.Keys)
            servers[server] = servers[server] with { Doubts = doubting.OfServer(server) };
        foreach (string store in stores.Keys)
            stores[store] = stores[store] with { Doubt = doubting.OfStore(store) };
    }
}
