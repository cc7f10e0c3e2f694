namespace MlsdEstimator.Accuracy;

/// <summary>What a row of language-model inference measured, by its column "metric".</summary>
/// <param name="Family">Name of the family of rows.</param>
/// <param name="Column">Text of the column.</param>
/// <param name="Unit">Base units in one unit of the row.</param>
internal sealed record LlmMetric(string Family, string Column, double Unit)
{
    public static LlmMetric Decode { get; } = new("decode", "decode_tokens_s", 1);

    public static LlmMetric TimePerToken { get; } = new("tpot", "tpot_ms", 0.001);

    public static LlmMetric Prefill { get; } = new("prefill", "prefill_tokens_s", 1);

    public static LlmMetric FirstToken { get; } = new("ttft", "ttft_ms", 0.001);

    public static LlmMetric Throughput { get; } = new("throughput", "throughput_tokens_s", 1);

    public static IReadOnlyList<LlmMetric> All { get; } = [Decode, TimePerToken, Prefill, FirstToken, Throughput];

    /// <summary>True for times, which errors lengthen; false for rates.</summary>
    public bool IsTime => this == TimePerToken || this == FirstToken;

    /// <summary>What of the library it is compared with.</summary>
    public LlmFigure Figure => this == Prefill ? LlmFigure.Prompt : this == FirstToken ? LlmFigure.FirstToken : this == Throughput ? LlmFigure.Throughput : LlmFigure.Token;
}
