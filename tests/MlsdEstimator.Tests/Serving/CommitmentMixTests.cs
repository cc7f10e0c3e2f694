using FsCheck;
using FsCheck.Fluent;

namespace MlsdEstimator.Tests;

public class CommitmentMixTests
{
    private static readonly CommitmentMix Mix = new() { Machines = 100, Day = DiurnalCurve.FromPeak(2), OnDemand = 1.DollarsPerHour, Reserved = 0.62.DollarsPerHour };

    private static readonly SpotMarket Spot = new() { Price = 0.35.DollarsPerHour, Interruptions = 0.05.PerHour, Lost = 15.Minutes, Restart = 6.Minutes };

    [Fact]
    public void Best_number_to_reserve_is_the_one_of_a_search_over_all() // every number from 0 to 100 tried over the 24 hours
    {
        Assert.Equal(0.62, Mix.BreakEvenUse.Value, 12);
        Assert.Equal(38, Mix.ReservedMachines.Value);
        Assert.Equal(46.06, Mix.Cost.DollarsPerHour, 9);
        Assert.Equal(50.3333333333, Mix.CostOnDemand.DollarsPerHour, 9);
        Assert.Equal(62, Mix.CostReserved.DollarsPerHour, 9);
        Assert.Equal(50.3333333333 - 46.06, Mix.Saving.DollarsPerHour, 9);
        Assert.Contains(Aspect.MoreIsBetter, Mix.Saving.Aspects);
        Assert.True(Mix.ReservedMachines.IsCertain);
    }

    [Fact]
    public void Spot_on_top_makes_reserving_pay_less() // 35.6 cents a useful hour, half of what is on top
    {
        CommitmentMix mixed = Mix with { Spot = Spot, SpotShare = 50.Percent };

        Assert.Equal(0.6780625, mixed.OnTop.DollarsPerHour, 12);
        Assert.Equal(2, mixed.ReservedMachines.Value);
        Assert.Equal(34.069526042, mixed.Cost.DollarsPerHour, 8);
    }

    [Fact]
    public void Even_day_reserves_all_or_nothing()
    {
        Assert.Equal(100, (Mix with { Day = DiurnalCurve.FromPeak(1) }).ReservedMachines.Value);
        Assert.Equal(0, (Mix with { Day = DiurnalCurve.FromPeak(1), Reserved = 1.DollarsPerHour }).ReservedMachines.Value);
        Assert.Equal(0, (Mix with { Day = DiurnalCurve.FromPeak(1), Reserved = 1.5.DollarsPerHour }).ReservedMachines.Value);
        Assert.Equal(100, (Mix with { Reserved = Spend.Zero }).ReservedMachines.Value);
    }

    [Fact]
    public void Uncertain_machines_keep_the_reserved_number() // a commitment is a decision
    {
        CommitmentMix doubtful = Mix with { Machines = (50, 100, 200) };
        Assert.Equal(38, doubtful.ReservedMachines.Value);
        Assert.True(doubtful.ReservedMachines.IsCertain);
        Assert.False(doubtful.Cost.IsCertain);
    }

    [Fact]
    public void Blend_is_the_mean_price() // 0.2 x 1 + 0.5 x 0.35 + 0.3 x 0.6
    {
        Assert.Equal(0.555, CommitmentMix.Blended((20.Percent, 1.DollarsPerHour), (50.Percent, 0.35.DollarsPerHour), (30.Percent, 0.6.DollarsPerHour)).DollarsPerHour, 12);
        Assert.Equal("The shares of 'parts' sum to 0.5, but must sum to 1. (Parameter 'parts')", Assert.Throws<ArgumentException>(() => CommitmentMix.Blended((50.Percent, Spend.Zero))).Message);
        Assert.Throws<ArgumentException>(() => CommitmentMix.Blended());
    }

    [Fact]
    public void Inputs_out_of_range_are_refused_by_name()
    {
        Assert.Equal("machines at peak", Assert.Throws<ArgumentOutOfRangeException>(() => Mix with { Machines = -1 }).ParamName);
        Assert.Equal("price on demand", Assert.Throws<ArgumentOutOfRangeException>(() => Mix with { OnDemand = Spend.Zero }).ParamName);
        Assert.Equal("reserved price", Assert.Throws<ArgumentOutOfRangeException>(() => Mix with { Reserved = (-1).DollarsPerHour }).ParamName);
        Assert.Throws<EstimateException>(() => (Mix with { Spot = Spot }).OnTop);
        Assert.Throws<EstimateException>(() => (Mix with { SpotShare = 50.Percent }).OnTop);
    }

    [Fact]
    public void No_other_number_costs_less_for_any_day() =>
        Prop.ForAll(Arb.From(Gen.Choose(1, 60)), Arb.From(Gen.Choose(100, 2400)), Arb.From(Gen.Choose(0, 120)), (machines, peak, percent) =>
        {
            CommitmentMix mix = Mix with { Machines = machines, Day = DiurnalCurve.FromPeak(peak / 100.0), Reserved = (percent / 100.0).DollarsPerHour };
            double[] running = [.. mix.Day.Levels.Select(level => Math.Ceiling(machines * level.Value - 1e-9 * Math.Max(1, machines * level.Value)))];
            double least = Enumerable.Range(0, machines + 1).Min(reserved => percent / 100.0 * reserved + running.Sum(hour => Math.Max(0, hour - reserved)) / 24);
            return Math.Abs(mix.Cost.DollarsPerHour - least) <= 1e-9 * Math.Max(1, least);
        }).Check(AnyPositive.Laws);
}
