using MathNet.Numerics.Distributions;

namespace MlsdEstimator.Accuracy;

/// <summary>How far the constants of a server or store are doubted: what another run of it would show.</summary>
/// <remarks>
/// A run's times scatter about those of its program by a spread that all programs share, corrected by its own runs (moderated variances, Smyth 2004); to that comes
/// that the middle of few runs is itself uncertain, and what the rows do not tell. Tails and stores are doubted by their errors on series that were withheld.
/// </remarks>
internal sealed class FeatureDoubting
{
    /// <summary>A doubt below this is not believed.</summary>
    private const double LeastDoubt = 0.05;

    /// <summary>Where no program was run twice, its times are known within a factor of two.</summary>
    private const double Unknown = 0.5;

    /// <summary>The spread that all share counts like so many runs of the program, or series of it.</summary>
    private const double Shared = 2;

    /// <summary>Two runs of the Python server on one host were full at 7.2 and at 8.5 requests.</summary>
    private const double CapacityBetweenRuns = 0.15;

    /// <summary>Half of a normal law lies within so many standard deviations.</summary>
    private const double MedianOfNormal = 0.6745;

    private readonly IReadOnlyList<FeatureRead> reads;
    private readonly IReadOnlyDictionary<string, FeatureServerPoint> fits;
    private readonly ILookup<string, (string Program, double[] Times)> runs;
    private readonly double[] shared;
    private readonly ILookup<string, double> tailErrors;
    private readonly ILookup<string, double> storeErrors;

    public FeatureDoubting(IReadOnlyList<FeatureRead> reads, IReadOnlyDictionary<string, FeatureServerPoint> fits, IReadOnlyDictionary<string, FeatureStoreFit> stores, IReadOnlyList<FeatureStoreProblem> problems)
    {
        this.reads = reads;
        this.fits = fits;
        runs = fits.SelectMany(fit => RunsOf(fit.Value).Select(run => (fit.Key, run))).ToLookup(pair => pair.Key, pair => pair.run);
        shared = [.. Enumerable.Range(0, FeatureLogs.Times).Select(SharedSpread)];
        (string Server, FeatureRead Read, double[] Point)[] withheld = [.. fits.SelectMany(fit => Withheld(fit.Key, fit.Value))];
        tailErrors = withheld.SelectMany(one => TailError(one.Read, one.Point, stores).Select(error => (one.Server, error))).ToLookup(pair => pair.Server, pair => pair.error);
        storeErrors = withheld.Where(one => one.Read.IsOf(FeatureServerProblem.DynamoDb)).SelectMany(DynamoDbErrors).Concat(problems.SelectMany(StoreErrors)).ToLookup(pair => pair.Store, pair => pair.Error);
    }

    /// <summary>Doubts about a server.</summary>
    public FeatureDoubts OfServer(string server)
    {
        double[] untold = fits[server].Problem.Undetermined(fits[server].Point);
        double Of(int constant, double betweenRuns) => Joined(betweenRuns, Math.Min(untold[constant], BetweenServers(constant)));
        return new FeatureDoubts(Of(0, BetweenRuns(server, 0)), Of(1, BetweenRuns(server, 1)), Of(2, BetweenRuns(server, 2)), Of(FeatureLogs.Capacity, CapacityBetweenRuns), OfErrors(tailErrors, server, SeriesOf(server)));
    }

    /// <summary>Doubt about a store.</summary>
    public double OfStore(string store) => OfErrors(storeErrors, store, storeErrors[store].Count());

    /// <summary>What a next run shows: the spread about the middle of its server's runs, which is uncertain itself.</summary>
    private double BetweenRuns(string server, int constant)
    {
        (double squares, int freedom) = Squares(fits[server].Problem.Own[0].Program, constant);
        double spread = Math.Sqrt((Shared * shared[constant] * shared[constant] + squares) / (Shared + freedom));
        return spread * Math.Sqrt(1 + 1.0 / Math.Max(1, runs[server].Count()));
    }

    /// <summary>The 95 % point of a Student law over that of a normal one: a spread of few runs is itself uncertain.</summary>
    private double FewRuns => StudentT.InvCDF(0, 1, Shared + Programs.Sum(program => Squares(program, 0).Freedom), 0.95) / Normal.InvCDF(0, 1, 0.95);

    /// <summary>The geometric mean of the spreads of programs that were run more than once.</summary>
    private double SharedSpread(int constant)
    {
        double[] variances = [.. Programs.Select(program => Squares(program, constant)).Where(one => one.Freedom > 0).Select(one => one.Squares / one.Freedom + LeastDoubt * LeastDoubt)];
        return variances.Length == 0 ? Unknown : Math.Exp(variances.Average(value => Math.Log(value)) / 2);
    }

