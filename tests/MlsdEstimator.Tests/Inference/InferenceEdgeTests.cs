namespace MlsdEstimator.Tests;

/// <summary>Parts that are missing, names that people read, and how work is split over devices.</summary>
public class InferenceEdgeTests
{
    private static readonly Accelerator A100 = LlmCase.Perfect().Device;

    private static LlmPlan Plan(params Accelerator[] devices) => new()
    {
        Model = PublishedModels.Transformer("Llama-3-8B"),
        Demand = LlmDemand.Requests(Load.Computed(10.PerSecond, 40.PerSecond, "requests"), promptTokens: 1000, answerTokens: 200),
        Stack = ServingStack.TensorRtLlm,
        Devices = devices,
        Layouts = [ParallelLayout.Single],
        Formats = [ModelFormat.Bf16],
        CacheFormats = [StorageFormat.Bf16],
        FirstTokenLimit = null,
        TokenLimit = null,
        Spare = 0,
    };

    [Fact]
    public void Missing_part_is_refused_by_its_name()
    {
        LlmReplica replica = LlmCase.Perfect();
        LlmPlan plan = Plan(A100);
        var fleet = new LlmFleet { Replica = replica, Demand = plan.Demand, FirstTokenLimit = null, TokenLimit = null, Spare = 0 };
        var split = new DisaggregatedServing { PromptReplica = replica, AnswerReplica = replica, Requests = 1.PerSecond, PromptTokens = 10, AnswerTokens = 10, Sequences = 1, PromptLoad = 60.Percent, Link = 1.GigabytesPerSecond };
        var gemm = new GemmKernel { Rows = 1, Columns = 1, Inner = 1, Device = A100, Format = ModelFormat.Fp16 };
        var step = new NetworkStep { Work = NetworkWork.Encoder(1, 1, 1, 1, 1), Device = A100, Format = ModelFormat.Fp16, Stack = NetworkRuntime.TensorRt, Batch = 1 };
        var gain = new StepGain { Before = step, After = step };
        (string Name, Func<object> Make)[] missing =
        [
            ("device", () => replica with { Device = null! }), ("serving stack", () => replica with { Stack = null! }), ("layout", () => replica with { Layout = null! }),
            ("model", () => plan with { Model = null! }), ("demand", () => plan with { Demand = null! }), ("serving stack", () => plan with { Stack = null! }),
            ("replica", () => fleet with { Replica = null! }), ("demand", () => fleet with { Demand = null! }),
            ("prompt replica", () => split with { PromptReplica = null! }), ("answer replica", () => split with { AnswerReplica = null! }),
            ("device", () => gemm with { Device = null! }), ("format", () => gemm with { Format = null! }),
            ("step before", () => gain with { Before = null! }), ("step after", () => gain with { After = null! }),
            ("replica", () => new ChatServing { Chat = LlmCase.Chat(1), Replica = null!, Replicas = 1 }), ("chat", () => new ChatServing { Chat = null!, Replica = replica, Replicas = 1 }),
        ];

        foreach ((string name, Func<object> make) in missing)
            Assert.Equal(name, Assert.Throws<ArgumentNullException>(make).ParamName);
    }

    [Fact]
    public void Limit_or_cost_can_be_taken_away_again()
    {
        var chat = new ChatServing { Chat = LlmCase.Chat(1), Replica = LlmCase.Perfect(), Replicas = 1, RequestLimit = 5 };
        Transformer bert = PublishedModels.Transformer("BERT-base");
        var gain = new CompressionGain { Before = bert, After = bert, TimeBefore = 2.Seconds, TimeAfter = 1.Seconds, ModelShare = 50.Percent, CostBefore = 5.DollarsPerHour };

        Assert.Null((chat with { RequestLimit = null }).RequestLimit);
        Assert.Null((Plan(A100) with { RequestLimit = 7 } with { RequestLimit = null }).RequestLimit);
        Assert.Null((gain with { CostBefore = null }).CostBefore);
    }

    [Theory]
    [InlineData("B200-180GB", "B200 and its like")]
    [InlineData("RTX-4090-24GB", "graphics cards")]
    [InlineData("MI300X-192GB", "AMD Instinct")]
    [InlineData("Apple-M2-Ultra-76-Core-GPU-192GB", "systems on a chip")]
    [InlineData("Core-Ultra-7-258V-iGPU", "integrated graphics")]
    [InlineData("Jetson-AGX-Orin-64GB", "edge modules")]
    [InlineData("Xeon-Platinum-8592+", "CPUs")]
    public void Class_of_a_device_has_a_name(string device, string words)
    {
        LlmReplica replica = new() { Model = PublishedModels.Transformer("Llama-3.1-8B"), Device = Accelerators.Find(device), Stack = ServingStack.LlamaCpp };
        Assert.Contains($"time factor of llama.cpp on {words}", Inputs(replica.Decode(1, 100).Step));
    }

