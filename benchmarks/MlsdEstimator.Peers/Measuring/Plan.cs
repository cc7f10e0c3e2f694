namespace MlsdEstimator.Peers;

/// <summary>What a run measures.</summary>
internal sealed record Plan
{
    public required IReadOnlyList<string> Workloads { get; init; }

    public required int CapacitySamples { get; init; }

    public required IReadOnlyList<int> GraphSamples { get; init; }

    public required int MostScalingSamples { get; init; }

    public required int Rounds { get; init; }

    /// <summary>How long one measurement repeats its run.</summary>
    public required double Seconds { get; init; }

    public bool Has(string workload) => Workloads.Contains(workload);

    /// <summary>Contests that are measured in the same rounds, because their figures are compared with each other.</summary>
    public IEnumerable<IReadOnlyList<Contest>> Groups()
    {
        if (Has(WorkloadName.Capacity))
            yield return [.. ThreadCounts().Select(threads => new Contest(WorkloadName.Capacity, CapacitySamples, threads))];
        if (Has(WorkloadName.Scaling))
            yield return [.. Sizes().Select(size => new Contest(WorkloadName.Scaling, size, 1))];
        if (Has(WorkloadName.Point))
            yield return [new Contest(WorkloadName.Point, 1, 1)];
        if (Has(WorkloadName.Graph))
            yield return [.. GraphSamples.Select(size => new Contest(WorkloadName.Graph, size, 1))];
    }

    private static IEnumerable<int> ThreadCounts() => Environment.ProcessorCount > 1 ? [1, 2] : [1];

    /// <summary>Powers of ten from 1,000.</summary>
    private IEnumerable<int> Sizes()
    {
        for (long size = 1_000; size <= MostScalingSamples; size *= 10)
            yield return (int)size;
    }
}
