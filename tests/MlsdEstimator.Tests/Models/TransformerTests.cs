namespace MlsdEstimator.Tests;

public class TransformerTests
{
    private static readonly Transformer Llama2 = new()
    {
        Title = "Llama-2-7B",
        Layers = 32,
        Hidden = 4096,
        AttentionPattern = [Attention.Full(heads: 32, kvHeads: 32, headSize: 128)],
        FeedForward = FeedForward.Dense(11008, matrices: 3),
        Vocabulary = 32000,
        HasTiedEmbedding = false,
        Format = ModelFormat.Fp16,
    };

    private static readonly Transformer Llama3 = Llama2 with
    {
        AttentionPattern = [Attention.Full(heads: 32, kvHeads: 8, headSize: 128)],
        FeedForward = FeedForward.Dense(14336, matrices: 3),
        Vocabulary = 128256,
    };

    private static readonly Transformer Mixtral = Llama3 with { FeedForward = FeedForward.Mixture(experts: 8, perToken: 2, width: 14336), Vocabulary = 32000 };

    private static readonly Transformer DeepSeekV3 = Llama2 with
    {
        Layers = 61,
        Hidden = 7168,
        AttentionPattern = [new LatentAttention { Heads = 128, QueryRank = 1536, KvRank = 512, HeadSize = 128, RotarySize = 64, ValueSize = 128 }],
        FeedForward = new MixtureOfExperts { Experts = 256, PerToken = 8, Width = 2048, Matrices = 3, SharedWidth = 2048, DenseLayers = 3, DenseWidth = 18432 },
        Vocabulary = 129280,
    };

    [Fact]
    public void Parameters_of_Llama_2_7B_are_6738415616() => Assert.Equal(6_738_415_616, Llama2.Parameters.Value); // model page: 6.74B; safetensors index total 13,476,831,232 bytes in fp16

    [Fact]
    public void Parameters_of_grouped_queries_are_those_of_Llama_3_8B() => Assert.Equal(8_030_261_248, Llama3.Parameters.Value); // safetensors index of Meta-Llama-3-8B: 16,060,522,496 bytes in bf16

    [Fact]
    public void Parameters_of_a_mixture_count_every_expert_and_active_ones_two() // Mixtral-8x7B: safetensors index 93,405,585,408 bytes; Jiang et al. 2024: 47B in all, 13B active
    {
        Assert.Equal(46_702_792_704, Mixtral.Parameters.Value);
        Assert.Equal(12_879_925_248, Mixtral.ActiveParameters.Value);
    }

    [Fact]
    public void Parameters_of_latent_attention_are_those_of_DeepSeek_V3() // arXiv:2412.19437: 671B in all, 37B active
    {
        Assert.Equal(671.0, Math.Round(DeepSeekV3.Parameters.Value / 1e9, 1));
        Assert.Equal(37.6, Math.Round(DeepSeekV3.ActiveParameters.Value / 1e9, 1));
    }

    [Theory]
    [InlineData(32, 524_288)] // 2 x 32 layers x 32 heads x 128 x 2 B
    [InlineData(8, 131_072)] // Llama-3-8B: 131,072 B a token
    [InlineData(1, 16_384)]
    public void KvBytesPerToken_counts_KV_heads_once(double kvHeads, double bytes)
    {
        Transformer model = Llama2 with { AttentionPattern = [Attention.Full(32, kvHeads, 128)] };
        Assert.Equal(bytes, model.KvBytesPerToken.Bytes);
    }

    [Fact]
    public void KvBytes_of_Llama_7B_at_batch_8_and_4096_tokens_are_16_GiB() => // not 8: keys and values; not 32: counted once
        Assert.Equal(16, (8 * Llama2.KvBytes(4096)).Gibibytes);

    [Fact]
    public void KvBytesPerToken_of_latent_attention_keeps_one_vector_of_576() // 61 layers x (512 + 64) x 2 B
    {
        Assert.Equal(70_272, DeepSeekV3.KvBytesPerToken.Bytes);
        Assert.Equal(35_136, (DeepSeekV3 with { Format = ModelFormat.Fp8 with { KvCache = StorageFormat.Fp8 } }).KvBytesPerToken.Bytes);
    }
}
