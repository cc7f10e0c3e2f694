namespace MlsdEstimator.Tests;

public class DecodeStepTests
{
    [Fact]
    public void Perfect_stack_reads_weights_once_and_multiplies_for_each_sequence()
    {
        DecodeStep step = LlmCase.Perfect().Decode(8, 1000);

        Assert.Equal(6.480964802e-3 + 8 * 4.235306e-5, step.Weights.Seconds, 8); // 13,214,687,232 B / 2039 GB/s; (12,952,010,752 + 262,144,000) FLOP / 312 TFLOP/s
        Assert.Equal(2.0570397e-3, step.Cache.Seconds, 9); // 8 x 1000 x 524,288 B / 2039 GB/s
        Assert.Equal(0, step.Layers.Seconds);
        Assert.Equal(0, step.Communication.Seconds);
        Assert.Equal(0, step.Overhead.Seconds);
        Assert.Equal(step.Weights.Seconds + step.Cache.Seconds, step.Step.Seconds, 12);
        Assert.Equal(8 / step.Step.Seconds, step.Throughput.PerSecond, 6);
        Assert.Equal(1 / step.Step.Seconds, step.PerSequence.PerSecond, 6);
    }

    [Fact]
    public void Bound_is_bytes_over_bandwidth_while_the_batch_is_small_and_flops_over_peak_when_it_is_large()
    {
        Assert.Equal(6.480964802e-3 + 2.0570397e-3, LlmCase.Perfect().Decode(8, 1000).Bound.Seconds, 8);
        Assert.Equal(1000 * (12_952_010_752 + 262_144_000 + 524_288 * 0.0) / 312e12, LlmCase.Perfect().Decode(1000, 0).Bound.Seconds, 8);
    }

    [Theory]
    [InlineData("Weights", 0.5, 3.240482401e-3)]
    [InlineData("Arithmetic", 0.5, 8 * 2.117653e-5)]
    [InlineData("Cache", 0.5, 1.02851986e-3)]
    [InlineData("Layer", 1e-5, 32e-5)]
    [InlineData("Step", 1e-3, 1e-3)]
    [InlineData("Sequence", 1e-4, 8e-4)]
    [InlineData("ExpertLayer", 1e-3, 0)]
    [InlineData("AllReduce", 1e-3, 0)]
    [InlineData("PromptLayer", 1e-3, 0)]
    public void Cost_adds_what_it_says(string constant, double value, double more) =>
        Assert.Equal(LlmCase.Perfect().Decode(8, 1000).Step.Seconds + more, LlmCase.Perfect((Enum.Parse<LlmConstant>(constant), value)).Decode(8, 1000).Step.Seconds, 8);

    /// <summary>
    /// (8 x (12,952,010,752 + 262,144,000 + 524,288,000) FLOP x 2 x e + (13,214,687,232 + 4,194,304,000) B x b) / power, with e joules an operation on 8 bits and b of a byte
    /// that is read.
    /// </summary>
    [Fact]
    public void Step_is_no_faster_than_its_board_has_power_for()
    {
        LlmReplica free = LlmCase.Perfect();
        NetworkEnergy energy = NetworkEfficiencies.Fitted.Energy.Fitted;
        double joules = 8 * 13_738_442_752.0 * 2 * energy.Operation + 17_408_991_232.0 * energy.Byte;
        DecodeStep capped = (free with { Device = free.Device with { Power = Power.FromWatts(50) } }).Decode(8, 1000);

        Assert.Equal(joules / 50, capped.Powering.Seconds, 9);
        Assert.Equal(Math.Sqrt(Math.Pow(free.Decode(8, 1000).Central.Seconds, 2) + Math.Pow(joules / 50, 2)), capped.Central.Seconds, 9);
        Assert.Equal(0, free.Decode(8, 1000).Powering.Seconds);
        LlmReplica fp8 = free with { Model = LlmCase.Llama with { Format = ModelFormat.Fp8 with { KvCache = StorageFormat.Bf16 } } };
        Accelerator board = free.Device with { Power = Power.FromWatts(50), Peaks = [.. free.Device.Peaks, (Precision.Fp8, FlopRate.FromTeraflopsPerSecond(624))] };
        double layers = 8 * 12_952_010_752.0 * energy.Operation, beside = 8 * 786_432_000.0 * 2 * energy.Operation; // layers on 8 bits, head and attention on 16
        double read = (fp8.Model.WeightBytesRead(8).Bytes + 4_194_304_000) * energy.Byte;
        Assert.Equal((layers + beside + read) / 50, (fp8 with { Device = board }).Decode(8, 1000).Powering.Seconds, 9);
        Assert.Equal((2 * layers + beside + read) / 50, (fp8 with { Device = free.Device with { Power = Power.FromWatts(50) } }).Decode(8, 1000).Powering.Seconds, 9); // widened: no fp8 arithmetic
        Assert.Equal(0, (free with { Device = free.Device with { Kind = DeviceKind.Tpu, Power = Power.FromWatts(50) } }).Decode(8, 1000).Powering.Seconds);
    }

