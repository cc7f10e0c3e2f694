namespace MlsdEstimator.Tests;

/// <summary>What machines, storage, requests and tokens cost.</summary>
internal static class CostFormulas
{
    private static readonly PriceTag Given = new() { Region = "any", Currency = "USD", Source = "the row", AsOf = new DateOnly(2026, 11, 9) };

    public static readonly Dictionary<string, Func<VectorInputs, double>> All = new()
    {
        ["730 h month"] = row => (row.Number("usd_per_h").DollarsPerHour * row.Number("hours").Hours).Dollars,
        ["price cut fraction"] = row => (1 - row.Count("new") / row.Count("old")).Value,
        ["USD per GPU hour"] = row => Machine(row.Number("usd_per_h"), row.Count("gpus")).OnDemandPerAccelerator!.DollarsPerHour,
        ["USD per 1M tokens"] = row => Unit(row.Number("usd_per_h"), row.Number("tokens_per_s"), row.Share("utilisation")).PerMillion.Dollars,
        ["cost per 1M predictions"] = row => Unit(row.Number("usd_h"), row.Number("qps"), row.Share("utilisation")).PerMillion.Dollars,
        ["LLM API cost"] = row => Tokens(row).CostPerRequest.Dollars * row.Number("requests"),
        ["batch API"] = row => Batched(row).CostPerRequest.Dollars,
        ["prompt-cache break-even reads"] = row => Cached(row).CacheBreakEvenReads!.Value,
        ["1-hour cache break-even reads"] = row => Cached(row).CacheBreakEvenReads!.Value,
        ["tiered egress"] = Egress,
        ["tier boundary exactly at"] = Egress,
        ["Lambda = GB*s*price + requests*price"] = row => (Function(row, row.Number("requests")).Cost * Duration.Month).Dollars,
        ["serverless vs instance break-even requests/month"] = row => Function(row, 1).BreakEvenWith(row.Number("usd_instance_month").DollarsPerMonth).PerMonth,
        ["S3 standard tiers"] = row => Storage(row).CostOf(row.Number("gb").Gigabytes).DollarsPerMonth,
        ["request cost"] = row => PriceList.Bundled.StorageOf("S3 Standard").CostOfRequests(row.Number("puts").PerMonth, row.Number("gets").PerMonth).DollarsPerMonth,
        ["IA break-even retrievals per month"] = row => Class(row.Number("std")).BreakEvenRetrievals(Class(row.Number("ia")) with { Retrieval = row.Number("retrieval_per_gb").Dollars }).Value,
        ["GB-month from byte-hours"] = row => (row.Number("byte_hours").Bytes * (Duration.Hour / row.Number("hours_in_month").Hours)).Gibibytes,
        ["DynamoDB on demand month"] = row => Store.OnDemand(row.Number("rru").PerMonth, row.Number("wru").PerMonth).DollarsPerMonth,
        ["DynamoDB provisioned month"] = row => (Store.Provisioned(row.Count("rcu"), row.Count("wcu")) * row.Number("hours").Hours).Dollars,
        ["utilisation break-even provisioned vs on demand"] = row =>
            (Store with { WriteCapacity = row.Number("usd_wcu_h").DollarsPerHour, Write = row.Number("usd_per_m_wru").Dollars.Per(1.Million) }).BreakEvenWriteUse.Value,
        ["reserved break-even utilisation"] = row => Mix(row).BreakEvenUse.Value,
        ["blended"] = row => CommitmentMix.Blended([.. Parts(row)]).DollarsPerHour,
        ["spot effective price"] = row => Spot(row).EffectivePrice.DollarsPerHour,
        ["quantisation speed-up, memory-bound"] = row => (row.Number("bits_old").Bits / (row.Number("bits_new").Bits + row.Number("overhead_bits").Bits)).Value,
        ["end-to-end speed-up when only the model part accelerates"] = row => Speedup.Amdahl(1 - row.Share("model_fraction"), row.Count("model_speedup")).Value,
    };

    private static KeyValuePrice Store => PriceList.Bundled.KeyValueOf("DynamoDB");

