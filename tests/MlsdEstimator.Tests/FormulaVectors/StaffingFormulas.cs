namespace MlsdEstimator.Tests;

/// <summary>Formulas of staffing and scaling.</summary>
internal static class StaffingFormulas
{
    public static readonly Dictionary<string, Func<VectorInputs, double>> All = new()
    {
        ["erlang_b"] = row => Erlang.B(row.Count("offered_erlangs"), row.Count("servers")).Value,
        ["erlang_b inverse"] = row => Erlang.ServersFor(row.Count("offered_erlangs"), row.Share("max_blocking")).Value,
        ["erlang_c"] = row => Erlang.C(row.Count("offered_erlangs"), row.Count("servers")).Value,
        ["erlang_c staffing"] = row => Staffed(row).Servers.Value,
        ["service level"] = row => ServiceLevel.Wait(0.5, row.Time("target_wait")).MetBy(Pool(row)).Value,
        ["positions"] = row => Shrunk(row).Value,
        ["square-root staffing"] = row => SquareRootStaffing.Servers(row.Count("offered_erlangs"), row.Count("beta")).Value,
        ["Halfin-Whitt P(wait)"] = row => SquareRootStaffing.WaitProbability(row.Count("beta")).Value,
        ["beta for P(wait)"] = row => SquareRootStaffing.BetaFor(row.Share("target_wait_probability")).Value,

        ["usl X(N)"] = row => Law(row).At(row.Count("n")).PerSecond,
        ["usl N*"] = row => new ScalabilityLaw { RateOfOne = 1.PerSecond, Contention = row.Share("alpha"), Coherency = row.Count("beta") }.PeakWorkers.Value,
        ["usl least-squares fit: alpha"] = row => Fit(row).Law.Contention.Value,
        ["usl least-squares fit: beta"] = row => Fit(row).Law.Coherency.Value,
        ["usl least-squares fit: gamma"] = row => Fit(row).Law.RateOfOne.PerSecond,
        ["amdahl"] = row => Speedup.Amdahl(row.Share("serial_fraction"), row.Count("n")).Value,
        ["gustafson"] = row => Speedup.Gustafson(row.Share("serial_fraction"), row.Count("n")).Value,
    };

    private static Staffing Staffed(VectorInputs row) => new()
    {
        Arrivals = row.Count("offered_erlangs") / row.Time("aht"),
        Service = row.Time("aht"),
        Target = ServiceLevel.Wait(row.Number("service_level"), row.Time("target_wait")),
        MostUtilisation = row.Has("max_occupancy") ? row.Share("max_occupancy") : null,
    };

    private static Queue Pool(VectorInputs row) => new() { Arrivals = row.Count("offered_erlangs") / row.Time("aht"), Service = row.Time("aht"), Servers = row.Count("servers") };

    /// <summary>A staffing whose utilisation cap asks for exactly the raw number.</summary>
    private static Scalar Shrunk(VectorInputs row) => new Staffing
    {
        Arrivals = row.Count("raw_servers") / 2 / Duration.Second,
        Service = 1.Seconds,
        Target = ServiceLevel.Wait(1e-9, 1.Hours),
        MostUtilisation = Fraction.FromRatio(0.5),
        Shrinkage = row.Share("shrinkage"),
    }.Positions;

    private static ScalabilityLaw Law(VectorInputs row) => new() { RateOfOne = row.Number("gamma").PerSecond, Contention = row.Share("alpha"), Coherency = row.Count("beta") };

    private static ScalabilityFit Fit(VectorInputs row) =>
        ScalabilityFit.To([.. row.Numbers("n").Zip(row.Numbers("x"), (n, x) => ((Scalar)n, x.PerSecond))]);
}
