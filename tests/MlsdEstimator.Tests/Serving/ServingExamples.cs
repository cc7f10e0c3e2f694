namespace MlsdEstimator.Tests;

/// <summary>Designs that several tests start from.</summary>
internal static class ServingExamples
{
    /// <summary>Peak 2,000 QPS, replicas measured at 180 QPS, three zones of which one may fail.</summary>
    public static OnlineServing Zoned => new()
    {
        Requests = Load.Of(1000.PerSecond, 2000.PerSecond, "requests"),
        Replica = Capacity.Measured(180.PerSecond, 0.99, 80.Milliseconds),
        Zones = 3,
        ZonesToSurvive = 1,
        MinimumPerZone = 2,
        OtherTiers = [],
    };

    /// <summary>31M users refreshed daily; one worker computes a million a day for $10.</summary>
    public static BatchInference Nightly => new()
    {
        Set = PrecomputeSet.AllRegistered(31.Million, 622.Thousand),
        Worker = Capacity.Measured(1e6.PerDay, 0.99, 1.Seconds),
        WorkerPrice = 10.DollarsPerDay,
        RefreshInterval = 1.Days,
        Window = 2.Hours,
        OutputPerEntity = 240.Bytes,
        OutputCopies = 2,
    };

    /// <summary>One zone, at least one replica.</summary>
    public static OnlineServing OneZone(Load requests, Capacity replica) =>
        new() { Requests = requests, Replica = replica, Zones = 1, ZonesToSurvive = 0, MinimumPerZone = 1, OtherTiers = [] };

    /// <summary>5M requests a day, evenly; one replica carries a million a day for $40.</summary>
    public static OnlineServing Even => OneZone(Load.Of(5e6.PerDay, 5e6.PerDay, "requests"), Capacity.Measured(1e6.PerDay, 0.99, 1.Seconds)) with
    {
        ReplicaPrice = 40.DollarsPerDay,
    };

    /// <summary>5M requests a day against 3.1M of 31M users precomputed, who make 80 % of the visits.</summary>
    public static ServingComparison Hybrid => new()
    {
        Online = Even,
        Batch = Nightly with { Set = PrecomputeSet.Active(3.1.Million, Fraction.One, 80.Percent) },
        ServeRestOnline = true,
    };

    public static Capacity Impossible => Capacity.Measured(Quantity.Infeasible<Rate>("the device does not exist"), 0.99, 1.Seconds);
}
