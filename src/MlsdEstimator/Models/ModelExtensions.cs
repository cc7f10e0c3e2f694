namespace MlsdEstimator;

/// <summary>Changes of models.</summary>
public static class ModelExtensions
{
    extension<T>(T model)
        where T : Model
    {
        /// <summary>A new model with one change; changes compose, and the title lists them: "ranker, distilled 5x, int8".</summary>
        /// <param name="transform">Quantization, distillation or pruning.</param>
        /// <exception cref="ArgumentException">The change does not apply to this model.</exception>
        public T With(ModelTransform transform)
        {
            ArgumentNullException.ThrowIfNull(model);
            Model changed = model.Changed(Require.NotNull(transform, nameof(transform)));
            return changed as T ?? throw new ArgumentException($"'{model.Title}' is a {typeof(T).Name} and the new shape a {changed.GetType().Name}; convert the model to Model first.", nameof(transform));
        }
    }
}
