namespace MlsdEstimator.Tests;

public class SpeculativeDecodingTests
{
    private static SpeculativeDecoding With(double acceptance, double tokens, Transformer? draft = null) =>
        new() { AcceptanceRate = Fraction.FromRatio(acceptance), DraftTokens = tokens, Draft = draft };

    [Theory] // 1 + a + ... + a^k, added up by hand
    [InlineData(0.8, 4, 3.3616)]
    [InlineData(0.5, 1, 1.5)]
    [InlineData(0.6, 3, 2.176)]
    [InlineData(0, 5, 1)]
    public void Tokens_of_a_step_are_a_geometric_sum(double acceptance, double tokens, double expected) => Assert.Equal(expected, With(acceptance, tokens).TokensPerStep.Value, 1e-12);

    [Fact]
    public void Drafts_that_cost_nothing_divide_the_step_where_weights_decide()
    {
        LlmReplica plain = LlmCase.Perfect(), faster = plain with { Speculation = With(0.8, 4) };
        double pass = 13_214_687_232 / 2039e9 + 5 * (12_952_010_752 + 262_144_000) / 312e12 + 100 * 524_288 / 2039e9; // weights and cache once, arithmetic five times

        Assert.Equal(pass / 3.3616, faster.Decode(1, 100).Step.Seconds, 1e-9);
        Assert.Equal(3.25, (plain.Decode(1, 100).Step / faster.Decode(1, 100).Step).Value, 0.1);
        Assert.Null(faster.Decode(1, 100).Drafting);
    }

    [Fact]
    public void Gain_falls_with_the_sequences_until_it_costs()
    {
        LlmReplica plain = LlmCase.Perfect(), faster = plain with { Speculation = With(0.6, 4) };
        double[] gains = [.. new[] { 1.0, 16, 64, 256, 1024 }.Select(sequences => (plain.Decode(sequences, 100).Step / faster.Decode(sequences, 100).Step).Value)];

        Assert.Equal(gains.OrderDescending(), gains);
        Assert.True(gains[0] > 2 && gains[^1] < 1);
    }

    [Fact]
    public void Draft_takes_its_steps_its_weights_and_its_cache()
    {
        Transformer small = LlmCase.Llama with { Title = "small", Layers = 2 };
        LlmReplica plain = LlmCase.Perfect(), drafted = plain with { Speculation = With(0.8, 4, small) };
        DecodeStep step = drafted.Decode(2, 100);

        Assert.Equal(4 * (plain with { Model = small }).Decode(2, 100).Central.Seconds, step.Drafting!.Seconds, 1e-12);
        Assert.Equal(((plain with { Speculation = With(0.8, 4) }).Decode(2, 100).Central + step.Drafting / 3.3616).Seconds, step.Central.Seconds, 1e-12);
        Assert.Equal(small.WeightBytes.Bytes, (plain.CachePerDevice - drafted.CachePerDevice).Bytes, 1.0);
        Assert.Equal(drafted.CachePerDevice.Bytes / (1000.0 * 524_288 * 34 / 32.0), drafted.MostSequences(1000).Value, 1e-6);
        Assert.Contains("drafting", step.Results.Select(result => result.Name));
    }

    [Fact]
    public void Serving_speaks_as_fast_as_its_steps()
    {
        LlmServing serving = new() { Replica = LlmCase.Perfect() with { Speculation = With(0.8, 4) }, PromptTokens = 50, AnswerTokens = 100, Load = LlmLoad.Batch(1) };
        Assert.Equal(serving.Replica.Decode(1, 100).Central.Seconds, serving.TimePerToken.Seconds, 1e-12);
    }

    [Fact]
    public void Impossible_input_is_refused_with_its_name()
    {
        Assert.Equal("acceptance rate", Assert.Throws<ArgumentOutOfRangeException>(() => With(1, 4)).ParamName);
        Assert.Equal("draft tokens", Assert.Throws<ArgumentOutOfRangeException>(() => With(0.5, 0)).ParamName);
        Assert.Equal("draft tokens", Assert.Throws<ArgumentOutOfRangeException>(() => With(0.5, 1.5)).ParamName);
    }
}
