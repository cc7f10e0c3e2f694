namespace MlsdEstimator.Tests;

public class LlmPlanTests
{
    private static LlmPlan Plan(params Accelerator[] devices) => new()
    {
        Model = PublishedModels.Transformer("Llama-3-8B"),
        Demand = LlmDemand.Requests(Load.Computed(10.PerSecond, 40.PerSecond, "requests"), promptTokens: 1000, answerTokens: 200),
        Stack = ServingStack.TensorRtLlm,
        Devices = devices,
        Layouts = [ParallelLayout.Single],
        Formats = [ModelFormat.Bf16],
        CacheFormats = [StorageFormat.Bf16],
        FirstTokenLimit = 2.Seconds,
        TokenLimit = 80.Milliseconds,
        Spare = 1,
    };

    private static LlmPlan Unlimited(params Accelerator[] devices) => Plan(devices) with { FirstTokenLimit = null, TokenLimit = null, Spare = 0 };

    [Fact]
    public void Cheapest_comes_first_and_those_without_price_last()
    {
        LlmPlan plan = Plan(Accelerators.H200Sxm141Gb, Accelerators.A100Sxm80Gb with { OnDemand = 50.DollarsPerHour }, Accelerators.A100Sxm80Gb with { Name = "cheap A100", OnDemand = 1.DollarsPerHour });

        Assert.Equal(["cheap A100", "A100-SXM-80GB", "H200-SXM-141GB"], plan.Options.Select(fleet => fleet.Replica.Device.Name));
        Assert.Empty(plan.Refused);
        Assert.Same(plan.Options[0], plan.Best);
        Assert.Same(plan.Best, Assert.Single(plan.Parts));
        Assert.Empty(plan.Results);
        Assert.Null(plan.Options[2].Cost);
        Assert.True(plan.Options[2].Bought.Value > 1);
        Assert.StartsWith("cheap A100, one device, bf16, bf16 cache is the cheapest of 3 plans that work: ", plan.Findings[0].Message);
        Assert.Contains("; next A100-SXM-80GB, one device, bf16, bf16 cache at $", plan.Findings[0].Message);
        Assert.Equal((FindingCodes.TierWithoutPrice, "No price is known for H200-SXM-141GB: listed with replicas and without dollars; give one: device with { OnDemand = 3.DollarsPerHour }."), (plan.Findings[1].Code, plan.Findings[1].Message));
    }

    [Fact]
    public void Combinations_are_devices_layouts_formats_and_caches()
    {
        LlmPlan plan = Plan(Accelerators.H100Sxm80Gb) with { Layouts = [ParallelLayout.Single, ParallelLayout.Tensor(2)], Formats = [ModelFormat.Bf16, ModelFormat.Fp8], CacheFormats = [StorageFormat.Bf16, StorageFormat.Fp8] };

        Assert.Equal(8, plan.Options.Count);
        Assert.Contains("H100-SXM-80GB, TP2, fp8, bf16 cache", plan.Options.Select(fleet => fleet.Title));
        Assert.Equal(plan.Options.Select(fleet => fleet.Cost!.BaseValue).Order(), plan.Options.Select(fleet => fleet.Cost!.BaseValue));
        LlmFleet narrow = plan.Options.Single(fleet => fleet.Title == "H100-SXM-80GB, one device, fp8, fp8 cache");
        Assert.Equal(8, narrow.Replica.Model.Format.KvCache.BitsPerValue);
        Assert.Equal((plan.Demand, plan.FirstTokenLimit, plan.TokenLimit, plan.Spare, DeployedShares.UnderLatencyLimit, plan.Confidence), (narrow.Demand, narrow.FirstTokenLimit, narrow.TokenLimit, narrow.Spare, narrow.HeadRoom, narrow.Confidence));
        Assert.Same(ServingStack.TensorRtLlm, narrow.Replica.Stack);
    }

