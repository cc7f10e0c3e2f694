namespace MlsdEstimator.Tests;

/// <summary>Laws over requests, around the means.</summary>
public class LlmServingProfileTests
{
    private static readonly LlmReplica Replica = LlmCase.Perfect((LlmConstant.Request, 0.02), (LlmConstant.Queue, 0.1), (LlmConstant.BusyQueue, 0.5));

    private static LlmServing Serving(LlmLoad load) => new() { Replica = Replica, PromptTokens = 1000, AnswerTokens = 200, Load = load };

    public static TheoryData<string> Loads => ["clients", "client", "arrivals", "burst", "batch"];

    private static LlmLoad LoadOf(string name) => name switch
    {
        "clients" => LlmLoad.Concurrent(32),
        "client" => LlmLoad.Concurrent(1),
        "arrivals" => LlmLoad.Arriving(5.PerSecond),
        "burst" => LlmLoad.Burst(20),
        _ => LlmLoad.Batch(8),
    };

    [Theory]
    [MemberData(nameof(Loads))]
    public void Means_of_the_laws_are_those_that_are_fitted(string load)
    {
        foreach (LlmServing serving in (LlmServing[])[Serving(LoadOf(load)), Serving(LoadOf(load)) with { PromptTokensP95 = 2500, HeldSteps = 2 }, Serving(LoadOf(load)) with { Replica = Replica with { Efficiencies = LlmEfficiencies.Fitted } }])
        {
            Assert.Equal(1, serving.FirstTokens.Mean / serving.TimeToFirstToken is Scalar first ? first.Value : 0, 0.003);
            Assert.Equal(1, serving.Tokens.Mean / serving.TimePerToken is Scalar next ? next.Value : 0, 0.003);
        }
    }

    /// <summary>One client: a prompt and 20 ms, and up to one step until it begins, of which 95 % of the requests wait 0.95 at most, 0.45 more than on average.</summary>
    [Fact]
    public void Client_alone_waits_for_a_step_at_most()
    {
        LlmServing serving = Serving(LlmLoad.Concurrent(1));
        Assert.Equal(serving.TimeToFirstToken.Seconds + 0.45 * serving.TimePerToken.Seconds, serving.TimeToFirstTokenP95.Seconds, 4);
        Assert.Equal(serving.TimeToFirstToken.Seconds - 0.5 * serving.TimePerToken.Seconds, serving.FirstTokens.Percentile(0.0001).Seconds, 4);
    }

    /// <summary>
    /// 32 clients: busy = 32 m / (32 m + 200 t) with m seconds of a prompt's arithmetic and t of a token; n = 0.1 x 31 + 0.5 x busy prompts are in front on average, geometric,
    /// so that their variance is n (1 + n) m^2; a step of T, up to which a prompt waits, has T^2 / 12.
    /// </summary>
    [Fact]
    public void Prompts_in_front_of_clients_vary_as_in_a_queue()
    {
        LlmServing serving = Serving(LlmLoad.Concurrent(32));
        double m = Replica.Prompt(1000).Marginal.Seconds, t = Replica.Decode(32, 1100).Central.Seconds, step = serving.TokenTime(32).Seconds;
        double n = 3.1 + 0.5 * (32 * m / (32 * m + 200 * t)), variance = n * (1 + n) * m * m + step * step / 12;

        Assert.Equal(1, serving.FirstTokens.Scv.Value * Math.Pow(serving.FirstTokens.Mean.Seconds, 2) / variance, 0.02);
    }

    /// <summary>Where few prompts are computed, and where many are.</summary>
    [Fact]
    public void Late_first_tokens_are_later_than_the_mean_by_a_part_that_longer_answers_hardly_change() => Assert.All(
        from clients in (double[])[2, 8, 16, 64] from prompt in (double[])[200, 1000, 6000] from answer in (double[])[50, 200, 1000, 4000] select (clients, prompt, answer),
        at =>
        {
            LlmServing Of(double answer) => new()
            {
                Replica = Replica with { Efficiencies = LlmEfficiencies.Fitted }, PromptTokens = at.prompt, AnswerTokens = answer, Load = LlmLoad.Concurrent(at.clients),
            };
            double Late(double answer) => Of(answer).TimeToFirstTokenP95.Seconds / Of(answer).TimeToFirstToken.Seconds;
            Assert.True(Late(at.answer) > 1);
            Assert.InRange(Late(at.answer * 1.05) / Late(at.answer), 0.95, 1.05);
        });

    /// <summary>A prompt that takes 20 times as long as a step: its p95 is that of the first token, but for the step.</summary>
    [Fact]
    public void Long_prompts_make_the_tail()
    {
        LlmServing serving = Serving(LlmLoad.Concurrent(1)) with { PromptTokens = 8000, PromptTokensP95 = 16000 };
        double longer = Replica.Prompt(16000).Central.Seconds + 0.02 + serving.TimePerToken.Seconds / 2;
        Assert.Equal(1, serving.TimeToFirstTokenP95.Seconds / longer, 0.01);
        Assert.True(serving.FirstTokens.P50 < serving.TimeToFirstToken is { Nominally: true });
    }

