namespace MlsdEstimator;

/// <summary>Nodes that answer nearest-neighbour queries from a vector index in memory.</summary>
/// <remarks>
/// Every query asks every shard, so a replica is a whole row of shards and carries what one node carries: nodes = shards x replicas,
/// shards = ceiling(one copy / node memory), replicas = ceiling(max(peak queries / queries per node, minimum)).
/// Where a query is routed to some shards only (<see cref="ShardsTouched"/>), a node sees the part touched / shards of the queries.
/// Shards and replicas are decisions that cover the given confidence each.
/// </remarks>
/// <example>
/// <code>
/// var retrieval = new AnnServing
/// {
///     Queries = traffic.Load, Index = index, NodeMemory = 100.Gigabytes, MinimumReplicas = 2,
///     Node = Capacity.Measured(3000.PerSecond, percentile: 0.99, latency: 10.Milliseconds),
/// };
/// </code>
/// </example>
public sealed record AnnServing : Estimator
{
    /// <summary>Queries to the index. Read at their peak.</summary>
    public required Load Queries { get; init => field = Require.NotNull(value, "queries"); }

    /// <summary>Queries a second of one node that holds one shard: measure it at the recall you need.</summary>
    public required Capacity Node { get; init => field = Require.NotNull(value, "node capacity"); }

    /// <summary>The index. One copy of it is spread over the shards; replicas take the place of its copies.</summary>
    public required VectorIndex Index { get; init => field = Require.NotNull(value, "index"); }

    /// <summary>Memory of one node that the index may use. Above 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not above 0.</exception>
    public required DataSize NodeMemory { get; init => field = Require.Positive(value, "index memory of a node"); }

    /// <summary>Least replicas of each shard: a whole number, at least 1; 2 survive the loss of a node. No default, because it decides small fleets.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not a certain whole number of at least 1.</exception>
    public required Scalar MinimumReplicas { get; init => field = Require.WholeAtLeast(1, value, "least replicas"); }

    /// <summary>Shards that one query asks, at least 1; null for all of them. Fewer only where vectors are placed by what queries know: a tenant, a cluster, a language.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Below 1.</exception>
    public Scalar? ShardsTouched { get; init => field = value is null ? null : Require.AtLeast(1, value, "shards touched by a query"); }

    /// <summary>Price of a node, not negative, or null when it is not to be priced.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The price is negative.</exception>
    public Spend? NodePrice { get; init => field = value is null ? null : Require.NonNegative(value, "index node price"); }

    /// <summary>What a node is. Default "index node".</summary>
    /// <exception cref="ArgumentException">The text is empty.</exception>
    public string NodeName { get; init => field = Require.NotBlank(value, "node name"); } = "index node";

    /// <summary>Part of our belief that each decision covers, strictly between 0 and 1. Default <see cref="Provision.DefaultConfidence"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not strictly between 0 and 1.</exception>
    public double Confidence { get; init => field = Require.InsideUnitInterval(value, "confidence"); } = Provision.DefaultConfidence;

    /// <summary>Shards needed, not rounded, and bought.</summary>
    public Provision ShardPurchase => Remember(() => (Index.OneCopy / NodeMemory).Named("shards needed").ProvisionFor(Confidence));

    /// <summary>Nodes that hold one copy of the index.</summary>
    public Scalar Shards => Result("shards", () => ShardPurchase.Bought);

    /// <summary>Copies of the index that the load asks for, not rounded.</summary>
    public Scalar ReplicasNeeded => Result("replicas needed", () => ServingFindings.Scoped(Node.ReplicasFor(AtOneShard).Marked(Aspect.Counts("replicas")), Node));

    /// <summary>Copies of the index that are held: what the load asks for, covered, and no fewer than the minimum.</summary>
    public Scalar Replicas => Result("replicas", () => Scalar.Max(MinimumReplicas, Covered));

    /// <inheritdoc/>
    protected override IEnumerable<string> Contradictions
    {
        get
        {
            if (Index.NodeMemory is DataSize memory && memory != NodeMemory)
                yield return $"a node has {NodeMemory}, but the index is laid out for nodes of {memory}; give both the same";
            if (ShardsTouched is not null && Shards.IsFeasible && (ShardsTouched > Shards).Nominally == true)
                yield return $"a query asks {ShardsTouched} shards, but there are {Shards}";
        }
    }

    /// <summary>Nodes needed and bought. The need counts whole shards, because every query asks all of them.</summary>
    public Provision Purchase => Remember(() => new Provision(ShardPurchase.Need.Ceiling() * ReplicasNeeded, Shards * Replicas, Confidence));

    /// <summary>Nodes bought: shards x replicas.</summary>
    public Scalar Nodes => Result("nodes bought", () => Purchase.Bought.Marked(Aspect.Counts("nodes")));

    /// <summary>Queries a second of each node, at peak: every shard of a replica sees all of the replica's queries, unless they are routed.</summary>
    public Rate PerNode => Result("queries per node at peak", () => AtOneShard / Replicas);

    /// <summary>What the nodes cost; null without a price.</summary>
    public Spend? Cost => NodePrice is null ? null : Result("index serving cost", () => NodePrice * Nodes);

    /// <inheritdoc/>
    public override IReadOnlyList<IQuantity> Results =>
        Cost is null ? [Shards, ReplicasNeeded, Replicas, Nodes, PerNode] : [Shards, ReplicasNeeded, Replicas, Nodes, PerNode, Cost];

    /// <inheritdoc/>
    public override IReadOnlyList<Tier> Tiers => [new Tier(Title, NodeName, Purchase, Cost)];

    /// <inheritdoc/>
    public override IReadOnlyList<Finding> Findings =>
        Nodes.IsFeasible ? [.. ServingFindings.Of(Node, Queries.Counts, NodeName, Nodes), .. MemoryDecides, .. MinimumDecides] : [];

    /// <summary>Queries that one shard sees, over all of its replicas.</summary>
    private Rate AtOneShard => ShardsTouched is null ? Queries.Peak : Queries.Peak * (ShardsTouched / Shards);

    /// <summary>The replicas that the confidence covers, whole.</summary>
    private Scalar Covered => Result("covered replicas", () => ReplicasNeeded.ProvisionFor(Confidence).Bought);

    private IEnumerable<Finding> MemoryDecides
    {
        get
        {
            if ((Shards > Scalar.One).And(MinimumReplicas >= Covered).Nominally == true)
                yield return new Finding(Severity.Note, FindingCodes.Consequence, $"Memory decides, not queries: one copy of the index of {Index.OneCopy} takes {Shards} shards of {NodeMemory}, and queries ask for no more than the minimum of {MinimumReplicas} replicas. Smaller vectors save nodes, faster queries do not.", Nodes);
        }
    }

    private IEnumerable<Finding> MinimumDecides
    {
        get
        {
            if ((MinimumReplicas > Covered).Nominally == true)
                yield return new Finding(Severity.Note, FindingCodes.MinimumDecides, $"{Replicas} replicas because that is the minimum; the load asks for {Covered}.", Replicas);
        }
    }
}
