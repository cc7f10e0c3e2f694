namespace MlsdEstimator.Tests;

public class LlmReplicaTests
{
    private static LlmReplica Llama70B(string device, double devices, ModelFormat? format = null) => new()
    {
        Model = PublishedModels.Transformer("Llama-2-70B").With(Quantization.To(format ?? ModelFormat.Fp16)),
        Device = Accelerators.Find(device),
        Stack = ServingStack.Vllm,
        Layout = ParallelLayout.Tensor(devices),
    };

    [Fact]
    public void Memory_left_for_the_cache_is_what_weights_and_reserve_leave()
    {
        LlmReplica replica = LlmCase.Perfect();

        Assert.Equal(13_476_831_232, replica.WeightsPerDevice.Bytes, 0);
        Assert.Equal(80 * 1.073741824 * 0.92 - 1.5 - 13.476831232, replica.CachePerDevice.Gigabytes, 6);
        Assert.Equal((80 * 1.073741824 * 0.92 - 1.5 - 13.476831232) / (4096 * 524_288e-9), replica.MostSequences(4096).Value, 6);
        Assert.Empty(replica.Findings);
        Assert.Equal(["weights on a device", "left for the cache on a device"], replica.Results.Select(result => result.Name));
    }

    [Fact]
    public void Usable_memory_and_reserve_are_inputs()
    {
        LlmReplica replica = LlmCase.Perfect() with { UsableMemory = 50.Percent, Reserve = 5.Gigabytes };

        Assert.Equal(40 * 1.073741824 - 5 - 13.476831232, replica.CachePerDevice.Gigabytes, 6);
    }

    [Fact]
    public void Weights_and_cache_divide_over_devices()
    {
        LlmReplica four = LlmCase.Perfect() with { Layout = ParallelLayout.Tensor(2) with { PipelineStages = 2 } };

        Assert.Equal(13_476_831_232 / 4.0, four.WeightsPerDevice.Bytes, 0);
        Assert.Equal(four.CachePerDevice.Bytes / (4096.0 * 524_288 / 4), four.MostSequences(4096).Value, 6);
        Assert.Equal(4, four.Devices.Value);
    }

    [Fact]
    public void Experts_divide_over_attention_replicas_and_attention_does_not()
    {
        LlmReplica replica = LlmCase.Perfect() with { Model = LlmCase.Mixture, Layout = new ParallelLayout { AttentionReplicas = 4 } };
        double experts = 8 * 2.0 * 4_328_521_728;

        Assert.Equal(replica.Model.WeightBytes.Bytes - experts + experts / 4, replica.WeightsPerDevice.Bytes, 0);
        Assert.Equal(4 * replica.CachePerDevice.Bytes / (1000.0 * 524_288), replica.MostSequences(1000).Value, 6);
    }

    [Fact]
    public void Seventy_billion_weights_in_16_bits_do_not_run_on_one_H100() // one estimator: 4.2 ms a token
    {
        LlmReplica one = Llama70B("H100-SXM-80GB", 1);

        Assert.False(one.CachePerDevice.IsFeasible);
        Assert.False(one.MostSequences(1000).IsFeasible);
        Finding finding = Assert.Single(one.Findings);
        Assert.Equal((Severity.Error, FindingCodes.Infeasible), (finding.Severity, finding.Code));
        Assert.StartsWith("left for the cache on a device is infeasible: Llama-2-70B, fp16 in fp16 needs 128 GiB of one H100-SXM-80GB, 56.", finding.Message);
        Assert.True(one.Decode(1, 0).Bound.Milliseconds > 40); // 138 GB / 3.35 TB/s, if it did
        Assert.True(Llama70B("H100-SXM-80GB", 8).Decode(1, 0).Bound.Milliseconds is > 5.1 and < 5.2);
    }

    [Theory]
    [InlineData("A100-SXM-80GB", "the smallest change that fits: int8")]
    [InlineData("H200-SXM-141GB", "the smallest change that fits: fp8")]
    [InlineData("T4-16GB", "the smallest change that fits: TP4 + int4-weight-only")]
    public void Fix_is_the_next_narrower_format_or_more_devices(string device, string fix) =>
        Assert.Contains(fix, Infeasibility.Message(Llama70B(device, 1).CachePerDevice.Node));

