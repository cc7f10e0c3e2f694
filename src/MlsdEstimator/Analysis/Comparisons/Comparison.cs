namespace MlsdEstimator;

/// <summary>Entry points of comparisons.</summary>
public static class Comparison
{
    /// <summary>Compares alternatives draw by draw: which is best, how sure, by how much.</summary>
    /// <remarks>
    /// Less is better, unless the first quantity is marked <see cref="Aspect.MoreIsBetter"/>. An infeasible alternative is never best. Alternatives that are equal
    /// in a draw, up to rounding noise of one part in 10^12, share it.
    /// </remarks>
    /// <param name="alternatives">At least two, each with a name.</param>
    /// <typeparam name="T">Type of what is compared.</typeparam>
    /// <exception cref="ArgumentException">Fewer than two alternatives, or two of one name.</exception>
    /// <example><code>Comparison.Of(("online", online.Cost), ("batch", batch.Cost)).Best</code></example>
    public static Comparison<T> Of<T>(params IReadOnlyList<(string Name, Quantity<T> Quantity)> alternatives)
        where T : Quantity<T>, IQuantity<T> => Of(new SimulationOptions(), alternatives);

    /// <summary>Compares alternatives draw by draw, with draws of your own.</summary>
    /// <param name="options">Number of draws and seed.</param>
    /// <param name="alternatives">At least two, each with a name.</param>
    /// <typeparam name="T">Type of what is compared.</typeparam>
    /// <exception cref="ArgumentException">Fewer than two alternatives, or two of one name.</exception>
    public static Comparison<T> Of<T>(SimulationOptions options, params IReadOnlyList<(string Name, Quantity<T> Quantity)> alternatives)
        where T : Quantity<T>, IQuantity<T>
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(alternatives);
        if (alternatives.Count < 2)
            throw new ArgumentException($"A comparison needs at least 2 alternatives, but has {alternatives.Count}.", nameof(alternatives));
        foreach ((string _, Quantity<T> quantity) in alternatives)
            Require.NotNull(quantity, nameof(alternatives));
        if (alternatives.Select(alternative => Require.NotBlank(alternative.Name, nameof(alternatives))).Distinct().Count() < alternatives.Count)
            throw new ArgumentException("Two alternatives have the same name; give each its own.", nameof(alternatives));
        return new Comparison<T>(alternatives, options);
    }

    /// <summary>Compares alternatives whose type is known only when the program runs, such as results found by name.</summary>
    /// <param name="options">Number of draws and seed.</param>
    /// <param name="alternatives">At least two of one type, each with a name.</param>
    /// <exception cref="ArgumentException">Fewer than two alternatives, two of one name, or of different types.</exception>
    /// <example><code>IComparison costs = Comparison.OfAny(options, ("now", before["CPU cost"]), ("later", after["CPU cost"]));</code></example>
    public static IComparison OfAny(SimulationOptions options, params IReadOnlyList<(string Name, IQuantity Quantity)> alternatives)
    {
        Require.NotEmpty(alternatives, nameof(alternatives));
        return Require.NotNull(alternatives[0].Quantity, nameof(alternatives)).Accept(new Typed(options, alternatives));
    }

    private sealed class Typed(SimulationOptions options, IReadOnlyList<(string Name, IQuantity Quantity)> alternatives) : IQuantityVisitor<IComparison>
    {
        public IComparison Visit<T>(T quantity)
            where T : Quantity<T>, IQuantity<T> =>
            Of<T>(options, [.. alternatives.Select(alternative => (alternative.Name, (Quantity<T>)Require.SameType(alternative.Quantity, quantity, nameof(alternatives))))]);
    }
}
