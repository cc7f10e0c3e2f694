namespace MlsdEstimator.Samples;

/// <summary>People you may know: friends of friends, ranked ahead of time for everybody or for the active, or when they come.</summary>
internal sealed class PeopleYouMayKnow : CaseStudy
{
    public override string Name => "people-you-may-know";

    public override string Description => "20 people for each of 1 bn users: batch for all, for the active 300M, or on request; enumerating friends of friends costs more than ranking.";

    /// <summary>The published example.</summary>
    public static CaseInputs PointValues() => new(
    [
        "daily active users=300M", "requests per user per day=2", "peak factor=2", "row size=300 B", "retention=30 d", "FLOPs per user=20 GFLOP", "connections of a user=1000",
    ]);

    public override CaseDesign Build(CaseInputs inputs)
    {
        Scalar registered = inputs.Of("registered users", 1.Billion, "interview notes"), kept = inputs.Of("people kept", Scalar.FromNumber(20), RequestCase.Assumed);
        var shared = new RequestCase(inputs)
        {
            Users = inputs.Of("daily active users", 150e6.To(600e6, best: 300e6), "interview notes"),
            PerUser = inputs.Of("requests per user per day", 1.To(4, best: 2), RequestCase.Assumed),
            PeakFactor = inputs.Of("peak factor", 1.6.To(3, best: 2), "whole planet: 2 (Xu 2020), 1.6 to 1.7 measured"),
            Target = inputs.Of("latency target", 100.Milliseconds, RequestCase.Assumed),
            Ranked = kept,
            BundleSize = inputs.Of("bundle size", 200.Bytes, "50 features of 4 B"),
            RowsPerRequest = inputs.Of("log rows per request", Scalar.FromNumber(10), RequestCase.Assumed),
            RowSize = inputs.Of("row size", 100.Bytes.To(800.Bytes, best: 300.Bytes), RequestCase.Assumed),
            Retention = inputs.Of("retention", 7.Days.To(90.Days, best: 30.Days), RequestCase.Assumed),
        };
        FlopCount work = inputs.Of("FLOPs per user", 5.Gigaflops.To(80.Gigaflops, best: 20.Gigaflops), RequestCase.Assumed);
        DataSize list = (kept * inputs.Of("bytes per person", 12.Bytes, "id and score")).Named("output per entity");
        BatchInference active = shared.ModelBatch(
            "Lists of the active", PrecomputeSet.Active(shared.Users, inputs.Of("active users that come again", 100.Percent, RequestCase.Assumed), inputs.Of("visits covered", 100.Percent, "new members get a fallback")), work, list);
        BatchInference all = active with { Title = "Lists of all registered", Set = PrecomputeSet.AllRegistered(registered, Quantity<Scalar>.Min(shared.Users, registered)) };
        var serving = new ServingComparison { Title = "Online or batch", Online = shared.ModelOnline("Lists on request", work), Batch = active, ServeRestOnline = false, Others = [all] };
        Scalar connections = inputs.Of("connections of a user", 300.To(3000, best: 1000), "interview notes: 1,000; a guide says 10,000");
        Scalar visits = (shared.Users * connections.Pow(2)).Named("friends of friends visited");
        var sheet = new Worksheet("People you may know")
        {
            Frame = [Estimator.Of("Candidates", visits)],
            Data = [shared.Log, Estimator.Of("Lists", (registered * list).Named("index, one copy"))],
            Serve =
            [
                shared.Features, serving,
                Estimator.Of("Batch", active.HoursPerDay.Named("batch for the active, GPU-hours per day"), all.HoursPerDay.Named("batch for all registered, GPU-hours per day"), all.Waste.Named("batch for all registered, waste")),
            ],
        };
        return shared.Design(sheet, serving, ["Batch / batch for the active, GPU-hours per day", "Candidates / friends of friends visited"], new TextWhiteboard(
            [$"{TextWhiteboard.Short(registered)} users, {TextWhiteboard.Short(shared.Users)} active", $"{TextWhiteboard.Short(connections)} connections", $"{TextWhiteboard.Short(work)} a user"],
            [
                $"1. friends of friends: {TextWhiteboard.Short(shared.Users)} x {TextWhiteboard.Short(connections)}^2 = {TextWhiteboard.Short(visits)} edge visits a day: the bottleneck",
                $"2. ranking the active: {TextWhiteboard.Short(active.HoursPerDay)} GPU-hours a day, all registered {TextWhiteboard.Short(all.HoursPerDay)}",
                $"3. lists: {TextWhiteboard.Short(registered)} x {TextWhiteboard.Short(list)} = {TextWhiteboard.Short(registered * list)}",
            ]));
    }
}
