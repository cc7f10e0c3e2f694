using FsCheck;
using FsCheck.Fluent;

namespace MlsdEstimator.Tests;

public class VectorIndexLaws
{
    private static readonly Arbitrary<(VectorIndex Index, double Factor)> AnyIndex = Arb.From(
        from items in AnyPositive.Decades(0, 11)
        from dimensions in AnyPositive.Decades(0, 4)
        from bytes in AnyPositive.Decades(-1, 1)
        from copies in AnyPositive.Decades(0, 1)
        from memory in AnyPositive.Decades(9, 12)
        from factor in AnyPositive.Decades(0, 3)
        select (new VectorIndex { Items = items, Dimensions = dimensions, Layout = VectorLayout.OpenSearchHnsw(bytes.Bytes), Copies = copies, NodeMemory = memory.Bytes }, factor));

    [Fact]
    public void More_items_never_need_fewer_shards_for_any_index() =>
        Prop.ForAll(AnyIndex, drawn =>
        {
            VectorIndex larger = drawn.Index with { Items = drawn.Index.Items * drawn.Factor };
            return larger.Shards!.Value >= drawn.Index.Shards!.Value && larger.Stored.Bytes >= drawn.Index.Stored.Bytes;
        }).Check(AnyPositive.Laws);

    [Fact]
    public void Shards_hold_the_index_and_one_fewer_does_not_for_any_index() =>
        Prop.ForAll(AnyIndex, drawn =>
        {
            (double shards, double one, double memory) = (drawn.Index.Shards!.Value, drawn.Index.OneCopy.Bytes, drawn.Index.NodeMemory!.Bytes);
            return shards * memory >= one * (1 - 1e-12) && (shards - 1) * memory < one;
        }).Check(AnyPositive.Laws);

    [Fact]
    public void Units_change_nothing_for_any_index() =>
        Prop.ForAll(AnyIndex, drawn =>
        {
            VectorIndex inBits = drawn.Index with { Layout = VectorLayout.OpenSearchHnsw(DataSize.FromBits(drawn.Index.Layout.VectorOf(1).Bits)) };
            return Math.Abs(inBits.Stored.Terabytes * 1e12 / drawn.Index.Stored.Bytes - 1) < 1e-12;
        }).Check(AnyPositive.Laws);
}
