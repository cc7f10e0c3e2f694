namespace MlsdEstimator;

/// <summary>What keeps a replica of a language model from taking more requests at once.</summary>
public enum LlmLimit
{
    /// <summary>The cache of one request more does not fit.</summary>
    Memory,

    /// <summary>One request more, and first tokens come too late.</summary>
    FirstToken,

    /// <summary>One request more, and the others come too slowly.</summary>
    PerToken,

    /// <summary>The arithmetic is used up: half as many requests at once bring 95 % of the throughput, so that neither memory nor looser limits would help.</summary>
    Throughput,
}
