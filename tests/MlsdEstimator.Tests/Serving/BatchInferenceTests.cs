namespace MlsdEstimator.Tests;

public class BatchInferenceTests
{
    private static readonly BatchInference Nightly = ServingExamples.Nightly;

    [Fact]
    public void WorkersBought_for_31_million_in_four_hours_are_44() // 31M x 0.02 s / 14,400 s = 43.06
    {
        BatchInference batch = Nightly with { Worker = Capacity.StepTime(20.Milliseconds, 1, Fraction.One), Window = 4.Hours };

        Assert.Equal(43.0556, batch.WorkersNeeded.Value, 4);
        Assert.Equal(44, batch.WorkersBought.Value);
        Assert.Equal(172.222, batch.HoursPerRefresh.Value, 3); // 620,000 s
    }

    [Fact]
    public void Planned_load_adds_workers_but_no_hours()
    {
        BatchInference full = Nightly with { Worker = Capacity.StepTime(20.Milliseconds, 1, Fraction.One), Window = 4.Hours };
        BatchInference half = full with { Worker = Capacity.StepTime(20.Milliseconds, 1, 50.Percent) };

        Assert.Equal(86.1111, half.WorkersNeeded.Value, 4);
        Assert.Equal(full.HoursPerRefresh.Value, half.HoursPerRefresh.Value, 9);
    }

    [Fact]
    public void Waste_of_Grubhub_is_98_percent() // Huyen 2022: 31M users, 622k orders a day
    {
        Assert.Equal(0.979935483871, Nightly.Waste.Value, 12);
        Assert.Equal("98%", Nightly.Waste.ToString());
    }

    [Fact]
    public void Staleness_of_a_day_with_two_hours_delay_is_14_and_26_hours() // age of information: T/2 + delay, T + delay
    {
        Assert.Equal(14, Nightly.MeanStaleness.Hours, 9);
        Assert.Equal(26, Nightly.WorstStaleness.Hours, 9);
    }

    [Fact]
    public void HoursPerDay_counts_refreshes_of_a_day() =>
        Assert.Equal(Nightly.HoursPerRefresh.Value * 4, (Nightly with { RefreshInterval = 6.Hours }).HoursPerDay.Value, 6);

    [Fact]
    public void OutputStore_holds_all_copies() => Assert.Equal(14.88, Nightly.OutputStore.Gigabytes, 9); // 31M x 240 B x 2

    [Fact]
    public void Cost_pays_computed_hours_and_the_store() // 31 worker-days a day at $10; 14.88 GB at $0.10
    {
        BatchInference stored = Nightly with { StoragePrice = 0.1.Dollars.Per(DataSize.Gigabyte).Per(Duration.Day) };

        Assert.Equal(310, Nightly.Cost!.DollarsPerDay, 6);
        Assert.Equal(310, stored.WorkerCost!.DollarsPerDay, 6);
        Assert.Equal(1.488, stored.StoreCost!.DollarsPerDay, 9);
        Assert.Equal(311.488, stored.Cost!.DollarsPerDay, 6);
        Assert.Equal(155, (Nightly with { RefreshInterval = 2.Days }).Cost!.DollarsPerDay, 6);
        Assert.Null((stored with { StoragePrice = null }).StoreCost);
    }

    [Fact]
    public void Results_are_named_and_in_order_with_and_without_prices()
    {
        string[] always =
        [
            "machine-hours per refresh", "machine-hours per day", "workers needed in the window", "workers bought", "output store",
            "staleness, mean", "staleness, worst", "computed for people who do not come",
        ];
        Quotient<Spend, DataSize> price = 0.1.Dollars.Per(DataSize.Gigabyte).Per(Duration.Month);
        BatchInference free = Nightly with { WorkerPrice = null };

        Assert.Equal(always, free.Results.Select(result => result.Name));
        Assert.Equal([.. always, "output store cost"], (free with { StoragePrice = price }).Results.Select(result => result.Name));
        Assert.Equal([.. always, "worker cost", "output store cost", "batch cost"], (Nightly with { StoragePrice = price }).Results.Select(result => result.Name));
        Assert.Equal([.. always, "worker cost", "batch cost"], Nightly.Results.Select(result => result.Name));
    }

    [Fact]
    public void Tiers_are_workers_and_store()
    {
        BatchInference batch = Nightly with { Title = "Nightly", WorkerName = "L4", StoragePrice = 0.1.Dollars.Per(DataSize.Gigabyte).Per(Duration.Day) };
        Assert.Equal([new Tier("Nightly", "L4", batch.Purchase, batch.WorkerCost), new Tier("Nightly, output", "storage", null, batch.StoreCost)], batch.Tiers);
        Assert.Equal("worker", Nightly.Tiers[0].Machine);
    }

    [Fact]
    public void Findings_are_waste_and_age()
    {
        Assert.Equal([FindingCodes.BatchWaste, FindingCodes.Consequence], Nightly.Findings.Select(finding => finding.Code));
        Assert.Equal(Severity.Warning, Nightly.Findings[0].Severity);
        Assert.Same(Nightly.Waste, Nightly.Findings[0].Subject);
        Assert.Equal(Severity.Note, Nightly.Findings[1].Severity);
        Assert.Equal("What people see is 14 h old on average and 1 d 2 h at worst: nothing of their last visits is in it.", Nightly.Findings[1].Message);
        Assert.Same(Nightly.MeanStaleness, Nightly.Findings[1].Subject);
    }

