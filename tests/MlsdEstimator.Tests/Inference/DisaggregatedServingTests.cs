namespace MlsdEstimator.Tests;

public class DisaggregatedServingTests
{
    private static DisaggregatedServing Split() => new()
    {
        PromptReplica = LlmCase.Perfect(),
        AnswerReplica = LlmCase.Perfect(),
        Requests = 40.PerSecond,
        PromptTokens = 1000,
        AnswerTokens = 200,
        Sequences = 32,
        PromptLoad = 60.Percent,
        Link = Bandwidth.FromGigabytesPerSecond(50),
    };

    [Fact]
    public void Pools_follow_from_prompts_and_answers()
    {
        DisaggregatedServing split = Split();
        double prompt = LlmCase.Perfect().Prompt(1000).Time.Seconds, token = LlmCase.Perfect().Decode(32, 1100).Step.Seconds;

        Assert.Equal(40 * prompt / 0.6, split.PromptReplicas.Value, 1e-9);
        Assert.Equal(40 * 200 * token / 32, split.AnswerReplicas.Value, 1e-9);
        Assert.Equal(524_288_000, split.Sent.Bytes);
        Assert.Equal(0.01048576, split.Transfer.Seconds, 1e-12);
        Assert.Equal(40 * 524_288_000.0, split.Traffic.BytesPerSecond, 1e-3);
        Assert.Equal(prompt * 1.5, split.Wait.Seconds, 1e-12); // 0.6 / 0.4
        double half = LlmCase.Perfect().Decode(32, 1100).Central.Seconds / 2;
        Assert.Equal(half, split.FrontEnd.Seconds, 1e-12);
        Assert.Equal(half + prompt * 2.5 + 0.01048576, split.TimeToFirstToken.Seconds, 1e-12);
        Assert.Equal(token, split.TimePerToken.Seconds, 1e-12); // no prompt in between
        Assert.Empty(split.Findings);
        Assert.Equal(10, split.Results.Select(result => result.Name).Distinct().Count());
    }

    /// <summary>0.02 s of the request, 32 x 1 ms of the clients, 5 ms of the router where there is one.</summary>
    [Fact]
    public void Front_end_of_the_stack_is_part_of_the_first_token()
    {
        DisaggregatedServing split = Split() with { AnswerReplica = LlmCase.Perfect((LlmConstant.Request, 0.02), (LlmConstant.Client, 0.001), (LlmConstant.Router, 0.005)) };

        Assert.Equal(0.052, (split.TimeToFirstToken - Split().TimeToFirstToken).Seconds, 1e-12);
        Assert.Equal(0.057, ((split with { IsBehindRouter = true }).TimeToFirstToken - Split().TimeToFirstToken).Seconds, 1e-12);
    }

    [Fact]
    public void One_client_waits_as_long_as_where_prompts_and_answers_share_a_replica()
    {
        LlmReplica replica = new() { Model = PublishedModels.Transformer("Llama-3-8B"), Device = Accelerators.H100Sxm80Gb, Stack = ServingStack.SgLang };
        LlmServing together = new() { Replica = replica, PromptTokens = 200, AnswerTokens = 200, Load = LlmLoad.Concurrent(1) };
        DisaggregatedServing split = Split() with { PromptReplica = replica, AnswerReplica = replica, PromptTokens = 200, Sequences = 1, PromptLoad = Fraction.FromRatio(1e-9) };

        Assert.Equal(together.TimeToFirstToken.Seconds, (split.TimeToFirstToken - split.Transfer).Seconds, 0.001);
    }

    [Fact]
    public void Cached_tokens_are_sent_and_not_computed()
    {
        DisaggregatedServing split = Split() with { CachedTokens = 500 };
        Assert.Equal(1500 * 524_288.0, split.Sent.Bytes);
        Assert.Equal(LlmCase.Perfect().Prompt(1000, 500).Time.Seconds, split.Prompt.Seconds, 1e-12);
        Assert.Equal(LlmCase.Perfect().Decode(32, 1600).Step.Seconds, split.TimePerToken.Seconds, 1e-12);
    }

