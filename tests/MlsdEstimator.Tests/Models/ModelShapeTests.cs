namespace MlsdEstimator.Tests;

public class ModelShapeTests
{
    private static readonly ConvNet ResNet = new()
    {
        Title = "ResNet-50", Parameters = 25_557_032, Macs = 4.11.Billion, Activations = 11.11.Million, ImageSize = 224, Format = ModelFormat.Fp16,
    };

    private static readonly TreeEnsemble Trees = new() { Title = "GBDT", Trees = 1000, Depth = 6 };

    private static readonly Recommender Dlrm = PublishedModels.Recommender("DLRM-DCNv2");

    private static Recommender Small => new()
    {
        Title = "small",
        Tables =
        [
            new EmbeddingTable { Rows = 1000, Width = 16, Place = TablePlace.Device },
            new EmbeddingTable { Rows = 2000, Width = 8, Lookups = 3, Place = TablePlace.Host },
            new EmbeddingTable { Rows = 4000, Width = 4, Place = TablePlace.Remote },
        ],
        DenseFeatures = 12,
        TopLayers = [10, 1],
        CandidatesPerRequest = 500,
        Format = ModelFormat.Fp32,
    };

    [Fact]
    public void ConvNet_has_two_operations_for_each_multiply_accumulate() // ResNet-50: 4.11 GMAC are 8.22 GFLOP
    {
        Assert.Equal(8.22, ResNet.FlopsPerExample.Gigaflops, 9);
        Assert.Equal("FLOPs per example", ResNet.FlopsPerExample.Name);
        Assert.Equal(51.114064, ResNet.WeightBytes.Megabytes, 9);
        Assert.Equal(22.22, ResNet.ActivationBytes!.Megabytes, 9);
        Assert.Equal(["weight bytes", "activation bytes of an image", "FLOPs per example", "arithmetic intensity at batch 1"], ResNet.Results.Select(result => result.Name));
    }

    [Fact]
    public void ConvNet_in_int8_has_activations_as_wide_as_what_it_multiplies()
    {
        Assert.Equal(11.11, ResNet.With(Quantization.To(ModelFormat.Int8)).ActivationBytes!.Megabytes, 9);
        Assert.Equal(22.22, ResNet.With(Quantization.To(ModelFormat.Int8WeightOnly)).ActivationBytes!.Megabytes, 9);
    }

    [Fact]
    public void ConvNet_without_known_activations_gives_none()
    {
        ConvNet unknown = ResNet with { Activations = null };
        Assert.Null(unknown.ActivationBytes);
        Assert.Equal(["weight bytes", "FLOPs per example", "arithmetic intensity at batch 1"], unknown.Results.Select(result => result.Name));
    }

    [Fact]
    public void ConvNet_at_twice_the_side_has_four_times_the_operations()
    {
        ConvNet large = ResNet.At(448);

        Assert.Equal(4 * 8.22, large.FlopsPerExample.Gigaflops, 9);
        Assert.Equal(4 * 22.22, large.ActivationBytes!.Megabytes, 9);
        Assert.Equal(25_557_032, large.Parameters.Value);
        Assert.Equal(448, large.ImageSize!.Value);
        Assert.Equal("The image size at which 'ResNet-50' was counted is not known; set ImageSize.", Assert.Throws<InvalidOperationException>(() => (ResNet with { ImageSize = null }).At(448)).Message);
        Assert.Equal("image size", Assert.Throws<ArgumentOutOfRangeException>(() => ResNet.At(0)).ParamName);
    }

    [Fact]
    public void ConvNet_cut_by_half_has_half_of_both()
    {
        ConvNet cut = ResNet.With(Pruning.Structured(50.Percent));
        Assert.Equal(12_778_516, cut.Parameters.Value);
        Assert.Equal(4.11, cut.FlopsPerExample.Gigaflops, 9);
    }

    [Fact]
    public void ConvNet_inputs_not_above_zero_are_refused()
    {
        Assert.Equal("parameters", Assert.Throws<ArgumentOutOfRangeException>(() => ResNet with { Parameters = 0 }).ParamName);
        Assert.Equal("multiply-accumulates", Assert.Throws<ArgumentOutOfRangeException>(() => ResNet with { Macs = 0 }).ParamName);
        Assert.Equal("activations", Assert.Throws<ArgumentOutOfRangeException>(() => ResNet with { Activations = -1 }).ParamName);
        Assert.Equal("image size", Assert.Throws<ArgumentOutOfRangeException>(() => ResNet with { ImageSize = 0 }).ParamName);
    }