    private IEnumerable<string> Programs => fits.Values.Select(fit => fit.Problem.Own[0].Program).Distinct();

    private (double Squares, int Freedom) Squares(string program, int constant)
    {
        double[] logs = [.. runs.SelectMany(run => run).Where(run => run.Program == program).Select(run => run.Times[constant])];
        return logs.Length < 2 ? (0, 0) : (logs.Sum(log => Math.Pow(log - logs.Average(), 2)), logs.Length - 1);
    }

    /// <summary>A number that rows do not tell is as unknown as servers differ.</summary>
    private double BetweenServers(int constant)
    {
        double[] logs = [.. fits.Values.Select(fit => fit.Point[constant])];
        return logs.Length < 2 ? Unknown : Math.Sqrt(logs.Sum(log => Math.Pow(log - logs.Average(), 2)) / (logs.Length - 1));
    }

    /// <summary>Logarithms of the three times of each run over Redis, fitted to its medians; the rest is that of the server.</summary>
    private static IEnumerable<(string Program, double[] Times)> RunsOf(FeatureServerPoint fit) =>
        fit.Problem.Own.Where(read => read.IsOf("Redis") && read.P50 is not null).GroupBy(read => read.Run).Select(run => (run.First().Program, Times([.. run], fit.Point)));

    private static double[] Times(IReadOnlyList<FeatureRead> run, double[] joint)
    {
        double Total(double[] point) => run.Sum(read => FeatureServerProblem.Loss(Math.Log(FeatureLaw.Of(read, FeatureLogs.Server([.. point, .. joint[FeatureLogs.Times..]]), FeatureServerProblem.Redis).P50 / read.P50!.Value))) + FeatureServerProblem.Pulled(point, joint[..FeatureLogs.Times]);
        return Simplex.Least(Total, joint[..FeatureLogs.Times]);
    }

    /// <summary>Each read of a server with the constants that all but its series give.</summary>
    private IEnumerable<(string Server, FeatureRead Read, double[] Point)> Withheld(string server, FeatureServerPoint fit) =>
        from series in fit.Problem.Own.GroupBy(read => (read.Run, read.Series))
        let problem = FeatureServerProblem.Of(server, [.. reads.Except(series)])
        where problem is not null
        let point = problem.From(fit.Point)
        from read in series
        select (server, read, point);

    /// <summary>How far (p99 - p50) / p50 is off.</summary>
    private static IEnumerable<double> TailError(FeatureRead read, double[] point, IReadOnlyDictionary<string, FeatureStoreFit> stores)
    {
        if (read is not { P50: double p50, P99: double p99 } || p99 <= p50)
            yield break;
        FeatureStoreFit store = read.IsOf(FeatureServerProblem.DynamoDb) ? FeatureLogs.StoreAfter(point) ?? stores[FeatureServerProblem.DynamoDb] : FeatureServerProblem.Redis;
        (double median, double tail) = FeatureLaw.Of(read, FeatureLogs.Server(point), store);
        yield return Math.Log((tail - median) / median / ((p99 - p50) / p50));
    }

    /// <summary>Medians of reads through a server that was fitted without them.</summary>
    private static IEnumerable<(string Store, double Error)> DynamoDbErrors((string Server, FeatureRead Read, double[] Point) withheld)
    {
        if (FeatureLogs.StoreAfter(withheld.Point) is FeatureStoreFit store && withheld.Read.P50 is double p50)
            yield return (FeatureServerProblem.DynamoDb, Math.Log(FeatureLaw.Of(withheld.Read, FeatureLogs.Server(withheld.Point), store).P50 / p50));
    }

    private static IEnumerable<(string Store, double Error)> StoreErrors(FeatureStoreProblem problem) =>
        problem.Own.Count < 2 ? [] : problem.Own.Select(read => (problem.Name, problem.Errors(read, problem.Without(read).Least()).First()));

    /// <summary>The spread of errors of one, drawn to that of all.</summary>
    private static double OfErrors(ILookup<string, double> errors, string of, int count)
    {
        double all = Deviation([.. errors.SelectMany(one => one)]), own = errors.Contains(of) ? Deviation([.. errors[of]]) : all;
        return Math.Sqrt((count * own * own + Shared * all * all) / (count + Shared));
    }

    private static double Deviation(IReadOnlyCollection<double> errors) =>
        errors.Count == 0 ? Unknown : Math.Max(LeastDoubt, Statistics.Quantile([.. errors.Select(Math.Abs)], 0.5) / MedianOfNormal);

    private int SeriesOf(string server) => fits[server].Problem.Own.Select(read => (read.Run, read.Series)).Distinct().Count();

    private static double Joined(double one, double other) => Math.Sqrt(one * one + other * other);
}
