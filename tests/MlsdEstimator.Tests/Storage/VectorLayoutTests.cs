namespace MlsdEstimator.Tests;

/// <summary>Expected: what each product's documentation prints, in bytes, and the papers' structure counted by hand.</summary>
public class VectorLayoutTests
{
    private static readonly VectorIndex Million = new() { Items = 1.Million, Dimensions = 768, Layout = VectorLayout.Flat(4.Bytes), Copies = 1 };

    /// <summary>Mistake: vectors alone, once. An HNSW index has links and ids beside them, and copies of everything.</summary>
    [Fact]
    public void Trap_an_index_is_more_than_its_vectors()
    {
        VectorIndex index = Million with { Dimensions = 64, Layout = VectorLayout.Hnsw(4.Bytes, 32), Copies = 2 };
        Assert.Equal(256e6, index.Vectors.Bytes);
        Assert.Equal((256 + 256 + 4 * 32 / 31.0 + 12) * 2e6, index.Stored.Bytes, 1e-3);
        Assert.InRange((index.Vectors / index.Stored).Value, 0.24, 0.25);
    }

    /// <summary>Mistake in print: IVF_FLAT is said to need less memory than FLAT; it holds the same vectors, ids and centroids.</summary>
    [Fact]
    public void Trap_lists_of_whole_vectors_need_more_than_flat() =>
        Assert.True((Million with { Layout = VectorLayout.IvfFlat(4096, 4.Bytes) }).OneCopy.Bytes > Million.OneCopy.Bytes);

    /// <summary>Mistakes in print: 6,144,000,000 B called "5.72 GB", and 231,235,840 B called "0.215 GB"; both are GiB.</summary>
    [Fact]
    public void Trap_gigabytes_of_two_documentations_are_gibibytes()
    {
        DataSize qdrant = (Million with { Dimensions = 1024, Layout = VectorLayout.Qdrant(4.Bytes) }).OneCopy;
        Assert.Equal((6.144, "5.72 GiB"), (qdrant.Gigabytes, qdrant.ToString("GiB")));
        DataSize openSearch = (Million with { Dimensions = 256, Layout = VectorLayout.OpenSearchHnswPq(32, 100) }).OneCopy;
        Assert.Equal(231_235_840, openSearch.Bytes, 1e-6);
        Assert.Equal("0.215 GiB", openSearch.ToString("GiB"));
    }

    /// <summary>Mistake in print: 5,000,000 B for a million payloads of 5 KB; it is 7.5 GB with the factor of the same page.</summary>
    [Fact]
    public void Trap_a_million_payloads_are_gigabytes()
    {
        VectorIndex paid = Million with { Layout = VectorLayout.Qdrant(4.Bytes), PayloadSize = 5.Kilobytes };
        Assert.Equal(7.5e9, paid.Payload!.Bytes);
        Assert.Equal(7.5e9 + 4.608e9, paid.OneCopy.Bytes, 1e-3);
        Assert.Equal(5e9, (Million with { PayloadSize = 5.Kilobytes }).Payload!.Bytes);
        Assert.Null(Million.Payload);
    }

    /// <summary>Mistake in print: the text says pq_m = 32, the number uses 64.</summary>
    [Fact]
    public void Trap_subvectors_of_a_printed_example_are_twice_those_of_its_text()
    {
        Assert.Equal(183_307_520, (Million with { Dimensions = 256, Layout = VectorLayout.OpenSearchIvfPq(512, 64, 100) }).OneCopy.Bytes, 1e-6);
        Assert.Equal(148_107_520, (Million with { Dimensions = 256, Layout = VectorLayout.OpenSearchIvfPq(512, 32, 100) }).OneCopy.Bytes, 1e-6);
    }

