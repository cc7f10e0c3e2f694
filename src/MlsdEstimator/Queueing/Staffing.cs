namespace MlsdEstimator;

/// <summary>The least servers that keep a service level under Poisson arrivals and exponential service.</summary>
/// <remarks>
/// needed: the number, not rounded, at which P(time within limit) = level in M/M/c, or load / highest utilisation if that is more;
/// bought: the whole number that covers the need with the given confidence; positions = ceiling(bought / (1 - shrinkage)).
/// A response limit below the same percentile of the service time alone cannot be met by any number of servers.
/// </remarks>
/// <example>
/// <code>
/// var staffing = new Staffing { Arrivals = 2_000.PerSecond, Service = 45.Milliseconds, Target = ServiceLevel.Response(0.99, within: 250.Milliseconds) };
/// Scalar servers = staffing.Servers;
/// </code>
/// </example>
public sealed record Staffing : Estimator
{
    /// <summary>What arrives, at its peak. Not negative.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The rate is negative.</exception>
    public required Rate Arrivals { get; init => field = Require.NonNegative(value, "arrivals"); }

    /// <summary>Time one request keeps a server busy, the mean over requests, without waiting. Above 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not above 0.</exception>
    public required Duration Service { get; init => field = Require.Positive(value, "service time"); }

    /// <summary>What must be kept. No default: it decides the number.</summary>
    public required ServiceLevel Target { get; init => field = Require.NotNull(value, "service level"); }

    /// <summary>Highest utilisation to plan for, above 0, or null when the service level alone decides.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not above 0.</exception>
    public Fraction? MostUtilisation { get; init => field = value is null ? null : Require.PositiveFraction(value, "highest utilisation"); }

    /// <summary>Part of what is bought that is not at work: under repair, in deployment, on a break. Below 100 %. Default 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not below 100 %.</exception>
    public Fraction Shrinkage { get; init => field = Require.FractionBelowOne(value, "shrinkage"); } = QueueingDefaults.NoShrinkage;

    /// <summary>Part of our belief that the purchase covers, strictly between 0 and 1. Default <see cref="Provision.DefaultConfidence"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not strictly between 0 and 1.</exception>
    public double Confidence { get; init => field = Require.InsideUnitInterval(value, "confidence"); } = Provision.DefaultConfidence;

    /// <summary>Servers that would be busy if there were enough: arrivals x service time.</summary>
    public Scalar OfferedLoad => Result("offered load", () => Arrivals * Service);

    /// <summary>Servers at which the service level is just kept, not rounded: a range where inputs are ranges.</summary>
    public Scalar Needed => Result("servers needed", () => MostUtilisation is null ? ForTarget : Scalar.Max(ForTarget, OfferedLoad / MostUtilisation));

    /// <summary>Servers needed and decided.</summary>
    public Provision Purchase => Remember(() => Needed.ProvisionFor(Confidence));

    /// <summary>Servers at work: certain and whole.</summary>
    public Scalar Servers => Result("servers", () => Purchase.Bought);

    /// <summary>Servers to have, so that those at work remain after shrinkage.</summary>
    public Scalar Positions => Result("positions", () => (Servers / (1 - Shrinkage)).Ceiling());

    /// <summary>The queue before those servers: its waits and percentiles.</summary>
    public Queue Queue => Remember(() => new Queue { Title = $"{Title}: queue", Arrivals = Arrivals, Service = Service, Servers = Servers });

    /// <summary>Part of the requests in time with those servers.</summary>
    public Fraction Achieved => Result("requests in time", () => Target.MetBy(Queue));

    /// <inheritdoc/>
    public override IReadOnlyList<IQuantity> Results => Servers.IsFeasible ? [OfferedLoad, Needed, Servers, Positions, Achieved] : [OfferedLoad, Needed, Servers];

    /// <inheritdoc/>
    public override IReadOnlyList<Finding> Findings => CannotMeet ? [Impossible] : Needed.IsFeasible && !Servers.IsFeasible ? [TooDoubtful] : [];

    /// <summary>Tail of the service alone at the limit, against the part that may be late.</summary>
    private bool CannotMeet => Target.IsResponse && (ServiceAlone >= Target.Limit).Nominally == true;

    private Duration ServiceAlone => Service * -Math.Log(1 - Target.Level);

    private Finding Impossible => new(Severity.Error, FindingCodes.Infeasible, $"No number of servers keeps a {Target}: the service time alone, {Service} on average and exponential, takes {ServiceAlone} at {Aspect.Percentile(Target.Level)}. Make the service faster or steadier, or relax the limit.", Needed);

    private Finding TooDoubtful => new(Severity.Error, FindingCodes.Infeasible, $"No number of servers keeps a {Target} with {Fraction.FromRatio(Confidence)} confidence: in more of what we believe than that leaves, the service time alone is too long. Measure it, or relax the limit.", Needed);

    private Scalar ForTarget =>
        Quantity.Function<Scalar>(new StaffingLaw(Target.IsResponse, Target.Level), OfferedLoad, Target.Limit / Service);
}