    /// <summary>A check of 4 drafted tokens multiplies 5 times; of 10 adapters 1 - 0.9^8 are read, and each sequence multiplies by one.</summary>
    [Fact]
    public void Drafted_tokens_and_adapters_take_power()
    {
        LlmReplica plain = LlmCase.Perfect() with { Device = LlmCase.Perfect().Device with { Power = Power.FromWatts(50) } };
        NetworkEnergy energy = NetworkEfficiencies.Fitted.Energy.Fitted;
        double token = 13_738_442_752.0 * 2 * energy.Operation / 50, parameters = 16 * 32 * (4 * 8192 + 3 * (4096 + 11008));
        LlmReplica checking = plain with { Speculation = new SpeculativeDecoding { AcceptanceRate = 80.Percent, DraftTokens = 4, Draft = null } };
        LlmReplica adapted = plain with { Adapters = LoraAdapters.OnAllMatrices(LlmCase.Llama, 16, 10) };

        Assert.Equal(4 * 8 * token, (checking.Decode(8, 1000).Powering - plain.Decode(8, 1000).Powering).Seconds, 9);
        double more = (8 * 2 * parameters * 2 * energy.Operation + 10 * (1 - Math.Pow(0.9, 8)) * 2 * parameters * energy.Byte) / 50;
        Assert.Equal(more, (adapted.Decode(8, 1000).Powering - plain.Decode(8, 1000).Powering).Seconds, 9);
        Assert.Equal(10 * (1 - Math.Pow(0.9, 8)) * 2 * parameters / 2039e9, (adapted.Decode(8, 1000).Bound - plain.Decode(8, 1000).Bound).Seconds, 9);
    }

    /// <summary>Kernels that widen weights keep 0.86 of the rate: at the end a step takes 1 / 0.86 as long, and few sequences take what is read, 4.16 of 16 bits with the head in 16.</summary>
    [Fact]
    public void Weights_of_four_bits_help_few_sequences_and_cost_among_many()
    {
        LlmReplica wide = LlmCase.Perfect((LlmConstant.Overlap, 1)), narrow = wide with { Model = LlmCase.Llama with { Format = ModelFormat.Int4WeightOnly } };
        double Gain(double sequences) => (wide.Decode(sequences, 0).Weights / narrow.Decode(sequences, 0).Weights).Value;

        Assert.Equal(13_214_687_232 / narrow.Model.WeightBytesRead(1).Bytes, Gain(1), 0.02);
        Assert.InRange(Gain(1), 3.5, 3.8);
        double multiplying = 12_952_010_752, head = 262_144_000;
        Assert.Equal((multiplying + head) / (multiplying / 0.86 + head), Gain(1e6), 3);
        Assert.True(Gain(100) > 1 && Gain(1000) < 1);
    }

    [Fact]
    public void Overlap_joins_reading_and_multiplying_from_their_sum_to_the_longer_of_both()
    {
        LlmReplica balanced = LlmCase.Perfect((LlmConstant.Overlap, 1)) with { Model = LlmCase.Llama with { Vocabulary = 1 } };
        double reading = balanced.Decode(1, 0).BytesOnly(), multiplying = 100 * 12_952_010_752 / 312e12;

        Assert.Equal(Math.Sqrt(reading * reading + multiplying * multiplying), balanced.Decode(100, 0).Weights.Seconds, 6);
    }

    [Fact]
    public void Cache_is_read_once_at_the_context_and_not_twice_at_the_last() // one estimator reads twice the full cache for every token
    {
        Assert.Equal(4096.0 * 524_288 / 2039e9, LlmCase.Perfect().Decode(1, 4096).Cache.Seconds, 12);
        Assert.Equal(2, (LlmCase.Perfect().Decode(1, 8192).Cache / LlmCase.Perfect().Decode(1, 4096).Cache).Value, 9);
    }

