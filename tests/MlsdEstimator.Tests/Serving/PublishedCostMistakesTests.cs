namespace MlsdEstimator.Tests;

/// <summary>Mistakes that are in print, each with what stands in their way.</summary>
public class PublishedCostMistakesTests
{
    [Fact] // "60 TB of egress cost $5,000": $5,120 as billed, with tiers of 1,024 GB
    public void Gigabytes_taken_for_gibibytes_are_two_units()
    {
        EgressPrice billed = PriceList.Bundled.EgressOf("AWS to the internet") with { Tiers = PriceTiers.Of([(10_240, 0.09.Dollars), (51_200, 0.085.Dollars)], 0.07.Dollars) };

        Assert.Equal(5_120, billed.CostOfMonth(60.Tebibytes).Dollars, 6);
        Assert.Equal(5_000, (billed with { Unit = DataSize.Gigabyte, Tiers = PriceTiers.Of([(10_000, 0.09.Dollars), (50_000, 0.085.Dollars)], 0.07.Dollars) }).CostOfMonth(60.Terabytes).Dollars, 6);
        Assert.Equal(DataSize.Gibibyte, billed.Unit);
    }

    [Fact] // volume priced at the peak rate
    public void Peak_rate_paid_by_volume_is_a_finding()
    {
        Rate peak = 100.PerSecond.Marked(Aspect.Peak);
        var api = new HostedApi { Requests = Load.Of(peak, peak, "requests"), InputTokens = 100, OutputTokens = 10, Price = PriceList.Bundled.TokensOf("gpt-5") };
        var function = new ServerlessServing { Requests = api.Requests, Memory = 1.Gibibytes, Duration = 1.Seconds, Price = PriceList.Bundled.ServerlessOf("AWS Lambda x86") };

        Assert.Equal((Severity.Warning, FindingCodes.PeakRateInStorage, "A price by volume is computed from a peak rate of 100 /s; give the load its average."), (api.Findings[0].Severity, api.Findings[0].Code, api.Findings[0].Message));
        Assert.Equal(FindingCodes.PeakRateInStorage, Assert.Single(function.Findings).Code);
        Assert.Empty((api with { Requests = Load.Of(50.PerSecond, 100.PerSecond, "requests") }).Findings);
    }

    [Fact] // machines at 100 % of the peak FLOP/s: utilisation and load have no default, and 0 is refused
    public void Full_peak_of_an_accelerator_must_be_asked_for()
    {
        var honest = Capacity.FlopConvention(312.TeraflopsPerSecond, 20.Percent, 60.Percent, 10.Gigaflops);
        var idealised = Capacity.FlopConvention(312.TeraflopsPerSecond, Fraction.One, Fraction.One, 10.Gigaflops);
        Assert.Equal(0.12, honest.Usable.PerSecond / idealised.Usable.PerSecond, 12);
        Assert.True(idealised.IsModelOnly);
        Assert.Throws<ArgumentOutOfRangeException>(() => Capacity.FlopConvention(312.TeraflopsPerSecond, Fraction.Zero, Fraction.One, 10.Gigaflops));
    }

    [Fact] // everybody scored, the inactive included: 98 % of Grubhub's predictions, 3.3 times the work of people you may know
    public void Batch_for_everybody_tells_its_waste_and_break_even()
    {
        Assert.Equal(FindingCodes.BatchWaste, ServingExamples.Nightly.Findings[0].Code);
        ServingComparison everybody = ServingExamples.Hybrid with { Batch = ServingExamples.Nightly };
        Assert.Equal(0.02 * 310 / 200 * 622_000 / 620_000, everybody.BreakEvenActiveShare.Value, 9);
        Assert.True(everybody.BreakEvenActiveShare.Value > everybody.Batch.Set.Coming.Value);
        Assert.Equal(ServingChoice.Online, everybody.Choice);
    }

    [Fact] // example 2 of the FAQ of S3 Express prints 3,303.77 GB-months
    public void Byte_hours_are_divided_by_the_hours_of_the_month() => Assert.Equal(3303.225806, (2_638_827_906_662_400.0.Bytes * (1 / 744.0)).Gibibytes, 6);

    [Fact] // ten public tables, four of 2026, print 98.32 for p5.48xlarge, which has been 55.04 since June 2025
    public void Old_price_is_a_finding()
    {
        OnlineServing serving = ServingExamples.Zoned with { ReplicaPrice = 98.32.DollarsPerHour.Named("p5.48xlarge").Cited("a table of 2025", new DateOnly(2025, 5, 1)) };
        var sheet = new Worksheet("design") { Serve = [serving], AsOf = new DateOnly(2026, 11, 9) };
        Assert.Contains(sheet.Findings, finding => finding.Code == FindingCodes.OldPrice && finding.Message.Contains("p5.48xlarge (2025-05-01)", StringComparison.Ordinal));
        Assert.Equal(0.4401952807, (1 - PriceList.Bundled.Machine("p5.48xlarge").OnDemand! / serving.ReplicaPrice).Value, 9);
    }
}
