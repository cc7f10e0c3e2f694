namespace MlsdEstimator;

/// <summary>Replicas of one region for one variant of the model.</summary>
internal sealed class OnlineFleet(OnlineServing serving, string name, Load load)
{
    private readonly ZonedFleet zones = new(serving.Zones, serving.ZonesToSurvive, serving.Spare, serving.MinimumPerZone);

    /// <summary>Replicas that its peak asks for, not rounded.</summary>
    public Scalar Needed => field ??= Pool?.Needed ?? serving.Replica.ReplicasFor(load.Peak);

    /// <summary>The same as if a fleet shrank with every request: a replica carries what it carries at the present load.</summary>
    public Scalar Proportional => field ??= load.Peak / serving.Replica.Usable * serving.Zones / zones.Remaining;

    /// <summary>The need that the confidence covers, whole.</summary>
    public Scalar Covered => field ??= (Pool?.Covered ?? Needed.ProvisionFor(serving.Confidence).Bought).Named("covered need");

    public Scalar PerZoneForLoad => field ??= zones.ForLoad(Covered).Named("replicas per zone for the load");

    public Scalar PerZone => field ??= Scalar.Max(serving.MinimumPerZone, PerZoneForLoad).Named("replicas per zone");

    public Scalar Bought => field ??= serving.Zones * PerZone;

    /// <summary>Replicas that run, averaged over the day.</summary>
    public Scalar Running => field ??= serving.Autoscaling is null ? Bought : serving.Zones * OverTheDay(new FleetOfTheDay(IsWhole: true), Covered);

    /// <summary>Replicas as if parts of one could be bought, and no zone had a minimum.</summary>
    public Scalar Unrounded => field ??= serving.Autoscaling is null ? Proportional : OverTheDay(new FleetOfTheDay(IsWhole: false), Proportional * zones.Remaining);

    /// <summary>The queue and its batches, where replicas keep an SLO; null where they were measured.</summary>
    public ServerPool? Pool => field ??= serving.Replica.Pool is not ServerPool pool ? null : pool with
    {
        Title = name,
        Requests = load,
        MachineName = serving.ReplicaName,
        MachinePrice = serving.ReplicaPrice,
        Zones = serving.Zones,
        ZonesToSurvive = serving.ZonesToSurvive,
        Spare = serving.Spare ?? ServingDefaults.NoSpare,
        MinimumPerZone = serving.MinimumPerZone,
        Confidence = serving.Confidence,
    };

    public bool IsDecidedByMinimum => (serving.MinimumPerZone > PerZoneForLoad).Nominally == true;

    /// <summary>From the bounds of the need, without drawing.</summary>
    public bool MayFallShort => Interval.Of(Needed.Node).High > zones.AfterLosses(PerZone).Value;

    /// <summary>The levels that were given, or the peak factor that they follow from; a load of nothing has an even day.</summary>
    private IReadOnlyList<Scalar> Day => field ??= serving.Autoscaling!.Day?.Levels ?? [load.Average.Equals(Rate.Zero) ? Scalar.One : Require.AtLeast(1, load.Peak / load.Average, "peak over average")];

    private Scalar OverTheDay(FleetOfTheDay fleet, Scalar need)
    {
        Scalar spare = fleet.IsWhole && serving.Spare is not null ? serving.Spare : Scalar.Zero, lead = serving.Autoscaling!.Lead / Duration.Hour;
        return Quantity.Function<Scalar>(fleet, [need, BusyPart(fleet), spare, serving.MinimumPerZone, zones.Remaining, lead, .. Day]);
    }

    /// <summary>Part of the need that falls with the load; the rest, the head-room of one queue, falls with its root.</summary>
    private Scalar BusyPart(FleetOfTheDay fleet) => fleet.IsWhole && Pool is { Batches: null } ? Pool.OfferedLoad / Pool.ServersNeeded : Scalar.One;
}
