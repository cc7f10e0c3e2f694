namespace MlsdEstimator;

/// <summary>Named quantities under a title: what <see cref="Estimator.Of"/> makes.</summary>
internal sealed record LooseQuantities : Estimator
{
    public LooseQuantities(string title, IReadOnlyList<IQuantity> results)
    {
        Title = title;
        Require.NotEmpty(results, nameof(results));
        foreach (IQuantity result in results)
        {
            if (Require.NotNull(result, nameof(results)).Name is null)
                throw new ArgumentException($"A result of '{title}' has no name ({result}); give it one with Named(\"...\").", nameof(results));
        }
        Results = [.. results];
    }

    public override IReadOnlyList<IQuantity> Results { get; }
}