    [Fact]
    public void Defaults_try_what_is_usual()
    {
        LlmPlan plan = new() { Model = PublishedModels.Transformer("Llama-3-8B"), Demand = Plan(Accelerators.L4).Demand, Devices = [Accelerators.L4], Stack = ServingStack.Vllm, FirstTokenLimit = null, TokenLimit = null, Spare = 0 };

        Assert.Equal(["one device", "TP2", "TP4", "TP8"], plan.Layouts.Select(layout => $"{layout}"));
        Assert.Equal([ModelFormat.Bf16, ModelFormat.Fp8, ModelFormat.Int4WeightOnly], plan.Formats);
        Assert.Equal([StorageFormat.Bf16, StorageFormat.Fp8], plan.CacheFormats);
    }

    [Theory]
    [InlineData("memory", "the memory of H100-SXM-80GB is not known; give it")]
    [InlineData("arithmetic", "H100-SXM-80GB has no bf16 arithmetic and nothing wider; it has fp8")]
    [InlineData("width", "the weights come in fp8, and bf16 is wider")]
    [InlineData("heads", "32 heads do not divide over 3 devices")]
    [InlineData("link", "H100-SXM-80GB has no known link to its neighbours, over which devices that share layers send; give it")]
    [InlineData("bridge", "NVLink bridge connects 2 devices, and TP4 sends among 4 in every layer; use pipeline stages beyond")]
    [InlineData("host", "NVLink4 connects 8 devices, and TP16 sends among 16 in every layer")]
    [InlineData("unknown host", "PCIe4 x16 connects 8 devices, and TP16 sends among 16 in every layer")]
    [InlineData("fit", "more than is left; the smallest change that fits: fp8")]
    [InlineData("stages", "32 layers are fewer than 33 stages")]
    [InlineData("stack", "TensorRT-LLM runs on NVIDIA GPUs and not on TPU-v5e; what does: vLLM, SGLang")]
    [InlineData("slow", "one request alone waits ")]
    public void What_does_not_work_is_refused_with_the_reason(string what, string reason)
    {
        Accelerator device = Accelerators.H100Sxm80Gb;
        LlmPlan plan = Plan(device);
        plan = what switch
        {
            "memory" => plan with { Devices = [device with { Memory = null }] },
            "arithmetic" => plan with { Devices = [device with { Peaks = [(Precision.Fp8, 1000.TeraflopsPerSecond)] }] },
            "width" => plan with { Model = plan.Model with { Format = ModelFormat.Fp8 } },
            "heads" => plan with { Layouts = [ParallelLayout.Tensor(3)] },
            "link" => plan with { Devices = [device with { Link = null }], Layouts = [ParallelLayout.Tensor(2)] },
            "bridge" => plan with { Devices = [Accelerators.Find("H100-NVL-94GB")], Layouts = [ParallelLayout.Tensor(4)] },
            "host" => plan with { Layouts = [ParallelLayout.Tensor(16)] },
            "unknown host" => plan with { Devices = [Accelerators.L4], Layouts = [ParallelLayout.Tensor(16)] },
            "stages" => plan with { Layouts = [new ParallelLayout { PipelineStages = 33 }] },
            "stack" => plan with { Devices = [Accelerators.Find("TPU-v5e")] },
            "fit" => plan with { Model = PublishedModels.Transformer("Llama-3-70B") },
            _ => plan with { TokenLimit = 1.Milliseconds },
        };

        LlmRefusal refusal = Assert.Single(plan.Refused);
        Assert.Contains(reason, refusal.Reason);
        Assert.Null(plan.Best);
        Assert.Empty(plan.Options);
        Assert.Empty(plan.Parts);
        Finding finding = Assert.Single(plan.Findings);
        Assert.Equal((Severity.Error, FindingCodes.Infeasible), (finding.Severity, finding.Code));
        Assert.StartsWith($"No plan works. {refusal.Device}, ", finding.Message);
        Assert.Contains(refusal.Reason, finding.Message);
    }

    [Fact]
    public void Devices_without_a_plan_say_what_the_last_that_was_tried_lacks()
    {
        LlmPlan plan = Plan(Accelerators.L4, Accelerators.T4) with { Model = PublishedModels.Transformer("Llama-3-70B"), Layouts = [ParallelLayout.Single, ParallelLayout.Tensor(2)] };

        string message = Assert.Single(plan.Findings).Message;
        Assert.Equal(4, plan.Refused.Count);
        Assert.Equal($"No plan works. {plan.Refused[1]} {plan.Refused[3]} 2 others fail too: see Refused.", message);
    }

