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

    [Fact]
    public void KvBytes_of_windowed_layers_stop_growing_at_the_window() // 62 layers of Gemma 3 27B: 10 full, 52 of 1,024 tokens; 2 x 16 x 128 x 2 B each
    {
        Transformer gemma = PublishedModels.Transformer("Gemma-3-27B");

        Assert.Equal(11_173_625_856, gemma.KvBytes(131_072).Bytes); // 66,571,993,088 if windows were ignored
        Assert.Equal(507_904, gemma.KvBytesPerToken.Bytes);
        Assert.Equal(507_904 * 1024.0, gemma.KvBytes(1024).Bytes);
        Assert.Equal(0, gemma.KvBytes(0).Bytes);
    }

    [Fact]
    public void KvBytes_do_not_depend_on_how_weights_are_stored()
    {
        Transformer int4 = Llama3.With(Quantization.To(ModelFormat.Int4WeightOnly));

        Assert.Equal(131_072, int4.KvBytesPerToken.Bytes);
        Assert.Equal(65_536, Llama3.With(Quantization.To(ModelFormat.Int4WeightOnly with { KvCache = StorageFormat.Int8 })).KvBytesPerToken.Bytes);
    }

    [Fact]
    public void FlopsPerToken_are_two_for_each_weight_of_the_layers() => Assert.Equal(12_952_010_752, Llama2.FlopsPerToken.Flops); // 2 x 32 x (4 x 4096^2 + 3 x 4096 x 11008)

    [Fact]
    public void FlopsPerExample_is_that_of_a_token()
    {
        Assert.Same(Llama2.FlopsPerToken, Llama2.FlopsPerExample);
        Assert.Equal("FLOPs per token", Llama2.FlopsPerExample.Name);
    }

    [Fact]
    public void PrefillFlops_halve_attention_and_count_the_head_once() // 12,952,010,752 x 512 + 4 x 4096 x 32 x 512 x 513 / 2 + 2 x 4096 x 32000
    {
        Assert.Equal(6_700_545_343_488, Llama2.PrefillFlops(512).Flops);
        Assert.Equal(68_853_694_464, Llama2.PrefillAttentionFlops(512).Flops); // 137,438,953,472 with every pair
        Assert.Equal(262_144_000, Llama2.HeadFlops.Flops);
        Assert.Equal("FLOPs of a prompt", Llama2.PrefillFlops(512).Name);
    }

    [Fact]
    public void PrefillFlops_of_no_token_are_those_of_the_head() => Assert.Equal(262_144_000, Llama2.PrefillFlops(0).Flops);

    [Fact]
    public void PrefillAttentionFlops_after_a_cached_prefix_see_it() // 4 x 4096 x 32 x (1536 x 1537 - 1024 x 1025) / 2
    {
        Assert.Equal(343_731_601_408, Llama2.PrefillAttentionFlops(512, cached: 1024).Flops);
        Assert.Equal(Llama2.PrefillFlops(512).Flops, Llama2.PrefillFlops(512, cached: 0).Flops);
    }

    [Fact]
    public void PrefillAttentionFlops_in_a_window_grow_linearly_beyond_it() // 25,167,872 pairs of 8,192 tokens in 4,096, counted one by one
    {
        Transformer mistral = PublishedModels.Transformer("Mistral-7B-v0.1");
        Assert.Equal(13_195_213_275_136, mistral.PrefillAttentionFlops(8192).Flops);
        Assert.Equal(536_870_912, mistral.KvBytes(8192).Bytes);
    }

    [Fact]
    public void PrefillAttentionFlops_do_not_fall_with_fewer_KV_heads() => // grouped queries save memory, not scores
        Assert.Equal(Llama2.PrefillAttentionFlops(512).Flops, Llama3.PrefillAttentionFlops(512).Flops);

    [Fact]
    public void DecodeFlops_read_the_whole_context() => Assert.Equal(13_751_025_664, Llama2.DecodeFlops(1024).Flops); // 12,952,010,752 + 4 x 4096 x 32 x 1024 + 262,144,000

    [Fact]
    public void MeanDecodeFlops_are_at_the_mean_context_not_the_last() // mean of 129..256 = 192.5
    {
        Assert.Equal(13_315_080_192, Llama2.MeanDecodeFlops(prompt: 128, answer: 128).Flops);
        Assert.Equal(100_925_440, Llama2.MeanKvBytes(prompt: 128, answer: 128).Bytes); // 524,288 x 192.5; the final cache is 134,217,728
    }

    [Fact]
    public void MeanKvBytes_in_a_window_average_what_is_read() // mean of min(c, 4096) over c = 4001..4200, counted one by one: 4073.2
    {
        Transformer mistral = PublishedModels.Transformer("Mistral-7B-v0.1");
        Assert.Equal(533_882_470.4, mistral.MeanKvBytes(prompt: 4000, answer: 200).Bytes, 1);
    }

    [Fact]
    public void LatentAttention_costs_more_for_a_cached_pair_than_for_one_of_a_prompt() // 2 x 128 x (128 + 64 + 128) and 2 x 128 x (2 x 512 + 64), 61 layers
    {
        Assert.Equal(81_920 * 61.0, DeepSeekV3.PrefillAttentionFlops(1).Flops);
        Assert.Equal(278_528 * 61.0, DeepSeekV3.DecodeFlops(2).Flops - DeepSeekV3.DecodeFlops(1).Flops);
    }

    [Fact]
    public void Encoder_sees_every_pair_keeps_nothing_and_has_no_head() // BERT-base, 128 tokens: 2 x 12 x 7,077,888 x 128 + 4 x 768 x 12 x 128^2
    {
        Transformer bert = PublishedModels.Transformer("BERT-base");

        Assert.Equal(22_347_251_712, bert.PrefillFlops(128).Flops);
        Assert.Equal(0, bert.HeadFlops.Flops);
        Assert.Equal(0, bert.KvBytesPerToken.Bytes);
        Assert.Equal(0, bert.KvBytes(128).Bytes);
        Assert.Equal(["parameters", "weight bytes", "FLOPs per token"], bert.Results.Select(result => result.Name));
    }

    [Fact]
    public void Encoder_generates_nothing()
    {
        Transformer bert = PublishedModels.Transformer("BERT-base");
        const string Refusal = "'BERT-base' is an encoder: it keeps no cache and generates nothing. Read PrefillFlops, without cached tokens.";

        Assert.Equal(Refusal, Assert.Throws<InvalidOperationException>(() => bert.DecodeFlops(10)).Message);
        Assert.Equal(Refusal, Assert.Throws<InvalidOperationException>(() => bert.MeanDecodeFlops(10, 5)).Message);
        Assert.Equal(Refusal, Assert.Throws<InvalidOperationException>(() => bert.MeanKvBytes(10, 5)).Message);
        Assert.Equal(Refusal, Assert.Throws<InvalidOperationException>(() => bert.PrefillFlops(10, cached: 5)).Message);
    }

    [Fact]
    public void WeightBytes_of_int4_leave_embeddings_in_16_bits() // Meta-Llama-3-8B AWQ g128: 5.73 GB of files; 4.02 GB if 4 bits were taken everywhere
    {
        Transformer int4 = Llama3.With(Quantization.To(ModelFormat.Int4WeightOnly));

        Assert.Equal(5_727_460_432, int4.WeightBytes.Bytes);
        Assert.Equal(16_060_522_496, Llama3.WeightBytes.Bytes);
        Assert.Equal(2.804, (Llama3.WeightBytes / int4.WeightBytes).Value, 3);
    }

    [Fact]
    public void WeightBytes_of_a_GGUF_type_are_those_of_its_file() // llama.cpp README: Llama-3.1-8B Q4_K_M 4.58 GiB, Q8_0 7.95 GiB
    {
        Assert.Equal(4.58, Llama3.With(Quantization.To(ModelFormat.Gguf("Q4_K_M"))).WeightBytes.Gibibytes, 2);
        Assert.Equal(7.95, Llama3.With(Quantization.To(ModelFormat.Gguf("q8_0"))).WeightBytes.Gibibytes, 2);
    }

    [Fact]
    public void WeightBytesRead_leave_the_embedding_out_and_the_head_in()
    {
        Assert.Equal(15_009_849_344, Llama3.WeightBytesRead(1).Bytes); // 2 B x (8,030,261,248 - 128,256 x 4,096)
        Assert.Equal(Llama3.WeightBytesRead(1).Bytes, Llama3.WeightBytesRead(64).Bytes);
        Assert.Equal(15_009_849_344, Llama3.With(Pruning.Unstructured(90.Percent)).WeightBytesRead(1).Bytes); // zeros are read too
        Transformer tied = PublishedModels.Transformer("Llama-3.2-1B");
        Assert.Equal(tied.WeightBytes.Bytes, tied.WeightBytesRead(1).Bytes);
    }

    [Fact]
    public void WeightBytesRead_of_a_mixture_are_those_of_the_distinct_experts()
    {
        Assert.Equal(25_497_706_496, Mixtral.WeightBytesRead(1).Bytes, 1); // 2 of 8
        Assert.Equal(64_605_396_992, Mixtral.WeightBytesRead(4).Bytes, 1); // 5.46875 of 8
    }

    [Theory]
    [InlineData(8, 2, 0, 0)]
    [InlineData(8, 2, 1, 2)]
    [InlineData(8, 2, 4, 5.46875)]
    [InlineData(8, 2, 32, 7.999196380594235)]
    [InlineData(256, 8, 1, 8)]
    [InlineData(256, 8, 64, 222.4424876855104)]
    [InlineData(128, 8, 16, 82.42251130217052)]
    public void DistinctExperts_follow_the_expectation(double experts, double perToken, double tokens, double distinct) =>
        Assert.Equal(distinct, FeedForward.Mixture(experts, perToken, 1024).DistinctExperts(tokens).Value, 9);

    [Fact]
    public void Results_are_named_and_in_order()
    {
        Assert.Equal(["parameters", "active parameters", "weight bytes", "KV bytes per token", "FLOPs per token"], Llama3.Results.Select(result => result.Name));
        Assert.Equal(525_336_576, Llama3.EmbeddingParameters.Value);
        Assert.Equal(525_336_576, Llama3.HeadParameters.Value);
        Assert.Equal(1_342_177_280, Llama3.AttentionParameters.Value);
        Assert.Equal(5_637_144_576, Llama3.FeedForwardParameters.Value);
        Assert.Equal(266_240, Llama3.VectorParameters.Value);
        Assert.Equal(Llama3.Parameters.Value, Llama3.ActiveParameters.Value);
    }

    [Fact]
    public void Explain_shows_the_formula_without_terms_that_are_not_there()
    {
        string text = Llama3.KvBytesPerToken.Explain().ToString();
        Assert.StartsWith("KV bytes per token = 2 x KV heads x head size x layers x bytes per value, fp16 = 131 kB", text, StringComparison.Ordinal);
        Assert.DoesNotContain("+ 0", Mixtral.Parameters.Explain().ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("- 0", Mixtral.Parameters.Explain().ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Contradictions_are_reported_together()
    {
        Transformer wrong = Mixtral with
        {
            AttentionPattern = [Attention.Full(32, 5, 128), Attention.Full(32, 5, 128)],
            FeedForward = FeedForward.Mixture(8, 9, 64) with { DenseLayers = 40 },
        };
        var error = Assert.Throws<EstimateException>(() => wrong.Parameters);
        Assert.Equal(
            [
                "32 heads cannot share 5 KV heads evenly; KV heads divide heads",
                "9 experts per token are more than the 8 there are",
                "40 dense layers are more than the 32 there are",
                "40 layers are dense, but their width is not given; set DenseWidth",
            ],
            error.Contradictions);
    }

    [Theory]
    [InlineData("layers")]
    [InlineData("hidden size")]
    [InlineData("vocabulary")]
    public void Sizes_that_are_no_whole_number_of_at_least_one_are_refused(string name)
    {
        foreach (double bad in new[] { 0, -1, 1.5, double.NaN, double.PositiveInfinity })
        {
            var error = Assert.Throws<ArgumentOutOfRangeException>(() => name switch
            {
                "layers" => Llama2 with { Layers = bad },
                "hidden size" => Llama2 with { Hidden = bad },
                _ => Llama2 with { Vocabulary = bad },
            });
            Assert.True(double.IsFinite(bad) ? error.Message.StartsWith($"'{name}' is {bad}, but must be a whole number of at least 1, and certain: it is a decision.", StringComparison.Ordinal) : error.ParamName == "value");
        }
    }

    [Fact]
    public void Sizes_that_are_ranges_are_refused() =>
        Assert.Equal("layers", Assert.Throws<ArgumentOutOfRangeException>(() => Llama2 with { Layers = (20, 40) }).ParamName);

    [Fact]
    public void Parts_of_attention_and_feed_forward_are_checked()
    {
        Assert.Equal("heads", Assert.Throws<ArgumentOutOfRangeException>(() => Attention.Full(0, 1, 64)).ParamName);
        Assert.Equal("KV heads", Assert.Throws<ArgumentOutOfRangeException>(() => Attention.Full(8, 0, 64)).ParamName);
        Assert.Equal("head size", Assert.Throws<ArgumentOutOfRangeException>(() => Attention.Full(8, 8, 0)).ParamName);
        Assert.Equal("attention window", Assert.Throws<ArgumentOutOfRangeException>(() => Attention.Windowed(8, 8, 64, 0)).ParamName);
        Assert.Equal("attention bias", Assert.Throws<ArgumentOutOfRangeException>(() => Attention.Full(8, 8, 64) with { Bias = (AttentionBias)9 }).ParamName);
        Assert.Equal("feed-forward width", Assert.Throws<ArgumentOutOfRangeException>(() => FeedForward.Dense(0, 2)).ParamName);
        Assert.Equal("feed-forward matrices", Assert.Throws<ArgumentOutOfRangeException>(() => FeedForward.Dense(64, 4)).ParamName);
        Assert.Equal("feed-forward matrices", Assert.Throws<ArgumentOutOfRangeException>(() => FeedForward.Dense(64, 1)).ParamName);
        Assert.Equal("experts", Assert.Throws<ArgumentOutOfRangeException>(() => FeedForward.Mixture(0, 1, 64)).ParamName);
        Assert.Equal("experts per token", Assert.Throws<ArgumentOutOfRangeException>(() => FeedForward.Mixture(8, 0, 64)).ParamName);
        Assert.Equal("width of shared experts", Assert.Throws<ArgumentOutOfRangeException>(() => FeedForward.Mixture(8, 2, 64) with { SharedWidth = -1 }).ParamName);
        Assert.Equal("dense layers", Assert.Throws<ArgumentOutOfRangeException>(() => FeedForward.Mixture(8, 2, 64) with { DenseLayers = -1 }).ParamName);
        Assert.Equal("width of dense layers", Assert.Throws<ArgumentOutOfRangeException>(() => FeedForward.Mixture(8, 2, 64) with { DenseWidth = 0 }).ParamName);
        Assert.Equal("tokens of a step", Assert.Throws<ArgumentOutOfRangeException>(() => FeedForward.Mixture(8, 2, 64).DistinctExperts(-1)).ParamName);
    }

    [Fact]
    public void Attention_pattern_empty_or_with_a_hole_is_refused()
    {
        Assert.StartsWith("'attention pattern' is empty; give at least one.", Assert.Throws<ArgumentException>(() => Llama2 with { AttentionPattern = [] }).Message, StringComparison.Ordinal);
        Assert.StartsWith("'attention pattern' holds a null; leave it out instead.", Assert.Throws<ArgumentException>(() => Llama2 with { AttentionPattern = [null!] }).Message, StringComparison.Ordinal);
        Assert.Equal("attention pattern", Assert.Throws<ArgumentNullException>(() => Llama2 with { AttentionPattern = null! }).ParamName);
        Assert.Equal("feed-forward", Assert.Throws<ArgumentNullException>(() => Llama2 with { FeedForward = null! }).ParamName);
        Assert.Equal("format", Assert.Throws<ArgumentNullException>(() => Llama2 with { Format = null! }).ParamName);
    }

    [Fact]
    public void Tokens_below_zero_are_refused()
    {
        Assert.Equal("tokens of a sequence", Assert.Throws<ArgumentOutOfRangeException>(() => Llama2.KvBytes(-1)).ParamName);
        Assert.Equal("prompt tokens", Assert.Throws<ArgumentOutOfRangeException>(() => Llama2.PrefillFlops(-1)).ParamName);
        Assert.Equal("cached tokens", Assert.Throws<ArgumentOutOfRangeException>(() => Llama2.PrefillFlops(1, cached: -1)).ParamName);
        Assert.Equal("context", Assert.Throws<ArgumentOutOfRangeException>(() => Llama2.DecodeFlops(-1)).ParamName);
        Assert.Equal("answer tokens", Assert.Throws<ArgumentOutOfRangeException>(() => Llama2.MeanDecodeFlops(1, 0)).ParamName);
        Assert.Equal("answer tokens", Assert.Throws<ArgumentOutOfRangeException>(() => Llama2.MeanKvBytes(1, 0)).ParamName);
        Assert.Equal("tokens of a step", Assert.Throws<ArgumentOutOfRangeException>(() => Llama2.WeightBytesRead(-1)).ParamName);
    }

    [Fact]
    public void Distillation_or_cut_by_a_factor_is_refused_because_the_shape_decides()
    {
        const string Refusal = "'Llama-2-7B' is a transformer, whose cache and speed follow from its shape, not from a factor; give the shape of the smaller model.";
        Assert.Equal(Refusal, Assert.Throws<ArgumentException>(() => Llama2.With(new Distillation { Factor = 2, QualityKept = 97.Percent })).Message);
        Assert.Equal(Refusal, Assert.Throws<ArgumentException>(() => Llama2.With(Pruning.Structured(50.Percent))).Message);
    }
}