    [Fact]
    public void Nothing_that_fits_is_said_so() => Assert.Contains(
        "no narrower weights and cache are enough on as many T4-16GB as heads and link allow",
        Infeasibility.Message((Llama70B("T4-16GB", 1) with { Model = PublishedModels.Transformer("Llama-3.1-405B") }).CachePerDevice.Node));

    [Fact]
    public void Sequence_that_is_too_long_is_infeasible_with_its_size()
    {
        Scalar most = LlmCase.Perfect().MostSequences(1_000_000);

        Assert.False(most.IsFeasible);
        Assert.Matches("^most sequences is infeasible: the cache of one sequence of 1 ?M tokens takes 488 GiB of a device and 59.7 GiB are left; ", Infeasibility.Message(most.Node));
    }

    /// <summary>
    /// Llama-3-8B takes 131,072 B of cache a token and leaves 25.77 GB x 0.92 - 1.5 GB = 22.2 GB of a 24 GB card: 6.15 GB beside 16.06 GB in bf16, 13.13 GB beside 9.08 GB in fp8, 16.5 GB beside
    /// 5.73 GB in int4 (embeddings of 2.1 GB stay). 40,000 tokens take 5.24 GB, 60,000 7.86, 101,000 13.24, 2,000,000 262 GB, an eighth of half of which stands beside 2 GB of weights.
    /// Llama-3-70B in int4 takes 39.8 GB and half of it leaves 2.3 GB of such a card. DeepSeek-V3 in fp8 takes 84 GB of each of 8 H100 with 77.5 GB, Llama-3.1-405B in int4 54 GB of 4.
    /// </summary>
    [Theory]
    [InlineData("Llama-3-8B", "RTX-4090-24GB", 60_000, "the smallest change that fits: fp8 cache")]
    [InlineData("Llama-3-8B", "RTX-4090-24GB", 101_000, "the smallest change that fits: int4-weight-only")]
    [InlineData("Llama-3-8B", "L4-24GB", 2_000_000, "the smallest change that fits: TP8 + fp8 cache")]
    [InlineData("Llama-3-70B", "RTX-4090-24GB", 1_200, "the smallest change that fits: TP2 + int4-weight-only")]
    [InlineData("DeepSeek-V3", "H100-SXM-80GB", 1_000, "the smallest change that fits: TP8 + int4-weight-only")]
    [InlineData("Llama-3.1-405B", "H100-SXM-80GB", 1_000, "the smallest change that fits: TP4 + int4-weight-only")]
    [InlineData("Llama-3-70B", "Apple-M2-16GB", 1_000, "no narrower weights and cache are enough, and no link of Apple-M2-16GB to more of its kind is known")]
    public void Fix_leaves_room_for_the_sequence_asked_for(string model, string device, double tokens, string fix)
    {
        LlmReplica replica = new() { Model = PublishedModels.Transformer(model), Device = Accelerators.Find(device), Stack = ServingStack.Vllm };
        Assert.EndsWith($"; {fix}.", Infeasibility.Message(replica.MostSequences(tokens).Node));
    }

    [Theory]
    [InlineData(3, "32 heads do not divide over 3 devices")]
    [InlineData(16, "NVLink3 connects 8 devices, and TP16 sends among 16 in every layer; use pipeline stages beyond, or give the link that joins more of them")]
    public void Layout_that_cannot_be_is_refused_by_every_reading(double devices, string reason)
    {
        LlmReplica replica = LlmCase.Perfect() with { Layout = ParallelLayout.Tensor(devices) };
        Action[] readings =
        [
            () => _ = replica.CachePerDevice, () => _ = replica.MostSequences(100), () => _ = replica.Findings, () => _ = replica.Decode(1, 100).Step, () => _ = replica.Decode(1, 100).Bound,
            () => _ = replica.Prompt(100).Time, () => _ = replica.Prompt(100).Marginal, () => _ = new LlmServing { Replica = replica, PromptTokens = 100, AnswerTokens = 10, Load = LlmLoad.Saturated }.Throughput,
        ];
        Assert.All(readings, reading => Assert.Contains(reason, Assert.Throws<EstimateException>(reading).Message));
    }

    [Fact]
    public void Encoder_generates_nothing() => Assert.Equal(
        "'bert' is an encoder and generates nothing; use NetworkStep for it. (Parameter 'value')",
        Assert.Throws<ArgumentException>(() => LlmCase.Perfect() with { Model = LlmCase.Llama with { Title = "bert", IsEncoder = true } }).Message);

