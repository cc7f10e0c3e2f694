namespace MlsdEstimator.Samples;

/// <summary>Visual search: an image encoded on request, neighbours from 100 bn product-quantised vectors; re-embedding the corpus is the hidden cost.</summary>
internal sealed class VisualSearch : CaseStudy
{
    public override string Name => "visual-search";

    public override string Description => "An image in, like images out of 100 bn: one GPU serves, re-embedding the corpus takes thousands of GPU-hours and both indexes at once.";

    /// <summary>The published example.</summary>
    public static CaseInputs PointValues() => new(["daily active users=10M", "requests per user per day=3", "peak factor=3", "row size=300 B", "retention=30 d", "candidates ranked=500"]);

    public override CaseDesign Build(CaseInputs inputs)
    {
        Scalar images = inputs.Of("images", 100.Billion, "interview notes: 100 to 200 bn"), ranked = inputs.Of("candidates ranked", 200.To(1000, best: 500), RequestCase.Assumed);
        DataSize perImage = (inputs.Of("bytes per code", 32.Bytes, "product quantisation") + inputs.Of("bytes per id", 8.Bytes, RequestCase.Assumed)).Named("bytes per image");
        var shared = new RequestCase(inputs)
        {
            Users = inputs.Of("daily active users", 3e6.To(30e6, best: 10e6), "assumed; Pinterest had 250M searches a month in 2017"),
            PerUser = inputs.Of("requests per user per day", 1.To(8, best: 3), RequestCase.Assumed),
            PeakFactor = inputs.Of("peak factor", 2.2.To(4.5, best: 3), RequestCase.Assumed),
            Target = inputs.Of("latency target", 100.Milliseconds, "interview notes"),
            Ranked = ranked,
            BundleSize = inputs.Of("bundle size", 200.Bytes, "10 features of 20 B"),
            RowsPerRequest = inputs.Of("log rows per request", Scalar.FromNumber(50), RequestCase.Assumed),
            RowSize = inputs.Of("row size", 100.Bytes.To(800.Bytes, best: 300.Bytes), RequestCase.Assumed),
            Retention = inputs.Of("retention", 7.Days.To(90.Days, best: 30.Days), RequestCase.Assumed),
        };
        FlopCount encoder = inputs.Of("FLOPs of the image encoder", 35.2.Gigaflops, "ViT-B/16, 17.6 GMAC"), rest = inputs.Of("FLOPs of the re-ranking", 0.5.Gigaflops, RequestCase.Assumed);
        FlopCount work = (encoder + rest).Named("FLOPs per request");
        BatchInference popular = shared.ModelBatch(
            "Neighbours of popular images", PrecomputeSet.Predicted(inputs.Of("popular images", 10.Million, RequestCase.Assumed), 30.Percent, inputs.Of("searches from popular images", 40.Percent, "crops and uploads are new; assumed")), work, 800.Bytes);
        var serving = new ServingComparison { Title = "Online or batch", Online = shared.ModelOnline("Encoder online", work), Batch = popular, ServeRestOnline = true };
        DataSize index = (images * perImage).Named("index, one copy");
        Scalar again = (images * encoder / (shared.Gpu.RateFor(Precision.Fp16).Rate * shared.BatchUtilisation) / Duration.Hour).Named("re-embedding the corpus, GPU-hours").Marked(Aspect.ModelOnly);
        var sheet = new Worksheet("Visual search")
        {
            Frame = [new Funnel { Requests = shared.Web.Load, Retrieved = inputs.Of("candidates retrieved", 500.To(2000, best: 1000), RequestCase.Assumed), Ranked = ranked, Shown = inputs.Of("images shown", Scalar.FromNumber(50), RequestCase.Assumed) }],
            Data = [shared.Log, Estimator.Of("Index", index, (index * 2).Named("index during a swap"))],
            Model = [Estimator.Of("Encoder", (shared.Web.Peak * work).Named("arithmetic at peak"), again)],
            Serve = [shared.Features, serving],
        };
        return shared.Design(sheet, serving, ["Index / index, one copy", "Encoder / re-embedding the corpus, GPU-hours"], new TextWhiteboard(
            [$"{TextWhiteboard.Short(images)} images", $"{TextWhiteboard.Short(shared.Users)} users a day", $"{TextWhiteboard.Short(work)} a search"],
            [
                $"1. index: {TextWhiteboard.Short(images)} x {TextWhiteboard.Short(perImage)} = {TextWhiteboard.Short(index)}, twice during a swap",
                $"2. {TextWhiteboard.Short(shared.Web.Peak)} x {TextWhiteboard.Short(work)} / 37 TFLOP/s = {TextWhiteboard.Short(serving.Online.Needed)} GPUs, model only",
                $"3. a new encoder: {TextWhiteboard.Short(images)} x {TextWhiteboard.Short(encoder)} = {TextWhiteboard.Short(again)} GPU-hours, more than serving takes in a year",
            ]));
    }
}
