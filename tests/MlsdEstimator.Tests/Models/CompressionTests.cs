namespace MlsdEstimator.Tests;

public class CompressionTests
{
    private static readonly Transformer Bert = PublishedModels.Transformer("BERT-base");
    private static readonly Transformer Llama = PublishedModels.Transformer("Llama-3-8B");
    private static readonly CustomModel Ranker = new() { Title = "ranker", Parameters = 10.Million, FlopsPerExample = 20.Megaflops, Format = ModelFormat.Fp16 };

    private static Transformer Student => Bert.With(new Distillation { Student = PublishedModels.Transformer("DistilBERT"), QualityKept = 97.Percent });

    private static WeightOnlyCrossover Crossover => new()
    {
        Wide = Llama, Narrow = Llama.With(Quantization.To(ModelFormat.Int4WeightOnly)), Device = Accelerators.A100Sxm80Gb,
    };

    private static DistillationPayback Payback => new()
    {
        Student = Ranker,
        Examples = 1.Billion,
        Epochs = 2,
        TeacherPerExample = Money.FromDollars(5e-6),
        StudentPerExample = Money.FromDollars(1e-6),
        Trainer = Accelerators.A100Sxm80Gb,
        TrainingUtilisation = 10.Percent,
        TrainerPrice = 4.DollarsPerHour,
    };

    [Fact]
    public void Distillation_to_a_student_takes_its_shape() // DistilBERT: 66,362,880 of 109,482,240 parameters, half of the layers
    {
        Assert.Equal(66_362_880, Student.Parameters.Value);
        Assert.Equal(6, Student.Layers.Value);
        Assert.Equal("BERT-base, distilled to DistilBERT", Student.Title);
        Assert.Equal(0.97, Student.QualityKept!.Value);
        Assert.Equal(
            "distilled to DistilBERT: the student has 1.65 times fewer parameters and does 2 times fewer operations; a request gains less where the model is not all of it. That it keeps 97% of the quality is an input: measure it on your data.",
            Assert.Single(Student.Findings).Message);
    }

