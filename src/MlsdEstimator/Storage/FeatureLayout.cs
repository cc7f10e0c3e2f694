namespace MlsdEstimator;

/// <summary>How an online store keeps the features of an entity. It decides the bytes: a value of 4 B takes 4 to 300 B.</summary>
/// <remarks>bytes of an entity = bytes of a feature x features + bytes of a key.</remarks>
/// <example><code>FeatureLayout layout = FeatureLayout.Bundle(encoded: 6.Bytes);</code></example>
public sealed class FeatureLayout
{
    private FeatureLayout(string name, DataSize perFeature, DataSize perEntity, Scalar keysPerFeature, Scalar keysPerEntity) =>
        (Name, PerFeature, PerEntity, KeysPerFeature, KeysPerEntity) = (name, perFeature, perEntity, keysPerFeature, keysPerEntity);

    /// <summary>One key for each feature of each entity, as measured in production: 112 to 300 B a value. Reads multiply as well.</summary>
    /// <remarks>DoorDash 2020: 298 B before, 112 B after hashing and compression; Lyft: 100 billion values in 30 TB, 300 B.</remarks>
    public static FeatureLayout KeyPerFeature { get; } = KeyPerFeatureOf(StorageDefaults.MeasuredBytesPerValue);

    /// <summary>Redis strings: one small key for each feature, 85 B with its value as published.</summary>
    public static FeatureLayout RedisStrings { get; } = new("a Redis string per feature", StorageDefaults.RedisString, DataSize.Zero, 1, 0);

    /// <summary>Redis hashes: one for each entity, 160 B for five small fields as published, so 32 B a feature.</summary>
    /// <remarks>The compact encoding holds up to 512 fields of up to 64 B; larger hashes take several times as much.</remarks>
    public static FeatureLayout RedisHashes { get; } = new("a Redis hash per entity", StorageDefaults.RedisHashField, DataSize.Zero, 0, 1);

    /// <summary>What the layout is called.</summary>
    public string Name { get; }

    /// <summary>Bytes of one feature of one entity.</summary>
    public DataSize PerFeature { get; }

    /// <summary>Bytes of the key of an entity, whatever its features.</summary>
    public DataSize PerEntity { get; }

    /// <summary>Keys of one feature of one entity.</summary>
    internal Scalar KeysPerFeature { get; }

    /// <summary>Keys of an entity, whatever its features.</summary>
    internal Scalar KeysPerEntity { get; }

    /// <summary>Numbers that make up one feature: the components of an embedding, else 1.</summary>
    internal Scalar NumbersPerFeature { get; private init; } = Scalar.One;

    /// <summary>One key for each feature of each entity, with bytes of your own.</summary>
    /// <param name="bytesPerValue">Bytes of a value with its key, above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">Not above 0.</exception>
    public static FeatureLayout KeyPerFeatureOf(DataSize bytesPerValue) =>
        new("one key per feature", Require.Positive(bytesPerValue, "bytes per value, one key per feature"), DataSize.Zero, 1, 0);

    /// <summary>All features of an entity packed under one key: protocol buffers, Avro, a fixed array.</summary>
    /// <param name="encoded">Bytes of a feature inside the bundle, above 0: 4 to 8 for numbers without names, more with them.</param>
    /// <param name="key">Bytes of a key and what the store adds to it, not negative. Default: 85, a small Redis key with its value.</param>
    /// <exception cref="ArgumentOutOfRangeException">The encoded bytes are not above 0, or those of a key negative.</exception>
    public static FeatureLayout Bundle(DataSize encoded, DataSize? key = null) =>
        new("a bundle per entity", Require.Positive(encoded, "encoded bytes per feature"), Key(key), 0, 1);

    /// <summary>Embeddings, each under a key of its own: a feature is a vector.</summary>
    /// <param name="dimensions">Components, at least 1.</param>
    /// <param name="bytesPerComponent">Bytes of one: 4 for fp32, 2 for fp16, 1 for int8. Above 0.</param>
    /// <param name="key">Bytes of a key and what the store adds to it, not negative. Default: 85, a small Redis key with its value.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    public static FeatureLayout Embedding(Scalar dimensions, DataSize bytesPerComponent, DataSize? key = null)
    {
        Scalar components = Require.AtLeast(1, dimensions, "embedding dimensions");
        DataSize vector = components * Require.Positive(bytesPerComponent, "bytes per component");
        return new FeatureLayout("an embedding per key", (vector + Key(key)).Named("bytes per embedding"), DataSize.Zero, 1, 0) { NumbersPerFeature = components };
    }

    /// <summary>The name of the layout.</summary>
    public override string ToString() => Name;

    private static DataSize Key(DataSize? given) => given is null ? StorageDefaults.RedisKey : Require.NonNegative(given, "bytes per key");
}
