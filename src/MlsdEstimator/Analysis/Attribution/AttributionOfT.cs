namespace MlsdEstimator;

/// <summary>A change of a result in parts that sum to it, one for each input that changed.</summary>
/// <typeparam name="T">Type of the result.</typeparam>
public sealed class Attribution<T>
    where T : Quantity<T>, IQuantity<T>
{
    internal Attribution(string? name, T before, T after, T change, IReadOnlyList<AttributionPart<T>> parts, bool isExact)
    {
        (Name, Before, After, Change, Parts, IsExact) = (name, before, after, change, parts, isExact);
    }

    /// <summary>Name of the result, or null.</summary>
    public string? Name { get; }

    /// <summary>The result before, all inputs at their best guess.</summary>
    public T Before { get; }

    /// <summary>The result after.</summary>
    public T After { get; }

    /// <summary>After less before.</summary>
    public T Change { get; }

    /// <summary>The parts, the largest first; they sum to <see cref="Change"/>. Empty when no input changed.</summary>
    public IReadOnlyList<AttributionPart<T>> Parts { get; }

    /// <summary>True when every order of the changes was averaged; false when there were too many and a sample of orders was.</summary>
    public bool IsExact { get; }

    /// <summary>"monthly cost: $100 to $132: users, 10 to 12: $21; price, $10 to $11: $11".</summary>
    public override string ToString() => $"{Name ?? "result"}: {Before} to {After}{(Parts.Count == 0 ? ", no input changed" : ": ")}{string.Join("; ", Parts)}";
}
