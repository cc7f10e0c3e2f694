namespace MlsdEstimator;

/// <summary>Answers of a language model that somebody else hosts, paid by the token, against machines of one's own.</summary>
/// <remarks>
/// cost of a request = (input - cached) x input price + cached x cached price + output x output price, less the discount on the part that may wait for a batch. Tokens that the
/// model thinks in are output.
/// </remarks>
/// <example>
/// <code>
/// var api = new HostedApi { Requests = chat, InputTokens = 2_000, CachedTokens = 1_500, OutputTokens = 300, Price = PriceList.Bundled.TokensOf("gpt-5") };
/// Money million = api.CostPerMillion;   // $3,812.50
/// </code>
/// </example>
public sealed record HostedApi : ServingDesign
{
    /// <summary>What is answered. Cost reads its average.</summary>
    public required Load Requests { get; init => field = Require.NotNull(value, "requests"); }

    /// <summary>Tokens of a prompt, cached ones included: the mean. Not negative.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    public required Scalar InputTokens { get; init => field = Require.NonNegative(value, "input tokens"); }

    /// <summary>Tokens of an answer, those it thinks in included: the mean. Not negative.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    public required Scalar OutputTokens { get; init => field = Require.NonNegative(value, "output tokens"); }

    /// <summary>The price list.</summary>
    public required TokenPrice Price { get; init => field = Require.NotNull(value, "token price"); }

    /// <summary>Tokens of a prompt that the provider's cache holds: the mean, not negative, at most the prompt. Null for none.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    public Scalar? CachedTokens { get; init => field = value is null ? null : Require.NonNegative(value, "cached tokens"); }

    /// <summary>Requests that read a cached prompt before it is written anew, above 0, or null where writing costs nothing extra.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not above 0.</exception>
    public Scalar? ReadsPerCacheWrite { get; init => field = value is null ? null : Require.Positive(value, "reads per cache write"); }

    /// <summary>Part of the requests that may wait for hours and gets the batch discount, or null for none.</summary>
    public Fraction? BatchShare { get; init => field = value is null ? null : Require.Named<Fraction>(value, "requests in batches"); }

    /// <summary>Machines of one's own that would serve the same, with a price, or null: then there is nothing to break even with.</summary>
    public OnlineServing? SelfHosted { get; init; }

    /// <summary>Percentile of the response, or null where nobody said.</summary>
    public ServiceLevel? Latency { get; init; }

    /// <inheritdoc/>
    public override ServingChoice Kind => ServingChoice.HostedApi;

    /// <summary>What one request costs.</summary>
    public Money CostPerRequest => Result("cost per request", () => BatchShare is null ? AtOnce : AtOnce * (1 - BatchShare * Discount));

    /// <summary>What a million requests cost.</summary>
    public Money CostPerMillion => Result("cost per million requests", () => CostPerRequest * 1e6);

    /// <summary>Input and output tokens a second, on average.</summary>
    public Rate Tokens => Result("tokens on average", () => (Requests.Average * (InputTokens + OutputTokens)).Marked(Aspect.Counts("tokens")));

    /// <summary>What all requests cost.</summary>
    public Spend Cost => Result("API cost", () => CostPerRequest * Requests.Average);

    /// <inheritdoc/>
    public override Spend? WholeCost => Cost;

    /// <summary>The cost: nothing in it is rounded.</summary>
    public override Spend? UnroundedCost => Cost;

    /// <summary>Requests a time from which the machines bought are cheaper, as long as they carry them; null without machines.</summary>
    public Rate? BreakEvenVolume => SelfHosted is null ? null : Result("requests from which self-hosting pays", () => BreakEvenWith(SelfHosted.WholeCost!));

    /// <summary>What a million requests cost on the machines bought, at this volume; null without machines.</summary>
    public Money? SelfHostedPerMillion => SelfHosted is null ? null : Result("self-hosted cost per million requests", () => SelfHosted.WholeCost! / Requests.Average * 1e6);

    /// <inheritdoc/>
    public override ServiceLevel? PromisedLatency => Latency;

    /// <inheritdoc/>
    public override IReadOnlyList<IQuantity> Results =>
        [CostPerRequest, CostPerMillion, Tokens, Cost, .. new IQuantity?[] { BreakEvenVolume, SelfHostedPerMillion }.OfType<IQuantity>()];

    /// <inheritdoc/>
    public override IReadOnlyList<Tier> Tiers => [new Tier(Title, Price.Name, null, Cost)];

    /// <inheritdoc/>
    public override IReadOnlyList<Finding> Findings => [.. ServingFindings.PeakPaid(Requests, Cost)];

    /// <summary>Average rate of requests from which spending this much on machines is cheaper.</summary>
    /// <param name="machines">Cost of machines that carry them. Not negative.</param>
    /// <exception cref="ArgumentOutOfRangeException">The cost is negative.</exception>
    public Rate BreakEvenWith(Spend machines) => Rate.FromPerSecond(1) * (Require.NonNegative(machines, "cost of machines") * Duration.Second / CostPerRequest);

    /// <inheritdoc/>
    protected override IEnumerable<string> Contradictions
    {
        get
        {
            if (CachedTokens is not null && (CachedTokens > InputTokens).Nominally == true)
                yield return $"{CachedTokens} tokens are cached of a prompt of {InputTokens}";
            if (CachedTokens is not null && Price.CachedInput is null)
                yield return $"tokens are cached, but {Price} has no price of cached tokens";
            if (BatchShare is not null && Price.BatchDiscount is null)
                yield return $"part of the requests waits for batches, but {Price} has no batch discount";
            if (ReadsPerCacheWrite is not null && (CachedTokens is null || Price.CacheWriteMultiple is null))
                yield return $"the cache is written, but there are no cached tokens, or {Price} has no price of writing them";
            if (SelfHosted is not null && SelfHosted.ReplicaPrice is null)
                yield return "machines of one's own need a ReplicaPrice to break even with";
        }
    }

    /// <inheritdoc/>
    internal override IEnumerable<IQuantity> Necessary => [Cost];

    internal override HostedApi Under(TrafficChange change) => this with { Requests = change.On(Requests), SelfHosted = SelfHosted?.Under(change) };

    private Scalar Discount => Price.BatchDiscount!;

    /// <summary>Input, cached input, cache writes, output.</summary>
    private Money AtOnce => Remember(() => CachedTokens is null
        ? InputTokens * Price.Input + OutputTokens * Price.Output
        : FreshTokens * Price.Input + CacheCost + OutputTokens * Price.Output);

    /// <summary>Tokens of a prompt that are not cached; a draw with more cached than the prompt has is none that can be.</summary>
    private Scalar FreshTokens => CachedTokens!.IsCertain && InputTokens.IsCertain
        ? InputTokens - CachedTokens
        : (InputTokens - CachedTokens).FeasibleWhen(CachedTokens <= InputTokens, "more tokens are cached than the prompt has");

    /// <summary>One request in (reads + 1) writes the prompt, the others read it.</summary>
    private Money CacheCost => ReadsPerCacheWrite is null
        ? CachedTokens! * Price.CachedInput!
        : CachedTokens! * (ReadsPerCacheWrite * Price.CachedInput! + Price.CacheWriteMultiple! * Price.Input) / (ReadsPerCacheWrite + 1);
}
