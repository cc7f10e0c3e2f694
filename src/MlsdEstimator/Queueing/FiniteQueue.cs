namespace MlsdEstimator;

/// <summary>A queue with limited room (M/M/c/K): who finds it full is turned away, so those who get in wait less, and it has a number at any load.</summary>
/// <remarks>
/// Turned away: P(K) of the birth-death chain 0..K. Accepted = arrivals x (1 - P(K)); response of the accepted = number inside / accepted rate.
/// Turned away and slow are two failures: count both. Poisson arrivals, exponential service, no retries; retries come back as more arrivals.
/// </remarks>
/// <example>
/// <code>
/// var gateway = new FiniteQueue { Arrivals = 1_200.PerSecond, Service = 10.Milliseconds, Servers = 10, Places = 30 };
/// Fraction shed = gateway.TurnedAway;
/// </code>
/// </example>
public sealed record FiniteQueue : Estimator
{
    /// <summary>What arrives, at its peak. Not negative; it may exceed the capacity.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The rate is negative.</exception>
    public required Rate Arrivals { get; init => field = Require.NonNegative(value, "arrivals"); }

    /// <summary>Time one request keeps a server busy, the mean over requests, without waiting. Above 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not above 0.</exception>
    public required Duration Service { get; init => field = Require.Positive(value, "service time"); }

    /// <summary>Servers side by side. At least 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Below 1.</exception>
    public required Scalar Servers { get; init => field = Require.AtLeast(1, value, "servers"); }

    /// <summary>Places in all, those at the servers included (K): not below the servers, and at most a million. As many as servers: nobody can wait.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Below 1.</exception>
    public required Scalar Places { get; init => field = Require.AtLeast(1, value, "places"); }

    /// <summary>Servers that would be busy if there were enough: arrivals x service time, in erlangs.</summary>
    public Scalar OfferedLoad => Result("offered load", () => Arrivals * Service);

    /// <summary>Part of the requests that find no place.</summary>
    public Fraction TurnedAway => Result("turned away", () => Chain.Output<Fraction>(FiniteChain.TurnedAway));

    /// <summary>Requests that get in.</summary>
    public Rate Accepted => Result("accepted", () => Arrivals * (1 - TurnedAway));

    /// <summary>Part of the time that a server is busy.</summary>
    public Fraction Utilisation => Result("utilisation", () => Fraction.FromScalar(Accepted * Service / Servers));

    /// <summary>Wait before service, the mean over those who get in.</summary>
    public Duration MeanWait => Result("mean wait of the accepted", () => (Chain.Output<Scalar>(FiniteChain.Wait) * Service).Marked(Aspect.Mean));

    /// <summary>Wait and service together, the mean over those who get in.</summary>
    public Duration MeanResponse => Result("mean response of the accepted", () => (MeanWait + Service).Marked(Aspect.Mean));

    /// <summary>Requests inside, waiting or served, on average.</summary>
    public Scalar Inside => Result("requests inside", () => Accepted * MeanResponse);

    /// <inheritdoc/>
    public override IReadOnlyList<IQuantity> Results => [OfferedLoad, TurnedAway, Accepted, Utilisation, MeanWait, MeanResponse, Inside, WaitAt(0.99)];

    /// <inheritdoc/>
    public override IReadOnlyList<Finding> Findings => (OfferedLoad >= Servers).Nominally == true && TurnedAway.IsFeasible ? [Overloaded] : [];

    /// <inheritdoc/>
    protected override IEnumerable<string> Contradictions
    {
        get
        {
            if ((Places < Servers).Nominally == true)
                yield return $"{Places} places are fewer than the {Servers} servers: count those at the servers too";
            if (Places.IsFeasible && Places.Value > FiniteChain.MostPlaces)
                yield return $"{Places} places are more than a million: use Queue, whose room is unlimited";
        }
    }

    /// <summary>A percentile of the wait of those who get in. Below the part that finds a free server it is 0.</summary>
    /// <param name="level">Strictly between 0 and 1: 0.99 for the p99.</param>
    /// <exception cref="ArgumentOutOfRangeException">The level is not strictly between 0 and 1.</exception>
    public Duration WaitAt(double level)
    {
        Aspect percentile = Aspect.Percentile(level);
        return Result($"{percentile} wait of the accepted", () => WaitPercentile(level).Marked(percentile), $"{nameof(WaitAt)} {level:R}");
    }

    private Duration WaitPercentile(double level) => Quantity.Function<Scalar>(new FiniteWaits(level), OfferedLoad, Servers, Places) * Service;

    private FunctionCall Chain => Remember(() => new FunctionCall(default(FiniteChain), OfferedLoad, Servers, Places));

    private Finding Overloaded => new(Severity.Warning, FindingCodes.Infeasible, $"{Arrivals} arrive where {Servers} x {Service} carry {Servers / Service}: {TurnedAway} are turned away, and the rest wait {MeanWait} in a queue that is nearly always full. Shorten the queue, or add servers.", TurnedAway);
}
