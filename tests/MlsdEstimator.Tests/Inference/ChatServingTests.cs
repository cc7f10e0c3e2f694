namespace MlsdEstimator.Tests;

public class ChatServingTests
{
    /// <summary>20 sessions that think for 5 s, prompts of 1,000 tokens and answers of 200, on one perfect A100: time per token is a line, so that the loop is a quadratic equation.</summary>
    private static ChatServing Chat(params (LlmConstant, double)[] costs) => new() { Chat = Workload, Replica = LlmCase.Perfect(costs), Replicas = 1 };

    private static ChatWorkload Workload => LlmCase.Chat(sessions: 20);

    [Fact] // b w^2 + (a + think - b sessions) w = a sessions, solved by hand
    public void Loop_closes_where_a_quadratic_equation_says()
    {
        ChatServing chat = Chat();

        Assert.Equal(5.020038833288335, chat.InProgress.Value, 1e-6);
        Assert.Equal(1.6755847286319474, chat.ResponseTime.Seconds, 1e-6);
        Assert.Equal(0.2510019416644167, chat.Workload.DutyCycle.Value, 1e-7);
        Assert.Equal(0.008113461462926547, chat.Serving.TimePerToken.Seconds, 1e-8);
    }

    [Fact] // prompts of others add to each token, and a step takes 1 ms more
    public void Costs_of_the_stack_close_the_loop_elsewhere()
    {
        ChatServing chat = Chat((LlmConstant.Interference, 1), (LlmConstant.Step, 1e-3));

        Assert.Equal(6.025839758802024, chat.InProgress.Value, 1e-6);
        Assert.Equal(2.156065071100631, chat.ResponseTime.Seconds, 1e-6);
    }

    [Fact]
    public void Workload_and_replica_tell_the_same_story()
    {
        ChatServing chat = Chat() with { Replicas = 4, Chat = Workload with { OpenSessions = 80 } };

        Assert.Equal(20, chat.Sessions.Value);
        Assert.Equal(5.020038833288335, chat.InProgress.Value, 1e-6);
        Assert.Equal(4 * chat.InProgress.Value, chat.Workload.Generating.Value, 1e-6);
        Assert.Equal(chat.Workload.PeakRequests.PerSecond, 4 * chat.InProgress.Value / chat.ResponseTime.Seconds, 1e-6);
        Assert.Equal(4, chat.Serving.Replicas.Value);
        Assert.Equal(["sessions of a replica", "requests in progress of a replica", "response time of the chat"], chat.Results.Select(result => result.Name));
        Assert.Equal([chat.Workload, chat.Serving], chat.Parts);
        Assert.Empty(chat.Findings);
    }

    [Fact]
    public void Nobody_who_chats_asks_for_nothing()
    {
        ChatServing chat = Chat() with { Chat = Workload with { OpenSessions = 0 } };

        Assert.Equal(0, chat.InProgress.Value);
        Assert.Equal(Chat().Replica.Prompt(1000).Central.Seconds + 200.5 * Chat().Replica.Decode(1, 1100).Central.Seconds, chat.ResponseTime.Seconds, 0.005);
    }

    [Fact]
    public void Sessions_beyond_the_memory_wait_and_say_so()
    {
        ChatServing chat = Chat() with { Chat = Workload with { OpenSessions = 2000 } };
        double most = LlmCase.Perfect().MostSequences(1200).Value;

        Assert.Equal(most, chat.Serving.Running.Value, 1e-6);
        Assert.True(chat.InProgress.Value > most);
        Assert.Equal(2000, chat.InProgress.Value * (1 + 5 / chat.ResponseTime.Seconds), 1e-4); // nobody is lost
        Finding finding = Assert.Single(chat.Findings);
        Assert.Equal((Severity.Warning, FindingCodes.Consequence), (finding.Severity, finding.Code));
        Assert.Contains(" requests are in progress on a replica and 102 fit: the others wait for the end of an answer, ", finding.Message);
        Assert.EndsWith("; add replicas.", finding.Message);
    }

    [Fact]
    public void Fewer_replicas_never_answer_faster()
    {
        Duration[] responses = [.. new[] { 1.0, 1.5, 2, 4, 8, 100 }.Select(replicas => (Chat() with { Replicas = replicas, Chat = Workload with { OpenSessions = 400 } }).ResponseTime)];
        Assert.Equal(responses.OrderByDescending(response => response.Seconds), responses);
    }

    [Fact]
    public void Prefix_cache_spares_prompts_and_takes_memory()
    {
        ChatWorkload turns = Workload with { Turns = ChatTurns.Fixed(5), MessageTokens = 100 };
        ChatServing without = Chat() with { Chat = turns }, with = Chat() with { Chat = turns with { PrefixRetention = 5.Seconds } };

        Assert.Equal(900, without.Serving.PromptTokens.Value, 9); // 200 + 2 x 300 + 100
        Assert.Equal(900 - 200 - 600 * (1 - Math.Exp(-1)), with.Serving.PromptTokens.Value, 9);
        Assert.Equal(200 + 600 * (1 - Math.Exp(-1)), with.Serving.CachedTokens.Value, 9);
        Assert.Equal((20 - with.InProgress.Value) * (1 - Math.Exp(-1)) * 900, with.Serving.RetainedTokens!.Value, 1e-3);
        Assert.Null(without.Serving.RetainedTokens);
        Assert.True(with.ResponseTime.Seconds < without.ResponseTime.Seconds);
        Assert.True(with.Serving.MostRequests.Value < without.Serving.MostRequests.Value);
    }

