using FsCheck;
using FsCheck.Fluent;

namespace MlsdEstimator.Tests;

/// <summary>Expected: closed forms by hand and in mpmath.</summary>
public class StreamPipelineTests
{
    private static readonly Load Records = Load.Of(10_000.PerSecond, 20_000.PerSecond, "records");

    private static readonly MicroBatch Updates = new() { Records = Records, FixedTime = 0.5.Seconds, TimePerRecord = 40.Microseconds };

    private static readonly CatchUp Outage = new() { Records = Records, Outage = 2.Hours, Capacity = 15_000.PerSecond, LogRetention = 7.Days };

    private static readonly LambdaPipeline Lambda = new()
    {
        Records = Records, History = 30.Days, BatchPerWorker = 50_000.PerSecond, StreamPerWorker = 5_000.PerSecond, Interval = 1.Days, Window = 4.Hours,
    };

    private static readonly KappaPipeline Kappa = new() { Records = Records, History = 30.Days, PerWorker = 5_000.PerSecond, ReplayWindow = 12.Hours, Replays = 1.PerMonth };

    [Fact]
    public void Window_waits_for_its_end_and_for_late_events()
    {
        var window = new EventWindow { Window = 1.Minutes, Lateness = 10.Seconds, Arrival = LatencyProfile.Exponential(5.Seconds) };
        Assert.Equal((40, 70), (window.MeanDelay.Seconds, window.MostDelay.Seconds));
        Assert.Equal(Math.Exp(-2), window.Late!.Value, 1e-9);
        Assert.Equal(["window delay, mean", "window delay, most", "events after the watermark, at most"], window.Results.Select(result => result.Name));
        Assert.Equal(2, (window with { Arrival = null }).Results.Count);
        Refused.Range("window", "above 0", () => window with { Window = Duration.Zero });
        Refused.Range("allowed lateness", "not be negative", () => window with { Lateness = -1.Seconds });
        Assert.Empty(EveryInput.WithoutEffect(() => window with { }, new Dictionary<string, object> { ["Window"] = 2.Minutes, ["Lateness"] = 3.Seconds, ["Arrival"] = LatencyProfile.Exponential(9.Seconds) }));
    }

    [Fact]
    public void Micro_batches_keep_up_from_the_least_interval_on()
    {
        Assert.Equal(0.8, Updates.Utilisation.Value, 1e-12);
        Assert.Equal(2.5, Updates.LeastInterval.Seconds, 1e-12);
        Assert.Equal(2.5, Updates.BatchTime.Seconds, 1e-12);
        Assert.Equal(3.75, Updates.Freshness.Seconds, 1e-12);
        Assert.Equal(5, Updates.MostFreshness.Seconds, 1e-12);
        MicroBatch slow = Updates with { Interval = 10.Seconds };
        Assert.Equal((8.5, 13.5, 18.5), (slow.BatchTime.Seconds, slow.Freshness.Seconds, slow.MostFreshness.Seconds));
        Assert.Empty(slow.Findings);
        Assert.Empty(Updates.Findings);
        Assert.Equal(["utilisation by records", "least batch interval", "batch time", "micro-batch freshness, mean", "micro-batch freshness, most"], Updates.Results.Select(result => result.Name));
    }

    [Fact]
    public void Micro_batches_that_cannot_keep_up_are_infeasible()
    {
        MicroBatch hasty = Updates with { Interval = 2.Seconds };
        Assert.False(hasty.Freshness.IsFeasible);
        Assert.Equal(new Finding(Severity.Error, "MLSD009", "Batches of 2 s take longer than that: the lag grows. The least interval is 2.5 s.", hasty.BatchTime), Assert.Single(hasty.Findings));
        MicroBatch drowned = Updates with { TimePerRecord = 51.Microseconds };
        Assert.False(drowned.LeastInterval.IsFeasible);
        Assert.Equal(new Finding(Severity.Error, "MLSD009", "Records take 1.02 times the time there is: no interval keeps up. Add cores, or make records cheaper.", drowned.LeastInterval), Assert.Single(drowned.Findings));
        Refused.Null("records", () => Updates with { Records = null! });
        Refused.Range("fixed time of a batch", "not be negative", () => Updates with { FixedTime = -1.Seconds });
        Refused.Range("time per record", "above 0", () => Updates with { TimePerRecord = Duration.Zero });
        Refused.Range("batch interval", "above 0", () => Updates with { Interval = Duration.Zero });
        Assert.Empty(EveryInput.WithoutEffect(() => Updates with { }, new Dictionary<string, object>
        {
            ["Records"] = Load.Of(1.PerSecond, 1.PerSecond, "records"), ["FixedTime"] = 1.Seconds, ["TimePerRecord"] = 1.Microseconds, ["Interval"] = 9.Seconds,
        }));
    }

    [Fact]
    public void Outage_takes_longer_than_it_lasts()
    {
        Assert.Equal(72e6, Outage.Waiting.Value, 1e-3);
        Assert.Equal(4, Outage.DrainTime.Hours, 1e-9);
        Assert.Equal(6, Outage.Late.Hours, 1e-9);
        Assert.Equal(0, Outage.Lost.Value);
        Assert.Contains(Aspect.Counts("records"), Outage.Waiting.Aspects);
        Assert.Empty(Outage.Findings);
        Assert.Equal(["backlog after the outage", "records lost", "time to catch up", "time with late results"], Outage.Results.Select(result => result.Name));
    }

