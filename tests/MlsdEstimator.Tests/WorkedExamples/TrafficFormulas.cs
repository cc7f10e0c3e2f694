namespace MlsdEstimator.Tests;

/// <summary>Published requests per second, written with the library.</summary>
internal static class TrafficFormulas
{
    private static readonly Peak Flat = Peak.Factor(1);

    public static IReadOnlyDictionary<string, Func<ExampleInputs, IQuantity>> All { get; } = new Dictionary<string, Func<ExampleInputs, IQuantity>>
    {
        ["mau*dau_ratio*posts_per_dau/day"] = row => Average(row.Count("mau") * row.Share("dau_ratio") * row.Count("posts_per_dau"), row.Seconds("day")),
        ["peak*mau*dau_ratio*posts_per_dau/day"] = row => Busiest(row.Count("mau") * row.Share("dau_ratio") * row.Count("posts_per_dau"), row.Seconds("day"), row.Peak("peak")),
        ["urls/day"] = row => Average(row.Count("urls"), row.Seconds("day")),
        ["ratio*urls/day"] = row => Of(row.Count("urls"), row.Seconds("day")).Times(row.Count("ratio"), "reads").Average,
        ["pages/days/day"] = row => Average(row.Count("pages"), row.Count("days") * row.Seconds("day")),
        ["peak*pages/days/day"] = row => Busiest(row.Count("pages"), row.Count("days") * row.Seconds("day"), row.Peak("peak")),
        ["dau*searches*requests_per_search/day"] = row => Of(row.Count("dau") * row.Count("searches"), row.Seconds("day")).Times(row.Count("requests_per_search"), "requests").Average,
        ["peak*dau*searches*requests_per_search/day"] = row =>
            Of(row.Count("dau") * row.Count("searches"), row.Seconds("day"), row.Peak("peak")).Times(row.Count("requests_per_search"), "requests").Peak,
        ["dau*searches/day"] = row => Average(row.Count("dau") * row.Count("searches"), row.Seconds("day")),
        ["concurrent/interval_s"] = row => Average(row.Count("concurrent"), row.Seconds("interval_s")),
        ["updates*friends*online"] = row => row.Load("updates", "updates").Times(row.Count("friends"), "deliveries").Part(row.Share("online")).Average,
        ["dau*minutes_per_week/7*60/batch_s/day"] = row => Average(row.Count("dau") * (row.Minutes("minutes_per_week") / row.Seconds("batch_s")), 7 * row.Seconds("day")),
        ["clicks/day"] = row => Average(row.Count("clicks"), row.Seconds("day")),
        ["peak*clicks/day"] = row => Busiest(row.Count("clicks"), row.Seconds("day"), row.Peak("peak")),
        ["dau/day"] = row => Average(row.Count("dau"), row.Seconds("day")),
        ["dau*games/day"] = row => Average(row.Count("dau") * row.Count("games"), row.Seconds("day")),
        ["orders/hours/3600"] = row => Average(row.Count("orders"), row.Hours("hours")),
        ["qps*peak"] = row => Traffic.FromRate(row.Rate("qps"), row.Peak("peak")).Peak,
        ["avg*factor"] = row => Traffic.FromRate(row.Rate("avg"), row.Peak("factor")).Peak,
        ["reads/month_s"] = row => Average(row.Count("reads"), row.Seconds("month_s")),
        ["tweets/month_s"] = row => Average(row.Count("tweets"), row.Seconds("month_s")),
        ["deliveries/month_s"] = row => Average(row.Count("deliveries"), row.Seconds("month_s")),
        ["tx/month_s"] = row => Average(row.Count("tx"), row.Seconds("month_s")),
        ["links/days/day"] = row => Average(row.Count("links"), row.Count("days") * row.Seconds("day")),
        ["dau*tweets/day"] = row => Average(row.Count("dau") * row.Count("tweets"), row.Seconds("day")),
        ["rec_views/watched_per_page/days/day"] = row => Average(row.Count("rec_views") / row.Count("watched_per_page"), row.Count("days") * row.Seconds("day")),
        ["qps*days*day"] = row => row.Rate("qps") * (row.Count("days") * row.Seconds("day")),
        ["dau*events/day"] = row => Average(row.Count("dau") * row.Count("events"), row.Seconds("day")),
        ["peak*dau*requests/day"] = row => Busiest(row.Count("dau") * row.Count("requests"), row.Seconds("day"), row.Peak("peak")),
        ["dau*pages*ads*candidates/day"] = row => Of(row.Count("dau") * row.Count("pages"), row.Seconds("day")).Times(row.Count("ads") * row.Count("candidates"), "predictions").Average,
        ["4*sessions/(pi*hours)"] = row => 4 * row.Count("sessions") / (Math.PI * row.Hours("hours")),
        ["gmv/ticket/365/day"] = row => Average(row.Dollars("gmv") / row.Dollars("ticket"), 365 * row.Seconds("day")),
        ["users*mails*predictions"] = row => Traffic.FromUsers(row.Count("users"), row.Count("mails") * row.Count("predictions"), Flat).PerDay,
        ["users*mails*predictions/day*peak"] = row => Busiest(row.Count("users") * row.Count("mails") * row.Count("predictions"), row.Seconds("day"), row.Peak("peak")),
        ["hours_per_min*1440"] = row => row.Hours("hours_per_min") / Duration.Minute * Duration.Day,

        ["dau*files/day"] = row => Average(row.Count("dau") * row.Count("files"), row.Seconds("day")),
        ["peak*dau*files/day"] = row => Busiest(row.Count("dau") * row.Count("files"), row.Seconds("day"), row.Peak("peak")),
        ["users*mails/day"] = row => Average(row.Count("users") * row.Count("mails"), row.Seconds("day")),
        ["rooms*occupancy/stay/day"] = row => Average(row.Count("rooms") * row.Share("occupancy") / row.Count("stay"), row.Seconds("day")),
        ["posts*fanout"] = row => row.Count("posts") * row.Count("fanout"),
        ["hosts*per_host/shards"] = row => row.Load("per_host", "shard queries").Times(row.Count("hosts") / row.Count("shards"), "user queries").Average,
        ["mau*dau_ratio*sessions/day"] = row => Average(row.Count("mau") * row.Share("dau_ratio") * row.Count("sessions"), row.Seconds("day")),
        ["lookups*qps"] = row => row.Load("qps", "requests").Times(row.Count("lookups"), "reads").Average,
        ["requests/hours/3600"] = row => Average(row.Count("requests"), row.Hours("hours")),
        ["requests/(hours*3600)"] = row => Average(row.Count("requests"), row.Hours("hours")),
        ["dau*sessions*requests*tokens*peak/day"] = row =>
            Of(row.Count("dau") * row.Count("sessions") * row.Count("requests"), row.Seconds("day"), row.Peak("peak")).Times(row.Count("tokens"), "tokens").Peak,
    };

    private static Load Of(Scalar events, Duration period, Peak? peak = null) => Traffic.FromEvents(events, period, peak ?? Flat).Load;

    private static Rate Average(Scalar events, Duration period) => Of(events, period).Average;

    private static Rate Busiest(Scalar events, Duration period, Peak peak) => Of(events, period, peak).Peak;
}
