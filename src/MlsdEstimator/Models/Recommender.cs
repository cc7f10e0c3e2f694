namespace MlsdEstimator;

/// <summary>A ranking model: embedding tables, a bottom network for dense features, crosses of everything, a top network that scores.</summary>
/// <remarks>
/// One example is one candidate: a user with one item. FLOPs per candidate = 2 x (bottom + cross + top weights) + one addition for each value looked up;
/// tables take memory and hardly any operations. Crosses are those of DCN-v2 (Wang et al. 2020, arXiv:2008.13535): each layer multiplies by two matrices of
/// width x rank, or one of width x width.
/// An MLPerf "sample" of DLRM-DCNv2 is 100 to 700 candidates, 270 on average: samples/s are not candidates/s.
/// </remarks>
public sealed record Recommender : Model
{
    /// <summary>How weights are stored and multiplied; tables are stored as its embeddings. No default: it decides memory and speed.</summary>
    public override required ModelFormat Format { get; init => field = Require.NotNull(value, "format"); }

    /// <summary>Embedding tables, at least one.</summary>
    /// <exception cref="ArgumentException">The list is empty or holds a null.</exception>
    public required IReadOnlyList<EmbeddingTable> Tables { get; init => field = AllGiven(value); }

    /// <summary>Dense features, a whole number. Default 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not a certain whole number of at least 0.</exception>
    public Scalar DenseFeatures { get; init => field = Require.WholeAtLeast(0, value, "dense features"); } = 0;

    /// <summary>Widths of the layers above the dense features; empty where these go in as they are.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A width is not a certain whole number of at least 1.</exception>
    public IReadOnlyList<Scalar> BottomLayers { get; init => field = Widths(value, "width of a bottom layer"); } = [];

    /// <summary>Cross layers. Default 0: features go to the top network side by side.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not a certain whole number of at least 0.</exception>
    public Scalar CrossLayers { get; init => field = Require.WholeAtLeast(0, value, "cross layers"); } = 0;

    /// <summary>Rank of the cross matrices, null for full ones.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not a certain whole number of at least 1.</exception>
    public Scalar? CrossRank { get; init => field = value is null ? null : Require.WholeAtLeast(1, value, "cross rank"); }

    /// <summary>Widths of the layers that score, the last one the outputs; at least one.</summary>
    /// <exception cref="ArgumentException">The list is empty.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A width is not a certain whole number of at least 1.</exception>
    public required IReadOnlyList<Scalar> TopLayers { get; init => field = TopWidths(value); }

    /// <summary>Candidates scored for one request, above 0. No default: a request is not a prediction.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not above 0.</exception>
    public required Scalar CandidatesPerRequest { get; init => field = Require.Positive(value, "candidates per request"); }

    /// <summary>Width of all features side by side: what crosses and top network take in.</summary>
    public Scalar FeatureWidth => Result("feature width", () => (BottomLayers.Count == 0 ? DenseFeatures : BottomLayers[^1]) + Over(table => table.Width));

    /// <summary>Weights that multiply: bottom, crosses and top, biases included.</summary>
    public Scalar DenseParameters => Result("dense parameters", () => Network(DenseFeatures, BottomLayers, biases: true) + Crosses + (CrossLayers * FeatureWidth) + Network(FeatureWidth, TopLayers, biases: true));

    /// <summary>Values of all tables.</summary>
    public Scalar TableParameters => Result("table parameters", () => Over(table => table.Values));

    /// <summary>Bytes of all tables.</summary>
    public DataSize TableBytes => Result("table bytes", () => TableParameters * Format.Embeddings.BytesPerValue);

    /// <summary>Bytes of the tables on the device that computes.</summary>
    public DataSize DeviceTableBytes => Result("table bytes on the device", () => BytesIn(TablePlace.Device));

    /// <summary>Bytes of the tables in the memory of its host.</summary>
    public DataSize HostTableBytes => Result("table bytes on the host", () => BytesIn(TablePlace.Host));

