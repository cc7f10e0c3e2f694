namespace MlsdEstimator.Tests;

/// <summary>What lengthens a batch and what its answers cost besides: joins, retries, stragglers, spot machines, writes and reads.</summary>
public class BatchInferenceOptionsTests
{
    private static readonly BatchInference Nightly = ServingExamples.Nightly; // 31 worker-days a day at $10

    private static readonly SpotMarket Spot = new() { Price = 2.DollarsPerHour, Interruptions = 0.05.PerHour, Lost = 15.Minutes, Restart = 6.Minutes };

    [Fact]
    public void Join_of_features_takes_workers_too() // 31M x 2 kB / 100 MB/s = 620 s
    {
        BatchInference batch = Nightly with { Join = new FeatureJoin { BytesPerEntity = 2.Kilobytes, PerWorker = 100.MegabytesPerSecond } };

        Assert.Equal(744 + 620 / 3600.0, batch.HoursPerRefresh.Value, 9);
        Assert.Equal(372 + 620 / 7200.0, batch.WorkersNeeded.Value, 9);
        Assert.Equal(310 * (1 + 620 / 3600.0 / 744), batch.Cost!.DollarsPerDay, 9);
    }

    [Fact]
    public void Retries_stragglers_and_interruptions_lengthen_the_work()
    {
        Assert.Equal(744 / 0.95, (Nightly with { Retried = 5.Percent }).HoursPerRefresh.Value, 9);
        Assert.Equal(744 * 1.3, (Nightly with { Straggling = 1.3 }).HoursPerRefresh.Value, 9);
        BatchInference all = Nightly with { WorkerPrice = null, Spot = Spot, Retried = 5.Percent, Straggling = 1.3 };
        Assert.Equal(744 / 0.95 * 1.3 * 1.0175, all.HoursPerRefresh.Value, 9);
        Assert.Equal(372 / 0.95 * 1.3 * 1.0175, all.WorkersNeeded.Value, 9);
        Assert.Equal(744 / 0.95 * 1.3 * 2.035, all.Cost!.DollarsPerDay, 6);
    }

    [Fact]
    public void Spot_machines_cost_more_by_the_useful_hour() // first order in the rate
    {
        Assert.Equal(1.0175, Spot.Overhead.Value, 12);
        Assert.Equal(2.035, Spot.EffectivePrice.DollarsPerHour, 12);
        Assert.Equal(["hours paid for a useful one", "effective spot price"], Spot.Results.Select(result => result.Name));
        Assert.Equal("spot price", Assert.Throws<ArgumentOutOfRangeException>(() => Spot with { Price = (-1).DollarsPerHour }).ParamName);
        Assert.Equal("interruptions", Assert.Throws<ArgumentOutOfRangeException>(() => Spot with { Interruptions = (-1).PerHour }).ParamName);
        Assert.Equal("work lost", Assert.Throws<ArgumentOutOfRangeException>(() => Spot with { Lost = (-1).Hours }).ParamName);
        Assert.Equal("restart", Assert.Throws<ArgumentOutOfRangeException>(() => Spot with { Restart = (-1).Hours }).ParamName);
    }

    [Fact]
    public void Spot_machines_that_are_taken_away_often_are_told_and_those_that_never_finish_refused()
    {
        SpotMarket rare = Spot with { Interruptions = 0.57.PerHour }, often = Spot with { Interruptions = 1.PerHour }, always = Spot with { Interruptions = 3.PerHour };
        Assert.Empty(rare.Findings); // 0.57 x 21 min = 19.95 % of an hour
        Finding churn = Assert.Single(often.Findings);
        Assert.Equal((Severity.Warning, "MLSD037"), (churn.Severity, churn.Code));
        Assert.StartsWith("1 /h interruptions lose 35% of each hour: interruptions fall into the work that is done again too, so a useful hour takes 1.54 hours rather than 1.35.", churn.Message, StringComparison.Ordinal);
        Assert.Contains(churn.Message, (Nightly with { WorkerPrice = null, Spot = often }).Findings.Select(finding => finding.Message));
        Assert.Equal("interruptions undo and restart more work than there is time for", always.EffectivePrice.WhyInfeasible);
        Assert.Empty(always.Findings);
        Assert.False((Nightly with { WorkerPrice = null, Spot = always }).WorkersBought.IsFeasible);
    }

    /// <summary>A window of 3 to 8 h (half of it above 4.9 h) and a refresh every 6 h: some draws overlap, and a purchase with 90 % confidence would have to buy them too.</summary>
    [Fact]
    public void Windows_that_may_overrun_the_interval_are_infeasible_in_those_draws()
    {
        BatchInference tight = Nightly with { RefreshInterval = 6.Hours, Window = 3.Hours.To(8.Hours) };
        Assert.Equal(0.2483, tight.WorkersNeeded.Simulate().ProbabilityInfeasible.Value, 0.002); // P(z > ln(6 / 4.899) / (ln(8 / 3) / (2 x 1.645)))
        Assert.Contains("infeasible in", tight.WorkersBought.WhyInfeasible, StringComparison.Ordinal);
        Assert.True((tight with { Window = 2.Hours.To(6.Hours) }).WorkersBought.IsFeasible);
    }

