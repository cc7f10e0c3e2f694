namespace MlsdEstimator;

/// <summary>Which projections of an attention layer add a bias.</summary>
public enum AttentionBias
{
    /// <summary>None: Llama, Mistral, Gemma.</summary>
    None,

    /// <summary>Query, key and value, not the output: Qwen2.</summary>
    QueryKeyValue,

    /// <summary>All four: GPT-2, OPT, BERT.</summary>
    All,
}