    public static TheoryData<string, VectorLayout, double> Layouts() => new()
    {
        { "flat", VectorLayout.Flat(4.Bytes), 3_072_000_000 },
        { "FAISS HNSW", VectorLayout.FaissHnsw(4.Bytes, 32), 3_328_000_000 },
        { "IVF-Flat", VectorLayout.IvfFlat(4096, 4.Bytes), 3_092_582_912 },
        { "IVF-PQ", VectorLayout.IvfPq(4096, 96), 117_369_344 },
        { "IVF-SQ8", VectorLayout.IvfSq8(4096), 788_582_912 },
        { "SQ8", VectorLayout.Sq8, 768_000_000 },
        { "binary", VectorLayout.Binary, 96_000_000 },
        { "DiskANN", VectorLayout.DiskAnn(32.Bytes, 4.Bytes, 64, 1000), 32_000_000 + 1000 * (3072 + 260) },
        { "ScaNN", VectorLayout.ScaNn(4.Bytes), 192_000_000 + 3_072_000_000 },
        { "OpenSearch HNSW", VectorLayout.OpenSearchHnsw(4.Bytes), 1.1 * 3_200_000_000 },
        { "OpenSearch IVF", VectorLayout.OpenSearchIvf(128, 4.Bytes), 1.1 * (3_072_000_000 + 128 * 3072) },
        { "Qdrant", VectorLayout.Qdrant(4.Bytes), 4_608_000_000 },
        { "Weaviate", VectorLayout.Weaviate(4.Bytes), 6_144_000_000 },
        { "Weaviate graph", VectorLayout.WeaviateGraph(4.Bytes, 64), 3_712_000_000 },
        { "Milvus GPU_CAGRA", VectorLayout.MilvusCagra(4.Bytes), 5_529_600_000 },
        { "pgvector vector", VectorLayout.Pgvector, 3_080_000_000 },
        { "pgvector halfvec", VectorLayout.PgvectorHalf, 1_544_000_000 },
        { "pgvector bit", VectorLayout.PgvectorBit, 104_000_000 },
    };

    [Theory]
    [MemberData(nameof(Layouts))]
    public void Layout_takes_what_its_rule_says(string name, VectorLayout layout, double bytes)
    {
        Assert.Equal(name, layout.ToString());
        Assert.Equal(bytes, (Million with { Layout = layout }).OneCopy.Bytes, bytes * 1e-14);
    }

    [Fact]
    public void Milvus_graph_takes_two_to_three_times_the_vectors()
    {
        Estimate<DataSize> held = (Million with { Layout = VectorLayout.MilvusHnsw(4.Bytes) }).OneCopy.Simulate();
        Assert.Equal(2 * 3.072, held.Low.Gigabytes, 0.02);
        Assert.Equal(3 * 3.072, held.High.Gigabytes, 0.03);
    }

    [Fact]
    public void Tables_do_not_grow_with_the_items()
    {
        VectorIndex clustered = Million with { Layout = VectorLayout.IvfPq(4096, 96) };
        Assert.Equal((4096 + 256) * 3072, clustered.Tables!.Bytes);
        Assert.Equal(clustered.Tables.Bytes, (clustered with { Items = 1e9 }).Tables!.Bytes);
        Assert.Equal(["bytes per item", "tables and cache", "index, one copy", "index, with copies"], clustered.Results.Select(result => result.Name));
        Assert.Null(Million.Tables);
        Assert.Null(Million.Disk);
        Assert.Equal(1.1 * 100 * 256 * 3072, (Million with { Layout = VectorLayout.OpenSearchHnswPq(32, 100) }).Tables!.Bytes, 1e-4);
    }

