namespace MlsdEstimator.Tests;

public class ChatWorkloadTests
{
    /// <summary>10M daily users x 2 sessions of 5 turns in 600 s, peak 4: 555,556 sessions open, 4,630 requests/s, 222k answers being written at duty 0.4.</summary>
    [Fact]
    public void Retrieval_augmented_chat_has_its_published_load()
    {
        ChatWorkload chat = Rag();
        Assert.Equal(0.4, chat.DutyCycle.Value, 1e-12);
        Assert.Equal(222_222.2, chat.Generating.Value, 0.1);
        Assert.Equal(333_333.3, chat.Idle.Value, 0.1);
        Assert.Equal(4_629.63, chat.PeakRequests.PerSecond, 0.01);
        Assert.Equal(1_157.41, chat.AverageRequests.PerSecond, 0.01);
        Assert.Equal(1_851_852, chat.DecodeTokens.PerSecond, 1.0);
        Assert.Equal((chat.AverageRequests.PerSecond, chat.PeakRequests.PerSecond, "requests"), (chat.Requests.Average.PerSecond, chat.Requests.Peak.PerSecond, chat.Requests.Counts));
    }

    /// <summary>Turns carry 300, 800, 1,300, 1,800, 2,300 tokens: 1,300 on average; the last fifth of the requests is the fifth turn.</summary>
    [Fact]
    public void Prompt_holds_what_was_said_before()
    {
        ChatWorkload chat = Rag();
        Assert.Equal((1_300, 2_300, 2_300), (chat.PromptTokens.Value, chat.PromptTokensP95.Value, chat.PromptTokensP99.Value));
        Assert.Equal(1_500, chat.ContextTokens.Value);
        Assert.Equal((0, 0, 1_300, 0), (chat.PrefixHitRatio.Value, chat.CachedTokens.Value, chat.ComputedTokens.Value, chat.RetainedTokens.Value));
        Assert.Equal(4_629.63 * 1_300, chat.PrefillTokens.PerSecond, 10.0);
    }

    /// <summary>Kept for 72 s, thinking for 72 s: 1 - 1/e of the turns find 1,000 tokens of history, and all find the 200 of the system prompt.</summary>
    [Fact]
    public void Prefix_cache_spares_what_was_kept()
    {
        ChatWorkload chat = Rag() with { PrefixRetention = 72.Seconds };
        Assert.Equal(0.6321205588285577, chat.PrefixHitRatio.Value, 1e-12);
        Assert.Equal(832.1205588285577, chat.CachedTokens.Value, 1e-9);
        Assert.Equal(467.8794411714423, chat.ComputedTokens.Value, 1e-9);
        Assert.Equal(333_333.333333 * 0.6321205588285577 * 1_500, chat.RetainedTokens.Value, 100.0);
    }

    [Fact]
    public void Retention_of_nothing_keeps_the_system_prompt()
    {
        ChatWorkload chat = Rag() with { PrefixRetention = 0.Seconds };
        Assert.Equal((0, 200, 1_100), (chat.PrefixHitRatio.Value, chat.CachedTokens.Value, chat.ComputedTokens.Value));
    }

    /// <summary>Mean 5: four turns before on average; P(K > k) = 0.8^(k + 1), so 13 turns at 95 % (0.8^13 = 0.055, 0.8^14 = 0.044) and 20 at 99 % (0.8^21 = 0.0092).</summary>
    [Fact]
    public void Sessions_that_end_by_chance_have_a_long_tail()
    {
        ChatTurns turns = ChatTurns.Geometric(5);
        Assert.Equal((5, 4, 13, 20), (turns.Mean.Value, turns.MeanBefore.Value, turns.Before(0.95).Value, turns.Before(0.99).Value));
        Assert.Equal(2_300, (Rag() with { Turns = turns }).PromptTokens.Value);
        Assert.Equal(0, turns.Before(0.1).Value);
    }

    [Fact]
    public void Sessions_of_one_turn_have_no_history()
    {
        Assert.Equal((0, 0), (ChatTurns.Geometric(1).MeanBefore.Value, ChatTurns.Geometric(1).Before(0.99).Value));
        Assert.Equal((0, 0), (ChatTurns.Fixed(1).MeanBefore.Value, ChatTurns.Fixed(1).Before(0.99).Value));
    }