    [Fact]
    public void Distillation_without_factor_or_student_or_with_both_is_refused()
    {
        const string Rule = "A distillation is given by its factor or by its student, one of the two; set Factor or Student.";
        Assert.StartsWith(Rule, Assert.Throws<ArgumentException>(() => Bert.With(new Distillation { QualityKept = 97.Percent })).Message, StringComparison.Ordinal);
        Assert.StartsWith(Rule, Assert.Throws<ArgumentException>(() => Bert.With(new Distillation { Factor = 2, Student = Student, QualityKept = 97.Percent })).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Distillation_to_a_larger_model_is_refused()
    {
        Transformer large = PublishedModels.Transformer("BERT-large");
        var error = Assert.Throws<ArgumentException>(() => Bert.With(new Distillation { Student = large, QualityKept = 97.Percent }));
        Assert.StartsWith("'BERT-large' has 335 M parameters and 'BERT-base' 109 M; give a smaller shape.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Distillation_to_another_kind_of_model_needs_the_common_type()
    {
        var change = new Distillation { Student = Ranker, QualityKept = 90.Percent };
        Assert.StartsWith("'BERT-base' is a Transformer and the new shape a CustomModel; convert the model to Model first.", Assert.Throws<ArgumentException>(() => Bert.With(change)).Message, StringComparison.Ordinal);
        Assert.Equal(10e6, ((Model)Bert).With(change).Parameters.Value);
    }

    [Fact]
    public void Pruning_to_a_shape_takes_it()
    {
        Transformer cut = Llama with { Title = "24 layers", Layers = 24 };
        Transformer pruned = Llama.With(Pruning.To(cut));

        Assert.Equal("Llama-3-8B, cut to 24 layers", pruned.Title);
        Assert.Equal(98_304, pruned.KvBytesPerToken.Bytes); // three quarters of the cache: structured pruning reaches it
        Assert.Equal("cut to 24 layers: 1.28 times fewer weights and 1.33 times fewer operations. What it costs in quality is not stated: measure it.", Assert.Single(pruned.Findings).Message);
        Assert.Null(Pruning.To(cut).Sparsity);
        Assert.Equal("shape", Assert.Throws<ArgumentNullException>(() => Pruning.To(null!)).ParamName);
    }

    [Fact]
    public void Int4_is_not_four_times_as_fast_everywhere() // 15,009,849,344 / 4,676,787,280 bytes at batch 1, and slower in a prompt
    {
        Assert.Equal(15_009_849_344, Crossover.WideRead.Bytes);
        Assert.Equal(4_676_787_280, Crossover.NarrowRead.Bytes);
        Assert.Equal(3.2094, Crossover.SpeedUpAtOne.Value, 4);
        Assert.Equal(0.86, Crossover.SpeedUpOfPrompt.Value, 9);
        Assert.False(Crossover.SpeedUpOfPrompt.IsCertain);
    }

    [Fact]
    public void Weight_only_stops_helping_at_a_batch() // 15.0 GB / 2,039 GB/s over 15.0 GFLOP / (312 TFLOP/s x 0.86)
    {
        Assert.Equal(131.5986, Crossover.Batch.Value, 4);
        Assert.Equal(
            "int4-weight-only helps below about ~131 sequences at once and costs above: a prompt runs ~0.86 times as fast.",
            Assert.Single(Crossover.Findings).Message);
    }

    [Fact]
    public void Weight_only_helps_longer_with_a_cache_and_for_ever_with_a_long_one() // 131,072 B a token
    {
        Assert.Equal(309.3422, (Crossover with { CachePerSequence = Llama.KvBytes(500) }).Batch.Value, 3);
        WeightOnlyCrossover longer = Crossover with { CachePerSequence = Llama.KvBytes(2000) };
        Assert.False(longer.Batch.IsFeasible);
        Assert.Contains("one more sequence reads longer than it computes", Assert.Throws<EstimateException>(() => longer.Batch.Value).Message, StringComparison.Ordinal);
        Assert.Empty(longer.Findings);
    }

    [Fact]
    public void Crossover_takes_rates_that_were_reached()
    {
        WeightOnlyCrossover measured = Crossover with { Compute = 156.TeraflopsPerSecond, Reading = 2039.GigabytesPerSecond, LeftByWidening = Fraction.One };
        Assert.Equal(131.5986 / 2 / 0.86, measured.Batch.Value, 3);
        Assert.Equal(1, measured.SpeedUpOfPrompt.Value);
        Assert.Equal(["wide weights read", "narrow weights read", "speed-up at batch 1", "speed-up of a prompt", "batch where it stops helping"], measured.Results.Select(result => result.Name));
    }

    [Fact]
    public void Crossover_of_a_model_without_a_shape_reads_all_its_weights()
    {
        var crossover = new WeightOnlyCrossover { Wide = Ranker, Narrow = Ranker.With(Quantization.To(ModelFormat.Int8WeightOnly)), Device = Accelerators.A100Sxm80Gb };
        Assert.Equal((20e6, 10e6), (crossover.WideRead.Bytes, crossover.NarrowRead.Bytes));
        Assert.Equal(20e6 / 2.039e12 / (20e6 / (312e12 * 0.86)), crossover.Batch.Value, 6);
    }

    [Fact]
    public void Crossover_of_what_is_not_weight_only_is_refused()
    {
        Assert.Equal(["fp8 multiplies in fp8, so it is not weight-only: its gain is the device's peak at that precision"], Assert.Throws<EstimateException>(() => (Crossover with { Narrow = Llama.With(Quantization.To(ModelFormat.Fp8)) }).Batch).Contradictions);
        Assert.Equal("weights in bf16 are not narrower than in bf16", Assert.Throws<EstimateException>(() => (Crossover with { Narrow = Llama }).Batch).Contradictions[0]);
        Transformer mixtral = PublishedModels.Transformer("Mixtral-8x7B");
        Assert.Equal(
            ["'Mixtral-8x7B' is a mixture of experts, of which a larger batch reads more; compare step times instead"],
            Assert.Throws<EstimateException>(() => (Crossover with { Wide = mixtral, Narrow = mixtral.With(Quantization.To(ModelFormat.Int4WeightOnly)) }).Batch).Contradictions);
    }

    [Fact]
    public void Crossover_inputs_out_of_range_are_refused()
    {
        Assert.Equal("rate on wide weights", Assert.Throws<ArgumentOutOfRangeException>(() => Crossover with { Compute = FlopRate.Zero }).ParamName);
        Assert.Equal("reading", Assert.Throws<ArgumentOutOfRangeException>(() => Crossover with { Reading = Bandwidth.Zero }).ParamName);
        Assert.Equal("rate left by widening", Assert.Throws<ArgumentOutOfRangeException>(() => Crossover with { LeftByWidening = Fraction.Zero }).ParamName);
        Assert.Equal("cache of a sequence", Assert.Throws<ArgumentOutOfRangeException>(() => Crossover with { CachePerSequence = (-1).Bytes }).ParamName);
        Assert.Equal("device", Assert.Throws<ArgumentNullException>(() => Crossover with { Device = null! }).ParamName);
    }

    [Fact]
    public void Payback_counts_labels_and_training() // 1e9 x $5e-6; 3 x 20 MFLOP x 1e9 x 2 = 120 PFLOP at 31.2 TFLOP/s = 3846 s
    {
        Assert.Equal(5000, Payback.Labelling.Dollars, 6);
        Assert.Equal(120, Payback.TrainingFlops.Petaflops, 9);
        Assert.Equal(3846.1538, Payback.TrainingTime.Seconds, 3);
        Assert.Equal(4.2735, Payback.Training.Dollars, 4);
        Assert.Equal(5004.2735, Payback.Once.Dollars, 4);
    }

    [Fact]
    public void Payback_is_reached_after_a_volume_and_a_time() // 5,004.27 / 4e-6
    {
        Assert.Equal(1.25106838, Payback.BreakEvenVolume.Value / 1e9, 6);
        Assert.Null(Payback.BreakEvenTime);
        DistillationPayback served = Payback with { Volume = 1000.PerSecond };
        Assert.Equal(14.47996, served.BreakEvenTime!.Days, 4);
        Assert.Equal(["labelling", "training FLOPs", "training, device time", "training", "cost of the student", "saved per example", "break-even volume", "break-even time"], served.Results.Select(result => result.Name));
        Assert.Empty(served.Findings);
    }

    [Fact]
    public void Payback_of_a_student_that_saves_nothing_never_comes()
    {
        DistillationPayback never = Payback with { StudentPerExample = Money.FromDollars(5e-6) };

        Assert.False(never.BreakEvenVolume.IsFeasible);
        Finding finding = Assert.Single(never.Findings);
        Assert.Equal((Severity.Error, FindingCodes.Infeasible), (finding.Severity, finding.Code));
        Assert.Contains("the student costs as much as its teacher, so its making is never earned back", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Payback_inputs_out_of_range_are_refused()
    {
        Assert.Equal("examples to label", Assert.Throws<ArgumentOutOfRangeException>(() => Payback with { Examples = 0 }).ParamName);
        Assert.Equal("epochs", Assert.Throws<ArgumentOutOfRangeException>(() => Payback with { Epochs = 0 }).ParamName);
        Assert.Equal("teacher's cost of an example", Assert.Throws<ArgumentOutOfRangeException>(() => Payback with { TeacherPerExample = Money.Zero }).ParamName);
        Assert.Equal("student's cost of an example", Assert.Throws<ArgumentOutOfRangeException>(() => Payback with { StudentPerExample = Money.FromDollars(-1) }).ParamName);
        Assert.Equal("FLOP utilisation, training", Assert.Throws<ArgumentOutOfRangeException>(() => Payback with { TrainingUtilisation = Fraction.Zero }).ParamName);
        Assert.Equal("price of the training device", Assert.Throws<ArgumentOutOfRangeException>(() => Payback with { TrainerPrice = (-1).DollarsPerHour }).ParamName);
        Assert.Equal("examples served", Assert.Throws<ArgumentOutOfRangeException>(() => Payback with { Volume = Rate.Zero }).ParamName);
        Assert.Equal("student", Assert.Throws<ArgumentNullException>(() => Payback with { Student = null! }).ParamName);
        Assert.Equal("training device", Assert.Throws<ArgumentNullException>(() => Payback with { Trainer = null! }).ParamName);
    }
}
