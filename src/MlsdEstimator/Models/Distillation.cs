namespace MlsdEstimator;

/// <summary>A smaller student that learned from the model: fewer parameters and operations, some of the quality.</summary>
/// <remarks>
/// Published: DistilBERT has 66M of BERT-base's 110M parameters (1.7 times fewer), half of its layers (1.6 times faster) and keeps 97 % (Sanh et al. 2019);
/// TinyBERT-4 is 7.5 times smaller, 9.4 times faster and keeps 96.8 % (Jiao et al. 2020). Distil before pruning: the student starts dense.
/// </remarks>
public sealed record Distillation : ModelTransform
{
    /// <summary>How many times fewer operations the student does, at least 1; its parameters too, where <see cref="SizeFactor"/> is not given.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Below 1.</exception>
    public required Scalar Factor { get; init => field = Require.AtLeast(1, value, "distillation factor"); }

    /// <summary>How many times fewer parameters, at least 1, where it differs: embeddings shrink less than layers. Default: <see cref="Factor"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Below 1.</exception>
    public Scalar? SizeFactor { get; init => field = value is null ? null : Require.AtLeast(1, value, "distillation size factor"); }

    /// <summary>The student's quality over the teacher's, above 0. No default: it is what the saving is paid with.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not above 0.</exception>
    public required Fraction QualityKept { get; init => field = Require.PositiveFraction(value, "quality kept by distillation"); }

    /// <inheritdoc/>
    public override string Label => $"distilled {Factor}x";

    internal override Fraction? Quality => QualityKept;

    internal override Model Apply(Model model) =>
        model.Sparsity is null
            ? model.Resized(parameters => parameters / (SizeFactor ?? Factor), flops => flops / Factor)
            : throw new ArgumentException($"'{model.Title}' is pruned, and a student starts dense; distil first, then prune.", nameof(model));

    internal override string Describe(Model before) =>
        $"the student does {Factor} times fewer operations; a request gains less where the model is not all of it.";
}