    [Theory]
    [InlineData(0.2, 0)]
    [InlineData(0.21, 1)]
    [InlineData(0.5, 2)]
    [InlineData(0.81, 4)]
    public void Turns_of_equal_sessions_come_equally_often(double level, double expected) => Assert.Equal(expected, ChatTurns.Fixed(5).Before(level).Value);

    [Fact]
    public void Rates_know_what_they_are()
    {
        ChatWorkload chat = Rag();
        Assert.Contains(Aspect.Peak, chat.PeakRequests.Aspects);
        Assert.Contains(Aspect.Average, chat.AverageRequests.Aspects);
        Assert.Contains(Aspect.Counts("tokens"), chat.PrefillTokens.Aspects);
        Assert.Contains(Aspect.Counts("tokens"), chat.DecodeTokens.Aspects);
        Assert.Equal(15, chat.Results.Select(result => result.Name).Distinct().Count());
    }

    [Fact]
    public void Without_a_response_time_only_tokens_are_known()
    {
        ChatWorkload open = Rag() with { ResponseTime = null, PrefixRetention = 72.Seconds };

        Assert.Equal(
            ["prompt tokens", "prompt tokens p95", "prompt tokens p99", "prefix hit ratio", "cached prompt tokens", "computed prompt tokens", "context tokens while generating"],
            open.Results.Select(result => result.Name));
        Assert.All(open.Results, result => Assert.True(result.IsFeasible));
        Assert.Contains("give ResponseTime, or let ChatServing find it", Infeasibility.Message(open.DutyCycle.Node));
        Assert.False(open.PeakRequests.IsFeasible);
    }

    [Fact]
    public void Every_input_changes_a_result() => Assert.Empty(EveryInput.WithoutEffect(Rag, new Dictionary<string, object>
    {
        [nameof(ChatWorkload.OpenSessions)] = (Scalar)10,
        [nameof(ChatWorkload.Peak)] = Peak.Factor(2),
        [nameof(ChatWorkload.Turns)] = ChatTurns.Fixed(3),
        [nameof(ChatWorkload.ThinkTime)] = 30.Seconds,
        [nameof(ChatWorkload.ResponseTime)] = 20.Seconds,
        [nameof(ChatWorkload.SystemPromptTokens)] = (Scalar)0,
        [nameof(ChatWorkload.MessageTokens)] = (Scalar)50,
        [nameof(ChatWorkload.OutputTokens)] = (Scalar)50,
        [nameof(ChatWorkload.PrefixRetention)] = 1.Minutes,
    }));

    [Fact]
    public void Impossible_input_is_refused_with_its_name()
    {
        AssertRefused("open sessions", () => Rag() with { OpenSessions = -1 });
        AssertRefused("think time", () => Rag() with { ThinkTime = 0.Seconds });
        AssertRefused("response time", () => Rag() with { ResponseTime = 0.Seconds });
        AssertRefused("system prompt tokens", () => Rag() with { SystemPromptTokens = -1 });
        AssertRefused("message tokens", () => Rag() with { MessageTokens = 0 });
        AssertRefused("output tokens", () => Rag() with { OutputTokens = 0 });
        AssertRefused("prefix retention", () => Rag() with { PrefixRetention = (-1).Seconds });
        AssertRefused("turns per session", () => ChatTurns.Fixed(0.5));
        AssertRefused("turns per session", () => ChatTurns.Geometric(0.5));
        AssertRefused("level", () => ChatTurns.Fixed(5).Before(1));
        Assert.Throws<ArgumentNullException>(() => Rag() with { Peak = null! });
        Assert.Throws<ArgumentNullException>(() => Rag() with { Turns = null! });
    }

    private static void AssertRefused(string name, Func<object> make) => Assert.Contains($"'{name}'", Assert.Throws<ArgumentOutOfRangeException>(make).Message);

    private static ChatWorkload Rag() => new()
    {
        OpenSessions = 10.Million * 2 * 600 / 86_400 * 4,
        Peak = Peak.Factor(4),
        Turns = ChatTurns.Fixed(5),
        ThinkTime = 72.Seconds,
        ResponseTime = 48.Seconds,
        SystemPromptTokens = 200,
        MessageTokens = 100,
        OutputTokens = 400,
    };
}
