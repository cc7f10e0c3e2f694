namespace MlsdEstimator.Tests;

public class LoraAdaptersTests
{
    [Fact] // Llama-3-8B: 32 layers, hidden 4096, 32 heads of 128, 8 KV heads, width 14336; PEFT prints 13,631,488 (q, k, v, o) and 41,943,040 (all) trainable parameters at rank 16
    public void Parameters_are_those_that_training_prints()
    {
        Transformer llama = PublishedModels.Transformer("Llama-3-8B");

        Assert.Equal(13_631_488, LoraAdapters.OnAttention(llama, 16, 1).Parameters.Value);
        Assert.Equal(41_943_040, LoraAdapters.OnAllMatrices(llama, 16, 1).Parameters.Value);
        Assert.Equal(2 * 41_943_040, LoraAdapters.OnAllMatrices(llama, 16, 1).Bytes.Bytes);
        Assert.Equal(50 * 2.0 * 41_943_040, LoraAdapters.OnAllMatrices(llama, 16, 50).LoadedBytes.Bytes);
        Assert.Equal(2 * 41_943_040, LoraAdapters.OnAllMatrices(llama, 16, 50).FlopsPerToken.Flops);
    }

    [Fact]
    public void Adapters_take_memory_of_the_cache()
    {
        LlmReplica plain = LlmCase.Perfect(), many = plain with { Adapters = LoraAdapters.OnAllMatrices(LlmCase.Llama, 16, 100) };
        double bytes = 100 * 2.0 * 16 * 32 * (4 * 8192 + 3 * (4096 + 11008)); // 8 GB

        Assert.Equal(bytes, (plain.CachePerDevice - many.CachePerDevice).Bytes, 1.0);
        Assert.Equal(bytes / 2, ((plain with { Layout = ParallelLayout.Tensor(2) }).CachePerDevice - (many with { Layout = ParallelLayout.Tensor(2) }).CachePerDevice).Bytes, 1.0);
        Assert.Equal(plain.WeightsPerDevice.Bytes, many.WeightsPerDevice.Bytes);
    }

    [Fact]
    public void Step_reads_the_distinct_adapters_and_multiplies_by_one_for_each_sequence()
    {
        LlmReplica plain = LlmCase.Perfect(), many = plain with { Adapters = LoraAdapters.OnAllMatrices(LlmCase.Llama, 16, 10) };
        double parameters = 16 * 32 * (4 * 8192 + 3 * (4096 + 11008)), distinct = 10 * (1 - Math.Pow(0.9, 8)); // 5.7 of 10 for 8 sequences

        Assert.Equal(distinct * 2 * parameters / 2039e9 + 8 * 2 * parameters / 312e12, (many.Decode(8, 100).Step - plain.Decode(8, 100).Step).Seconds, 1e-9);
        LlmReplica one = plain with { Adapters = LoraAdapters.OnAllMatrices(LlmCase.Llama, 16, 1) };
        Assert.Equal(2 * parameters / 2039e9 + 8 * 2 * parameters / 312e12, (one.Decode(8, 100).Step - plain.Decode(8, 100).Step).Seconds, 1e-9);
        Assert.True(many.Prompt(1000).Time.Seconds > plain.Prompt(1000).Time.Seconds);
    }

    [Fact]
    public void Tensor_parallel_devices_read_their_share_of_an_adapter()
    {
        double Reading(ParallelLayout layout) => new StepTime(LlmCase.Perfect() with { Layout = layout, Adapters = LoraAdapters.OnAllMatrices(LlmCase.Llama, 16, 10) }).ReadingAdapters(1).Seconds;
        Assert.Equal(2.0 * 16 * 32 * (4 * 8192 + 3 * (4096 + 11008)) / 2039e9, Reading(ParallelLayout.Single), 12);
        Assert.Equal(2, Reading(ParallelLayout.Single) / Reading(ParallelLayout.Tensor(2)), 9);
    }

    [Fact]
    public void Adapters_are_multiplied_in_16_bits_whatever_the_model_is()
    {
        Accelerator board = Accelerators.H100Sxm80Gb;
        double More(ModelFormat format, Func<PromptStep, Duration> part)
        {
            LlmReplica plain = LlmCase.Perfect() with { Device = board, Model = LlmCase.Llama with { Format = format } };
            return (part((plain with { Adapters = LoraAdapters.OnAllMatrices(LlmCase.Llama, 256, 1) }).Prompt(4000)) - part(plain.Prompt(4000))).Seconds;
        }
        Assert.Equal(More(ModelFormat.Bf16, step => step.Powering), More(ModelFormat.Fp8, step => step.Powering), 9);
        Assert.True(More(ModelFormat.Bf16, step => step.Weights) > 0);
    }

    [Fact]
    public void Shapes_that_are_adapted_in_several_ways_ask_for_the_matrices()
    {
        Transformer latent = LlmCase.Llama with { AttentionPattern = [new LatentAttention { Heads = 32, KvRank = 512, HeadSize = 128, RotarySize = 64, ValueSize = 128 }] };

        Assert.Contains("latent attention, which is adapted in several ways; give InputsAndOutputs", Assert.Throws<ArgumentException>(() => LoraAdapters.OnAttention(latent, 8, 1)).Message);
        Assert.Contains("has experts, which are adapted in several ways; give InputsAndOutputs", Assert.Throws<ArgumentException>(() => LoraAdapters.OnAllMatrices(LlmCase.Mixture, 8, 1)).Message);
        Assert.Equal(8 * 1000, new LoraAdapters { Rank = 8, Loaded = 1, InputsAndOutputs = 1000 }.Parameters.Value);
    }

    [Fact]
    public void Impossible_input_is_refused_with_its_name()
    {
        Assert.Equal("rank of an adapter", Assert.Throws<ArgumentOutOfRangeException>(() => LoraAdapters.OnAttention(LlmCase.Llama, 0.5, 1)).ParamName);
        Assert.Equal("adapters in memory", Assert.Throws<ArgumentOutOfRangeException>(() => LoraAdapters.OnAttention(LlmCase.Llama, 8, 0)).ParamName);
        Assert.Equal("inputs and outputs of adapted matrices", Assert.Throws<ArgumentOutOfRangeException>(() => new LoraAdapters { Rank = 8, Loaded = 1, InputsAndOutputs = 0 }).ParamName);
        Assert.Throws<ArgumentNullException>(() => LoraAdapters.OnAttention(null!, 8, 1));
        Assert.Throws<ArgumentNullException>(() => LoraAdapters.OnAllMatrices(null!, 8, 1));
    }
}
