namespace MlsdEstimator.Tests;

public class ServingComparisonTests
{
    private static readonly ServingComparison Hybrid = ServingExamples.Hybrid;

    [Fact]
    public void Costs_of_a_hybrid_are_71_dollars_a_day_against_200() // 3.1M x $1e-5 + 20 % of 5M x $4e-5; all online 5M x $4e-5
    {
        Assert.Equal(200, Hybrid.OnlineCost.DollarsPerDay, 6);
        Assert.Equal(71, Hybrid.BatchCost.DollarsPerDay, 6);
        Assert.Equal(129, Hybrid.Saving.DollarsPerDay, 6);
        Assert.Equal(25.8, Hybrid.FreshnessMustBeWorth.Dollars, 9);
        Assert.Equal(14, Hybrid.Staleness.Hours, 9);
    }

    [Fact]
    public void BreakEvenVisits_are_batch_over_online_cost_of_one() // $1e-5 / $4e-5
    {
        Assert.Equal(0.25, Hybrid.BreakEvenVisits.Value, 9);
        Assert.Equal(1.290323, Hybrid.VisitsPerRefresh.Value, 6); // 4M of 5M visits by 3.1M users
    }

    [Fact]
    public void Choice_is_the_cheaper_and_says_why()
    {
        Assert.Equal(ServingChoice.Batch, Hybrid.Choice);
        Assert.Equal(
            "Batch is cheaper: $6,080/month online, $2,160/month in batch, whose answers are 14 h old on average; freshness must be worth $25.80 per million requests for online to pay.",
            Hybrid.Reason);
        Finding finding = Assert.Single(Hybrid.Findings);
        Assert.Equal((Severity.Note, FindingCodes.Consequence, Hybrid.Reason), (finding.Severity, finding.Code, finding.Message));
        Assert.Same(Hybrid.Saving, finding.Subject);
    }

    [Fact]
    public void Choice_when_batch_costs_more_is_online()
    {
        ServingComparison dear = Hybrid with { Batch = ServingExamples.Nightly };

        Assert.Equal(310, dear.BatchCost.DollarsPerDay, 6);
        Assert.Equal(ServingChoice.Online, dear.Choice);
        Assert.Equal(-110, dear.Saving.DollarsPerDay, 6);
        Assert.StartsWith("Online is cheaper: ", dear.Reason, StringComparison.Ordinal);
        Assert.Equal([dear.Online], dear.Parts);
    }

    [Fact]
    public void Choice_of_a_tie_is_online()
    {
        ServingComparison tie = Hybrid with
        {
            Online = ServingExamples.Even with { ReplicaPrice = Spend.Zero },
            Batch = Hybrid.Batch with { WorkerPrice = Spend.Zero },
        };
        Assert.Equal(ServingChoice.Online, tie.Choice);
    }

    [Fact]
    public void Rest_by_a_free_fallback_costs_nothing()
    {
        ServingComparison fallback = Hybrid with { ServeRestOnline = false };

        Assert.Equal(31, fallback.BatchCost.DollarsPerDay, 6);
        Assert.Equal([fallback.Batch], fallback.Parts);
    }

    [Fact]
    public void Rest_of_a_set_that_covers_everything_has_no_fleet()
    {
        ServingComparison all = Hybrid with { Batch = Hybrid.Batch with { Set = PrecomputeSet.AllRegistered(3.1.Million, 3.1.Million) } };

        Assert.Equal(31, all.BatchCost.DollarsPerDay, 6);
        Assert.Equal([all.Batch], all.Parts);
    }

    [Fact]
    public void Results_are_named_and_in_order() => Assert.Equal(
        [
            "online cost", "batch cost, with the rest", "saving of batch", "freshness must be worth, per million requests", "staleness",
            "visits per entity and refresh", "break-even visits per entity and refresh, unrounded", "break-even active share, unrounded", "break-even refresh interval, unrounded",
        ],
        Hybrid.Results.Select(result => result.Name));

    [Fact]
    public void Saving_is_marked_as_better_when_more() => Assert.Contains(Aspect.MoreIsBetter, Hybrid.Saving.Aspects);

