namespace MlsdEstimator.Tests;

public class LlmFleetTests
{
    private const double Reading = 13_214_687_232 / 2039e9;
    private const double PerSequence = 12_952_010_752 / 312e12 + 262_144_000 / 312e12 + 1100 * 524_288 / 2039e9;

    /// <summary>Requests of 1,000 and 200 tokens on a perfect A100, whose time per token is a line; no head-room, so that only the limits count.</summary>
    private static LlmFleet Fleet(Duration? first = null, Duration? token = null) => new()
    {
        Replica = LlmCase.Perfect() with { Device = LlmCase.Perfect().Device with { OnDemand = 2.DollarsPerHour } },
        Demand = LlmDemand.Requests(Load.Computed(10.PerSecond, 40.PerSecond, "requests"), promptTokens: 1000, answerTokens: 200, longPromptTokens: 4000),
        FirstTokenLimit = first,
        TokenLimit = token,
        Spare = 2,
        HeadRoom = 100.Percent,
    };

    [Fact]
    public void Time_per_token_binds_where_its_line_meets_the_limit()
    {
        LlmFleet fleet = Fleet(token: 10.Milliseconds);
        double most = (0.010 - Reading) / PerSequence;

        Assert.Equal(most, fleet.AtOnce.Value, 1e-5);
        Assert.Equal(10, fleet.Serving.TimePerToken.Milliseconds, 1e-6);
        Assert.Equal(LlmLimit.PerToken, fleet.Binding);
        Assert.Equal(most / fleet.Serving.ResponseTime.Seconds, fleet.PerReplica.PerSecond, 1e-5);
        Assert.Equal(40 / fleet.PerReplica.PerSecond, fleet.Needed.Value, 1e-9);
    }

    [Fact]
    public void Memory_binds_without_limits()
    {
        LlmFleet fleet = Fleet();

        Assert.Equal(LlmCase.Perfect().MostSequences(1200).Value, fleet.AtOnce.Value, 1e-5);
        Assert.Equal(LlmLimit.Memory, fleet.Binding);
        Assert.Equal(7, (fleet with { RequestLimit = 7 }).AtOnce.Value, 1e-6);
    }

    [Fact]
    public void First_token_binds_where_prompts_queue()
    {
        LlmFleet fleet = Fleet(first: 100.Milliseconds) with { Replica = LlmCase.Perfect((LlmConstant.Queue, 0.1)) };

        Assert.Equal(LlmLimit.FirstToken, fleet.Binding);
        Assert.Equal(100, fleet.Serving.TimeToFirstToken.Milliseconds, 1e-6);
    }

    [Fact]
    public void Throughput_binds_where_prompts_take_the_arithmetic()
    {
        LlmFleet fleet = Fleet() with
        {
            Replica = LlmCase.Perfect((LlmConstant.Interference, 1)) with { Model = LlmCase.Llama with { AttentionPattern = [Attention.Full(32, 1, 128)] } },
            Demand = LlmDemand.Requests(Load.Computed(10.PerSecond, 40.PerSecond, "requests"), promptTokens: 8000, answerTokens: 4),
        };

        Assert.Equal(LlmLimit.Throughput, fleet.Binding);
    }

    [Fact]
    public void Purchase_covers_the_belief_and_the_spare_ones()
    {
        LlmFleet fleet = Fleet(token: 10.Milliseconds);

        Assert.True(fleet.Bought.Value >= Math.Ceiling(fleet.Needed.Value) + 2);
        Assert.Equal(fleet.Bought.Value - 1, (fleet with { Spare = 1 }).Bought.Value);
        Assert.Equal(fleet.Bought.Value, fleet.Devices.Value);
        Assert.Equal(2 * fleet.Bought.Value, fleet.Cost!.DollarsPerHour, 1e-9);
        Assert.Equal(fleet.Cost.DollarsPerHour / 3600 / (10 * 200) * 1e6, fleet.CostPerMillionTokens!.Dollars, 1e-9);
        Assert.Null(fleet.MostPower);
        LlmFleet onBoards = fleet with { Replica = fleet.Replica with { Device = Accelerators.A100Sxm80Gb } };
        Assert.Equal(400 * onBoards.Bought.Value, onBoards.MostPower!.Watts, 1e-6);
        Assert.Equal(["1 x A100-SXM-80GB"], fleet.Tiers.Select(tier => tier.Machine));
        Assert.True((fleet with { Confidence = 0.5 }).Bought.Value < fleet.Bought.Value);
    }

