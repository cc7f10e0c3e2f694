namespace MlsdEstimator.Tests;

/// <summary>Streaming, serverless, hosted API, unit costs.</summary>
public class OtherDesignsTests
{
    private static readonly StreamingInference Stream = new()
    {
        Events = Load.Of(10_000.PerSecond, 20_000.PerSecond, "events"),
        FixedTime = 0.5.Seconds,
        TimePerEvent = 40.Microseconds,
        Interval = 2.5.Seconds,
        WorkerPrice = 1.DollarsPerHour,
    };

    private static readonly ServerlessServing Function = new()
    {
        Requests = Load.Of(1e6.PerMonth, 10.PerSecond, "requests"),
        Memory = 512.Mebibytes,
        Duration = 300.Milliseconds,
        Price = PriceList.Bundled.ServerlessOf("AWS Lambda x86") with { FreeMemorySeconds = 0, FreeRequests = 0 },
    };

    private static readonly HostedApi Chat = new()
    {
        Requests = Load.Of(1e6.PerDay, 2e6.PerDay, "requests"),
        InputTokens = 2_000,
        CachedTokens = 1_500,
        OutputTokens = 300,
        Price = PriceList.Bundled.TokensOf("gpt-5"),
    };

    [Fact]
    public void Stream_of_20000_events_is_stable_from_an_interval_of_2500_ms_on_one_worker() // I = f + r I c: 0.5 / (1 - 0.8)
    {
        Assert.Equal(0.8, Stream.BusyWorkers.Value, 12);
        Assert.Equal(1, Stream.WorkersNeeded.Value, 12);
        Assert.Equal(1, Stream.Workers.Value);
        Assert.Equal(2.5, Stream.ShortestInterval.Seconds, 9);
        Assert.Equal(2.5, Stream.ProcessingTime.Seconds, 9);
        Assert.Equal((3.75, 5.0), (Math.Round(Stream.Age.Mean.Seconds, 9), Math.Round(Stream.Age.Worst.Seconds, 9)));
        Assert.Equal(1, Stream.Cost!.DollarsPerHour, 12);
        Assert.Equal(["workers busy at peak", "workers needed", "workers bought", "shortest stable interval", "processing of a micro-batch", "staleness, mean", "staleness, worst", "streaming cost"], Stream.Results.Select(result => result.Name));
    }

    [Fact]
    public void Shorter_interval_takes_more_workers()
    {
        StreamingInference fast = Stream with { Interval = 1.Seconds, Lateness = 10.Seconds, MinimumWorkers = 1, Changes = 1.PerDay, WorkerPower = 200.Watts };

        Assert.Equal(1.6, fast.WorkersNeeded.Value, 12); // 0.8 x 1 / (1 - 0.5)
        Assert.Equal(2, fast.Workers.Value);
        Assert.Equal(0.9, fast.ProcessingTime.Seconds, 12);
        Assert.Equal(0.5 / 0.6, fast.ShortestInterval.Seconds, 12);
        Assert.Equal(0.5 + 0.9 + 10, fast.Age.Mean.Seconds, 9);
        Assert.Equal(1.6, fast.UnroundedCost!.DollarsPerHour, 12);
        Assert.Equal(400, fast.PowerDrawn!.Watts, 9);
        Assert.NotNull(fast.Age.Changed);
        Assert.Equal(5, (fast with { MinimumWorkers = 5 }).Workers.Value);
        Assert.Equal(new Tier("StreamingInference", "stream worker", fast.Purchase, fast.Cost), Assert.Single(fast.Tiers));
    }

    [Fact]
    public void Interval_that_the_fixed_time_takes_is_infeasible()
    {
        StreamingInference impossible = Stream with { Interval = 0.5.Seconds };
        Assert.Equal("the fixed time of a micro-batch takes all of its interval; make it longer", Infeasibility.Reason(impossible.Workers.Node));
        Assert.Equal(3, impossible.Results.Count);
    }

    [Fact]
    public void Stream_refuses_inputs_by_name()
    {
        Assert.Equal("fixed time of a micro-batch", Assert.Throws<ArgumentOutOfRangeException>(() => Stream with { FixedTime = (-1).Seconds }).ParamName);
        Assert.Equal("time per event", Assert.Throws<ArgumentOutOfRangeException>(() => Stream with { TimePerEvent = Duration.Zero }).ParamName);
        Assert.Equal("micro-batch interval", Assert.Throws<ArgumentOutOfRangeException>(() => Stream with { Interval = Duration.Zero }).ParamName);
        Assert.Equal("lateness", Assert.Throws<ArgumentOutOfRangeException>(() => Stream with { Lateness = (-1).Seconds }).ParamName);
        Assert.Equal("least workers", Assert.Throws<ArgumentOutOfRangeException>(() => Stream with { MinimumWorkers = 0 }).ParamName);
        Assert.Equal("worker price", Assert.Throws<ArgumentOutOfRangeException>(() => Stream with { WorkerPrice = (-1).DollarsPerHour }).ParamName);
        Assert.Equal("worker name", Assert.Throws<ArgumentException>(() => Stream with { WorkerName = "" }).ParamName);
    }