    [Fact]
    public void Worksheet_buys_the_choice_only_once()
    {
        var sheet = new Worksheet("hybrid") { Serve = [Hybrid] };

        Assert.Equal(["BatchInference", "BatchInference, output", "OnlineServing, the rest"], sheet.Tiers.Select(tier => tier.Name));
        Assert.Equal(71, sheet.Cost.DollarsPerDay, 6);
        Assert.Empty(Hybrid.Tiers);
        Assert.Equal(71, new Worksheet("twice") { Serve = [Hybrid.Batch, Hybrid] }.Cost.DollarsPerDay, 6);
        ServingComparison online = Hybrid with { Batch = ServingExamples.Nightly };
        Assert.Equal(200, new Worksheet("online") { Serve = [online] }.Cost.DollarsPerDay, 6);
    }

    [Fact]
    public void Infeasible_online_loses_though_it_is_named_first()
    {
        ServingComparison comparison = Hybrid with { Online = Hybrid.Online with { Replica = ServingExamples.Impossible }, ServeRestOnline = false };

        Assert.Equal(ServingChoice.Batch, comparison.Choice);
        Assert.Equal("Batch, because online does not work as stated: the device does not exist.", comparison.Reason);
        Assert.Equal([comparison.Batch], comparison.Parts);
    }

    [Fact]
    public void Infeasible_batch_loses_though_it_would_be_cheaper()
    {
        ServingComparison comparison = Hybrid with { Batch = Hybrid.Batch with { Worker = ServingExamples.Impossible } };

        Assert.Equal(ServingChoice.Online, comparison.Choice);
        Assert.Equal("Online, because batch does not work as stated: the device does not exist.", comparison.Reason);
        Assert.False(comparison.Saving.IsFeasible);
    }

    [Fact]
    public void Batch_whose_price_is_infeasible_loses()
    {
        ServingComparison comparison = Hybrid with { Batch = Hybrid.Batch with { WorkerPrice = Quantity.Infeasible<Spend>("nobody sells it") } };
        Assert.Equal("Online, because batch does not work as stated: nobody sells it.", comparison.Reason);
    }

    [Fact]
    public void Online_whose_price_is_infeasible_loses()
    {
        OnlineServing unpriced = Hybrid.Online with { ReplicaPrice = Quantity.Infeasible<Spend>("nobody sells it") };
        ServingComparison comparison = Hybrid with { Online = unpriced, ServeRestOnline = false };

        Assert.Equal(ServingChoice.Batch, comparison.Choice);
        Assert.Equal("Batch, because online does not work as stated: nobody sells it.", comparison.Reason);
        ServingComparison both = comparison with { Online = unpriced with { Replica = ServingExamples.Impossible } };
        Assert.Equal("Batch, because online does not work as stated: the device does not exist.", both.Reason);
    }

    [Fact]
    public void Infeasible_both_choose_none()
    {
        ServingComparison comparison = Hybrid with { Online = Hybrid.Online with { Replica = ServingExamples.Impossible } };

        Assert.Equal(ServingChoice.None, comparison.Choice);
        Assert.Empty(comparison.Parts);
        Finding finding = Assert.Single(comparison.Findings);
        Assert.Equal((Severity.Error, FindingCodes.Infeasible), (finding.Severity, finding.Code));
        Assert.Equal("Neither works as stated: online, the device does not exist; batch, the device does not exist.", finding.Message);
    }

    [Fact]
    public void Designs_without_prices_are_contradictions()
    {
        ServingComparison comparison = Hybrid with { Online = ServingExamples.Zoned, Batch = Hybrid.Batch with { WorkerPrice = null } };
        var error = Assert.Throws<EstimateException>(() => comparison.Choice);
        Assert.Equal(
            [
                "the online design has no ReplicaPrice, so costs cannot be compared; give one",
                "the batch design has no WorkerPrice, so costs cannot be compared; give one",
            ],
            error.Contradictions);
    }

    [Fact]
    public void Inputs_that_are_null_are_refused()
    {
        Assert.Equal("online", Assert.Throws<ArgumentNullException>(() => Hybrid with { Online = null! }).ParamName);
        Assert.Equal("batch", Assert.Throws<ArgumentNullException>(() => Hybrid with { Batch = null! }).ParamName);
    }
}
