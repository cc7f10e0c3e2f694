namespace MlsdEstimator;

/// <summary>
/// Constants fitted to published rows whose success is 100 %, by
/// <c>dotnet run -c Release --project benchmarks/MlsdEstimator.Accuracy -- --family feature_store --fit</c>. Do not edit.
/// </summary>
internal static class FeatureStoreFits
{
    public static readonly DateOnly FittedOn = new(2026, 11, 21);

    public static readonly FeatureServerFit FeastPython = new(3.96, 0.654, 22.1, 7.76, 0.0215, 51.5, 21.8, 0.251, new(1.51, 0.93, 0.264, 0.259, 0.838), 107);

    public static readonly FeatureServerFit FeastPythonLocal = new(2.13, 1.58, 15.9, 9.83, 0.107, 45.3, 51.7, 0.465, new(1.99, 1.05, 0.297, 0.258, 0.372), 48);

    public static readonly FeatureServerFit FeastGo = new(0.586, 0.0481, 4.37, 3.16, 0.03, 1.27, 0.812, 0.457, new(0.647, 1.1, 0.211, 0.569, 0.228), 93);

    public static readonly FeatureServerFit FeastJavaGrpc = new(0.544, 0.0345, 10.8, 8, 0.0215, 0.461, 0.864, 1.78, new(0.815, 1.41, 0.258, 0.353, 0.406), 40);

    public static readonly FeatureServerFit FeastJava = new(0.286, 0.0408, 2.54, 5.96, 0.0853, 1.43, 13.5, 0.505, new(1.26, 2.09, 0.342, 0.569, 0.395), 11);

    public static readonly FeatureStoreFit DynamoDb = new(4.13, 6.06, 75.9, 0.05, 29);

    public static readonly FeatureStoreFit Datastore = new(6.81, 8.73, 160, 0.388, 2);

    public static readonly FeatureStoreFit Hopsworks = new(1.95, 1.65, 87.5, 0.255, 4);

    public static readonly FeatureStoreFit SageMaker = new(8.4, 2.27, 363, 0.05, 4);
}
