namespace MlsdEstimator.Tests;

public class LlmServingTests
{
    private static readonly (LlmConstant, double)[] Costs =
    [
        (LlmConstant.Step, 1e-3), (LlmConstant.Interference, 1), (LlmConstant.Request, 0.02), (LlmConstant.Queue, 0.1), (LlmConstant.BusyQueue, 0.5),
        (LlmConstant.Client, 3e-4), (LlmConstant.Router, 0.1),
    ];

    private static LlmServing Serving(LlmLoad load) => new() { Replica = LlmCase.Perfect(Costs), PromptTokens = 1000, AnswerTokens = 200, Load = load };

    private static double Token(double running) => (LlmCase.Perfect(Costs).Decode(running, 1100).Central + running / 200 * LlmCase.Perfect().Prompt(1000).Marginal).Seconds;

    /// <summary>Of clients each has the prompts of the others in its answer.</summary>
    private static double Shared(double clients) => Token(clients) - Marginal / 200;

    private static double Prompt => LlmCase.Perfect(Costs).Prompt(1000).Central.Seconds;

    private static double Marginal => LlmCase.Perfect().Prompt(1000).Marginal.Seconds;

    [Fact]
    public void Clients_wait_for_prompts_of_others_and_then_for_steps_with_them()
    {
        LlmServing serving = Serving(LlmLoad.Concurrent(16));
        double onPrompts = 16 * Marginal, busy = onPrompts / (onPrompts + 200 * LlmCase.Perfect(Costs).Decode(16, 1100).Central.Seconds);
        double first = Prompt + Marginal * (0.1 * 15 + 0.5 * busy) + 0.02 + 16 * 0.0003 + Shared(16) / 2;

        Assert.Equal(16, serving.Running.Value);
        Assert.Equal(Shared(16), serving.TimePerToken.Seconds, 9);
        Assert.Equal(first, serving.TimeToFirstToken.Seconds, 9);
        Assert.Equal(16 * 200 / (first + 200 * Shared(16)), serving.Throughput.PerSecond, 6); // Little's law
        Assert.Equal(1 / Shared(16), serving.PerUser.PerSecond, 6);
        Assert.Equal(serving.Throughput.PerSecond / 200, serving.Requests.PerSecond, 9);
    }

    [Fact]
    public void Prompt_that_is_held_back_waits_for_steps()
    {
        LlmServing atOnce = Serving(LlmLoad.Concurrent(16)), held = atOnce with { HeldSteps = 20 };
        LlmServing arriving = Serving(LlmLoad.Arriving(5.PerSecond));

        Assert.Equal(atOnce.TimeToFirstToken.Seconds + 20 * Shared(16), held.TimeToFirstToken.Seconds, 9);
        Assert.Equal(atOnce.TimePerToken.Seconds, held.TimePerToken.Seconds, 12);
        Assert.Equal(16 * 200 / (held.TimeToFirstToken.Seconds + 200 * Shared(16)), held.Throughput.PerSecond, 6);
        Assert.Equal(20 * Token(arriving.Running.Value), ((arriving with { HeldSteps = 20 }).TimeToFirstToken - arriving.TimeToFirstToken).Seconds, 6);
    }

    /// <summary>A tenth of a second before the engine's own server, whatever the load.</summary>
    [Fact]
    public void Router_takes_its_time_first() => Assert.All(
        [LlmLoad.Concurrent(16), LlmLoad.Batch(8), LlmLoad.Burst(20), LlmLoad.Arriving(5.PerSecond)],
        load => Assert.Equal(0.1, ((Serving(load) with { IsBehindRouter = true }).TimeToFirstToken - Serving(load).TimeToFirstToken).Seconds, 9));

    [Fact]
    public void Clients_beyond_the_memory_wait_for_the_end_of_answers()
    {
        double most = LlmCase.Perfect().MostSequences(1200).Value;
        LlmServing full = Serving(LlmLoad.Concurrent(most)), over = Serving(LlmLoad.Concurrent(2 * most));

        Assert.Equal(most, over.Running.Value, 9);
        Assert.Equal(most, over.MostRequests.Value, 9);
        Assert.Equal(full.TimeToFirstToken.Seconds + 200 * Shared(most), over.TimeToFirstToken.Seconds, 6);
        Assert.Equal(full.Throughput.PerSecond, over.Throughput.PerSecond, 6);
    }

