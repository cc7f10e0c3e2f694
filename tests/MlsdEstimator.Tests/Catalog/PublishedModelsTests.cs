namespace MlsdEstimator.Tests;

public class PublishedModelsTests
{
    /// <summary>Parameters as the model pages count them (safetensors metadata, or PyTorch's sum over tensors), each shared tensor once.</summary>
    public static TheoryData<string, double> Published => new()
    {
        { "LLaMA-7B", 6_738_415_616 },
        { "LLaMA-13B", 13_015_864_320 },
        { "LLaMA-30B", 32_528_943_616 },
        { "LLaMA-65B", 65_285_660_672 },
        { "Llama-2-7B", 6_738_415_616 },
        { "Llama-2-13B", 13_015_864_320 },
        { "Llama-2-70B", 68_976_648_192 },
        { "CodeLlama-34B", 33_743_970_304 },
        { "Llama-3-8B", 8_030_261_248 },
        { "Llama-3-70B", 70_553_706_496 },
        { "Llama-3.1-405B", 405_853_388_800 },
        { "Llama-3.2-1B", 1_235_814_400 },
        { "Llama-3.2-3B", 3_212_749_824 },
        { "TinyLlama-1.1B", 1_100_048_384 },
        { "Yi-6B", 6_061_035_520 },
        { "Yi-34B", 34_388_917_248 },
        { "DeepSeek-Coder-33B", 33_342_991_360 },
        { "Baichuan2-13B", 13_896_668_160 },
        { "SmolLM2-135M", 134_515_008 },
        { "SmolLM2-360M", 361_821_120 },
        { "SmolLM2-1.7B", 1_711_376_384 },
        { "Mistral-7B-v0.1", 7_241_732_096 },
        { "Mistral-7B-v0.3", 7_248_023_552 },
        { "Ministral-8B", 8_019_808_256 },
        { "Mistral-Nemo-12B", 12_247_782_400 },
        { "Mistral-Small-24B", 23_572_403_200 },
        { "Mistral-Large-123B", 122_610_069_504 },
        { "Mixtral-8x7B", 46_702_792_704 },
        { "Mixtral-8x22B", 140_620_634_112 },
        { "Qwen-14B", 14_167_290_880 },
        { "Qwen2.5-0.5B", 494_032_768 },
        { "Qwen2.5-1.5B", 1_543_714_304 },
        { "Qwen2.5-3B", 3_085_938_688 },
        { "Qwen2.5-7B", 7_615_616_512 },
        { "Qwen2.5-14B", 14_770_033_664 },
        { "Qwen2.5-32B", 32_763_876_352 },
        { "Qwen2.5-72B", 72_706_203_648 },
        { "Qwen3-0.6B", 596_049_920 },
        { "Qwen3-1.7B", 1_720_574_976 },
        { "Qwen3-4B", 4_022_468_096 },
        { "Qwen3-8B", 8_190_735_360 },
        { "Qwen3-14B", 14_768_307_200 },
        { "Qwen3-32B", 32_762_123_264 },
        { "Qwen3-30B-A3B", 30_532_122_624 },
        { "Qwen3-235B-A22B", 235_093_634_560 },
        { "Gemma-2B", 2_506_172_416 },
        { "Gemma-7B", 8_537_680_896 },
        { "Gemma-2-2B", 2_614_341_888 },
        { "Gemma-2-9B", 9_241_705_984 },
        { "Gemma-2-27B", 27_227_128_320 },
        { "Gemma-3-1B", 999_885_952 },
        { "Gemma-3-4B", 3_880_099_328 },
        { "Gemma-3-27B", 27_009_002_240 },
        { "DeepSeek-MoE-16B", 16_375_728_128 },
        { "DeepSeek-V2-Lite", 15_706_484_224 },
        { "DeepSeek-V2", 235_741_434_880 },
        { "DeepSeek-V3", 671_026_419_200 },
        { "Qwen1.5-MoE-A2.7B", 14_315_784_192 },
        { "gpt-oss-20b", 20_914_757_184 },
        { "gpt-oss-120b", 116_829_156_672 },
        { "DBRX-132B", 131_596_523_520 },
        { "Phi-2", 2_779_683_840 },
        { "Phi-3-mini", 3_821_079_552 },
        { "Phi-3-medium", 13_960_238_080 },
        { "Phi-4", 14_659_507_200 },
        { "Falcon-7B", 6_921_720_704 },
        { "Falcon-40B", 41_303_293_952 },
        { "MPT-7B", 6_649_286_656 },
        { "ChatGLM3-6B", 6_243_584_000 },
        { "GLM-4-9B", 9_399_951_360 },
        { "Command-R-35B", 34_980_831_232 },
        { "Command-R-Plus-104B", 103_810_674_688 },
        { "OLMo-2-7B", 7_298_617_344 },
        { "GPT-2", 124_439_808 },
        { "GPT-2-medium", 354_823_168 },
        { "GPT-2-large", 774_030_080 },
        { "GPT-2-XL", 1_557_611_200 },
        { "GPT-J-6B", 6_050_882_784 },
        { "GPT-NeoX-20B", 20_554_567_680 },
        { "Pythia-1.4B", 1_414_647_808 },
        { "Pythia-6.9B", 6_857_302_016 },
        { "Pythia-12B", 11_846_072_320 },
        { "OPT-125M", 125_239_296 },
        { "OPT-1.3B", 1_315_758_080 },
        { "OPT-6.7B", 6_658_473_984 },
        { "OPT-13B", 12_853_473_280 },
        { "OPT-30B", 29_974_540_288 },
        { "BLOOM-7.1B", 7_069_016_064 },
        { "BLOOM-176B", 176_247_271_424 },
        { "BERT-base", 109_482_240 },
        { "BERT-large", 335_141_888 },
        { "DistilBERT", 66_362_880 },
        { "TinyBERT-4", 14_350_248 },
        { "TinyBERT-6", 66_955_008 },
        { "MiniLM-L6-H384", 22_713_216 },
        { "MiniLM-L12-H384", 33_360_000 },
        { "MPNet-base", 109_486_464 },
        { "RoBERTa-base", 124_645_632 },
        { "RoBERTa-large", 355_359_744 },
        { "XLM-R-base", 278_043_648 },
        { "XLM-R-large", 559_890_432 },
        { "BGE-M3", 567_754_752 },
    };

