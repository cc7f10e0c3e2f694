namespace MlsdEstimator.Tests;

/// <summary>Reads a quantity in the unit of a published answer; a unit reads only the quantities that it can mean.</summary>
internal static class PublishedUnits
{
    private static readonly Dictionary<string, Func<IQuantity, double?>> Readers = new()
    {
        ["B"] = quantity => (quantity as DataSize)?.Bytes,
        ["B/s"] = quantity => (quantity as Bandwidth)?.BytesPerSecond,
        ["bit/s"] = quantity => (quantity as Bandwidth)?.BitsPerSecond,
        ["B/day"] = quantity => BytesIn(quantity, Duration.Day),
        ["B/month"] = quantity => (quantity as DataSize)?.Bytes,
        ["B/year"] = quantity => BytesIn(quantity, Duration.Year),
        ["FLOP"] = quantity => (quantity as FlopCount)?.Flops,
        ["GPU-h"] = quantity => (quantity as Duration)?.Hours,
        ["h"] = quantity => (quantity as Duration)?.Hours,
        ["days"] = quantity => (quantity as Duration)?.Days,
        ["h/day"] = quantity => (quantity as Duration)?.Hours,
        ["min"] = quantity => (quantity as Duration)?.Minutes,
        ["s"] = quantity => (quantity as Duration)?.Seconds,
        ["ms"] = quantity => (quantity as Duration)?.Milliseconds,
        ["USD"] = quantity => (quantity as Money)?.Dollars,
        ["USD/day"] = quantity => (quantity as Spend)?.DollarsPerDay,
        ["USD/month"] = quantity => (quantity as Spend)?.DollarsPerMonth,
        ["USD/year"] = quantity => (quantity as Spend)?.DollarsPerYear,
        ["prob"] = quantity => (quantity as Fraction)?.Value,
        ["ratio"] = quantity => (quantity as Fraction)?.Value ?? (quantity as Scalar)?.Value,
        ["million"] = quantity => (quantity as Scalar)?.Value / 1e6,
    };

    private static readonly string[] Things =
    [
        "req", "requests", "msg", "users", "pred", "predictions", "reads", "writes", "rows", "records", "events", "tok", "tokens", "img", "images", "ads", "posts", "views",
        "tx", "ops", "series", "objects", "pairs", "values", "candidates", "items", "frames", "sessions", "threads", "connections", "keys", "nodes", "servers", "instances",
        "GPUs", "shards", "machines", "cores", "workers", "replicas", "reviewers", "samples", "labels", "edges", "entries", "vectors", "bundles", "bookings", "reservations",
        "deliveries", "plays", "calls", "lookups", "hosts", "x", "count",
    ];

    public static bool Knows(string unit) => Readers.ContainsKey(unit) || CountReader(unit) is not null;

    public static double? Read(IQuantity quantity, string unit) => (Readers.GetValueOrDefault(unit) ?? CountReader(unit))?.Invoke(quantity);

    private static Func<IQuantity, double?>? CountReader(string unit) => unit.Split('/') switch
    {
        [string thing] when Things.Contains(thing) => quantity => (quantity as Scalar)?.Value,
        [string thing, "s"] when Things.Contains(thing) => quantity => (quantity as Rate)?.PerSecond,
        [string thing, "min"] when Things.Contains(thing) => quantity => (quantity as Rate)?.PerMinute,
        [string thing, "h"] when Things.Contains(thing) => quantity => (quantity as Rate)?.PerHour,
        [string thing, "day"] when Things.Contains(thing) => quantity => (quantity as Rate)?.PerDay ?? (quantity as Scalar)?.Value,
        [string thing, "month" or "year"] when Things.Contains(thing) => quantity => (quantity as Scalar)?.Value,
        _ => null,
    };

    private static double? BytesIn(IQuantity quantity, Duration period) =>
        quantity is Bandwidth flow ? (flow * period).Bytes : (quantity as DataSize)?.Bytes;
}
