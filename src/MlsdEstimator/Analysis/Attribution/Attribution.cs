namespace MlsdEstimator;

/// <summary>Entry points of attribution: how much of a change came from which input.</summary>
/// <remarks>
/// Parts are Shapley values: the inputs are changed one after the other, each is given the step it causes, and that is averaged over all orders. It is the only rule whose
/// parts sum to the change, that treats inputs alike which act alike, gives nothing to one that changes nothing, and adds up over sums of results; unlike logarithmic or gradient
/// rules it holds across ceilings, branches, signs and zeros. What two inputs do only together is shared equally between them. Up to 12 changed inputs are averaged over every
/// order; for more, over 1,024 random orders, with a standard error for each part. All other inputs stay at their best guess.
/// </remarks>
public static class Attribution
{
    /// <summary>Explains the change between two builds of one model, such as last year's worksheet and this year's.</summary>
    /// <remarks>
    /// The two are laid over each other step by step. Where they are built differently, the smallest named quantity around the difference counts as one part.
    /// A number bought (a decision) counts as an input of its own.
    /// </remarks>
    /// <param name="before">The result before.</param>
    /// <param name="after">The same result, built with other inputs.</param>
    /// <typeparam name="T">Type of the result.</typeparam>
    /// <exception cref="ArgumentException">The two are not built alike, and no named quantity lies around the difference.</exception>
    /// <exception cref="EstimateException">A result is infeasible, or would be with a part of the changes.</exception>
    /// <example><code>
    /// Attribution&lt;Spend&gt; why = Attribution.Between(before: lastYear.Cost, after: thisYear.Cost);
    /// Console.WriteLine(why);   // monthly cost: $100 to $132: users, 10 to 12: $21; price, $10 to $11: $11
    /// </code></example>
    public static Attribution<T> Between<T>(Quantity<T> before, Quantity<T> after)
        where T : Quantity<T>, IQuantity<T>
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        _ = (before.BaseValue, after.BaseValue);
        ModelPair pair = new PairWalk(changes: null).Of(before.Node, after.Node)
            ?? throw new ArgumentException(
                $"'{after.Name ?? "The result after"}' is not built as '{before.Name ?? "the result before"}' is; attribute between two builds of one model, or name the quantity whose formula changed in both.", nameof(after));
        return Of(after.Name ?? before.Name, (T)before, pair);
    }

    /// <summary>Explains what given changes of inputs do to a result.</summary>
    /// <param name="result">The result.</param>
    /// <param name="changes">Inputs with their values before and after, each once.</param>
    /// <typeparam name="T">Type of the result.</typeparam>
    /// <exception cref="ArgumentException">No change is given, an input is given twice, or the result does not depend on one.</exception>
    /// <exception cref="EstimateException">The result is infeasible before, after, or with a part of the changes.</exception>
    /// <example><code>Attribution.Between(cost, InputChange.Of(users, 700.Million), InputChange.Of(price, 2.Dollars, 3.Dollars))</code></example>
    public static Attribution<T> Between<T>(Quantity<T> result, params IReadOnlyList<InputChange> changes)
        where T : Quantity<T>, IQuantity<T>
    {
        ArgumentNullException.ThrowIfNull(result);
        Require.NotEmpty(changes, nameof(changes));
        HashSet<Node> reachable = [.. GraphWalk.OperandsFirst([result.Node])];
        var byNode = new Dictionary<Node, InputChange>(ReferenceEqualityComparer.Instance);
        foreach (InputChange change in changes)
        {
            if (!reachable.Contains(Require.NotNull(change, nameof(changes)).Node))
                throw new ArgumentException($"'{result.Name ?? "The result"}' does not depend on '{NamedInputs.LabelOf(change.Input)}'.", nameof(changes));
            if (!byNode.TryAdd(change.Node, change))
                throw new ArgumentException($"'{NamedInputs.LabelOf(change.Input)}' is given twice; give each input once.", nameof(changes));
        }
        return Of(result.Name, (T)result, new PairWalk(byNode).Of(result.Node, result.Node)!);
    }

    private static Attribution<T> Of<T>(string? name, T like, ModelPair pair)
        where T : Quantity<T>, IQuantity<T>
    {
        ShapleyParts parts = ShapleyParts.Of(pair, like.Name ?? $"The {T.Dimension.Name}");
        double change = parts.After - parts.Before;
        AttributionPart<T> Part(int i) => new(
            pair.Players[i].Name, pair.Players[i].Text(pair.Players[i].Before), pair.Players[i].Text(pair.Players[i].After),
            Value<T>(parts.Values[i]), change == 0 ? null : parts.Values[i] / change, parts.Errors is null ? null : Value<T>(parts.Errors[i]));
        return new Attribution<T>(name, Value<T>(parts.Before), Value<T>(parts.After), Value<T>(change), [.. parts.LargestFirst.Select(Part)], parts.Errors is null);
    }

    private static T Value<T>(double value)
        where T : Quantity<T>, IQuantity<T> => Quantity<T>.Create(new ConstantNode(T.Dimension, value));
}