    /// <summary>A p95 of 8 times the mean: 5.5 % of the prompts are as long, the others shorter; none can be that of 40 times the mean, by Markov's inequality.</summary>
    [Fact]
    public void Tail_beyond_that_of_a_log_normal_law_is_that_of_few_long_prompts()
    {
        LlmServing serving = Serving(LlmLoad.Concurrent(1)) with { PromptTokens = 2000, PromptTokensP95 = 12_000 };
        double late = Replica.Prompt(12_000).Central.Seconds, mean = Replica.Prompt(2000).Central.Seconds;

        Assert.InRange(late / mean, 4, 16);
        Assert.InRange(serving.TimeToFirstTokenP95.Seconds, late + 0.02, late + 0.02 + serving.TimePerToken.Seconds);
        Assert.Equal(1, serving.FirstTokens.Mean.Seconds / serving.TimeToFirstToken.Seconds, 0.003);
        LlmServing impossible = serving with { PromptTokens = 1000, PromptTokensP95 = 40_000 };
        Assert.Contains("cannot be the 95 % point of prompts with that mean", Infeasibility.Message(impossible.TimeToFirstTokenP95.Node), StringComparison.Ordinal);
        Assert.True(impossible.TimeToFirstToken.IsFeasible);
    }

    [Fact]
    public void Cached_tokens_count_for_long_prompts_too()
    {
        LlmServing serving = Serving(LlmLoad.Concurrent(1)) with { PromptTokens = 4000, CachedTokens = 30_000, PromptTokensP95 = 6000 };
        double longer = Replica.Prompt(6000, 30_000).Central.Seconds + 0.02 + serving.TimePerToken.Seconds / 2;
        Assert.Equal(1, serving.TimeToFirstTokenP95.Seconds / longer, 0.03);
    }

    [Fact]
    public void Prompts_that_are_alike_or_shorter_than_their_mean_have_no_tail()
    {
        LlmServing serving = Serving(LlmLoad.Concurrent(1));
        Assert.Equal(serving.TimeToFirstTokenP95.Seconds, (serving with { PromptTokensP95 = 500 }).TimeToFirstTokenP95.Seconds, 0.0005);
    }

    /// <summary>Steps of t for all, and (T - t) for prompts of 31 others, Poisson: deviation (T - t) / 31^0.5.</summary>
    [Fact]
    public void Tokens_vary_by_the_prompts_that_fall_into_an_answer()
    {
        LlmServing serving = Serving(LlmLoad.Concurrent(32)) with { Replica = LlmCase.Perfect((LlmConstant.Interference, 1)) };
        double all = serving.TokenTime(32).Seconds, step = serving.Replica.Decode(32, 1100).Central.Seconds;

        Assert.True(all > 1.05 * step);
        Assert.Equal((all - step) / Math.Sqrt(31), Math.Sqrt(serving.Tokens.Scv.Value) * serving.Tokens.Mean.Seconds, 1e-5);
        Assert.True(serving.TimePerTokenP95.Seconds > serving.TimePerToken.Seconds);
        LlmServing batch = Serving(LlmLoad.Batch(8)); // its prompts are over before its tokens begin
        Assert.Equal(batch.TimePerToken.Seconds, batch.Tokens.P99.Seconds, 1e-7);
    }

    /// <summary>The prompt of a client is over before its answer begins.</summary>
    [Fact]
    public void Client_alone_is_not_slowed_by_its_own_prompt()
    {
        LlmServing serving = Serving(LlmLoad.Concurrent(1)) with { Replica = LlmCase.Perfect((LlmConstant.Interference, 1)), PromptTokens = 10_000, AnswerTokens = 20 };
        Assert.Equal(serving.Replica.Decode(1, 10_010).Central.Seconds, serving.TimePerToken.Seconds, 9);
        Assert.Equal(serving.TimePerToken.Seconds, serving.TimePerTokenP95.Seconds, 1e-7);
    }

    [Fact]
    public void Replica_that_is_always_full_has_no_first_token()
    {
        LlmServing serving = Serving(LlmLoad.Saturated);
        Assert.False(serving.TimeToFirstTokenP95.IsFeasible);
        Assert.True(serving.TimePerTokenP95.IsFeasible);
    }

    [Fact]
    public void Percentile_is_a_range_with_its_mean() => Assert.InRange(
        Serving(LlmLoad.Concurrent(32)) with { Replica = Replica with { Efficiencies = LlmEfficiencies.Fitted } } is LlmServing fitted
            && fitted.TimeToFirstTokenP95.Simulate() is Estimate<Duration> tail && fitted.TimeToFirstToken.Simulate() is Estimate<Duration> mean
            ? tail.High / tail.Low / (mean.High / mean.Low) is Scalar ratio ? ratio.Value : 0
            : 0,
        0.8,
        1.3);
}
