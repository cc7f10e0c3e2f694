using System.Globalization;

namespace MlsdEstimator;

/// <summary>Reads a price list from JSON. All of it is read before anything is given back.</summary>
internal sealed class PriceFile
{
    private const string Dollars = "USD";
    private const double Million = 1e6;
    private const double Thousand = 1e3;

    private static readonly string[] Common = ["name", "region", "currency", "source", "as_of"];
    private static readonly string[] Terms = ["on_demand_per_hour", "reserved_per_hour", "spot_per_hour"];

    private readonly Dictionary<string, double> dollarsPer = new(StringComparer.Ordinal) { [Dollars] = 1 };

    private PriceFile(JsonPart root)
    {
        foreach (JsonPart rate in root.Optional("exchange_rates")?.Items() ?? [])
        {
            rate.RequireKnown(["currency", "dollars"]);
            double dollars = rate["dollars"].Number();
            if (!dollarsPer.TryAdd(rate["currency"].Text(), dollars > 0 ? dollars : throw rate["dollars"].Wrong("not above 0")))
                throw rate["currency"].Wrong($"'{rate["currency"].Text()}', whose rate is known already; a dollar is a dollar, and any other currency has one rate");
        }
    }

    public static PriceList Read(string json)
    {
        JsonPart root = JsonPart.Parse(json);
        root.RequireKnown(["version", "exchange_rates", "machines", "storage", "egress", "serverless", "key_value", "tokens"]);
        root["version"].Whole(1, 1);
        var file = new PriceFile(root);
        return new PriceList
        {
            Machines = All(root, "machines", file.Machine),
            Storage = All(root, "storage", file.Storage),
            Egress = All(root, "egress", file.Egress),
            Serverless = All(root, "serverless", file.Serverless),
            KeyValue = All(root, "key_value", file.KeyValue),
            Tokens = All(root, "tokens", file.Tokens),
        };
    }

    private static IReadOnlyList<T> All<T>(JsonPart root, string kind, Func<JsonPart, T> read)
    {
        IReadOnlyList<JsonPart> entries = root.Optional(kind)?.Items() ?? [];
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (JsonPart entry in entries)
        {
            if (!names.Add(entry["name"].Text()))
                throw entry["name"].Wrong($"'{entry["name"].Text()}' for the second time");
        }
        return [.. entries.Select(entry => Placed(entry, read))];
    }

    /// <summary>What the price itself refuses is told with its place in the file.</summary>
    private static T Placed<T>(JsonPart entry, Func<JsonPart, T> read)
    {
        try
        {
            return read(entry);
        }
        catch (ArgumentException problem)
        {
            throw new FormatException($"{entry.Path}: {problem.Message}", problem);
        }
    }

    private MachinePrice Machine(JsonPart entry)
    {
        entry.RequireKnown([.. Common, "accelerator", "accelerators", .. Terms]);
        var price = new MachinePrice
        {
            Name = entry["name"].Text(),
            Tag = Tag(entry),
            Accelerator = entry.Optional("accelerator")?.Text(),
            Accelerators = entry.Optional("accelerators")?.Whole(1, int.MaxValue) is int count ? count : null,
            OnDemand = PerHour(entry, "on_demand_per_hour"),
            Reserved = PerHour(entry, "reserved_per_hour"),
            Spot = PerHour(entry, "spot_per_hour"),
        };
        return Terms.Any(term => entry.Optional(term) is not null) ? price : throw new FormatException($"{entry.Path} has no price; give at least one of {string.Join(", ", Terms)}.");
    }

    private StoragePrice Storage(JsonPart entry)
    {
        entry.RequireKnown([.. Common, "unit", "tiers", "per_1000_writes", "per_1000_reads", "retrieval"]);
        return new StoragePrice
        {
            Name = entry["name"].Text(),
            Tag = Tag(entry),
            Unit = Unit(entry),
            Tiers = Tiers(entry, "tiers"),
            Write = Optional(entry, "per_1000_writes", Thousand),
            Read = Optional(entry, "per_1000_reads", Thousand),
            Retrieval = Optional(entry, "retrieval", 1),
        };
    }

    private EgressPrice Egress(JsonPart entry)
    {
        entry.RequireKnown([.. Common, "unit", "tiers"]);
        return new EgressPrice { Name = entry["name"].Text(), Tag = Tag(entry), Unit = Unit(entry), Tiers = Tiers(entry, "tiers") };
    }

    private ServerlessPrice Serverless(JsonPart entry)
    {
        entry.RequireKnown([.. Common, "unit", "memory_second_tiers", "per_million_requests", "free_memory_seconds", "free_requests"]);
        var price = new ServerlessPrice
        {
            Name = entry["name"].Text(),
            Tag = Tag(entry),
            Unit = Unit(entry),
            Memory = Tiers(entry, "memory_second_tiers"),
            Request = Amount(entry, "per_million_requests", Million),
        };
        Scalar? memory = entry.Optional("free_memory_seconds")?.Number(), requests = entry.Optional("free_requests")?.Number();
        return price with { FreeMemorySeconds = memory ?? price.FreeMemorySeconds, FreeRequests = requests ?? price.FreeRequests };
    }

