using FsCheck;
using FsCheck.Fluent;

namespace MlsdEstimator.Tests;

public class TierLaws
{
    private static readonly Arbitrary<(CpuTier Tier, double Factor)> AnyCpuTier = Arb.From(
        from rate in AnyPositive.Decades(-3, 8)
        from time in AnyPositive.Decades(-6, 1)
        from cores in AnyPositive.Decades(0, 3)
        from percent in Gen.Choose(1, 99)
        from factor in AnyPositive.Decades(0, 3)
        select (CpuTierOf(rate, time, cores, percent), factor));

    private static readonly Arbitrary<(AnnServing Serving, double Factor)> AnyAnnServing = Arb.From(
        from rate in AnyPositive.Decades(-3, 8)
        from capacity in AnyPositive.Decades(0, 5)
        from items in AnyPositive.Decades(3, 10)
        from memory in AnyPositive.Decades(9, 12)
        from least in Gen.Choose(1, 5)
        from factor in AnyPositive.Decades(0, 3)
        select (AnnServingOf(rate, capacity, items, memory, least), factor));

    [Fact]
    public void More_requests_never_need_fewer_machines_for_any_CPU_tier() =>
        Prop.ForAll(AnyCpuTier, drawn =>
        {
            CpuTier busier = drawn.Tier with { Requests = drawn.Tier.Requests.Times(drawn.Factor, "requests") };
            return busier.Machines.Value >= drawn.Tier.Machines.Value && busier.Cost!.DollarsPerHour >= drawn.Tier.Cost!.DollarsPerHour;
        }).Check(AnyPositive.Laws);

    [Fact]
    public void Doubling_the_rate_doubles_the_need_for_any_CPU_tier() =>
        Prop.ForAll(AnyCpuTier, drawn =>
        {
            CpuTier doubled = drawn.Tier with { Requests = drawn.Tier.Requests.Times(2, "requests") };
            return Near(doubled.MachinesNeeded.Value, 2 * drawn.Tier.MachinesNeeded.Value) && Near(doubled.CoresBusy.Value, 2 * drawn.Tier.CoresBusy.Value);
        }).Check(AnyPositive.Laws);

    [Fact]
    public void Machines_bought_carry_the_load_within_the_utilisation_for_any_CPU_tier() =>
        Prop.ForAll(AnyCpuTier, drawn =>
        {
            double planned = drawn.Tier.Machines.Value * drawn.Tier.CoresPerMachine.Value * drawn.Tier.Utilisation.Value;
            return planned >= drawn.Tier.CoresBusy.Value * (1 - 1e-12);
        }).Check(AnyPositive.Laws);

    [Fact]
    public void Units_change_nothing_for_any_CPU_tier() =>
        Prop.ForAll(AnyCpuTier, drawn =>
        {
            Load daily = Load.Of(Rate.FromPerDay(drawn.Tier.Requests.Average.PerDay), Rate.FromPerHour(drawn.Tier.Requests.Peak.PerHour), "requests");
            CpuTier other = drawn.Tier with { Requests = daily, CpuTimePerRequest = drawn.Tier.CpuTimePerRequest.Milliseconds.Milliseconds };
            return Near(other.MachinesNeeded.Value, drawn.Tier.MachinesNeeded.Value);
        }).Check(AnyPositive.Laws);

    [Fact]
    public void More_queries_or_items_never_need_fewer_nodes_for_any_index() =>
        Prop.ForAll(AnyAnnServing, drawn =>
        {
            AnnServing busier = drawn.Serving with { Queries = drawn.Serving.Queries.Times(drawn.Factor, "requests") };
            AnnServing larger = drawn.Serving with { Index = drawn.Serving.Index with { Items = drawn.Serving.Index.Items * drawn.Factor } };
            return busier.Nodes.Value >= drawn.Serving.Nodes.Value && larger.Nodes.Value >= drawn.Serving.Nodes.Value;
        }).Check(AnyPositive.Laws);

    [Fact]
    public void Doubling_the_rate_doubles_the_replicas_needed_for_any_index() =>
        Prop.ForAll(AnyAnnServing, drawn =>
        {
            AnnServing doubled = drawn.Serving with { Queries = drawn.Serving.Queries.Times(2, "requests") };
            return Near(doubled.ReplicasNeeded.Value, 2 * drawn.Serving.ReplicasNeeded.Value) && Near(doubled.Purchase.Need.Value, 2 * drawn.Serving.Purchase.Need.Value);
        }).Check(AnyPositive.Laws);

    [Fact]
    public void Nodes_bought_carry_queries_and_index_for_any_index() =>
        Prop.ForAll(AnyAnnServing, drawn =>
        {
            AnnServing serving = drawn.Serving;
            bool carries = serving.PerNode.PerSecond <= serving.Node.Usable.PerSecond * (1 + 1e-12);
            bool holds = serving.Shards.Value * serving.NodeMemory.Bytes >= serving.Index.OneCopy.Bytes * (1 - 1e-12);
            return carries && holds && serving.Replicas.Value >= serving.MinimumReplicas.Value;
        }).Check(AnyPositive.Laws);

    private static CpuTier CpuTierOf(double rate, double time, double cores, int percent) => new()
    {
        Requests = Load.Of((rate / 2).PerSecond, rate.PerSecond, "requests"),
        CpuTimePerRequest = time.Seconds,
        CoresPerMachine = cores,
        Utilisation = percent.Percent,
        MachinePrice = 1.DollarsPerHour,
    };

    private static AnnServing AnnServingOf(double rate, double capacity, double items, double memory, int least) => new()
    {
        Queries = Load.Of((rate / 2).PerSecond, rate.PerSecond, "requests"),
        Node = Capacity.Measured(capacity.PerSecond, 0.99, 10.Milliseconds),
        Index = new VectorIndex { Items = items, Dimensions = 256, Layout = VectorLayout.OpenSearchHnsw(2.Bytes), Copies = 1 },
        NodeMemory = memory.Bytes,
        MinimumReplicas = least,
    };

    private static bool Near(double actual, double expected) => Math.Abs(actual - expected) <= 1e-12 * Math.Abs(expected);
}
