namespace MlsdEstimator.Tests;

public class AnnServingTests
{
    private static readonly Load Searches = Load.Of(4_000.PerSecond, 10_000.PerSecond, "queries");

    private static readonly VectorIndex Videos = new() { Items = 100.Million, Dimensions = 256, Layout = VectorLayout.OpenSearchHnsw(2.Bytes), Copies = 1 };

    private static readonly AnnServing Retrieval = new()
    {
        Queries = Searches,
        Index = Videos,
        Node = Capacity.Measured(3_000.PerSecond, 0.99, 10.Milliseconds, counts: "queries"),
        NodeMemory = 100.Gigabytes,
        MinimumReplicas = 2,
    };

    [Fact]
    public void One_shard_is_replicated_until_it_carries_the_peak()
    {
        Assert.Equal(1, Retrieval.Shards.Value);
        Assert.Equal(10.0 / 3, Retrieval.ReplicasNeeded.Value, 1e-12);
        Assert.Equal(4, Retrieval.Replicas.Value);
        Assert.Equal(4, Retrieval.Nodes.Value);
        Assert.Equal(2_500, Retrieval.PerNode.PerSecond, 1e-9);
        Assert.Empty(Retrieval.Findings);
    }

    [Fact]
    public void Shards_multiply_the_replicas_because_every_query_asks_all()
    {
        AnnServing sharded = Retrieval with { NodeMemory = 40.Gigabytes };
        Assert.Equal(2, sharded.Shards.Value); // 70.4 GB over nodes of 40 GB
        Assert.Equal(8, sharded.Nodes.Value);
        Assert.Equal(2_500, sharded.PerNode.PerSecond, 1e-9);
        Assert.Empty(sharded.Findings);
    }

    /// <summary>Mistake: queries per node without the shards that each query asks. Asking one of four, a node sees a quarter of the queries; asking all, every one of them.</summary>
    [Fact]
    public void Trap_shards_touched_by_a_query_multiply_what_a_node_sees()
    {
        AnnServing all = Retrieval with { NodeMemory = 20.Gigabytes };
        AnnServing routed = all with { ShardsTouched = 1 };
        Assert.Equal((4, 4, 16), (all.Shards.Value, all.Replicas.Value, all.Nodes.Value));
        Assert.Equal((4, 2, 8), (routed.Shards.Value, routed.Replicas.Value, routed.Nodes.Value));
        Assert.Equal(1_250, routed.PerNode.PerSecond, 1e-9);
        Assert.Equal(all.Nodes, (all with { ShardsTouched = 4 }).Nodes);
        Refused.Contradiction("a query asks 5 shards, but there are 4", () => (all with { ShardsTouched = 5 }).Nodes);
        Refused.Range("shards touched by a query", "at least 1", () => all with { ShardsTouched = 0.5 });
    }

    [Fact]
    public void Need_counts_whole_shards_and_parts_of_replicas()
    {
        Provision purchase = (Retrieval with { NodeMemory = 40.Gigabytes }).Purchase;
        Assert.Equal(20.0 / 3, purchase.Need.Value, 1e-12);
        Assert.Equal(8, purchase.Bought.Value);
        Assert.Equal(0.9, purchase.Confidence);
    }

    [Fact]
    public void Results_are_named_and_in_order()
    {
        Assert.Equal(["shards", "replicas needed", "replicas", "nodes bought", "queries per node at peak"], Retrieval.Results.Select(result => result.Name));
        AnnServing priced = Retrieval with { NodePrice = 2.DollarsPerHour };
        Assert.Equal("index serving cost", priced.Results[5].Name);
        Assert.Equal(8, priced.Cost!.DollarsPerHour, 1e-9);
        Assert.Null(Retrieval.Cost);
        Assert.Null((priced with { NodePrice = null }).Cost);
    }

    [Fact]
    public void Tier_holds_name_machine_purchase_and_cost()
    {
        AnnServing priced = Retrieval with { Title = "Retrieval", NodeName = "128 GB node", NodePrice = 2.DollarsPerHour };
        Assert.Equal(new Tier("Retrieval", "128 GB node", priced.Purchase, priced.Cost), Assert.Single(priced.Tiers));
        Assert.Equal("index node", Assert.Single(Retrieval.Tiers).Machine);
        Assert.Null(Retrieval.Tiers[0].Cost);
    }

    [Fact]
    public void Memory_decides_where_the_minimum_of_replicas_carries_the_queries()
    {
        AnnServing large = Retrieval with { NodeMemory = 10.Gigabytes, MinimumReplicas = 4 };
        Assert.Equal(32, large.Nodes.Value);
        Finding finding = Assert.Single(large.Findings);
        Assert.Equal((Severity.Note, "MLSD011", large.Nodes), (finding.Severity, finding.Code, finding.Subject));
        Assert.Equal("Memory decides, not queries: one copy of the index of 70.4 GB takes 8 shards of 10 GB, and queries ask for no more than the minimum of 4 replicas. Smaller vectors save nodes, faster queries do not.", finding.Message);
    }

    [Fact]
    public void Minimum_decides_where_the_load_asks_for_less()
    {
        AnnServing spare = Retrieval with { MinimumReplicas = 5 };
        Assert.Equal(5, spare.Nodes.Value);
        Finding finding = Assert.Single(spare.Findings);
        Assert.Equal(new Finding(Severity.Note, "MLSD016", "5 replicas because that is the minimum; the load asks for 4.", spare.Replicas), finding);
        Assert.Equal(["MLSD011", "MLSD016"], (spare with { NodeMemory = 10.Gigabytes }).Findings.Select(one => one.Code));
    }

