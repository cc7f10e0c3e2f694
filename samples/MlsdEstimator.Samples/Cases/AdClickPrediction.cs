namespace MlsdEstimator.Samples;

/// <summary>Ad click prediction: a thousand ads ranked for each request in 100 ms; what a precomputed answer may cost in freshness.</summary>
internal sealed class AdClickPrediction : CaseStudy
{
    public override string Name => "ad-click-prediction";

    public override string Description => "40k requests/s, 1,000 ads ranked for each within 100 ms: online, because an hour-old answer knows neither page nor budget.";

    /// <summary>The published example.</summary>
    public static CaseInputs PointValues() => new(
    [
        "daily active users=100M", "requests per user per day=34.56", "peak factor=2", "ads ranked=1000", "row size=500 B", "retention=30 d", "FLOPs per request=10 GFLOP", "bundle size=500 B",
    ]);

    public override CaseDesign Build(CaseInputs inputs)
    {
        Scalar ranked = inputs.Of("ads ranked", 500.To(2000, best: 1000), RequestCase.Assumed), ads = inputs.Of("ads", 50.Million, RequestCase.Assumed);
        DataSize perAd = inputs.Of("bytes per ad", 264.Bytes, "assumed: vector and id");
        var shared = new RequestCase(inputs)
        {
            Users = inputs.Of("daily active users", 50e6.To(200e6, best: 100e6), "course example"),
            PerUser = inputs.Of("requests per user per day", 15.To(80, best: 34.56), "course example: 40,000 requests/s"),
            PeakFactor = inputs.Of("peak factor", 1.6.To(3, best: 2), "whole planet: 2 (Xu 2020)"),
            Target = inputs.Of("latency target", 100.Milliseconds, "course example: 50 to 100 ms"),
            Ranked = ranked,
            BundleSize = inputs.Of("bundle size", 300.Bytes.To(1500.Bytes, best: 500.Bytes), "300 features"),
            RowsPerRequest = inputs.Of("log rows per request", Scalar.FromNumber(1), "one row a request; times ads shown otherwise"),
            RowSize = inputs.Of("row size", 100.Bytes.To(2000.Bytes, best: 500.Bytes), "course example"),
            Retention = inputs.Of("retention", 7.Days.To(90.Days, best: 30.Days), "course example"),
            Refresh = 1.Hours,
            RefreshWindow = 30.Minutes,
        };
        FlopCount work = inputs.Of("FLOPs per request", 2.Gigaflops.To(50.Gigaflops, best: 10.Gigaflops), RequestCase.Assumed);
        var serving = new ServingComparison
        {
            Title = "Online or batch",
            Online = shared.ModelOnline("Ranker online", work),
            Batch = shared.ModelBatch("Best ads of each user", PrecomputeSet.Active(shared.Users, 100.Percent, 100.Percent), work, 1.Kilobytes),
            ServeRestOnline = false,
            OldestAnswer = inputs.Of("oldest answer allowed", 1.Minutes, "page, budget and pacing change by the minute; assumed"),
            ValuePerRequest = inputs.Of("value per request", 0.5.Dollars.Per(1.Thousand), "one ad shown at half a dollar a thousand; assumed"),
        };
        DataSize index = (ads * perAd).Named("index, one copy");
        var sheet = new Worksheet("Ad click prediction")
        {
            Frame = [Estimator.Of("Funnel", shared.Web.Load.Times(ranked, "predictions").Peak.Named("ranked predictions at peak"))],
            Data = [shared.Log, Estimator.Of("Index", index)],
            Model = [Estimator.Of("Ranker", (shared.Web.Peak * work).Named("arithmetic at peak"))],
            Serve = [shared.Features, serving],
        };
        return shared.Design(sheet, serving, ["Ranker online / replicas needed", "Feature store / bundle reads at peak"], new TextWhiteboard(
            [$"{TextWhiteboard.Short(shared.Users)} users", $"{TextWhiteboard.Short(shared.PerUser)} requests each", $"{TextWhiteboard.Short(ranked)} ads ranked", $"{TextWhiteboard.Short(work)} a request"],
            [
                $"1. {TextWhiteboard.Short(shared.Users)} x {TextWhiteboard.Short(shared.PerUser)} / 86,400 s = {TextWhiteboard.Short(shared.Web.Average)}, {TextWhiteboard.Short(shared.Web.Peak)} at peak",
                $"2. x ({TextWhiteboard.Short(ranked)} + 1) bundles = {TextWhiteboard.Short(shared.Features.BundleReads)}: co-locate or cache",
                $"3. x {TextWhiteboard.Short(work)} / 37 TFLOP/s = {TextWhiteboard.Short(serving.Online.Needed)} GPUs, model only",
                $"4. log {TextWhiteboard.Short(shared.Log.PerDay)} a day: terabytes, not the petabytes that circulate",
            ]));
    }
}
