namespace MlsdEstimator.Tests;

/// <summary>Published candidates, feature reads and training rows, written with the library.</summary>
internal static class FunnelFormulas
{
    public static IReadOnlyDictionary<string, Func<ExampleInputs, IQuantity>> All { get; } = new Dictionary<string, Func<ExampleInputs, IQuantity>>
    {
        ["positives*(shown-watched)/watched"] = row => row.Count("positives") * (row.Count("shown") - row.Count("watched")) / row.Count("watched"),
        ["users*bookings*shown"] = row => row.Count("users") * row.Count("bookings") * row.Count("shown"),
        ["users*bookings*shown/12*bytes"] = row => row.Count("users") * row.Count("bookings") * row.Count("shown") * row.Bytes("bytes") / 12,
        ["requests*ctr"] = row => row.Count("requests") * row.Share("ctr"),
        ["users*degree*degree/rate"] = row => row.Count("users") * row.Count("degree").Pow(2) / row.Rate("rate"),
        ["users/candidates"] = row => row.Count("users") / row.Count("candidates"),
        ["users*users"] = row => row.Count("users").Pow(2),
        ["calls*features"] = row => row.Load("calls", "calls").Times(row.Count("features"), "reads").Average,
        ["qps*candidates*features"] = row => row.Load("qps", "requests").Times(row.Count("candidates"), "candidates").Times(row.Count("features"), "reads").Average,
        ["qps*(1-hit)"] = row => row.Load("qps", "reads").Part(1 - row.Share("hit")).Average,
        ["candidates*features"] = row => row.Count("candidates") * row.Count("features"),
        ["m+b+f+c+v"] = row => row.Millions("m") + row.Millions("b") + row.Millions("f") + row.Millions("c") + row.Millions("v"),

        ["mau*visits*items"] = row => row.Count("mau") * row.Count("visits") * row.Count("items"),
        ["queries*samples_per_query"] = row => row.Count("queries") * row.Count("samples_per_query"),
        ["degree*degree"] = row => row.Count("degree").Pow(2),
        ["degree**2"] = row => row.Count("degree").Pow(2),
    };
}
