namespace MlsdEstimator;

/// <summary>Weights taken out.</summary>
/// <remarks>
/// Unstructured, sparsity s: bytes stored x (1 - s) plus 1 bit of index for each weight. Bytes loaded (<see cref="Model.LoadedBytes"/>), bytes read and operations stay, because
/// ordinary software loads and reads zeros and ordinary hardware multiplies them: no step gets faster.
/// (Engines made for it gain some: 3.2 times at 95 % on a CPU, MLPerf Inference v4.1 open division, DeepSparse; give such a speed as measured.)
/// Structured: parameters and operations x (1 - s). 2:4: half of the weights stored; matrix products run 1.24 to 1.85 times as fast, best guess 1.5 and never above 2, where the
/// device (<see cref="Accelerator.HasTwoOfFour"/>) and the stack have it: TensorRT, TensorRT-LLM's engines and PyTorch. vLLM took its kernels out in version 0.19 (vllm-project/vllm
/// #36799). Weights are still counted as loaded and read dense, except in 4 bits in compiled PyTorch, whose Sparse-Marlin kernels generate 1.25 times as fast (pytorch/ao, A100).
/// </remarks>
public sealed record Pruning : ModelTransform
{
    private Pruning(PruningPattern pattern, Fraction sparsity)
    {
        Pattern = pattern;
        Sparsity = Require.FractionBelowOne(sparsity, "sparsity");
    }

    private Pruning(Model shape)
    {
        Pattern = PruningPattern.Structured;
        Shape = Require.NotNull(shape, nameof(shape));
    }

    /// <summary>Two of every four neighbouring weights are zero: prompts, large batches and encoders gain on devices and stacks that skip them; small batches read dense weights and do not.</summary>
    public static Pruning TwoOfFour { get; } = new(PruningPattern.TwoOfFour, Fraction.FromRatio(0.5));

    /// <summary>Which weights.</summary>
    public PruningPattern Pattern { get; }

    /// <summary>Part of the weights that is taken out; null where the shape that is left says it.</summary>
    public Fraction? Sparsity { get; }

    /// <summary>The shape that is left, or null where a part says it.</summary>
    public Model? Shape { get; }

    /// <summary>Quality kept, measured after over before; null when it was not measured.</summary>
    public Fraction? QualityKept { get; init => field = value is null ? null : Require.Named<Fraction>(value, "quality kept by pruning"); }

    /// <inheritdoc/>
    public override string Label => Pattern switch
    {
        PruningPattern.Structured => Shape is null ? $"{Sparsity} cut" : $"cut to {Shape.Title}",
        PruningPattern.TwoOfFour => "2:4 sparse",
        _ => $"{Sparsity} sparse",
    };

    internal override Fraction? Quality => QualityKept;

    /// <summary>Single weights anywhere.</summary>
    /// <param name="sparsity">Part that is taken out, below 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">All of it.</exception>
    public static Pruning Unstructured(Fraction sparsity) => new(PruningPattern.Unstructured, sparsity);

    /// <summary>Whole channels, heads or layers.</summary>
    /// <param name="sparsity">Part that is taken out, below 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">All of it.</exception>
    public static Pruning Structured(Fraction sparsity) => new(PruningPattern.Structured, sparsity);

    /// <summary>Whole channels, heads or layers, given by the shape that is left: needed for a transformer, whose cache follows from its shape.</summary>
    /// <param name="shape">What is left, stored as it says.</param>
    public static Pruning To(Model shape) => new(shape);

    internal override Model Apply(Model model)
    {
        if (Shape is not null)
            return Smaller(Shape, model);
        return Pattern == PruningPattern.Structured
            ? model.Resized(parameters => parameters * (1 - Sparsity!), flops => flops * (1 - Sparsity!))
            : Sparse(model);
    }

    internal override string Describe(Model before) => Pattern switch
    {
        PruningPattern.Structured when Shape is null => $"{Sparsity} fewer weights and operations, once the channels or layers are really cut out.",
        PruningPattern.Structured => $"{before.Parameters / Shape.Parameters} times fewer weights and {before.FlopsPerExample / Shape.FlopsPerExample} times fewer operations.",
        PruningPattern.TwoOfFour => "half of the weights. At most twice as fast, on hardware with sparse arithmetic only, and only in its matrix products.",
        _ => $"{Sparsity} of the weights need not be stored, at 1 bit of index for each. Ordinary hardware multiplies the zeros: no faster.",
    };

    private Model Sparse(Model model) =>
        !model.HasMatrices ? throw new ArgumentException($"'{model.Title}' has no matrices to thin out; give the smaller model itself.", nameof(model))
        : model.Sparsity is null
            ? model with { Sparsity = Sparsity, IsTwoOfFour = Pattern == PruningPattern.TwoOfFour }
            : throw new ArgumentException($"'{model.Title}' is already {model.Sparsity} sparse; prune once, with the total sparsity.", nameof(model));
}
