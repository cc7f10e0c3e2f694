namespace MlsdEstimator.Samples;

/// <summary>Listings like the one on screen, from 32-dimensional embeddings of sessions (Airbnb 2018): neighbours precomputed daily, or searched on request.</summary>
internal sealed class SimilarListings : CaseStudy
{
    public override string Name => "similar-listings";

    public override string Description => "Listings like this one (Airbnb 2018): 12 neighbours of 4.5M listings, precomputed or searched on request.";

    /// <summary>The published example.</summary>
    public static CaseInputs PointValues() => new(["daily active users=10M", "requests per user per day=10", "peak factor=3", "row size=300 B", "retention=60 d"]);

    public override CaseDesign Build(CaseInputs inputs)
    {
        Scalar listings = inputs.Of("listings", 4.5.Million, "Airbnb (2018)"), shown = inputs.Of("neighbours kept", Scalar.FromNumber(12), "Airbnb (2018)");
        DataSize vector = (inputs.Of("embedding dimensions", Scalar.FromNumber(32), "Airbnb (2018)") * inputs.Of("bytes per component", 4.Bytes, "fp32")).Named("bytes per listing");
        var shared = new RequestCase(inputs)
        {
            Users = inputs.Of("daily active users", 3e6.To(30e6, best: 10e6), RequestCase.Assumed),
            PerUser = inputs.Of("requests per user per day", 4.To(25, best: 10), "listing pages; assumed"),
            PeakFactor = inputs.Of("peak factor", 2.2.To(4.5, best: 3), "evenings of a few time zones"),
            Target = inputs.Of("latency target", 50.Milliseconds, "a carousel below the fold"),
            Ranked = shown,
            BundleSize = inputs.Of("bundle size", 200.Bytes, "10 features of 20 B"),
            RowsPerRequest = shown,
            RowSize = inputs.Of("row size", 100.Bytes.To(800.Bytes, best: 300.Bytes), RequestCase.Assumed),
            Retention = inputs.Of("retention", 30.Days.To(120.Days, best: 60.Days), RequestCase.Assumed),
        };
        Rate perNode = inputs.Of("searches per index node", 1000.PerSecond.To(5000.PerSecond, best: 3000.PerSecond), "Weaviate HNSW, 10M x 768, recall 0.93 to 0.99 (2023)");
        BatchInference daily = shared.BatchOn(
            "Neighbours precomputed",
            PrecomputeSet.Active(listings, inputs.Of("listings seen in a day", 50.Percent, RequestCase.Assumed), inputs.Of("visits covered", 99.Percent, "new listings take the mean of 3 near ones"), "requests"),
            Capacity.Measured(perNode, 0.99, shared.Target),
            (shown * inputs.Of("bytes per neighbour", 8.Bytes, "id and score")).Named("output per entity")) with { WorkerName = RequestCase.IndexNode, WorkerPrice = shared.IndexNodePrice };
        var serving = new ServingComparison { Title = "Online or batch", Online = shared.IndexOnline("Neighbours searched", perNode), Batch = daily, ServeRestOnline = false };
        DataSize index = (listings * vector).Named("index, one copy");
        var sheet = new Worksheet("Similar listings")
        {
            Frame = [Estimator.Of("Neighbours", (listings * shown).Named("neighbours kept for all"))],
            Data = [shared.Log, Estimator.Of("Index", index)],
            Serve = [shared.Features, serving],
        };
        return shared.Design(sheet, serving, ["Index / index, one copy"], new TextWhiteboard(
            [$"{TextWhiteboard.Short(listings)} listings", $"{TextWhiteboard.Short(shown)} neighbours", $"{TextWhiteboard.Short(shared.Users)} users a day"],
            [
                $"1. embeddings: {TextWhiteboard.Short(listings)} x {TextWhiteboard.Short(vector)} = {TextWhiteboard.Short(index)}: fits every server",
                $"2. answers: {TextWhiteboard.Short(listings)} x {TextWhiteboard.Short(daily.OutputPerEntity)} = {TextWhiteboard.Short(listings * daily.OutputPerEntity)}",
                $"3. a refresh searches {TextWhiteboard.Short(listings)} times, {TextWhiteboard.Short(daily.HoursPerRefresh)} machine-hours; a day of requests {TextWhiteboard.Short(shared.Web.PerDay)} times",
            ]));
    }
}
