namespace MlsdEstimator.Tests;

public class BatchingTests
{
    private static readonly GreedyBatching Eight = new() { Arrivals = 1_000.PerSecond, PerItem = 0.5.Milliseconds, PerBatch = 2.Milliseconds, MostPerBatch = 8 };

    private static readonly TimedBatching Timer = new() { Arrivals = 2_000.PerSecond, Delay = 5.Milliseconds, MostPerBatch = 16, PerItem = 0.2.Milliseconds, PerBatch = 2.Milliseconds, Instances = 4 };

    /// <summary>The embedded chain solved with numpy.linalg.solve on 400 to 3,000 states: response in ms, mean batch, part of the time busy. A batch of one of 10 ms is M/D/1.</summary>
    [Theory]
    [InlineData(200, 1, 4, null, 7.947899355176536, 1.4267666952080424, 0.7607083503468981)]
    [InlineData(950, 1, 4, null, 135.1282051245281, 76.00000005919533, 0.9999999999609989)]
    [InlineData(1000, 0.5, 2, 8, 6.899712961890233, 4.056182776106951, 0.9930744274595081)]
    [InlineData(1300, 0.5, 2, 8, 21.45282427525718, 7.431655905456933, 0.9998547340021848)]
    [InlineData(500, 0.5, 2, 32, 4.360731273404485, 1.665398061131073, 0.8504570458793598)]
    [InlineData(90, 1, 9, 1, 55, 1, 0.9)]
    public void Greedy_batches_match_the_chain(double rate, double perItem, double perBatch, int? most, double response, double batch, double busy)
    {
        var server = new GreedyBatching { Arrivals = rate.PerSecond, PerItem = perItem.Milliseconds, PerBatch = perBatch.Milliseconds, MostPerBatch = most };
        Assert.Equal(response, server.MeanResponse.Milliseconds, 1e-9 * response);
        Assert.Equal(batch, server.MeanBatch.Value, 1e-9 * batch);
        Assert.Equal(busy, server.Busy.Value, 1e-9);
    }

    /// <summary>A limit that is never reached changes nothing: two methods that share no code.</summary>
    [Theory]
    [InlineData(200)]
    [InlineData(700)]
    public void Chain_with_a_distant_limit_agrees_with_the_one_without(double rate)
    {
        var free = new GreedyBatching { Arrivals = rate.PerSecond, PerItem = 1.Milliseconds, PerBatch = 4.Milliseconds };
        Assert.Equal(free.MeanResponse.Seconds, (free with { MostPerBatch = 1024 }).MeanResponse.Seconds, 1e-12);
        Assert.Equal(free.Busy.Value, (free with { MostPerBatch = 1024 }).Busy.Value, 1e-11);
    }

    [Fact]
    public void Capacity_is_that_of_the_largest_batch()
    {
        Assert.Equal(4000 / 3.0, Eight.Capacity.PerSecond, 1e-9);
        Assert.Equal(8000 / 3.0, (Eight with { Instances = 2 }).Capacity.PerSecond, 1e-9);
        Assert.Equal(2000, (Eight with { MostPerBatch = null }).Capacity.PerSecond, 1e-9);
        Assert.Equal(0.75, Eight.Utilisation.Value, 1e-12);
        Assert.Equal(Eight.MeanResponse.Seconds, (Eight with { Instances = 2, Arrivals = 2_000.PerSecond }).MeanResponse.Seconds, 1e-15);
        Assert.Equal(["capacity", "utilisation of the capacity", "mean batch", "mean response", "time busy"], Eight.Results.Select(result => result.Name));
    }

    [Fact]
    public void Lone_request_is_a_batch_of_its_own()
    {
        GreedyBatching idle = Eight with { Arrivals = Rate.Zero };
        Assert.Equal((2.5, 1, 0), (idle.MeanResponse.Milliseconds, idle.MeanBatch.Value, idle.Busy.Value));
        Assert.Equal(2.5, (Eight with { Arrivals = 1e-6.PerSecond }).MeanResponse.Milliseconds, 1e-6);
    }

