namespace MlsdEstimator.Tests;

/// <summary>Expected: the worked example of "How to size your Apache Flink cluster" (Metzger, 2017), which prints 760 MB/s out of 1,250.</summary>
public class WindowStateTests
{
    private static readonly WindowState Counts = new()
    {
        Events = Load.Of(600_000.PerSecond, 1e6.PerSecond, "events"), EventSize = 2.Kilobytes, Keys = 500.Million, BytesPerKey = 40.Bytes,
        Window = 5.Minutes, Slide = 1.Minutes, Machines = 5, CheckpointInterval = 1.Minutes,
    };

    [Fact]
    public void Published_example_is_reproduced()
    {
        Assert.Equal(5, Counts.Panes.Value);
        Assert.Equal(20e9, Counts.PerMachine.Bytes);
        Assert.Equal(100e9, Counts.Total.Bytes);
        Assert.Equal(400, Counts.In.MegabytesPerSecond, 1e-9);
        Assert.Equal(320, Counts.Shuffle.MegabytesPerSecond, 1e-9);
        Assert.Equal(66.666666666666667, Counts.Emit.MegabytesPerSecond, 1e-9);
        Assert.Equal(40, Counts.StateAccess.MegabytesPerSecond, 1e-9);
        Assert.Equal(333.333333333333333, Counts.Checkpoint.MegabytesPerSecond, 1e-9);
        Assert.Equal(760, Counts.Out.MegabytesPerSecond, 1e-9);
        Assert.Empty(Counts.Findings);
    }

    [Fact]
    public void Job_without_state_only_shuffles()
    {
        WindowState filter = Counts with { BytesPerKey = DataSize.Zero };
        Assert.Equal((0.0, 0.0, 0.0, 0.0), (filter.PerMachine.Bytes, filter.Emit.BytesPerSecond, filter.StateAccess.BytesPerSecond, filter.Checkpoint.BytesPerSecond));
        Assert.Equal(320, filter.Out.MegabytesPerSecond, 1e-9);
    }

    /// <summary>760 without the 333.33 of checkpoints; without events 400 of 66.67 + 333.33; without keys 320 + 40.</summary>
    [Fact]
    public void Flows_that_do_not_flow_are_nothing()
    {
        Assert.Equal(426.666666666666667, (Counts with { CheckpointInterval = null }).Out.MegabytesPerSecond, 1e-9);
        Assert.Equal(400, (Counts with { Events = Load.Of(Rate.Zero, Rate.Zero, "events") }).Out.MegabytesPerSecond, 1e-9);
        Assert.Equal(360, (Counts with { Keys = 0 }).Out.MegabytesPerSecond, 1e-9);
    }

    [Fact]
    public void State_on_disk_has_the_levels_of_its_store()
    {
        Assert.Equal(1.1, Counts.SpaceAmplification.Value, 1e-15);
        Assert.Equal(22, Counts.DiskPerMachine.Gigabytes, 1e-9);
        Assert.Equal(2, (Counts with { LevelFanOut = 1 }).SpaceAmplification.Value);
    }

    [Fact]
    public void Network_of_a_machine_is_judged()
    {
        WindowState fits = Counts with { MachineNetwork = 10.GigabitsPerSecond };
        Assert.Equal(0.608, fits.NetworkUse!.Value, 1e-12);
        Assert.Empty(fits.Findings);
        WindowState narrow = Counts with { MachineNetwork = 750.MegabytesPerSecond };
        Assert.Equal(
            new Finding(Severity.Error, "MLSD009", "Each machine must send 760 MB/s, more than its network of 750 MB/s: add machines, or take incremental checkpoints less often.", narrow.Out),
            Assert.Single(narrow.Findings));
        Assert.Null(Counts.NetworkUse);
        Assert.Equal(
            ["panes held", "window state per machine", "window state", "space amplification", "state on disk per machine", "stream in per machine", "shuffle per machine", "window results per machine", "state access per machine", "checkpoint per machine", "stream out per machine", "network use per machine"],
            fits.Results.Select(result => result.Name));
    }

    [Fact]
    public void Overlapping_windows_hold_a_key_several_times()
    {
        Assert.Equal(1, (Counts with { Slide = 5.Minutes }).Panes.Value);
        Assert.Equal(3, (Counts with { Slide = 2.Minutes }).Panes.Value);
        Refused.Contradiction("the slide of 6 min is longer than the window of 5 min", () => (Counts with { Slide = 6.Minutes }).Out);
    }

    [Fact]
    public void One_machine_shuffles_nothing() => Assert.Equal(0, (Counts with { Machines = 1 }).Shuffle.BytesPerSecond);

    [Fact]
    public void Inputs_out_of_range_are_refused_by_name()
    {
        Refused.Null("events", () => Counts with { Events = null! });
        Refused.Range("event size", "above 0", () => Counts with { EventSize = 0.Bytes });
        Refused.Range("keys", "not be negative", () => Counts with { Keys = -1 });
        Refused.Range("state per key", "not be negative", () => Counts with { BytesPerKey = (-1).Bytes });
        Refused.Range("window", "above 0", () => Counts with { Window = Duration.Zero });
        Refused.Range("slide", "above 0", () => Counts with { Slide = Duration.Zero });
        Refused.Range("machines", "at least 1", () => Counts with { Machines = 0 });
        Refused.Range("checkpoint interval", "above 0", () => Counts with { CheckpointInterval = Duration.Zero });
        Refused.Range("level fan-out", "at least 1", () => Counts with { LevelFanOut = 0.9 });
        Refused.Range("machine network", "above 0", () => Counts with { MachineNetwork = 0.MegabytesPerSecond });
    }

    [Fact]
    public void Every_input_changes_a_result() => Assert.Empty(EveryInput.WithoutEffect(() => Counts with { }, new Dictionary<string, object>
    {
        ["Events"] = Load.Of(1.PerSecond, 2.PerSecond, "events"), ["EventSize"] = 1.Bytes, ["Keys"] = (Scalar)7, ["BytesPerKey"] = 1.Bytes, ["Window"] = 9.Minutes, ["Slide"] = 2.Minutes,
        ["Machines"] = (Scalar)7, ["CheckpointInterval"] = 1.Hours, ["LevelFanOut"] = (Scalar)5, ["MachineNetwork"] = 1.GigabitsPerSecond,
    }));
}