    [Fact]
    public void Head_room_divides_what_a_replica_is_planned_for()
    {
        Assert.Equal(2, (Fleet() with { HeadRoom = 50.Percent }).Needed.Value / Fleet().Needed.Value, 1e-9);
        Assert.Equal(DeployedShares.UnderLatencyLimit, new LlmFleet { Replica = LlmCase.Perfect(), Demand = Fleet().Demand, FirstTokenLimit = null, TokenLimit = null, Spare = 0 }.HeadRoom);
    }

    [Fact]
    public void Head_room_of_a_CPU_is_what_CPUs_keep_under_a_limit()
    {
        LlmFleet plain = new() { Replica = LlmCase.Perfect(), Demand = Fleet().Demand, FirstTokenLimit = null, TokenLimit = null, Spare = 0 };
        LlmFleet cpu = plain with { Replica = plain.Replica with { Device = plain.Replica.Device with { Kind = DeviceKind.Cpu } } };

        Assert.Same(DeployedShares.UnderLatencyLimitOnCpu, cpu.HeadRoom);
        Assert.Equal(0.92 / 0.45, cpu.Needed.Value / plain.Needed.Value, 1e-6);
        Assert.Equal((0.40, 0.55), (Math.Round(cpu.HeadRoom.Simulate().Low.Value, 2), Math.Round(cpu.HeadRoom.Simulate().High.Value, 2)));
    }

    [Fact]
    public void Slower_draws_take_fewer_requests_at_once()
    {
        LlmFleet fleet = Fleet(token: 10.Milliseconds);
        Duration token = fleet.Serving.TimePerToken;
        Estimate<Duration> belief = token.Simulate(new SimulationOptions { Samples = 256, Randomisations = 1 });

        Assert.True(belief.High.Milliseconds <= 10.00001); // the limit is kept in every draw, not at best guesses alone
        Estimate<Scalar> most = fleet.AtOnce.Simulate(new SimulationOptions { Samples = 256, Randomisations = 1 });
        Assert.True(most.ProbabilityInfeasible.Value > 0); // where one alone is too slow no number is right
    }

    [Fact]
    public void Time_of_a_long_prompt_is_its_own_and_the_mean_wait()
    {
        LlmFleet fleet = Fleet();
        double more = (fleet.Replica.Prompt(4000).Time - fleet.Replica.Prompt(1000).Time).Seconds;

        Assert.Equal(fleet.Serving.TimeToFirstToken.Seconds + more, fleet.FirstTokenOfLongPrompt!.Seconds, 1e-9);
        Assert.Null((fleet with { Demand = LlmDemand.Requests(Load.Computed(1.PerSecond, 1.PerSecond, "requests"), 10, 10) }).FirstTokenOfLongPrompt);
    }

    [Fact]
    public void Chat_asks_more_often_when_it_is_answered_faster()
    {
        ChatWorkload chat = Chat;
        LlmFleet fleet = Fleet(token: 10.Milliseconds) with { Demand = LlmDemand.Chat(chat) };
        double response = fleet.Serving.ResponseTime.Seconds;

        Assert.Equal(4000 / (5 + response) / (fleet.AtOnce.Value / response), fleet.Needed.Value, 1e-6);
        Assert.Equal(1000, fleet.Demand.PromptTokens.Value, 1e-9);
        Assert.Equal(200, fleet.Demand.AnswerTokens.Value);
        ChatServing running = new() { Chat = chat, Replica = fleet.Replica, Replicas = fleet.Needed.Value };
        Assert.Equal(10, running.Serving.TimePerToken.Milliseconds, 1e-5); // the other way round
    }

