namespace MlsdEstimator;

/// <summary>Replicas of a language model that answer a demand within limits: how many requests each takes at once, how many replicas, what they cost and draw.</summary>
/// <remarks>
/// A replica takes the most requests at once at which memory and both limits hold, solved anew in every draw, because a slower stack has to take fewer. By Little's law it answers
/// that many / response time; needed = requests at peak / (requests of a replica x head-room); bought = what covers the need with the confidence, and the spare ones.
/// Limits are kept by means over requests, the statistic of the published results; the head-room is what MLPerf systems lose when queries come at random and 99 % of them
/// must be in time. Percentiles themselves, replica counts and dollars are not validated. Machines are rented by the device, hosts are not rounded up.
/// </remarks>
/// <example>
/// <code>
/// var fleet = new LlmFleet { Replica = replica, Demand = LlmDemand.Chat(chat), FirstTokenLimit = 1.Seconds, TokenLimit = 50.Milliseconds, Spare = 1 };
/// Console.WriteLine($"{fleet.Bought} replicas, {fleet.Cost}, bound by {fleet.Binding}");
/// </code>
/// </example>
public sealed record LlmFleet : Estimator
{
    /// <summary>The model on its devices.</summary>
    public required LlmReplica Replica { get; init => field = Require.NotNull(value, "replica"); }

    /// <summary>What is asked of all replicas together.</summary>
    public required LlmDemand Demand { get; init => field = Require.NotNull(value, "demand"); }

    /// <summary>Limit of the time to the first token, its mean over requests, above 0; null where it may be any.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not above 0.</exception>
    public required Duration? FirstTokenLimit { get; init => field = value is null ? null : Require.Positive(value, "limit of the time to first token"); }

    /// <summary>Limit of the time per token, its mean, above 0; null where it may be any.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not above 0.</exception>
    public required Duration? TokenLimit { get; init => field = value is null ? null : Require.Positive(value, "limit of the time per token"); }

    /// <summary>Replicas that may be missing at peak: one in deployment and one broken are 2. A whole number of at least 0; no default.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not a certain whole number of at least 0.</exception>
    public required Scalar Spare { get; init => field = Require.WholeAtLeast(0, value, "spare replicas"); }

    /// <summary>
    /// Part of what a replica answers that is planned for, above 0. Default: what random arrivals under a p99 limit leave of a benchmark on the device, 0.74 to 0.98, and 0.40 to 0.55
    /// on CPUs (<see cref="DeployedShares.OfLanguageModels"/>).
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">Not above 0.</exception>
    public Fraction HeadRoom { get => field ?? DeployedShares.OfLanguageModels(Replica.Device); init => field = Require.PositiveFraction(value, "head-room"); }

    /// <summary>Most requests that the engine of a replica runs at once, at least 1, or null where only memory and the limits decide.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Below 1.</exception>
    public Scalar? RequestLimit { get; init => field = value is null ? null : Require.AtLeast(1, value, "request limit"); }

    /// <summary>The part of our belief about the need that the purchase covers, strictly between 0 and 1. Default 0.9.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not strictly between 0 and 1.</exception>
    public double Confidence { get; init => field = Require.InsideUnitInterval(value, "confidence"); } = Provision.DefaultConfidence;

    /// <summary>Most requests at once on a replica within memory and limits, the mean; infeasible, with the reason, where the model does not fit or one request alone is too slow.</summary>
    public Scalar AtOnce => Result("requests at once on a replica", Largest);

    /// <summary>What keeps a replica from taking more, at best guesses; null where it takes none.</summary>
    public LlmLimit? Binding => AtOnce.IsFeasible ? LlmLimits.Binding(With, AtOnce.Value, FirstTokenLimit, TokenLimit) : null;

    /// <summary>One replica at that number: time to first token, time per token, throughput.</summary>
    public LlmServing Serving => Remember(() => With(AtOnce));

    /// <summary>Time to the first token of a request whose prompt 95 % of the requests do not exceed and of which nothing is cached; its wait is the mean one. Null where nobody said how long prompts are.</summary>
    public Duration? FirstTokenOfLongPrompt => Demand.LongPromptTokens is null ? null
        : Result("time to first token, p95 prompt", () => Serving.TimeToFirstToken + Duration.Max(Duration.Zero, Replica.Prompt(Demand.LongPromptTokens).Time - Replica.Prompt(Demand.PromptTokens, Demand.CachedTokens).Time));

