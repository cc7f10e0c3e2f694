namespace MlsdEstimator.Tests;

public class ModelTransformTests
{
    private const string NotStated = "What it costs in quality is not stated: measure it.";

    private static CustomModel Bert => new() { Title = "BERT", Parameters = 110.Million, FlopsPerExample = 22.Gigaflops, Format = ModelFormat.Fp32 };

    [Fact]
    public void Quantization_from_fp32_to_int8_is_four_times_smaller_and_no_fewer_operations() // tensorflow.org, post-training quantization: 4x smaller
    {
        CustomModel model = Bert.With(Quantization.To(ModelFormat.Int8));

        Assert.Equal(4, Bert.WeightBytes / model.WeightBytes);
        Assert.Equal(22, model.FlopsPerExample.Gigaflops);
        Assert.Equal("BERT, int8", model.Title);
        Finding gain = Assert.Single(model.Findings);
        Assert.Equal(
            $"int8: weights of 8 bits in place of 32. Speed does not follow from size: it comes from the hardware's peak at int8 and from the rest of the request. {NotStated}",
            gain.Message);
        Assert.Same(model.WeightBytes, gain.Subject);
    }

    [Fact]
    public void Quantization_to_the_same_width_is_allowed() =>
        Assert.Equal(440, Bert.With(Quantization.To(ModelFormat.Tf32)).WeightBytes.Megabytes, 9);

