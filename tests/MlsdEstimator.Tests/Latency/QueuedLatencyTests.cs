namespace MlsdEstimator.Tests;

/// <summary>Services with a queue before them. M/M/c values: SciPy and R queueing (formula_vectors q.mmc and q.gg); others from the closed forms of M/M/1.</summary>
public class QueuedLatencyTests
{
    private static readonly LatencyProfile Exponential = LatencyProfile.Exponential(1.Seconds);

    [Fact]
    public void Exponential_service_answers_as_mmc()
    {
        QueuedLatency queued = Exponential.WithQueue(8.PerSecond, servers: 10);
        Close(0.9121446106, queued.P50, 5e-3);
        Close(4.946111328, queued.P99, 5e-3);
        Close(1.204590075, queued.Mean, 1e-9);
        Assert.Equal(0.4091801508, queued.Queue.WaitProbability.Value, 1e-9);
        Assert.True(queued.IncludesWaiting);
        Assert.Equal(8.PerSecond, queued.MeasuredAt);
        Assert.Same(Exponential, queued.Service);
        Assert.DoesNotContain(queued.Findings, finding => finding.Severity > Severity.Note);
    }

    /// <summary>Allen and Cunneen with scv 0.25, 8 erlangs on 10 servers: a mean wait of 0.1278687971 s, on top of the service.</summary>
    [Fact]
    public void Variance_of_the_service_decides_the_wait()
    {
        LatencyProfile steady = LatencyProfile.FromDistribution(new MathNet.Numerics.Distributions.Gamma(4, 4), Duration.Second);
        QueuedLatency queued = steady.WithQueue(8.PerSecond, servers: 10);
        Close(0.1278687971, queued.Queue.MeanWait, 1e-7);
        Close(1.1278687971, queued.Mean, 1e-7);
    }

    /// <summary>M/D/1 at half load waits half a service time on average; M/M/1 would wait a whole one.</summary>
    [Fact]
    public void Model_that_is_named_is_the_one_that_is_used()
    {
        LatencyProfile fixedShape = LatencyProfile.Constant(10.Milliseconds);
        Close(0.015, fixedShape.WithQueue(50.PerSecond, 1, QueueModel.MD1).Mean, 1e-9);
        Close(0.020, fixedShape.WithQueue(50.PerSecond, 1, QueueModel.MM1).Mean, 1e-9);
        Close(0.015, fixedShape.WithQueue(50.PerSecond, 1).Mean, 1e-9);
        Close(0.020, fixedShape.WithQueue(50.PerSecond, 1, QueueModel.MM1).WithServers(1).Mean, 1e-9);
    }

    [Fact]
    public void Those_who_wait_are_told_apart_from_all()
    {
        var queue = new Queue { Arrivals = 8.PerSecond, Service = 1.Seconds, Servers = 10 };
        Close(0.5, queue.MeanWaitOfThoseWhoWait, 1e-12);
        Close(40e-3, (queue with { Arrivals = 75.PerSecond, Service = 10.Milliseconds, Servers = 1, Model = QueueModel.MM1 }).MeanWaitOfThoseWhoWait, 1e-12);
        Queue sakasegawa = queue with { Model = QueueModel.Sakasegawa(1, 0.25) };
        Close(0.1371550436 / 0.4091801508, sakasegawa.MeanWaitOfThoseWhoWait, 1e-8);
    }

    /// <summary>Exponential: p50 = mean x ln 2.</summary>
    [Fact]
    public void No_load_waits_not_at_all()
    {
        QueuedLatency idle = LatencyProfile.Exponential(1.Milliseconds).WithQueue(Rate.Zero, 1);
        Close(1e-3 * Math.Log(2), idle.P50, 1e-9);
        Assert.Equal(0, idle.Queue.MeanWait.Seconds);
        Assert.Equal("arrivals", Assert.Throws<ArgumentOutOfRangeException>(() => idle.Service.WithQueue((-1).PerSecond, 1)).ParamName);
    }

