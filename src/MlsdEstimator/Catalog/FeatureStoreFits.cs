namespace MlsdEstimator;

/// <summary>
/// Constants fitted to published rows whose success is 100 %, by
/// <c>dotnet run -c Release --project benchmarks/MlsdEstimator.Accuracy -- --family feature_store --fit</c>. Do not edit.
/// </summary>
internal static class FeatureStoreFits
{
    public static readonly DateOnly FittedOn = new(2026, 11, 21);

    public static readonly FeatureServerFit FeastPython = new(3.94, 0.631, 23.3, 8.19, 0.023, 54, 22.1, 0.223, new(1.68, 0.965, 0.05, 1.6), 107);

    public static readonly FeatureServerFit FeastPythonLocal = new(2.12, 1.6, 15.4, 9.52, 0.0994, 44.8, 52.4, 0.528, new(0.4, 0.85, 0.15, 0.709), 48);

    public static readonly FeatureServerFit FeastGo = new(0.586, 0.0481, 4.37, 3.16, 0.03, 1.27, 0.812, 0.457, new(0.0864, 0.616, 0.0853, 0.356), 93);

    public static readonly FeatureServerFit FeastJavaGrpc = new(0.544, 0.0345, 10.8, 8, 0.0215, 0.461, 0.864, 1.78, new(0.4, 0.85, 0.15, 0.287), 40);

    public static readonly FeatureServerFit FeastJava = new(0.286, 0.0408, 2.54, 5.96, 0.0853, 1.43, 13.5, 0.505, new(0.4, 0.85, 0.15, 0.05), 11);

    public static readonly FeatureStoreFit DynamoDb = new(4.13, 6.06, 67.6, 0.0886, 29);

    public static readonly FeatureStoreFit Datastore = new(6.73, 8.92, 152, 0.156, 2);

    public static readonly FeatureStoreFit Hopsworks = new(1.95, 1.65, 87.5, 0.0891, 4);

    public static readonly FeatureStoreFit SageMaker = new(8.4, 2.27, 363, 0.0886, 4);
}
