namespace MlsdEstimator.Accuracy;

/// <summary>Servers and stores of a prediction: those that ship, or fitted ones.</summary>
/// <param name="Servers">By name as published; a server that is not there is not predicted.</param>
/// <param name="Stores">By name as published.</param>
internal sealed record FeatureConstants(IReadOnlyDictionary<string, FeatureServer> Servers, IReadOnlyList<(string Begins, FeatureStore Store)> Stores)
{
    public static FeatureConstants Shipped { get; } = new(
        new Dictionary<string, FeatureServer>
        {
            ["Feast Python"] = FeatureServers.FeastPython,
            ["Feast Python (local)"] = FeatureServers.FeastPythonLocal,
            ["Feast Go HTTP"] = FeatureServers.FeastGo,
            ["Feast Java gRPC"] = FeatureServers.FeastJavaGrpc,
            ["Feast Java"] = FeatureServers.FeastJava,
        },
        [
            ("Redis", FeatureStores.RedisSameHost), ("DynamoDB", FeatureStores.DynamoDb), ("Datastore", FeatureStores.Datastore),
            ("Hopsworks", FeatureStores.RonDb), ("SageMaker", FeatureStores.SageMaker),
        ]);

    /// <summary>Fitted constants.</summary>
    public static FeatureConstants Of(IReadOnlyDictionary<string, FeatureServerFit> servers, IReadOnlyDictionary<string, FeatureStoreFit> stores) => new(
        servers.ToDictionary(entry => entry.Key, entry => FeatureServers.Server(entry.Key, "refit", entry.Value)),
        [("Redis", FeatureStores.RedisSameHost), .. stores.Select(entry => (entry.Key, Refitted(entry.Key, entry.Value)))]);

    private static FeatureStore Refitted(string name, FeatureStoreFit fit) =>
        FeatureStores.Fitted(name, fit, "refit") with { MostKeysPerCall = name == "SageMaker" ? FeatureStores.SageMaker.MostKeysPerCall : null };

    public FeatureServer? Server(FeatureRead read) => Servers.GetValueOrDefault(read.Server);

    public FeatureStore? Store(FeatureRead read) => Stores.FirstOrDefault(entry => read.IsOf(entry.Begins)).Store;
}