    [Theory]
    [InlineData(128, 1, 64, 1e9, 409_600_000_000)] // 388 B, 10 in a sector
    [InlineData(959, 4, 64, 1e6, 4_096_000_000)] // 4096 B: one in a sector
    [InlineData(960, 4, 64, 1e6, 8_192_000_000)] // 4100 B: two sectors each
    public void Nodes_on_disk_fill_whole_sectors(double dimensions, double bytes, double degree, double items, double disk)
    {
        VectorIndex onDisk = new() { Items = items, Dimensions = dimensions, Layout = VectorLayout.DiskAnn(32.Bytes, bytes.Bytes, degree), Copies = 1 };
        Assert.Equal(disk, onDisk.Disk!.Bytes);
        Assert.Equal(2 * disk, (onDisk with { Copies = 2 }).Disk!.Bytes);
        Assert.Equal(32 * items, onDisk.OneCopy.Bytes);
        Assert.Contains("index on disk, with copies", onDisk.Results.Select(result => result.Name));
    }

    [Fact]
    public void Graph_has_a_lowest_layer_and_thin_upper_ones()
    {
        var graph = new HnswGraph { Links = 32 };
        Assert.Equal(256, graph.LowestLayer.Bytes);
        Assert.Equal(4.129032258064516, graph.UpperLayers.Bytes, 1e-14);
        Assert.Equal(260.129032258064516, graph.PerItem.Bytes, 1e-12);
        Assert.Equal(["links in the lowest layer", "links in the upper layers", "links per item"], graph.Results.Select(result => result.Name));
        Assert.Equal(16, new HnswGraph().Links.Value);
        Refused.Range("HNSW links (m)", "at least 2", () => new HnswGraph { Links = 1 });
        Assert.Equal(128, VectorLayout.FaissHnsw(4.Bytes).Graph!.Bytes);
        Assert.Null(VectorLayout.Binary.Graph);
    }

    [Theory]
    [InlineData(33, 4, 17)]
    [InlineData(32, 4, 16)]
    [InlineData(1, 1, 1)]
    public void Codes_end_on_a_whole_byte(double subvectors, double bits, double bytes) => Assert.Equal(bytes, VectorCode.Product(subvectors, bits).BytesOf(96).Bytes);

    [Fact]
    public void Codes_are_named_and_counted()
    {
        Assert.Equal(
            ["binary", "8-bit scalar", "in full", "product-quantised", "block-quantised", "code"],
            new[] { VectorCode.Binary, VectorCode.Scalar8, VectorCode.Full(4.Bytes), VectorCode.Product(8, 8), VectorCode.Blocks(2, 4, 0.Bytes), VectorCode.Sized(8.Bytes) }.Select(code => $"{code}"));
        Assert.Equal(13, VectorCode.Binary.BytesOf(97).Bytes);
        Assert.Equal(26, VectorCode.Blocks(2, 4, 0.Bytes).BytesOf(101).Bytes); // 51 blocks of half a byte
        Assert.Equal(26 + 202, VectorCode.Blocks(2, 4, 2.Bytes).BytesOf(101).Bytes);
        Assert.Equal(8, VectorCode.Sized(8.Bytes).BytesOf(101).Bytes);
    }

    [Fact]
    public void Defaults_of_codes_are_listed()
    {
        Assert.Contains("bits per subvector", Assumed(VectorLayout.IvfPq(16, 8)));
        Assert.Contains("dimensions per block", Assumed(VectorLayout.ScaNn(0.Bytes)));
        Assert.Contains("bits per block", Assumed(VectorLayout.ScaNn(0.Bytes)));
        Assert.Contains("HNSW links (m)", Assumed(VectorLayout.OpenSearchHnsw(4.Bytes)));
        Assert.DoesNotContain("HNSW links (m)", Assumed(VectorLayout.OpenSearchHnsw(4.Bytes, 16)));
    }

