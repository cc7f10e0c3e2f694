namespace MlsdEstimator;

/// <summary>A feed-forward of experts: a router sends each token to some of them, and shared experts see every token.</summary>
/// <remarks>
/// All weights take memory; a token computes with <see cref="PerToken"/> experts; a step over a batch reads the distinct ones,
/// in expectation E x (1 - (1 - k / E)^tokens) for k of E chosen evenly and independently (coupon collector's argument; inference-sim/inference-sim counts so too).
/// Real routers are uneven and read fewer.
/// </remarks>
public sealed record MixtureOfExperts : FeedForward
{
    /// <summary>Experts of a layer among which the router chooses, a whole number.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not a certain whole number of at least 1.</exception>
    public required Scalar Experts { get; init => field = Require.WholeAtLeast(1, value, "experts"); }

    /// <summary>Experts chosen for a token, a whole number of at most <see cref="Experts"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not a certain whole number of at least 1.</exception>
    public required Scalar PerToken { get; init => field = Require.WholeAtLeast(1, value, "experts per token"); }

    /// <summary>Width of the experts that see every token, together; 0 where there are none. DeepSeek-V3: 2048, Qwen1.5-MoE: 5632.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not a certain whole number of at least 0.</exception>
    public Scalar SharedWidth { get; init => field = Require.WholeAtLeast(0, value, "width of shared experts"); } = 0;

    /// <summary>Layers whose feed-forward is dense: the first 3 of DeepSeek-V3, every second of Llama 4 Maverick. Default: none.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not a certain whole number of at least 0.</exception>
    public Scalar DenseLayers { get; init => field = Require.WholeAtLeast(0, value, "dense layers"); } = 0;

    /// <summary>Width of those dense layers. Needed where there are any.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not a certain whole number of at least 1.</exception>
    public Scalar? DenseWidth { get; init => field = value is null ? null : Require.WholeAtLeast(1, value, "width of dense layers"); }

    /// <summary>True when router and experts add biases: gpt-oss.</summary>
    public bool HasBias { get; init; }

    /// <summary>Distinct experts of a layer that a step reads, in expectation: E x (1 - (1 - k / E)^tokens).</summary>
    /// <param name="tokens">Tokens of the step, at least 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">The tokens are negative.</exception>
    public Scalar DistinctExperts(Scalar tokens) =>
        (Experts * (1 - (1 - (PerToken / Experts)).Pow(Require.NonNegative(tokens, "tokens of a step")))).Named("distinct experts");

    internal override Scalar Weights(Scalar hidden, Scalar layers) => WeightsOf(Experts, hidden, layers);

    internal override Scalar ActiveWeights(Scalar hidden, Scalar layers) => WeightsOf(PerToken, hidden, layers);

    internal override Scalar WeightsRead(Scalar hidden, Scalar layers, Scalar tokens) => WeightsOf(DistinctExperts(tokens), hidden, layers);

    internal override Scalar? Vectors(Scalar hidden, Scalar layers) =>
        HasBias ? Mixing(layers) * (Experts + (Experts * (((Matrices - 1) * Width) + hidden))) : null;

    internal override IEnumerable<string> Contradictions(Scalar layers)
    {
        if (PerToken.Value > Experts.Value)
            yield return $"{PerToken} experts per token are more than the {Experts} there are";
        if (DenseLayers.Value > layers.Value)
            yield return $"{DenseLayers} dense layers are more than the {layers} there are";
        if (DenseLayers.Value > 0 && DenseWidth is null)
            yield return $"{DenseLayers} layers are dense, but their width is not given; set DenseWidth";
    }

    /// <summary>Router, so many experts, what is shared, and the dense layers.</summary>
    private Scalar WeightsOf(Scalar experts, Scalar hidden, Scalar layers)
    {
        Scalar chosen = experts * Width;
        Scalar perLayer = (hidden * Experts) + (Matrices * hidden * (SharedWidth.Value == 0 ? chosen : chosen + SharedWidth));
        Scalar mixture = Mixing(layers) * perLayer;
        return DenseWidth is null ? mixture : mixture + (DenseLayers * Matrices * hidden * DenseWidth);
    }

    /// <summary>Layers that are mixtures.</summary>
    private Scalar Mixing(Scalar layers) => DenseLayers.Value == 0 ? layers : layers - DenseLayers;
}
