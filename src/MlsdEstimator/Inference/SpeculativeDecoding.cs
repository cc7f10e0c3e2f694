namespace MlsdEstimator;

/// <summary>A small model drafts tokens, and the large one checks all of them in one step: more than one token of a sequence for each step, as long as there is arithmetic to spare.</summary>
/// <remarks>
/// Tokens of a step = (1 - a^(k + 1)) / (1 - a) for k drafted tokens of which each is accepted with probability a (Leviathan et al. 2023, arXiv:2211.17192). A step takes
/// k steps of the draft and one of the model over k + 1 tokens of each sequence: weights and cache are read once, arithmetic grows k + 1 times. The gain falls with the number of sequences,
/// and below 1 it costs. Acceptance depends on the draft, the text and the temperature: measure it. Not validated.
/// </remarks>
/// <example><code>LlmReplica faster = replica with { Speculation = new SpeculativeDecoding { AcceptanceRate = 70.Percent, DraftTokens = 4, Draft = small } };</code></example>
public sealed record SpeculativeDecoding
{
    /// <summary>Part of the drafted tokens that the model accepts, each by itself; below 1. No default: it decides.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not below 1.</exception>
    public required Fraction AcceptanceRate { get; init => field = Require.FractionBelowOne(value, "acceptance rate"); }

    /// <summary>Tokens drafted before each check, a whole number of at least 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not a certain whole number of at least 1.</exception>
    public required Scalar DraftTokens { get; init => field = Require.WholeAtLeast(1, value, "draft tokens"); }

    /// <summary>The model that drafts, on the same devices; null where drafts cost nothing to speak of, as when they are looked up in the prompt. No default.</summary>
    public required Transformer? Draft { get; init; }

    /// <summary>Tokens of a sequence that a step brings, on average: those accepted, and one that the model adds.</summary>
    public Scalar TokensPerStep => ((1 - AcceptanceRate.AsScalar().Pow(DraftTokens + 1)) / (1 - AcceptanceRate).AsScalar()).Named("tokens per step with a draft");

    /// <summary>Tokens of each sequence that the model computes in a step.</summary>
    internal Scalar Verified => DraftTokens + 1;
}