    [Fact]
    public void Pipeline_stages_do_not_shorten_a_token_and_raise_the_throughput() // one estimator halves the latency with two stages
    {
        LlmReplica one = LlmCase.Perfect(), two = one with { Layout = new ParallelLayout { PipelineStages = 2 } };

        Assert.Equal(one.Decode(1, 1000).Step.Seconds, two.Decode(1, 1000).Step.Seconds, 12);
        Assert.Equal(one.Decode(4, 1000).Step.Seconds, two.Decode(8, 1000).Step.Seconds, 12); // each stage works on half of them
        Assert.Equal(2, (two.Decode(8, 1000).Throughput / one.Decode(4, 1000).Throughput).Value, 9);
    }

    [Fact]
    public void Stages_that_wait_for_each_other_gain_nothing()
    {
        LlmReplica placed = LlmCase.Perfect() with { Layout = new ParallelLayout { PipelineStages = 4, KeepsStagesBusy = false } };

        Assert.Equal(LlmCase.Perfect().Decode(8, 1000).Step.Seconds, placed.Decode(8, 1000).Step.Seconds, 12);
    }

    [Fact]
    public void Fewer_sequences_than_stages_leave_stages_idle()
    {
        LlmReplica four = LlmCase.Perfect() with { Layout = new ParallelLayout { PipelineStages = 4 } };

        Assert.Equal(four.Decode(1, 1000).Step.Seconds, four.Decode(4, 1000).Step.Seconds, 12);
        Assert.True(four.Decode(8, 1000).Step.Seconds > four.Decode(4, 1000).Step.Seconds);
    }

    [Theory]
    [InlineData(2, 2.7962026666666665e-05)] // 32 layers x 2 all-reduces x 16 tokens x 8,192 B x 2 (n - 1) / n / 300 GB/s
    [InlineData(4, 4.194304e-05)]
    [InlineData(8, 4.893354666666667e-05)]
    public void Communication_follows_the_ring(double devices, double seconds) =>
        Assert.Equal(seconds, (LlmCase.Perfect() with { Layout = ParallelLayout.Tensor(devices) }).Decode(16, 0).Communication.Seconds, 12);

    [Theory]
    [InlineData(2, 64 * 1e-5 * 1.15)] // two all-reduces a layer, 15 % more for each doubling
    [InlineData(8, 64 * 1e-5 * 1.45)]
    public void All_reduce_starts_for_every_layer(double devices, double seconds)
    {
        LlmReplica replica = LlmCase.Perfect((LlmConstant.AllReduce, 1e-5)) with { Layout = ParallelLayout.Tensor(devices) };
        LlmReplica free = LlmCase.Perfect() with { Layout = ParallelLayout.Tensor(devices) };

        Assert.Equal(seconds, (replica.Decode(1, 0).Communication - free.Decode(1, 0).Communication).Seconds, 12);
    }

    [Fact]
    public void All_reduce_through_the_host_starts_twice_as_slowly()
    {
        LlmReplica pcie = LlmCase.Perfect((LlmConstant.AllReduce, 1e-5), (LlmConstant.Link, 0.5)) with { Layout = ParallelLayout.Tensor(2), Device = Accelerators.A100Pcie80Gb };

        Assert.Equal(64 * 1e-5 * 1.15 * 2 + 64 * 8192 / 32e9 * 1.5, pcie.Decode(1, 0).Communication.Seconds, 12);
    }

    [Fact]
    public void Tensor_parallel_devices_share_weights_arithmetic_and_cache()
    {
        DecodeStep one = LlmCase.Perfect().Decode(8, 1000), four = (LlmCase.Perfect() with { Layout = ParallelLayout.Tensor(4) }).Decode(8, 1000);

        Assert.Equal(4, (one.Weights / four.Weights).Value, 9);
        Assert.Equal(4, (one.Cache / four.Cache).Value, 9);
    }

    [Fact]
    public void Cache_of_fewer_KV_heads_than_devices_is_on_several()
    {
        Transformer grouped = LlmCase.Llama with { AttentionPattern = [Attention.Full(32, 2, 128)] };
        LlmReplica replica = LlmCase.Perfect() with { Model = grouped, Layout = ParallelLayout.Tensor(8) };

        Assert.Equal(1000 * 32_768 / 2 / 2039e9, replica.Decode(1, 1000).Cache.Seconds, 12); // 2 x 32 x 2 x 128 x 2 B, over 2 of 8 devices
    }

