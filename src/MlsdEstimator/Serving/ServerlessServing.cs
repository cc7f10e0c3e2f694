namespace MlsdEstimator;

/// <summary>Answers by functions that are paid by memory, time and call: no machine is bought, none is idle.</summary>
/// <remarks>cost = requests x (memory x time x price + price of a call), tiers and free amounts included. From some volume on a machine is cheaper: <see cref="BreakEvenWith"/>.</remarks>
/// <example><code>new ServerlessServing { Requests = web.Load, Memory = 512.Mebibytes, Duration = 300.Milliseconds, Price = PriceList.Bundled.ServerlessOf("AWS Lambda x86") }</code></example>
public sealed record ServerlessServing : ServingDesign
{
    /// <summary>What is answered. Cost reads its average, concurrency its peak.</summary>
    public required Load Requests { get; init => field = Require.NotNull(value, "requests"); }

    /// <summary>Memory that a call holds. Above 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not above 0.</exception>
    public required DataSize Memory { get; init => field = Require.Positive(value, "memory of a call"); }

    /// <summary>Billed time of a call, the mean. Above 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not above 0.</exception>
    public required Duration Duration { get; init => field = Require.Positive(value, "time of a call"); }

    /// <summary>The price list.</summary>
    public required ServerlessPrice Price { get; init => field = Require.NotNull(value, "serverless price"); }

    /// <summary>Part of the calls that start cold, or null where that is not known.</summary>
    public Fraction? ColdShare { get; init => field = value is null ? null : Require.Named<Fraction>(value, "cold starts"); }

    /// <summary>Time that a cold start adds, or null where that is not known. Not negative. Models of gigabytes take tens of seconds.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The time is negative.</exception>
    public Duration? ColdStart { get; init => field = value is null ? null : Require.NonNegative(value, "cold start"); }

    /// <summary>Calls at once that the account allows, or null. Above 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not above 0.</exception>
    public Scalar? MostConcurrent { get; init => field = value is null ? null : Require.Positive(value, "most calls at once"); }

    /// <summary>Percentile of the response, cold starts included, or null where nobody said.</summary>
    public ServiceLevel? Latency { get; init; }

    /// <inheritdoc/>
    public override ServingChoice Kind => ServingChoice.Serverless;

    /// <summary>Calls at once at peak: Little's law. Infeasible beyond what the account allows.</summary>
    public Scalar Concurrency => Result("calls at once at peak", () => Allowed((Requests.Peak * Billed).Marked(Aspect.Counts("calls"))));

    /// <summary>Memory-seconds of a month, in the unit of the price list.</summary>
    public Scalar MemorySeconds => Result("memory-seconds a month", () => CallsOfMonth * UnitSecondsOfCall);

    /// <summary>What it costs.</summary>
    public Spend Cost => Result("serverless cost", () => (Price.Memory.For(Beyond(MemorySeconds, Price.FreeMemorySeconds)) + Price.Request * Beyond(CallsOfMonth, Price.FreeRequests)) / MlsdEstimator.Duration.Month);

    /// <summary>What a call costs in the first tier, nothing free.</summary>
    public Money CostPerRequest => Result("cost per call", () => Price.Memory.First * UnitSecondsOfCall + Price.Request);

    /// <inheritdoc/>
    public override Spend? WholeCost => Cost;

    /// <summary>Every call at the price of the first tier, nothing free.</summary>
    public override Spend? UnroundedCost => Result("serverless cost, first tier", () => CostPerRequest * Requests.Average);

    /// <inheritdoc/>
    public override ServiceLevel? PromisedLatency => Latency;

    /// <inheritdoc/>
    public override IReadOnlyList<IQuantity> Results => [Concurrency, MemorySeconds, Cost, CostPerRequest];

    /// <inheritdoc/>
    public override IReadOnlyList<Tier> Tiers => [new Tier(Title, Price.Name, null, Cost)];

    /// <inheritdoc/>
    public override IReadOnlyList<Finding> Findings => [.. ServingFindings.PeakPaid(Requests, Cost), .. SlowStarts];

    /// <summary>Average rate of requests from which a machine that carries them is cheaper: price of the machine / cost of a call.</summary>
    /// <param name="machine">Price of the machine, or of all that are needed. Not negative.</param>
    /// <exception cref="ArgumentOutOfRangeException">The price is negative.</exception>
    public Rate BreakEvenWith(Spend machine) => Rate.FromPerSecond(1) * (Require.NonNegative(machine, "price of the machine") * MlsdEstimator.Duration.Second / CostPerRequest);

    /// <inheritdoc/>
    protected override IEnumerable<string> Contradictions
    {
        get
        {
            if (ColdShare is null != ColdStart is null)
                yield return "cold starts need both a ColdShare and the time of a ColdStart";
        }
    }

    /// <inheritdoc/>
    internal override IEnumerable<IQuantity> Necessary => [Concurrency, Cost];

    internal override ServerlessServing Under(TrafficChange change) => this with { Requests = change.On(Requests) };

    /// <summary>A cold start is billed as well.</summary>
    private Duration Billed => ColdShare is null ? Duration : Remember(() => Duration + ColdShare.AsScalar() * ColdStart!);

    private IEnumerable<Finding> SlowStarts => ColdShare is not null && ColdStart is not null
        ? [new Finding(Severity.Note, FindingCodes.Consequence, $"{ColdShare} of the calls wait {ColdStart} longer for a cold start: percentiles beyond {1 - ColdShare} are theirs.", Concurrency)]
        : [];

    private Scalar CallsOfMonth => Requests.Average * MlsdEstimator.Duration.Month;

    private Scalar UnitSecondsOfCall => Remember(() => Memory / Price.Unit * (Billed / MlsdEstimator.Duration.Second));

    private Scalar Allowed(Scalar calls) => MostConcurrent is null ? calls : calls.FeasibleWhen(calls <= MostConcurrent, "more calls at once than the account allows; raise its limit");

    private static Scalar Beyond(Scalar amount, Scalar free) => free == Scalar.Zero ? amount : Quantity<Scalar>.Max(amount - free, Scalar.Zero);
}
