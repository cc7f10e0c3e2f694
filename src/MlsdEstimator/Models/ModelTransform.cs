namespace MlsdEstimator;

/// <summary>A change that makes a new model of a model: quantization, distillation, pruning. For others copy the model with <c>with</c>.</summary>
public abstract record ModelTransform
{
    private protected ModelTransform()
    {
    }

    /// <summary>What is added to the model's title: "int8", "distilled 5x".</summary>
    public abstract string Label { get; }

    /// <summary>Quality kept, or null where it is not stated.</summary>
    internal abstract Fraction? Quality { get; }

    internal abstract Model Apply(Model model);

    /// <summary>What the change says about size and about speed.</summary>
    internal abstract string Describe(Model before);

    /// <summary>A shape that takes the place of a model, which has to be larger.</summary>
    private protected static Model Smaller(Model shape, Model model) =>
        shape.Parameters.Value <= model.Parameters.Value
            ? shape
            : throw new ArgumentException($"'{shape.Title}' has {shape.Parameters} parameters and '{model.Title}' {model.Parameters}; give a smaller shape.", nameof(model));

    internal Finding Gain(Model before, Model after) =>
        new(Severity.Note, FindingCodes.CompressionGain, $"{Label}: {Describe(before)} {QualityText}", after.WeightBytes);

    private string QualityText => Quality is null
        ? "What it costs in quality is not stated: measure it."
        : $"That it keeps {Quality} of the quality is an input: measure it on your data.";
}
