namespace MlsdEstimator;

/// <summary>What one item (an image, a sentence) asks of a device: operations, activations that pass through memory, weights, layers.</summary>
/// <example>
/// <code>
/// var resNet50 = new NetworkWork
/// {
///     Kind = NetworkKind.Convolution, Flops = 8.22.Gigaflops, Activations = 11.1.Million, Parameters = 25.6.Million, Layers = 50,
/// };
/// </code>
/// </example>
public sealed record NetworkWork
{
    /// <summary>What most layers are. No default: it decides how much of a device is used.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not one of them.</exception>
    public required NetworkKind Kind { get; init => field = Require.Defined(value, "kind of network"); }

    /// <summary>Operations for one item, above 0; a multiplication and an addition are two.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not above 0.</exception>
    public required FlopCount Flops { get; init => field = Require.Positive(value, "FLOPs per item"); }

    /// <summary>Numbers that convolutions, linear layers and attention write for one item, not negative: "activations" of model tables, such as timm's.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Negative.</exception>
    public required Scalar Activations { get; init => field = Require.NonNegative(value, "activations per item"); }

    /// <summary>Weights that each batch reads, above 0; embedding tables, of which rows are read, are left out.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not above 0.</exception>
    public required Scalar Parameters { get; init => field = Require.Positive(value, "weights read per batch"); }

    /// <summary>Convolutions, linear or attention layers one after the other, at least 1: each costs a launch. Default 50 to a factor of 2, which matters at small batches only.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Below 1.</exception>
    public Scalar Layers { get; init => field = Require.AtLeast(1, value, "layers in sequence"); } = NetworkDefaults.Layers;

    /// <summary>
    /// Weights that are zero, wherever they are: 0.9 for 90 % unstructured pruning. Operations and weights here are those of the dense network. Only a stack that skips
    /// zeros (<see cref="NetworkRuntime.DeepSparse"/>) gains from them. Default none.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">100 % or more.</exception>
    public Fraction Zeros { get; init => field = Require.FractionBelowOne(value, "zero weights"); } = NetworkDefaults.NoZeros;

    /// <summary>True when two of every four weights are zero. Devices that skip them (<see cref="Accelerator.HasTwoOfFour"/>) multiply faster in TensorRT and PyTorch. Default false.</summary>
    public bool IsTwoOfFour { get; init; }

    /// <summary>A vision model on one image.</summary>
    /// <param name="model">The model; its activations must be known.</param>
    /// <param name="kind">What most of its layers are.</param>
    /// <exception cref="ArgumentException">The model does not say its activations.</exception>
    /// <exception cref="ArgumentOutOfRangeException">Not a kind of network.</exception>
    public static NetworkWork Of(ConvNet model, NetworkKind kind) => new()
    {
        Kind = kind,
        Flops = Require.NotNull(model, nameof(model)).FlopsPerExample,
        Activations = model.Activations ?? throw new ArgumentException($"'{model.Title}' does not say its activations, which take most of its time; set Activations.", nameof(model)),
        Parameters = model.Parameters,
        Zeros = model.Sparsity ?? NetworkDefaults.NoZeros,
        IsTwoOfFour = model.IsTwoOfFour,
    };

    /// <summary>An encoder of the catalogue on a sequence.</summary>
    /// <param name="model">The model: an encoder with dense feed-forward layers.</param>
    /// <param name="tokens">Tokens of a sequence that are computed, padding included where it is; at least 1.</param>
    /// <exception cref="ArgumentException">The model generates, or has experts.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The tokens are below 1.</exception>
    public static NetworkWork Of(Transformer model, Scalar tokens) =>
        Require.NotNull(model, nameof(model)) is { IsEncoder: true, FeedForward: DenseFeedForward inner }
            ? Encoder(model.Layers, model.Hidden, model.AttentionPattern[0].Heads, inner.Width, tokens) with { Zeros = model.Sparsity ?? NetworkDefaults.NoZeros, IsTwoOfFour = model.IsTwoOfFour }
            : throw new ArgumentException($"'{model.Title}' is no encoder with dense layers; models that generate have their own step times.", nameof(model));

    /// <summary>A recommender on one request: all its candidates, their table rows gathered from the memory of the device.</summary>
    /// <remarks>activations = candidates x (values looked up + 4 x feature width + dense layers): rows are read, put side by side and crossed.</remarks>
    /// <param name="model">The model.</param>
    public static NetworkWork Of(Recommender model)
    {
        Scalar written = Require.NotNull(model, nameof(model)).LookupBytes / model.Format.Embeddings.BytesPerValue + 4 * model.FeatureWidth;
        foreach (Scalar width in model.BottomLayers.Concat(model.TopLayers))
            written += width;
        return new()
        {
            Kind = NetworkKind.Recommender,
            Flops = model.FlopsPerRequest,
            Activations = model.CandidatesPerRequest * written,
            Parameters = model.DenseParameters,
            Layers = model.BottomLayers.Count + model.CrossLayers + model.TopLayers.Count + 1,
            Zeros = model.Sparsity ?? NetworkDefaults.NoZeros,
            IsTwoOfFour = model.IsTwoOfFour,
        };
    }

    /// <summary>An encoder on a sequence: attention over every pair of tokens, and feed-forward layers of two matrices.</summary>
    /// <remarks>
    /// FLOPs = layers x 2 x (tokens x (4 hidden^2 + 2 hidden x ffn) + 2 tokens^2 x hidden); activations = layers x (tokens x (6 hidden + ffn) + heads x tokens^2);
    /// parameters = layers x (4 hidden^2 + 2 hidden x ffn).
    /// </remarks>
    /// <param name="layers">Layers, at least 1.</param>
    /// <param name="hidden">Width, at least 1.</param>
    /// <param name="heads">Attention heads, at least 1.</param>
    /// <param name="feedForward">Width of the feed-forward layer, at least 1.</param>
    /// <param name="tokens">Tokens of a sequence that are computed, padding included where it is; at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is below 1.</exception>
    public static NetworkWork Encoder(Scalar layers, Scalar hidden, Scalar heads, Scalar feedForward, Scalar tokens)
    {
        Scalar depth = Require.AtLeast(1, layers, nameof(layers));
        Scalar width = Require.AtLeast(1, hidden, nameof(hidden));
        Scalar inner = Require.AtLeast(1, feedForward, "feed-forward width");
        Scalar length = Require.AtLeast(1, tokens, nameof(tokens));
        Scalar perLayer = 4 * width * width + 2 * width * inner;
        return new NetworkWork
        {
            Kind = NetworkKind.Transformer,
            Flops = FlopCount.Flop * (2 * depth * (length * perLayer + 2 * length * length * width)),
            Activations = depth * (length * (6 * width + inner) + Require.AtLeast(1, heads, nameof(heads)) * length * length),
            Parameters = depth * perLayer,
            Layers = depth * NetworkDefaults.LayersOfBlock,
        };
    }
}