    [Fact]
    public void Records_beyond_the_retention_are_lost()
    {
        CatchUp lost = Outage with { LogRetention = 1.Hours };
        Assert.Equal((36e6, 36e6), (lost.Waiting.Value, lost.Lost.Value));
        Assert.Equal(
            new Finding(Severity.Error, "MLSD032", "The log keeps 1 h, the outage lasts 2 h: 36 M records are lost. Keep the log for longer than outage and repair.", lost.Lost),
            Assert.Single(lost.Findings));
        Assert.Empty((Outage with { LogRetention = 2.Hours }).Findings);
        Finding never = Assert.Single((Outage with { Capacity = 10_000.PerSecond }).Findings);
        Assert.Contains("The backlog never drains", never.Message, StringComparison.Ordinal);
        Rate peak = 10.PerSecond.Marked(Aspect.Peak);
        Assert.Equal("The backlog is computed from a peak rate of 10 /s; give the load its average.", Assert.Single((Outage with { Records = Load.Of(peak, peak, "records") }).Findings).Message);
        Refused.Null("records", () => Outage with { Records = null! });
        Refused.Range("outage", "not be negative", () => Outage with { Outage = -1.Hours });
        Refused.Range("consumer capacity", "above 0", () => Outage with { Capacity = Rate.Zero });
        Refused.Range("log retention", "above 0", () => Outage with { LogRetention = Duration.Zero });
        Assert.Empty(EveryInput.WithoutEffect(() => Outage with { }, new Dictionary<string, object>
        {
            ["Records"] = Load.Of(1.PerSecond, 1.PerSecond, "records"), ["Outage"] = 1.Hours, ["Capacity"] = 11_000.PerSecond, ["LogRetention"] = 1.Hours,
        }));
    }

    [Fact]
    public void Lambda_pays_for_both_layers()
    {
        Assert.Equal(36, Lambda.BatchWorkers.Value); // 25.92 bn records / (50,000 x 14,400)
        Assert.Equal(4, Lambda.StreamWorkers.Value);
        Assert.Equal(36 * 4 + 4 * 24, Lambda.WorkPerDay.Hours, 1e-9);
        Assert.Equal(288 + 96, (Lambda with { Interval = 12.Hours }).WorkPerDay.Hours, 1e-9);
        Assert.Equal(28, Lambda.Bridged.Hours, 1e-9);
        Assert.Equal(["batch workers", "stream workers", "worker time per day", "time bridged by the speed layer"], Lambda.Results.Select(result => result.Name));
        Refused.Contradiction("a batch has 4 h, but the next one starts after 3 h", () => (Lambda with { Interval = 3.Hours }).Bridged);
        Refused.Null("records", () => Lambda with { Records = null! });
        Refused.Range("history", "above 0", () => Lambda with { History = Duration.Zero });
        Refused.Range("records per batch worker", "above 0", () => Lambda with { BatchPerWorker = Rate.Zero });
        Refused.Range("records per stream worker", "above 0", () => Lambda with { StreamPerWorker = Rate.Zero });
        Refused.Range("batch interval", "above 0", () => Lambda with { Interval = Duration.Zero });
        Refused.Range("batch window", "above 0", () => Lambda with { Window = Duration.Zero });
        Assert.Empty(EveryInput.WithoutEffect(() => Lambda with { }, new Dictionary<string, object>
        {
            ["Records"] = Load.Of(1.PerSecond, 1.PerSecond, "records"), ["History"] = 1.Days, ["BatchPerWorker"] = 7.PerSecond, ["StreamPerWorker"] = 7.PerSecond, ["Interval"] = 7.Hours, ["Window"] = 7.Hours,
        }));
    }

    [Fact]
    public void Kappa_replays_beside_the_live_stream()
    {
        Assert.Equal(4, Kappa.LiveWorkers.Value);
        Assert.Equal(122, Kappa.ReplayWorkers.Value); // 600,000/s of history and 10,000/s of new records
        Assert.Equal(96 + 122 * 12 * 24 / 730.0, Kappa.WorkPerDay.Hours, 1e-9);
        Assert.Equal(["live workers", "replay workers", "worker time per day"], Kappa.Results.Select(result => result.Name));
        Refused.Null("records", () => Kappa with { Records = null! });
        Refused.Range("history", "above 0", () => Kappa with { History = Duration.Zero });
        Refused.Range("records per worker", "above 0", () => Kappa with { PerWorker = Rate.Zero });
        Refused.Range("replay window", "above 0", () => Kappa with { ReplayWindow = Duration.Zero });
        Refused.Range("replays", "not be negative", () => Kappa with { Replays = (-1).PerMonth });
        Assert.Empty(EveryInput.WithoutEffect(() => Kappa with { }, new Dictionary<string, object>
        {
            ["Records"] = Load.Of(1.PerSecond, 1.PerSecond, "records"), ["History"] = 1.Days, ["PerWorker"] = 7.PerSecond, ["ReplayWindow"] = 7.Hours, ["Replays"] = 7.PerDay,
        }));
    }

    [Fact]
    public void Longer_interval_is_never_fresher_for_any_stable_stream() =>
        Prop.ForAll(Arb.From(from use in Gen.Choose(1, 99) from factor in AnyPositive.Decades(0, 2) select (use, factor)), drawn =>
        {
            MicroBatch stream = Updates with { TimePerRecord = (drawn.use / 100.0 / 20_000).Seconds };
            MicroBatch longer = stream with { Interval = stream.LeastInterval * (drawn.factor * 1.000001) };
            return longer.Freshness.Seconds >= stream.Freshness.Seconds;
        }).Check(AnyPositive.Laws);
}