    /// <summary>Adapters are split over tensor-parallel devices and stages, a draft stands on each device.</summary>
    [Fact]
    public void Adapters_and_a_draft_both_take_memory()
    {
        LlmReplica plain = LlmCase.Perfect() with { Layout = new ParallelLayout { TensorParallel = 2, PipelineStages = 2 } };
        LoraAdapters adapters = LoraAdapters.OnAllMatrices(LlmCase.Llama, 16, 100);
        var speculation = new SpeculativeDecoding { AcceptanceRate = 70.Percent, DraftTokens = 4, Draft = LlmCase.Llama with { Title = "draft", Layers = 4 } };
        double Left(LlmReplica replica) => replica.CachePerDevice.Bytes;
        double draft = Left(plain) - Left(plain with { Speculation = speculation }), loaded = Left(plain) - Left(plain with { Adapters = adapters });

        Assert.Equal(adapters.LoadedBytes.Bytes / 4, loaded, 1);
        Assert.True(draft > 0);
        Assert.Equal(Left(plain) - draft - loaded, Left(plain with { Speculation = speculation, Adapters = adapters }), 1);
    }

    /// <summary>8 x 5.73 GiB are left on eight L4, and 12.2 GiB of one sequence have to be on one of them.</summary>
    [Fact]
    public void Sequence_is_on_one_attention_replica()
    {
        LlmReplica spread = new() { Model = PublishedModels.Transformer("Llama-3-8B"), Device = Accelerators.L4, Stack = ServingStack.Vllm, Layout = new ParallelLayout { AttentionReplicas = 8 } };
        Assert.False(spread.MostSequences(100_000).IsFeasible);
        Assert.False(spread.Decode(1, 100_000).Step.IsFeasible);
        Assert.True(spread.MostSequences(10_000).Value > 8);
    }

    /// <summary>14 heads stand on one or two devices, so that four are not advised, and asking for them says whose heads they are.</summary>
    [Fact]
    public void Draft_has_to_divide_too()
    {
        var speculation = new SpeculativeDecoding { AcceptanceRate = 70.Percent, DraftTokens = 4, Draft = PublishedModels.Transformer("Qwen2.5-0.5B") };
        LlmReplica replica = new() { Model = PublishedModels.Transformer("Qwen2.5-7B"), Device = Accelerators.H100Sxm80Gb, Stack = ServingStack.Vllm, Speculation = speculation };
        Assert.Contains("heads and link allow", Infeasibility.Message(replica.Decode(6000, 30_000).Step.Node), StringComparison.Ordinal);
        EstimateException refusal = Assert.Throws<EstimateException>(() => (replica with { Layout = ParallelLayout.Tensor(4) }).Decode(1, 100).Step);
        Assert.Contains("of the draft Qwen2.5-0.5B, which stands on the same devices, 14 heads do not divide over 4 devices", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Adapters_that_do_not_fit_are_named()
    {
        LlmReplica many = LlmCase.Perfect() with { Adapters = LoraAdapters.OnAllMatrices(LlmCase.Llama, 64, 1000) };
        Assert.Matches("^left for the cache on a device is infeasible: Llama-2-7B in fp16 needs [0-9.]+ GiB of one A100-SXM-80GB and adapters [0-9.]+ GiB, [0-9.]+ GiB more than is left; ", Infeasibility.Message(many.CachePerDevice.Node));
    }

    [Fact]
    public void Missing_part_is_refused_by_its_name()
    {
        Assert.Throws<ArgumentNullException>("device", () => LlmCase.Perfect() with { Device = null! });
        Assert.Throws<ArgumentNullException>("serving stack", () => LlmCase.Perfect() with { Stack = null! });
        Assert.Throws<ArgumentNullException>("layout", () => LlmCase.Perfect() with { Layout = null! });
    }

    [Fact]
    public void Unknown_memory_is_asked_for() => Assert.StartsWith(
        "The memory of A100-SXM-80GB is not known",
        Assert.Throws<ArgumentException>(() => (LlmCase.Perfect() with { Device = Accelerators.A100Sxm80Gb with { Memory = null } }).CachePerDevice).Message);
}
