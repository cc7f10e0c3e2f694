using FsCheck;
using FsCheck.Fluent;

namespace MlsdEstimator.Tests;

public class ServingLaws
{
    private static readonly Config Laws = Config.QuickThrowOnFailure.WithMaxTest(1000).WithQuietOnSuccess(true);

    /// <summary>1 to 1e9, evenly over decades.</summary>
    private static readonly Gen<double> Decades =
        from exponent in Gen.Choose(0, 800)
        from mantissa in Gen.Choose(100, 999)
        select mantissa / 100.0 * Math.Pow(10, exponent / 100.0);

    private static readonly Gen<(int Zones, int ToSurvive, int Minimum)> Spread =
        from zones in Gen.Choose(1, 5)
        from survive in Gen.Choose(0, zones - 1)
        from minimum in Gen.Choose(1, 4)
        select (zones, survive, minimum);

    private static readonly Gen<OnlineServing> Fleets =
        from users in Decades
        from perDay in Gen.Choose(1, 50)
        from rate in Gen.Choose(1, 10_000)
        from spread in Spread
        select Fleet(users, perDay, rate, spread);

    private static readonly Gen<BatchInference> Batches =
        from registered in Decades
        from coming in Gen.Choose(1, 100)
        from covered in Gen.Choose(0, 100)
        from rate in Gen.Choose(1, 10_000)
        from interval in Gen.Choose(1, 72)
        from window in Gen.Choose(1, interval)
        select new BatchInference
        {
            Set = PrecomputeSet.Active(registered, coming.Percent, covered.Percent),
            Worker = Capacity.Measured(rate.PerSecond, 0.99, 1.Seconds),
            WorkerPrice = 1.DollarsPerHour,
            RefreshInterval = interval.Hours,
            Window = window.Hours,
            OutputPerEntity = 100.Bytes,
            OutputCopies = 2,
            StoragePrice = 0.1.Dollars.Per(DataSize.Gigabyte).Per(Duration.Month),
        };

    [Fact]
    public void More_users_never_need_fewer_machines_for_any_fleet() =>
        Prop.ForAll(Arb.From(Fleets), Arb.From(Gen.Choose(100, 1000)), (fleet, percent) =>
        {
            OnlineServing grown = fleet with { Requests = Times(fleet.Requests, percent / 100.0) };
            return grown.Bought.Value >= fleet.Bought.Value && grown.Needed.Value >= fleet.Needed.Value;
        }).Check(Laws);

    [Fact]
    public void More_users_never_need_fewer_machines_for_any_doubt()
    {
        Scalar users = (1e6, 5e6, 3e7);
        Prop.ForAll(Arb.From(Spread), Arb.From(Gen.Choose(100, 400)), Arb.From(Gen.Choose(5, 95)), (spread, percent, confidence) =>
        {
            OnlineServing fleet = Fleet(users, 10, 100, spread) with { Confidence = confidence / 100.0 };
            OnlineServing grown = Fleet(users * (percent / 100.0), 10, 100, spread) with { Confidence = confidence / 100.0 };
            return grown.Bought.Value >= fleet.Bought.Value;
        }).Check(Laws);
    }

    [Fact]
    public void Surviving_zones_carry_the_load_for_any_fleet() =>
        Prop.ForAll(Arb.From(Fleets), fleet =>
        {
            double remaining = fleet.Bought.Value / fleet.Zones.Value * (fleet.Zones.Value - fleet.ZonesToSurvive.Value);
            return remaining >= fleet.Needed.Value * (1 - 1e-9) && fleet.Bought.Value >= fleet.Zones.Value * fleet.MinimumPerZone.Value;
        }).Check(Laws);

    [Fact]
    public void Doubling_every_rate_doubles_hours_and_spend_before_rounding_for_any_fleet() =>
        Prop.ForAll(Arb.From(Fleets), Arb.From(Batches), (fleet, batch) =>
        {
            OnlineServing doubled = fleet with { Requests = Times(fleet.Requests, 2) };
            BatchInference twice = batch with { Set = PrecomputeSet.Active(batch.Set.Entities * 2, batch.Set.Coming, batch.Set.VisitsCovered) };
            Spend Unrounded(OnlineServing serving) => serving.Needed * serving.ReplicaPrice!;
            return Near(Unrounded(doubled).BaseValue, 2 * Unrounded(fleet).BaseValue)
                && Near(doubled.BusyHours.Value, 2 * fleet.BusyHours.Value)
                && Near(twice.Cost!.BaseValue, 2 * batch.Cost!.BaseValue);
        }).Check(Laws);

    [Fact]
    public void Scaling_units_changes_nothing_for_any_design() =>
        Prop.ForAll(Arb.From(Decades), Arb.From(Gen.Choose(1, 10_000)), Arb.From(Gen.Choose(1, 72)), (perSecond, rate, hours) =>
        {
            OnlineServing seconds = Priced(Load.Of(perSecond.PerSecond, perSecond.PerSecond, "requests"), rate.PerSecond, 3.DollarsPerHour);
            OnlineServing hourly = Priced(Load.Of((perSecond * 3600).PerHour, (perSecond * 3600).PerHour, "requests"), (rate * 3600.0).PerHour, 72.DollarsPerDay);
            BatchInference one = ServingExamples.Nightly with { RefreshInterval = hours.Hours, Window = hours.Hours, OutputPerEntity = 1.Kibibytes };
            BatchInference other = ServingExamples.Nightly with { RefreshInterval = (hours * 60).Minutes, Window = (hours * 3600).Seconds, OutputPerEntity = 8192.Bits };
            return Same(seconds, hourly) && Same(one, other);
        }).Check(Laws);