    private KeyValuePrice KeyValue(JsonPart entry)
    {
        entry.RequireKnown([.. Common, "per_million_reads", "per_million_writes", "read_capacity_per_hour", "write_capacity_per_hour"]);
        return new KeyValuePrice
        {
            Name = entry["name"].Text(),
            Tag = Tag(entry),
            Read = Amount(entry, "per_million_reads", Million),
            Write = Amount(entry, "per_million_writes", Million),
            ReadCapacity = Amount(entry, "read_capacity_per_hour", 1) / Duration.Hour,
            WriteCapacity = Amount(entry, "write_capacity_per_hour", 1) / Duration.Hour,
        };
    }

    private TokenPrice Tokens(JsonPart entry)
    {
        entry.RequireKnown([.. Common, "per_million_input", "per_million_output", "per_million_cached_input", "cache_write_multiple", "batch_discount"]);
        return new TokenPrice
        {
            Name = entry["name"].Text(),
            Tag = Tag(entry),
            Input = Amount(entry, "per_million_input", Million),
            Output = Amount(entry, "per_million_output", Million),
            CachedInput = Optional(entry, "per_million_cached_input", Million),
            CacheWriteMultiple = entry.Optional("cache_write_multiple")?.Number() is double multiple ? multiple : null,
            BatchDiscount = entry.Optional("batch_discount") is JsonPart discount ? Part(discount) : null,
        };
    }

    private PriceTag Tag(JsonPart entry)
    {
        string currency = entry["currency"].Text();
        if (!dollarsPer.ContainsKey(currency))
            throw entry["currency"].Wrong($"'{currency}', of which no exchange rate is given; add it to $.exchange_rates");
        return new PriceTag { Region = entry["region"].Text(), Currency = currency, Source = entry["source"].Text(), AsOf = Day(entry["as_of"]) };
    }

    private static DateOnly Day(JsonPart part) =>
        DateOnly.TryParseExact(part.Text(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day) ? day : throw part.Wrong($"'{part.Text()}', but should be a day such as 2026-11-09");

    private static Fraction Part(JsonPart part) => part.Number() is >= 0 and <= 1 ? Fraction.FromRatio(part.Number()) : throw part.Wrong(Text.Of($"{part.Number()}, but should lie between 0 and 1"));

    private static DataSize Unit(JsonPart entry) => entry["unit"].Text() switch
    {
        "GB" => DataSize.Gigabyte,
        "GiB" => DataSize.Gibibyte,
        string other => throw entry["unit"].Wrong($"'{other}', but should be GB (10^9 bytes) or GiB (2^30)"),
    };

    private PriceTiers Tiers(JsonPart entry, string property)
    {
        IReadOnlyList<JsonPart> tiers = entry[property].Items();
        if (tiers.Count == 0)
            throw entry[property].Wrong("empty, but should hold at least one tier");
        foreach (JsonPart tier in tiers)
            tier.RequireKnown(["up_to", "price"]);
        if (tiers[^1].Optional("up_to") is JsonPart end)
            throw end.Wrong("the end of the last tier, which should have none");
        return PriceTiers.Of([.. tiers.SkipLast(1).Select(tier => ((Scalar)tier["up_to"].Number(), In(entry, tier["price"])))], In(entry, tiers[^1]["price"]));
    }

    private Spend? PerHour(JsonPart entry, string property) => entry.Optional(property) is null ? null : Amount(entry, property, 1) / Duration.Hour;

    private Money? Optional(JsonPart entry, string property, double units) => entry.Optional(property) is null ? null : Amount(entry, property, units);

    private Money Amount(JsonPart entry, string property, double units) => In(entry, entry[property]) / units;

    /// <summary>A number, a range of two, or of three with the best guess between, in the currency of the entry.</summary>
    private Money In(JsonPart entry, JsonPart part) => Money.Dollar * dollarsPer[entry["currency"].Text()] * PricedAt(part);

    private static Scalar PricedAt(JsonPart part)
    {
        if (part.Element.ValueKind != System.Text.Json.JsonValueKind.Array)
            return part.Number();
        double[] ends = part.Numbers(part.Element.GetArrayLength() == 3 ? 3 : 2);
        try
        {
            return ends.Length == 3 ? (ends[0], ends[1], ends[2]) : (ends[0], ends[1]);
        }
        catch (ArgumentException problem)
        {
            throw new FormatException($"{part.Path}: {problem.Message}", problem);
        }
    }
}