    [Fact]
    public void Codes_lists_and_cached_nodes_come_from_vectors_so_there_are_never_more_of_them()
    {
        Assert.Equal("vectors of 768 dimensions cannot be cut into 769 subvectors; use fewer", Contradiction(Million with { Layout = VectorLayout.IvfPq(16, 769) }));
        Assert.Equal("1 M items cannot fill 1.01 M lists; the square root of the items is usual", Contradiction(Million with { Layout = VectorLayout.IvfSq8(1.01.Million) }));
        Assert.Equal("codebooks of 256 codewords cannot be learned from 255 items; use fewer bits per subvector", Contradiction(Million with { Items = 255, Layout = VectorLayout.IvfPq(16, 8) }));
        Assert.Equal("11 cached nodes are more than the 10 items that there are", Contradiction(Million with { Items = 10, Layout = VectorLayout.DiskAnn(8.Bytes, 4.Bytes, 64, 11) }));
    }

    [Fact]
    public void As_many_codes_lists_and_cached_nodes_as_vectors_are_possible()
    {
        Assert.Equal((256 * (256 + 8)) + (256 * 256 * 4) + (256 * 256 * 4), (Million with { Items = 256, Dimensions = 256, Layout = VectorLayout.IvfPq(256, 256) }).OneCopy.Bytes);
        Assert.Equal((10 * 8) + (10 * (3072 + 260)), (Million with { Items = 10, Layout = VectorLayout.DiskAnn(8.Bytes, 4.Bytes, 64, 10) }).OneCopy.Bytes);
    }

    private static string Contradiction(VectorIndex index) => Assert.Single(Assert.Throws<EstimateException>(() => index.OneCopy).Contradictions);

    [Fact]
    public void Inputs_out_of_range_are_refused_by_name()
    {
        Refused.Range("bytes per component", "above 0", () => VectorLayout.Flat(0.Bytes));
        Refused.Range("lists", "at least 1", () => VectorLayout.IvfFlat(0, 4.Bytes));
        Refused.Range("subvectors", "at least 1", () => VectorLayout.IvfPq(16, 0));
        Refused.Range("bits per subvector", "at least 1", () => VectorLayout.IvfPq(16, 8, 0));
        Refused.Range("segments", "at least 1", () => VectorLayout.OpenSearchHnswPq(8, 0));
        Refused.Range("segments", "at least 1", () => VectorLayout.OpenSearchIvfPq(16, 8, 0));
        Refused.Range("maxConnections", "at least 2", () => VectorLayout.WeaviateGraph(4.Bytes, 1));
        Refused.Range("code size", "above 0", () => VectorLayout.DiskAnn(0.Bytes, 4.Bytes, 64));
        Refused.Range("bytes per component on disk", "above 0", () => VectorLayout.DiskAnn(8.Bytes, 0.Bytes, 64));
        Refused.Range("graph degree", "at least 1", () => VectorLayout.DiskAnn(8.Bytes, 4.Bytes, 0));
        Refused.Range("cached nodes", "not be negative", () => VectorLayout.DiskAnn(8.Bytes, 4.Bytes, 64, -1));
        Refused.Range("dimensions per block", "at least 1", () => VectorLayout.ScaNn(0.Bytes, 0));
        Refused.Range("bits per block", "at least 1", () => VectorLayout.ScaNn(0.Bytes, 2, 0));
        Refused.Range("rescoring bytes per component", "not be negative", () => VectorLayout.ScaNn((-1).Bytes));
        Refused.Range("embedding dimensions", "at least 1", () => VectorCode.Binary.BytesOf(0));
        Refused.Range("id size", "above 0", () => VectorLayout.Pgvector with { IdSize = 0.Bytes });
        Refused.Range("payload size", "above 0", () => Million with { PayloadSize = 0.Bytes });
    }

