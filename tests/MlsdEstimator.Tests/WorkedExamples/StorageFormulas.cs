namespace MlsdEstimator.Tests;

/// <summary>Published bytes on disk and on the wire, and counts of stored things, written with the library.</summary>
internal static class StorageFormulas
{
    public static IReadOnlyDictionary<string, Func<ExampleInputs, IQuantity>> All { get; } = new Dictionary<string, Func<ExampleInputs, IQuantity>>
    {
        ["dau*posts*media_ratio*media_bytes"] = row => PerDay(row.Count("dau") * row.Count("posts") * row.Share("media_ratio"), row.Bytes("media_bytes")),
        ["per_day*365*years"] = row => row.Bytes("per_day") / Duration.Day * row.Years("years"),
        ["per_day*365*10"] = row => row.Bytes("per_day") / Duration.Day * 10.Years,
        ["per_day*365"] = row => row.Unit == "rows" ? row.Count("per_day") / Duration.Day * Duration.Year : row.Bytes("per_day") / Duration.Day * Duration.Year,
        ["per_day/day"] = row => row.Bytes("per_day") / row.Seconds("day"),
        ["rate*day*tweet_bytes"] = row => Kept(row.Load("rate", "tweets"), row.Bytes("tweet_bytes"), row.Seconds("day")).Raw,
        ["rate*day*tweet_bytes*365*years"] = row => Kept(row.Load("rate", "tweets"), row.Bytes("tweet_bytes"), row.Seconds("day") * 365 * row.Count("years")).Raw,
        ["rate*bytes*day*365*copies"] = row => Kept(row.Load("rate", "uploads"), row.Bytes("bytes"), row.Seconds("day") * 365, row.Count("copies")).Stored,
        ["urls*365*years"] = row => row.Count("urls") / Duration.Day * row.Years("years"),
        ["records*bytes"] = row => row.Count("records") * row.Bytes("bytes"),
        ["pages*bytes"] = row => row.Count("pages") * row.Bytes("bytes"),
        ["per_month*months"] = row => row.Bytes("per_month") * row.Count("months"),
        ["queries*new_ratio*bytes"] = row => PerDay(row.Count("queries") * row.Share("new_ratio"), row.Bytes("bytes")),
        ["pools*machines*metrics"] = row => row.Count("pools") * row.Count("machines") * row.Count("metrics"),
        ["clicks*bytes"] = row => PerDay(row.Count("clicks"), row.Bytes("bytes")),
        ["clicks*bytes*days"] = row => PerDay(row.Count("clicks"), row.Bytes("bytes")) * row.Days("days"),
        ["cap*use/(0.2*small+0.6*mid+0.2*large)"] = row =>
            row.Bytes("cap") * row.Share("use") / (20.Percent * row.Bytes("small") + 60.Percent * row.Bytes("mid") + 20.Percent * row.Bytes("large")),
        ["objects*bytes"] = row => row.Count("objects") * row.Bytes("bytes"),
        ["bytes*tweets*days"] = row => PerDay(row.Count("tweets"), row.Bytes("bytes")) * row.Days("days"),
        ["bytes*pastes"] = row => row.Count("pastes") * row.Bytes("bytes"),
        ["bytes*tx"] = row => row.Count("tx") * row.Bytes("bytes"),
        ["bytes*queries"] = row => row.Count("queries") * row.Bytes("bytes"),
        ["bytes*pages"] = row => row.Count("pages") * row.Bytes("bytes"),
        ["keys*bytes"] = row => row.Count("keys") * row.Bytes("bytes"),
        ["files*bytes"] = row => PerDay(row.Count("files"), row.Bytes("bytes")),
        ["rows*bytes"] = row => row.Count("rows") * row.Bytes("bytes"),
        ["requests*bytes"] = row => row.Count("requests") * row.Bytes("bytes"),
        ["events*bytes*365"] = row => Daily(row.Count("events"), row.Bytes("bytes"), 1.Years).Raw,
        ["events*bytes*365*years"] = row => Daily(row.Count("events"), row.Bytes("bytes"), row.Years("years")).Raw,
        ["qps*bytes"] = row => row.Rate("qps") * row.Bytes("bytes"),
        ["hours*60*mb_per_min*1e6*1440"] = row => VideoIngest(row),
        ["hours*60*mb_per_min*1e6*8/60"] = row => VideoIngest(row),
        ["fps*sec"] = row => row.Rate("fps") * row.Seconds("sec"),
        ["frames*bytes"] = row => row.Count("frames") * row.Bytes("bytes"),

        ["dau*uploader_ratio*bytes"] = row => PerDay(row.Count("dau") * row.Share("uploader_ratio"), row.Bytes("bytes")),
        ["dau*views*gb*usd_per_gb"] = row => row.Count("dau") * row.Count("views") / Duration.Day * row.Gigabytes("gb") * row.Dollars("usd_per_gb").Per(DataSize.Gigabyte),
        ["users*bytes"] = row => row.Count("users") * row.Bytes("bytes"),
        ["users*mails*bytes*365"] = row => Daily(row.Count("users") * row.Count("mails"), row.Bytes("bytes"), 1.Years).Raw,
        ["users*mails*ratio*bytes*365"] = row => Daily(row.Count("users") * row.Count("mails") * row.Share("ratio"), row.Bytes("bytes"), 1.Years).Raw,
        ["uploads*bytes*365*5"] = row => Daily(row.Count("uploads"), row.Bytes("bytes"), 5.Years).Raw,
        ["uploads*bytes*365*years"] = row => Daily(row.Count("uploads"), row.Bytes("bytes"), row.Years("years")).Raw,
        ["peak/ratio*bytes*day"] = row => Kept(Traffic.FromPeak(row.Rate("peak"), row.Peak("ratio")).Load, row.Bytes("bytes"), row.Seconds("day")).Raw,
    };

    private static Bandwidth PerDay(Scalar rows, DataSize each) => rows / Duration.Day * each;

    private static Bandwidth VideoIngest(ExampleInputs row) => row.Hours("hours") / Duration.Minute * (row.Megabytes("mb_per_min") / Duration.Minute);

    private static RetainedData Daily(Scalar events, DataSize each, Duration retention) =>
        Kept(Traffic.FromEvents(events, Duration.Day, Peak.Factor(1)).Load, each, retention);

    private static RetainedData Kept(Load rows, DataSize each, Duration retention, Scalar? copies = null) =>
        new() { Rows = rows, RowSize = each, Retention = retention, Copies = copies ?? 1 };
}
