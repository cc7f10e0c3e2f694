namespace MlsdEstimator;

/// <summary>A server between callers and online stores that looks features up and serialises them: its own time for a request, and how many it can answer.</summary>
/// <remarks>
/// service = fixed + per view x feature views + per value x (entities x features): linear, until the host is full, and then a cliff. What one host can do is
/// measured: <see cref="Capacity"/> requests in service at once, whatever the number of processes. Under load those wait (Sakasegawa), all alike; p50 = service + wait,
/// p99 = p50 + spread x service + pause + load spread x utilisation x p50. The pause of a garbage collector is met by one request in a hundred once service takes
/// longer than <see cref="PauseFrom"/>. Log-normal between and beyond the two. The time of the stores is not in it.
/// <see cref="FeatureServers"/> holds fitted ones; <see cref="FeatureRowFit"/> fits your own.
/// </remarks>
/// <example>
/// <code>
/// Duration service = FeatureServers.FeastGo.Service(views: 5, values: 100 * 50);
/// LatencyProfile loaded = FeatureServers.FeastGo.Under(60.PerSecond, hosts: 1, views: 5, values: 100 * 50);
/// </code>
/// </example>
public sealed record FeatureServer
{
    /// <summary>Service times and pauses are compared by this power: a pause is met or not within a factor of two around it.</summary>
    private const double PauseSharpness = 4;

    /// <summary>Name with its version and language: "Feast 0.25 Python".</summary>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    public required string Name { get; init => field = Require.NotBlank(value, "name"); }

    /// <summary>Time of every request. Not negative.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The time is negative.</exception>
    public required Duration Fixed { get; init => field = Require.NonNegative(value, "server time per request"); }

    /// <summary>Time of each feature view (table) asked for, one after the other. Not negative.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The time is negative.</exception>
    public required Duration PerView { get; init => field = Require.NonNegative(value, "server time per feature view"); }

    /// <summary>Time of each value: one feature of one entity. Above 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not above 0.</exception>
    public required Duration PerValue { get; init => field = Require.Positive(value, "server time per value"); }

    /// <summary>Requests that one host serves at once before it is full, measured; at least 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Below 1.</exception>
    public required Scalar Capacity { get; init => field = Require.AtLeast(1, value, "requests in service per host"); }

    /// <summary>p99 - p50 of an idle server, as a part of the service time. Above 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not above 0.</exception>
    public required Scalar Spread { get; init => field = Require.Positive(value, "spread of service"); }

    /// <summary>What a collector's pause or a late timer adds to the p99. Not negative. Default 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The time is negative.</exception>
    public Duration Pause { get; init => field = Require.NonNegative(value, "pause"); } = FeatureFetchDefaults.NoPause;

    /// <summary>Service time from which on a pause is in the p99. Above 0. Default a microsecond: always.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not above 0.</exception>
    public Duration PauseFrom { get; init => field = Require.Positive(value, "service with a pause"); } = FeatureFetchDefaults.PauseAlways;

    /// <summary>What full utilisation would add to the p99, as a part of the p50. Not negative. Default 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    public Scalar LoadSpread { get; init => field = Require.NonNegative(value, "spread under load"); } = FeatureFetchDefaults.NoLoadSpread;

    /// <summary>p99 - p50 over what is said above: doubt about the tail. Above 0. Default 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not above 0.</exception>
    public Scalar TailFactor { get; init => field = Require.Positive(value, "tail factor"); } = FeatureFetchDefaults.TailAsFitted;

    /// <summary>Squared coefficient of variation of the time between arrivals. Default 1: Poisson; 0 for a load generator with a fixed rate.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    public Scalar ArrivalScv { get; init => field = Require.NonNegative(value, "scv of arrivals"); } = ServingDefaults.PoissonArrivals;

    /// <summary>Where the numbers come from, and how many rows they were fitted to.</summary>
    /// <exception cref="ArgumentException">The text is empty.</exception>
    public required string Source { get; init => field = Require.NotBlank(value, "source"); }

    /// <summary>Date of the source, where known.</summary>
    public DateOnly? AsOf { get; init; }

    /// <summary>Median time of a request on an idle server, without the stores.</summary>
    /// <param name="views">Feature views asked for. Not negative.</param>
    /// <param name="values">Entities x features. Not negative.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is negative.</exception>
    public Duration Service(Scalar views, Scalar values) =>
        (Fixed + PerView * Require.NonNegative(views, "feature views") + PerValue * Require.NonNegative(values, "values")).Named("feature server, idle");

    /// <summary>Requests a second that fill one host.</summary>
    /// <param name="views">Feature views asked for. Not negative.</param>
    /// <param name="values">Entities x features. Not negative.</param>
    public Rate Knee(Scalar views, Scalar values) => (Capacity / Service(views, values)).Named("feature server knee");

    /// <summary>The server under load; saturated where its hosts are full.</summary>
    /// <param name="arrivals">Requests to all hosts together. Not negative.</param>
    /// <param name="hosts">Hosts that share them. Above 0.</param>
    /// <param name="views">Feature views asked for. Not negative.</param>
    /// <param name="values">Entities x features. Not negative.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its range.</exception>
    public LatencyProfile Under(Rate arrivals, Scalar hosts, Scalar views, Scalar values)
    {
        Rate each = Require.NonNegative(arrivals, "requests to the feature server") / Require.Positive(hosts, "feature server hosts");
        Duration service = Service(views, values);
        var queue = new Queue { Arrivals = each, Service = service, Servers = Capacity, Model = QueueModel.Sakasegawa(ArrivalScv, QueueingDefaults.Exponential) };
        return Profile(service, service + queue.MeanWait, queue.Utilisation.AsScalar(), new WaitingInside(arrivals, [queue]));
    }

    /// <summary>The server with so many callers that ask again as soon as they are answered: a load test. They share the host: users / capacity times the service.</summary>
    /// <param name="users">Callers. At least 1.</param>
    /// <param name="hosts">Hosts that share them. Above 0.</param>
    /// <param name="views">Feature views asked for. Not negative.</param>
    /// <param name="values">Entities x features. Not negative.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its range.</exception>
    public LatencyProfile WithUsers(Scalar users, Scalar hosts, Scalar views, Scalar values)
    {
        Scalar busy = Require.AtLeast(1, users, "users") / (Require.Positive(hosts, "feature server hosts") * Capacity);
        Duration service = Service(views, values);
        return Profile(service, service * Scalar.Max(1, busy), Scalar.Min(1, busy), WaitingInside.AtUnknownLoad);
    }

    /// <summary>The name.</summary>
    public override string ToString() => Name;

    private LatencyProfile Profile(Duration service, Duration p50, Scalar utilisation, WaitingInside waits)
    {
        Scalar part = 1 / (1 + (PauseFrom / service).Pow(PauseSharpness));
        Duration tail = TailFactor * (Spread * service + part * Pause + LoadSpread * utilisation * p50);
        return LatencyProfile.LogNormal(p50.Named("feature server p50"), (p50 + tail).Named("feature server p99")).WithWaiting(waits);
    }
}
