namespace MlsdEstimator.Tests;

public class SharedServerTests
{
    private static readonly SharedProcessor Gpu = new() { Arrivals = 70.PerSecond, Service = 10.Milliseconds };

    private static readonly PriorityClass Fast = new("fast", 30.PerSecond, 10.Milliseconds, 0), Middle = new("middle", 10.PerSecond, 20.Milliseconds, 1), Slow = new("slow", 5.PerSecond, 40.Milliseconds, 4);

    private static readonly PriorityQueue Three = new() { Classes = [Fast, Middle, Slow] };

    [Fact]
    public void Shared_processor_stretches_every_job_alike()
    {
        Assert.Equal(33.3333333333, Gpu.MeanResponse.Milliseconds, 1e-9); // 10 / 0.3
        Assert.Equal(3.33333333333, Gpu.Slowdown.Value, 1e-10);
        Assert.Equal(500, Gpu.ResponseOf(150.Milliseconds).Milliseconds, 1e-9);
        Assert.Equal(0.7, Gpu.Utilisation.Value, 1e-12);
        Assert.True(Gpu.Servers.IsDefault);
        Assert.Equal(1.2045900754, new SharedProcessor { Arrivals = 8.PerSecond, Service = 1.Seconds, Servers = 10 }.MeanResponse.Seconds, 1e-9);
        Assert.Equal(["utilisation", "mean response", "slowdown"], Gpu.Results.Select(result => result.Name));
        Assert.Empty(Gpu.Findings);
        Assert.Empty((Gpu with { Arrivals = 90.PerSecond }).Findings);
    }

    [Fact]
    public void Shared_processor_is_saturated_at_capacity()
    {
        SharedProcessor full = Gpu with { Arrivals = 100.PerSecond };
        Assert.Equal("saturated", full.ResponseOf(1.Seconds).ToString());
        Assert.Equal(Severity.Error, Assert.Single(full.Findings).Severity);
        Assert.Throws<ArgumentOutOfRangeException>(() => Gpu.ResponseOf((-1).Seconds));
        Assert.Throws<ArgumentOutOfRangeException>(() => Gpu with { Arrivals = (-1).PerSecond });
        Assert.Throws<ArgumentOutOfRangeException>(() => Gpu with { Service = Duration.Zero });
        Assert.Throws<ArgumentOutOfRangeException>(() => Gpu with { Servers = 0 });
    }

    /// <summary>Cobham's formula in mpmath.</summary>
    [Fact]
    public void Three_classes_wait_by_rank()
    {
        double[] expected = [0.0364285714285714, 0.0728571428571429, 0.17];
        Assert.All(Three.Waits.Zip(expected), pair => Assert.Equal(pair.Second, pair.First.Seconds, 1e-13));
        Assert.Equal([0.046428571428571, 0.092857142857143, 0.21], Three.Responses.Select(time => Math.Round(time.Seconds, 15)));
        Assert.Equal(0.7, Three.OfferedLoad.Value, 1e-12);
        Assert.Equal(["offered load", "mean wait of fast", "mean wait of middle", "mean wait of slow", "mean response of fast", "mean response of middle", "mean response of slow"], Three.Results.Select(result => result.Name));
        Assert.Empty(Three.Findings);
    }

    /// <summary>Response - service of the preemptive formula in mpmath; the first class does not see the others.</summary>
    [Fact]
    public void Interrupting_classes_see_only_those_above()
    {
        PriorityQueue interrupting = Three with { Rule = PriorityRule.PreemptiveResume };
        double[] expected = [0.00214285714285714, 0.0242857142857143, 0.21];
        Assert.All(interrupting.Waits.Zip(expected), pair => Assert.Equal(pair.Second, pair.First.Seconds, 1e-13));
        Assert.Equal(Three.Waits[0].Seconds, (Three with { Rule = PriorityRule.NonPreemptive }).Waits[0].Seconds);
    }

    /// <summary>By hand: the low class holds the server whenever the high one leaves it, 0.7 x 40 ms of remaining service: (0.3 x 10 + 0.7 x 40) / 0.7 ms.</summary>
    [Fact]
    public void Class_above_a_saturated_one_stays_finite()
    {
        var queue = new PriorityQueue { Classes = [new("high", 30.PerSecond, 10.Milliseconds, 1), new("low", 30.PerSecond, 40.Milliseconds, 1), new("idle", 1.PerSecond, 1.Milliseconds, 1)] };
        Assert.Equal(44.2857142857, queue.Waits[0].Milliseconds, 1e-9);
        Assert.Equal(["saturated", "saturated"], queue.Waits.Skip(1).Select(wait => wait.ToString()));
        Finding finding = Assert.Single(queue.Findings);
        Assert.Equal((Severity.Error, FindingCodes.Infeasible), (finding.Severity, finding.Code));
        Assert.Contains("Saturated from class 'low' on: it and the classes above it ask for 1.5 times the server", finding.Message, StringComparison.Ordinal);
        Assert.Equal(4.2857142857, (queue with { Rule = PriorityRule.PreemptiveResume }).Waits[0].Milliseconds, 1e-9); // 0.3 x 10 / 0.7
    }

    [Fact]
    public void Exactly_full_is_saturated() =>
        Assert.False(new PriorityQueue { Classes = [new("all", 100.PerSecond, 10.Milliseconds, 1)] }.Waits[0].IsFeasible);

    [Fact]
    public void Bad_classes_are_refused_by_name()
    {
        Assert.Contains("'arrivals of a'", Assert.Throws<ArgumentOutOfRangeException>(() => new PriorityClass("a", (-1).PerSecond, 1.Seconds, 1)).Message, StringComparison.Ordinal);
        Assert.Contains("'service time of a'", Assert.Throws<ArgumentOutOfRangeException>(() => new PriorityClass("a", 1.PerSecond, Duration.Zero, 1)).Message, StringComparison.Ordinal);
        Assert.Contains("'scv of service of a'", Assert.Throws<ArgumentOutOfRangeException>(() => new PriorityClass("a", 1.PerSecond, 1.Seconds, -1)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => new PriorityClass(" ", 1.PerSecond, 1.Seconds, 1));
        Assert.Contains("'classes' is empty", Assert.Throws<ArgumentException>(() => Three with { Classes = [] }).Message, StringComparison.Ordinal);
        Assert.Contains("holds a null", Assert.Throws<ArgumentException>(() => Three with { Classes = [Fast, null!] }).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentNullException>(() => Three with { Classes = null! });
        Assert.Throws<ArgumentOutOfRangeException>(() => Three with { Rule = (PriorityRule)7 });
    }
}
