namespace MlsdEstimator.Accuracy.Tests;

public class FittingTests
{
    private static readonly Lazy<ValidationFolder> Folder = new(() => new ValidationFolder(ValidationFolder.Default));

    /// <summary>Rosenbrock's valley: the minimum is at (1, 1).</summary>
    [Fact]
    public void Least_squares_finds_the_end_of_a_curved_valley()
    {
        double[] found = LeastSquares.Minimise(at => [10 * (at[1] - at[0] * at[0]), 1 - at[0]], [-1.2, 1]);
        Assert.Equal(1, found[0], 6);
        Assert.Equal(1, found[1], 6);
    }

    /// <summary>Pseudo-Huber: sqrt(2 (sqrt(1 + z^2) - 1)); 2 (sqrt 2 - 1) = 0.828427 at 1.</summary>
    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 0.9101797211244547)]
    [InlineData(-1, -0.9101797211244547)]
    public void Softened_residual_is_that_of_pseudo_Huber(double residual, double expected) => Assert.Equal(expected, LeastSquares.Softened(residual), 12);

    /// <summary>Pseudo-Huber's slope by differences of 1e-6; and where the residual is too small for a quotient.</summary>
    [Theory]
    [InlineData(-2)]
    [InlineData(0.3)]
    [InlineData(5)]
    public void Slope_of_the_softened_residual_is_its_difference(double residual) =>
        Assert.Equal((LeastSquares.Softened(residual + 1e-6) - LeastSquares.Softened(residual - 1e-6)) / 2e-6, LeastSquares.SoftenedSlope(residual), 8);

    [Fact]
    public void Slope_of_the_softened_residual_is_1_at_nought() => Assert.Equal(1, LeastSquares.SoftenedSlope(0));

    /// <summary>A fit computes the formula of the library a second time, on bare numbers: both must say the same.</summary>
    [Fact]
    public void Fit_of_networks_computes_what_the_library_does()
    {
        NetworkRow[] rows = [.. NetworkRows.Of(Folder.Value).Where(row => row.Refusal is null).DistinctBy(row => (row.Engine, row.Step.Work.Kind, row.Step.Device.Kind))];
        var layout = new NetworkLayout(rows.Select(NetworkParts.Of));
        double[] parameters = [.. layout.Usual.Select((usual, index) => usual + 0.1 * (index % 7))];
        NetworkEfficiencies same = EfficienciesOf(layout, parameters);
        Assert.All(rows, row => Assert.Equal(
            Math.Log(row.SecondsPerBatch / (row.Step with { Efficiencies = same }).Step.Seconds), TermsOf(row, layout).Error(parameters), 9));
    }

    [Fact]
    public void Slopes_of_a_fit_are_its_differences()
    {
        NetworkRow[] rows = [.. NetworkRows.Of(Folder.Value).Where(row => row.Refusal is null).DistinctBy(row => row.Engine)];
        var layout = new NetworkLayout(rows.Select(NetworkParts.Of));
        foreach (NetworkTerms terms in rows.Select(row => TermsOf(row, layout)))
        {
            (double error, IReadOnlyList<(int Parameter, double Slope)> slopes) = terms.WithSlopes(layout.Usual);
            Assert.Equal(terms.Error(layout.Usual), error, 12);
            foreach ((int parameter, double slope) in slopes)
                Assert.Equal((terms.Error(Moved(layout.Usual, parameter, 1e-6)) - terms.Error(Moved(layout.Usual, parameter, -1e-6))) / 2e-6, slope, 1e-7);
        }
    }

    /// <summary>Every withheld block is off by 0.1645, 90 % of a normal law of 0.1; devices are off by more, of which blocks know nothing: 0.1 x 0.9^0.5 and 0.1 x 0.1^0.5.</summary>
    [Fact]
    public void What_a_stack_shares_is_a_part_of_what_withheld_blocks_show()
    {
        NetworkRow[] rows = [.. NetworkRows.Of(new ValidationFolder(ValidationFolder.Default)).Where(row => row.Refusal is null && row.Step.Stack == NetworkRuntime.TensorRt)];
        var spreads = new NetworkSpreads([.. rows.Select((row, i) => (row, i % 2 == 0 ? 0.1645 : -0.1645))], [.. rows.Select(row => (row, 0.5))], _ => 0);
        (DeviceClass, string) stack = (DeviceClass.Accelerator, NetworkRuntime.TensorRt.Name);

        Assert.Equal(0.0948683, spreads.OfStack(stack), 5);
        Assert.Equal(0.0316228, spreads.OfPair(stack, NetworkKind.Hybrid), 5);
        Assert.Equal(0.1, spreads.OfKind(DeviceClass.Accelerator, NetworkKind.Hybrid), 5);
        Assert.Equal(0.3640055, spreads.OfPair(stack, NetworkKind.DenselyConnected), 5); // not seen in this stack: (0.1^2 + 0.35^2)^0.5
    }

    /// <summary>MLPerf v4.1, 3D U-Net on eight H200 at full power and as MaxQ.</summary>
    [Fact]
    public void Capped_device_keeps_its_share_of_the_speed()
    {
        NetworkRow[] rows = [.. NetworkRows.Of(new ValidationFolder(ValidationFolder.Default))];
        NetworkRow full = rows.Single(row => row.Id == "mlp41-0343"), capped = rows.Single(row => row.Id == "mlp41-0359");

        Assert.Equal(0.757, ((Prediction)capped.Predicted(null)).Nominal / ((Prediction)full.Predicted(null)).Nominal, 9);
        Assert.Equal(0.757 * 64 / 5.208, capped.SecondsPerBatch, 9);
        Assert.Equal(64 / 6.8392, full.SecondsPerBatch, 9);
    }

    [Fact]
    public void Refitted_costs_predict_what_the_fit_saw()
    {
        IFamily refitted = new KernelFamily().Refit(Folder.Value, _ => false);
        IReadOnlyList<FamilyScore> scores = Judge.Of([refitted], Folder.Value, null);
        Assert.InRange(scores[0].Score.MedianError!.Value, 0, 0.07);
    }

    [Theory]
    [InlineData("kernels", "KernelEfficiencies.Data.cs")]
    [InlineData("compression", "GainEfficiencies.Data.cs")]
    public void Constants_that_ship_are_those_of_the_rows_in_the_repository(string family, string file)
    {
        string shipped = File.ReadAllText(Path.Combine(Root(), "src/MlsdEstimator/Inference", file));
        ConstantsFile fitted = Assert.Single(FamilyCatalog.All.Single(one => one.Name == family).Refit(Folder.Value, _ => false).Constants);
        Assert.Equal($"src/MlsdEstimator/Inference/{file}", fitted.Path);
        Assert.Equal(WithoutDates(shipped), WithoutDates(fitted.Text));
    }

    /// <summary>Six changes that keep what they promise, and two of another kind that keep a twentieth: five of the usual outweigh the two.</summary>
    [Fact]
    public void Two_pairs_far_out_do_not_decide_what_a_kind_of_change_keeps()
    {
        var fitted = GainFit.Of([.. Enumerable.Range(0, 6).Select(_ => Pair(narrow: false, 1)), Pair(narrow: true, 0.05), Pair(narrow: true, 0.05)], new DateOnly(2026, 11, 21));
        Assert.Equal(1, fitted.Of(GainKind.SmallerNetwork, NetworkRuntime.Unknown).Middle, 9);
        Assert.Equal(1, fitted.Of(GainKind.NarrowerOnAccelerator, NetworkRuntime.Unknown).Middle, 9);
        Assert.Equal(1, fitted.Of(GainKind.Zeros, NetworkRuntime.Unknown).Middle, 9);
        Assert.Equal(0.25, fitted.Of(GainKind.NarrowerOnAccelerator, NetworkRuntime.Unknown).Spread, 9);
    }

    /// <summary>All on one device, and exact: what is left is half the variance of the kind (5 of 11), and the spread between devices (6 of 11).</summary>
    [Fact]
    public void Stack_of_one_device_has_the_spread_between_devices()
    {
        var fitted = GainFit.Of([.. Enumerable.Range(0, 6).Select(_ => Pair(narrow: false, 1))], new DateOnly(2026, 11, 21));
        double kind = Math.Sqrt(5 * 0.0625 / 11);
        Assert.Equal(kind, fitted.Of(GainKind.SmallerNetwork, NetworkRuntime.Unknown).Spread, 9);
        Assert.Equal(Math.Sqrt((6 * 0.0225 + 5 * kind * kind) / 11), fitted.Of(GainKind.SmallerNetwork, NetworkRuntime.TensorRt).Spread, 9);
    }

    /// <summary>A pair whose measured speed-up is a part of the promised one.</summary>
    private static CompressionRow Pair(bool narrow, double kept)
    {
        NetworkRow row = NetworkRows.Of(Folder.Value).First(row => row.Refusal is null && row.Step.Stack == NetworkRuntime.TensorRt && row.Step.Format == ModelFormat.Int8);
        NetworkStep before = row.Step with { Format = narrow ? ModelFormat.Fp16 : ModelFormat.Int8 };
        NetworkStep after = narrow ? row.Step : before with { Work = before.Work with { Flops = before.Work.Flops / 2 } };
        double promised = before.Step.BaseValue / after.Step.BaseValue;
        return new CompressionRow { Id = "1", Model = row.Model, Device = row.Device, Engine = row.Engine, Value = kept * promised, Gain = new StepGain { Before = before, After = after } };
    }

    [Theory]
    [InlineData("resnet50", NetworkKind.Convolution, 50.0)]
    [InlineData("se-resnext101-32x4d", NetworkKind.GroupedConvolution, 131.3)]
    [InlineData("regnety_032", NetworkKind.GroupedConvolution, null)]
    [InlineData("tf_mixnet_s", NetworkKind.BranchedConvolution, null)]
    [InlineData("nasnetalarge", NetworkKind.BranchedConvolution, null)]
    [InlineData("mnasnet_100", NetworkKind.SeparableConvolution, null)]
    [InlineData("vitamin_large_256", NetworkKind.Hybrid, null)]
    [InlineData("densenet121", NetworkKind.DenselyConnected, 121.0)]
    [InlineData("tf_efficientnet_b0", NetworkKind.SeparableConvolution, null)]
    [InlineData("vit_base_patch16_224", NetworkKind.Transformer, null)]
    [InlineData("convnext_tiny", NetworkKind.DepthwiseBlocks, null)]
    [InlineData("mobilevit_s", NetworkKind.Hybrid, null)]
    public void Names_say_kind_and_layers(string model, NetworkKind kind, double? layers)
    {
        Assert.Equal(kind, PublishedNames.KindOf(model));
        Assert.Equal(layers, PublishedNames.LayersOf(model)?.Value);
    }

    [Theory]
    [InlineData("PyTorch 2.4.0 eager", "PyTorch eager")]
    [InlineData("PyTorch 2.4.0 torch.compile", "PyTorch compiled")]
    [InlineData("TensorFlow NGC + XLA", "TensorFlow XLA")]
    [InlineData("TensorRT 10.2.0, CUDA 12.4", "TensorRT")]
    [InlineData("KRAI Inference Library Technology (KILT) with ONNX Runtime support", "ONNX Runtime")]
    [InlineData("something else", "unknown stack")]
    public void Engines_say_their_stack(string engine, string stack) => Assert.Equal(stack, PublishedNames.StackOf(engine).Name);

    private static NetworkTerms TermsOf(NetworkRow row, NetworkLayout layout) => new(NetworkParts.Of(row), layout.TermsOf(NetworkParts.Of(row)));

    private static double[] Moved(double[] from, int parameter, double by) => [.. from.Select((value, index) => index == parameter ? value + by : value)];

    private static NetworkEfficiencies EfficienciesOf(NetworkLayout layout, double[] parameters) => new(
        [.. layout.Stacks.Select((stack, index) => layout.CostsOf(index, parameters) is var c ? new NetworkCost(stack.Device, stack.Stack, c[0], c[1], c[2], c[3], c[4], 0.1, 1, 1) : null!)],
        [.. layout.Kinds.Select(kind => layout.FactorsOf(kind.Device, kind.Kind, parameters) is var f ? new NetworkKindCost(kind.Device, kind.Kind, f[0], f[1], f[2], f[3], 0.1) : null!)],
        [.. layout.Pairs.Select((pair, index) => layout.PairOf(index, parameters) is var f ? new NetworkPairCost(pair.Device, pair.Stack, pair.Kind, f[0], f[1], 0.1) : null!)],
        layout.EnergyOf(parameters),
        new DateOnly(2026, 11, 21));

    private static string WithoutDates(string text) => System.Text.RegularExpressions.Regex.Replace(text, @"\d{4}, \d+, \d+", "").ReplaceLineEndings("\n");

    private static string Root()
    {
        DirectoryInfo? at = new(AppContext.BaseDirectory);
        while (at is not null && !File.Exists(Path.Combine(at.FullName, "MlsdEstimator.sln")))
            at = at.Parent;
        return at!.FullName;
    }
}
