namespace MlsdEstimator.Tests;

/// <summary>Queues over ranges: the results are quantities, and every reading works through them.</summary>
public class QueueGraphTests
{
    private static readonly Duration Service = ((15, 20, 30) * Duration.Millisecond).Named("service time");

    private static readonly Rate Arrivals = 450.PerSecond.Named("peak arrivals");

    private static readonly Queue Rankers = new() { Arrivals = Arrivals, Service = Service, Servers = 16 };

    private static readonly SimulationOptions Few = new() { Samples = 512 };

    [Fact]
    public void Percentile_of_a_range_is_a_range()
    {
        Estimate<Duration> tail = Rankers.ResponseAt(0.99).Simulate(Few);
        Queue fast = Rankers with { Service = 15.Milliseconds }, slow = Rankers with { Service = 30.Milliseconds };
        Assert.InRange(tail.Low.Milliseconds, 0.98 * fast.ResponseAt(0.99).Milliseconds, 1.02 * fast.ResponseAt(0.99).Milliseconds);
        Assert.InRange(tail.High.Milliseconds, 0.9 * slow.ResponseAt(0.99).Milliseconds, 1.1 * slow.ResponseAt(0.99).Milliseconds);
        Assert.Equal((Rankers with { Service = 20.Milliseconds }).ResponseAt(0.99).Seconds, Rankers.ResponseAt(0.99).Seconds);
    }

    /// <summary>14 servers are full from 31.1 ms on; the upper piece is best x (30/20)^(z / 1.645), so z = 1.645 x ln(31.1/20) / ln(1.5) = 1.79: 3.65 % of the draws.</summary>
    [Fact]
    public void Draws_beyond_capacity_are_saturated_and_counted()
    {
        Queue tight = Rankers with { Servers = 14 };
        Estimate<Duration> wait = tight.MeanWait.Simulate(new SimulationOptions { Samples = 4096 });
        Assert.Equal(0.0365, wait.ProbabilityInfeasible.Value, 0.002);
        Assert.Equal("saturated", wait.Quantile(0.99).ToString());
        Assert.True(wait.Quantile(0.9).IsFeasible);
        Finding finding = Assert.Single(tight.Findings, finding => finding.Code == FindingCodes.ShortfallPossible);
        Assert.Equal(Severity.Warning, finding.Severity);
        Assert.Contains("Saturated in 3.", finding.Message, StringComparison.Ordinal);
        Assert.DoesNotContain((Rankers with { Servers = 200 }).Findings, other => other.Code == FindingCodes.ShortfallPossible);
    }

    [Fact]
    public void Sensitivity_finds_the_service_time()
    {
        Sensitivity<Duration> first = Rankers.ResponseAt(0.99).Sensitivities()[0];
        Assert.Equal("service time", first.Input.Name);
        Assert.InRange(first.Elasticity, 1, 1.05);
        Assert.Equal((Rankers with { Service = 30.Milliseconds }).ResponseAt(0.99).Seconds, first.AtHigh.Seconds, 1e-9);
    }

    /// <summary>The arrivals at which the p99 is 100 ms put it back to 100 ms.</summary>
    [Fact]
    public void Goal_seek_finds_the_load_of_a_percentile()
    {
        Duration target = 100.Milliseconds;
        Rate most = Rankers.ResponseAt(0.99).SolveFor(Arrivals, target).Value;
        Assert.InRange(most.PerSecond, 450, 800);
        Assert.Equal(100, (Rankers with { Arrivals = most }).ResponseAt(0.99).Milliseconds, 1e-6);
    }

    [Fact]
    public void Goal_seek_finds_parts_of_a_server()
    {
        Scalar servers = ((Scalar)16).Named("servers");
        Scalar least = (Rankers with { Servers = servers }).MeanWait.SolveFor(servers, 1.Milliseconds).Value;
        Assert.Equal(1, (Rankers with { Servers = least }).MeanWait.Milliseconds, 1e-6);
        Scalar users = ((Scalar)100).Named("users");
        var closed = new ClosedSystem { Users = users, Think = 1.Seconds, Service = 100.Milliseconds, Servers = 16 };
        Scalar most = closed.MeanResponse.SolveFor(users, 200.Milliseconds).Value;
        Assert.Equal(200, (closed with { Users = most }).MeanResponse.Milliseconds, 1e-4);
    }

    [Fact]
    public void Every_kernel_simulates_through_ranges()
    {
        Scalar load = (0.8, 1, 1.2);
        Rate rate = (80, 100, 120) * Rate.FromPerSecond(1);
        IQuantity[] results =
        [
            Erlang.B(load, 3), Erlang.C(load, 3), Erlang.ServersFor(load, 2.Percent), SquareRootStaffing.BetaFor(Fraction.FromRatio(0.2)),
            new FiniteQueue { Arrivals = rate, Service = 10.Milliseconds, Servers = 1, Places = 10 }.MeanResponse,
            new ImpatientQueue { Arrivals = rate, Service = 10.Milliseconds, Servers = 1, Patience = 50.Milliseconds }.GaveUp,
            new ClosedSystem { Users = load * 100, Think = 1.Seconds, Service = 10.Milliseconds, Servers = 1 }.MeanResponse,
            new ClosedNetwork { Users = load * 100, Think = 1.Seconds, Demands = [10.Milliseconds] }.Throughput,
            new GreedyBatching { Arrivals = rate, PerItem = 1.Milliseconds, PerBatch = 4.Milliseconds, MostPerBatch = 8 }.MeanResponse,
            new GreedyBatching { Arrivals = rate, PerItem = 1.Milliseconds, PerBatch = 4.Milliseconds }.MeanResponse,
            new TimedBatching { Arrivals = rate, Delay = 5.Milliseconds, MostPerBatch = 8, PerItem = 1.Milliseconds, PerBatch = 1.Milliseconds, Instances = 4 }.MeanResponse,
            new PriorityQueue { Classes = [new("a", rate, 1.Milliseconds, 1), new("b", rate, 2.Milliseconds, 1)] }.Waits[1],
            new PoissonBurst { Arrivals = rate }.At(0.99),
            new DailyWave { Amplitude = (0.3, 0.7) }.ShareAbove(1.2),
            new Staffing { Arrivals = rate, Service = 10.Milliseconds, Target = ServiceLevel.Response(0.99, 60.Milliseconds) }.Needed,
        ];
        Simulation run = Simulation.Run([.. results], Few);
        Assert.All(results, result => Assert.True(result.IsFeasible, result.Name));
        Assert.All(results.OfType<Duration>(), time => Assert.True(run.Of(time).Quantile(0.9).Seconds > run.Of(time).Quantile(0.1).Seconds));
        Assert.All(results.OfType<Fraction>(), part => Assert.True(run.Of(part).Quantile(0.9).Value > run.Of(part).Quantile(0.1).Value));
    }

    /// <summary>Equal functions of equal inputs are one node: reading a percentile twice costs one evaluation.</summary>
    [Fact]
    public void Equal_questions_are_one_node()
    {
        Duration once = Rankers.ResponseAt(0.99), again = (Rankers with { Title = "other" }).ResponseAt(0.99);
        Assert.Equal(0, (once - again).Simulate(Few).High.Seconds);
    }

    [Fact]
    public void Derivation_names_the_formula()
    {
        string text = Rankers.MeanWait.Explain().ToString();
        Assert.Contains("Erlang C", text, StringComparison.Ordinal);
        Assert.Contains("service time", text, StringComparison.Ordinal);
    }
}