    [Fact]
    public void Recommender_of_MLPerf_has_204_million_rows_and_214_lookups() // rows and multi-hot sizes summed by hand; file of about 100 GB (97.31 GiB)
    {
        Assert.Equal(26_135_627_264, Dlrm.TableParameters.Value); // 204,184,588 rows x 128
        Assert.Equal(97.36, Dlrm.TableBytes.Gibibytes, 2);
        Assert.Equal(214, Dlrm.LookupsPerCandidate.Value);
        Assert.Equal(3456, Dlrm.FeatureWidth.Value); // 27 x 128
        Assert.Equal(109_568, Dlrm.LookupBytes.Bytes); // 214 x 128 x 4 B
    }

    [Fact]
    public void Recommender_of_MLPerf_has_16_million_multiply_accumulates_for_a_pair() // 170,496 + 3 x 2 x 3456 x 512 + 5,243,136, and 27,392 additions
    {
        Assert.Equal((2 * 16_030_464) + 27_392, Dlrm.FlopsPerExample.Flops);
        Assert.Equal(16_044_545, Dlrm.DenseParameters.Value); // with biases 896 + 3 x 3456 + 2,817
    }

    [Fact]
    public void Recommender_request_of_MLPerf_is_270_pairs() // 27,000 pairs in the first 100 samples of its trace
    {
        Assert.Equal(270, Dlrm.CandidatesPerRequest.Value);
        Assert.Equal(8.6638464, Dlrm.FlopsPerRequest.Gigaflops, 7);
        Assert.Equal(29.58336, Dlrm.LookupBytesPerRequest.Megabytes, 5);
    }

    [Fact]
    public void Recommender_keeps_tables_where_they_live()
    {
        Assert.Equal(64_000, Small.DeviceTableBytes.Bytes);
        Assert.Equal(64_000, Small.HostTableBytes.Bytes);
        Assert.Equal(64_000, Small.RemoteTableBytes.Bytes);
        Assert.Equal(192_000, Small.TableBytes.Bytes);
        Assert.Equal(Dlrm.TableBytes.Bytes, Dlrm.DeviceTableBytes.Bytes);
        Assert.Equal(0, Dlrm.HostTableBytes.Bytes);
    }

    [Fact]
    public void Recommender_without_bottom_and_crosses_scores_features_side_by_side() // width 12 + 16 + 8 + 4 = 40; 40 x 10 + 10 x 1 weights; 16 + 24 + 4 values read
    {
        Assert.Equal(40, Small.FeatureWidth.Value);
        Assert.Equal(421, Small.DenseParameters.Value); // 410 and 11 biases
        Assert.Equal((2 * 410) + 44, Small.FlopsPerExample.Flops);
        Assert.Equal(48_421, Small.Parameters.Value);
        Assert.Equal(192_000 + (421 * 4), Small.WeightBytes.Bytes);
    }

    [Fact]
    public void Recommender_with_full_crosses_multiplies_by_the_width_squared() => // one layer of 40 x 40, and its bias
        Assert.Equal(421 + 1600 + 40, (Small with { CrossLayers = 1 }).DenseParameters.Value);

    [Fact]
    public void Recommender_results_are_named_and_in_order() =>
        Assert.Equal(["parameters", "table bytes", "weight bytes", "lookup bytes per request", "FLOPs per example", "FLOPs per request"], Small.Results.Select(result => result.Name));

