namespace MlsdEstimator;

/// <summary>Low-rank adapters of a language model that one replica serves side by side: each request uses one of them.</summary>
/// <remarks>
/// An adapter adds to a matrix of in x out the product of in x rank and rank x out (Hu et al. 2021, arXiv:2106.09685): rank x (in + out) numbers of 16 bits. All that are loaded take memory;
/// a step reads those of its batch, n (1 - (1 - 1/n)^sequences) of n evenly used ones, and multiplies by them. What launching their small kernels costs is left out, so that a step is a
/// lower bound. Not validated: no published result that was fitted has adapters.
/// </remarks>
/// <example><code>LlmReplica many = replica with { Adapters = LoraAdapters.OnAttention(replica.Model, rank: 16, loaded: 50) };</code></example>
public sealed record LoraAdapters
{
    /// <summary>Rank of the adapters, a whole number of at least 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not a certain whole number of at least 1.</exception>
    public required Scalar Rank { get; init => field = Require.WholeAtLeast(1, value, "rank of an adapter"); }

    /// <summary>Sum of inputs and outputs over all matrices that are adapted, all layers: above 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not above 0.</exception>
    public required Scalar InputsAndOutputs { get; init => field = Require.Positive(value, "inputs and outputs of adapted matrices"); }

    /// <summary>Adapters in memory at once, a whole number of at least 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not a certain whole number of at least 1.</exception>
    public required Scalar Loaded { get; init => field = Require.WholeAtLeast(1, value, "adapters in memory"); }

    /// <summary>Numbers of one adapter: rank x sum of (inputs + outputs).</summary>
    public Scalar Parameters => (Rank * InputsAndOutputs).Named("parameters of an adapter");

    /// <summary>Memory of one adapter, in 16 bits: 2 B x rank x sum of (inputs + outputs).</summary>
    public DataSize Bytes => (Parameters * StorageFormat.Bf16.BytesPerValue).Named("bytes of an adapter");

    /// <summary>Memory of all that are loaded.</summary>
    public DataSize LoadedBytes => (Loaded * Bytes).Named("bytes of all adapters");

    /// <summary>Operations of one token beyond those of the model: 2 x parameters.</summary>
    public FlopCount FlopsPerToken => (FlopCount.Flop * (2 * Parameters)).Named("FLOPs of an adapter per token");

    /// <summary>Adapters on queries, keys, values and outputs of every layer of multi-head attention.</summary>
    /// <param name="model">The model.</param>
    /// <param name="rank">Rank, a whole number of at least 1.</param>
    /// <param name="loaded">Adapters in memory at once, a whole number of at least 1.</param>
    /// <exception cref="ArgumentException">A layer has latent attention, whose projections an adapter may take in several ways: give InputsAndOutputs.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    public static LoraAdapters OnAttention(Transformer model, Scalar rank, Scalar loaded) =>
        new() { Rank = rank, Loaded = loaded, InputsAndOutputs = OfAttention(Require.NotNull(model, nameof(model))) };

    /// <summary>Adapters on attention and on the feed-forward of every layer, which is dense.</summary>
    /// <param name="model">The model.</param>
    /// <param name="rank">Rank, a whole number of at least 1.</param>
    /// <param name="loaded">Adapters in memory at once, a whole number of at least 1.</param>
    /// <exception cref="ArgumentException">A layer has latent attention or experts: give InputsAndOutputs.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    public static LoraAdapters OnAllMatrices(Transformer model, Scalar rank, Scalar loaded)
    {
        Scalar attention = OfAttention(Require.NotNull(model, nameof(model)));
        return model.FeedForward is DenseFeedForward dense
            ? new() { Rank = rank, Loaded = loaded, InputsAndOutputs = attention + model.Layers * dense.Matrices * (model.Hidden + dense.Width) }
            : throw new ArgumentException($"'{model.Title}' has experts, which are adapted in several ways; give InputsAndOutputs.", nameof(model));
    }

    /// <summary>Distinct adapters that a step over so many sequences reads, each equally often used.</summary>
    internal Scalar Distinct(Scalar sequences) => Loaded.Value == 1 ? Loaded : Loaded * (1 - (1 - 1 / Loaded).Pow(sequences));

    /// <summary>Queries: hidden + heads x size. Keys and values: hidden + KV heads x size each. Output: as queries.</summary>
    private static Scalar OfAttention(Transformer model)
    {
        Scalar sum = 0;
        for (int layer = 0; layer < model.Layers.Value; layer++)
        {
            sum += model.AttentionPattern[layer % model.AttentionPattern.Count] is MultiHeadAttention heads
                ? 4 * model.Hidden + 2 * heads.HeadSize * (heads.Heads + heads.KvHeads)
                : throw new ArgumentException($"'{model.Title}' has latent attention, which is adapted in several ways; give InputsAndOutputs.", nameof(model));
        }
        return sum;
    }
}