    /// <summary>Requests that a replica is planned for.</summary>
    public Rate PerReplica => Result("requests per second of a replica, planned", () => AtOnce / Serving.ResponseTime * HeadRoom);

    /// <summary>Replicas that the peak asks for, not rounded: a range.</summary>
    public Scalar Needed => Result("replicas needed", () => (Demand.PeakRequests(Serving.ResponseTime) / PerReplica).Marked(Aspect.Counts("replicas")));

    /// <summary>The decision: need, number bought, confidence.</summary>
    public Provision Purchase => Remember(() => new Provision(Needed, Needed.CoveredFor(Confidence, DecisionDraws) + Spare, Confidence));

    /// <summary>Replicas bought, spare ones included: certain and whole.</summary>
    public Scalar Bought => Result("replicas bought", () => Purchase.Bought.Marked(Aspect.Counts("replicas")));

    /// <summary>Devices of all replicas.</summary>
    public Scalar Devices => Result("devices bought", () => Bought * Replica.Devices);

    /// <summary>What the devices cost; null where the device has no price.</summary>
    public Spend? Cost => Replica.Device.OnDemand is Spend price ? Result("fleet cost", () => Devices * price) : null;

    /// <summary>Cost of a million output tokens at the average rate; null without a price.</summary>
    public Money? CostPerMillionTokens => Cost is null ? null
        : Result("cost per million output tokens", () => Cost / (Demand.AverageRequests(Serving.ResponseTime) * Demand.AnswerTokens) * 1e6);

    /// <summary>Power of the devices at board power, an upper bound without the host; null where it is not known.</summary>
    public Power? MostPower => Replica.Device.Power is Power power ? Result("board power of the fleet", () => Devices * power) : null;

    /// <inheritdoc/>
    public override IReadOnlyList<IQuantity> Results =>
    [
        AtOnce, PerReplica, Needed, Bought, Devices,
        .. new IQuantity?[] { FirstTokenOfLongPrompt, Cost, CostPerMillionTokens, MostPower }.OfType<IQuantity>(),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<Estimator> Parts => AtOnce.IsFeasible ? [Serving] : [];

    /// <inheritdoc/>
    public override IReadOnlyList<Tier> Tiers => [new Tier(Title, $"{Replica.Devices} x {Replica.Device}", Purchase, Cost)];

    /// <inheritdoc/>
    public override IReadOnlyList<Finding> Findings => AtOnce.IsFeasible
        ? LlmFleetFindings.Of(this)
        : [new Finding(Severity.Error, FindingCodes.Infeasible, Infeasibility.Message(AtOnce.Node), AtOnce)];

    /// <summary>Each draw solves for the largest number of requests; so many know the 90 % point of the need to 2 %.</summary>
    private static readonly SimulationOptions DecisionDraws = new() { Samples = 256, Randomisations = 1 };

    /// <summary>One replica with as many requests as best guesses allow, however slow it then turns out to be.</summary>
    internal LlmServing AtBestGuess => Remember(() => With(AtOnce.Value));

    private Scalar Largest()
    {
        LlmServing alone = With(Scalar.One);
        if (!alone.MostRequests.IsFeasible)
            return alone.MostRequests;
        Scalar most = ImplicitFunction.Of("most requests at once within limits", requests => [LlmLimits.Reached(With(requests), requests, FirstTokenLimit, TokenLimit), alone.MostRequests], LlmLimits.Largest);
        return most.FeasibleWhen(
            LlmLimits.Reached(alone, Scalar.One, FirstTokenLimit, TokenLimit) <= 1,
            $"one request alone waits {alone.TimeToFirstToken} for the first token and {alone.TimePerToken} for each other; the limits are {Limit(FirstTokenLimit)} and {Limit(TokenLimit)}");
    }

    private LlmServing With(Scalar requests)
    {
        LlmServing serving = new()
        {
            Title = $"{Title}, one replica",
            Replica = Replica,
            PromptTokens = Demand.PromptTokens,
            CachedTokens = Demand.CachedTokens,
            AnswerTokens = Demand.AnswerTokens,
            PromptTokensP95 = Demand.ComputedTokensP95,
            RequestLimit = RequestLimit,
            Load = new LlmLoad.ConcurrentLoad(requests),
        };
        return Demand.RetainedTokens(requests / serving.ResponseTime) is Scalar kept ? serving with { RetainedTokens = kept } : serving;
    }

    private static string Limit(Duration? limit) => limit is null ? "none" : $"{limit}";
}
