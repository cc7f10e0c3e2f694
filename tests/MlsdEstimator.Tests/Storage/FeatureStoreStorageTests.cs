namespace MlsdEstimator.Tests;

/// <summary>Expected by hand from published bytes: DoorDash 112 to 298 B and Lyft 300 B a value, Redis 85 MB per million strings, 160 MB per million hashes of five fields.</summary>
public class FeatureStoreStorageTests
{
    private static readonly FeatureStoreStorage Users = new() { Entities = 1e9, FeaturesPerEntity = 200, Layout = FeatureLayout.KeyPerFeatureOf(112.Bytes), Copies = 1 };

    /// <summary>Mistake: 4 B a value. 1 bn users of 200 features and 100 million items of 150 take 0.86 TB on paper and 24 TB in the store.</summary>
    [Fact]
    public void Trap_a_value_takes_four_bytes_on_paper_and_over_a_hundred_in_the_store()
    {
        FeatureStoreStorage items = Users with { Entities = 1e8, FeaturesPerEntity = 150 };
        Assert.Equal(0.86, (Users.ValuesAlone + items.ValuesAlone).Terabytes, 1e-12);
        Assert.Equal(24.08, (Users.OneCopy + items.OneCopy).Terabytes, 1e-12);
        Assert.Equal(28, Users.OverValuesAlone.Value, 1e-12);
        Finding finding = Assert.Single(Users.Findings);
        Assert.Equal(new Finding(Severity.Note, "MLSD011", "one key per feature takes 22.4 TB, 28 times the 800 GB of the values alone; a bundle per entity takes a fraction of it, and of the reads.", Users.OneCopy), finding);
    }

    [Fact]
    public void Key_per_feature_has_a_measured_range()
    {
        FeatureStoreStorage measured = Users with { Layout = FeatureLayout.KeyPerFeature };
        Assert.Equal(112, FeatureLayout.KeyPerFeature.PerFeature.Simulate().Low.Bytes, 0.5);
        Assert.Equal(300, FeatureLayout.KeyPerFeature.PerFeature.Simulate().High.Bytes, 1.0);
        Assert.True(FeatureLayout.KeyPerFeature.PerFeature.IsDefault);
        Assert.Equal(2e11, measured.Keys.Value);
        Assert.Equal(2e11, measured.Values.Value);
    }

    [Fact]
    public void Bundle_takes_its_bytes_and_one_key()
    {
        FeatureStoreStorage bundles = Users with { Layout = FeatureLayout.Bundle(6.Bytes), Copies = 2, Versions = 2, Fragmentation = 1.25 };
        Assert.Equal(1285, bundles.PerEntity.Bytes);
        Assert.Equal(1e9, bundles.Keys.Value);
        Assert.Equal(1.285, bundles.OneCopy.Terabytes, 1e-12);
        Assert.Equal(6.425, bundles.Stored.Terabytes, 1e-12);
        Assert.Equal(1220, (bundles with { Layout = FeatureLayout.Bundle(6.Bytes, 20.Bytes) }).PerEntity.Bytes);
        Assert.Empty(bundles.Findings);
    }

    [Fact]
    public void Embedding_is_one_feature_of_many_numbers()
    {
        FeatureStoreStorage vectors = Users with { FeaturesPerEntity = 1, Layout = FeatureLayout.Embedding(128, 2.Bytes, 44.Bytes) };
        Assert.Equal(300, vectors.PerEntity.Bytes);
        Assert.Equal(512e9, vectors.ValuesAlone.Bytes);
        Assert.Equal(1e9, vectors.Keys.Value);
        Assert.Equal("bytes per embedding", vectors.Layout.PerFeature.Name);
        Assert.Equal(341, (vectors with { Layout = FeatureLayout.Embedding(128, 2.Bytes) }).PerEntity.Bytes);
        Assert.Empty(vectors.Findings);
    }

    [Theory]
    [InlineData(50e6, 1, 4_250_000_000)] // Redis FAQ: 85 MB per million
    [InlineData(1e6, 5, 425e6)]
    public void Redis_strings_take_85_bytes_each(double entities, double features, double bytes) =>
        Assert.Equal(bytes, (Users with { Entities = entities, FeaturesPerEntity = features, Layout = FeatureLayout.RedisStrings }).OneCopy.Bytes, 1);