    [Fact]
    public void Figure_of_a_language_model_has_a_name()
    {
        LlmReplica replica = new() { Model = PublishedModels.Transformer("Llama-3.1-8B"), Device = Accelerators.H100Sxm80Gb, Stack = ServingStack.Vllm };
        var serving = new LlmServing { Replica = replica, PromptTokens = 1000, AnswerTokens = 200, Load = LlmLoad.Saturated };

        Assert.Contains("time factor of the first token, vLLM on H100 and its like", Inputs((serving with { Load = LlmLoad.Concurrent(4) }).TimeToFirstToken));
        Assert.Contains("time factor of a full system, vLLM on H100 and its like", Inputs(serving.Throughput));
    }

    [Theory]
    [InlineData(GainKind.NarrowerOnCpu, "fewer bits on a CPU")]
    [InlineData(GainKind.StorageOnlyBoundByArithmetic, "fewer bits stored, bound by arithmetic")]
    [InlineData(GainKind.Zeros, "zeros")]
    [InlineData(GainKind.SmallerNetwork, "a smaller network")]
    [InlineData(GainKind.Compilation, "another stack")]
    public void Kind_of_a_change_has_a_name(GainKind kind, string words) =>
        Assert.Contains(words, GainEfficiencies.Fitted.Of(kind, NetworkRuntime.Unknown).Kept.Name!, StringComparison.Ordinal);

    [Theory]
    [InlineData(LlmLimit.Memory, "memory")]
    [InlineData(LlmLimit.FirstToken, "first token")]
    [InlineData(LlmLimit.PerToken, "time per token")]
    [InlineData(LlmLimit.Throughput, "throughput")]
    [InlineData(null, "")]
    public void Limit_has_a_name(LlmLimit? limit, string words) => Assert.Equal(words, LlmPlanReport.WordOf(limit));

