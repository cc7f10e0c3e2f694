namespace MlsdEstimator.Tests;

public class VectorIndexTests
{
    private static readonly VectorIndex Videos = new() { Items = 100.Million, Dimensions = 256, Layout = VectorLayout.OpenSearchHnsw(2.Bytes), Copies = 3 };

    [Theory]
    [InlineData(1e6, 256, 4, 1_267_200_000)] // OpenSearch k-NN documentation prints 1.267 GB
    [InlineData(1e6, 256, 2, 704_000_000)] // OpenSearch k-NN documentation, fp16: 0.656 GiB
    [InlineData(1e7, 128, 4, 7_040_000_000)] // formula_vectors v.os.s93, mpmath
    public void One_copy_matches_the_published_estimate(double items, double dimensions, double bytes, double expected)
    {
        var index = new VectorIndex { Items = items, Dimensions = dimensions, Layout = VectorLayout.OpenSearchHnsw(bytes.Bytes), Copies = 1 };
        Assert.Equal(expected, index.OneCopy.Bytes, expected * 1e-12);
    }

    [Fact]
    public void Video_index_is_704_bytes_an_item_and_70_GB()
    {
        Assert.Equal(704, Videos.PerItem.Bytes, 1e-9);
        Assert.Equal(70.4, Videos.OneCopy.Gigabytes, 1e-9);
        Assert.Equal(211.2, Videos.Stored.Gigabytes, 1e-9);
        Assert.Null(Videos.Shards);
        Assert.Equal(["bytes per item", "index, one copy", "index, with copies"], Videos.Results.Select(result => result.Name));
    }

    [Fact]
    public void Two_copies_double_the_published_estimate()
    {
        var index = new VectorIndex { Items = 1.Million, Dimensions = 256, Layout = VectorLayout.OpenSearchHnsw(4.Bytes), Copies = 2 };
        Assert.Equal(2_534_400_000, index.Stored.Bytes, 1e-3); // formula_vectors v.os.replica
    }

    [Fact]
    public void Links_beyond_the_default_take_eight_bytes_each_and_overhead() =>
        Assert.Equal(844.8, Laid(Videos.Layout with { Links = 32 }).PerItem.Bytes, 1e-9); // 1.1 x (512 + 256) by hand

    [Fact]
    public void Overhead_and_bytes_per_link_can_be_given() =>
        Assert.Equal(864, Laid(Videos.Layout with { BytesPerLink = 4.Bytes, Overhead = 1.5 }).PerItem.Bytes, 1e-9); // 1.5 x (512 + 64) by hand

    [Fact]
    public void Links_are_a_default_until_given()
    {
        Assert.True(Videos.Layout.Links!.IsDefault);
        Assert.Equal(16, Videos.Layout.Links!.Value);
        Assert.Equal("HNSW links (m)", Videos.Layout.Links!.Name);
        Assert.Contains("OpenSearch", Videos.Layout.Links!.Source, StringComparison.Ordinal);
        Assert.False((Videos.Layout with { Links = 16 }).Links!.IsDefault);
    }

