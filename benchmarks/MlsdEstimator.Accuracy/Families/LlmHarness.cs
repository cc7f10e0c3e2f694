namespace MlsdEstimator.Accuracy;

/// <summary>Settings of published sweeps that their rows do not repeat, read from the scripts that ran them.</summary>
/// <remarks>
/// The rows of a dated file are the nightly sweep of InferenceX (SemiAnalysisAI/InferenceX, benchmarks @73ef9225); those of a file named after a model are the own runs of
/// aiconfigurator, whose evaluation puts engines behind Dynamo (ai-dynamo/aiconfigurator, tools/automation @4af2b250).
/// </remarks>
internal static class LlmHarness
{
    /// <summary>Lengths are drawn between 0.8 and 1 of what is stated (random-range-ratio of benchmark_serving.py).</summary>
    private const double MeanLength = 0.9;

    /// <summary>batch_wait_timeout_iters in 70b_*_trt_slurm.sh, where prompts and answers are 1,024 tokens and fewer than 8 devices share a layer.</summary>
    private const double Held = 20;

    /// <summary>Part of the stated prompt and answer tokens that a request has on average.</summary>
    public static double LengthOf(CsvRow row) => IsSweep(row) ? MeanLength : 1;

    /// <summary>True where a router stands before the engine.</summary>
    public static bool IsRouted(CsvRow row) => row.Text("notes").Contains("provenance: file", StringComparison.Ordinal);

    /// <summary>Steps for which a prompt is held back.</summary>
    public static double HeldStepsOf(CsvRow row) => IsSweep(row) && IsDenseTensorRt(row) && IsShort(row) && row.PositiveOrBlank("tp") < 8 ? Held : 0;

    private static bool IsSweep(CsvRow row) => row.Text("notes").Contains("provenance: 20", StringComparison.Ordinal);

    private static bool IsDenseTensorRt(CsvRow row) => row.Text("engine") == "trtllm" && row.TextOrBlank("n_experts") is null;

    private static bool IsShort(CsvRow row) => row.NumberOrBlank("input_len") == 1024 && row.NumberOrBlank("output_len") == 1024;
}