    [Fact] // Llama-3-70B: 80 layers x 2 x 8 KV heads x 128 x 2 B = 327,680 B a token, of 64 query heads
    public void Grouped_queries_take_an_eighth_of_the_cache_in_time_and_in_memory() // estimators that read the cache of all query heads: eight times too much
    {
        Transformer grouped = LlmCase.Llama with { Layers = 80, AttentionPattern = [Attention.Full(64, 8, 128)] }, all = grouped with { AttentionPattern = [Attention.Full(64, 64, 128)] };
        LlmReplica few = LlmCase.Perfect() with { Model = grouped }, many = LlmCase.Perfect() with { Model = all };

        Assert.Equal(4096 * 327_680.0 / 2039e9, few.Decode(1, 4096).Cache.Seconds, 12);
        Assert.Equal(8, (many.Decode(1, 4096).Cache / few.Decode(1, 4096).Cache).Value, 9);
        Assert.Equal(few.CachePerDevice.Bytes / (4096 * 327_680.0), few.MostSequences(4096).Value, 9);
    }

    [Fact]
    public void Compressed_cache_is_read_by_every_device()
    {
        Transformer latent = LlmCase.Llama with { AttentionPattern = [new LatentAttention { Heads = 32, KvRank = 512, HeadSize = 128, RotarySize = 64, ValueSize = 128 }] };
        LlmReplica replica = LlmCase.Perfect() with { Model = latent, Layout = ParallelLayout.Tensor(8) };

        Assert.Equal(1000 * 36_864 / 2039e9, replica.Decode(1, 1000).Cache.Seconds, 12); // 32 x 576 x 2 B
    }

    [Fact]
    public void Mixture_reads_the_distinct_experts_and_computes_with_the_chosen()
    {
        LlmReplica replica = LlmCase.Perfect() with { Model = LlmCase.Mixture };
        double rest = 2.0 * (2_147_483_648 + 266_240 + 131_072_000 + 32 * 4096 * 8), expert = 2.0 * 4_328_521_728;

        Assert.Equal((rest + 2 * expert) / 2039e9, replica.Decode(1, 0).BytesOnly(), 9); // one token: two experts
        Assert.Equal((rest + 8 * (1 - Math.Pow(0.75, 16)) * expert) / 2039e9, replica.Decode(16, 0).BytesOnly(), 9); // 7.92 of 8
    }

    [Fact]
    public void Costs_of_experts_count_in_a_mixture()
    {
        LlmReplica plain = LlmCase.Perfect() with { Model = LlmCase.Mixture };
        LlmReplica slow = LlmCase.Perfect((LlmConstant.ExpertLayer, 1e-5), (LlmConstant.Experts, 0.5)) with { Model = LlmCase.Mixture };

        Assert.Equal(32e-5, (slow.Decode(4, 0).Layers - plain.Decode(4, 0).Layers).Seconds, 12);
        Assert.Equal(4 * 2 * 2 * 4_328_521_728.0 * 0.5 / 312e12, (slow.Decode(4, 0).Weights - plain.Decode(4, 0).Weights).Seconds, 9);
    }

    [Fact]
    public void Attention_replicas_share_experts_and_each_serve_their_own_sequences()
    {
        LlmReplica replica = LlmCase.Perfect() with { Model = LlmCase.Mixture, Layout = new ParallelLayout { AttentionReplicas = 4 } };
        double rest = 2.0 * (2_147_483_648 + 266_240 + 131_072_000 + 32 * 4096 * 8), expert = 2.0 * 4_328_521_728;

        Assert.Equal((rest + 8 * (1 - Math.Pow(0.75, 8)) * expert / 4 + 2.0 * 1000 * 524_288) / 2039e9, replica.Decode(8, 1000).BytesBound(), 9); // two sequences on each
    }

    [Fact]
    public void Narrow_weights_cost_by_their_bits()
    {
        (LlmConstant, double)[] costs = [(LlmConstant.Weights, 0.5), (LlmConstant.EightBitWeights, 2), (LlmConstant.FourBitWeights, 4), (LlmConstant.Arithmetic, 1), (LlmConstant.EightBitArithmetic, 3)];
        LlmReplica Stored(ModelFormat format) => LlmCase.Perfect(costs) with { Model = LlmCase.Llama.With(Quantization.To(format)) };
        double layers = 6_476_271_616, head = 2.0 * 131_072_000, multiplied = 12_952_010_752 / 312e12, headTime = 262_144_000 / 312e12 * 2;

        Assert.Equal((layers + head) / 2039e9 * 2 + multiplied * 2 / 0.86 + headTime, Stored(ModelFormat.Int8WeightOnly).Decode(1, 0).Weights.Seconds, 8);
        Assert.Equal((layers + head) / 2039e9 * 2 + multiplied / 2 * 4 + headTime, Stored(ModelFormat.Int8).Decode(1, 0).Weights.Seconds, 8);
        Assert.Equal((layers * 4.15625 / 8 + head) / 2039e9 * 3 + multiplied * 2 / 0.86 + headTime, Stored(ModelFormat.Int4WeightOnly).Decode(1, 0).Weights.Seconds, 8);
    }