    [Fact]
    public void Answers_are_paid_when_written_and_read()
    {
        BatchInference batch = Nightly with { WritePrice = 0.625.Dollars.Per(1.Million), ReadPrice = 0.125.Dollars.Per(1.Million), Visits = Load.Of(1e6.PerDay, 2e6.PerDay, "requests") };

        Assert.Equal(19.375, batch.WriteCost!.DollarsPerDay, 9);
        Assert.Equal(0.125, batch.ReadCost!.DollarsPerDay, 9);
        Assert.Equal(329.5, batch.Cost!.DollarsPerDay, 9);
        Assert.Equal(19.5, batch.Tiers[2].Cost!.DollarsPerDay, 9);
        Assert.Equal(("BatchInference, answers written and read", "requests"), (batch.Tiers[2].Name, batch.Tiers[2].Machine));
        Assert.Equal(329.5, new Worksheet("design") { Serve = [batch] }.Cost.DollarsPerDay, 9);
        Assert.Equal(19.375, (batch with { ReadPrice = null }).Tiers[2].Cost!.DollarsPerDay, 9);
        Assert.Equal(0.125, (batch with { WritePrice = null }).Tiers[2].Cost!.DollarsPerDay, 9);
        Assert.Equal(["worker cost", "look-up cost", "write cost", "batch cost"], batch.Results.Skip(8).Select(result => result.Name));
    }

    [Fact]
    public void Answers_that_changed_since_are_told()
    {
        BatchInference batch = Nightly with { Changes = 0.5.PerDay };

        Assert.Equal(0.24517671420134024, batch.Age.Changed!.Value, 12); // mpmath, T 1 d, d 2 h
        Assert.Contains(batch.Age.Changed, batch.Results);
        Assert.Null(Nightly.Age.Changed);
    }

    [Fact]
    public void Power_is_that_of_the_hours_computed()
    {
        Assert.Equal(31 * 400, (Nightly with { WorkerPower = 400.Watts }).PowerDrawn!.Watts, 6);
        Assert.Null(Nightly.PowerDrawn);
    }

    [Fact]
    public void Predicted_set_has_precision_and_recall()
    {
        var set = PrecomputeSet.Predicted(5.Million, 40.Percent, 70.Percent);

        Assert.Equal((5e6, 0.4, 0.7, "requests"), (set.Entities.Value, set.Coming.Value, set.VisitsCovered.Value, set.Counts));
        Assert.Equal("predicted entities", Assert.Throws<ArgumentOutOfRangeException>(() => PrecomputeSet.Predicted(-1, 40.Percent, 70.Percent)).ParamName);
        Assert.Equal(0.6, (Nightly with { Set = set }).Waste.Value, 12);
    }

    [Fact]
    public void Contradictions_are_told()
    {
        Assert.Contains("nobody said how many there are: give Visits", Assert.Throws<EstimateException>(() => (Nightly with { ReadPrice = 1.Dollars }).Cost).Message, StringComparison.Ordinal);
        Assert.Contains("both spot machines and paid at WorkerPrice", Assert.Throws<EstimateException>(() => (Nightly with { Spot = Spot }).Cost).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Inputs_out_of_range_are_refused_by_name()
    {
        Assert.Equal("tasks retried", Assert.Throws<ArgumentOutOfRangeException>(() => Nightly with { Retried = Fraction.One }).ParamName);
        Assert.Equal("slowest over mean worker", Assert.Throws<ArgumentOutOfRangeException>(() => Nightly with { Straggling = 0.9 }).ParamName);
        Assert.Equal("price of a look-up", Assert.Throws<ArgumentOutOfRangeException>(() => Nightly with { ReadPrice = (-1).Dollars }).ParamName);
        Assert.Equal("price of a write", Assert.Throws<ArgumentOutOfRangeException>(() => Nightly with { WritePrice = (-1).Dollars }).ParamName);
        Assert.Equal("changes", Assert.Throws<ArgumentOutOfRangeException>(() => Nightly with { Changes = (-1).PerDay }).ParamName);
        Assert.Equal("worker power", Assert.Throws<ArgumentOutOfRangeException>(() => Nightly with { WorkerPower = (-1).Watts }).ParamName);
        Assert.Equal("bytes joined per entity", Assert.Throws<ArgumentOutOfRangeException>(() => new FeatureJoin { BytesPerEntity = DataSize.Zero, PerWorker = 1.BytesPerSecond }).ParamName);
        Assert.Equal("join bandwidth per worker", Assert.Throws<ArgumentOutOfRangeException>(() => new FeatureJoin { BytesPerEntity = 1.Bytes, PerWorker = 0.BytesPerSecond }).ParamName);
    }
}
