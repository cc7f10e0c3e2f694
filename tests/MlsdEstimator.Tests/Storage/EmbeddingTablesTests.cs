namespace MlsdEstimator.Tests;

/// <summary>Expected: rows of the Criteo 1 TB tables (MLPerf DLRM), counted by hand.</summary>
public class EmbeddingTablesTests
{
    private static readonly EmbeddingTables Criteo = new()
    {
        Rows = [187_767_399], Dimensions = 128, BytesPerComponent = 4.Bytes, Optimizer = EmbeddingOptimizer.RowWiseAdagrad, Copies = 1,
    };

    [Fact]
    public void Tables_take_rows_times_dimensions_and_the_optimizer_a_row()
    {
        Assert.Equal(96_136_908_288, Criteo.Table.Bytes);
        Assert.Equal(751_069_596, Criteo.OptimizerState.Bytes);
        Assert.Equal(96_887_977_884, Criteo.Stored.Bytes);
        Assert.Equal(3 * 96_887_977_884, (Criteo with { Copies = 3 }).Stored.Bytes);
        Assert.Equal(["embedding rows", "embedding tables", "optimizer state", "tables and state, with copies"], Criteo.Results.Select(result => result.Name));
        Assert.Null(Criteo.Shards);
        Assert.Empty(Criteo.Findings);
        Assert.Equal(12, (Criteo with { Rows = [3, 4, 5] }).TotalRows.Value);
    }

    [Fact]
    public void Optimizers_keep_their_state()
    {
        Assert.Equal(0, (Criteo with { Optimizer = EmbeddingOptimizer.None }).OptimizerState.Bytes);
        Assert.Equal(96_136_908_288, (Criteo with { Optimizer = EmbeddingOptimizer.Adagrad }).OptimizerState.Bytes);
        EmbeddingTables adam = Criteo with { Optimizer = EmbeddingOptimizer.Adam };
        Assert.Equal(3, adam.Stored / adam.Table);
        Assert.Equal(["no optimizer state", "row-wise Adagrad", "Adagrad", "Adam"], new[] { EmbeddingOptimizer.None, EmbeddingOptimizer.RowWiseAdagrad, EmbeddingOptimizer.Adagrad, EmbeddingOptimizer.Adam }.Select(optimizer => $"{optimizer}"));
    }

    [Fact]
    public void Shards_hold_one_copy_and_a_table_beyond_a_device_is_split()
    {
        EmbeddingTables sharded = Criteo with { Rows = [100.Million, 100.Million], DeviceMemory = 40.Gigabytes, Copies = 2 };
        Assert.Equal(3, sharded.Shards!.Value); // 103.2 GB
        Finding finding = Assert.Single(sharded.Findings);
        Assert.Equal(new Finding(Severity.Note, "MLSD011", "The largest table of 100 M rows takes 51.6 GB with its optimizer state, more than a device of 40 GB: it must be split by rows or columns, not placed whole.", sharded.Shards), finding);
        Assert.Empty((sharded with { DeviceMemory = 51.6.Gigabytes }).Findings);
        Assert.Equal("table shards", sharded.Results[4].Name);
        Assert.Empty((sharded with { Rows = [Quantity.Infeasible<Scalar>("unknown")] }).Findings);
    }

    [Fact]
    public void Inputs_out_of_range_are_refused_by_name()
    {
        Assert.Throws<ArgumentException>("table rows", () => Criteo with { Rows = [] });
        Refused.Range("table rows", "not be negative", () => Criteo with { Rows = [5, -1] });
        Refused.Null("table rows", () => Criteo with { Rows = null! });
        Refused.Range("embedding dimensions", "at least 1", () => Criteo with { Dimensions = 0 });
        Refused.Range("bytes per component", "above 0", () => Criteo with { BytesPerComponent = 0.Bytes });
        Refused.Null("optimizer", () => Criteo with { Optimizer = null! });
        Refused.Range("copies", "at least 1", () => Criteo with { Copies = 0 });
        Refused.Range("table memory of a device", "above 0", () => Criteo with { DeviceMemory = 0.Bytes });
    }

    [Fact]
    public void Every_input_changes_a_result() => Assert.Empty(EveryInput.WithoutEffect(() => Criteo with { }, new Dictionary<string, object>
    {
        ["Rows"] = new Scalar[] { 7 }, ["Dimensions"] = (Scalar)7, ["BytesPerComponent"] = 2.Bytes, ["Optimizer"] = EmbeddingOptimizer.Adam, ["Copies"] = (Scalar)2, ["DeviceMemory"] = 1.Gigabytes,
    }));
}