    [Fact]
    public void Saturated_replica_runs_what_fits_and_has_no_first_token()
    {
        LlmServing serving = Serving(LlmLoad.Saturated);
        double most = LlmCase.Perfect().MostSequences(1200).Value;

        Assert.Equal(most, serving.Running.Value, 6);
        Assert.Equal(most / Token(most), serving.Throughput.PerSecond, 4);
        Assert.DoesNotContain(serving.Results, result => result.Name == "time to first token");
        Assert.False(serving.TimeToFirstToken.IsFeasible);
        Assert.Contains("give its clients or the rate of requests", Infeasibility.Message(serving.TimeToFirstToken.Node));
    }

    [Fact]
    public void Engine_bears_fewer_sequences_than_memory()
    {
        LlmServing serving = Serving(LlmLoad.Saturated) with { Replica = LlmCase.Perfect((LlmConstant.Sequences, 100)) };
        double most = serving.MostRequests.Value;

        Assert.Equal(most * 100 / (most + 100), serving.Running.Value, 6);
        Assert.Equal(8, (serving with { RequestLimit = 8, Replica = LlmCase.Perfect() }).Running.Value, 6);
    }

    [Fact]
    public void Batch_computes_its_prompts_first_and_no_others()
    {
        LlmServing serving = Serving(LlmLoad.Batch(8));
        double first = Prompt + 0.02 + 7 * Marginal, token = LlmCase.Perfect(Costs).Decode(8, 1100).Central.Seconds;

        Assert.Equal(first, serving.TimeToFirstToken.Seconds, 9);
        Assert.Equal(token, serving.TimePerToken.Seconds, 9);
        Assert.Equal(8 * 200 / (first + 200 * token), serving.Throughput.PerSecond, 6);
    }

    [Fact]
    public void Burst_computes_half_of_its_prompts_before_the_mean_one()
    {
        LlmServing serving = Serving(LlmLoad.Burst(20));

        Assert.Equal(Prompt + 0.02 + 10 * Marginal, serving.TimeToFirstToken.Seconds, 9);
        Assert.Equal(20 / Token(20), serving.Throughput.PerSecond, 4);
    }

    [Fact]
    public void Arrivals_run_by_Littles_law()
    {
        LlmServing serving = Serving(LlmLoad.Arriving(5.PerSecond));
        double running = serving.Running.Value;

        Assert.Equal(5 * 200 * Token(running), running, 6);
        Assert.Equal(1000, serving.Throughput.PerSecond, 6);
        Assert.Equal(Prompt + 0.02 + running * 0.0003 + Token(running) / 2, serving.TimeToFirstToken.Seconds, 6);
    }

    [Fact]
    public void Arrivals_beyond_the_capacity_wait_without_end()
    {
        LlmServing serving = Serving(LlmLoad.Arriving(1000.PerSecond));

        Assert.False(serving.TimeToFirstToken.IsFeasible);
        Assert.Contains("1 k/s requests come and the replica answers", Infeasibility.Message(serving.TimeToFirstToken.Node));
        Assert.Contains("add replicas", Assert.Single(serving.Findings).Message);
        Assert.Equal(serving.MostRequests.Value, serving.Running.Value, 6);
    }

    [Fact]
    public void Finite_stream_beyond_the_capacity_waits_for_half_of_what_it_is_too_fast()
    {
        LlmServing serving = Serving(LlmLoad.Arriving(1000.PerSecond, requests: 500));
        double perSecond = serving.Running.Value / Token(serving.Running.Value) / 200;

        Assert.Equal(Prompt + 0.02 + serving.Running.Value * 0.0003 + Token(serving.Running.Value) / 2 + 250 * (1 / perSecond - 0.001), serving.TimeToFirstToken.Seconds, 4);
        Assert.Equal(perSecond, serving.Requests.PerSecond, 4);
    }