    [Fact]
    public void Function_pays_memory_time_and_calls() // 1M x 0.5 x 0.3 s x $0.0000166667 + $0.20
    {
        Assert.Equal(2.700005, Function.Cost.DollarsPerMonth, 9);
        Assert.Equal(2.700005e-6, Function.CostPerRequest.Dollars, 15);
        Assert.Equal(150_000, Function.MemorySeconds.Value, 6);
        Assert.Equal(3, Function.Concurrency.Value, 9);
        Assert.Equal(0, (Function with { Price = PriceList.Bundled.ServerlessOf("AWS Lambda x86") }).Cost.DollarsPerMonth, 12); // all of it is free
        Assert.Equal(new Tier("ServerlessServing", "AWS Lambda x86", null, Function.Cost), Assert.Single(Function.Tiers));
        Assert.Empty(Function.Findings);
    }

    [Fact]
    public void Function_breaks_even_with_a_machine() // m5.large at $70.08 a month, 1 GB x 0.1 s: 37.5M requests
    {
        ServerlessServing small = Function with { Memory = 1.Gibibytes, Duration = 100.Milliseconds };
        Assert.Equal(37_542_790.1022, small.BreakEvenWith(70.08.DollarsPerMonth).PerMonth, 3);
    }

    [Fact]
    public void Function_beyond_its_tier_pays_less_for_each() // 10e9 unit-seconds: 6e9 at the first price, 4e9 at the second
    {
        ServerlessServing large = Function with { Requests = Load.Of((10e9 / 0.15).PerMonth, 1e6.PerSecond, "requests") };
        Assert.Equal(6e9 * 1.66667e-5 + 4e9 * 1.5e-5 + 10e9 / 0.15 * 0.2e-6, large.Cost.DollarsPerMonth, 1e-3);
        Assert.True(large.UnroundedCost! > large.Cost is { } dearer && dearer.Nominally == true);
    }

    [Fact]
    public void Cold_starts_are_billed_and_said()
    {
        ServerlessServing cold = Function with { ColdShare = 1.Percent, ColdStart = 30.Seconds };

        Assert.Equal(300_000, cold.MemorySeconds.Value, 6);
        Assert.Equal("1% of the calls wait 30 s longer for a cold start: percentiles beyond 99% are theirs.", Assert.Single(cold.Findings).Message);
        Assert.Throws<EstimateException>(() => (Function with { ColdShare = 1.Percent }).Cost);
    }

    [Fact]
    public void Calls_beyond_the_limit_of_the_account_are_infeasible()
    {
        Assert.False((Function with { MostConcurrent = 2 }).Concurrency.IsFeasible);
        Assert.Equal(3, (Function with { MostConcurrent = 3 }).Concurrency.Value, 9);
    }

    [Fact]
    public void Function_refuses_inputs_by_name()
    {
        Assert.Equal("memory of a call", Assert.Throws<ArgumentOutOfRangeException>(() => Function with { Memory = DataSize.Zero }).ParamName);
        Assert.Equal("time of a call", Assert.Throws<ArgumentOutOfRangeException>(() => Function with { Duration = Duration.Zero }).ParamName);
        Assert.Equal("cold start", Assert.Throws<ArgumentOutOfRangeException>(() => Function with { ColdStart = (-1).Seconds }).ParamName);
        Assert.Equal("most calls at once", Assert.Throws<ArgumentOutOfRangeException>(() => Function with { MostConcurrent = 0 }).ParamName);
        Assert.Equal("price of the machine", Assert.Throws<ArgumentOutOfRangeException>(() => Function.BreakEvenWith((-1).DollarsPerHour)).ParamName);
    }

    [Fact]
    public void Chat_of_2000_tokens_costs_3812_dollars_a_million() // 500 x 1.25 + 1,500 x 0.125 + 300 x 10
    {
        Assert.Equal(3812.5, Chat.CostPerMillion.Dollars, 6);
        Assert.Equal(3812.5, Chat.Cost.DollarsPerDay, 6);
        Assert.Equal(2300e6, Chat.Tokens.PerDay, 1);
        Assert.Equal(1906.25, (Chat with { BatchShare = Fraction.One }).CostPerMillion.Dollars, 6);
        Assert.Equal(0.75 * 3812.5, (Chat with { BatchShare = 50.Percent }).CostPerMillion.Dollars, 6);
        Assert.Equal(2000 * 1.25 + 3000, (Chat with { CachedTokens = null }).CostPerMillion.Dollars, 6);
        Assert.Null(Chat.BreakEvenVolume);
        Assert.Null(Chat.SelfHostedPerMillion);
    }