    [Fact]
    public void Derivation_shows_the_formula_and_its_source()
    {
        string derivation = Videos.PerItem.Explain().ToString();
        Assert.Contains("bytes per item = HNSW overhead x (bytes per component x embedding dimensions + bytes per HNSW link x HNSW links (m)) = 704 B", derivation, StringComparison.Ordinal);
        Assert.Contains("HNSW overhead = 1.1 (OpenSearch k-NN documentation", derivation, StringComparison.Ordinal);
        Assert.Contains("bytes per HNSW link = 8 B (OpenSearch k-NN documentation", derivation, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(100, 1)]
    [InlineData(70.4, 1)]
    [InlineData(70.3, 2)]
    [InlineData(10, 8)]
    public void Shards_are_whole_nodes_for_one_copy(double memory, double shards)
    {
        VectorIndex index = Videos with { NodeMemory = memory.Gigabytes };
        Assert.Equal(shards, index.Shards!.Value);
        Assert.Equal("shards", index.Results[3].Name);
    }

    [Fact]
    public void Ten_shards_hold_300_GB_where_half_of_64_GB_is_usable()
    {
        VectorIndex index = Videos with { Items = 300e9 / 704, NodeMemory = 64.Gigabytes * 0.5 };
        Assert.Equal(10, index.Shards!.Value); // formula_vectors v.shards: ceil(9.375)
    }

    [Fact]
    public void Index_that_fits_says_so()
    {
        VectorIndex index = Videos with { NodeMemory = 100.Gigabytes };
        Finding finding = Assert.Single(index.Findings);
        Assert.Equal(new Finding(Severity.Note, "MLSD011", "The index of 70.4 GB fits one node of 100 GB: no sharding.", index.Shards), finding);
    }

    [Fact]
    public void Index_that_fills_its_node_fits() =>
        Assert.StartsWith("The index of 70.4 GB fits one node of 70.4 GB", Assert.Single((Videos with { NodeMemory = Videos.OneCopy }).Findings).Message, StringComparison.Ordinal);

    [Fact]
    public void Index_that_does_not_fit_names_the_shards()
    {
        Finding finding = Assert.Single((Videos with { NodeMemory = 10.Gigabytes }).Findings);
        Assert.Equal("The index of 70.4 GB does not fit one node of 10 GB: 8 shards, and every query asks all of them.", finding.Message);
    }

    [Fact]
    public void No_finding_without_node_memory_or_without_a_number()
    {
        Assert.Empty(Videos.Findings);
        Assert.Empty((Videos with { NodeMemory = 10.Gigabytes, Items = Quantity.Infeasible<Scalar>("unknown") }).Findings);
    }

    [Fact]
    public void Index_is_no_purchase_of_its_own() => Assert.Empty(Videos.Tiers);

    [Fact]
    public void Uncertain_items_keep_their_range()
    {
        VectorIndex index = Videos with { Items = 100e6.To(10e9, best: 1e9), NodeMemory = 100.Gigabytes };
        Assert.False(index.Shards!.IsCertain);
        Assert.Equal(70.4, index.OneCopy.Simulate().Low.Gigabytes, 1.0);
        Assert.Equal(7040, index.OneCopy.Simulate().High.Gigabytes, 100.0);
    }

    [Fact]
    public void Inputs_out_of_range_are_refused_by_name()
    {
        Assert.Equal(0, (Videos with { Items = 0 }).Stored.Bytes);
        Refused("items in the index", "not be negative", () => Videos with { Items = -1 });
        Refused("embedding dimensions", "at least 1", () => Videos with { Dimensions = 0.5 });
        Refused("bytes per component", "above 0", () => Laid(VectorLayout.Flat(DataSize.Zero)));
        Refused("HNSW links (m)", "at least 2", () => Laid(Videos.Layout with { Links = 1.9 }));
        Refused("bytes per HNSW link", "above 0", () => Laid(Videos.Layout with { BytesPerLink = DataSize.Zero }));
        Refused("index overhead", "at least 1", () => Laid(Videos.Layout with { Overhead = 0.99 }));
        Refused("index copies", "at least 1", () => Videos with { Copies = 0.99 });
        Refused("index memory of a node", "above 0", () => Videos with { NodeMemory = DataSize.Zero });
        Refused("index copies", "at least 1", () => Videos with { Copies = Uncertain.Normal(2, 1).AsScalar() });
        Assert.Throws<ArgumentOutOfRangeException>(() => Videos with { Items = double.NaN });
        Assert.Throws<ArgumentOutOfRangeException>(() => Videos with { Items = double.PositiveInfinity });
    }

    [Fact]
    public void Null_inputs_are_refused_by_name()
    {
        Assert.Equal("items in the index", Assert.Throws<ArgumentNullException>(() => Videos with { Items = null! }).ParamName);
        Assert.Equal("embedding dimensions", Assert.Throws<ArgumentNullException>(() => Videos with { Dimensions = null! }).ParamName);
        Assert.Equal("layout", Assert.Throws<ArgumentNullException>(() => Videos with { Layout = null! }).ParamName);
        Assert.Equal("bytes per component", Assert.Throws<ArgumentNullException>(() => VectorLayout.Flat(null!)).ParamName);
        Assert.Equal("index copies", Assert.Throws<ArgumentNullException>(() => Videos with { Copies = null! }).ParamName);
        Assert.Null((Videos with { NodeMemory = null }).Shards);
    }

    [Fact]
    public void Limits_themselves_are_accepted()
    {
        VectorIndex least = Videos with { Dimensions = 1, Layout = Videos.Layout with { Links = 2 }, Copies = 1 };
        Assert.Equal(19.8, least.PerItem.Bytes, 1e-9); // 1.1 x (2 + 16) by hand
    }

    [Fact]
    public void Every_input_changes_a_result() => Assert.Empty(EveryInput.WithoutEffect(
        () => Videos with { NodeMemory = 100.Gigabytes },
        new Dictionary<string, object>
        {
            ["Items"] = (Scalar)2e9,
            ["Dimensions"] = (Scalar)64,
            ["Layout"] = VectorLayout.Flat(4.Bytes),
            ["PayloadSize"] = 1.Kilobytes,
            ["Copies"] = (Scalar)2,
            ["NodeMemory"] = 10.Gigabytes,
        }));

    private static VectorIndex Laid(VectorLayout layout) => Videos with { Layout = layout };

    private static void Refused(string parameter, string rule, Func<VectorIndex> make)
    {
        ArgumentOutOfRangeException error = Assert.Throws<ArgumentOutOfRangeException>(make);
        Assert.Equal(parameter, error.ParamName);
        Assert.Contains($"'{parameter}' is ", error.Message, StringComparison.Ordinal);
        Assert.Contains(rule, error.Message, StringComparison.Ordinal);
    }
}
