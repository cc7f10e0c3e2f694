using MlsdEstimator.Accuracy;

namespace MlsdEstimator.Tests;

public class LlmRowsTests
{
    private const string Devices = """
        device,vendor,kind,fp32_tflops,tf32_tflops,fp16_tflops,bf16_tflops,fp8_tflops,int8_tops,int4_or_fp4_tops,memory_gib,bandwidth_gb_s,interconnect_gb_s_per_direction,interconnect,tdp_w,source,source_seen,notes
        Own-80GB,NVIDIA,gpu,60,,1000,1000,2000,2000,,80,3000,400,NVLink,700,here,yes,
        Alone-24GB,NVIDIA,gpu,80,,160,160,,600,,24,1000,,,400,here,yes,the FP16-accumulate rate is twice this
        """;

    private static readonly IReadOnlyDictionary<string, string> Llama = new Dictionary<string, string>
    {
        ["id"] = "x-1", ["family"] = "x", ["model"] = "Llama-2-7B", ["params_b"] = "6.738", ["active_params_b"] = "6.738", ["layers"] = "32", ["hidden"] = "4096", ["heads"] = "32",
        ["kv_heads"] = "32", ["head_dim"] = "128", ["ffn"] = "11008", ["vocab"] = "32000", ["device"] = "Own-80GB", ["device_count"] = "1", ["tp"] = "1", ["pp"] = "1", ["weight_bits"] = "16",
        ["act_bits"] = "16", ["kv_bits"] = "16", ["batch"] = "8", ["input_len"] = "1000", ["output_len"] = "200", ["metric"] = "tpot_ms", ["value"] = "12", ["unit"] = "ms", ["engine"] = "vllm",
    };

    [Fact]
    public void Model_is_built_from_the_columns()
    {
        Transformer model = Only().Serving!.Replica.Model;

        Assert.Equal(6_738_415_616 - 6_738_415_616 % 1000 + 0, Math.Floor(model.Parameters.Value / 1000) * 1000); // gated and untied, which the columns do not say
        Assert.Equal(3, model.FeedForward.Matrices.Value);
        Assert.False(model.HasTiedEmbedding);
        Assert.Equal(524_288, model.KvBytesPerToken.Bytes);
    }

    [Fact]
    public void Tied_embedding_follows_from_the_count()
    {
        Transformer gemma = Only(("model", "Gemma-2B"), ("params_b", "2.506"), ("layers", "18"), ("hidden", "2048"), ("heads", "8"), ("kv_heads", "1"), ("head_dim", "256"), ("ffn", "16384"), ("vocab", "256000")).Serving!.Replica.Model;

        Assert.True(gemma.HasTiedEmbedding);
        Assert.Equal(3, gemma.FeedForward.Matrices.Value);
    }

    [Fact]
    public void Mixture_with_compressed_cache_follows_from_counts()
    {
        LlmReplica replica = Only(
            ("model", "DeepSeek-R1"), ("params_b", "671"), ("active_params_b", "37"), ("layers", "61"), ("hidden", "7168"), ("heads", "128"), ("kv_heads", "128"), ("head_dim", ""), ("ffn", "2048"),
            ("vocab", "129280"), ("n_experts", "256"), ("experts_per_tok", "8"), ("tp", "16"), ("device_count", "16"), ("weight_bits", "8"), ("act_bits", "8"), ("kv_bits", "")).Serving!.Replica;
        var mixture = Assert.IsType<MixtureOfExperts>(replica.Model.FeedForward);

        Assert.Equal(3, mixture.DenseLayers.Value); // as published
        Assert.Equal(61 * 576, replica.Model.KvBytesPerToken.Bytes); // 8 bits, because the weights are and the stack is vLLM
        Assert.Equal(671e9, replica.Model.Parameters.Value, 1e9);
        Assert.InRange(replica.Model.ActiveParameters.Value, 35e9, 39e9);
    }