    [Fact]
    public void Cache_writes_are_paid_once_for_so_many_reads() // sonnet: 3, 0.3 read, 1.25 x 3 written; 9 reads of 10
    {
        HostedApi api = Chat with { Price = PriceList.Bundled.TokensOf("sonnet-4.5"), ReadsPerCacheWrite = 9 };
        Assert.Equal(500 * 3 + 1500 * (9 * 0.3 + 3.75) / 10 + 300 * 15, api.CostPerMillion.Dollars, 6);
    }

    /// <summary>A prompt is 500 to 8,000 tokens, at best 2,000: 36.6 % are shorter than the 1,500 that are cached. P(2,000 (2,000 / 500)^(z / 1.645) is below 1,500) = P(z is below -0.341).</summary>
    [Fact]
    public void Draws_with_more_cached_tokens_than_the_prompt_has_are_none_that_can_be()
    {
        HostedApi api = Chat with { InputTokens = (500, 2_000, 8_000) };
        Estimate<Money> belief = api.CostPerMillion.Simulate();
        Assert.Equal(3_812.5, api.CostPerMillion.Dollars, 6);
        Assert.Equal(0.366, belief.ProbabilityInfeasible.Value, 2e-3);
        Assert.True(belief.Low.Dollars > 0);
        Assert.Equal("saturated", belief.High.ToString());
    }

    [Fact]
    public void Machines_of_ones_own_pay_from_a_volume() // $40 a day at $3,812.50 a million: 10,492 a day
    {
        HostedApi api = Chat with { SelfHosted = ServingExamples.Even with { Requests = Chat.Requests } };

        Assert.Equal(80 / 3812.5e-6, api.BreakEvenVolume!.PerDay, 3); // 2 replicas for the peak of 2M
        Assert.Equal(80, api.SelfHostedPerMillion!.Dollars, 9);
        Assert.Equal(["cost per request", "cost per million requests", "tokens on average", "API cost", "requests from which self-hosting pays", "self-hosted cost per million requests"], api.Results.Select(result => result.Name));
    }

    [Fact]
    public void Chat_refuses_what_the_price_list_does_not_have()
    {
        TokenPrice plain = Chat.Price with { CachedInput = null, BatchDiscount = null };
        HostedApi wrong = Chat with { Price = plain, CachedTokens = 2_001, BatchShare = 10.Percent, ReadsPerCacheWrite = 2, SelfHosted = ServingExamples.Zoned };
        Assert.Equal(
            [
                "2,001 tokens are cached of a prompt of 2,000",
                "tokens are cached, but gpt-5 has no price of cached tokens",
                "part of the requests waits for batches, but gpt-5 has no batch discount",
                "the cache is written, but there are no cached tokens, or gpt-5 has no price of writing them",
                "machines of one's own need a ReplicaPrice to break even with",
            ],
            Assert.Throws<EstimateException>(() => wrong.Cost).Contradictions);
        Assert.Equal("input tokens", Assert.Throws<ArgumentOutOfRangeException>(() => Chat with { InputTokens = -1 }).ParamName);
        Assert.Equal("output tokens", Assert.Throws<ArgumentOutOfRangeException>(() => Chat with { OutputTokens = -1 }).ParamName);
        Assert.Equal("cached tokens", Assert.Throws<ArgumentOutOfRangeException>(() => Chat with { CachedTokens = -1 }).ParamName);
        Assert.Equal("reads per cache write", Assert.Throws<ArgumentOutOfRangeException>(() => Chat with { ReadsPerCacheWrite = 0 }).ParamName);
    }

    [Fact]
    public void Unit_cost_is_price_over_what_is_done() // g5.xlarge at 200/s and 50 %: $2.79 a million; H100 at 2,500 tokens/s and 60 %: $1.27
    {
        var prediction = new UnitCost { Machine = 1.006.DollarsPerHour, FullRate = 200.PerSecond, Utilisation = 50.Percent };

        Assert.Equal(2.79444444444, prediction.PerMillion.Dollars, 9);
        Assert.Equal(0.00279444444, prediction.PerThousand.Dollars, 9);
        Assert.Equal(["cost per thousand tokens", "cost per million tokens"], (prediction with { Counts = "tokens" }).Results.Select(result => result.Name));
        Assert.Equal("utilisation", Assert.Throws<ArgumentOutOfRangeException>(() => prediction with { Utilisation = Fraction.Zero }).ParamName);
        Assert.Equal("full rate", Assert.Throws<ArgumentOutOfRangeException>(() => prediction with { FullRate = Rate.Zero }).ParamName);
        Assert.Equal("machine price", Assert.Throws<ArgumentOutOfRangeException>(() => prediction with { Machine = (-1).DollarsPerHour }).ParamName);
    }
}
