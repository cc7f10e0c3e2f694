using FsCheck;
using FsCheck.Fluent;

namespace MlsdEstimator.Tests;

/// <summary>What holds for every chat on every replica.</summary>
public class ChatServingLaws
{
    private static readonly Config Laws = Config.QuickThrowOnFailure.WithMaxTest(1_000).WithQuietOnSuccess(true);

    private static readonly Gen<ChatServing> AnyChat =
        from sessions in Gen.Choose(1, 2000)
        from think in Gen.Choose(1, 300)
        from turns in Gen.Choose(1, 10)
        from message in Gen.Choose(1, 2000)
        from answer in Gen.Choose(1, 800)
        from replicas in Gen.Choose(1, 20)
        select new ChatServing
        {
            Chat = new ChatWorkload
            {
                OpenSessions = sessions, Peak = Peak.Factor(2), Turns = ChatTurns.Geometric(turns), ThinkTime = think.Seconds, ResponseTime = null,
                SystemPromptTokens = 100, MessageTokens = message, OutputTokens = answer,
            },
            Replica = new LlmReplica { Model = LlmCase.Llama, Device = Accelerators.A100Sxm80Gb, Stack = ServingStack.Vllm },
            Replicas = replicas,
        };

    [Fact]
    public void Every_session_either_thinks_or_waits_for_any_chat() => Prop.ForAll(Arb.From(AnyChat), chat =>
    {
        if (!chat.ResponseTime.IsFeasible) // one request of the chat is longer than the memory
            return !chat.InProgress.IsFeasible;
        double sessions = chat.Sessions.Value, thinking = chat.InProgress.Value * (chat.Chat.ThinkTime / chat.ResponseTime).Value;
        return Math.Abs(chat.InProgress.Value + thinking - sessions) <= 1e-6 * sessions && chat.Workload.DutyCycle.Value is > 0 and < 1;
    }).Check(Laws);
}