    [Fact]
    public void Belief_that_no_number_of_replicas_serves_is_refused()
    {
        LlmPlan plan = Plan(Accelerators.H100Sxm80Gb);
        LlmServing alone = new() { Replica = plan.FleetOf(plan.Devices[0], ParallelLayout.Single, ModelFormat.Bf16).Replica, PromptTokens = 1000, AnswerTokens = 200, Load = LlmLoad.Concurrent(1) };
        plan = plan with { TokenLimit = (alone.TimePerToken.Milliseconds * 1.02).Milliseconds };

        Assert.Contains("no number serves the load with 90% confidence, because it is infeasible in ", Assert.Single(plan.Refused).Reason);
        Assert.EndsWith("there one request alone breaks a limit, or does not fit", Assert.Single(plan.Refused).Reason);
    }

    [Fact]
    public void Report_is_a_table_of_options_and_the_refused()
    {
        LlmPlan plan = Plan(Accelerators.H100Sxm80Gb with { OnDemand = 4.DollarsPerHour }, Accelerators.Find("H200-SXM"), Accelerators.T4);
        IReadOnlyList<string> lines = plan.Report();

        Assert.StartsWith("plan ", lines[0]);
        Assert.EndsWith(" cost", lines[0]);
        Assert.Contains("bound by  needed  bought  devices", lines[0]);
        Assert.StartsWith("H100-SXM-80GB, one device, bf16, bf16 cache ", lines[1]);
        Assert.EndsWith("no price", lines[2]);
        Assert.StartsWith("refused: T4-16GB, one device, bf16, bf16 cache: ", lines[3]);
        Assert.Equal(4, lines.Count);
        Assert.Single(lines.Take(3).Select(line => line.Length).Distinct());
    }

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
        Accelerator priced = Accelerators.A100Sxm80Gb with { Name = "priced", OnDemand = 2.DollarsPerHour }, unpriced = Accelerators.A100Sxm80Gb with { Name = "unpriced", OnDemand = null };
        LlmPlan one = Unlimited(priced), two = Unlimited(unpriced, unpriced with { Name = "other" });

