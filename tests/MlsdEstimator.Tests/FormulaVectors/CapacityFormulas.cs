namespace MlsdEstimator.Tests;

/// <summary>Rules of capacity planning.</summary>
internal static class CapacityFormulas
{
    public static readonly Dictionary<string, Func<VectorInputs, double>> All = new()
    {
        ["servers = ceil(lambda_peak*S/rho_target)"] = row => Bought(row).Value,
        ["servers with k spare"] = row => (Bought(row) + row.Count("spare")).Value,
        ["per-zone capacity"] = row => (row.Rate("peak") / (row.Count("zones") - 1)).PerSecond,
        ["average QPS"] = row => Users(row, Peak.Factor(1)).Average.PerSecond,
        ["peak QPS"] = row => Users(row, Peak.Factor(row.Count("peak_to_average"))).Peak.PerSecond,
        ["sinusoidal day"] = row => new DailyWave { Amplitude = row.Share("amplitude") }.ShareAbove(row.Count("x")).Value,
        ["ideal autoscaling saving"] = row => new DailyWave { Amplitude = row.Share("amplitude") }.AutoscalingSaving.Value,
        ["HPA desired"] = row => new Autoscaler { Replicas = row.Count("current"), Metric = row.Count("metric"), Target = row.Count("target") }.Desired.Value,
        ["backlog drain time"] = row => new Backlog { Items = row.Count("backlog"), Capacity = row.Rate("capacity"), Arrivals = row.Rate("arrival") }.DrainTime.Seconds,
        ["percentile of requests in one second"] = row => new PoissonBurst { Arrivals = row.Rate("mean") }.At(row.Number("p")).Value,
    };

    /// <summary>The need made whole; a tier itself has a machine even for nothing.</summary>
    private static Scalar Bought(VectorInputs row) => Tier(row).MachinesNeeded.ProvisionFor().Bought;

    private static CpuTier Tier(VectorInputs row) => new()
    {
        Requests = Load.Of(row.Rate("peak"), row.Rate("peak"), "requests"),
        CpuTimePerRequest = row.Time("service"),
        CoresPerMachine = 1,
        Utilisation = row.Share("target_utilisation"),
    };

    private static Traffic Users(VectorInputs row, Peak peak) => Traffic.FromUsers(row.Count("dau"), row.Count("requests_per_user_day"), peak);
}
