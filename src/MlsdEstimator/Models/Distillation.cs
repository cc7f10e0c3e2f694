namespace MlsdEstimator;

/// <summary>A smaller student that learned from the model: fewer parameters and operations, some of the quality.</summary>
/// <remarks>
/// Give the student's shape, or a plain factor for models without one: a transformer's cache and speed do not follow from a factor.
/// Published: DistilBERT has 66M of BERT-base's 110M parameters (1.7 times fewer), half of its layers (1.6 times faster) and keeps 97 % (Sanh et al. 2019);
/// TinyBERT-4 is 7.5 times smaller, 9.4 times faster and keeps 96.8 % (Jiao et al. 2020). Distil before pruning: the student starts dense.
/// What it costs to make, and when that is earned back: <see cref="DistillationPayback"/>.
/// </remarks>
/// <example>
/// <code>
/// ranker.With(new Distillation { Factor = 5, QualityKept = 97.Percent });
/// bert.With(new Distillation { Student = PublishedModels.Transformer("DistilBERT"), QualityKept = PublishedQuality.HalfTheLayers });
/// </code>
/// </example>
public sealed record Distillation : ModelTransform
{
    /// <summary>How many times fewer operations the student does, at least 1; its parameters too, where <see cref="SizeFactor"/> is not given. Null where its shape is given.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Below 1.</exception>
    public Scalar? Factor { get; init => field = value is null ? null : Require.AtLeast(1, value, "distillation factor"); }

    /// <summary>How many times fewer parameters, at least 1, where it differs: embeddings shrink less than layers. Default: <see cref="Factor"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Below 1.</exception>
    public Scalar? SizeFactor { get; init => field = value is null ? null : Require.AtLeast(1, value, "distillation size factor"); }

    /// <summary>The student's shape, in place of a factor. It is stored as it says, not as its teacher.</summary>
    public Model? Student { get; init; }

    /// <summary>The student's quality over the teacher's, above 0. No default: it is what the saving is paid with.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not above 0.</exception>
    public required Fraction QualityKept { get; init => field = Require.PositiveFraction(value, "quality kept by distillation"); }

    /// <inheritdoc/>
    public override string Label => Student is null ? $"distilled {Factor}x" : $"distilled to {Student.Title}";

    internal override Fraction? Quality => QualityKept;

    internal override Model Apply(Model model)
    {
        if (model.Sparsity is not null)
            throw new ArgumentException($"'{model.Title}' is pruned, and a student starts dense; distil first, then prune.", nameof(model));
        if ((Factor is null) == (Student is null))
            throw new ArgumentException("A distillation is given by its factor or by its student, one of the two; set Factor or Student.", nameof(model));
        return Student is null ? model.Resized(parameters => parameters / (SizeFactor ?? Factor!), flops => flops / Factor!) : Smaller(Student, model);
    }

    internal override string Describe(Model before) => Student is null
        ? $"the student does {Factor} times fewer operations; a request gains less where the model is not all of it."
        : $"the student has {before.Parameters / Student.Parameters} times fewer parameters and does {before.FlopsPerExample / Student.FlopsPerExample} times fewer operations; a request gains less where the model is not all of it.";
}
