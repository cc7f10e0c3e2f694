namespace MlsdEstimator.Tests;

public class CpuTierTests
{
    private static readonly CpuTier Trees = new()
    {
        Requests = Load.Of(1_157.PerSecond, 3_472.PerSecond, "requests").Times(500, "predictions"),
        CpuTimePerRequest = 20.Microseconds,
        CoresPerMachine = 32,
        Utilisation = 60.Percent,
    };

    /// <summary>Published case "event recommendation": 3,472 requests/s x 500 candidates x 20 us at 60 % load are 58 cores.</summary>
    [Fact]
    public void Event_ranker_takes_58_cores()
    {
        Assert.Equal(34.72, Trees.CoresBusy.Value, 1e-9);
        Assert.Equal(58, Trees.CoresNeeded.Ceiling().Value);
        Assert.Equal(57.866666666666667, Trees.CoresNeeded.Value, 1e-9);
        Assert.Equal(1.8083333333333333, Trees.MachinesNeeded.Value, 1e-9);
        Assert.Equal(2, Trees.Machines.Value);
        Assert.Empty(Trees.Findings);
    }

    /// <summary>Recommendation guide (worked example W108): 1,250 requests in flight with 2 cores each are 78.1 servers of 32 cores, about 80.</summary>
    [Fact]
    public void Guide_example_takes_79_servers()
    {
        var guide = new CpuTier { Requests = Load.Of(12_500.PerSecond, 12_500.PerSecond, "requests"), CpuTimePerRequest = 100.Milliseconds, CoresPerMachine = 16, Utilisation = 99.99999999.Percent };
        Assert.Equal(78.125, guide.MachinesNeeded.Value, 1e-6);
        Assert.Equal(79, guide.Machines.Value);
    }

    [Fact]
    public void Results_are_named_and_in_order()
    {
        Assert.Equal(["cores busy at peak", "cores needed", "machines needed", "machines bought"], Trees.Results.Select(result => result.Name));
        CpuTier priced = Trees with { MachinePrice = 480.DollarsPerMonth };
        Assert.Equal("CPU cost", priced.Results[4].Name);
        Assert.Equal(960, priced.Cost!.DollarsPerMonth, 1e-9);
        Assert.Null(Trees.Cost);
        Assert.Null((priced with { MachinePrice = null }).Cost);
        Assert.Contains(Aspect.Counts("cores"), Trees.CoresBusy.Aspects);
        Assert.Contains(Aspect.Counts("machines"), Trees.Machines.Aspects);
    }

    [Fact]
    public void Tier_holds_name_machine_purchase_and_cost()
    {
        CpuTier priced = Trees with { Title = "Ranker", MachineName = "32 cores", MachinePrice = 480.DollarsPerMonth };
        Assert.Equal(new Tier("Ranker", "32 cores", priced.Purchase, priced.Cost), Assert.Single(priced.Tiers));
        Assert.Equal("CPU machine", Assert.Single(Trees.Tiers).Machine);
        Assert.Equal((Trees.MachinesNeeded, 0.9), (Trees.Purchase.Need, Trees.Purchase.Confidence));
    }

    [Fact]
    public void Minimum_decides_where_the_load_asks_for_less()
    {
        CpuTier spare = Trees with { MinimumMachines = 3 };
        Assert.Equal(3, spare.Machines.Value);
        Assert.Equal(new Finding(Severity.Note, "MLSD016", "3 machines because that is the minimum; the load asks for 2.", spare.Machines), Assert.Single(spare.Findings));
        Assert.Empty((Trees with { MinimumMachines = 2 }).Findings);
        Assert.True(Trees.MinimumMachines.IsDefault);
        Assert.Equal((1, "least machines"), (Trees.MinimumMachines.Value, Trees.MinimumMachines.Name));
        Assert.Equal("no spare: the loss of a machine is not survived", Trees.MinimumMachines.Source);
    }

    /// <summary>A capacity formula has no queue, so 100 % is a number; a plan of it is a warning.</summary>
    [Fact]
    public void Full_cores_are_counted_and_have_no_head_room()
    {
        CpuTier full = Trees with { Utilisation = Fraction.One };
        Assert.Equal(Trees.CoresBusy.Value, full.CoresNeeded.Value, 1e-12);
        Finding finding = Assert.Single(full.Findings, finding => finding.Code == FindingCodes.NoHeadRoom);
        Assert.Equal((Severity.Warning, "Planned 100% busy at peak: 34.7 cores have no head-room, so requests queue without end; plan 50 to 70%, or size a pool for the SLO."), (finding.Severity, finding.Message));
        Assert.Same(full.CoresNeeded, finding.Subject);
        Assert.DoesNotContain((Trees with { Utilisation = 99.Percent }).Findings, finding => finding.Code == FindingCodes.NoHeadRoom);
    }

