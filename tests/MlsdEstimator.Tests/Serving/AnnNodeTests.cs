using FsCheck;
using FsCheck.Fluent;

namespace MlsdEstimator.Tests;

public class AnnNodeTests
{
    private static readonly AnnNode Node = new() { Items = 1.Million, Dimensions = 1536, Recall = 97.Percent, Neighbours = 10, Workers = 16, Engine = AnnEngine.Weaviate };

    /// <summary>Round costs, so that the formula can be followed by hand.</summary>
    private static readonly AnnCosts Round = new(1e-3, 1e-4, (0.5, 0.5, 1), 512, (1, 2, 3, 1.5), (0.5, 0.25), 10, new DateOnly(2026, 11, 1));

    [Fact]
    public void Time_of_a_query_follows_its_formula()
    {
        AnnNode easy = Node with { Costs = Round, Recall = 75.Percent };
        Assert.Equal(1e-3 + 1e-4 * 2 * 4, easy.QueryTime.Seconds, 1e-12); // (1 - recall)^-0.5 = 2, 1 + 1536 / 512 = 4
        Assert.Equal(16 / 1.8e-3, easy.Throughput.PerSecond, 1e-6);
        Assert.Equal(2 * 1.8e-3, (easy with { Engine = AnnEngine.Qdrant }).QueryTime.Seconds, 1e-12);
        Assert.Equal(3 * 1.8e-3, (easy with { Engine = AnnEngine.Elasticsearch }).QueryTime.Seconds, 1e-12);
        Assert.Equal(1.5 * 1.8e-3, (easy with { Engine = AnnEngine.Other }).QueryTime.Seconds, 1e-12);
        Assert.Equal(1e-3 + 8e-4 * 3, (easy with { Items = 3.Million }).QueryTime.Seconds, 1e-12);
        Assert.Equal(1e-3 + 8e-4 * 2, (easy with { Neighbours = 40 }).QueryTime.Seconds, 1e-12);
        Assert.Equal(["time of a query", "queries per node, always busy"], easy.Results.Select(result => result.Name));
        Assert.Contains(Aspect.PerDevice, easy.Throughput.Aspects);
    }

    [Fact]
    public void Ranges_say_how_far_data_sets_and_engines_differ()
    {
        Estimate<Duration> known = (Node with { Costs = Round }).QueryTime.Simulate(), unknown = (Node with { Costs = Round, Engine = AnnEngine.Other }).QueryTime.Simulate();
        Assert.Equal(Math.Exp(2 * 1.645 * 0.25), (known.High / known.Low).Value, 0.05);
        Assert.Equal(Math.Exp(2 * 1.645 * Math.Sqrt(0.5 * 0.5 + 0.25 * 0.25)), (unknown.High / unknown.Low).Value, 0.3);
        Assert.Contains("time factor of the data set", new Worksheet("search") { Serve = [Node] }.Defaults.Select(input => input.Name));
    }

    [Fact]
    public void Published_rates_lie_in_the_range_of_their_engine()
    {
        // Weaviate's published benchmark of dbpedia, 1M x 1,536: 6,072 queries a second at a recall of 0.9707.
        Estimate<Rate> belief = Node.Throughput.Simulate();
        Assert.InRange(6_072, belief.Low.PerSecond, belief.High.PerSecond);
    }

    [Fact]
    public void Node_serves_as_a_capacity()
    {
        Capacity capacity = (Node with { Costs = Round, Recall = 75.Percent }).CapacityAt(50.Percent);
        Assert.Equal(8 / 1.8e-3, capacity.Usable.PerSecond, 1e-6);
        Assert.Equal("queries", capacity.Counts);
    }