    [Fact]
    public void Error_is_the_stacks_and_the_figures()
    {
        LlmReplica replica = LlmCase.Perfect();

        Assert.Equal(
            ["time factor of a generated token, unknown stack on A100 and its like", "time factor of unknown stack on A100 and its like"],
            replica.Decode(1, 1000).Step.Sensitivities().Select(input => input.Label).Where(name => name.StartsWith("time factor", StringComparison.Ordinal)).Order());
    }

    [Fact]
    public void Inputs_out_of_their_domain_are_refused()
    {
        Assert.Equal("sequences", Assert.Throws<ArgumentOutOfRangeException>(() => LlmCase.Perfect().Decode(0.5, 10)).ParamName);
        Assert.Equal("context", Assert.Throws<ArgumentOutOfRangeException>(() => LlmCase.Perfect().Decode(1, -1)).ParamName);
        Assert.Throws<ArgumentOutOfRangeException>(() => LlmCase.Perfect().Decode(double.NaN, 1));
    }

    [Fact]
    public void Layers_with_experts_are_those_that_are_not_dense()
    {
        LlmReplica mixed = LlmCase.Perfect((LlmConstant.ExpertLayer, 1e-3)) with { Model = LlmCase.Mixture };
        Assert.Equal(32e-3, mixed.Decode(1, 0).Layers.Seconds, 9);
        Transformer half = LlmCase.Mixture with { FeedForward = (MixtureOfExperts)LlmCase.Mixture.FeedForward with { DenseLayers = 12, DenseWidth = 11008 } };
        Assert.Equal(20e-3, (mixed with { Model = half }).Decode(1, 0).Layers.Seconds, 9);
    }

    [Fact]
    public void Results_are_in_the_order_of_the_formula() => Assert.Equal(
        ["weights and arithmetic", "cache", "layers", "communication", "overhead", "powering", "bound of a step", "step", "tokens per second of a sequence", "tokens per second of the replica, decode only"],
        LlmCase.Perfect().Decode(1, 1).Results.Select(result => result.Name));

    [Fact]
    public void Unknown_link_is_asked_for()
    {
        LlmReplica replica = LlmCase.Perfect() with { Device = Accelerators.A100Sxm80Gb with { Link = null }, Layout = ParallelLayout.Tensor(2) };

        Assert.Contains("A100-SXM-80GB has no known link to its neighbours, over which devices that share layers send", Assert.Throws<EstimateException>(() => replica.Decode(1, 1).Communication).Message);
    }

    /// <summary>An A100 has 80 GiB x 0.92 - 1.5 GB - 13.48 GB = 64.05 GB left, 122 sequences of 1,000 tokens of 524,288 B.</summary>
    [Fact]
    public void More_sequences_than_fit_are_refused_with_what_would_help()
    {
        DecodeStep most = LlmCase.Perfect().Decode(122, 1000), more = LlmCase.Perfect().Decode(123, 1000);

        Assert.True(most.Step.IsFeasible);
        Assert.Empty(most.Findings);
        Assert.All(new IQuantity[] { more.Central, more.Step, more.PerSequence, more.Throughput }, result => Assert.False(result.IsFeasible));
        Finding finding = Assert.Single(more.Findings);
        Assert.Equal((Severity.Error, FindingCodes.Infeasible), (finding.Severity, finding.Code));
        Assert.Equal("step is infeasible: the cache of 123 sequences of 1,000 tokens takes 60.1 GiB of a device and 59.7 GiB are left; the smallest change that fits: fp8 cache.", finding.Message);
    }

    [Fact]
    public void Step_of_weights_that_do_not_fit_is_refused_as_the_replica_is()
    {
        LlmReplica one = new() { Model = PublishedModels.Transformer("Llama-3-70B"), Device = Accelerators.H100Sxm80Gb, Stack = ServingStack.Vllm };
        string why = "Llama-3-70B in bf16 needs 131 GiB of one H100-SXM-80GB, 59.2 GiB more than is left; ";

        Assert.StartsWith($"step is infeasible: {why}", Assert.Single(one.Decode(32, 1000).Findings).Message);
        Assert.StartsWith($"prompt is infeasible: {why}", Assert.Single(one.Prompt(1000).Findings).Message);
        Assert.StartsWith($"left for the cache on a device is infeasible: {why}", Assert.Single(one.Findings).Message);
        Assert.True((one with { Device = one.Device with { Memory = null } }).Decode(32, 1000).Step.IsFeasible); // unknown memory is not judged
    }
}
