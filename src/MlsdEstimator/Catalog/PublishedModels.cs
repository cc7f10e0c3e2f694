namespace MlsdEstimator;

/// <summary>Models by name: language models, encoders, vision models, a recommender. Own models: construct a <see cref="Transformer"/> or another shape.</summary>
/// <remarks>
/// Shapes are those of the published configuration files; parameters, cache and operations follow from them and agree with the published counts.
/// A recommender is as it runs in MLPerf, with the tables in the memory of the device.
/// </remarks>
/// <example>
/// <code>
/// Transformer llama = PublishedModels.Transformer("Llama-3-70B");
/// Transformer small = llama.With(Quantization.To(ModelFormat.Int4WeightOnly));
/// small.WeightBytes.Gigabytes      // 39.8: embeddings stay in 16 bits
/// </code>
/// </example>
public static class PublishedModels
{
    /// <summary>All of them, by family.</summary>
    public static IReadOnlyList<PublishedModel> All { get; } =
    [
        .. LlamaModels.All, .. MistralModels.All, .. QwenModels.All, .. GemmaModels.All, .. MixtureModels.All, .. OpenLanguageModels.All, .. EarlierLanguageModels.All,
        .. EncoderModels.All, .. VisionModels.All, .. RecommenderModels.All,
    ];

    /// <summary>A model by its name, by a word that only one name has, or by a part that only one has. Capitals do not matter.</summary>
    /// <param name="name">Name or part of it.</param>
    /// <exception cref="ArgumentException">There is none, or several; the message lists the nearest or the candidates.</exception>
    public static PublishedModel Find(string name) => CatalogueNames.Find(name, All, model => model.Name, _ => [], "model");

    /// <summary>A transformer by its name.</summary>
    /// <param name="name">Name or part of it.</param>
    /// <exception cref="ArgumentException">There is none, or several, or it is no transformer.</exception>
    public static Transformer Transformer(string name) => Shape<Transformer>(name, "transformer");

    /// <summary>A vision model by its name.</summary>
    /// <param name="name">Name or part of it.</param>
    /// <exception cref="ArgumentException">There is none, or several, or it is no vision model.</exception>
    public static ConvNet ConvNet(string name) => Shape<ConvNet>(name, "vision model");

    /// <summary>A recommender by its name.</summary>
    /// <param name="name">Name or part of it.</param>
    /// <exception cref="ArgumentException">There is none, or several, or it is no recommender.</exception>
    public static Recommender Recommender(string name) => Shape<Recommender>(name, "recommender");

    private static T Shape<T>(string name, string what)
        where T : Model =>
        Find(name).Model as T ?? throw new ArgumentException($"'{name}' is a {Find(name).Model.GetType().Name}, not a {what}; read Find(name).Model.", nameof(name));
}
