namespace MlsdEstimator;

/// <summary>The names of the inputs below measured quantities.</summary>
internal static class InputNames
{
    public static Dictionary<Node, string> Of(IEnumerable<Measurement> measurements)
    {
        var names = new Dictionary<Node, string>(ReferenceEqualityComparer.Instance);
        foreach (Measurement measurement in measurements)
        {
            foreach ((Node leaf, IQuantity input) in NamedInputs.Of(measurement.Quantity.Node))
            {
                if (leaf is LeafNode && input.Name is string name)
                    names.TryAdd(leaf, name);
            }
        }
        return names;
    }
}