    /// <summary>1e-9 erlangs on 60 servers wait with a probability below the least double: the law has a number all the same.</summary>
    [Fact]
    public void Next_to_no_load_waits_next_to_never()
    {
        QueuedLatency queued = LatencyProfile.Exponential(1.Milliseconds).WithQueue(1e-6.PerSecond, 60);
        Assert.Equal(0, queued.Queue.WaitProbability.Value);
        Close(1e-3 * Math.Log(2), queued.P50, 5e-3);
    }

    [Fact]
    public void Paced_arrivals_of_equal_work_wait_not_at_all()
    {
        LatencyProfile work = LatencyProfile.Constant(10.Milliseconds);
        Assert.Equal(0.01, work.WithQueue(90.PerSecond, 1, QueueModel.AllenCunneen(0, 0)).P99.Seconds, 1e-12);
        Assert.False(work.WithQueue(110.PerSecond, 1, QueueModel.AllenCunneen(0, 0)).P99.IsFeasible);
    }

    [Theory]
    [InlineData(10)]
    [InlineData(10.1)]
    public void At_or_above_capacity_there_is_a_finding_and_no_number(double arrivals)
    {
        QueuedLatency full = Exponential.WithQueue(arrivals.PerSecond, servers: 10);
        Assert.All(new IQuantity[] { full.P50, full.P99, full.Mean, full.Within(1.Hours), full.FanOut(3).P50 }, reading => Assert.False(reading.IsFeasible));
        Assert.Equal("saturated", full.P99.ToString());
        Finding finding = Assert.Single(full.Findings);
        Assert.Equal((Severity.Error, FindingCodes.Infeasible), (finding.Severity, finding.Code));
        Assert.Contains("at least 11 servers are needed", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Path_names_the_stage_that_is_full()
    {
        LatencyPath path = Path(Exponential.WithQueue(12.PerSecond, servers: 10).Then(LatencyProfile.Constant(1.Seconds)));
        Assert.False(path.P99.IsFeasible);
        Assert.StartsWith("'rank': Saturated: 10 x 1 s carry", Assert.Single(path.Findings).Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Path(Exponential.WithQueue(2.PerSecond, servers: 10)).Findings, finding => finding.Message.StartsWith("'rank'", StringComparison.Ordinal));
        Assert.Contains(Path(Exponential.WithQueue(0.9.PerSecond, servers: 1)).Findings, finding => finding.Message.Contains("past the knee", StringComparison.Ordinal));
    }

    /// <summary>Draws of the load in which the queue is full have no latency.</summary>
    [Fact]
    public void Load_that_may_exceed_the_capacity_says_so()
    {
        QueuedLatency queued = Exponential.WithQueue((6, 8, 11) * 1.PerSecond, servers: 10);
        Assert.True(queued.P99.IsFeasible);
        Assert.Contains(queued.Findings, finding => finding.Code == FindingCodes.ShortfallPossible);
        Assert.InRange(queued.P99.Simulate().ProbabilityInfeasible.Value, 0.001, 0.3);
    }

    [Fact]
    public void Queued_profile_is_not_queued_again()
    {
        QueuedLatency queued = Exponential.WithQueue(8.PerSecond, servers: 10);
        Assert.Contains("already includes waiting", Assert.Throws<EstimateException>(() => queued.WithQueue(8.PerSecond, 10)).Message, StringComparison.Ordinal);
        Assert.Throws<EstimateException>(() => queued.FanOut(3).WithQueue(8.PerSecond, 10));
        Assert.Throws<EstimateException>(() => Exponential.MeasuredUnder(3.PerSecond).WithQueue(8.PerSecond, 10));
        Assert.Throws<EstimateException>(() => Exponential.WithQueue(8.PerSecond, 10, QueueModel.MM1));
        Assert.Equal("arrivals", Assert.Throws<ArgumentOutOfRangeException>(() => Exponential.WithQueue((-1).PerSecond, 10)).ParamName);
        Assert.Equal("servers", Assert.Throws<ArgumentOutOfRangeException>(() => Exponential.WithQueue(1.PerSecond, 0)).ParamName);
    }

    [Fact]
    public void Queues_are_known_through_compositions()
    {
        QueuedLatency one = Exponential.WithQueue(8.PerSecond, servers: 10), other = Exponential.WithQueue(3.PerSecond, servers: 4);
        Assert.Empty(Exponential.Queues);
        Assert.Equal([one.Queue], one.Hedged(1.Seconds).Queues);
        Assert.Equal([one.Queue, other.Queue], one.Then(other).Then(one).FanOut(4).Queues);
        Assert.Null(one.Then(other).MeasuredAt);
        Assert.Equal(8.PerSecond, one.Then(one).MeasuredAt);
        Assert.Equal([one.Queue], one.MeasuredUnder(9.PerSecond).Queues);
    }

    /// <summary>M/M/1 at 75/s: 40 ms. Four servers: the mean of M/M/4 at 0.75 erlangs is 10.0236 ms (C = 0.0076617480).</summary>
    [Fact]
    public void More_replicas_shorten_the_wait_of_a_known_queue()
    {
        LatencyPath crowded = Path(LatencyProfile.Exponential(10.Milliseconds).WithQueue(75.PerSecond, servers: 1));
        LatencyPath after = crowded.Try(LatencyChange.MoreReplicas("4 replicas", "rank", 4)).Best.Alone;
        Assert.Equal(0.040, crowded.Mean.Seconds, 1e-9);
        Assert.Equal(0.010_023_574_61, after.Mean.Seconds, 1e-8);
    }

    [Fact]
    public void More_replicas_of_a_stage_without_a_queue_are_refused()
    {
        LatencyPath path = Path(Exponential);
        ArgumentException error = Assert.Throws<ArgumentException>(() => path.Try(LatencyChange.MoreReplicas("more", "rank", 4)));
        Assert.Contains("The queue of stage 'rank' is not known", error.Message, StringComparison.Ordinal);
        Assert.Equal("servers", Assert.Throws<ArgumentOutOfRangeException>(() => LatencyChange.MoreReplicas("more", "rank", 0)).ParamName);
    }

    /// <summary>M/M/1 at 75/s and 10 ms: 40 ms. At 5 ms: 5 / (1 - 0.375) = 8 ms, not half of 40.</summary>
    [Fact]
    public void Faster_model_waits_less_too()
    {
        LatencyPath crowded = Path(LatencyProfile.Exponential(10.Milliseconds).WithQueue(75.PerSecond, servers: 1), kernelShare: Fraction.One);
        Assert.Equal(0.008, crowded.Try(LatencyChange.FasterModel("distil", "rank", 2)).Best.Alone.Mean.Seconds, 1e-9);
    }

    /// <summary>The parameters of the service stay one input each, whether the wait or the service reads them.</summary>
    [Fact]
    public void Inputs_of_a_queued_stage_carry_its_name()
    {
        LatencyPath path = Path(LatencyProfile.Exponential((8, 10, 12) * Duration.Millisecond).WithQueue((60, 70, 75) * 1.PerSecond, servers: 1));
        Assert.Equal(["arrivals", "rank mean"], path.P99.Sensitivities().Where(entry => !entry.Input.IsCertain).Select(entry => entry.Input.Name).Order());
    }

    private static LatencyPath Path(LatencyProfile rank, Fraction? kernelShare = null) => new() { Stages = LatencyStage.Of("rank", rank, kernelShare), Slo = 1.Hours, Target = 0.99 };

    private static void Close(double seconds, Duration actual, double relative) => Assert.Equal(seconds, actual.Seconds, seconds * relative);
}
