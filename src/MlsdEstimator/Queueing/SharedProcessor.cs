namespace MlsdEstimator;

/// <summary>Requests that all run at once and share the processors equally (processor sharing): time-sliced GPUs and CPUs without an admission limit.</summary>
/// <remarks>
/// One server: mean response = service / (1 - utilisation), a job of size x takes x / (1 - utilisation) on average, whatever the law of the service time.
/// With c servers a job uses at most one of them, and the mean is that of M/M/c. Poisson arrivals. Sharing cache and memory makes the service time itself grow:
/// measure it under load.
/// Kleinrock, Queueing Systems, volume 2 (1976).
/// </remarks>
/// <example>
/// <code>
/// var gpu = new SharedProcessor { Arrivals = 70.PerSecond, Service = 10.Milliseconds };
/// Duration large = gpu.ResponseOf(150.Milliseconds);                           // 500 ms
/// </code>
/// </example>
public sealed record SharedProcessor : Estimator
{
    /// <summary>What arrives, at its peak. Not negative.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The rate is negative.</exception>
    public required Rate Arrivals { get; init => field = Require.NonNegative(value, "arrivals"); }

    /// <summary>Time one request takes alone, the mean over requests. Above 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not above 0.</exception>
    public required Duration Service { get; init => field = Require.Positive(value, "service time"); }

    /// <summary>Processors that are shared. At least 1. Default 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Below 1.</exception>
    public Scalar Servers { get; init => field = Require.AtLeast(1, value, "servers"); } = QueueingDefaults.OneServer;

    /// <summary>Part of the time that a processor is busy; saturated from 100 % on.</summary>
    public Fraction Utilisation => Result("utilisation", () => Like.Utilisation);

    /// <summary>Time from arrival to completion, the mean over requests.</summary>
    public Duration MeanResponse => Result("mean response", () => Like.MeanResponse);

    /// <summary>How many times longer a request takes than alone.</summary>
    public Scalar Slowdown => Result("slowdown", () => MeanResponse / Service);

    /// <inheritdoc/>
    public override IReadOnlyList<IQuantity> Results => [Utilisation, MeanResponse, Slowdown];

    /// <inheritdoc/>
    public override IReadOnlyList<Finding> Findings => [.. Like.Findings.Where(finding => finding.Code != FindingCodes.Consequence)];

    /// <summary>The mean number inside does not depend on the order of service.</summary>
    private Queue Like => Remember(() => new Queue { Arrivals = Arrivals, Service = Service, Servers = Servers });

    /// <summary>Mean time of a job of a given size: size x slowdown.</summary>
    /// <param name="job">Time the job takes alone, not negative.</param>
    /// <exception cref="ArgumentOutOfRangeException">The time is negative.</exception>
    public Duration ResponseOf(Duration job) => (Require.NonNegative(job, "job") * Slowdown).Marked(Aspect.Mean);
}
