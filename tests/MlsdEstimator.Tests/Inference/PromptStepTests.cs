namespace MlsdEstimator.Tests;

public class PromptStepTests
{
    private const double Layers = 12_952_010_752 / 312e12;
    private const double Head = 262_144_000 / 312e12;
    private const double Reading = 13_214_687_232 / 2039e9;

    [Fact]
    public void Perfect_stack_multiplies_each_token_and_half_of_the_pairs()
    {
        PromptStep prompt = LlmCase.Perfect().Prompt(1000);

        Assert.Equal(Reading + 1000 * Layers + Head, prompt.Weights.Seconds, 8); // the head once, not for each token
        Assert.Equal(4.0 * 32 * 32 * 128 * 500_500 / 312e12, prompt.Attention.Seconds, 10); // n (n + 1) / 2 pairs, not n^2
        Assert.Equal(prompt.Weights.Seconds + prompt.Attention.Seconds, prompt.Time.Seconds, 10);
        Assert.Equal(1000 / prompt.Time.Seconds, prompt.Throughput.PerSecond, 6);
        Assert.Equal(1000 * Layers + Head + prompt.Attention.Seconds, prompt.Marginal.Seconds, 8); // no pass over the weights of its own
        Assert.Equal(1000 * Layers + Head + prompt.Attention.Seconds, prompt.Bound.Seconds, 8);
    }

    [Fact]
    public void Cached_tokens_are_attended_to_but_not_computed()
    {
        PromptStep prompt = LlmCase.Perfect().Prompt(100, cached: 900);

        Assert.Equal(Reading + 100 * Layers + Head, prompt.Weights.Seconds, 8);
        Assert.Equal(4.0 * 32 * 32 * 128 * (500_500 - 405_450) / 312e12, prompt.Attention.Seconds, 10);
    }

    [Theory]
    [InlineData("Attention", 1, 4.0 * 32 * 32 * 128 * 500_500 / 312e12)]
    [InlineData("Layer", 1e-5, 32e-5)]
    [InlineData("PromptLayer", 1e-5, 32e-5)]
    [InlineData("Step", 1e-3, 1e-3)]
    [InlineData("Sequence", 1e-3, 0)]
    [InlineData("Widening", 4, 0)]
    public void Cost_adds_what_it_says(string constant, double value, double more) =>
        Assert.Equal(LlmCase.Perfect().Prompt(1000).Time.Seconds + more, LlmCase.Perfect((Enum.Parse<LlmConstant>(constant), value)).Prompt(1000).Time.Seconds, 8);

    [Fact]
    public void Four_bit_weights_that_are_widened_do_not_make_a_prompt_faster() // one estimator: int4 = 4x everywhere
    {
        LlmReplica wide = LlmCase.Perfect((LlmConstant.Widening, 4)), narrow = wide with { Model = LlmCase.Llama.With(Quantization.To(ModelFormat.Int4WeightOnly)) };

        Assert.Equal(wide.Prompt(4000).Marginal.Seconds, narrow.Prompt(4000).Marginal.Seconds, 12);
        Assert.Equal(6_476_005_376 * 4.0 / 2039e9, narrow.Prompt(4000).Layers.Seconds, 9);
        Assert.True(narrow.Prompt(4000).Time.Seconds > 0.98 * wide.Prompt(4000).Time.Seconds);
        Assert.True(narrow.Decode(1, 100).Step.Seconds < 0.3 * wide.Decode(1, 100).Step.Seconds);
    }

    [Fact]
    public void Eight_bit_arithmetic_is_faster_whatever_the_bits_of_the_cache() // one estimator: W8A8 with a 16-bit cache gains nothing
    {
        LlmReplica int8 = LlmCase.Perfect() with { Model = LlmCase.Llama.With(Quantization.To(ModelFormat.Int8)) };

        Assert.Equal(16, int8.Model.Format.KvCache.BitsPerValue);
        Assert.Equal(1000 * Layers / 2 + Head, (int8.Prompt(1000).Marginal - int8.Prompt(1000).Attention).Seconds, 8);
    }

    [Fact]
    public void Chunks_read_the_weights_again()
    {
        LlmReplica chunked = LlmCase.Perfect((LlmConstant.Layer, 1e-5)) with { Stack = ServingStack.LlamaCpp };

        Assert.Equal((1, 2, 8), (chunked.Prompt(512).Chunks.Value, chunked.Prompt(513).Chunks.Value, chunked.Prompt(4096).Chunks.Value));
        Assert.Equal(8 * 32e-5, chunked.Prompt(4096).Layers.Seconds, 10);
        Assert.Equal(8 * Reading + 4096 * Layers + Head, chunked.Prompt(4096).Weights.Seconds, 8);
    }

