namespace MlsdEstimator;

/// <summary>A model whose every weight takes part in every example: parameters, operations, precision, and what follows for memory.</summary>
/// <remarks>
/// weight bytes = parameters x bytes per weight; with sparsity s: parameters x ((1 - s) x bytes per weight + 1 bit of index).
/// Embedding tables are not weights in this sense: they take memory but hardly any operations.
/// </remarks>
/// <example>
/// <code>
/// var ranker = new DenseModel { Parameters = 10.Million, FlopsPerExample = 10.Gigaflops, Precision = Precision.Fp16 };
/// DenseModel small = ranker.With(new Distillation { Factor = 5, QualityKept = 97.Percent }).With(Quantization.To(Precision.Int8));
/// </code>
/// </example>
public sealed record DenseModel : Estimator
{
    /// <summary>Number of weights, above 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not above 0.</exception>
    public required Scalar Parameters { get; init => field = Require.Positive(value, "parameters"); }

    /// <summary>How the weights are stored and multiplied. No default: it decides memory and speed.</summary>
    public required Precision Precision { get; init => field = Require.NotNull(value, "precision"); }

    /// <summary>
    /// Operations of one forward pass for one example or request, above 0; a multiplication and an addition are two. Default: 2 x parameters (Kaplan et al. 2020).
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">Not above 0.</exception>
    public FlopCount FlopsPerExample
    {
        get => Result("FLOPs per example", () => field ?? FlopCount.Flop * (Parameters * ModelDefaults.FlopsPerParameter));
        init => field = Require.Positive(value, "FLOPs per example");
    }

    /// <summary>Weights that are zero and not stored, or null when all are stored. Set by <see cref="Pruning"/>.</summary>
    public Fraction? Sparsity { get; internal init; }

    /// <summary>True when two of every four weights are zero, which some hardware multiplies faster. Set by <see cref="Pruning"/>.</summary>
    public bool IsTwoOfFour { get; internal init; }

    /// <summary>Quality kept by the changes that said so, multiplied; null when none did. An input of theirs, not a prediction.</summary>
    public Fraction? QualityKept
    {
        get => field is null ? null : Result("quality kept", () => field);
        internal init;
    }

    /// <summary>Memory of the weights.</summary>
    public DataSize WeightBytes => Result("weight bytes", () => Parameters * PerWeight);

    /// <summary>Operations for each byte of weights when one example is computed at a time; a batch of b has b times as many.</summary>
    public Quotient<FlopCount, DataSize> ArithmeticIntensity => Result("arithmetic intensity at batch 1", () => FlopsPerExample.Per(WeightBytes));

    /// <inheritdoc/>
    public override IReadOnlyList<IQuantity> Results =>
        QualityKept is null ? [WeightBytes, FlopsPerExample, ArithmeticIntensity] : [WeightBytes, FlopsPerExample, ArithmeticIntensity, QualityKept];

    /// <summary>What each change brings and what it does not.</summary>
    public override IReadOnlyList<Finding> Findings => Before is null || Change is null ? [] : [.. Before.Findings, Change.Gain(Before, this)];

    /// <summary>The model before the last change.</summary>
    internal DenseModel? Before { get; init; }

    /// <summary>The last change.</summary>
    internal ModelTransform? Change { get; init; }

    private DataSize PerWeight =>
        Sparsity is null ? Precision.BytesPerWeight : ((1 - Sparsity) * Precision.BytesPerWeight) + ModelDefaults.IndexPerWeight;

    /// <summary>Whether the weights fit a device; infeasible, with what would help, where they do not.</summary>
    /// <param name="device">The device.</param>
    /// <param name="memoryForWeights">Part of its memory that weights may take, above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">The part is not above 0.</exception>
    public WeightPlacement FitsOn(Accelerator device, Fraction memoryForWeights) =>
        new() { Title = $"{Title} on {device}", Model = this, Device = device, MemoryForWeights = memoryForWeights };

    /// <summary>A new model with one change; changes compose, and the title lists them: "ranker, distilled 5x, int8".</summary>
    /// <param name="transform">Quantization, distillation or pruning.</param>
    /// <exception cref="ArgumentException">The change does not apply to this model.</exception>
    public DenseModel With(ModelTransform transform)
    {
        ModelTransform change = Require.NotNull(transform, nameof(transform));
        return change.Apply(this) with
        {
            Title = $"{Title}, {change.Label}",
            QualityKept = QualityKept is null ? change.Quality : change.Quality is null ? QualityKept : QualityKept * change.Quality,
            Before = this,
            Change = change,
        };
    }
}