    [Theory]
    [InlineData("16", "16", 16, "bf16")]
    [InlineData("8", "8", 8, "fp8")]
    [InlineData("4", "16", 4, "bf16")]
    [InlineData("4", "4", 4.5, "bf16")] // no fp4: widened
    public void Format_follows_from_bits_and_device(string weights, string activations, double stored, string compute)
    {
        ModelFormat format = Only(("weight_bits", weights), ("act_bits", activations)).Serving!.Replica.Model.Format;

        Assert.Equal((stored, compute), (format.Weights.BitsPerValue, format.Compute.Name));
        Assert.Equal(16, format.Embeddings.BitsPerValue);
    }

    [Fact]
    public void Eight_bits_without_fp8_are_integers() =>
        Assert.Equal(Precision.Int8, Only(("device", "Alone-24GB"), ("weight_bits", "8"), ("act_bits", "8")).Serving!.Replica.Model.Format.Compute);

    [Theory]
    [InlineData("trtllm", "TensorRT-LLM PyTorch")]
    [InlineData("TensorRT-LLM backend (Triton)", "TensorRT-LLM")]
    [InlineData("HF transformers + accelerate + bitsandbytes LLM.int8", "bitsandbytes")]
    [InlineData("llama.cpp llama-bench", "llama.cpp")]
    [InlineData("FasterTransformer", "unknown stack")]
    public void Engine_is_a_stack(string engine, string stack) => Assert.Equal(stack, Only(("engine", engine)).Engine);

    [Fact]
    public void Load_follows_from_the_columns()
    {
        Assert.Equal(8, Only().Serving!.Running.Value);
        Assert.Contains("ConcurrentLoad", Only(("concurrency", "8")).Serving!.Load.ToString());
        Assert.Contains("SaturatedLoad", Only(("concurrency", "max")).Serving!.Load.ToString());
        Assert.Contains("ArrivingLoad", Only(("request_rate_qps", "4"), ("notes", "500 requests")).Serving!.Load.ToString());
        Assert.Contains("BurstLoad", Only(("request_rate_qps", "inf"), ("notes", "500 requests")).Serving!.Load.ToString());
        Assert.Contains("SaturatedLoad", Only(("request_rate_qps", "inf")).Serving!.Load.ToString());
    }

    /// <summary>random-range-ratio 0.8 draws lengths between 0.8 and 1 of what is stated.</summary>
    [Fact]
    public void Nightly_sweep_draws_shorter_lengths_than_it_states()
    {
        LlmServing sweep = Only(("notes", "provenance: 2026-04-06.csv")).Serving!, other = Only(("notes", "provenance: file Qwen.csv")).Serving!;

        Assert.Equal((900, 180, false), (sweep.PromptTokens.Value, sweep.AnswerTokens.Value, sweep.IsBehindRouter));
        Assert.Equal((1000, 200, true), (other.PromptTokens.Value, other.AnswerTokens.Value, other.IsBehindRouter));
        Assert.False(Only().Serving!.IsBehindRouter);
    }

    [Theory]
    [InlineData("trtllm", "1024", "1024", "4", "provenance: 2026-04-06.csv", 20)]
    [InlineData("trtllm", "1024", "1024", "8", "provenance: 2026-04-06.csv", 0)]
    [InlineData("trtllm", "1024", "8192", "4", "provenance: 2026-04-06.csv", 0)]
    [InlineData("trtllm", "8192", "1024", "4", "provenance: 2026-04-06.csv", 0)]
    [InlineData("vllm", "1024", "1024", "4", "provenance: 2026-04-06.csv", 0)]
    [InlineData("trtllm", "1024", "1024", "4", "provenance: file Qwen.csv", 0)]
    public void Prompts_are_held_back_where_the_script_says_so(string engine, string prompt, string answer, string devices, string notes, double steps) => Assert.Equal(
        steps,
        Only(("engine", engine), ("input_len", prompt), ("output_len", answer), ("tp", devices), ("device_count", devices), ("notes", notes), ("concurrency", "8")).Serving!.HeldSteps.Value);

