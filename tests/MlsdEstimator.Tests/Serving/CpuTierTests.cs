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
        Refused("core utilisation", "below 100 %", () => Trees with { Utilisation = Fraction.One });
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
    public void Every_input_changes_a_result() => Assert.Empty(EveryInput.WithoutEffect(
        () => Trees with { MachinePrice = 1.DollarsPerHour, CpuTimePerRequest = 10.Microseconds.To(200.Microseconds) },
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
        }));

    private static void Refused(string parameter, string rule, Func<CpuTier> make)
    {
        ArgumentOutOfRangeException error = Assert.Throws<ArgumentOutOfRangeException>(make);
        Assert.Equal(parameter, error.ParamName);
        Assert.Contains(rule, error.Message, StringComparison.Ordinal);
    }
}