    [Fact]
    public void Prefix_cache_of_a_chat_takes_memory_of_those_who_think()
    {
        ChatWorkload turns = Chat with { Turns = ChatTurns.Fixed(5), MessageTokens = 100, PrefixRetention = 5.Seconds };
        LlmFleet fleet = Fleet() with { Demand = LlmDemand.Chat(turns) };

        double silent = fleet.AtOnce.Value * 5 / fleet.Serving.ResponseTime.Seconds, kept = silent * (1 - Math.Exp(-1)) * 900, tokens = 900 + 200;
        Assert.Equal(kept, fleet.Serving.RetainedTokens!.Value, 0.1);
        Assert.Equal(LlmCase.Perfect().MostSequences(tokens).Value - kept / tokens, fleet.AtOnce.Value, 1e-3);
        Assert.Equal(1500 - 200, fleet.Demand.LongPromptTokens!.Value); // the fifth turn, the system prompt cached
    }

    [Fact]
    public void One_request_that_is_too_slow_is_refused_with_its_times()
    {
        LlmFleet fleet = Fleet(first: 1.Seconds, token: 5.Milliseconds);

        Assert.False(fleet.Bought.IsFeasible);
        Assert.Null(fleet.Binding);
        Assert.Contains("one request alone waits ", Infeasibility.Message(fleet.AtOnce.Node));
        Assert.Contains("for each other; the limits are 1 s and 5 ms", Assert.Single(fleet.Findings).Message);
        Assert.Empty(fleet.Parts);
        Assert.Contains("the limits are none and 5 ms", Assert.Single(Fleet(token: 5.Milliseconds).Findings).Message);
    }

    [Fact]
    public void Model_that_does_not_fit_is_refused_with_the_shortfall()
    {
        LlmFleet fleet = Fleet() with { Replica = LlmCase.Perfect() with { Device = Accelerators.T4, Model = PublishedModels.Transformer("Llama-2-13B") } };
        Assert.Contains("the smallest change that fits: int4-weight-only", Assert.Single(fleet.Findings).Message);
        Assert.All(fleet.Results, result => Assert.False(result.IsFeasible));
    }

    [Fact]
    public void Limit_inside_the_range_of_a_prediction_is_said()
    {
        Finding finding = Assert.Single(Fleet(token: 10.Milliseconds).Findings);

        Assert.Equal((Severity.Warning, FindingCodes.LimitInDoubt), (finding.Severity, finding.Code));
        Assert.StartsWith("time per output token with ~10.8 requests at once on a replica is ", finding.Message);
        Assert.Contains("its limit of 10 ms lies inside: the ", finding.Message);
        Assert.Contains("keep it in 90% of the belief. Measure one replica, or know the demand better, to need fewer.", finding.Message);
        Assert.Empty(Fleet().Findings);
    }

    /// <summary>Prompts in front take most of the time of a first token, and few of the requests find many.</summary>
    [Fact]
    public void Limit_that_the_mean_keeps_and_many_requests_break_is_said()
    {
        LlmFleet fleet = Fleet(first: 100.Milliseconds) with { Replica = LlmCase.Perfect((LlmConstant.Queue, 0.1)) };
        Finding finding = fleet.Findings.Single(one => one.Severity == Severity.Note);

        Assert.Matches(@"^time to first token, p95 is ~?[0-9.]+ ms: the limit of 100 ms is kept by the mean, and 5 % of the requests take longer than that; give a lower limit where they must not\.$", finding.Message);
        Assert.True(fleet.AtBestGuess.TimeToFirstTokenP95.Milliseconds > 125);
        Assert.Equal(100, fleet.AtBestGuess.TimeToFirstToken.Milliseconds, 0.1);
        Assert.DoesNotContain((fleet with { FirstTokenLimit = 10.Seconds }).Findings, one => one.Severity == Severity.Note);
    }

    [Fact]
    public void Emulated_arithmetic_is_said()
    {
        LlmFleet fleet = Fleet() with { Replica = LlmCase.Perfect() with { Model = LlmCase.Llama.With(Quantization.To(ModelFormat.Fp8)) } };
        Assert.Equal("A100-SXM-80GB has no fp8 arithmetic: fp8 is multiplied as bf16, which saves memory and not time of prompts.", Assert.Single(fleet.Findings).Message);
    }