    [Fact]
    public void Redis_hashes_take_160_bytes_for_five_fields()
    {
        FeatureStoreStorage hashes = Users with { Entities = 10e6, FeaturesPerEntity = 5, Layout = FeatureLayout.RedisHashes };
        Assert.Equal(1.6e9, hashes.OneCopy.Bytes, 1);
        Assert.Equal(10e6, hashes.Keys.Value);
        Assert.Equal(50e6, (hashes with { Layout = FeatureLayout.RedisStrings }).Keys.Value);
    }

    [Fact]
    public void Finding_starts_beyond_ten_times_the_values()
    {
        Assert.Empty((Users with { Layout = FeatureLayout.KeyPerFeatureOf(40.Bytes) }).Findings);
        Assert.NotEmpty((Users with { Layout = FeatureLayout.KeyPerFeatureOf(40.1.Bytes) }).Findings);
    }

    [Fact]
    public void Nodes_and_cost_follow_from_all_copies()
    {
        FeatureStoreStorage priced = Users with { Copies = 2, NodeMemory = 100.Gigabytes, Price = 2.Dollars.Per(DataSize.Gigabyte).Per(Duration.Month) };
        Assert.Equal(448, priced.Nodes!.Value);
        Assert.Equal(89_600, priced.Cost!.DollarsPerMonth, 1e-6);
        Assert.Equal(
            ["feature values", "store keys", "bytes per entity", "feature store, one copy", "feature store, with copies", "values alone, 4 B each", "one copy over values alone", "store nodes", "feature store cost"],
            priced.Results.Select(result => result.Name));
        Assert.Equal(new Tier("FeatureStoreStorage", "feature store", null, priced.Cost), Assert.Single(priced.Tiers));
        Assert.Null(Users.Nodes);
        Assert.Null(Users.Cost);
    }

    [Fact]
    public void Layouts_are_named()
    {
        Assert.Equal("a bundle per entity", FeatureLayout.Bundle(6.Bytes).ToString());
        Assert.Equal("an embedding per key", FeatureLayout.Embedding(8, 4.Bytes).ToString());
        Assert.Equal("a Redis string per feature", FeatureLayout.RedisStrings.Name);
        Assert.Equal("a Redis hash per entity", FeatureLayout.RedisHashes.Name);
    }

    [Fact]
    public void Inputs_out_of_range_are_refused_by_name()
    {
        Refused.Range("entities", "not be negative", () => Users with { Entities = -1 });
        Refused.Range("features per entity", "at least 1", () => Users with { FeaturesPerEntity = 0.5 });
        Refused.Null("layout", () => Users with { Layout = null! });
        Refused.Range("versions", "at least 1", () => Users with { Versions = 0 });
        Refused.Range("copies", "at least 1", () => Users with { Copies = 0 });
        Refused.Range("memory fragmentation", "at least 1", () => Users with { Fragmentation = 0.9 });
        Refused.Range("store memory of a node", "above 0", () => Users with { NodeMemory = 0.Bytes });
        Refused.Range("store price", "not be negative", () => Users with { Price = (-1).Dollars.Per(DataSize.Gigabyte).Per(Duration.Month) });
        Refused.Range("bytes per value, one key per feature", "above 0", () => FeatureLayout.KeyPerFeatureOf(0.Bytes));
        Refused.Range("encoded bytes per feature", "above 0", () => FeatureLayout.Bundle(0.Bytes));
        Refused.Range("bytes per key", "not be negative", () => FeatureLayout.Bundle(1.Bytes, (-1).Bytes));
        Refused.Range("embedding dimensions", "at least 1", () => FeatureLayout.Embedding(0, 4.Bytes));
        Refused.Range("bytes per component", "above 0", () => FeatureLayout.Embedding(8, 0.Bytes));
    }

    [Fact]
    public void Every_input_changes_a_result() => Assert.Empty(EveryInput.WithoutEffect(() => Users with { Price = 2.Dollars.Per(DataSize.Gigabyte).Per(Duration.Month) }, new Dictionary<string, object>
    {
        ["Entities"] = (Scalar)7, ["FeaturesPerEntity"] = (Scalar)7, ["Layout"] = FeatureLayout.RedisStrings, ["Versions"] = (Scalar)2, ["Copies"] = (Scalar)2,
        ["Fragmentation"] = (Scalar)2, ["NodeMemory"] = 1.Gigabytes, ["Price"] = 1.Dollars.Per(DataSize.Gigabyte).Per(Duration.Month),
    }));
}
