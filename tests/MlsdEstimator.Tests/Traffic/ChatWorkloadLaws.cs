using FsCheck;
using FsCheck.Fluent;

namespace MlsdEstimator.Tests;

/// <summary>What holds for every chat, whatever its sessions, turns and sizes.</summary>
public class ChatWorkloadLaws
{
    private static readonly Config Laws = Config.QuickThrowOnFailure.WithMaxTest(1_000).WithQuietOnSuccess(true);

    [Fact]
    public void Parts_sum_to_the_whole_for_any_chat() => Prop.ForAll(Chats, SumsUp).Check(Laws);

    [Fact]
    public void Slower_answers_never_bring_more_requests_for_any_chat() => Prop.ForAll(Chats, IsAskedLess).Check(Laws);

    [Fact]
    public void Percentiles_never_fall_for_any_chat() =>
        Prop.ForAll(Chats, chat => Assert.True(chat.PromptTokensP95.Value <= chat.PromptTokensP99.Value)).Check(Laws);

    private static Arbitrary<ChatWorkload> Chats => (
        from sessions in Gen.Choose(0, 1_000_000)
        from turns in Gen.Choose(1, 40)
        from isFixed in Gen.Elements(true, false)
        from think in Gen.Choose(1, 1_000)
        from response in Gen.Choose(1, 1_000)
        from retention in Gen.Choose(0, 2_000)
        from message in Gen.Choose(1, 10_000)
        select new ChatWorkload
        {
            OpenSessions = sessions,
            Peak = Peak.Factor(2),
            Turns = isFixed ? ChatTurns.Fixed(turns) : ChatTurns.Geometric(turns),
            ThinkTime = think.Seconds,
            ResponseTime = response.Seconds,
            SystemPromptTokens = 100,
            MessageTokens = message,
            OutputTokens = 200,
            PrefixRetention = retention.Seconds,
        }).ToArbitrary();

    /// <summary>Little's law, and what is cached and what is computed is all there is.</summary>
    private static void SumsUp(ChatWorkload chat)
    {
        double sessions = chat.OpenSessions.Value, prompt = chat.PromptTokens.Value;
        Assert.Equal(sessions, (chat.Generating + chat.Idle).Value, 1e-9 * sessions + 1e-12);
        Assert.Equal(chat.Generating.Value, (chat.PeakRequests * chat.ResponseTime!).Value, 1e-9 * sessions + 1e-12);
        Assert.Equal(prompt, (chat.CachedTokens + chat.ComputedTokens).Value, 1e-9 * prompt);
        Assert.True(chat.ComputedTokens.Value >= chat.MessageTokens.Value - 1e-9 * prompt);
    }

    private static void IsAskedLess(ChatWorkload chat)
    {
        ChatWorkload slower = chat with { ResponseTime = chat.ResponseTime! * 2 };
        Assert.True(slower.PeakRequests.PerSecond <= chat.PeakRequests.PerSecond);
        Assert.True(slower.Generating.Value >= chat.Generating.Value);
    }
}