    [Theory]
    [InlineData(8)]
    [InlineData(null)]
    public void At_capacity_a_batching_server_is_saturated(int? most)
    {
        GreedyBatching server = Eight with { MostPerBatch = most };
        GreedyBatching full = server with { Arrivals = server.Capacity };
        Assert.All([full.MeanResponse, full.MeanBatch, full.Busy, (IQuantity)full.Utilisation], result => Assert.Equal("saturated", result.ToString()));
        Finding finding = Assert.Single(full.Findings);
        Assert.Equal((Severity.Error, FindingCodes.Infeasible), (finding.Severity, finding.Code));
        Assert.Equal(
            $"Saturated: 1 x batches {(most is null ? "without a limit carry 2 k/s, but 2 k/s" : "of at most 8 carry 1.33 k/s, but 1.33 k/s")} arrive; at least 2 instances are needed.",
            finding.Message);
        Assert.Contains("at least 2 instances are needed", finding.Message, StringComparison.Ordinal);
        Assert.False((server with { Arrivals = server.Capacity * 1.01 }).MeanBatch.IsFeasible);
        Assert.True((server with { Arrivals = server.Capacity * 0.99 }).MeanBatch.IsFeasible);
        Assert.True((server with { Arrivals = server.Capacity * 0.999 }).MeanBatch.IsFeasible);
    }

    [Fact]
    public void Next_to_capacity_a_limited_batch_counts_as_saturated()
    {
        GreedyBatching brim = Eight with { Arrivals = Eight.Capacity * 0.9999, Instances = 1 };
        Assert.False(brim.MeanResponse.IsFeasible);
        Assert.Contains("at least 2 instances are needed", Assert.Single(brim.Findings).Message, StringComparison.Ordinal);
    }

    /// <summary>Inoue 2021: 8.8 % above at 0.2 per ms, 0.0002 % at 0.8 per ms; values of formula_vectors.</summary>
    [Fact]
    public void Bound_lies_above_the_exact_mean()
    {
        var free = new GreedyBatching { Arrivals = 200.PerSecond, PerItem = 1.Milliseconds, PerBatch = 4.Milliseconds };
        Assert.Equal(8.645833333, free.Bound!.Milliseconds, 1e-8);
        Assert.Equal(33.88888889, (free with { Arrivals = 800.PerSecond }).Bound!.Milliseconds, 1e-7);
        Assert.Null(Eight.Bound);
        Assert.False((free with { Arrivals = 1_000.PerSecond }).Bound!.IsFeasible);
    }

    [Fact]
    public void Batch_that_forms_is_noted_where_it_is_small()
    {
        Finding finding = Assert.Single((Eight with { Arrivals = 500.PerSecond }).Findings);
        Assert.Equal(Severity.Note, finding.Severity);
        Assert.Contains("Batches of 1.67 form, not of 8", finding.Message, StringComparison.Ordinal);
        Assert.Empty(Eight.Findings);
    }

    /// <summary>SciPy Poisson sums (formula_vectors q.timer.*); square and response by the same sums.</summary>
    [Fact]
    public void Timer_gathers_a_batch_and_costs_a_wait()
    {
        Assert.Equal(10.8965213202, Timer.MeanBatch.Value, 1e-9);
        Assert.Equal(2.67229710688, Timer.AddedWait.Milliseconds, 1e-10);
        Assert.Equal(2000 / 10.8965213202 * (2 + 0.2 * 10.8965213202) / 1000, Timer.BusyInstances.Value, 1e-9);
        Assert.Equal(["mean batch", "mean wait for the batch", "mean response", "instances busy"], Timer.Results.Select(result => result.Name));
        Assert.Empty(Timer.Findings);
    }

    /// <summary>Batch of at most 2, one arrival per delay: b = 2 with 1 - 1/e. E[b] = 2 - 1/e, E[b^2] = 4 - 3/e, wait = delay (1 - 1/e) / E[b].</summary>
    [Fact]
    public void Timer_of_two_is_solved_by_hand()
    {
        TimedBatching two = Timer with { Arrivals = 200.PerSecond, MostPerBatch = 2, PerItem = 1.Milliseconds };
        double e = 1 / Math.E;
        Assert.Equal(2 - e, two.MeanBatch.Value, 1e-12);
        Assert.Equal(5 * (1 - e) / (2 - e), two.AddedWait.Milliseconds, 1e-11);
        Assert.Equal(5 * (1 - e) / (2 - e) + 2 + (4 - 3 * e) / (2 - e), two.MeanResponse.Milliseconds, 1e-11);
    }