    [Theory]
    [InlineData(999_999, 768, 0.95, 10, "1 M items (1 M to 10 M)")]
    [InlineData(10_000_001, 768, 0.95, 10, "10 M items (1 M to 10 M)")]
    [InlineData(1e6, 95, 0.95, 10, "95 dimensions (96 to 1,536)")]
    [InlineData(1e6, 1537, 0.95, 10, "1,537 dimensions (96 to 1,536)")]
    [InlineData(1e6, 768, 0.71, 10, "a recall of 71% (72% to 99.95%)")]
    [InlineData(1e6, 768, 0.9996, 10, "a recall of 99.96% (72% to 99.95%)")]
    [InlineData(1e6, 768, 0.95, 9, "9 neighbours (10 to 100)")]
    [InlineData(1e6, 768, 0.95, 101, "101 neighbours (10 to 100)")]
    public void Predictions_outside_the_measurements_are_warned_about(double items, double dimensions, double recall, double neighbours, string what)
    {
        AnnNode outside = Node with { Items = items, Dimensions = dimensions, Recall = Fraction.FromRatio(recall), Neighbours = neighbours };
        Assert.Equal(
            new Finding(Severity.Warning, "MLSD033", $"Queries per node are predicted outside what was measured: {what}. The range does not hold there; measure a node.", outside.Throughput),
            Assert.Single(outside.Findings));
    }

    [Fact]
    public void Limits_of_the_measurements_are_inside()
    {
        Assert.Empty((Node with { Items = 1e6, Dimensions = 96, Recall = 72.Percent, Neighbours = 10 }).Findings);
        Assert.Empty((Node with { Items = 1e7, Dimensions = 1536, Recall = 99.95.Percent, Neighbours = 100 }).Findings);
        Assert.Contains("95 dimensions (96 to 1,536); 9 neighbours (10 to 100)", Assert.Single((Node with { Dimensions = 95, Neighbours = 9 }).Findings).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Inputs_out_of_range_are_refused_by_name()
    {
        Refused.Range("items on the node", "at least 1", () => Node with { Items = 0 });
        Refused.Range("embedding dimensions", "at least 1", () => Node with { Dimensions = 0 });
        Refused.Range("recall", "below 100 %", () => Node with { Recall = Fraction.One });
        Refused.Range("neighbours", "at least 1", () => Node with { Neighbours = 0 });
        Refused.Range("search workers", "at least 1", () => Node with { Workers = 0 });
        Refused.Null("engine", () => Node with { Engine = null! });
        Refused.Range("planned load", "above 0 %", () => Node.CapacityAt(Fraction.Zero));
    }

    [Fact]
    public void Engines_are_named() =>
        Assert.Equal(["Weaviate", "Qdrant", "Elasticsearch", "another engine"], new[] { AnnEngine.Weaviate, AnnEngine.Qdrant, AnnEngine.Elasticsearch, AnnEngine.Other }.Select(engine => $"{engine}"));

    [Fact]
    public void Every_input_changes_a_result() => Assert.Empty(EveryInput.WithoutEffect(() => Node with { }, new Dictionary<string, object>
    {
        ["Items"] = (Scalar)2e6, ["Dimensions"] = (Scalar)128, ["Recall"] = 90.Percent, ["Neighbours"] = (Scalar)100, ["Workers"] = (Scalar)8, ["Engine"] = AnnEngine.Qdrant,
    }));

    [Fact]
    public void Harder_search_is_never_faster_for_any_node() =>
        Prop.ForAll(Arb.From(from items in AnyPositive.Decades(3, 9) from dimensions in AnyPositive.Decades(1, 3) from missed in AnyPositive.Decades(-4, -0.5) from more in AnyPositive.Decades(0, 1) select (items, dimensions, missed, more)), drawn =>
        {
            AnnNode node = Node with { Items = drawn.items, Dimensions = drawn.dimensions, Recall = Fraction.FromRatio(1 - drawn.missed) };
            double rate = node.Throughput.PerSecond * (1 + 1e-12);
            return (node with { Items = drawn.items * drawn.more }).Throughput.PerSecond <= rate
                && (node with { Dimensions = drawn.dimensions * drawn.more }).Throughput.PerSecond <= rate
                && (node with { Recall = Fraction.FromRatio(1 - drawn.missed / drawn.more) }).Throughput.PerSecond <= rate
                && (node with { Neighbours = 10 * drawn.more }).Throughput.PerSecond <= rate;
        }).Check(AnyPositive.Laws);
}
