namespace MlsdEstimator;

/// <summary>A model of the catalogue, as it was published.</summary>
public sealed record PublishedModel
{
    internal PublishedModel(Model model, string source)
    {
        Model = model;
        Source = source;
    }

    /// <summary>Name: "Llama-2-7B".</summary>
    public string Name => Model.Title;

    /// <summary>Its shape, in the format of its weights. Change that with <see cref="ModelExtensions"/>.</summary>
    public Model Model { get; }

    /// <summary>Where the shape comes from.</summary>
    public string Source { get; }

    /// <summary>Date of the look-up. Shapes of published weights do not change.</summary>
    public DateOnly AsOf { get; } = new(2026, 11, 1);

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}