        Assert.Matches(@"^priced, one device, bf16, bf16 cache is the only plan that works: \S+ replicas at \$\S+, \S+ requests at once on each, bound by (memory|throughput)\.$", one.Findings[0].Message);
        Assert.Matches("is the smallest of 2 plans that work: [0-9]+ replicas, [^$]*$", two.Findings[0].Message);
        Assert.Equal("No price is known for unpriced, other: listed with replicas and without dollars; give one: device with { OnDemand = 3.DollarsPerHour }.", two.Findings[1].Message);
        Assert.Equal(["plan", "at once", "first token (mean)", "first token (p95)", "per token (mean)", "per token (p95)", "bound by", "needed", "bought", "devices", "cost"], one.Report()[0].Split("  ", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
        Assert.EndsWith($"{one.Best!.Cost}", one.Report()[1], StringComparison.Ordinal);
        Assert.EndsWith("no price", two.Report()[1], StringComparison.Ordinal);
        Assert.Single(one.Findings); // the same bits as asked for: nothing to judge
    }

    /// <summary>A hundred adapters take 8.4 GB of each replica, so that fewer requests fit; a draft of 14 heads stands on two devices and not on four.</summary>
    [Fact]
    public void Adapters_and_drafts_stand_on_every_replica()
    {
        LlmPlan plan = Unlimited(Accelerators.H100Sxm80Gb) with { Adapters = LoraAdapters.OnAllMatrices(PublishedModels.Transformer("Llama-3-8B"), 16, 100) };
        Assert.Equal(100 * 2.0 * 41_943_040, (Unlimited(Accelerators.H100Sxm80Gb).Best!.Replica.CachePerDevice - plan.Best!.Replica.CachePerDevice).Bytes, 1);
        Assert.True(plan.Best.AtOnce.Value < Unlimited(Accelerators.H100Sxm80Gb).Best!.AtOnce.Value);

        LlmPlan drafted = Unlimited(Accelerators.H100Sxm80Gb) with
        {
            Model = PublishedModels.Transformer("Qwen2.5-7B"),
            Layouts = [ParallelLayout.Tensor(2), ParallelLayout.Tensor(4)],
            Speculation = new SpeculativeDecoding { AcceptanceRate = 70.Percent, DraftTokens = 4, Draft = PublishedModels.Transformer("Qwen2.5-0.5B") },
        };
        Assert.Equal("TP2", $"{Assert.Single(drafted.Options).Replica.Layout}");
        Assert.Contains("14 heads do not divide over 4 devices", Assert.Single(drafted.Refused).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Narrower_weights_say_that_quality_is_not_judged()
    {
        LlmPlan plan = Plan(Accelerators.H100Sxm80Gb) with { Formats = [ModelFormat.Fp8] };
        Assert.Equal("fp8 has fewer bits than bf16; what that costs in quality is not judged: measure it on your data.", plan.Findings[1].Message);
        Assert.StartsWith("H100-SXM-80GB, one device, fp8, bf16 cache is the only plan that works: ", plan.Findings[0].Message);
    }

    [Fact]
    public void Reason_that_forbids_many_combinations_of_a_device_is_one_line()
    {
        LlmPlan plan = Plan(Accelerators.H100Sxm80Gb with { Name = "lonely", Link = null }, Accelerators.Find("MI300X-192GB")) with
        {
            Model = PublishedModels.Transformer("Llama-3-8B") with { Format = ModelFormat.Fp8 },
            Layouts = [ParallelLayout.Single, ParallelLayout.Tensor(2), ParallelLayout.Tensor(4)],
            Formats = [ModelFormat.Bf16, ModelFormat.Fp8],
            CacheFormats = [StorageFormat.Bf16, StorageFormat.Fp8],
        };
        string[] refused = [.. plan.Report().Where(line => line.StartsWith("refused: ", StringComparison.Ordinal))];

        Assert.Equal(22, plan.Refused.Count); // of "lonely" all but one device in fp8 with two caches, of MI300X all 12
        Assert.Equal("refused: lonely, bf16: the weights come in fp8, and bf16 is wider.", refused[0]);
        Assert.StartsWith("refused: lonely, TP2 / TP4, fp8: lonely has no known link to its neighbours, ", refused[1]);
        Assert.StartsWith("refused: MI300X-192GB: TensorRT-LLM runs on NVIDIA GPUs and not on MI300X-192GB; what does: vLLM, SGLang, llama.cpp, ", refused[2]);
        Assert.Equal(3, refused.Length);
    }

    [Fact]
    public void Arithmetic_that_some_devices_lack_is_one_finding()
    {
        LlmPlan plan = Unlimited(Accelerators.T4, Accelerators.A100Sxm80Gb, Accelerators.H100Sxm80Gb) with { Stack = ServingStack.Vllm, Formats = [ModelFormat.Bf16, ModelFormat.Fp8], CacheFormats = [StorageFormat.Bf16, StorageFormat.Fp8] };

        Assert.EndsWith("which saves memory and not time of prompts: fp8 as bf16 on A100-SXM-80GB, fp8 as fp16 on T4-16GB.", Sorted(Assert.Single(plan.Findings, finding => finding.Message.StartsWith("Some devices have no arithmetic for a format", StringComparison.Ordinal)).Message));
    }

    /// <summary>The list after the colon in the order of its words: the options' own order is that of their cost.</summary>
    private static string Sorted(string message)
    {
        string[] parts = message.TrimEnd('.').Split(": ");
        return $"{parts[0]}: {string.Join(", ", parts[1].Split(", ").Order(StringComparer.Ordinal))}.";
    }

    /// <summary>Sessions that ask every ten minutes fill the memory with what they said before.</summary>
    [Fact]
    public void Retention_that_costs_more_than_it_spares_is_said_with_the_figure()
    {
        ChatWorkload chat = LlmCase.Chat(sessions: 4000) with { Turns = ChatTurns.Fixed(5), ThinkTime = 10.Minutes, MessageTokens = 100 };
        LlmPlan Of(Duration? retention) => Unlimited(Accelerators.A100Sxm80Gb with { OnDemand = 2.DollarsPerHour }) with { Demand = LlmDemand.Chat(chat with { PrefixRetention = retention }) };
        LlmPlan kept = Of(1.Hours), none = Of(null);

        Finding finding = Assert.Single(kept.Findings, one => one.Severity == Severity.Warning);
        Assert.Contains($"with no retention A100-SXM-80GB, one device, bf16, bf16 cache takes {none.Best!.Devices} devices at {none.Best.Cost}, {kept.Best!.Cost! - none.Best.Cost!} less. Retain for a shorter time", finding.Message);
        Assert.True(kept.Best.Devices.Value > none.Best.Devices.Value);
        Assert.DoesNotContain(none.Findings, one => one.Severity == Severity.Warning);
    }

    [Fact]
    public void Head_room_is_that_of_the_device_unless_it_is_given()
    {
        LlmPlan plan = Plan(Accelerators.H100Sxm80Gb, Accelerators.Find("EPYC-9654") with { Memory = 512.Gibibytes }) with { Stack = ServingStack.Vllm, FirstTokenLimit = null, TokenLimit = null };

        Assert.Null(plan.HeadRoom);
        Assert.Equal(0.92, plan.FleetOf(plan.Devices[0], ParallelLayout.Single, ModelFormat.Bf16).HeadRoom.Value, 9);
        Assert.Equal(0.45, plan.FleetOf(plan.Devices[1], ParallelLayout.Single, ModelFormat.Bf16).HeadRoom.Value, 9);
        Assert.Equal(0.5, (plan with { HeadRoom = 50.Percent }).FleetOf(plan.Devices[1], ParallelLayout.Single, ModelFormat.Bf16).HeadRoom.Value);
    }

    [Fact]
    public void Impossible_input_is_refused_with_its_name()
    {
        LlmPlan plan = Plan(Accelerators.L4);
        Assert.Contains("'devices' is empty", Assert.Throws<ArgumentException>(() => plan with { Devices = [] }).Message);
        Assert.Contains("'layouts' is empty", Assert.Throws<ArgumentException>(() => plan with { Layouts = [] }).Message);
        Assert.Contains("'formats' is empty", Assert.Throws<ArgumentException>(() => plan with { Formats = [] }).Message);
        Assert.Contains("'cache formats' is empty", Assert.Throws<ArgumentException>(() => plan with { CacheFormats = [] }).Message);
        Assert.Throws<ArgumentNullException>(() => plan with { Devices = [null!] });
        Assert.Throws<ArgumentNullException>("model", () => plan with { Model = null! });
        Assert.Throws<ArgumentNullException>("demand", () => plan with { Demand = null! });
        Assert.Throws<ArgumentNullException>("serving stack", () => plan with { Stack = null! });
        Assert.Equal("limit of the time to first token", Assert.Throws<ArgumentOutOfRangeException>(() => plan with { FirstTokenLimit = 0.Seconds }).ParamName);
        Assert.Equal("limit of the time per token", Assert.Throws<ArgumentOutOfRangeException>(() => plan with { TokenLimit = 0.Seconds }).ParamName);
        Assert.Equal("spare replicas", Assert.Throws<ArgumentOutOfRangeException>(() => plan with { Spare = -1 }).ParamName);
        Assert.Equal("head-room", Assert.Throws<ArgumentOutOfRangeException>(() => plan with { HeadRoom = 0.Percent }).ParamName);
        Assert.Equal("request limit", Assert.Throws<ArgumentOutOfRangeException>(() => plan with { RequestLimit = 0 }).ParamName);
        Assert.Null((plan with { RequestLimit = 7 } with { RequestLimit = null }).RequestLimit);
        Assert.Equal("confidence", Assert.Throws<ArgumentOutOfRangeException>(() => plan with { Confidence = 0 }).ParamName);
    }
}
