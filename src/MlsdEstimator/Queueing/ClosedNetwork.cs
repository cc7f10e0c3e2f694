namespace MlsdEstimator;

/// <summary>A fixed number of users whose requests visit several single-server stations, such as CPU, disk and database: exact mean value analysis.</summary>
/// <remarks>
/// Station k: response = demand x (1 + number there with one user fewer); throughput = users / (think + sum of responses). Throughput never exceeds 1 / largest
/// demand.
/// Exponential service at queueing stations of one server each; a station that makes nobody wait belongs into the think time. For one station of several servers use
/// <see cref="ClosedSystem"/>. Reiser and Lavenberg 1980.
/// </remarks>
/// <example>
/// <code>
/// var site = new ClosedNetwork { Users = 50, Think = 500.Milliseconds, Demands = [5.Milliseconds, 30.Milliseconds, 27.Milliseconds] };
/// Rate most = site.MostThroughput;                                             // 33.3 /s, set by the second station
/// </code>
/// </example>
public sealed record ClosedNetwork : Estimator
{
    /// <summary>Users, at least 1 and at most a million; between whole numbers, results are interpolated.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Below 1.</exception>
    public required Scalar Users { get; init => field = Require.AtLeast(1, value, "users"); }

    /// <summary>Time from an answer to the next request, the mean. Not negative.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The time is negative.</exception>
    public required Duration Think { get; init => field = Require.NonNegative(value, "think time"); }

    /// <summary>Service demand of one request at each station: visits x service time. Each above 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A demand is not above 0.</exception>
    /// <exception cref="ArgumentException">The list is empty.</exception>
    public required IReadOnlyList<Duration> Demands { get; init => field = Valid(value); }

    /// <summary>Requests answered.</summary>
    public Rate Throughput => Result("throughput", () => Analysis.Output<Rate>(MeanValueAnalysis.Throughput));

    /// <summary>Time from request to answer, the mean over requests and all stations.</summary>
    public Duration MeanResponse => Result("mean response", () => Analysis.Output<Duration>(MeanValueAnalysis.Response).Marked(Aspect.Mean));

    /// <summary>Bound that no number of users passes: 1 / largest demand.</summary>
    public Rate MostThroughput => Result("most throughput", () => 1 / LargestDemand);

    /// <summary>Users from which on the bottleneck makes them queue: (think + sum of demands) / largest demand.</summary>
    public Scalar Knee => Result("users at the knee", () => (Think + Demands.Aggregate((sum, demand) => sum + demand)) / LargestDemand);

    /// <inheritdoc/>
    public override IReadOnlyList<IQuantity> Results => [Throughput, MeanResponse, MostThroughput, Knee];

    /// <inheritdoc/>
    public override IReadOnlyList<Finding> Findings => (Users > Knee).Nominally == true ? [BeyondKnee] : [];

    /// <inheritdoc/>
    protected override IEnumerable<string> Contradictions =>
        Users.IsFeasible && Users.Value > MeanValueAnalysis.MostUsers ? [$"{Users} users are more than a million: throughput is then 1 / largest demand"] : [];

    private Duration LargestDemand => Demands.Aggregate(Duration.Max);

    private FunctionCall Analysis => Remember(() => new FunctionCall(default(MeanValueAnalysis), [Users, Think, .. Demands]));

    private Finding BeyondKnee => new(Severity.Warning, FindingCodes.Consequence, $"{Users} users are past the knee of {Knee}: the station of {LargestDemand} is the bottleneck and holds throughput at {MostThroughput}.", MeanResponse);

    private static IReadOnlyList<Duration> Valid(IReadOnlyList<Duration> demands)
    {
        Require.NotEmpty(demands, "demands");
        return [.. demands.Select((demand, station) => Require.Positive(demand, $"demand of station {station + 1}"))];
    }
}
