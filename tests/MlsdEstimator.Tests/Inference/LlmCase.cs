namespace MlsdEstimator.Tests;

/// <summary>A 7B model on one A100 with a stack whose costs are known.</summary>
internal static class LlmCase
{
    /// <summary>Llama-2-7B in 16 bits.</summary>
    public static Transformer Llama { get; } = new()
    {
        Title = "Llama-2-7B",
        Layers = 32,
        Hidden = 4096,
        AttentionPattern = [Attention.Full(32, 32, 128)],
        FeedForward = FeedForward.Dense(11008, 3),
        Vocabulary = 32000,
        HasTiedEmbedding = false,
        Format = ModelFormat.Fp16,
    };

    /// <summary>Eight experts of which two answer, in 16 bits.</summary>
    public static Transformer Mixture { get; } = Llama with { Title = "mixture", FeedForward = FeedForward.Mixture(8, 2, 11008) };

    /// <summary>A stack that costs nothing beyond the data sheet, except what is set, on a board whose power limits nothing.</summary>
    public static LlmReplica Perfect(params (LlmConstant Constant, double Value)[] costs) => new()
    {
        Model = Llama,
        Device = Accelerators.A100Sxm80Gb with { Power = null },
        Stack = ServingStack.Vllm,
        Efficiencies = Costing(costs),
    };

    /// <summary>Sessions of one turn that think for 5 s: prompts of 1,000 tokens, answers of 200.</summary>
    public static ChatWorkload Chat(double sessions) => new()
    {
        OpenSessions = sessions,
        Peak = Peak.Factor(2),
        Turns = ChatTurns.Fixed(1),
        ThinkTime = 5.Seconds,
        ResponseTime = null,
        SystemPromptTokens = 200,
        MessageTokens = 800,
        OutputTokens = 200,
    };

    /// <summary>Constants that are 0, except those that are set and the number of sequences an engine bears, which has no end.</summary>
    public static LlmEfficiencies Costing(params (LlmConstant Constant, double Value)[] costs)
    {
        var values = new double[LlmCosts.Count];
        values[(int)LlmConstant.Sequences] = 1e15;
        foreach ((LlmConstant constant, double value) in costs)
            values[(int)constant] = value;
        return new LlmEfficiencies([new(ServingStack.Unknown.Name, 0, 0, values)], [], [new(ServingStack.Unknown.Name, 0.1, [0.2, 0.2, 0.2, 0.2])], new DateOnly(2026, 11, 21));
    }
}
