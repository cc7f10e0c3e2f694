using FsCheck;
using FsCheck.Fluent;

namespace MlsdEstimator.Tests;

/// <summary>What costs do as prices, rates and users change.</summary>
public class ServingCostLaws
{
    private static readonly Gen<ServingComparison> Comparisons =
        from users in AnyPositive.Decades(2, 9)
        from perDay in AnyPositive.Decades(-2, 3)
        from coming in Gen.Choose(1, 100)
        from covered in Gen.Choose(1, 100)
        from rate in AnyPositive.Decades(0, 4)
        from price in AnyPositive.Decades(-2, 2)
        from zones in Gen.Choose(1, 4)
        select new ServingComparison
        {
            Online = new OnlineServing
            {
                Requests = Load.Of((users * coming / 100 * perDay).PerDay, (2 * users * coming / 100 * perDay).PerDay, "requests"),
                Replica = Capacity.Measured(rate.PerSecond, 0.99, 1.Seconds),
                ReplicaPrice = price.DollarsPerHour,
                Zones = zones,
                ZonesToSurvive = zones - 1,
                MinimumPerZone = 1,
                OtherTiers = [],
            },
            Batch = new BatchInference
            {
                Set = PrecomputeSet.Active(users, coming.Percent, covered.Percent),
                Worker = Capacity.Measured((2 * rate).PerSecond, 0.99, 1.Seconds),
                WorkerPrice = price.DollarsPerHour,
                RefreshInterval = 1.Days,
                Window = 4.Hours,
                OutputPerEntity = 100.Bytes,
                OutputCopies = 3,
                StoragePrice = 0.1.Dollars.Per(DataSize.Gigabyte).Per(Duration.Month),
            },
            ServeRestOnline = true,
        };

    private static readonly Arbitrary<(ServingComparison Comparison, double Factor)> Any =
        Arb.From(from comparison in Comparisons from factor in AnyPositive.Decades(0, 3) select (comparison, factor));

    [Fact]
    public void Unrounded_cost_is_homogeneous_in_the_price_for_any_design() =>
        Prop.ForAll(Any, drawn =>
        {
            (OnlineServing online, BatchInference batch) = (drawn.Comparison.Online, drawn.Comparison.Batch with { StoragePrice = null });
            return Near((online with { ReplicaPrice = online.ReplicaPrice! * drawn.Factor }).UnroundedCost!, online.UnroundedCost! * drawn.Factor)
                && Near((batch with { WorkerPrice = batch.WorkerPrice! * drawn.Factor }).UnroundedCost!, batch.UnroundedCost! * drawn.Factor);
        }).Check(AnyPositive.Laws);

    [Fact]
    public void Unrounded_cost_is_homogeneous_in_the_rate_for_any_design() =>
        Prop.ForAll(Any, drawn =>
        {
            (OnlineServing online, BatchInference batch) = (drawn.Comparison.Online, drawn.Comparison.Batch);
            OnlineServing scaling = online with { Autoscaling = new Autoscaling { Reaction = 5.Minutes, ColdStart = 5.Minutes } };
            return Near(Times(online, drawn.Factor).UnroundedCost!, online.UnroundedCost! * drawn.Factor)
                && Near(Times(scaling, drawn.Factor).UnroundedCost!, scaling.UnroundedCost! * drawn.Factor)
                && Near((batch with { Set = PrecomputeSet.Active(batch.Set.Entities * drawn.Factor, batch.Set.Coming, batch.Set.VisitsCovered) }).UnroundedCost!, batch.UnroundedCost! * drawn.Factor);
        }).Check(AnyPositive.Laws);

    [Fact]
    public void Batch_scoring_does_not_depend_on_requests_nor_online_on_registered_users_for_any_design() =>
        Prop.ForAll(Any, drawn =>
        {
            ServingComparison comparison = drawn.Comparison;
            ServingComparison busier = comparison with { Online = Times(comparison.Online, drawn.Factor), Batch = comparison.Batch with { Visits = comparison.Online.Requests.Times(drawn.Factor, "requests") } };
            ServingComparison larger = comparison with { Batch = comparison.Batch with { Set = PrecomputeSet.Active(comparison.Batch.Set.Entities * drawn.Factor, comparison.Batch.Set.Coming, comparison.Batch.Set.VisitsCovered) } };
            return busier.Batch.WorkerCost!.BaseValue == comparison.Batch.WorkerCost!.BaseValue
                && larger.OnlineCost.BaseValue == comparison.OnlineCost.BaseValue && larger.OnlineUnrounded.BaseValue == comparison.OnlineUnrounded.BaseValue;
        }).Check(AnyPositive.Laws);

    /// <summary>With and without other tiers, look-ups and writes, and with the rest served online or by a fallback.</summary>
    [Fact]
    public void At_the_unrounded_break_even_of_every_axis_both_cost_the_same_for_any_comparison() =>
        Prop.ForAll(Any, Arb.From(Gen.Choose(0, 31)), (drawn, kind) =>
        {
            ServingComparison comparison = Varied(drawn.Comparison, kind, drawn.Factor);
            bool Even(TrafficChange change) => comparison.Under(change) is var even && Near(even.OnlineUnrounded, even.BatchUnrounded);
            bool Never(IQuantity breakEven) => !breakEven.IsFeasible;
            return (Never(comparison.BreakEvenVisits) || Even(new() { Requests = (comparison.BreakEvenVisits / comparison.VisitsPerRefresh).Value }))
                && (Never(comparison.BreakEvenActiveShare) || Even(new() { Requests = comparison.BreakEvenActiveShare.Value / comparison.Batch.Set.Coming.Value, Coming = comparison.BreakEvenActiveShare.Value / comparison.Batch.Set.Coming.Value }))
                && (Never(comparison.BreakEvenInterval) || Even(new() { Interval = (comparison.BreakEvenInterval / comparison.Batch.RefreshInterval).Value }))
                && (comparison.BreakEvenVolume is not Rate volume || Never(volume) || Even(Volume((volume / comparison.Online.Requests.Average).Value)));
        }).Check(AnyPositive.Laws);