    [Fact]
    public void Timer_without_arrivals_waits_in_vain_and_without_room_not_at_all()
    {
        Assert.Equal((1, 5), ((Timer with { Arrivals = Rate.Zero }).MeanBatch.Value, (Timer with { Arrivals = Rate.Zero }).AddedWait.Milliseconds));
        Assert.Equal((1, 0), ((Timer with { MostPerBatch = 1 }).MeanBatch.Value, (Timer with { MostPerBatch = 1 }).AddedWait.Milliseconds));
        Assert.Equal((1, 0), ((Timer with { Delay = Duration.Zero }).MeanBatch.Value, (Timer with { Delay = Duration.Zero }).AddedWait.Milliseconds));
        Assert.Equal(16, (Timer with { Arrivals = 1e9.PerSecond }).MeanBatch.Value, 1e-12);
    }

    [Fact]
    public void Timer_says_when_instances_are_short()
    {
        TimedBatching one = Timer with { Instances = 1 };
        Assert.Contains("of 1 instances are busy: batches begin to wait", Assert.Single(one.Findings).Message, StringComparison.Ordinal);
        TimedBatching overloaded = one with { Arrivals = 8_000.PerSecond };
        Assert.Equal("saturated", overloaded.MeanResponse.ToString());
        Assert.Contains("Saturated: the batches keep", Assert.Single(overloaded.Findings).Message, StringComparison.Ordinal);
        Assert.True(overloaded.MeanBatch.IsFeasible);
    }

    [Fact]
    public void Bad_numbers_are_refused_by_name()
    {
        Assert.Contains("'largest batch' is 2.5, but must be a whole number of at least 1", Assert.Throws<ArgumentOutOfRangeException>(() => Eight with { MostPerBatch = 2.5 }).Message, StringComparison.Ordinal);
        Assert.Contains("must be at most 1024", Assert.Throws<ArgumentOutOfRangeException>(() => Eight with { MostPerBatch = 1025 }).Message, StringComparison.Ordinal);
        Assert.Contains("'time per item'", Assert.Throws<ArgumentOutOfRangeException>(() => Eight with { PerItem = Duration.Zero }).Message, StringComparison.Ordinal);
        Assert.Contains("'time per batch'", Assert.Throws<ArgumentOutOfRangeException>(() => Eight with { PerBatch = (-1).Seconds }).Message, StringComparison.Ordinal);
        Assert.Contains("'arrivals'", Assert.Throws<ArgumentOutOfRangeException>(() => Eight with { Arrivals = (-1).PerSecond }).Message, StringComparison.Ordinal);
        Assert.Contains("'instances'", Assert.Throws<ArgumentOutOfRangeException>(() => Eight with { Instances = 0 }).Message, StringComparison.Ordinal);
        Assert.Contains("'queue delay'", Assert.Throws<ArgumentOutOfRangeException>(() => Timer with { Delay = (-1).Seconds }).Message, StringComparison.Ordinal);
        Assert.Contains("'largest batch'", Assert.Throws<ArgumentOutOfRangeException>(() => Timer with { MostPerBatch = 0 }).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentNullException>(() => Timer with { MostPerBatch = null! });
        Assert.Throws<ArgumentOutOfRangeException>(() => Timer with { PerItem = (-1).Seconds });
        Assert.Throws<ArgumentOutOfRangeException>(() => Timer with { PerBatch = (-1).Seconds });
        Assert.Throws<ArgumentOutOfRangeException>(() => Timer with { Instances = 0 });
        Assert.Throws<ArgumentOutOfRangeException>(() => Timer with { Arrivals = (-1).PerSecond });
    }

    [Fact]
    public void Every_input_changes_a_result()
    {
        Assert.Empty(EveryInput.WithoutEffect(() => Eight with { }, new Dictionary<string, object> { ["Arrivals"] = 700.PerSecond, ["PerItem"] = 0.4.Milliseconds, ["PerBatch"] = 1.Milliseconds, ["MostPerBatch"] = (Scalar)11, ["Instances"] = (Scalar)2 }));
        Assert.Empty(EveryInput.WithoutEffect(() => Timer with { Arrivals = 8_000.PerSecond }, new Dictionary<string, object> { ["Arrivals"] = 700.PerSecond, ["Delay"] = 4.Milliseconds, ["PerItem"] = 0.1.Milliseconds, ["PerBatch"] = 1.Milliseconds, ["MostPerBatch"] = (Scalar)11, ["Instances"] = (Scalar)1 }));
    }
}