    [Fact]
    public void Pods_hold_vectors_by_their_dimensions()
    {
        var pods = new PineconePods { Items = 5.Million, Dimensions = 1536, VectorsPerPod = PineconePods.PerformancePod, Copies = 2 };
        Assert.Equal((10, 20), (pods.PerCopy.Value, pods.Pods.Value));
        Assert.Equal(2, (pods with { VectorsPerPod = PineconePods.StoragePod }).PerCopy.Value);
        Assert.Equal(["pods, one copy", "pods, with copies"], pods.Results.Select(result => result.Name));
        Refused.Range("vectors per pod at 768 dimensions", "above 0", () => pods with { VectorsPerPod = 0 });
        Refused.Range("items in the index", "not be negative", () => pods with { Items = -1 });
        Refused.Range("embedding dimensions", "at least 1", () => pods with { Dimensions = 0 });
        Refused.Range("index copies", "at least 1", () => pods with { Copies = 0 });
        Assert.Empty(EveryInput.WithoutEffect(() => pods with { }, new Dictionary<string, object> { ["Items"] = (Scalar)5, ["Dimensions"] = (Scalar)5, ["VectorsPerPod"] = (Scalar)5, ["Copies"] = (Scalar)1 }));
    }

    [Fact]
    public void Scalar_index_takes_bytes_by_type()
    {
        var index = new MilvusScalarIndex { Rows = 1.Million, BytesPerRow = MilvusScalarIndex.LargeNumber };
        Assert.Equal(24e6, index.Size.Bytes);
        Assert.Equal(12e6, (index with { BytesPerRow = MilvusScalarIndex.SmallNumber }).Size.Bytes);
        Assert.Equal(["scalar index"], index.Results.Select(result => result.Name));
        Refused.Range("rows", "not be negative", () => index with { Rows = -1 });
        Refused.Range("index bytes per row", "above 0", () => index with { BytesPerRow = 0.Bytes });
    }

    [Fact]
    public void New_embeddings_cost_once_and_both_indexes_are_held()
    {
        VectorIndex old = Million with { Items = 100.Million, Dimensions = 256, Copies = 3 };
        var rebuild = new IndexRebuild { New = old with { Dimensions = 768 }, Old = old, EmbeddingsPerWorker = 500.PerSecond, Workers = 20, WorkerPrice = 1.DollarsPerHour };
        Assert.Equal(10_000, rebuild.EmbeddingTime.Seconds, 1e-9);
        Assert.Equal(55.555555555555557, rebuild.EmbeddingCost!.Dollars, 1e-9);
        Assert.Equal(55.555555555555557, (rebuild with { Workers = 40 }).EmbeddingCost!.Dollars, 1e-9);
        Assert.Equal(307.2 + 921.6, rebuild.DuringSwap.Gigabytes, 1e-9);
        Assert.Equal(["time to embed all items", "cost to embed all items", "memory during the swap"], rebuild.Results.Select(result => result.Name));
        Assert.Null((rebuild with { WorkerPrice = null }).EmbeddingCost);
        Finding finding = Assert.Single(rebuild.Findings);
        Assert.Equal(new Finding(Severity.Note, "MLSD011", "Both indexes are held during the swap: 1.23 TB, where 307 GB is enough before it. Keep the room, or swap shard by shard.", rebuild.DuringSwap), finding);
        Refused.Null("new index", () => rebuild with { New = null! });
        Refused.Null("old index", () => rebuild with { Old = null! });
        Refused.Range("embeddings per worker", "above 0", () => rebuild with { EmbeddingsPerWorker = Rate.Zero });
        Refused.Range("embedding workers", "at least 1", () => rebuild with { Workers = 0 });
        Refused.Range("embedding worker price", "not be negative", () => rebuild with { WorkerPrice = (-1).DollarsPerHour });
        Assert.Empty(EveryInput.WithoutEffect(() => rebuild with { }, new Dictionary<string, object>
        {
            ["New"] = Million, ["Old"] = Million, ["EmbeddingsPerWorker"] = 1.PerSecond, ["Workers"] = (Scalar)1, ["WorkerPrice"] = 2.DollarsPerHour,
        }));
    }

    private static IEnumerable<string?> Assumed(VectorLayout layout) => new Worksheet("index") { Data = [Million with { Layout = layout }] }.Defaults.Select(input => input.Name);
}