    [Fact]
    public void Uncertain_rate_of_arrivals_moves_what_runs_by_its_slope()
    {
        Rate rate = 4.PerSecond.To(6.PerSecond);
        Scalar running = Serving(LlmLoad.Arriving(rate)).Running;
        double at = rate.PerSecond, slope = (Serving(LlmLoad.Arriving((at * 1.001).PerSecond)).Running.Value / running.Value - 1) / 0.001;

        Assert.Equal(slope, running.Sensitivities()[0].Elasticity, 1);
    }

    [Fact]
    public void Beams_share_the_prompt_and_not_the_answer()
    {
        LlmServing serving = Serving(LlmLoad.Batch(8)) with { Beams = 4 };

        Assert.Equal(LlmCase.Perfect().MostSequences(1000 + 800).Value, serving.MostRequests.Value, 6);
        Assert.Equal(LlmCase.Perfect(Costs).Decode(32, 1100).Central.Seconds, serving.TimePerToken.Seconds, 9);
    }

    [Fact]
    public void Cached_tokens_are_context_without_arithmetic()
    {
        LlmServing serving = Serving(LlmLoad.Batch(1)) with { PromptTokens = 100, CachedTokens = 900 };

        Assert.Equal(LlmCase.Perfect(Costs).Prompt(100, 900).Central.Seconds + 0.02, serving.TimeToFirstToken.Seconds, 9);
        Assert.Equal(LlmCase.Perfect(Costs).Decode(1, 1100).Central.Seconds, serving.TimePerToken.Seconds, 9);
    }

    [Fact]
    public void Retained_tokens_leave_less_room()
    {
        LlmServing free = Serving(LlmLoad.Concurrent(4)), kept = free with { RetainedTokens = 12_000 };

        Assert.Equal(free.MostRequests.Value - 10, kept.MostRequests.Value, 9); // ten times the 1,200 tokens of a request
        Assert.Equal(free.TimePerToken.Seconds, kept.TimePerToken.Seconds, 12);
        LlmServing full = free with { RetainedTokens = 1e6 };
        Assert.False(full.MostRequests.IsFeasible);
        Assert.Contains("the 1 M tokens that are retained leave no room for a request that runs, where 102 would fit without them; retain them for a shorter time, or add replicas", Assert.Single(full.Findings).Message);
    }

    [Fact]
    public void Response_is_the_first_token_and_the_others()
    {
        LlmServing serving = Serving(LlmLoad.Concurrent(4));
        Assert.Equal(serving.TimeToFirstToken.Seconds + 200 * serving.TimePerToken.Seconds, serving.ResponseTime.Seconds, 12);
    }

    [Fact]
    public void System_is_so_many_replicas()
    {
        LlmServing serving = Serving(LlmLoad.Saturated) with { Replicas = 3 };

        Assert.Equal(3 * serving.Throughput.PerSecond, serving.SystemThroughput.PerSecond, 6);
        Assert.Equal(serving.SystemThroughput.PerSecond / 200, serving.Requests.PerSecond, 9);
    }

    [Fact]
    public void Pipeline_stages_raise_throughput_and_not_the_speed_of_one()
    {
        LlmReplica two = LlmCase.Perfect(Costs) with { Layout = new ParallelLayout { PipelineStages = 2 } };
        LlmServing one = Serving(LlmLoad.Saturated), both = one with { Replica = two };

        Assert.Equal(Serving(LlmLoad.Batch(1)).TimePerToken.Seconds, (Serving(LlmLoad.Batch(1)) with { Replica = two }).TimePerToken.Seconds, 12);
        Assert.True(both.Throughput.PerSecond > 1.5 * one.Throughput.PerSecond);
    }

    [Fact]
    public void Energy_of_a_token_is_at_most_board_power_over_tokens() // one estimator: 50 times more than the board can draw
    {
        LlmReplica board = LlmCase.Perfect(Costs) with { Device = Accelerators.A100Sxm80Gb };
        LlmServing serving = Serving(LlmLoad.Batch(1)) with { Replica = board }, two = serving with { Replica = board with { Layout = ParallelLayout.Tensor(2) } };

        Assert.Equal(400 / serving.Throughput.PerSecond, serving.MostEnergyPerToken!.Joules, 6);
        Assert.Equal(800 / two.Throughput.PerSecond, two.MostEnergyPerToken!.Joules, 6);
        Assert.Null((serving with { Replica = LlmCase.Perfect(Costs) }).MostEnergyPerToken);
    }

