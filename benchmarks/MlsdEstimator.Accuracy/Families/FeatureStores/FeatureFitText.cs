using System.Globalization;
using System.Text;

namespace MlsdEstimator.Accuracy;

/// <summary>Fitted constants as source.</summary>
internal static class FeatureFitText
{
    /// <summary>Names in the library, and as published.</summary>
    public static readonly (string Name, string Published)[] Servers =
        [("FeastPython", "Feast Python"), ("FeastPythonLocal", "Feast Python (local)"), ("FeastGo", "Feast Go HTTP"), ("FeastJavaGrpc", "Feast Java gRPC"), ("FeastJava", "Feast Java")];

    public static readonly (string Name, string Published)[] Stores =
        [("DynamoDb", "DynamoDB"), ("Datastore", "Datastore"), ("Hopsworks", "Hopsworks"), ("SageMaker", "SageMaker")];

    public static string Of(IReadOnlyDictionary<string, FeatureServerFit> servers, IReadOnlyDictionary<string, FeatureStoreFit> stores)
    {
        var text = new StringBuilder("""
            namespace MlsdEstimator;

            /// <summary>
            /// Constants fitted to published rows whose success is 100 %, by
            /// <c>dotnet run -c Release --project benchmarks/MlsdEstimator.Accuracy -- --family feature_store --fit</c>. Do not edit.
            /// </summary>
            internal static class FeatureStoreFits
            {

            """);
        DateTime today = DateTime.UtcNow;
        Line(text, $"    public static readonly DateOnly FittedOn = new({today.Year}, {today.Month}, {today.Day});");
        foreach ((string name, string published) in Servers)
            Line(text, $"\n    public static readonly FeatureServerFit {name} = {Source(servers[published])};");
        foreach ((string name, string published) in Stores)
            Line(text, $"\n    public static readonly FeatureStoreFit {name} = {Source(stores[published])};");
        return text.Append("}\n").ToString();
    }

    private static string Source(FeatureServerFit fit) =>
        $"new({string.Join(", ", new[] { fit.FixedMs, fit.PerViewMs, fit.PerValueUs, fit.Capacity, fit.Spread, fit.PauseMs, fit.PauseFromMs, fit.LoadSpread }.Select(Number))}, {Source(fit.Doubts)}, {fit.Rows})";

    private static string Source(FeatureDoubts doubts) =>
        $"new({string.Join(", ", new[] { doubts.Fixed, doubts.PerView, doubts.PerValue, doubts.Capacity, doubts.Tail }.Select(Number))})";

    private static string Source(FeatureStoreFit fit) => $"new({string.Join(", ", new[] { fit.CallP50Ms, fit.TailRatio, fit.PerKeyUs, fit.Doubt }.Select(Number))}, {fit.Rows})";

    private static string Number(double value) => double.Parse(value.ToString("G3", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture).ToString("0.########", CultureInfo.InvariantCulture);

    private static void Line(StringBuilder text, string line) => text.Append(line).Append('\n');
}
