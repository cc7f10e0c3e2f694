namespace MlsdEstimator;

/// <summary>What may be wrong when a load is divided by the capacity of a replica.</summary>
internal static class CapacityFindings
{
    public static IEnumerable<Finding> Of(Load load, Capacity capacity, Scalar need)
    {
        if (!string.Equals(load.Counts, capacity.Counts, StringComparison.OrdinalIgnoreCase))
            yield return new Finding(Severity.Warning, FindingCodes.CountsDiffer, $"A load of {load.Counts} is divided by a capacity in {capacity.Counts}; give both in one of them.", need);
        if (capacity.IsModelOnly)
            yield return new Finding(Severity.Note, FindingCodes.ModelOnly, $"{need} is a lower bound: the capacity counts the model's arithmetic alone ({capacity.Basis}).", need);
    }
}
