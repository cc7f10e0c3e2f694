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

    /// <summary>A fit computes the formula of the library a second time, on bare numbers: both must say the same.</summary>
    [Fact]
    public void Refitted_costs_predict_what_the_fit_saw()
    {
        IFamily refitted = new KernelFamily().Refit(Folder.Value, _ => false);
        IReadOnlyList<FamilyScore> scores = Judge.Of([refitted], Folder.Value, null);
        Assert.InRange(scores[0].Score.MedianError!.Value, 0, 0.07);
    }

    [Fact]
    public void Constants_that_ship_are_those_of_the_rows_in_the_repository()
    {
        string shipped = File.ReadAllText(Path.Combine(Root(), "src/MlsdEstimator/Inference/KernelEfficiencies.Data.cs"));
        ConstantsFile fitted = Assert.Single(new KernelFamily().Refit(Folder.Value, _ => false).Constants);
        Assert.Equal("src/MlsdEstimator/Inference/KernelEfficiencies.Data.cs", fitted.Path);
        Assert.Equal(WithoutDates(shipped), WithoutDates(fitted.Text));
    }

    [Theory]
    [InlineData("resnet50", NetworkKind.Convolution, 50.0)]
    [InlineData("se-resnext101-32x4d", NetworkKind.Convolution, 131.3)]
    [InlineData("densenet121", NetworkKind.DenselyConnected, 121.0)]
    [InlineData("tf_efficientnet_b0", NetworkKind.SeparableConvolution, null)]
    [InlineData("vit_base_patch16_224", NetworkKind.Transformer, null)]
    [InlineData("convnext_tiny", NetworkKind.Hybrid, null)]
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

    private static string WithoutDates(string text) => System.Text.RegularExpressions.Regex.Replace(text, @"\d{4}, \d+, \d+", "").ReplaceLineEndings("\n");

    private static string Root()
    {
        DirectoryInfo? at = new(AppContext.BaseDirectory);
        while (at is not null && !File.Exists(Path.Combine(at.FullName, "MlsdEstimator.sln")))
            at = at.Parent;
        return at!.FullName;
    }
}