    [Fact]
    public void Percentile_of_the_CPU_time_gives_an_upper_bound()
    {
        CpuTier bounded = Trees with { CpuTimePerRequest = 20.Microseconds.Marked(Aspect.Percentile(0.99)) };
        Assert.Equal(
            new Finding(Severity.Note, "MLSD010", "At most 34.7 cores busy: an upper bound, because it takes the p99 of 20 us for the mean.", bounded.CoresBusy),
            Assert.Single(bounded.Findings) with { Message = bounded.Findings[0].Message.Replace("\u00b5", "u", StringComparison.Ordinal) });
        Assert.Empty((Trees with { CpuTimePerRequest = 20.Microseconds.Marked(Aspect.Mean) }).Findings);
    }

    [Fact]
    public void Purchase_covers_the_belief_and_is_certain()
    {
        CpuTier doubtful = Trees with { CpuTimePerRequest = 10.Microseconds.To(200.Microseconds, best: 20.Microseconds) };
        Assert.True(doubtful.Machines.IsCertain);
        Assert.True(doubtful.Machines.Value > 2);
        Assert.True((doubtful with { Confidence = 0.5 }).Machines.Value < doubtful.Machines.Value);
        Assert.InRange(doubtful.Purchase.Shortfall.True.Value, 0.02, 0.1);
    }

    [Fact]
    public void No_load_still_has_its_machine()
    {
        CpuTier idle = Trees with { Requests = Load.Of(Rate.Zero, Rate.Zero, "requests") };
        Assert.Equal((0, 1), (idle.CoresNeeded.Value, idle.Machines.Value));
        Assert.Equal("MLSD016", Assert.Single(idle.Findings).Code);
    }

    [Fact]
    public void Infeasible_load_has_no_machines_and_no_findings_of_its_own()
    {
        CpuTier broken = Trees with { Requests = Load.Of(Rate.Zero, Quantity.Infeasible<Rate>("unknown"), "requests") };
        Assert.False(broken.Machines.IsFeasible);
        Assert.Empty(broken.Findings);
        Assert.Empty((broken with { CpuTimePerRequest = 20.Microseconds.Marked(Aspect.Percentile(0.99)) }).Findings);
    }

    [Fact]
    public void Inputs_out_of_range_are_refused_by_name()
    {
        Refused("CPU time per request", "above 0", () => Trees with { CpuTimePerRequest = Duration.Zero });
        Refused("cores per machine", "at least 1", () => Trees with { CoresPerMachine = 0.5 });
        Refused("core utilisation", "above 0 %", () => Trees with { Utilisation = Fraction.Zero });
        Assert.Throws<ArgumentOutOfRangeException>(() => Trees with { Utilisation = 101.Percent });
        Refused("machine price", "not be negative", () => Trees with { MachinePrice = (-1).DollarsPerHour });
        Refused("least machines", "whole number of at least 1", () => Trees with { MinimumMachines = 0 });
        Refused("least machines", "whole number of at least 1", () => Trees with { MinimumMachines = 2.5 });
        Refused("confidence", "strictly between 0 and 1", () => Trees with { Confidence = 0 });
        Assert.Throws<ArgumentOutOfRangeException>(() => Trees with { CoresPerMachine = double.NaN });
        Assert.Throws<ArgumentOutOfRangeException>(() => Trees with { Utilisation = 110.Percent });
        Assert.Equal("machine name", Assert.Throws<ArgumentException>(() => Trees with { MachineName = "" }).ParamName);
        Assert.Equal("requests", Assert.Throws<ArgumentNullException>(() => Trees with { Requests = null! }).ParamName);
        Assert.Equal("CPU time per request", Assert.Throws<ArgumentNullException>(() => Trees with { CpuTimePerRequest = null! }).ParamName);
        Assert.Equal(1, (Trees with { CoresPerMachine = 1 }).CoresPerMachine.Value);
    }