    [Fact]
    public void Quantization_to_more_bits_is_refused()
    {
        CustomModel small = Bert with { Format = ModelFormat.Int8 };
        var error = Assert.Throws<ArgumentException>(() => small.With(Quantization.To(ModelFormat.Fp16)));
        Assert.StartsWith("'BERT' is in int8, and fp16 is wider; quantize to fewer bits, or set Format.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Quantization_to_null_is_refused() => Assert.Equal("format", Assert.Throws<ArgumentNullException>(() => Quantization.To(null!)).ParamName);

    [Fact]
    public void Quality_that_is_stated_is_said_to_be_an_input()
    {
        Finding gain = Assert.Single(Bert.With(Quantization.To(ModelFormat.Fp16) with { QualityKept = 99.Percent }).Findings);
        Assert.EndsWith("That it keeps 99% of the quality is an input: measure it on your data.", gain.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Distillation_as_DistilBERT_has_66_million_parameters_and_half_the_operations() // Sanh et al. 2019
    {
        CustomModel student = Bert.With(new Distillation { Factor = 2, SizeFactor = 110.0 / 66, QualityKept = 97.Percent });

        Assert.Equal(66, student.Parameters.Value / 1e6, 9);
        Assert.Equal(264, student.WeightBytes.Megabytes, 9);
        Assert.Equal(11, student.FlopsPerExample.Gigaflops, 9);
        Assert.Equal("BERT, distilled 2x", student.Title);
        Assert.Equal(
            "distilled 2x: the student does 2 times fewer operations; a request gains less where the model is not all of it. That it keeps 97% of the quality is an input: measure it on your data.",
            Assert.Single(student.Findings).Message);
    }

    [Fact]
    public void Distillation_without_a_size_factor_shrinks_both_alike()
    {
        CustomModel student = Bert.With(new Distillation { Factor = 1, QualityKept = Fraction.One });

        Assert.Equal((110e6, 22e9), (student.Parameters.Value, student.FlopsPerExample.Flops));
        Assert.Equal(11e6, Bert.With(new Distillation { Factor = 10, QualityKept = 97.Percent }).Parameters.Value, 3);
    }

    [Fact]
    public void Distillation_below_one_is_refused()
    {
        var error = Assert.Throws<ArgumentOutOfRangeException>(() => new Distillation { Factor = 0.5, QualityKept = 97.Percent });
        Assert.Equal("'distillation factor' is 0.5, but must be at least 1. (Parameter 'distillation factor')", error.Message);
        var size = Assert.Throws<ArgumentOutOfRangeException>(() => new Distillation { Factor = 2, SizeFactor = 0.5, QualityKept = 97.Percent });
        Assert.Equal("distillation size factor", size.ParamName);
        var quality = Assert.Throws<ArgumentOutOfRangeException>(() => new Distillation { Factor = 2, QualityKept = Fraction.Zero });
        Assert.Equal("quality kept by distillation", quality.ParamName);
    }

    [Fact]
    public void Distillation_whose_range_reaches_below_one_is_refused() =>
        Assert.Equal("distillation factor", Assert.Throws<ArgumentOutOfRangeException>(() => new Distillation { Factor = (1.1, 5), QualityKept = 97.Percent }).ParamName);

    [Fact]
    public void Distillation_of_a_pruned_model_is_refused()
    {
        CustomModel sparse = Bert.With(Pruning.Unstructured(50.Percent));
        var error = Assert.Throws<ArgumentException>(() => sparse.With(new Distillation { Factor = 2, QualityKept = 97.Percent }));
        Assert.StartsWith("'BERT, 50% sparse' is pruned, and a student starts dense; distil first, then prune.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Pruning_unstructured_saves_bytes_less_an_index_and_no_operations() // 110M x (0.1 x 4 B + 1/8 B)
    {
        CustomModel sparse = Bert.With(Pruning.Unstructured(90.Percent));

        Assert.Equal(57.75, sparse.WeightBytes.Megabytes, 9);
        Assert.Equal(440, sparse.LoadedBytes.Megabytes, 9); // a device holds the zeros
        Assert.Equal(440, Bert.LoadedBytes.Megabytes, 9);
        Assert.Equal(440, sparse.FitsOn(Accelerators.T4, 50.Percent).Needed.Megabytes, 9);
        Assert.Equal(Bert.ArithmeticIntensity.BasePer(DataSize.Byte), sparse.ArithmeticIntensity.BasePer(DataSize.Byte), 12);
        Assert.Equal(22, sparse.FlopsPerExample.Gigaflops);
        Assert.Equal(110e6, sparse.Parameters.Value);
        Assert.Equal("BERT, 90% sparse", sparse.Title);
        Assert.False(sparse.IsTwoOfFour);
        Assert.Equal(
            $"90% sparse: 90% of the weights need not be stored, at 1 bit of index for each. Ordinary hardware multiplies the zeros: no faster. {NotStated}",
            Assert.Single(sparse.Findings).Message);
    }

    [Fact]
    public void Pruning_then_quantizing_stores_the_kept_weights_in_fewer_bits() // 110M x (0.1 x 1 B + 1/8 B)
    {
        CustomModel sparse = Bert.With(Pruning.Unstructured(90.Percent)).With(Quantization.To(ModelFormat.Int8));

        Assert.Equal(24.75, sparse.WeightBytes.Megabytes, 9);
        Assert.Equal(sparse.WeightBytes.Bytes, Bert.With(Quantization.To(ModelFormat.Int8)).With(Pruning.Unstructured(90.Percent)).WeightBytes.Bytes, 3);
    }

    [Fact]
    public void Pruning_structured_saves_both_in_proportion()
    {
        CustomModel cut = Bert.With(Pruning.Structured(25.Percent));

        Assert.Equal(330, cut.WeightBytes.Megabytes, 9);
        Assert.Equal(16.5, cut.FlopsPerExample.Gigaflops, 9);
        Assert.Null(cut.Sparsity);
        Assert.Equal("BERT, 25% cut", cut.Title);
        Assert.Equal(
            $"25% cut: 25% fewer weights and operations, once the channels or layers are really cut out. {NotStated}",
            Assert.Single(cut.Findings).Message);
    }

    [Fact]
    public void Pruning_two_of_four_stores_half_and_an_index() // 110M x (0.5 x 2 B + 1/8 B): 9/16 of the dense size (NVIDIA A100 whitepaper, 2020)
    {
        CustomModel half = (Bert with { Format = ModelFormat.Fp16 }).With(Pruning.TwoOfFour);

        Assert.Equal(123.75, half.WeightBytes.Megabytes, 9);
        Assert.Equal(22, half.FlopsPerExample.Gigaflops);
        Assert.True(half.IsTwoOfFour);
        Assert.Equal(0.5, half.Sparsity!.Value);
        Assert.Equal("BERT, 2:4 sparse", half.Title);
        Assert.Equal(
            $"2:4 sparse: half of the weights. At most twice as fast, on hardware with sparse arithmetic only, and only in its matrix products. {NotStated}",
            Assert.Single(half.Findings).Message);
        Assert.Contains("index per weight", new Worksheet("sparse") { Model = [half] }.Defaults.Select(value => value.Name));
    }

    [Fact]
    public void Pruning_of_a_sparse_model_again_is_refused()
    {
        CustomModel sparse = Bert.With(Pruning.Unstructured(50.Percent));
        var error = Assert.Throws<ArgumentException>(() => sparse.With(Pruning.TwoOfFour));
        Assert.StartsWith("'BERT, 50% sparse' is already 50% sparse; prune once, with the total sparsity.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Pruning_of_everything_is_refused()
    {
        Assert.StartsWith("'sparsity' is 100%, but must be below 100 %.", Assert.Throws<ArgumentOutOfRangeException>(() => Pruning.Unstructured(Fraction.One)).Message, StringComparison.Ordinal);
        Assert.Equal("sparsity", Assert.Throws<ArgumentOutOfRangeException>(() => Pruning.Structured(Fraction.One)).ParamName);
        Assert.Equal("sparsity", Assert.Throws<ArgumentNullException>(() => Pruning.Structured(null!)).ParamName);
    }

    [Fact]
    public void Pruning_keeps_the_quality_it_is_given() =>
        Assert.Equal(0.98, Bert.With(Pruning.Structured(25.Percent) with { QualityKept = 98.Percent }).QualityKept!.Value);

    [Fact]
    public void Quality_or_size_may_be_left_open()
    {
        Assert.Null((Quantization.To(ModelFormat.Int8) with { QualityKept = null }).QualityKept);
        Assert.Null((Pruning.TwoOfFour with { QualityKept = null }).QualityKept);
        Assert.Equal(11e6, Bert.With(new Distillation { Factor = 10, SizeFactor = null, QualityKept = 97.Percent }).Parameters.Value, 1e-3);
    }

    [Fact]
    public void Defaults_of_pruning_name_their_source()
    {
        Assert.Equal("bitmap; 2 bits per kept value of 2:4 (NVIDIA A100 whitepaper, 2020)", ModelDefaults.IndexPerWeight.Source);
        Assert.Equal("upper bound (NVIDIA A100 whitepaper, 2020)", ModelDefaults.TwoOfFourGain.Source);
    }
}