    private static MachinePrice Machine(double hourly, Scalar gpus) => new() { Name = "machine", Tag = Given, OnDemand = hourly.DollarsPerHour, Accelerators = gpus };

    private static UnitCost Unit(double hourly, double perSecond, Fraction utilisation) =>
        new() { Machine = hourly.DollarsPerHour, FullRate = perSecond.PerSecond, Utilisation = utilisation };

    private static Load One => Load.Of(1.PerSecond, 1.PerSecond, "requests");

    private static TokenPrice PriceOf(double input, double cached, double output) => new()
    {
        Name = "model",
        Tag = Given,
        Input = input.Dollars.Per(1.Million),
        CachedInput = cached.Dollars.Per(1.Million),
        Output = output.Dollars.Per(1.Million),
    };

    private static HostedApi Tokens(VectorInputs row) => new()
    {
        Requests = One,
        InputTokens = row.Count("input_tokens"),
        CachedTokens = row.Count("cached_tokens"),
        OutputTokens = row.Count("output_tokens"),
        Price = PriceOf(row.Number("usd_in"), row.Number("usd_cached"), row.Number("usd_out")),
    };

    /// <summary>One output token that costs what the row pays without the discount.</summary>
    private static HostedApi Batched(VectorInputs row) => new()
    {
        Requests = One,
        InputTokens = 0,
        OutputTokens = 1,
        BatchShare = Fraction.One,
        Price = PriceOf(0, 0, 1e6 * row.Number("usd")) with { BatchDiscount = row.Share("discount") },
    };

    private static TokenPrice Cached(VectorInputs row) => PriceOf(1, row.Number("read_mult"), 1) with { CacheWriteMultiple = row.Count("write_mult") };

    private static PriceTiers Tiers(VectorInputs row)
    {
        double[] prices = row.Numbers("usd_per_gb");
        return PriceTiers.Of([.. row.Numbers("tiers_gb").Zip(prices, (upTo, each) => ((Scalar)upTo, each.Dollars))], prices[^1].Dollars);
    }

    private static double Egress(VectorInputs row) =>
        new EgressPrice { Name = "egress", Tag = Given, Unit = DataSize.Gigabyte, Tiers = Tiers(row) }.CostOfMonth(row.Number("gb").Gigabytes).Dollars;

    private static StoragePrice Storage(VectorInputs row) => Class(0) with { Tiers = Tiers(row) };

    private static StoragePrice Class(double price) => new() { Name = "class", Tag = Given, Unit = DataSize.Gigabyte, Tiers = PriceTiers.Flat(price.Dollars) };

    private static ServerlessServing Function(VectorInputs row, double monthly) => new()
    {
        Requests = Load.Of(monthly.PerMonth, monthly.PerMonth, "requests"),
        Memory = row.Number("memory_gb").Gigabytes,
        Duration = row.Time("duration"),
        Price = new ServerlessPrice
        {
            Name = "function",
            Tag = Given,
            Unit = DataSize.Gigabyte,
            Memory = PriceTiers.Flat(row.Number("usd_gb_s").Dollars),
            Request = row.Number("usd_per_m_requests").Dollars.Per(1.Million),
        },
    };

    private static CommitmentMix Mix(VectorInputs row) => new()
    {
        Machines = 1,
        Day = DiurnalCurve.FromPeak(1),
        OnDemand = row.Number("on_demand").DollarsPerHour,
        Reserved = row.Number("reserved").DollarsPerHour,
    };

    /// <summary>Prices come in the order of the shares.</summary>
    private static IEnumerable<(Fraction Share, Spend Price)> Parts(VectorInputs row) =>
        new[] { "on_demand", "spot", "reserved" }.Zip(row.Numbers("usd"), (share, price) => (row.Share(share), price.DollarsPerHour));

    private static SpotMarket Spot(VectorInputs row) => new()
    {
        Price = row.Number("usd_h").DollarsPerHour,
        Interruptions = row.Number("interruptions_per_h").PerHour,
        Lost = row.Time("lost"),
        Restart = row.Time("restart"),
    };
}
