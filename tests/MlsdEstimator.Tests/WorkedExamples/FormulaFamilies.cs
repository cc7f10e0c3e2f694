namespace MlsdEstimator.Tests;

/// <summary>
/// What an estimate of unknown formula may mean, from the names of its inputs: counts over a period, bytes of rows, a rate and its fan-out, work in flight, one over the other.
/// Each is a guess, and counts only where it gives the recomputed value.
/// </summary>
internal static class FormulaFamilies
{
    private static readonly string[] Times = ["day", "days", "month_s", "hours", "months", "years"];

    public static IReadOnlyDictionary<string, Func<ExampleInputs, IQuantity?>> All { get; } = new Dictionary<string, Func<ExampleInputs, IQuantity?>>
    {
        ["events over a period"] = row => EventsOverPeriod(row, Product(row)),
        ["work in flight"] = WorkInFlight,
        ["a rate and its fan-out"] = row => row.Names.Any(Times.Contains) ? null : Product(row) * PeakOf(row).Value / Duration.Second,
        ["bytes of rows"] = row => BytesOfRows(row, 1),
        ["bytes of a year of daily rows"] = row => BytesOfRows(row, Duration.Year / Duration.Day),
        ["count"] = row => row.Names.Any(Times.Contains) ? null : Product(row),
        ["one over the other"] = row => row.Names.ToArray() is [string first, string second] ? row.Count(first) / row.Count(second) : null,
    };

    private static Rate? EventsOverPeriod(ExampleInputs row, Scalar events) =>
        PeriodOf(row) is Duration period ? Traffic.FromEvents(events, period, PeakOf(row)).Peak : null;

    private static Scalar? WorkInFlight(ExampleInputs row)
    {
        if (!row.Has("seconds") || EventsOverPeriod(row, Product(row, "seconds")) is not Rate rate)
            return null;
        return new InFlight { Requests = Load.Of(rate, rate, "requests"), Latency = row.Seconds("seconds") }.AtPeak;
    }

    private static DataSize? BytesOfRows(ExampleInputs row, Scalar days)
    {
        if (row.Names.FirstOrDefault(name => name.EndsWith("bytes", StringComparison.Ordinal)) is not string bytes || row.Has("month_s") || row.Has("hours"))
            return null;
        return row.Bytes(bytes) * Product(row, bytes) * days * One(row, "day") * One(row, "days") * One(row, "months") * One(row, "years");
    }

    private static Duration? PeriodOf(ExampleInputs row)
    {
        if (row.Has("month_s"))
            return row.Seconds("month_s");
        if (row.Has("hours"))
            return row.Hours("hours") * One(row, "days");
        return row.Has("day") ? row.Seconds("day") * One(row, "days") : null;
    }

    private static Peak PeakOf(ExampleInputs row) => row.Has("peak") ? row.Peak("peak") : Peak.Factor(1);

    private static Scalar One(ExampleInputs row, string name) => row.Has(name) ? row.Count(name) : Scalar.One;

    private static Scalar Product(ExampleInputs row, params string[] without) =>
        row.Names.Except(Times).Except(["peak", .. without]).Aggregate(Scalar.One, (product, name) => product * row.Count(name));
}
