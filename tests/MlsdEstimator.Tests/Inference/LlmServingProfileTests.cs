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
    /// 32 clients, each with 200 tokens after a prompt: busy = 32 m / (32 m + 200 t) with m seconds of a prompt's arithmetic and t of a token; 0.1 x 31 + 0.5 x busy prompts are in front on average.
    /// With w = that x m / p and p = max(busy, prompts in front / 31), the part that waits beyond its step is p x w / T x (1 - e^(-T / w)) for a step of T.
    /// </summary>
    [Fact]
    public void Clients_find_a_prompt_in_front_as_often_as_prompts_keep_the_replica_busy()
    {
        LlmServing serving = Serving(LlmLoad.Concurrent(32));
        double m = Replica.Prompt(1000).Marginal.Seconds, t = Replica.Decode(32, 1100).Central.Seconds, step = serving.TokenTime(32).Seconds;
        double busy = 32 * m / (32 * m + 200 * t), front = 3.1 + 0.5 * busy, part = Math.Max(busy, front / 31), wait = front * m / part;
        Duration latest = serving.TimeToFirstToken - (front * m).Seconds + (step / 2).Seconds;

        Assert.Equal(part * wait / step * (1 - Math.Exp(-step / wait)), serving.FirstTokens.Exceeding(latest).Value, 0.002);
        Assert.True(serving.TimeToFirstTokenP95 > 2 * serving.TimeToFirstToken is { Nominally: true });
    }

    /// <summary>A prompt that takes 20 times as long as a step: its p95 is that of the first token, but for the step.</summary>
    [Fact]
    public void Long_prompts_make_the_tail()
    {
        LlmServing serving = Serving(LlmLoad.Concurrent(1)) with { PromptTokens = 8000, PromptTokensP95 = 16000 };
        double longer = Replica.Prompt(16000).Central.Seconds + 0.02 + serving.TimePerToken.Seconds / 2;
        Assert.Equal(1, serving.TimeToFirstTokenP95.Seconds / longer, 0.01);
        Assert.True(serving.FirstTokens.P50 < serving.TimeToFirstToken is { Nominally: true });
    }

    [Fact]
    public void Prompts_that_are_alike_or_shorter_than_their_mean_have_no_tail()
    {
        LlmServing serving = Serving(LlmLoad.Concurrent(1));
        Assert.Equal(serving.TimeToFirstTokenP95.Seconds, (serving with { PromptTokensP95 = 500 }).TimeToFirstTokenP95.Seconds, 0.0005);
    }

    /// <summary>Steps of t for all, and (T - t) for prompts, Poisson with a mean of 32 in an answer: deviation (T - t) / 32^0.5.</summary>
    [Fact]
    public void Tokens_vary_by_the_prompts_that_fall_into_an_answer()
    {
        LlmServing serving = Serving(LlmLoad.Concurrent(32)) with { Replica = LlmCase.Perfect((LlmConstant.Interference, 1)) };
        double all = serving.TokenTime(32).Seconds, step = serving.Replica.Decode(32, 1100).Central.Seconds;

        Assert.True(all > 1.05 * step);
        Assert.Equal((all - step) / Math.Sqrt(32), Math.Sqrt(serving.Tokens.Scv.Value) * serving.Tokens.Mean.Seconds, 1e-5);
        Assert.True(serving.TimePerTokenP95.Seconds > serving.TimePerToken.Seconds);
        LlmServing batch = Serving(LlmLoad.Batch(8)); // its prompts are over before its tokens begin
        Assert.Equal(batch.TimePerToken.Seconds, batch.Tokens.P99.Seconds, 1e-7);
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