    [Fact]
    public void Device_without_price_or_power_has_neither()
    {
        LlmFleet fleet = Fleet() with { Replica = LlmCase.Perfect() with { Device = Accelerators.A100Sxm80Gb with { OnDemand = null, Power = null } } };
        Assert.Null(fleet.Cost);
        Assert.Null(fleet.CostPerMillionTokens);
        Assert.Null(fleet.MostPower);
        Assert.Equal(
            ["requests at once on a replica", "requests per second of a replica, planned", "replicas needed", "replicas bought", "devices bought", "time to first token, p95 prompt"],
            fleet.Results.Select(result => result.Name));
    }

    [Fact]
    public void Every_input_changes_a_result() => Assert.Empty(EveryInput.WithoutEffect(() => Fleet(token: 10.Milliseconds), new Dictionary<string, object>
    {
        [nameof(LlmFleet.Replica)] = LlmCase.Perfect((LlmConstant.Step, 1e-3)),
        [nameof(LlmFleet.Demand)] = LlmDemand.Chat(Chat),
        [nameof(LlmFleet.FirstTokenLimit)] = 53.Milliseconds,
        [nameof(LlmFleet.TokenLimit)] = 12.Milliseconds,
        [nameof(LlmFleet.Spare)] = (Scalar)0,
        [nameof(LlmFleet.HeadRoom)] = 80.Percent,
        [nameof(LlmFleet.RequestLimit)] = (Scalar)2,
        [nameof(LlmFleet.Confidence)] = 0.6,
    }));

    [Fact]
    public void Impossible_input_is_refused_with_its_name()
    {
        LlmFleet fleet = Fleet();
        Assert.Equal("limit of the time to first token", Assert.Throws<ArgumentOutOfRangeException>(() => fleet with { FirstTokenLimit = 0.Seconds }).ParamName);
        Assert.Equal("limit of the time per token", Assert.Throws<ArgumentOutOfRangeException>(() => fleet with { TokenLimit = 0.Seconds }).ParamName);
        Assert.Equal("spare replicas", Assert.Throws<ArgumentOutOfRangeException>(() => fleet with { Spare = 0.5 }).ParamName);
        Assert.Equal("head-room", Assert.Throws<ArgumentOutOfRangeException>(() => fleet with { HeadRoom = 0.Percent }).ParamName);
        Assert.Equal("request limit", Assert.Throws<ArgumentOutOfRangeException>(() => fleet with { RequestLimit = 0 }).ParamName);
        Assert.Equal("confidence", Assert.Throws<ArgumentOutOfRangeException>(() => fleet with { Confidence = 1 }).ParamName);
        Assert.Throws<ArgumentNullException>("replica", () => fleet with { Replica = null! });
        Assert.Throws<ArgumentNullException>("demand", () => fleet with { Demand = null! });
        Load load = Load.Computed(1.PerSecond, 1.PerSecond, "requests");
        Assert.Equal("prompt tokens", Assert.Throws<ArgumentOutOfRangeException>(() => LlmDemand.Requests(load, 0, 1)).ParamName);
        Assert.Equal("answer tokens", Assert.Throws<ArgumentOutOfRangeException>(() => LlmDemand.Requests(load, 1, 0)).ParamName);
        Assert.Equal("cached tokens", Assert.Throws<ArgumentOutOfRangeException>(() => LlmDemand.Requests(load, 1, 1, -1)).ParamName);
        Assert.Equal("prompt tokens p95", Assert.Throws<ArgumentOutOfRangeException>(() => LlmDemand.Requests(load, 1, 1, null, 0)).ParamName);
        Assert.Throws<ArgumentNullException>(() => LlmDemand.Requests(null!, 1, 1));
        Assert.Contains("but the fleet decides it; leave it null.", Assert.Throws<ArgumentException>(() => LlmDemand.Chat(Chat with { ResponseTime = 1.Seconds })).Message);
    }

    private static ChatWorkload Chat => LlmCase.Chat(sessions: 4_000);
}
