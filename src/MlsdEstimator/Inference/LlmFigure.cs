namespace MlsdEstimator;

/// <summary>What is predicted: each has its own residual.</summary>
internal enum LlmFigure
{
    /// <summary>Time of a generated token.</summary>
    Token,

    /// <summary>Time of a prompt on its own.</summary>
    Prompt,

    /// <summary>Time until the first token, waiting included. Its residual is that of a request alone, see <see cref="LlmServing.FirstTokenGrowth"/>.</summary>
    FirstToken,

    /// <summary>Tokens a second of a full system.</summary>
    Throughput,
}