    /// <summary>Bytes of the tables on other machines.</summary>
    public DataSize RemoteTableBytes => Result("table bytes elsewhere", () => BytesIn(TablePlace.Remote));

    /// <summary>Rows read for one candidate.</summary>
    public Scalar LookupsPerCandidate => Result("lookups per candidate", () => Over(table => table.Lookups));

    /// <summary>Bytes of table rows read for one candidate, wherever they live.</summary>
    public DataSize LookupBytes => Result("lookup bytes per candidate", () => Over(table => table.Lookups * table.Width) * Format.Embeddings.BytesPerValue);

    /// <summary>Operations of one request.</summary>
    public FlopCount FlopsPerRequest => Result("FLOPs per request", () => CandidatesPerRequest * FlopsPerExample);

    /// <summary>Bytes of table rows read for one request, none of them shared between its candidates.</summary>
    public DataSize LookupBytesPerRequest => Result("lookup bytes per request", () => CandidatesPerRequest * LookupBytes);

    /// <inheritdoc/>
    public override DataSize WeightBytes => Result("weight bytes", () => Stored(DenseParameters) + TableBytes);

    private protected override Scalar AllParameters => Result("parameters", () => DenseParameters + TableParameters);

    private protected override FlopCount FlopsOfExample => Result("FLOPs per example", () => FlopCount.Flop * ((2 * Multiplying) + Over(table => table.Lookups * table.Width)));

    private protected override IReadOnlyList<IQuantity> Sizes => [Parameters, TableBytes, WeightBytes, LookupBytesPerRequest, FlopsPerExample, FlopsPerRequest];

    private Scalar Multiplying => Network(DenseFeatures, BottomLayers, biases: false) + Crosses + Network(FeatureWidth, TopLayers, biases: false);

    private Scalar Crosses => CrossLayers * (CrossRank is null ? FeatureWidth.Pow(2) : 2 * FeatureWidth * CrossRank);

    internal override Model Resized(Func<Scalar, Scalar> parameters, Func<FlopCount, FlopCount> flops) =>
        throw new ArgumentException($"'{Title}' is mostly tables, which no factor of its operations shrinks; give the shape of the smaller model.");

    private DataSize BytesIn(TablePlace place)
    {
        DataSize bytes = DataSize.Zero;
        foreach (EmbeddingTable table in Tables.Where(table => table.Place == place))
            bytes += table.Values * Format.Embeddings.BytesPerValue;
        return bytes;
    }

    private Scalar Over(Func<EmbeddingTable, Scalar> of)
    {
        Scalar sum = of(Tables[0]);
        foreach (EmbeddingTable table in Tables.Skip(1))
            sum += of(table);
        return sum;
    }

    /// <summary>Weights of layers of these widths on so many inputs.</summary>
    private static Scalar Network(Scalar inputs, IReadOnlyList<Scalar> widths, bool biases)
    {
        Scalar sum = 0;
        foreach (Scalar width in widths)
        {
            sum += biases ? (inputs + 1) * width : inputs * width;
            inputs = width;
        }
        return sum;
    }

    private static IReadOnlyList<EmbeddingTable> AllGiven(IReadOnlyList<EmbeddingTable> value)
    {
        Require.NotEmpty(value, "embedding tables");
        return value.Contains(null!) ? throw new ArgumentException("'embedding tables' holds a null; leave it out instead.", nameof(value)) : [.. value];
    }

    private static IReadOnlyList<Scalar> TopWidths(IReadOnlyList<Scalar> value)
    {
        Require.NotEmpty(value, "top layers");
        return Widths(value, "width of a top layer");
    }

    private static IReadOnlyList<Scalar> Widths(IReadOnlyList<Scalar> value, string name) => [.. Require.NotNull(value, name).Select(width => Require.WholeAtLeast(1, width, name))];
}