    [Fact]
    public void Changing_any_input_changes_some_result_for_any_fleet() =>
        Prop.ForAll(Arb.From(Fleets), Arb.From(Gen.Choose(2, 9)), (fleet, factor) =>
        {
            OnlineServing[] changed =
            [
                fleet with { Requests = Times(fleet.Requests, factor) },
                fleet with { Replica = Capacity.Measured(fleet.Replica.Full / factor, 0.99, 1.Seconds) },
                fleet with { ReplicaPrice = fleet.ReplicaPrice! * factor },
                fleet with { MinimumPerZone = fleet.Bought + factor },
                fleet with { Zones = 1000, MinimumPerZone = fleet.Bought },
                fleet with { Zones = 1000, ZonesToSurvive = 999 },
            ];
            return changed.All(other => !Same(fleet, other));
        }).Check(Laws);

    [Fact]
    public void Changing_any_input_changes_some_result_for_any_batch() =>
        Prop.ForAll(Arb.From(Batches), Arb.From(Gen.Choose(2, 9)), (batch, factor) =>
        {
            BatchInference[] changed =
            [
                batch with { Set = PrecomputeSet.Active(batch.Set.Entities * factor, batch.Set.Coming, batch.Set.VisitsCovered) },
                batch with { Set = PrecomputeSet.Active(batch.Set.Entities, Fraction.FromRatio(batch.Set.Coming.Value / factor), batch.Set.VisitsCovered) },
                batch with { Worker = Capacity.Measured(batch.Worker.Full * factor, 0.99, 1.Seconds) },
                batch with { WorkerPrice = batch.WorkerPrice! * factor },
                batch with { StoragePrice = batch.StoragePrice! * factor },
                batch with { RefreshInterval = batch.RefreshInterval * factor },
                batch with { Window = batch.Window / factor },
                batch with { OutputPerEntity = batch.OutputPerEntity * factor },
                batch with { OutputCopies = batch.OutputCopies * factor },
            ];
            return changed.All(other => !Same(batch, other));
        }).Check(Laws);

    [Fact]
    public void An_infeasible_design_never_wins_for_any_pair() =>
        Prop.ForAll(Arb.From(Fleets), Arb.From(Batches), Arb.From(Gen.Choose(0, 3)), (fleet, batch, broken) =>
        {
            var comparison = new ServingComparison
            {
                Online = (broken & 1) == 0 ? fleet : fleet with { Replica = ServingExamples.Impossible },
                Batch = (broken & 2) == 0 ? batch : batch with { Worker = ServingExamples.Impossible },
                ServeRestOnline = false,
            };
            ServingChoice[] allowed = broken switch
            {
                0 => [ServingChoice.Online, ServingChoice.Batch],
                1 => [ServingChoice.Batch],
                2 => [ServingChoice.Online],
                _ => [ServingChoice.None],
            };
            return allowed.Contains(comparison.Choice) && comparison.Parts.SelectMany(part => part.Results).All(result => result.IsFeasible);
        }).Check(Laws);

    [Fact]
    public void The_choice_is_never_the_dearer_for_any_pair() =>
        Prop.ForAll(Arb.From(Fleets), Arb.From(Batches), Arb.From(Gen.Elements(true, false)), (fleet, batch, isRestOnline) =>
        {
            var comparison = new ServingComparison { Online = fleet, Batch = batch, ServeRestOnline = isRestOnline };
            double chosen = comparison.Choice == ServingChoice.Batch ? comparison.BatchCost.BaseValue : comparison.OnlineCost.BaseValue;
            double paid = new Worksheet("design") { Serve = [comparison] }.Cost.BaseValue;
            return chosen <= comparison.BatchCost.BaseValue && chosen <= comparison.OnlineCost.BaseValue && Near(paid, chosen);
        }).Check(Laws);

    private static OnlineServing Fleet(Scalar users, double perDay, double rate, (int Zones, int ToSurvive, int Minimum) spread) => new()
    {
        Requests = Traffic.FromUsers(users, perDay, Peak.Factor(2)).Load,
        Replica = Capacity.Measured(rate.PerSecond, 0.99, 1.Seconds),
        ReplicaPrice = 1.DollarsPerHour,
        Zones = spread.Zones,
        ZonesToSurvive = spread.ToSurvive,
        MinimumPerZone = spread.Minimum,
    };

    private static OnlineServing Priced(Load load, Rate rate, Spend price) =>
        ServingExamples.OneZone(load, Capacity.Measured(rate, 0.99, 1.Seconds)) with { ReplicaPrice = price };

    private static Load Times(Load load, double factor) => Load.Of(load.Average * factor, load.Peak * factor, load.Counts);

    private static bool Same(Estimator one, Estimator other) =>
        one.Results.Zip(other.Results).All(pair => Near(pair.First.BaseValue, pair.Second.BaseValue));

    private static bool Near(double a, double b) => Math.Abs(a - b) <= 1e-9 * Math.Max(Math.Abs(a), Math.Abs(b));
}