    [Fact] // what is kept for those who think takes the room of those who ask: more of them wait, until fewer think
    public void Prefixes_that_are_kept_too_long_make_requests_wait()
    {
        ChatWorkload turns = Workload with { Turns = ChatTurns.Fixed(40), MessageTokens = 100, OpenSessions = 200 };
        ChatServing kept = Chat() with { Chat = turns with { PrefixRetention = 1.Hours } };

        Assert.Equal(kept.Serving.MostRequests.Value, kept.Serving.Running.Value, 6);
        Assert.True(kept.InProgress.Value > kept.Serving.MostRequests.Value);
        Assert.EndsWith("; add replicas, or keep prefixes for a shorter time.", Assert.Single(kept.Findings).Message);
    }

    [Fact]
    public void Model_that_does_not_fit_gives_its_shortfall_and_no_number()
    {
        ChatServing chat = Chat() with { Replica = LlmCase.Perfect() with { Device = Accelerators.T4, Model = PublishedModels.Transformer("Llama-2-13B") } };

        Assert.All(chat.Results.Skip(1), result => Assert.False(result.IsFeasible));
        Assert.Contains("the smallest change that fits: int4-weight-only", Infeasibility.Message(chat.InProgress.Node));
        Assert.Contains("the smallest change that fits: int4-weight-only", Infeasibility.Message(chat.Workload.Generating.Node));
    }

    [Fact]
    public void Every_draw_closes_its_own_loop()
    {
        Scalar sessions = 10.To(40, best: 20).Named("open sessions");
        ChatServing chat = Chat() with { Chat = Workload with { OpenSessions = sessions } };
        Simulation run = Simulation.Run([chat.InProgress, chat.ResponseTime, chat.Sessions], new SimulationOptions { Samples = 256, Randomisations = 1 });

        Assert.Equal(5.020038833288335, chat.InProgress.Value, 1e-6);
        Scalar belonging = chat.InProgress * (1 + 5.Seconds / chat.ResponseTime) / chat.Sessions; // 1 in every draw
        Estimate<Scalar> whole = belonging.Simulate(new SimulationOptions { Samples = 256, Randomisations = 1 });
        Assert.Equal((1, 1), (Math.Round(whole.Low.Value, 6), Math.Round(whole.High.Value, 6)));
        Assert.True(run.Of(chat.ResponseTime).High.Seconds > 1.2 * run.Of(chat.ResponseTime).Low.Seconds);
    }

    [Fact]
    public void Readings_follow_named_numbers_through_the_loop()
    {
        Duration think = 5.Seconds.Named("pause");
        ChatServing chat = Chat() with { Chat = Workload with { ThinkTime = think } };
        var again = Recalculation.Of([chat.ResponseTime], [think]);
        again.Set(think, 10.Seconds);

        Assert.Equal((chat with { Chat = Workload with { ThinkTime = 10.Seconds } }).ResponseTime.Seconds, again.Read(chat.ResponseTime).Seconds, 9);
        Assert.Contains("pause", chat.ResponseTime.Explain().ToString());
    }

    [Fact]
    public void Sensitivities_see_the_stack_the_sessions_and_no_more()
    {
        Scalar sessions = 10.To(40, best: 20).Named("open sessions");
        Duration response = (Chat() with { Chat = Workload with { OpenSessions = sessions } }).ResponseTime;
        double more = (Chat() with { Chat = Workload with { OpenSessions = 20.002 } }).ResponseTime.Seconds / 1.6755847286319474;

        IReadOnlyList<Sensitivity<Duration>> found = response.Sensitivities();
        Assert.Equal(Math.Log(more) / Math.Log(1.0001), found.Single(one => one.Label == "open sessions").Elasticity, 0.001);
        Assert.Contains("time factor of a generated token, unknown stack on A100 and its like", found.Select(one => one.Label));
    }

    [Fact]
    public void Every_input_changes_a_result() => Assert.Empty(EveryInput.WithoutEffect(() => Chat(), new Dictionary<string, object>
    {
        [nameof(ChatServing.Chat)] = Workload with { ThinkTime = 50.Seconds },
        [nameof(ChatServing.Replica)] = LlmCase.Perfect((LlmConstant.Step, 1e-3)),
        [nameof(ChatServing.Replicas)] = (Scalar)2,
        [nameof(ChatServing.RequestLimit)] = (Scalar)3,
    }));

    [Fact]
    public void Impossible_input_is_refused_with_its_name()
    {
        Assert.Equal("replicas", Assert.Throws<ArgumentOutOfRangeException>(() => Chat() with { Replicas = 0 }).ParamName);
        Assert.Equal("request limit", Assert.Throws<ArgumentOutOfRangeException>(() => Chat() with { RequestLimit = 0 }).ParamName);
        Assert.Null((Chat() with { RequestLimit = 5 } with { RequestLimit = null }).RequestLimit);
        Assert.Throws<ArgumentNullException>("chat", () => Chat() with { Chat = null! });
        Assert.Throws<ArgumentNullException>("replica", () => Chat() with { Replica = null! });
        var refusal = Assert.Throws<ArgumentException>(() => Chat() with { Chat = Workload with { ResponseTime = 2.Seconds } });
        Assert.Contains("'ChatWorkload' has a response time of 2 s, but the replicas decide it; leave it null.", refusal.Message);
    }
}