    /// <summary>On each side of a break-even the side that is named wins.</summary>
    [Fact]
    public void Unrounded_break_evens_part_the_designs_for_any_comparison() =>
        Prop.ForAll(Any, Arb.From(Gen.Choose(0, 31)), (drawn, kind) =>
        {
            ServingComparison comparison = Varied(drawn.Comparison, kind, drawn.Factor);
            bool Batch(TrafficChange change) => comparison.Under(change) is var at && at.BatchUnrounded.BaseValue < at.OnlineUnrounded.BaseValue;
            double interval = comparison.BreakEvenInterval.IsFeasible ? (comparison.BreakEvenInterval / comparison.Batch.RefreshInterval).Value : 0;
            double volume = comparison.BreakEvenVolume is Rate even && even.IsFeasible ? (even / comparison.Online.Requests.Average).Value : 0;
            return (interval == 0 || (Batch(new() { Interval = interval * 2 }) && !Batch(new() { Interval = interval / 2 })))
                && (volume == 0 || (Batch(Volume(volume / 2)) && !Batch(Volume(volume * 2))));
        }).Check(AnyPositive.Laws);

    [Fact]
    public void Break_even_active_share_is_that_of_the_visits_for_any_comparison() =>
        Prop.ForAll(Any, drawn => Math.Abs(drawn.Comparison.BreakEvenActiveShare.Value / drawn.Comparison.Batch.Set.Coming.Value - (drawn.Comparison.BreakEvenVisits / drawn.Comparison.VisitsPerRefresh).Value)
            <= 1e-9 * drawn.Comparison.BreakEvenActiveShare.Value / drawn.Comparison.Batch.Set.Coming.Value).Check(AnyPositive.Laws);

    [Fact]
    public void More_copies_regions_variants_or_spares_never_cost_less_for_any_design() =>
        Prop.ForAll(Any, Arb.From(Gen.Choose(1, 5)), (drawn, more) =>
        {
            (OnlineServing online, BatchInference batch) = (drawn.Comparison.Online, drawn.Comparison.Batch);
            OnlineServing[] larger = [online with { Regions = PoolRegion.Even(more) }, online with { Variants = more }, online with { Spare = more }, online with { MinimumPerZone = more }, online with { Shadow = (more * 20).Percent }];
            return larger.All(design => design.Cost!.BaseValue >= online.Cost!.BaseValue)
                && (batch with { OutputCopies = batch.OutputCopies * more }).Cost!.BaseValue >= batch.Cost!.BaseValue;
        }).Check(AnyPositive.Laws);

    [Fact]
    public void Fleet_that_follows_the_day_never_costs_more_and_never_less_than_what_is_busy_for_any_lead() =>
        Prop.ForAll(Any, Arb.From(Gen.Choose(0, 600)), (drawn, minutes) =>
        {
            OnlineServing online = drawn.Comparison.Online, scaling = online with { Autoscaling = new Autoscaling { Reaction = Duration.Zero, ColdStart = minutes.Minutes } };
            return scaling.Cost!.BaseValue <= online.Cost!.BaseValue * (1 + 1e-12) && scaling.RunningHours.Value >= scaling.BusyHours.Value * (1 - 1e-6);
        }).Check(AnyPositive.Laws);

    private static TrafficChange Volume(double multiple) => new() { Requests = multiple, Entities = multiple };

    private static ServingComparison Varied(ServingComparison comparison, int kind, double factor)
    {
        var tier = new CpuTier { Requests = comparison.Online.Requests, CpuTimePerRequest = 1.Microseconds, CoresPerMachine = 4, Utilisation = 50.Percent, MachinePrice = (factor / 10).DollarsPerHour };
        Load visits = comparison.Online.Requests;
        return comparison with
        {
            Online = (kind & 1) == 0 ? comparison.Online : comparison.Online with { OtherTiers = [new("gateway", tier)] },
            ServeRestOnline = (kind & 2) == 0,
            Batch = comparison.Batch with
            {
                Visits = (kind & 4) == 0 ? null : visits,
                ReadPrice = (kind & 4) == 0 ? null : (1e-9 * factor).Dollars,
                WritePrice = (kind & 8) == 0 ? null : (1e-9 * factor).Dollars,
                Join = (kind & 16) == 0 ? null : new FeatureJoin { BytesPerEntity = 1.Kilobytes, PerWorker = 100.MegabytesPerSecond },
            },
        };
    }

    private static OnlineServing Times(OnlineServing online, double factor) =>
        online with { Requests = Load.Of(online.Requests.Average * factor, online.Requests.Peak * factor, online.Requests.Counts) };

    private static bool Near(Spend one, Spend other) => Math.Abs(one.BaseValue - other.BaseValue) <= 1e-9 * Math.Max(one.BaseValue, other.BaseValue);
}
