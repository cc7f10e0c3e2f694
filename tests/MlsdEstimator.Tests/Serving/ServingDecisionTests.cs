namespace MlsdEstimator.Tests;

/// <summary>What a comparison says beyond two costs: limits, other designs, what freshness must bring, break-evens and what whole machines make of them.</summary>
public class ServingDecisionTests
{
    /// <summary>30M users of whom 2 % come a day, 5 requests each, 12 GFLOP, A100 at the interview's utilisation.</summary>
    private static readonly ServingComparison Rare = new()
    {
        Online = new OnlineServing
        {
            Requests = Traffic.FromUsers(600.Thousand, 5, Peak.Factor(2)).Load,
            Replica = Capacity.FlopConvention(312.TeraflopsPerSecond, 20.Percent, 60.Percent, 12.Gigaflops),
            ReplicaPrice = 4.14.DollarsPerHour,
            Zones = 2,
            ZonesToSurvive = 1,
            MinimumPerZone = 1,
            OtherTiers = [],
        },
        Batch = new BatchInference
        {
            Set = PrecomputeSet.AllRegistered(30.Million, 600.Thousand),
            Worker = Capacity.FlopConvention(312.TeraflopsPerSecond, 40.Percent, Fraction.One, 12.Gigaflops),
            WorkerPrice = 4.14.DollarsPerHour,
            RefreshInterval = 1.Days,
            Window = 2.Hours,
            OutputPerEntity = 160.Bytes,
            OutputCopies = 3,
        },
        ServeRestOnline = false,
        ValuePerRequest = 0.5.Dollars.Per(1.Thousand),
    };

    private static readonly ServingComparison Hybrid = ServingExamples.Hybrid; // 200 a day online; 31 batch + 40 the rest

    [Fact]
    public void Rare_visits_linear_break_even_favours_online_and_the_machines_bought_favour_batch()
    {
        // online: 69.4/s x 12 GFLOP / 37.44 TFLOP/s = 0.02226 GPUs, twice for the zone; batch: 3.6e17 / 1.248e14 = 2,885 s a day
        Assert.Equal(0.0222578, Rare.Online.Needed.Value, 6);
        Assert.Equal(2 * 0.0222578 * 4.14 * 730, Rare.OnlineUnrounded.DollarsPerMonth, 2);
        Assert.Equal(2884.615 / 86_400 * 4.14 * 730, Rare.BatchUnrounded.DollarsPerMonth, 2);
        Assert.Equal(2 * 4.14 * 730, Rare.OnlineCost.DollarsPerMonth, 6);
        Assert.Equal(ServingChoice.Batch, Rare.Choice);
        ServingComparison oneZone = Rare with { Online = Rare.Online with { Zones = 1, ZonesToSurvive = 0 } };
        Assert.Equal(0.0222578 * 4.14 * 730, oneZone.OnlineUnrounded.DollarsPerMonth, 2);
        Assert.True(oneZone.VisitsPerRefresh.Value < oneZone.BreakEvenVisits.Value);
        Assert.Equal(0.02 * 2884.615 / 86_400 / 0.0222578, oneZone.BreakEvenActiveShare.Value, 5); // 3 %: at 2 % online is cheaper
        Assert.Equal(ServingChoice.Batch, oneZone.Choice);
        Finding misleads = Assert.Single(oneZone.Findings, finding => finding.Code == FindingCodes.LinearBreakEvenMisleads);
        Assert.Equal(Severity.Note, misleads.Severity);
        Assert.Equal("Unrounded, online is cheaper ($67.30/month against $101/month batch); with the machines that are bought, batch is ($101/month against $3,020/month): minimums decide, not the traffic.", misleads.Message);
        Assert.Same(oneZone.Saving, misleads.Subject);
    }

    [Fact]
    public void Report_of_designs_that_do_not_work_does_not_say_that_they_have_no_cost()
    {
        ServingComparison none = ServingExamples.Hybrid with { LatencyLimit = ServiceLevel.Response(0.99, 1.Milliseconds), OldestAnswer = 1.Hours };
        Assert.Equal(ServingChoice.None, none.Choice);
        Assert.Contains("Linear, before whole machines: no design works as stated.", none.Report());
    }

