namespace MlsdEstimator;

/// <summary>Feature servers by name, fitted to published load tests: one host of 16 vCPU with the server, the store of the test outside.</summary>
/// <remarks>
/// None is a default: a client that asks its store itself has no feature server. The spread between two runs of one server is large (a second run of the
/// Python server took 6 times as long for small requests), so constants are ranges, shared by all estimates that use them. What is validated, and how, is in docs/accuracy.md.
/// </remarks>
public static class FeatureServers
{
    private const string Benchmarks = "feast-dev/feast-benchmarks";

    /// <summary>Feast 0.25 Python server, 16 processes on one c5.4xlarge.</summary>
    public static FeatureServer FeastPython { get; } = Server("Feast 0.25 Python", "python/full-report-*.log", FeatureStoreFits.FeastPython);

    /// <summary>Feast Python server as an embedded local server, host not stated.</summary>
    public static FeatureServer FeastPythonLocal { get; } = Server("Feast Python local", "python_local/perf.log", FeatureStoreFits.FeastPythonLocal);

    /// <summary>Feast Go server over HTTP, 16 processes on one c5.4xlarge.</summary>
    public static FeatureServer FeastGo { get; } = Server("Feast 0.25 Go", "python/full-report-redis-go-http*.log", FeatureStoreFits.FeastGo);

    /// <summary>Feast Java server over gRPC, one process on a c5.4xlarge (2021, later removed as outdated).</summary>
    public static FeatureServer FeastJavaGrpc { get; } = Server("Feast Java gRPC", "java/full-report-cluster.log", FeatureStoreFits.FeastJavaGrpc);

    /// <summary>Feast Java server of 2022: p99 by batch size only, 50 features taken.</summary>
    public static FeatureServer FeastJava { get; } = Server("Feast Java", "python/java_x_python_p99_by_batch_size.csv", FeatureStoreFits.FeastJava);

    /// <summary>All of them.</summary>
    public static IReadOnlyList<FeatureServer> All { get; } = [FeastPython, FeastPythonLocal, FeastGo, FeastJavaGrpc, FeastJava];

    /// <summary>A server by its name, or by a part of it that only one has: "Go". Capitals do not matter.</summary>
    /// <param name="name">Name or part of it.</param>
    /// <exception cref="ArgumentException">There is none, or several; the message lists the nearest or the candidates.</exception>
    public static FeatureServer Find(string name) => CatalogSearch.Find(name, All, server => server.Name, "feature server");

    /// <summary>A server of fitted constants with the doubt between runs.</summary>
    internal static FeatureServer Server(string name, string file, FeatureServerFit fit) => new()
    {
        Name = name,
        Fixed = Doubted(fit.FixedMs, fit.Doubts.Fixed).In(Duration.Millisecond).Named($"{name} fixed"),
        PerView = Doubted(fit.PerViewMs, fit.Doubts.PerView).In(Duration.Millisecond).Named($"{name} per view"),
        PerValue = Doubted(fit.PerValueUs, fit.Doubts.PerValue).In(Duration.Microsecond).Named($"{name} per value"),
        Capacity = (1 + Doubted(fit.Capacity - 1, fit.Doubts.Capacity).AsScalar().Named($"{name} requests in service, less 1")).Named($"{name} requests in service"),
        Spread = fit.Spread,
        Pause = Duration.FromMilliseconds(fit.PauseMs),
        PauseFrom = Duration.FromMilliseconds(fit.PauseFromMs),
        LoadSpread = fit.LoadSpread,
        TailFactor = Doubted(1, fit.Doubts.Tail).AsScalar().Named($"{name} tail"),
        Source = Text.Of($"{Benchmarks} {file}, {fit.Rows} rows with success 100 %, fitted {FeatureStoreFits.FittedOn:yyyy-MM-dd}"),
        AsOf = FeatureStoreFits.FittedOn,
    };

    /// <summary>The best value, and 1.645 standard deviations of its logarithm to both sides.</summary>
    internal static Uncertain Doubted(double best, double deviation)
    {
        double factor = Math.Exp(StandardNormal.Score(0.95) * deviation);
        return Uncertain.Range(best / factor, best, best * factor);
    }
}