    [Fact]
    public void Load_and_capacity_that_count_different_things_are_warned_about()
    {
        AnnServing mixed = Retrieval with { Queries = Searches.Times(1, "requests") };
        Finding finding = Assert.Single(mixed.Findings);
        Assert.Equal((Severity.Warning, "MLSD003"), (finding.Severity, finding.Code));
        Assert.Contains("load of requests is divided by a capacity in queries", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Model_only_capacity_is_a_lower_bound()
    {
        AnnServing counted = Retrieval with { Node = Capacity.FlopConvention(1.TeraflopsPerSecond, 30.Percent, 60.Percent, 60.Megaflops, "queries") };
        Assert.Equal("MLSD008", Assert.Single(counted.Findings).Code);
        Assert.Contains(Aspect.ModelOnly, counted.ReplicasNeeded.Aspects);
    }

    [Fact]
    public void Decisions_cover_the_belief_and_stay_certain()
    {
        AnnServing doubtful = Retrieval with { Node = Capacity.Measured(1_000.PerSecond.To(5_000.PerSecond, best: 3_000.PerSecond), 0.99, 10.Milliseconds, counts: "queries") };
        Assert.False(doubtful.ReplicasNeeded.IsCertain);
        Assert.True(doubtful.Nodes.IsCertain);
        Assert.True(doubtful.Nodes.Value > Retrieval.Nodes.Value);
        Assert.True((doubtful with { Confidence = 0.99 }).Nodes.Value > doubtful.Nodes.Value);
        Assert.InRange(doubtful.Purchase.Shortfall.True.Value, 0.03, 0.1);
    }

    [Fact]
    public void Uncertain_index_buys_the_shards_that_cover_it()
    {
        AnnServing doubtful = Retrieval with { Index = Videos with { Items = 50e6.To(500e6) } };
        double nominal = (doubtful.Index.OneCopy / doubtful.NodeMemory).Ceiling().Value;
        Assert.True(doubtful.Shards.IsCertain);
        Assert.Equal(2, nominal); // geometric middle of 158 million x 704 B = 111 GB
        Assert.Equal(3, doubtful.Shards.Value); // the 90 % point is 388 million x 704 B = 273 GB
    }

    [Fact]
    public void No_node_holds_an_index_without_a_number()
    {
        AnnServing broken = Retrieval with { Index = Videos with { Items = Quantity.Infeasible<Scalar>("unknown") } };
        Assert.False(broken.Nodes.IsFeasible);
        Assert.Empty(broken.Findings);
        Assert.Empty((broken with { Queries = Searches.Times(1, "requests") }).Findings);
    }

    [Fact]
    public void Inputs_out_of_range_are_refused_by_name()
    {
        RefusedOne("index memory of a node", () => Retrieval with { NodeMemory = DataSize.Zero });
        RefusedOne("least replicas", () => Retrieval with { MinimumReplicas = 0 });
        RefusedOne("least replicas", () => Retrieval with { MinimumReplicas = 1.5 });
        RefusedOne("least replicas", () => Retrieval with { MinimumReplicas = 1.To(3) });
        RefusedOne("index node price", () => Retrieval with { NodePrice = (-1).DollarsPerHour });
        RefusedOne("confidence", () => Retrieval with { Confidence = 1 });
        RefusedOne("confidence", () => Retrieval with { Confidence = double.NaN });
        Assert.Equal("node name", Assert.Throws<ArgumentException>(() => Retrieval with { NodeName = " " }).ParamName);
        Assert.Equal("queries", Assert.Throws<ArgumentNullException>(() => Retrieval with { Queries = null! }).ParamName);
        Assert.Equal("node capacity", Assert.Throws<ArgumentNullException>(() => Retrieval with { Node = null! }).ParamName);
        Assert.Equal("index", Assert.Throws<ArgumentNullException>(() => Retrieval with { Index = null! }).ParamName);
        Assert.Equal(1, (Retrieval with { MinimumReplicas = 1 }).MinimumReplicas.Value);
    }

    [Fact]
    public void Every_input_changes_a_result() => Assert.Empty(EveryInput.WithoutEffect(
        () => Retrieval with { NodePrice = 2.DollarsPerHour, NodeMemory = 30.Gigabytes, Node = Capacity.Measured(1_000.PerSecond.To(5_000.PerSecond), 0.99, 10.Milliseconds) },
        new Dictionary<string, object>
        {
            ["Queries"] = Load.Of(1.PerSecond, 90_000.PerSecond, "queries"),
            ["Node"] = Capacity.Measured(100.PerSecond, 0.99, 10.Milliseconds),
            ["Index"] = Videos with { Dimensions = 1024 },
            ["NodeMemory"] = 10.Gigabytes,
            ["MinimumReplicas"] = (Scalar)50,
            ["ShardsTouched"] = (Scalar)1,
            ["NodePrice"] = 1.DollarsPerHour,
            ["NodeName"] = "other node",
            ["Confidence"] = 0.99,
        }));

    private static void RefusedOne(string parameter, Func<AnnServing> make) =>
        Assert.Equal(parameter, Assert.Throws<ArgumentOutOfRangeException>(make).ParamName);
}