    [Fact]
    public void Recommender_inputs_out_of_range_are_refused()
    {
        Assert.StartsWith("'embedding tables' is empty", Assert.Throws<ArgumentException>(() => Small with { Tables = [] }).Message, StringComparison.Ordinal);
        Assert.StartsWith("'embedding tables' holds a null; leave it out instead.", Assert.Throws<ArgumentException>(() => Small with { Tables = [null!] }).Message, StringComparison.Ordinal);
        Assert.StartsWith("'top layers' is empty", Assert.Throws<ArgumentException>(() => Small with { TopLayers = [] }).Message, StringComparison.Ordinal);
        Assert.Equal("width of a top layer", Assert.Throws<ArgumentOutOfRangeException>(() => Small with { TopLayers = [0] }).ParamName);
        Assert.Equal("width of a bottom layer", Assert.Throws<ArgumentOutOfRangeException>(() => Small with { BottomLayers = [0.5] }).ParamName);
        Assert.Equal("dense features", Assert.Throws<ArgumentOutOfRangeException>(() => Small with { DenseFeatures = -1 }).ParamName);
        Assert.Equal("cross layers", Assert.Throws<ArgumentOutOfRangeException>(() => Small with { CrossLayers = -1 }).ParamName);
        Assert.Equal("cross rank", Assert.Throws<ArgumentOutOfRangeException>(() => Small with { CrossRank = 0 }).ParamName);
        Assert.Equal("candidates per request", Assert.Throws<ArgumentOutOfRangeException>(() => Small with { CandidatesPerRequest = 0 }).ParamName);
        Assert.Equal("rows of an embedding table", Assert.Throws<ArgumentOutOfRangeException>(() => Small.Tables[0] with { Rows = 0 }).ParamName);
        Assert.Equal("width of an embedding table", Assert.Throws<ArgumentOutOfRangeException>(() => Small.Tables[0] with { Width = 0 }).ParamName);
        Assert.Equal("lookups of an embedding table", Assert.Throws<ArgumentOutOfRangeException>(() => Small.Tables[0] with { Lookups = -1 }).ParamName);
        Assert.Equal("place of an embedding table", Assert.Throws<ArgumentOutOfRangeException>(() => Small.Tables[0] with { Place = (TablePlace)7 }).ParamName);
    }

    [Fact]
    public void Recommender_distilled_by_a_factor_is_refused() =>
        Assert.Equal(
            "'small' is mostly tables, which no factor of its operations shrinks; give the shape of the smaller model.",
            Assert.Throws<ArgumentException>(() => Small.With(new Distillation { Factor = 2, QualityKept = 97.Percent })).Message);

    [Fact]
    public void TreeEnsemble_walks_each_tree_once() // 2^7 - 1 = 127 nodes of 20 B; 6 comparisons and an addition a tree
    {
        Assert.Equal(127, Trees.NodesPerTree.Value);
        Assert.Equal(127_000, Trees.Parameters.Value);
        Assert.Equal(2.54, Trees.WeightBytes.Megabytes, 9);
        Assert.Equal(7000, Trees.FlopsPerExample.Flops);
        Assert.Equal(["parameters", "weight bytes", "FLOPs per example"], Trees.Results.Select(result => result.Name));
        Assert.Equal(0.5, (Trees with { NodesPerTree = 25 }).WeightBytes.Megabytes, 9);
        Assert.Equal("bytes of a tree node", Assert.Single(new Worksheet("trees") { Model = [Trees] }.Defaults).Name);
    }

    [Fact]
    public void TreeEnsemble_is_neither_quantized_nor_thinned_nor_scaled()
    {
        Assert.StartsWith("'GBDT' has no matrices to quantize; give the smaller model itself.", Assert.Throws<ArgumentException>(() => Trees.With(Quantization.To(ModelFormat.Int8))).Message, StringComparison.Ordinal);
        Assert.StartsWith("'GBDT' has no matrices to thin out; give the smaller model itself.", Assert.Throws<ArgumentException>(() => Trees.With(Pruning.TwoOfFour)).Message, StringComparison.Ordinal);
        Assert.StartsWith("'GBDT' shrinks by trees or depth, not by a factor; give the smaller ensemble itself.", Assert.Throws<ArgumentException>(() => Trees.With(Pruning.Structured(50.Percent))).Message, StringComparison.Ordinal);
        Assert.Equal("GBDT, cut to 100 trees", Trees.With(Pruning.To(Trees with { Title = "100 trees", Trees = 100 })).Title);
    }

    [Fact]
    public void TreeEnsemble_inputs_out_of_range_are_refused()
    {
        Assert.Equal("trees", Assert.Throws<ArgumentOutOfRangeException>(() => Trees with { Trees = 0 }).ParamName);
        Assert.Equal("depth", Assert.Throws<ArgumentOutOfRangeException>(() => Trees with { Depth = 0 }).ParamName);
        Assert.Equal("nodes per tree", Assert.Throws<ArgumentOutOfRangeException>(() => Trees with { NodesPerTree = 0 }).ParamName);
        Assert.Equal("node size", Assert.Throws<ArgumentOutOfRangeException>(() => Trees with { NodeSize = DataSize.Zero }).ParamName);
    }
}