    [Fact]
    public void Layers_placed_one_after_the_other_work_one_at_a_time()
    {
        ParallelLayout layout = Only(("device_count", "4"), ("tp", ""), ("pp", "4"), ("other_parallel", "llama.cpp layer split (one device active at a time in decode)")).Serving!.Replica.Layout;

        Assert.Equal((1, 4, false), (layout.TensorParallel.Value, layout.PipelineStages.Value, layout.KeepsStagesBusy));
    }

    [Fact]
    public void System_without_a_layout_is_replicas_of_the_fewest_devices_that_hold_the_weights()
    {
        LlmServing serving = Only(("device_count", "8"), ("tp", ""), ("concurrency", "max"), ("params_b", "70"), ("ffn", "150000")).Serving!;

        Assert.Equal((4, 2), (serving.Replica.Layout.TensorParallel.Value, serving.Replicas.Value));
    }

    [Fact]
    public void Value_for_each_device_is_that_of_the_system() =>
        Assert.Equal(24, Only(("unit", "output tokens/s/device"), ("metric", "throughput_tokens_s"), ("device_count", "2"), ("tp", "2")).Value);

    [Fact]
    public void Rows_that_lack_what_decides_are_refused_with_the_reason()
    {
        Assert.Equal("the device has no specification", Only(("device", "Nobody's")).Refusal);
        Assert.Equal("the link between the devices is not known", Only(("device", "Alone-24GB"), ("tp", "2"), ("device_count", "2")).Refusal);
        Assert.Equal("the model does not fit the memory", Only(("device", "Alone-24GB"), ("params_b", "70"), ("ffn", "150000")).Refusal);
        Assert.IsType<Refusal>(new LlmFamily(LlmMetric.TimePerToken).Predict(Only(("device", "Nobody's"))));
    }

    [Fact]
    public void Other_metrics_are_left_out() => Assert.Empty(Read(("metric", "request_latency_ms")));

    [Fact]
    public void Broken_number_is_refused_with_its_column()
    {
        Assert.Empty(Read(("layers", "many")));
        Assert.Equal("column 'layers' is no number", Assert.IsType<UnreadableRow>(Assert.Single(All(("layers", "many")))).Reason);
    }

    [Fact]
    public void Every_family_predicts_with_an_interval_around_its_nominal()
    {
        foreach (LlmMetric metric in LlmMetric.All)
        {
            LlmRow row = Only(("metric", metric.Column));
            var said = Assert.IsType<Prediction>(new LlmFamily(metric).Predict(row));
            Assert.True(said.Low < said.Nominal && said.Nominal < said.High);
            Assert.True(metric.IsTime ? row.Roofline < said.Nominal : row.Roofline > said.Nominal);
        }
    }

    private static LlmRow Only(params (string Column, string Text)[] changes) => Assert.Single(Read(changes));

    private static IReadOnlyList<LlmRow> Read(params (string Column, string Text)[] changes) => [.. All(changes).OfType<LlmRow>()];

    private static IReadOnlyList<Accuracy.Measurement> All(params (string Column, string Text)[] changes)
    {
        string folder = Directory.CreateTempSubdirectory("llm-rows-").FullName;
        try
        {
            Dictionary<string, string> row = new(Llama) { ["concurrency"] = "", ["request_rate_qps"] = "", ["other_parallel"] = "", ["notes"] = "", ["context_note"] = "", ["n_experts"] = "", ["experts_per_tok"] = "" };
            foreach ((string column, string text) in changes)
                row[column] = text;
            File.WriteAllText(Path.Combine(folder, "devices.csv"), Devices);
            File.WriteAllText(Path.Combine(folder, LlmRows.File), $"{string.Join(',', row.Keys)}\n{string.Join(',', row.Values)}\n");
            return [.. LlmMetric.All.SelectMany(metric => LlmRows.Of(new ValidationFolder(folder), metric))];
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
