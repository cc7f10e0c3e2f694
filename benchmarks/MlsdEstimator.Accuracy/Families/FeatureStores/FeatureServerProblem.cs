using MathNet.Numerics.LinearAlgebra;

namespace MlsdEstimator.Accuracy;

/// <summary>The rows of a server over Redis and, where it was run so, over DynamoDB: one server, two stores.</summary>
/// <remarks>Light loads of the same program on another host count too, but less: costs are mostly the program's, how many requests it serves at once is the host's.</remarks>
internal sealed class FeatureServerProblem
{
    /// <summary>The store that is fitted with its server.</summary>
    public const string DynamoDb = "DynamoDB";

    /// <summary>Errors below this count squared, larger ones less and less (Cauchy).</summary>
    private const double Usually = 0.2;

    /// <summary>A number that rows say nothing about stays at its usual value.</summary>
    private const double Pull = 0.1;

    /// <summary>What a row of the same program elsewhere counts.</summary>
    private const double Elsewhere = 0.3;

    /// <summary>Errors inside a series correlate about so much.</summary>
    private const double Correlation = 0.5;

    private const double Difference = 1e-5;

    /// <summary>A pause that most requests meet, or few; a host that is full soon, or late.</summary>
    private static readonly FeatureServerFit[] Starts =
        [FeatureLogs.Usual, FeatureLogs.Usual with { PauseFromMs = 30 }, FeatureLogs.Usual with { PauseFromMs = 0.1 }, FeatureLogs.Usual with { Capacity = 3 }];

    private readonly IReadOnlyList<(FeatureRead Read, double Weight)> rows;
    private readonly double[] usual;

    private FeatureServerProblem(IReadOnlyList<FeatureRead> own, IEnumerable<FeatureRead> elsewhere)
    {
        Own = own;
        rows = [.. own.Select(read => (read, 1.0)), .. elsewhere.Select(read => (read, Elsewhere))];
        usual = [.. FeatureLogs.Of(FeatureLogs.Usual), .. own.Any(read => read.IsOf(DynamoDb)) ? FeatureLogs.Of(FeatureLogs.UsualStore) : []];
    }

    /// <summary>Redis on the same host, as the library has it.</summary>
    public static FeatureStoreFit Redis { get; } = new(FeatureStores.RedisSameHost.CallP50.Milliseconds, FeatureStores.RedisSameHost.TailRatio.Value, 0, 0, 0);

    /// <summary>Rows of the server itself.</summary>
    public IReadOnlyList<FeatureRead> Own { get; }

    /// <summary>The problem of a server; null where it has no rows.</summary>
    public static FeatureServerProblem? Of(string server, IReadOnlyList<FeatureRead> reads)
    {
        FeatureRead[] own = [.. reads.Where(read => read.Server == server && !read.IsOf("Datastore"))];
        return own.Length == 0 ? null : new FeatureServerProblem(own, reads.Where(read => read.Server != server && read.Program == own[0].Program && read.IsOf("Redis") && read.IsLightLoad));
    }

    /// <summary>The best point from several starts.</summary>
    public double[] Least() => Starts.Select(start => From([.. FeatureLogs.Of(start), .. usual[FeatureLogs.OfServer..]])).MinBy(Total)!;

    /// <summary>The best point near another one, with as many numbers as this problem has.</summary>
    public double[] From(double[] start) => Simplex.Least(Total, start.Length > usual.Length ? start[..usual.Length] : start);

    /// <summary>Standard deviations of the numbers of a point, as far as its rows tell: from the curvature of the loss.</summary>
    public double[] Undetermined(double[] point)
    {
        double[] errors = Errors(point);
        double[][] slopes = [.. Enumerable.Range(0, point.Length).Select(axis => Slope(point, errors, axis))];
        double Curvature(int one, int other) => Enumerable.Range(0, errors.Length).Sum(row => Weights[row] * 2 / (Usually * Usually + errors[row] * errors[row]) * slopes[one][row] * slopes[other][row]);
        Matrix<double> information = Matrix<double>.Build.Dense(point.Length, point.Length, (one, other) => Curvature(one, other) + (one == other ? 2 * Pull : 0));
        return [.. information.Inverse().Diagonal().Select(Math.Sqrt)];
    }

    /// <summary>The loss of an error of a logarithm.</summary>
    public static double Loss(double error, double usually = Usually) => Math.Log(1 + error * error / (usually * usually));

    /// <summary>What it costs to leave what is usual.</summary>
    public static double Pulled(double[] point, double[] usual) => Pull * point.Zip(usual, (own, other) => (own - other) * (own - other)).Sum();

    /// <summary>Logarithms of said over measured, for what was measured of p50 and p99.</summary>
    public static IEnumerable<double> Errors(FeatureRead read, (double P50, double P99) said)
    {
        if (read.P50 is double median)
            yield return Math.Log(said.P50 / median);
        if (read.P99 is double tail)
            yield return Math.Log(said.P99 / tail);
    }

    private double Total(double[] point)
    {
        FeatureServerFit server = FeatureLogs.Server(point);
        FeatureStoreFit? store = FeatureLogs.StoreAfter(point);
        return rows.Sum(row => row.Weight * Errors(row.Read, Said(row.Read, server, store)).Sum(error => Loss(error))) + Pulled(point, usual);
    }

    private double[] Errors(double[] point)
    {
        FeatureServerFit server = FeatureLogs.Server(point);
        FeatureStoreFit? store = FeatureLogs.StoreAfter(point);
        return [.. rows.SelectMany(row => Errors(row.Read, Said(row.Read, server, store)))];
    }

    private static (double P50, double P99) Said(FeatureRead read, FeatureServerFit server, FeatureStoreFit? store) =>
        FeatureLaw.Of(read, server, read.IsOf(DynamoDb) ? store!.Value : Redis);

    private double[] Slope(double[] point, double[] errors, int axis)
    {
        double[] moved = [.. point];
        moved[axis] += Difference;
        return [.. Errors(moved).Zip(errors, (there, here) => (there - here) / Difference)];
    }

    /// <summary>What each error tells: rows with two percentiles make two, and those of a series tell little more than one of them.</summary>
    private double[] Weights => field ??= [.. rows.SelectMany(row => Errors(row.Read, (1, 1)).Select(_ => row.Weight / (1 + (SizeOf(row.Read) - 1) * Correlation)))];

    private int SizeOf(FeatureRead read) => rows.Where(row => row.Read.Run == read.Run && row.Read.Series == read.Series).Sum(row => Errors(row.Read, (1, 1)).Count());
}