    [Theory]
    [MemberData(nameof(Published))]
    public void Parameters_agree_with_the_published_count_to_the_last_one(string name, double parameters) =>
        Assert.Equal(parameters, PublishedModels.Transformer(name).Parameters.Value);

    [Theory] // papers and model cards, rounded as they are
    [InlineData("GPT-3-175B", 174.6, 174.6)]
    [InlineData("OPT-66B", 65.7, 65.7)]
    [InlineData("MPT-30B", 30.0, 30.0)]
    [InlineData("Gemma-3-12B", 11.8, 11.8)]
    [InlineData("Kimi-K2", 1026.4, 32.9)] // 1T and 32B
    [InlineData("Llama-4-Scout", 107.8, 17.2)] // 109B with the vision encoder, 17B
    [InlineData("Llama-4-Maverick", 400.7, 17.2)] // 400B, 17B
    [InlineData("DeepSeek-V2", 235.7, 21.4)] // 236B, 21B
    [InlineData("DeepSeek-V3", 671.0, 37.6)] // 671B, 37B
    [InlineData("Qwen3-30B-A3B", 30.5, 3.4)] // 30.5B, 3.3B
    [InlineData("Qwen3-235B-A22B", 235.1, 22.2)] // 235B, 22B
    [InlineData("Mixtral-8x22B", 140.6, 39.2)] // 141B, 39B
    [InlineData("DBRX-132B", 131.6, 36.5)] // 132B, 36B
    [InlineData("Dolly-v2-3B", 2.8, 2.8)]
    public void Parameters_in_all_and_active_agree_with_the_papers(string name, double billions, double activeBillions)
    {
        Transformer model = PublishedModels.Transformer(name);
        Assert.Equal(billions, model.Parameters.Value / 1e9, 1);
        Assert.Equal(activeBillions, model.ActiveParameters.Value / 1e9, 1);
    }

