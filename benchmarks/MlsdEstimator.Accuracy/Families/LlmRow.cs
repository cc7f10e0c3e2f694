namespace MlsdEstimator.Accuracy;

/// <summary>One published figure of language-model inference, with what the library needs to predict it.</summary>
internal sealed record LlmRow : Measurement
{
    public required LlmMetric Metric { get; init; }

    /// <summary>Why nothing can be said, or null.</summary>
    public string? Refusal { get; init; }

    /// <summary>The serving the row describes; null where it is refused.</summary>
    public LlmServing? Serving { get; init; }

    /// <summary>Context of rows that measure generation alone.</summary>
    public double Context { get; init; }

    /// <summary>Sequences between which a published time was divided.</summary>
    public double DividedBy { get; init; } = 1;

    /// <summary>True for throughput under a limit of latency.</summary>
    public bool IsUnderLimit { get; init; }

    public ServingStack Stack => Serving!.Replica.Stack;

    public LlmDeviceClass Class => LlmDeviceClasses.Of(Serving!.Replica.Device);

    /// <summary>How much wider than that of a request alone the range of this row is.</summary>
    public double SpreadGrowth => Metric == LlmMetric.FirstToken ? Serving!.FirstTokenGrowth.BaseValue : 1;

    /// <summary>What the library says, through the types that users call.</summary>
    /// <param name="efficiencies">Costs to predict with.</param>
    public IQuantity Predicted(LlmEfficiencies efficiencies)
    {
        LlmServing serving = Serving! with { Replica = Serving.Replica with { Efficiencies = efficiencies } };
        if (Metric == LlmMetric.Decode)
            return serving.Replica.Decode(1, Context).Throughput;
        if (Metric == LlmMetric.Prefill)
            return serving.Replica.Prompt(serving.PromptTokens).Throughput;
        if (Metric == LlmMetric.FirstToken)
            return serving.TimeToFirstToken;
        if (Metric == LlmMetric.TimePerToken)
            return serving.TimePerToken / DividedBy;
        return IsUnderLimit ? serving.SystemThroughput * DeployedShares.OfLanguageModels(serving.Replica.Device) : serving.SystemThroughput;
    }

    /// <summary>What data sheets alone say: max(FLOPs / peak, bytes / bandwidth).</summary>
    public double Ideal()
    {
        PromptStep prompt = Serving!.Replica.Prompt(Serving.PromptTokens);
        double running = Math.Max(1, Serving.Running.BaseValue * Serving.Beams.Value);
        double token = Serving.Replica.Decode(Metric == LlmMetric.Decode ? 1 : running, Context).Bound.Seconds, first = prompt.Bound.Seconds;
        if (Metric == LlmMetric.Decode)
            return 1 / token;
        if (Metric == LlmMetric.Prefill)
            return prompt.Tokens.Value / first;
        if (Metric.IsTime)
            return (Metric == LlmMetric.FirstToken ? first : token / DividedBy) / Metric.Unit;
        return Serving.Replicas.Value * running / Serving.Beams.Value / (token + running / Serving.Beams.Value / Serving.AnswerTokens.Value * first / Serving.Replica.Layout.AttentionReplicas.Value);
    }
}