    /// <summary>31 worker-days at $10 are $310 a day: $3.10 for a million of 100 M answers, $0.31 of 1 bn, $62 a thousand of 5,000.</summary>
    [Theory]
    [InlineData(1e8, "$0.0031 per thousand")]
    [InlineData(1e9, "$0.31 per million")]
    [InlineData(5_000, "$62 per thousand")]
    public void Unit_cost_is_never_a_price_of_a_million_thousands(double requests, string text)
    {
        ServingComparison many = ServingExamples.Hybrid with { Online = ServingExamples.Even with { Requests = Load.Of(requests.PerDay, requests.PerDay, "requests") }, Batch = ServingExamples.Nightly, ServeRestOnline = false };
        Assert.StartsWith($"batch: $9,430/month, {text}, ", many.Options[1].ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Rare_visits_report_says_linear_machines_and_small_money()
    {
        ServingComparison oneZone = Rare with { Online = Rare.Online with { Zones = 1, ZonesToSurvive = 0 } };
        IReadOnlyList<string> report = oneZone.Report();

        Assert.Equal("online: $3,020/month, $0.0331 per thousand.", report[0]);
        Assert.Equal("batch: $101/month, $0.00111 per thousand, 14 h old on average, 1 d 2 h at worst, 98% of the work is wasted.", report[1]);
        Assert.StartsWith("Batch is cheaper: $3,020/month online, $101/month in batch", report[2], StringComparison.Ordinal);
        Assert.StartsWith("Freshness must raise what a request brings by 6.4", report[3], StringComparison.Ordinal);
        Assert.Equal("Linear, before whole machines: online is the cheapest ($67.30/month online, $101/month batch).", report[4]);
        Assert.StartsWith("Unrounded break-evens of batch against online: 0.15 visits per entity and refresh (now 0.1); 3% of the entities active (now 2%); a refresh every 1 d 12 h (now 1 d); ", report[5], StringComparison.Ordinal);
        Assert.StartsWith("With whole machines, along requests per entity and refresh: batch from ", report[6], StringComparison.Ordinal);
        Assert.StartsWith("Both are small money, below $15,800/month (what an engineer costs): choose by freshness, latency and simplicity, not by cost.", report[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void Small_money_is_said_only_where_both_are()
    {
        Assert.DoesNotContain(Rare.Report(), line => line.Contains("small money", StringComparison.Ordinal) && (Rare with { SmallMoney = 3_000.DollarsPerMonth }).Report().Contains(line));
        Assert.Contains("small money", Rare.Report()[^1], StringComparison.Ordinal);
        Assert.DoesNotContain("small money", (Rare with { SmallMoney = 3_000.DollarsPerMonth }).Report()[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void Lift_that_freshness_must_bring_is_the_saving_over_what_requests_bring() // 129 a day of 5M requests at a cent: 0.258 %
    {
        ServingComparison valued = Hybrid with { ValuePerRequest = 0.01.Dollars, ExpectedLift = 0.01 };

        Assert.Equal(0.00258, valued.LiftToPay!.Value, 9);
        Assert.Equal(500 - 129, valued.NetOfFreshness!.DollarsPerDay, 6);
        Assert.Equal(0.00258, valued.NetOfFreshness.SolveFor(valued.ExpectedLift!, Spend.Zero).Value.Value, 9);
        Assert.Equal(0.00258 * 0.01 / 0.01, valued.NetOfFreshness.SolveFor(valued.ValuePerRequest!, Spend.Zero).Value.Dollars, 9);
        Assert.Null(Hybrid.LiftToPay);
        Assert.Null(Hybrid.NetOfFreshness);
        Assert.Contains("nobody said what a request brings", Assert.Throws<EstimateException>(() => (Hybrid with { ExpectedLift = 0.1 }).Saving).Message, StringComparison.Ordinal);
        Assert.Equal("value per request", Assert.Throws<ArgumentOutOfRangeException>(() => Hybrid with { ValuePerRequest = Money.Zero }).ParamName);
        Assert.Equal("lift of freshness", Assert.Throws<ArgumentOutOfRangeException>(() => Hybrid with { ExpectedLift = -1 }).ParamName);
        Assert.Equal("small money", Assert.Throws<ArgumentOutOfRangeException>(() => Hybrid with { SmallMoney = (-1).DollarsPerDay }).ParamName);
    }

    [Fact]
    public void Break_evens_are_where_both_cost_the_same() // 31 / (200 - 40) of the traffic; 31 x T0 / T = 160
    {
        Assert.Equal(0.19375, Hybrid.BreakEvenActiveShare.Value, 9);
        Assert.Equal(4.65, Hybrid.BreakEvenInterval.Hours, 9);
        Assert.Equal("break-even refresh interval, unrounded", Hybrid.BreakEvenInterval.Name);
    }

    /// <summary>Gateway of $30 a day that precomputed answers do without; batch 310 a day against 200: 30 / (310 - 200) of the 5M requests a day.</summary>
    [Fact]
    public void Break_even_volume_is_where_saved_tiers_no_longer_pay_for_dearer_answers()
    {
        var gateway = new CpuTier { Title = "Gateway", Requests = Hybrid.Online.Requests, CpuTimePerRequest = 1.Milliseconds, CoresPerMachine = 4, Utilisation = 50.Percent, MachinePrice = 30.DollarsPerDay };
        ServingComparison saved = Hybrid with { Online = Hybrid.Online with { OtherTiers = [new("gateway", gateway)] }, Batch = ServingExamples.Nightly };

        Assert.Equal(5e6 * 30 / 110, saved.BreakEvenVolume!.PerDay, 1e-3);
        Assert.Equal("break-even volume, unrounded", saved.BreakEvenVolume.Name);
        Assert.Contains(saved.BreakEvenVolume, saved.Results);
        Assert.Contains("15.8 /s requests on average with users in proportion (now 57.9 /s).", string.Join("\n", saved.Report()), StringComparison.Ordinal);
        Assert.Equal((310 - 30) / 200.0 * saved.VisitsPerRefresh.Value, saved.BreakEvenVisits.Value, 1e-9);
        Assert.Null(Hybrid.BreakEvenVolume);
        Assert.Contains("; no volume, because both grow with it.", string.Join("\n", Hybrid.Report()), StringComparison.Ordinal);
        ServingComparison cheap = saved with { Batch = ServingExamples.Nightly with { WorkerPrice = 5.DollarsPerDay } };
        Assert.Equal("precomputing costs less at any volume, so it always pays", Infeasibility.Reason(cheap.BreakEvenVolume!.Node));
        Assert.Equal("precomputing costs less than the other tiers of the online design alone, so it always pays", Infeasibility.Reason((saved with { Batch = saved.Batch with { WorkerPrice = 0.5.DollarsPerDay } }).BreakEvenVisits.Node));
        Assert.Null((saved with { Batch = Hybrid.Batch }).BreakEvenVolume); // the rest passes the gateway too
    }

    [Fact]
    public void Break_even_where_batch_never_pays_is_infeasible()
    {
        ServingComparison dearReads = Hybrid with { Batch = Hybrid.Batch with { ReadPrice = 1.Dollars, Visits = Hybrid.Online.Requests } };
        Assert.Equal("looking up and serving the rest costs more than serving everything online, so precomputing never pays", Infeasibility.Reason(dearReads.BreakEvenVisits.Node));
        ServingComparison dearStore = Hybrid with { Batch = Hybrid.Batch with { StoragePrice = 1e6.Dollars.Per(DataSize.Gigabyte).Per(Duration.Month) } };
        Assert.Equal("storing the answers alone costs more than serving online, so precomputing never pays", Infeasibility.Reason(dearStore.BreakEvenInterval.Node));
        Assert.Contains("; no time between refreshes (storing the answers alone costs more than serving online, so precomputing never pays; now ", string.Join("\n", dearStore.Report()), StringComparison.Ordinal);
        ServingComparison dearWork = Hybrid with { Batch = Hybrid.Batch with { WorkerPrice = 1_000.DollarsPerDay } };
        Assert.Contains("; more than all of the entities active (now ", string.Join("\n", dearWork.Report()), StringComparison.Ordinal);
    }

    [Fact]
    public void Break_even_that_is_none_is_a_note_and_no_error()
    {
        ServingComparison dearStore = Hybrid with { Batch = Hybrid.Batch with { StoragePrice = 1e6.Dollars.Per(DataSize.Gigabyte).Per(Duration.Month) } };
        IReadOnlyList<Finding> findings = new Worksheet("design") { Serve = [dearStore] }.Findings;
        Assert.DoesNotContain(findings, finding => finding.Severity == Severity.Error);
        Assert.Equal(
            "No value for 'break-even refresh interval, unrounded': storing the answers alone costs more than serving online, so precomputing never pays.",
            Assert.Single(findings, finding => finding.Message.StartsWith("No value for ", StringComparison.Ordinal)).Message);
        Assert.DoesNotContain(dearStore.Results, result => !result.IsFeasible);
        Assert.DoesNotContain(Hybrid.Findings, finding => finding.Message.StartsWith("No value for ", StringComparison.Ordinal));
    }

    [Fact]
    public void Freshness_is_worth_nothing_where_nobody_asks()
    {
        ServingComparison silent = Hybrid with { Online = Hybrid.Online with { Requests = Load.Of(Rate.Zero, Rate.Zero, "requests") } };
        Assert.DoesNotContain("infeasible", silent.Reason, StringComparison.Ordinal);
        Assert.EndsWith("old on average.", silent.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Intervals_buy_machines_anew_at_every_point()
    {
        // one replica for $40 a day up to 1M requests a day; batch 31 a day for 3.1M users, all visits covered: online while one replica... never below 40
        ServingComparison plain = Hybrid with { Batch = Hybrid.Batch with { Set = PrecomputeSet.Active(3.1.Million, 10.Percent, Fraction.One) } };
        Assert.Equal("batch", Assert.Single(plain.IntervalsAlong(ServingAxis.RequestsPerRefresh)).Name);

        IReadOnlyList<ChoiceInterval> refresh = plain.IntervalsAlong(ServingAxis.RefreshInterval); // 31 x 24 h / T against 200: 3.72 h
        Assert.Equal(["online", "batch"], refresh.Select(interval => interval.Name));
        Assert.Equal(3.72, ((Duration)refresh[1].From).Hours, 0.01);
        Assert.Equal(refresh[0].To, refresh[1].From);
        Assert.Equal(0.24, ((Duration)refresh[0].From).Hours, 9);
        Assert.Equal(2400, ((Duration)refresh[1].To).Hours, 6);

        IReadOnlyList<ChoiceInterval> active = plain.IntervalsAlong(ServingAxis.ActiveShare);
        Assert.Equal(1, ((Fraction)active[^1].To).Value);
        IReadOnlyList<ChoiceInterval> volume = plain.IntervalsAlong(ServingAxis.Volume);
        Assert.Equal("batch", Assert.Single(volume).Name);
        Assert.Equal(5e8, ((Rate)volume[0].To).PerDay, 1);
        Assert.Throws<ArgumentOutOfRangeException>(() => plain.IntervalsAlong((ServingAxis)9));
    }

    [Fact]
    public void Whole_machines_flip_where_the_next_one_is_bought() // batch 70 a day: online is cheaper while one replica (40 a day) carries it, up to 1M requests a day
    {
        ServingComparison step = Hybrid with { Batch = ServingExamples.Nightly with { Set = PrecomputeSet.Active(7.Million, 10.Percent, Fraction.One) } };
        IReadOnlyList<ChoiceInterval> requests = step.IntervalsAlong(ServingAxis.RequestsPerRefresh);

        Assert.Equal(["online", "batch"], requests.Select(interval => interval.Name));
        Assert.Equal(1e6 / 7e6, ((Scalar)requests[1].From).Value, 0.0003);
        Assert.Contains("What would flip the decision: requests per entity and refresh at 0.143 (online to batch)", string.Join("\n", step.Report()), StringComparison.Ordinal);
        Assert.Equal("online from 0.00714 to 0.143", requests[0].ToString());
    }

    [Fact]
    public void Limits_refuse_designs_and_say_why()
    {
        ServingComparison fresh = Hybrid with { OldestAnswer = 1.Hours };
        Assert.Equal(ServingChoice.Online, fresh.Choice);
        Assert.Equal("Online, because batch does not work as stated: answers are up to 1 d 2 h old, but at most 1 h is wanted.", fresh.Reason);
        Assert.Equal(ServingChoice.Batch, (Hybrid with { OldestAnswer = 26.Hours }).Choice);

        ServingComparison quick = Hybrid with { LatencyLimit = ServiceLevel.Response(0.99, 500.Milliseconds) };
        Assert.Equal("Batch, because online does not work as stated: it promises p99 response within 1 s, but p99 response within 500 ms is wanted.", quick.Reason);
        Assert.Equal("p99 response within 1 s", quick.Options[0].Latency!.ToString());
        Assert.True((Hybrid with { LatencyLimit = ServiceLevel.Response(0.95, 500.Milliseconds) }).Options[0].IsFeasible); // p99 says nothing about p95
        ServingComparison none = fresh with { LatencyLimit = quick.LatencyLimit };
        Assert.Equal(ServingChoice.None, none.Choice);
        Assert.Null(none.Cheapest);
        Assert.Null(none.Belief);
        Assert.Equal("oldest answer", Assert.Throws<ArgumentOutOfRangeException>(() => Hybrid with { OldestAnswer = (-1).Hours }).ParamName);
    }

    [Fact]
    public void Other_designs_take_part_and_the_worksheet_buys_the_choice()
    {
        var hybrid = new HybridServing
        {
            Online = Hybrid.Online,
            Batch = ServingExamples.Nightly with { Set = PrecomputeSet.AllRegistered(31.Million, 5.Million) },
            Coverage = VisitCoverage.Measured((5.Percent, 90.Percent)),
        };
        var stream = new StreamingInference { Events = Hybrid.Online.Requests, FixedTime = 1.Seconds, TimePerEvent = 1.Milliseconds, Interval = 10.Seconds, WorkerPrice = 50.DollarsPerDay };
        ServingComparison many = Hybrid with { Others = [hybrid, stream] };

        Assert.Equal(["online", "batch", "hybrid", "streaming"], many.Options.Select(option => option.Name));
        Assert.Equal([200, 71, 55.5, 50], many.Options.Select(option => Math.Round(option.Cost.DollarsPerDay, 6))); // 15.5 + 40; one worker
        Assert.Equal(ServingChoice.Streaming, many.Choice);
        Assert.Equal(50, new Worksheet("design") { Serve = [many] }.Cost.DollarsPerDay, 9);
        Assert.Equal("Streaming is the cheapest: $6,080/month online, $2,160/month batch, $1,690/month hybrid, $1,520/month streaming; precomputed answers are 14 h old on average, and freshness must be worth $25.80 per million requests for online to pay against batch.", many.Reason);
        ServingComparison two = many with { Others = [hybrid] };
        Assert.Equal(ServingChoice.Hybrid, two.Choice);
        Assert.Equal([hybrid], two.Parts);
        Assert.Equal(["hybrid cost"], two.Results.Skip(9).Select(result => result.Name));
        Assert.Equal(0.0111, two.Cheapest!.CostPerThousand.Dollars, 9);
        Assert.Equal("Hybrid at $1,690/month, because online does not work as stated: it promises p99 response within 1 s, but p99 response within 500 ms is wanted, and batch costs $2,160/month.", (two with { LatencyLimit = ServiceLevel.Response(0.99, 500.Milliseconds) }).Reason);
        Assert.Equal(["first", "second"], (Hybrid with { Others = [hybrid with { Title = "first" }, hybrid with { Title = "second" }] }).Options.Skip(2).Select(option => option.Name));
        Assert.Contains("'StreamingInference' has no price", Assert.Throws<EstimateException>(() => (Hybrid with { Others = [stream with { WorkerPrice = null }] }).Options).Message, StringComparison.Ordinal);
        Assert.Equal("others", Assert.Throws<ArgumentNullException>(() => Hybrid with { Others = [null!] }).ParamName);
    }

    [Fact]
    public void Belief_tells_how_likely_each_is_the_cheapest()
    {
        ServingComparison doubtful = Hybrid with { Batch = Hybrid.Batch with { WorkerPrice = (2, 10, 500) * Spend.DollarPerDay } };

        Assert.Equal("batch", doubtful.Belief!.Best.Name);
        Assert.InRange(doubtful.Belief.Best.ProbabilityBest.Value, 0.6, 0.8); // 160 / 3.1 = 51.6 a worker-day: P(z < 1.645 ln 5.16 / ln 50) = 0.755
        Assert.Equal(0.755, doubtful.Belief.Best.ProbabilityBest.Value, 0.01);
        Assert.Contains("believed, cheapest in ", string.Join("\n", doubtful.Report()), StringComparison.Ordinal);
    }

    [Fact]
    public void Option_tells_energy_and_what_changed()
    {
        ServingComparison told = Hybrid with { Online = Hybrid.Online with { ReplicaPower = 1.Kilowatts }, Batch = Hybrid.Batch with { Changes = 0.5.PerDay } };

        Assert.Equal(5 * 730, told.Options[0].MonthlyEnergy!.KilowattHours, 6);
        Assert.Equal("online: $6,080/month, $0.04 per thousand, p99 response within 1 s, 3.65 MWh a month", told.Options[0].ToString());
        Assert.Contains("24.5% of the answers changed since", told.Options[1].ToString(), StringComparison.Ordinal);
        Assert.Null(Hybrid.Options[0].MonthlyEnergy);
        Assert.Null(told.Options[0].Age);
        Assert.Null(told.Options[0].Waste);
    }
}