    [Theory] // unslothai/unsloth PR 4757 lists these as the models whose cache one formula for all gets most wrong
    [InlineData("Gemma-3-27B", 507_904)] // 62 layers x 2 x 16 heads x 128 x 2 B
    [InlineData("Qwen3-0.6B", 114_688)] // 28 x 2 x 8 x 128 x 2 B: the head size is 128, not 1024 / 16
    [InlineData("DeepSeek-V3", 70_272)]
    [InlineData("Llama-3-8B", 131_072)]
    [InlineData("Llama-3-70B", 327_680)]
    [InlineData("Mistral-Nemo-12B", 163_840)] // head size 128, not 5120 / 32
    public void KvBytesPerToken_follow_the_shape(string name, double bytes) => Assert.Equal(bytes, PublishedModels.Transformer(name).KvBytesPerToken.Bytes);

    [Fact]
    public void All_are_more_than_sixty_with_a_source_and_names_of_their_own()
    {
        Assert.Equal(142, PublishedModels.All.Count);
        Assert.Equal(142, PublishedModels.All.Select(model => model.Name).Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.All(PublishedModels.All, model => Assert.False(string.IsNullOrWhiteSpace(model.Source)));
        Assert.All(PublishedModels.All, model => Assert.Equal(new DateOnly(2026, 11, 1), model.AsOf));
        Assert.All(PublishedModels.All, model => Assert.True(model.Model.WeightBytes.Bytes > 0));
    }

    [Theory]
    [InlineData("ResNet-50", 25_557_032, 8.22)]
    [InlineData("ViT-B/16", 86_567_656, 35.16)]
    [InlineData("MobileNetV2", 3_504_872, 0.62)]
    [InlineData("VGG-16", 138_357_544, 30.94)]
    [InlineData("EfficientNet-B7", 66_347_960, 76.66)]
    public void ConvNets_agree_with_the_published_tables(string name, double parameters, double gigaflops) // torchvision model pages; timm benchmark tables, MACs doubled
    {
        ConvNet model = PublishedModels.ConvNet(name);
        Assert.Equal(parameters, model.Parameters.Value);
        Assert.Equal(gigaflops, model.FlopsPerExample.Gigaflops, 9);
    }

    [Fact]
    public void Find_takes_a_name_in_any_capitals_and_suggests_the_nearest()
    {
        Assert.Equal("Llama-3.1-8B", PublishedModels.Find("llama-3.1-8b").Name);
        Assert.Equal("Llama-3-8B", PublishedModels.Find("Llama 3 8B").ToString());
        Assert.Equal("GPT-2", PublishedModels.Find("GPT-2").Name);
        Assert.StartsWith("There is no model 'Llama-3.1-80B'. Nearest: 'Llama-3.1-8B', ", Assert.Throws<ArgumentException>(() => PublishedModels.Find("Llama-3.1-80B")).Message, StringComparison.Ordinal);
        Assert.StartsWith("'Qwen3' names several models: 'Qwen3-0.6B', 'Qwen3-1.7B', 'Qwen3-4B', 'Qwen3-8B', 'Qwen3-14B', 'Qwen3-32B' and 2 more. Give the whole name.", Assert.Throws<ArgumentException>(() => PublishedModels.Find("Qwen3")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Find_of_another_kind_is_refused()
    {
        Assert.StartsWith("'ResNet-50' is a ConvNet, not a transformer; read Find(name).Model.", Assert.Throws<ArgumentException>(() => PublishedModels.Transformer("ResNet-50")).Message, StringComparison.Ordinal);
        Assert.StartsWith("'GPT-2' is a Transformer, not a vision model; read Find(name).Model.", Assert.Throws<ArgumentException>(() => PublishedModels.ConvNet("GPT-2")).Message, StringComparison.Ordinal);
        Assert.StartsWith("'GPT-2' is a Transformer, not a recommender; read Find(name).Model.", Assert.Throws<ArgumentException>(() => PublishedModels.Recommender("GPT-2")).Message, StringComparison.Ordinal);
    }
}
