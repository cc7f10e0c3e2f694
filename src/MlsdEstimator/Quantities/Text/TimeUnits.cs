namespace MlsdEstimator;

/// <summary>Units of time, and the periods of what is counted per time.</summary>
internal static class TimeUnits
{
    public const double Minute = 60;
    public const double Hour = 3_600;
    public const double Day = 86_400;

    /// <summary>730 h = 8,760 h / 12, as in the price lists of the clouds.</summary>
    public const double Month = 730 * Hour;

    /// <summary>365 days of 24 h; no leap days, so that a year is 12 months.</summary>
    public const double Year = 365 * Day;

    public static readonly IReadOnlyList<Unit> Table =
    [
        new("s", 1) { Aliases = ["second", "seconds"] },
        new("ns", 1e-9) { Aliases = ["nanosecond", "nanoseconds"] },
        new("us", 1e-6) { Aliases = ["µs", "μs", "microsecond", "microseconds"] },
        new("ms", 1e-3) { Aliases = ["millisecond", "milliseconds"] },
        new("min", Minute) { Aliases = ["minute", "minutes"] },
        new("h", Hour) { Aliases = ["hour", "hours"] },
        new("d", Day) { Aliases = ["day", "days"] },
        new("week", 7 * Day) { Aliases = ["weeks"], Plural = "weeks", Shown = false },
        new("month", Month) { Aliases = ["months"], Plural = "months", Shown = false },
        new("year", Year) { Aliases = ["years"], Plural = "years" },
    ];

    public static readonly IReadOnlyDictionary<string, string> Refused = new Dictionary<string, string>
    {
        ["m"] = "it may be minutes or months; write min or month",
        ["M"] = "it may be minutes or months; write min or month",
    };

    /// <summary>What stands behind the "/" of a rate, with its other names.</summary>
    public static readonly IReadOnlyList<(string Symbol, double Seconds, string[] Names)> Periods =
    [
        ("s", 1, ["second"]),
        ("min", Minute, ["minute"]),
        ("h", Hour, ["hour"]),
        ("day", Day, ["d"]),
        ("month", Month, []),
        ("year", Year, []),
    ];

    /// <summary>Events per time. Slow ones are shown per minute to month, fast ones per second with k, M, G; never per year.</summary>
    public static readonly IReadOnlyList<Unit> Rates =
    [
        .. from prefix in new[] { ("", 1.0), ("k", 1e3), ("M", 1e6), ("G", 1e9) }
           from period in Periods
           where period.Symbol != "year"
           select Rate(prefix.Item1, prefix.Item2, period.Symbol, period.Seconds, period.Names),
    ];

    private static Unit Rate(string prefix, double count, string period, double seconds, string[] names)
    {
        var perSecond = seconds == 1;
        string[] queries = perSecond ? [prefix + "QPS", prefix + " QPS"] : [];
        return new Unit($"{prefix}/{period}", count / seconds)
        {
            Aliases = [.. names.Select(name => $"{prefix}/{name}"), .. queries],
            Shown = perSecond || prefix.Length == 0,
        };
    }
}