    [Theory]
    [InlineData(50, true)]
    [InlineData(51, false)]
    public void Waste_is_said_from_half_of_the_work(double coming, bool isSaid)
    {
        BatchInference batch = Nightly with { Set = PrecomputeSet.Active(100, coming.Percent, Fraction.One) };
        Assert.Equal(isSaid, batch.Findings.Any(finding => finding.Code == FindingCodes.BatchWaste));
    }

    [Fact]
    public void Worker_that_counts_something_else_or_the_model_alone_is_a_warning()
    {
        BatchInference batch = Nightly with
        {
            Set = PrecomputeSet.Active(100, Fraction.One, Fraction.One),
            Worker = Capacity.FlopConvention(1.TeraflopsPerSecond, 40.Percent, Fraction.One, 1.Gigaflops, "predictions"),
        };

        Assert.Equal([FindingCodes.CountsDiffer, FindingCodes.ModelOnly, FindingCodes.Consequence], batch.Findings.Select(finding => finding.Code));
        Assert.Equal("1 x worker, model only: a lower bound; fetching features, retrieval, serialisation and waiting come on top.", batch.Findings[1].Message);
        IQuantity[] machines = [batch.HoursPerRefresh, batch.HoursPerDay, batch.WorkersNeeded, batch.WorkersBought];
        Assert.All(machines, result => Assert.Contains(Aspect.ModelOnly, result.Aspects));
        Assert.Contains(Aspect.Counts("workers"), batch.WorkersBought.Aspects);
        Assert.Contains(Aspect.Counts("machine-hours"), batch.HoursPerDay.Aspects);
    }

    [Fact]
    public void Worker_that_cannot_be_makes_the_batch_infeasible()
    {
        BatchInference batch = Nightly with { Worker = ServingExamples.Impossible };

        Assert.False(batch.WorkersBought.IsFeasible);
        Assert.Equal([FindingCodes.BatchWaste, FindingCodes.Consequence], batch.Findings.Select(finding => finding.Code));
        BatchInference other = batch with { Worker = Capacity.Measured(Quantity.Infeasible<Rate>("the device does not exist"), 0.99, 1.Seconds, counts: "predictions") };
        Assert.Equal([FindingCodes.BatchWaste, FindingCodes.Consequence], other.Findings.Select(finding => finding.Code));
    }

    [Fact]
    public void Confidence_decides_what_an_uncertain_set_buys()
    {
        BatchInference batch = Nightly with { Set = PrecomputeSet.Active((10e6, 31e6, 100e6), Fraction.One, Fraction.One) };
        Assert.Equal(372, (batch with { Confidence = 0.5 }).WorkersBought.Value, 15.0); // 31 days of work in 2 hours
        Assert.Equal(1200, (batch with { Confidence = 0.95 }).WorkersBought.Value, 60.0);
    }

    [Fact]
    public void Window_longer_than_the_interval_is_a_contradiction()
    {
        BatchInference batch = Nightly with { Window = 25.Hours };
        var error = Assert.Throws<EstimateException>(() => batch.Waste);
        Assert.Equal(
            "The inputs of 'BatchInference' contradict each other: a refresh may take 1 d 1 h, but the next one starts after 1 d; shorten the window or refresh less often",
            error.Message);
        Assert.Equal(31, (Nightly with { Window = 1.Days }).WorkersBought.Value);
    }

    /// <summary>A list that is computed zero times a day is no batch design: its interval has no value, and neither has anything that rests on it. Compare without one.</summary>
    [Fact]
    public void Refresh_that_never_comes_gives_no_number() => Assert.False((Nightly with { RefreshInterval = 1.Days / 0 }).WorkerCost!.IsFeasible);

    [Fact]
    public void Inputs_out_of_range_are_refused()
    {
        Assert.Equal("refresh interval", Assert.Throws<ArgumentOutOfRangeException>(() => Nightly with { RefreshInterval = Duration.Zero }).ParamName);
        Assert.Equal("refresh window", Assert.Throws<ArgumentOutOfRangeException>(() => Nightly with { Window = Duration.Zero }).ParamName);
        Assert.Equal("output per entity", Assert.Throws<ArgumentOutOfRangeException>(() => Nightly with { OutputPerEntity = DataSize.Zero }).ParamName);
        Assert.Equal("output copies", Assert.Throws<ArgumentOutOfRangeException>(() => Nightly with { OutputCopies = 0.9 }).ParamName);
        Assert.Equal("worker price", Assert.Throws<ArgumentOutOfRangeException>(() => Nightly with { WorkerPrice = (-1).DollarsPerHour }).ParamName);
        Assert.Equal("storage price", Assert.Throws<ArgumentOutOfRangeException>(() => Nightly with { StoragePrice = (-1).Dollars.Per(DataSize.Gigabyte).Per(Duration.Day) }).ParamName);
        Assert.Equal("confidence", Assert.Throws<ArgumentOutOfRangeException>(() => Nightly with { Confidence = 0 }).ParamName);
        Assert.Equal("worker name", Assert.Throws<ArgumentException>(() => Nightly with { WorkerName = "" }).ParamName);
        Assert.Equal("precomputed set", Assert.Throws<ArgumentNullException>(() => Nightly with { Set = null! }).ParamName);
        Assert.Equal("worker", Assert.Throws<ArgumentNullException>(() => Nightly with { Worker = null! }).ParamName);
    }
}
