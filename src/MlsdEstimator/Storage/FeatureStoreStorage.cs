namespace MlsdEstimator;

/// <summary>Bytes of an online feature store, by the layout that is chosen; there is none by default, because it changes the answer up to 75 times.</summary>
/// <remarks>
/// one version = entities x (features x bytes of a feature + bytes of a key); stored = one version x versions x copies; nodes = ceiling(stored / node memory).
/// Beside it stands what the values alone would take at 4 B, and how many times that is stored.
/// </remarks>
/// <example>
/// <code>
/// var store = new FeatureStoreStorage { Entities = 1.Billion, FeaturesPerEntity = 200, Layout = FeatureLayout.KeyPerFeature, Copies = 2 };
/// </code>
/// </example>
public sealed record FeatureStoreStorage : Estimator
{
    /// <summary>Users or items that have features. Not negative.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    public required Scalar Entities { get; init => field = Require.NonNegative(value, "entities"); }

    /// <summary>Features of each entity, or embeddings with <see cref="FeatureLayout.Embedding"/>. At least 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Below 1.</exception>
    public required Scalar FeaturesPerEntity { get; init => field = Require.AtLeast(1, value, "features per entity"); }

    /// <summary>How the store keeps them.</summary>
    public required FeatureLayout Layout { get; init => field = Require.NotNull(value, "layout"); }

    /// <summary>Versions kept at once, at least 1: 2 while one is filled and one is read. Default 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Below 1.</exception>
    public Scalar Versions { get; init => field = Require.AtLeast(1, value, "versions"); } = StorageDefaults.OneVersion;

    /// <summary>Copies of each version, the primary included. At least 1; no default, because forgetting them is a classic mistake.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Below 1.</exception>
    public required Scalar Copies { get; init => field = Require.AtLeast(1, value, "copies"); }

    /// <summary>Resident memory over what the data takes, at least 1: 1.1 to 1.5 for Redis after updates. Null when the layout's bytes hold it.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Below 1.</exception>
    public Scalar? Fragmentation { get; init => field = value is null ? null : Require.AtLeast(1, value, "memory fragmentation"); }

    /// <summary>Memory or disk of one node that the store may use, above 0; null when nodes are not asked for.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not above 0.</exception>
    public DataSize? NodeMemory { get; init => field = value is null ? null : Require.Positive(value, "store memory of a node"); }

    /// <summary>Price of what is stored, or null when it is not to be priced.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The price is negative.</exception>
    public Quotient<Spend, DataSize>? Price { get; init => field = value is null ? null : Require.NonNegative(value, "store price"); }

    /// <summary>Features of all entities.</summary>
    public Scalar Values => Result("feature values", () => Entities * FeaturesPerEntity);

    /// <summary>Keys of one version.</summary>
    public Scalar Keys => Result("store keys", () => Entities * (FeaturesPerEntity * Layout.KeysPerFeature + Layout.KeysPerEntity));

    /// <summary>Bytes of one entity.</summary>
    public DataSize PerEntity => Result("bytes per entity", () => FeaturesPerEntity * Layout.PerFeature + Layout.PerEntity);

    /// <summary>Bytes of one version, held once.</summary>
    public DataSize OneCopy => Result("feature store, one copy", () => Entities * PerEntity);

    /// <summary>Bytes of all versions and copies.</summary>
    public DataSize Stored => Result("feature store, with copies", () => (Fragmentation is null ? OneCopy : OneCopy * Fragmentation) * Versions * Copies);

    /// <summary>What the values would take at 4 B each, once: the number that back-of-envelope estimates stop at.</summary>
    public DataSize ValuesAlone => Result("values alone, 4 B each", () => Values * Layout.NumbersPerFeature * StorageDefaults.BareValue);

    /// <summary>How many times the values alone one copy takes.</summary>
    public Scalar OverValuesAlone => Result("one copy over values alone", () => OneCopy / ValuesAlone);

    /// <summary>Nodes that hold it all, whole; null without a node memory.</summary>
    public Scalar? Nodes => NodeMemory is null ? null : Result("store nodes", () => (Stored / NodeMemory).Ceiling());

    /// <summary>What the stored bytes cost; null without a price.</summary>
    public Spend? Cost => Price is null ? null : Result("feature store cost", () => Price * Stored);

    /// <inheritdoc/>
    public override IReadOnlyList<IQuantity> Results =>
        [.. new IQuantity?[] { Values, Keys, PerEntity, OneCopy, Stored, ValuesAlone, OverValuesAlone, Nodes, Cost }.OfType<IQuantity>()];

    /// <inheritdoc/>
    public override IReadOnlyList<Tier> Tiers => [new Tier(Title, "feature store", null, Cost)];

    /// <inheritdoc/>
    public override IReadOnlyList<Finding> Findings => (OneCopy > ValuesAlone * MuchMore).Nominally == true
        ? [new Finding(Severity.Note, FindingCodes.Consequence, $"{Layout.Name} takes {OneCopy}, {OverValuesAlone} times the {ValuesAlone} of the values alone; a bundle per entity takes a fraction of it, and of the reads.", OneCopy)]
        : [];

    /// <summary>From here on keys, not values, are what is stored.</summary>
    private static Scalar MuchMore { get; } = 10;
}