    /// <summary>Weights are read for each chunk, and not again by a prompt that other sequences carry along.</summary>
    [Fact]
    public void Prompt_is_no_faster_than_its_board_has_power_for()
    {
        LlmReplica free = LlmCase.Perfect() with { Stack = ServingStack.LlamaCpp };
        PromptStep capped = (free with { Device = free.Device with { Power = Power.FromWatts(40) } }).Prompt(1024);
        NetworkEnergy energy = NetworkEfficiencies.Fitted.Energy.Fitted;
        double operations = LlmCase.Llama.PrefillFlops(1024, 0).Flops * 2 * energy.Operation, reading = 2 * LlmCase.Llama.WeightBytesRead(1024).Bytes * energy.Byte;

        Assert.Equal((operations + reading) / 40, capped.Powering.Seconds, 9);
        Assert.Equal(Math.Sqrt(Math.Pow(free.Prompt(1024).Central.Seconds, 2) + Math.Pow(capped.Powering.Seconds, 2)), capped.Central.Seconds, 9);
        ParallelLayout stages = new() { PipelineStages = 2 }; // they work at once on chunks, 2 x 2 / 3 as fast, each on a board of its own
        Assert.Equal(capped.Central.Seconds / (free.Prompt(1024).Central / (free with { Layout = stages }).Prompt(1024).Central).Value, (capped.Replica with { Layout = stages }).Prompt(1024).Central.Seconds, 9);
        Assert.Equal(Math.Sqrt(Math.Pow(free.Prompt(1024).Marginal.Seconds, 2) + Math.Pow(operations / 40, 2)), capped.Marginal.Seconds, 9);
    }

    [Fact]
    public void Tensor_parallel_devices_share_arithmetic_and_energy()
    {
        Accelerator board = LlmCase.Perfect().Device with { Power = Power.FromWatts(400), Link = new DeviceLink { Name = "link", PerDirection = 1e6.GigabytesPerSecond } };
        LlmReplica one = LlmCase.Perfect((LlmConstant.Widening, 1)) with { Device = board, Model = LlmCase.Llama with { Format = ModelFormat.Int4WeightOnly } };
        LlmReplica two = one with { Layout = ParallelLayout.Tensor(2) };

        Assert.Equal(2, (one.Prompt(2000).Attention / two.Prompt(2000).Attention).Value, 9);
        Assert.Equal(2, (one.Prompt(2000).Layers / two.Prompt(2000).Layers).Value, 9); // widening alone
        Assert.Equal(2, (one.Prompt(8000).Bound / two.Prompt(8000).Bound).Value, 9);
        Assert.Equal(2, (one.Prompt(2000).Powering / two.Prompt(2000).Powering).Value, 9);
    }

    [Fact]
    public void Stages_share_chunks_that_follow_each_other()
    {
        LlmReplica one = LlmCase.Perfect((LlmConstant.Pipelining, 1)) with { Stack = ServingStack.LlamaCpp };
        LlmReplica four = one with { Layout = new ParallelLayout { PipelineStages = 4, KeepsStagesBusy = false } };

        Assert.Equal(one.Prompt(512).Time.Seconds, four.Prompt(512).Time.Seconds, 12); // one chunk passes one stage after the other
        Assert.Equal(1 + 0.5 * (8 * 4 / 11.0 - 1), (one.Prompt(4096).Time / four.Prompt(4096).Time).Value, 9); // half of c p / (c + p - 1)
    }

    [Fact]
    public void Sums_in_16_bits_are_faster_on_GeForce_where_the_stack_adds_so()
    {
        Accelerator card = Accelerators.Find("RTX-4090-24GB");
        LlmReplica Of(ServingStack stack) => LlmCase.Perfect() with { Device = card, Stack = stack };

        Assert.Equal(2, (Of(ServingStack.Vllm).Prompt(100).Attention / Of(ServingStack.LlamaCpp).Prompt(100).Attention).Value, 9);
    }

    [Fact]
    public void Inputs_out_of_their_domain_are_refused()
    {
        Assert.Equal("prompt tokens", Assert.Throws<ArgumentOutOfRangeException>(() => LlmCase.Perfect().Prompt(0)).ParamName);
        Assert.Equal("cached tokens", Assert.Throws<ArgumentOutOfRangeException>(() => LlmCase.Perfect().Prompt(1, -1)).ParamName);
    }

    /// <summary>2,048 tokens in 4 chunks of 512 over 4 stages: a stage waits 3 / (4 + 3) of the time; in one piece 3 of 4.</summary>
    [Fact]
    public void Bubble_shrinks_with_chunks()
    {
        LlmReplica staged = LlmCase.Perfect() with { Layout = new ParallelLayout { PipelineStages = 4 } };
        Assert.Equal(3.0 / 7, (staged with { Stack = ServingStack.LlamaCpp }).Prompt(2048).Bubble.Value, 12);
        Assert.Equal(0.75, staged.Prompt(2048).Bubble.Value, 12);
        Assert.Equal(0, LlmCase.Perfect().Prompt(2048).Bubble.Value);
        Assert.Contains("pipeline bubble", staged.Prompt(2048).Results.Select(result => result.Name));
    }

    [Fact]
    public void Results_are_in_the_order_of_the_formula() => Assert.Equal(
        ["weights and arithmetic", "attention", "layers", "communication", "powering", "bound of a prompt", "prompt", "prompt tokens per second"],
        LlmCase.Perfect().Prompt(1).Results.Select(result => result.Name));
}