    [Fact]
    public void Plan_says_what_it_chose_with_and_without_a_price()
    {
        Accelerator priced = A100 with { Name = "priced", OnDemand = 2.DollarsPerHour }, unpriced = A100 with { Name = "unpriced", OnDemand = null };
        LlmPlan one = Plan(priced), two = Plan(unpriced, unpriced with { Name = "other" });

        Assert.Matches(@"^priced, one device, bf16, bf16 cache is the only plan that works: \S+ replicas at \$\S+, \S+ requests at once on each, bound by (memory|throughput)\.$", one.Findings[0].Message);
        Assert.Matches("is the smallest of 2 plans that work: [0-9]+ replicas, [^$]*$", two.Findings[0].Message);
        Assert.Equal("No price is known for unpriced, other: listed with replicas and without dollars; give one: device with { OnDemand = 3.DollarsPerHour }.", two.Findings[1].Message);
        Assert.Equal(["plan", "at once", "first token", "per token", "bound by", "needed", "bought", "devices", "cost"], one.Report()[0].Split("  ", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
        Assert.EndsWith($"{one.Best!.Cost}", one.Report()[1], StringComparison.Ordinal);
        Assert.EndsWith("no price", two.Report()[1], StringComparison.Ordinal);
        Assert.Single(one.Findings); // the same bits as asked for: nothing to judge
    }

    /// <summary>Deviations of ln(time): of the pair 0.3; of a kind that the stack was not seen with (0.2^2 + 0.35^2)^0.5; of an unknown stack that of the kind, 0.2.</summary>
    [Fact]
    public void Spread_of_a_network_is_that_of_its_pair_or_of_its_kind_and_more()
    {
        NetworkCost stack = new(DeviceClass.Accelerator, "TensorRT", 1, 1, 1, 1e-6, 1e-6, 0.1, 7, 5);
        NetworkKindCost kind = new(DeviceClass.Accelerator, NetworkKind.Convolution, 1, 1, 1, 1, 0.2);
        NetworkPairCost pair = new(DeviceClass.Accelerator, "TensorRT", NetworkKind.Hybrid, 1, 1, 0.3);
        NetworkEfficiencies both = new(
            [stack, stack with { Device = DeviceClass.Cpu, Stack = "DeepSparse" }],
            [kind, kind with { Kind = NetworkKind.Hybrid }, kind with { Device = DeviceClass.Cpu }],
            [pair, pair with { Device = DeviceClass.Cpu }],
            new NetworkEnergy(1e-12, 1e-10),
            new DateOnly(2026, 11, 22));

        Assert.Equal(0.3, Deviation(both.Of(DeviceKind.Gpu, NetworkRuntime.TensorRt).Residual(NetworkKind.Hybrid)), 0.01);
        Assert.Equal(0.40311, Deviation(both.Of(DeviceKind.Gpu, NetworkRuntime.TensorRt).Residual(NetworkKind.Convolution)), 0.01);
        Assert.Equal(0.2, Deviation(both.Of(DeviceKind.Gpu, NetworkRuntime.Unknown).Residual(NetworkKind.Convolution)), 0.01);
        Assert.Equal(0.46097722, NetworkCosts.SpreadOfUnseen(0.3), 8);
        Assert.Equal("TensorRT accelerator factor", both.Of(DeviceKind.Gpu, NetworkRuntime.TensorRt).Shared.Name);
        Assert.Equal("DeepSparse CPU factor", both.Of(DeviceKind.Cpu, NetworkRuntime.DeepSparse).Shared.Name);
        Assert.Equal("fitted to 7 published results in 5 (model, device) blocks, 2026-11-22", both.Of(DeviceKind.Gpu, NetworkRuntime.Unknown).Shared.Source);
        static double Deviation(Scalar factor) => factor.Simulate() is var belief ? Math.Log(belief.High.Value / belief.Low.Value) / (2 * 1.644854) : 0;
    }

    /// <summary>Adapters are split over tensor-parallel devices and stages, a draft stands on each device.</summary>
    [Fact]
    public void Adapters_and_a_draft_both_take_memory()
    {
        LlmReplica plain = LlmCase.Perfect() with { Layout = new ParallelLayout { TensorParallel = 2, PipelineStages = 2 } };
        LoraAdapters adapters = LoraAdapters.OnAllMatrices(LlmCase.Llama, 16, 100);
        var speculation = new SpeculativeDecoding { AcceptanceRate = 70.Percent, DraftTokens = 4, Draft = LlmCase.Llama with { Title = "draft", Layers = 4 } };
        double of(LlmReplica replica) => replica.CachePerDevice.Bytes;
        double draft = of(plain) - of(plain with { Speculation = speculation }), loaded = of(plain) - of(plain with { Adapters = adapters });

        Assert.Equal(adapters.LoadedBytes.Bytes / 4, loaded, 1);
        Assert.True(draft > 0);
        Assert.Equal(of(plain) - draft - loaded, of(plain with { Speculation = speculation, Adapters = adapters }), 1);
    }

    [Fact]
    public void Tensor_parallel_devices_share_arithmetic_adapters_and_energy()
    {
        Accelerator board = A100 with { Power = Power.FromWatts(400), Link = new DeviceLink { Name = "link", PerDirection = 1e6.GigabytesPerSecond } };
        LlmReplica one = LlmCase.Perfect((LlmConstant.Widening, 1)) with { Device = board, Model = LlmCase.Llama with { Format = ModelFormat.Int4WeightOnly } };
        LlmReplica two = one with { Layout = ParallelLayout.Tensor(2) };

        Assert.Equal(2, (one.Prompt(2000).Attention / two.Prompt(2000).Attention).Value, 9);
        Assert.Equal(2, (one.Prompt(2000).Layers / two.Prompt(2000).Layers).Value, 9); // widening alone
        Assert.Equal(2, (one.Prompt(8000).Bound / two.Prompt(8000).Bound).Value, 9);
        Assert.Equal(2, (one.Prompt(2000).Powering / two.Prompt(2000).Powering).Value, 9);
        LoraAdapters adapters = LoraAdapters.OnAllMatrices(LlmCase.Llama, 16, 10);
        double Reading(LlmReplica replica) => new StepTime(replica with { Adapters = adapters }).ReadingAdapters(1).Seconds;
        Assert.Equal(adapters.Bytes.Bytes / 2039e9, Reading(one), 12);
        Assert.Equal(2, Reading(one) / Reading(two), 9);
    }

    [Fact]
    public void Layers_with_experts_are_those_that_are_not_dense()
    {
        LlmReplica mixed = LlmCase.Perfect((LlmConstant.ExpertLayer, 1e-3)) with { Model = LlmCase.Mixture };
        Assert.Equal(32e-3, mixed.Decode(1, 0).Layers.Seconds, 9);
        Transformer half = LlmCase.Mixture with { FeedForward = (MixtureOfExperts)LlmCase.Mixture.FeedForward with { DenseLayers = 12, DenseWidth = 11008 } };
        Assert.Equal(20e-3, (mixed with { Model = half }).Decode(1, 0).Layers.Seconds, 9);
    }

    private static IEnumerable<string?> Inputs<T>(Quantity<T> quantity)
        where T : Quantity<T>, IQuantity<T> => quantity.Sensitivities().Select(input => input.Label);
}
