namespace MlsdEstimator;

/// <summary>A profile with timeouts and retries, how often it succeeds, and how much load it makes.</summary>
public sealed class RetriedLatency : LatencyProfile
{
    /// <summary>More attempts than this are a mistake: even 3 in each of 3 layers make 27 calls of one.</summary>
    internal const int MostAttempts = 20;

    private readonly Scalar failure;
    private readonly IReadOnlyList<Duration> pauses;

    internal RetriedLatency(LatencyProfile call, Duration timeout, int attempts, Backoff backoff)
        : this(call, timeout, backoff.Pauses(attempts - 1))
    {
    }

    private RetriedLatency(LatencyProfile call, Duration timeout, IReadOnlyList<Duration> pauses)
        : base(new LatencyTree(LawShape.Retried, [timeout, .. pauses], [call.Tree]), call.Waits)
    {
        (Timeout, Attempts, this.pauses) = (timeout, pauses.Count + 1, pauses);
        failure = call.Exceeding(timeout).AsScalar();
    }

    /// <summary>When an attempt is given up.</summary>
    public Duration Timeout { get; }

    /// <summary>Attempts made at most.</summary>
    public int Attempts { get; }

    /// <summary>Part of the requests that get an answer: 1 - f^attempts, f = P(T > timeout). Independent failures: an outage is not.</summary>
    public Fraction SuccessRate => Fraction.FromScalar(1 - failure.Pow(Attempts)).Named("success after retries").Marked(Aspect.MoreIsBetter);

    /// <summary>Calls made for each request on average: 1 + f + f^2 + ... In an outage it is the number of attempts, in every layer again.</summary>
    public Scalar Amplification =>
        Enumerable.Range(1, Attempts - 1).Aggregate(Scalar.One, (sum, number) => sum + failure.Pow(number)).Named("calls per request");

    /// <summary>Calls per request when retries may be at most a part of the requests: min(amplification, 1 + budget), in an outage too.</summary>
    /// <param name="budget">Retries allowed, as a part of the requests: 10 % is usual.</param>
    public Scalar AmplificationWithin(Fraction budget) => Scalar.Min(Amplification, 1 + Require.Named(budget, "retry budget").AsScalar());

    /// <summary>Calls that reach the last of several layers for one request when all of them fail and each layer retries as often: attempts^layers.</summary>
    /// <param name="layers">Layers that retry. Not negative; where none does, one call stays one.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    public Scalar OutageAmplification(Scalar layers) => Scalar.FromNumber(Attempts).Pow(Require.NonNegative(layers, "layers")).Named("calls per request in an outage");

    /// <summary>Time after which the last attempt is given up: attempts x timeout + pauses.</summary>
    public Duration WorstCase => pauses.Aggregate(Timeout * Attempts, (sum, pause) => sum + pause).Named("time until given up");
}
