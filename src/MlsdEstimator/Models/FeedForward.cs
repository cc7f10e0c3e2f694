namespace MlsdEstimator;

/// <summary>The feed-forward part of all layers: dense, or a mixture of experts.</summary>
public abstract record FeedForward
{
    private protected FeedForward()
    {
    }

    /// <summary>Width of the inner layer; of one expert in a mixture. A whole number of at least 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not a certain whole number of at least 1.</exception>
    public required Scalar Width { get; init => field = Require.WholeAtLeast(1, value, "feed-forward width"); }

    /// <summary>Matrices of one feed-forward: 2 plain (GPT-2, BERT), 3 gated (SwiGLU, GeGLU: Llama, Gemma). No default: two of them where three are leave a third of the weights out.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Neither 2 nor 3.</exception>
    public required Scalar Matrices { get; init => field = Gating(value); }

    /// <summary>Weights of all layers that multiply.</summary>
    internal abstract Scalar Weights(Scalar hidden, Scalar layers);

    /// <summary>Weights of all layers that multiply for one token.</summary>
    internal abstract Scalar ActiveWeights(Scalar hidden, Scalar layers);

    /// <summary>Weights of all layers that a step over so many tokens reads.</summary>
    internal abstract Scalar WeightsRead(Scalar hidden, Scalar layers, Scalar tokens);

    /// <summary>Biases of all layers, null where there are none.</summary>
    internal abstract Scalar? Vectors(Scalar hidden, Scalar layers);

    internal virtual IEnumerable<string> Contradictions(Scalar layers) => [];

    /// <summary>The same matrices for every token.</summary>
    /// <param name="width">Width of the inner layer.</param>
    /// <param name="matrices">2 plain, 3 gated.</param>
    /// <exception cref="ArgumentOutOfRangeException">The width is not a certain whole number of at least 1, or the matrices are neither 2 nor 3.</exception>
    public static DenseFeedForward Dense(Scalar width, Scalar matrices) => new() { Width = width, Matrices = matrices };

    /// <summary>Experts of which a router chooses some for each token; gated, all layers alike, none shared. Others: set the properties.</summary>
    /// <param name="experts">Experts of a layer.</param>
    /// <param name="perToken">Experts chosen for a token.</param>
    /// <param name="width">Width of one expert.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is not a certain whole number of at least 1.</exception>
    public static MixtureOfExperts Mixture(Scalar experts, Scalar perToken, Scalar width) =>
        new() { Experts = experts, PerToken = perToken, Width = width, Matrices = 3 };

    private static Scalar Gating(Scalar value)
    {
        Scalar matrices = Require.WholeAtLeast(2, value, "feed-forward matrices");
        Require.Between(2, matrices.Value, 3, "feed-forward matrices");
        return matrices;
    }
}