    [Fact]
    public void Zones_carry_the_load_when_some_are_lost() // 2 covered machines over the 2 zones that remain: 1 in each of 3
    {
        CpuTier zoned = Trees with { Zones = 3, ZonesToSurvive = 1 };
        Assert.Equal(3, zoned.Machines.Value);
        Assert.Equal(6, (zoned with { Spare = 2 }).Machines.Value);
        Assert.Equal(6, (zoned with { MinimumMachines = 4 }).Machines.Value);
        Assert.Equal(3, (Trees with { Spare = 1 }).Machines.Value);
        Assert.Equal(2, (Trees with { Zones = 2 }).Machines.Value);
        Assert.Contains("3 of 3 zones may fail, which leaves none", Assert.Throws<EstimateException>(() => (zoned with { ZonesToSurvive = 3 }).Machines).Message, StringComparison.Ordinal);
        Assert.Contains("1 of 1 zones may fail", Assert.Throws<EstimateException>(() => (Trees with { ZonesToSurvive = 1 }).Machines).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Memory_decides_where_requests_hold_more_than_cores_compute() // 1.736M/s x 50 ms x 1 MB = 86.8 GB in 64 - 4 GB
    {
        CpuTier heavy = Trees with { MemoryPerMachine = 64.Gigabytes, ResidentMemory = 4.Gigabytes, MemoryPerRequest = 1.Megabytes, TimeInside = 50.Milliseconds };
        Assert.Equal(1.8083333333333333, heavy.MachinesNeeded.Value, 1e-9);
        Assert.Equal("cores", heavy.BoundBy);

        CpuTier slow = heavy with { TimeInside = 500.Milliseconds };
        Assert.Equal(868.0 / 60, slow.MachinesNeeded.Value, 1e-9);
        Assert.Equal("memory", slow.BoundBy);
        Finding finding = Assert.Single(slow.Findings);
        Assert.Equal((Severity.Note, FindingCodes.Consequence, "Memory decides: 14.5 machines hold what is inside, 1.81 would compute it; machines with more memory need fewer."), (finding.Severity, finding.Code, finding.Message));
        Assert.Equal("what every machine holds fills its memory; take a larger machine", Infeasibility.Reason((heavy with { ResidentMemory = 64.Gigabytes }).Machines.Node));
        Assert.Equal(1.8083333333333333, (Trees with { MemoryPerMachine = 64.Gigabytes, ResidentMemory = 4.Gigabytes }).MachinesNeeded.Value, 1e-9);
    }

    [Fact]
    public void Memory_that_is_half_told_is_a_contradiction()
    {
        Assert.Contains("give MemoryPerMachine with", Assert.Throws<EstimateException>(() => (Trees with { MemoryPerMachine = 1.Gigabytes }).Machines).Message, StringComparison.Ordinal);
        Assert.Contains("give MemoryPerMachine with", Assert.Throws<EstimateException>(() => (Trees with { ResidentMemory = 1.Gigabytes }).Machines).Message, StringComparison.Ordinal);
        Assert.Contains("follows from the TimeInside", Assert.Throws<EstimateException>(() => (Trees with { MemoryPerMachine = 1.Gigabytes, MemoryPerRequest = 1.Kilobytes }).Machines).Message, StringComparison.Ordinal);
        Refused("resident memory", "not be negative", () => Trees with { ResidentMemory = (-1).Bytes });
        Refused("memory per request", "not be negative", () => Trees with { MemoryPerRequest = (-1).Bytes });
        Refused("time inside", "above 0", () => Trees with { TimeInside = Duration.Zero });
        Refused("memory per machine", "above 0", () => Trees with { MemoryPerMachine = DataSize.Zero });
        Refused("spare machines", "whole number of at least 0", () => Trees with { Spare = -1 });
        Refused("zones", "whole number of at least 1", () => Trees with { Zones = 0 });
        Refused("zones to survive", "whole number of at least 0", () => Trees with { ZonesToSurvive = -1 });
    }

    [Fact]
    public void Every_input_changes_a_result() => Assert.Empty(EveryInput.WithoutEffect(
        () => Trees with
        {
            MachinePrice = 1.DollarsPerHour,
            CpuTimePerRequest = 10.Microseconds.To(200.Microseconds),
            Zones = 2,
            ResidentMemory = 1.Gigabytes,
            MemoryPerRequest = 200.Kilobytes,
            TimeInside = 1.Seconds,
            MemoryPerMachine = 64.Gigabytes,
        },
        new Dictionary<string, object>
        {
            ["Requests"] = Load.Of(1.PerSecond, 1e7.PerSecond, "requests"),
            ["CpuTimePerRequest"] = 30.Microseconds,
            ["CoresPerMachine"] = (Scalar)8,
            ["Utilisation"] = 50.Percent,
            ["MachinePrice"] = 2.DollarsPerHour,
            ["MachineName"] = "other machine",
            ["MinimumMachines"] = (Scalar)50,
            ["Confidence"] = 0.99,
            ["Zones"] = (Scalar)9,
            ["ZonesToSurvive"] = (Scalar)1,
            ["Spare"] = (Scalar)3,
            ["ResidentMemory"] = 60.Gigabytes,
            ["MemoryPerRequest"] = 1.Gigabytes,
            ["TimeInside"] = 1.Hours,
            ["MemoryPerMachine"] = 5.Gigabytes,
        }));

    private static void Refused(string parameter, string rule, Func<CpuTier> make)
    {
        ArgumentOutOfRangeException error = Assert.Throws<ArgumentOutOfRangeException>(make);
        Assert.Equal(parameter, error.ParamName);
        Assert.Contains(rule, error.Message, StringComparison.Ordinal);
    }
}
