namespace MlsdEstimator.Accuracy;

/// <summary>p50 and p99 of feature reads: Feast servers over several stores, and managed stores.</summary>
/// <remarks>A block is one series of one run, a device one run (log), a model family one server: a run that was not seen is the honest test.</remarks>
/// <param name="constants">What to predict with.</param>
/// <param name="fit">What the constants were fitted to; null for those that ship.</param>
internal sealed class FeatureStoreFamily(FeatureConstants constants, FeatureFitting? fit = null) : Family<FeatureStoreRow>
{
    private const double Milliseconds = 1e-3;

    /// <summary>A load generator sends at a fixed rate, and throws the answers away.</summary>
    private static readonly Bandwidth NotDecoded = Bandwidth.FromTerabytesPerSecond(1);

    /// <summary>Time-out of the load generators.</summary>
    private static readonly Duration GivenUp = Duration.FromSeconds(5);

    private static readonly DataSize Integer = DataSize.FromBytes(8);

    private static readonly SimulationOptions Draws = new() { Samples = 256, Randomisations = 1, Threads = 1 };

    private readonly Dictionary<FeatureRead, (Outcome P50, Outcome P99)> known = [];

    public override string Name => "feature_store";

    public override string File => "feature_store.csv";

    public override IReadOnlyList<ConstantsFile> Constants => fit is null ? [] : [fit.File];

    public override IReadOnlyList<string> LeftOut(ValidationFolder folder) => folder.Rows(File).Count(FeatureRead.IsSaturated) is > 0 and int saturated
        ? [$"{saturated} rows in which some requests failed: saturated, which is no latency"]
        : [];

    public override Outcome Predict(FeatureStoreRow row)
    {
        if (!known.TryGetValue(row.Read, out (Outcome P50, Outcome P99) said))
            known[row.Read] = said = Both(row.Read);
        return row.IsTail ? said.P99 : said.P50;
    }

    public override IFamily Refit(ValidationFolder folder, Func<Measurement, bool> isWithheld)
    {
        var fitted = new FeatureFitting([.. Read(folder).Where(row => !isWithheld(row)).Select(row => row.Read).Distinct()]);
        return new FeatureStoreFamily(fitted.Constants, fitted);
    }

    protected override IReadOnlyList<Measurement> All(ValidationFolder folder) =>
        RowReading.Of(folder.Rows(File).Where(row => !FeatureRead.IsSaturated(row)), row => RowsOf(row.Id, FeatureRead.Of(row)));

    private static IEnumerable<FeatureStoreRow> RowsOf(string id, FeatureRead read)
    {
        if (read.P50 is double median)
            yield return RowOf(id, read, median, isTail: false);
        if (read.P99 is double tail)
            yield return RowOf(id, read, tail, isTail: true);
    }

    private static FeatureStoreRow RowOf(string id, FeatureRead read, double value, bool isTail) => new()
    {
        Id = $"{id} {(isTail ? "p99" : "p50")}",
        Model = $"{read.Server}, {read.Store}: {read.Series}",
        ModelFamily = read.Server,
        Device = read.Run,
        Engine = isTail ? "p99" : "p50",
        Value = value,
        Read = read,
        IsTail = isTail,
    };

    private (Outcome P50, Outcome P99) Both(FeatureRead read)
    {
        if (constants.Store(read) is not FeatureStore store)
            return Refused("the store is not in the catalogue");
        if (read.IsThroughServer && constants.Server(read) is null)
            return Refused("no run of the feature server was seen");
        LatencyProfile time = TimeOf(read, store, constants.Server(read));
        (Duration median, Duration tail) = (time.P50, time.P99);
        if (!tail.IsFeasible)
            return Refused(Infeasibility.Message(tail.Node));
        Simulation run = Simulation.Run([median, tail], Draws);
        return (Said(median, run), Said(tail, run));
    }

    private static LatencyProfile TimeOf(FeatureRead read, FeatureStore store, FeatureServer? server)
    {
        FeatureFetch stores = Fetch(read, store);
        if (server is null)
            return stores.Time;
        FeatureServer regular = server with { ArrivalScv = 0 };
        return read.Users is double users
            ? stores.Time.Then(regular.WithUsers(users, hosts: 1, read.Views, read.Values))
            : (stores with { Server = regular, ServerHosts = 1 }).Time;
    }

    private static FeatureFetch Fetch(FeatureRead read, FeatureStore store)
    {
        Rate rate = Rate.FromPerSecond(read.PerSecond ?? 1);
        Scalar views = read.IsThroughServer ? read.Views : 1;
        var group = new FeatureGroup
        {
            Entities = read.Entities, KeysPerEntity = views, BundleSize = Integer * read.Features, FeaturesPerEntity = read.Features, Store = store, KeysPerCall = read.Entities, ParallelCalls = 1,
        };
        return new FeatureFetch { Requests = Load.Of(rate, rate, "requests"), Groups = [group], Network = NotDecoded, Decoding = NotDecoded };
    }

    /// <summary>A belief that reaches saturation ends where the load generators gave up.</summary>
    private static Prediction Said(Duration time, Simulation run)
    {
        Estimate<Duration> belief = run.Of(time);
        Duration high = belief.High.IsFeasible ? belief.High : Duration.Max(time, GivenUp);
        return new Prediction(time.Seconds / Milliseconds, belief.Low.Seconds / Milliseconds, high.Seconds / Milliseconds);
    }

    private static (Outcome, Outcome) Refused(string reason) => (new Refusal(reason), new Refusal(reason));
}
