namespace MlsdEstimator;

/// <summary>Queries a second of one node that searches an HNSW graph in memory, from the size of the index and the recall that is wanted: for the time before you can measure.</summary>
/// <remarks>
/// time of a query = (fixed + work x (1 - recall)^-a x (k / 10)^b x (1 + d / d0) x (n / 1 million)^c) x engine x data set; queries a second = workers / time.
/// Fitted to published measurements of Weaviate, Qdrant and Elasticsearch: 1 to 10 million vectors of 96 to 1,536 dimensions, recall 0.73 to 0.999, 10 or 100 neighbours.
/// Data sets of one size and dimension differ by how hard they are, and engines differ more: the range says so. A measurement of your own data narrows it, or takes its place
/// (<see cref="Capacity.Measured"/>). Not for lists (IVF), graphs on disk or GPUs.
/// </remarks>
/// <example>
/// <code>
/// var node = new AnnNode { Items = 10.Million, Dimensions = 768, Recall = 95.Percent, Neighbours = 10, Workers = 16, Engine = AnnEngine.Other };
/// var retrieval = new AnnServing { Node = node.CapacityAt(60.Percent), Queries = traffic.Load, Index = index, NodeMemory = 100.Gigabytes, MinimumReplicas = 2 };
/// </code>
/// </example>
public sealed record AnnNode : Estimator
{
    private static readonly (double Low, double High) FittedItems = (1e6, 1e7), FittedDimensions = (96, 1536), FittedRecall = (0.72, 0.9995), FittedNeighbours = (10, 100);

    /// <summary>Vectors on the node. At least 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Below 1.</exception>
    public required Scalar Items { get; init => field = Require.AtLeast(1, value, "items on the node"); }

    /// <summary>Components of a vector. At least 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Below 1.</exception>
    public required Scalar Dimensions { get; init => field = Require.AtLeast(1, value, "embedding dimensions"); }

    /// <summary>Part of the true nearest neighbours that is found, below 100 %: the last ones cost most.</summary>
    /// <exception cref="ArgumentOutOfRangeException">100 %: no graph guarantees it.</exception>
    public required Fraction Recall { get; init => field = Require.FractionBelowOne(value, "recall"); }

    /// <summary>Neighbours that a query asks for (k). At least 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Below 1.</exception>
    public required Scalar Neighbours { get; init => field = Require.AtLeast(1, value, "neighbours"); }

    /// <summary>Queries that are worked on at once: cores of the node, or clients where they are fewer. At least 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Below 1.</exception>
    public required Scalar Workers { get; init => field = Require.AtLeast(1, value, "search workers"); }

    /// <summary>What searches; no default, because engines differ several times.</summary>
    public required AnnEngine Engine { get; init => field = Require.NotNull(value, "engine"); }

    /// <summary>Time of one query on one worker, without waiting.</summary>
    public Duration QueryTime => Result("time of a query", () => (Costs.Fixed + Search) * (Costs.FactorOf(Engine) * Costs.Data));

    /// <summary>Queries a second of a node that is always busy.</summary>
    public Rate Throughput => Result("queries per node, always busy", () => (Workers / QueryTime).Marked(Aspect.PerDevice, Aspect.Counts("queries")));

    /// <inheritdoc/>
    public override IReadOnlyList<IQuantity> Results => [QueryTime, Throughput];

    /// <inheritdoc/>
    public override IReadOnlyList<Finding> Findings
    {
        get
        {
            string[] outside = [.. Outside()];
            return outside.Length == 0
                ? []
                : [new Finding(Severity.Warning, FindingCodes.OutsideMeasurements, $"Queries per node are predicted outside what was measured: {string.Join("; ", outside)}. The range does not hold there; measure a node.", Throughput)];
        }
    }

    /// <summary>The fitted costs; another set where a fit is judged.</summary>
    internal AnnCosts Costs { get; init; } = AnnMeasurements.Costs;

    /// <summary>The node as <see cref="AnnServing"/> takes it.</summary>
    /// <param name="load">Part of the time it is planned to be busy, above 0. Usual: 0.6 to 0.7.</param>
    /// <exception cref="ArgumentOutOfRangeException">The load is not above 0.</exception>
    public Capacity CapacityAt(Fraction load) => Capacity.StepTime(QueryTime, Workers, load, "queries");

    private Duration Search =>
        Costs.Work * (1 / (1 - Recall).AsScalar()).Pow(Costs.MissedPower) * (Neighbours / 10).Pow(Costs.NeighboursPower) * (1 + Dimensions / Costs.Dimensions) * (Items / 1e6).Pow(Costs.ItemsPower);

    private IEnumerable<string> Outside()
    {
        if (IsOutside(Items, FittedItems))
            yield return $"{Items} items (1 M to 10 M)";
        if (IsOutside(Dimensions, FittedDimensions))
            yield return $"{Dimensions} dimensions (96 to 1,536)";
        if (IsOutside(Recall.AsScalar(), FittedRecall))
            yield return $"a recall of {Recall} (72% to 99.95%)";
        if (IsOutside(Neighbours, FittedNeighbours))
            yield return $"{Neighbours} neighbours (10 to 100)";
    }

    private static bool IsOutside(Scalar value, (double Low, double High) fitted) => (value < fitted.Low).Or(value > fitted.High).Nominally == true;
}