    [Fact]
    public void Most_clients_within_limits_are_one_fewer_than_too_many()
    {
        LlmServing serving = Serving(LlmLoad.Saturated).Within(500.Milliseconds, 20.Milliseconds);
        double clients = serving.Running.Value;
        LlmServing next = serving with { Load = LlmLoad.Concurrent(clients + 1) };

        Assert.Equal(Math.Floor(clients), clients);
        Assert.True(serving.TimeToFirstToken.Milliseconds <= 500 && serving.TimePerToken.Milliseconds <= 20);
        Assert.True(next.TimeToFirstToken.Milliseconds > 500 || next.TimePerToken.Milliseconds > 20);
    }

    [Fact]
    public void Limits_that_nobody_meets_are_refused_with_what_one_client_waits()
    {
        var refusal = Assert.Throws<EstimateException>(() => Serving(LlmLoad.Saturated).Within(500.Milliseconds, 1.Milliseconds));

        Assert.StartsWith("One client alone waits ", refusal.Message);
        Assert.EndsWith("the limits are 500 ms and 1 ms.", refusal.Message);
    }

    [Fact]
    public void Model_that_does_not_fit_has_no_results()
    {
        LlmServing serving = Serving(LlmLoad.Concurrent(4)) with { Replica = LlmCase.Perfect() with { Device = Accelerators.T4, Model = PublishedModels.Transformer("Llama-2-13B") } };

        Assert.All(serving.Results, result => Assert.False(result.IsFeasible));
        Assert.Contains("the smallest change that fits: int4-weight-only", Assert.Single(serving.Findings).Message);
    }

    [Theory]
    [InlineData("prompt tokens")]
    [InlineData("answer tokens")]
    [InlineData("cached tokens")]
    [InlineData("beams")]
    [InlineData("retained tokens")]
    [InlineData("request limit")]
    [InlineData("held steps")]
    [InlineData("replicas")]
    public void Inputs_out_of_their_domain_are_refused(string name)
    {
        LlmServing serving = Serving(LlmLoad.Saturated);
        Func<LlmServing> wrong = name switch
        {
            "prompt tokens" => () => serving with { PromptTokens = 0.5 },
            "answer tokens" => () => serving with { AnswerTokens = 0 },
            "cached tokens" => () => serving with { CachedTokens = -1 },
            "beams" => () => serving with { Beams = 0 },
            "retained tokens" => () => serving with { RetainedTokens = -1 },
            "request limit" => () => serving with { RequestLimit = 0 },
            "held steps" => () => serving with { HeldSteps = -1 },
            _ => () => serving with { Replicas = 0 },
        };

        Assert.Equal(name, Assert.Throws<ArgumentOutOfRangeException>(wrong).ParamName);
    }

    [Fact]
    public void Loads_out_of_their_domain_are_refused()
    {
        Assert.Equal("clients", Assert.Throws<ArgumentOutOfRangeException>(() => LlmLoad.Concurrent(0)).ParamName);
        Assert.Equal("requests of a batch", Assert.Throws<ArgumentOutOfRangeException>(() => LlmLoad.Batch(0)).ParamName);
        Assert.Equal("requests of a burst", Assert.Throws<ArgumentOutOfRangeException>(() => LlmLoad.Burst(0)).ParamName);
        Assert.Equal("request rate", Assert.Throws<ArgumentOutOfRangeException>(() => LlmLoad.Arriving(0.PerSecond)).ParamName);
        Assert.Equal("requests", Assert.Throws<ArgumentOutOfRangeException>(() => LlmLoad.Arriving(1.PerSecond, 0)).ParamName);
    }

    [Fact]
    public void Results_are_in_the_order_of_a_reader() => Assert.Equal(
        ["requests that fit", "running requests", "time to first token", "time to first token, p95", "time per output token", "time per output token, p95", "response time", "output tokens per second of a user", "output tokens per second of a replica", "output tokens per second of the system", "requests per second of the system"],
        Serving(LlmLoad.Concurrent(1)).Results.Select(result => result.Name));
}