    [Fact]
    public void Link_that_is_too_slow_and_answers_that_do_not_fit_are_refused()
    {
        DisaggregatedServing slow = Split() with { Link = Bandwidth.FromGigabytesPerSecond(1) }, many = Split() with { Sequences = 5000 };

        Assert.Contains("of cache have to be sent and ", Assert.Single(slow.Findings).Message);
        Assert.Contains("5,000 answers at once do not fit, 102 do", Assert.Single(many.Findings).Message);
        Assert.False(many.AnswerReplicas.IsFeasible);
    }

    [Fact]
    public void Pools_of_different_caches_contradict_each_other()
    {
        LlmReplica narrow = LlmCase.Perfect() with { Model = LlmCase.Llama with { Format = ModelFormat.Fp16 with { KvCache = StorageFormat.Fp8 } } };
        Assert.Contains("give both the same model and cache format", Assert.Throws<EstimateException>(() => (Split() with { AnswerReplica = narrow }).Sent).Message);
    }

    [Fact]
    public void Every_input_changes_a_result() => Assert.Empty(EveryInput.WithoutEffect(() => Split() with { AnswerReplica = LlmCase.Perfect((LlmConstant.Router, 1e-3)) }, new Dictionary<string, object>
    {
        [nameof(DisaggregatedServing.PromptReplica)] = LlmCase.Perfect((LlmConstant.Step, 1e-3)),
        [nameof(DisaggregatedServing.AnswerReplica)] = LlmCase.Perfect((LlmConstant.Step, 1e-3)),
        [nameof(DisaggregatedServing.Requests)] = 10.PerSecond,
        [nameof(DisaggregatedServing.PromptTokens)] = (Scalar)100,
        [nameof(DisaggregatedServing.CachedTokens)] = (Scalar)100,
        [nameof(DisaggregatedServing.AnswerTokens)] = (Scalar)100,
        [nameof(DisaggregatedServing.Sequences)] = (Scalar)8,
        [nameof(DisaggregatedServing.PromptLoad)] = 50.Percent,
        [nameof(DisaggregatedServing.IsBehindRouter)] = true,
        [nameof(DisaggregatedServing.Link)] = Bandwidth.FromGigabytesPerSecond(25),
    }));

    [Fact]
    public void Impossible_input_is_refused_with_its_name()
    {
        Assert.Equal("requests", Assert.Throws<ArgumentOutOfRangeException>(() => Split() with { Requests = 0.PerSecond }).ParamName);
        Assert.Equal("prompt tokens", Assert.Throws<ArgumentOutOfRangeException>(() => Split() with { PromptTokens = 0 }).ParamName);
        Assert.Equal("cached tokens", Assert.Throws<ArgumentOutOfRangeException>(() => Split() with { CachedTokens = -1 }).ParamName);
        Assert.Equal("answer tokens", Assert.Throws<ArgumentOutOfRangeException>(() => Split() with { AnswerTokens = 0 }).ParamName);
        Assert.Equal("sequences at once", Assert.Throws<ArgumentOutOfRangeException>(() => Split() with { Sequences = 0 }).ParamName);
        Assert.Equal("planned load of prompts", Assert.Throws<ArgumentOutOfRangeException>(() => Split() with { PromptLoad = 100.Percent }).ParamName);
        Assert.Equal("planned load of prompts", Assert.Throws<ArgumentOutOfRangeException>(() => Split() with { PromptLoad = 0.Percent }).ParamName);
        Assert.Throws<ArgumentNullException>("prompt replica", () => Split() with { PromptReplica = null! });
        Assert.Throws<ArgumentNullException>("answer replica", () => Split() with { AnswerReplica = null! });
        Assert.Equal("link between pools", Assert.Throws<ArgumentOutOfRangeException>(() => Split() with { Link = Bandwidth.FromGigabytesPerSecond(0) }).ParamName);
    }
}
