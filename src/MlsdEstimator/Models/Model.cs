namespace MlsdEstimator;

/// <summary>A model as a design sees it: parameters, their bytes in a format, operations. Its shapes give more: a transformer its KV cache, a recommender its tables.</summary>
/// <remarks>
/// weight bytes = weights x bytes per weight; with sparsity s: weights x ((1 - s) x bytes per weight + 1 bit of index). That is a file, or a format made for zeros;
/// what is loaded and read in a step is dense: zeros take their place like other weights.
/// Changes (<see cref="Quantization"/>, <see cref="Distillation"/>, <see cref="Pruning"/>) make new models: see <see cref="ModelExtensions"/>.
/// </remarks>
public abstract record Model : Estimator
{
    private protected Model()
    {
    }

    /// <summary>How weights are stored and multiplied. No default: it decides memory and speed.</summary>
    public abstract ModelFormat Format { get; init; }

    /// <summary>All weights, above 0; embeddings included.</summary>
    public Scalar Parameters => AllParameters;

    /// <summary>Operations of one forward pass for one example; a multiplication and an addition are two. For a transformer: one token, its context left out.</summary>
    public FlopCount FlopsPerExample => FlopsOfExample;

    /// <summary>Bytes of the weights as stored, embeddings included; zeros that <see cref="Pruning"/> made are not stored.</summary>
    public abstract DataSize WeightBytes { get; }

    /// <summary>Bytes of the weights in the memory of a device, zeros included: frameworks and serving stacks load pruned weights dense. More than <see cref="WeightBytes"/> for sparse models only.</summary>
    public DataSize LoadedBytes => Sparsity is null ? WeightBytes : Result("weight bytes loaded", () => (this with { Sparsity = null }).WeightBytes);

    /// <summary>Weights that are zero and need not be stored, or null when all are stored. Set by <see cref="Pruning"/>.</summary>
    public Fraction? Sparsity { get; internal init; }

    /// <summary>True when two of every four weights are zero, which some hardware multiplies faster. Set by <see cref="Pruning"/>.</summary>
    public bool IsTwoOfFour { get; internal init; }

    /// <summary>Quality kept by the changes that said so, multiplied; null when none did. An input of theirs, not a prediction.</summary>
    public Fraction? QualityKept
    {
        get => field is null ? null : Result("quality kept", () => field);
        internal init;
    }

    /// <summary>Operations for each byte of weights loaded when one example is computed at a time; a batch of b has b times as many.</summary>
    public Quotient<FlopCount, DataSize> ArithmeticIntensity => Result("arithmetic intensity at batch 1", () => FlopsPerExample.Per(LoadedBytes));

    /// <inheritdoc/>
    public override IReadOnlyList<IQuantity> Results => QualityKept is null ? Sizes : [.. Sizes, QualityKept];

    /// <summary>What each change brings and what it does not.</summary>
    public override IReadOnlyList<Finding> Findings => Before is null || Change is null ? [] : [.. Before.Findings, Change.Gain(Before, this)];

    /// <summary>The model before the last change.</summary>
    internal Model? Before { get; init; }

    /// <summary>The last change.</summary>
    internal ModelTransform? Change { get; init; }

    /// <summary>False for models without matrices: they cannot be quantized, thinned or distilled by a factor.</summary>
    internal virtual bool HasMatrices => true;

    /// <summary>Bytes of a weight of the layers as stored, with its index where sparsity leaves others out.</summary>
    internal DataSize BytesPerStoredWeight =>
        Sparsity is null ? Format.Weights.BytesPerValue : ((1 - Sparsity) * Format.Weights.BytesPerValue) + ModelDefaults.IndexPerWeight;

    /// <summary>What <see cref="Parameters"/> reads: an input of some models, a result of others.</summary>
    private protected abstract Scalar AllParameters { get; }

    /// <summary>What <see cref="FlopsPerExample"/> reads.</summary>
    private protected abstract FlopCount FlopsOfExample { get; }

    /// <summary>Results before those that every model has at the end.</summary>
    private protected virtual IReadOnlyList<IQuantity> Sizes => [WeightBytes, FlopsPerExample, ArithmeticIntensity];

    /// <summary>Whether the weights fit a device; infeasible, with what would help, where they do not.</summary>
    /// <param name="device">The device.</param>
    /// <param name="memoryForWeights">Part of its memory that weights may take, above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">The part is not above 0.</exception>
    public WeightPlacement FitsOn(Accelerator device, Fraction memoryForWeights) =>
        new() { Title = $"{Title} on {device}", Model = this, Device = device, MemoryForWeights = memoryForWeights };

    /// <summary>The same kind of model with fewer parameters and operations; a shape that does not follow from two factors refuses.</summary>
    internal abstract Model Resized(Func<Scalar, Scalar> parameters, Func<FlopCount, FlopCount> flops);

    internal Model Changed(ModelTransform change) => change.Apply(this) with
    {
        Title = $"{Title}, {change.Label}",
        QualityKept = QualityKept is null ? change.Quality : change.Quality is null ? QualityKept : QualityKept * change.Quality,
        Before = this,
        Change = change,
    };

    /// <summary>Bytes of so many weights, less what sparsity leaves out.</summary>
    private protected DataSize Stored(Scalar weights) => weights * BytesPerStoredWeight;
}
