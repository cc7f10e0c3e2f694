using FsCheck;
using FsCheck.Fluent;

namespace MlsdEstimator.Tests;

public class StorageLaws
{
    private static readonly Arbitrary<(double Size, double More)> AnyFactor = Arb.From(from size in AnyPositive.Decades(0, 9) from more in AnyPositive.Decades(0, 2) select (size, more));

    [Fact]
    public void More_copies_never_take_or_cost_less_for_any_store() =>
        Prop.ForAll(AnyFactor, drawn =>
        {
            Quotient<Spend, DataSize> price = 0.1.Dollars.Per(DataSize.Gigabyte).Per(Duration.Month);
            var rows = new StoredRows { Rows = drawn.Size, RowSize = 1.Kilobytes, Copies = 1.5, Price = price };
            var store = new FeatureStoreStorage { Entities = drawn.Size, FeaturesPerEntity = 20, Layout = FeatureLayout.Bundle(8.Bytes), Copies = 1.5, Price = price };
            return (rows with { Copies = 1.5 * drawn.More }).Cost!.DollarsPerMonth >= rows.Cost!.DollarsPerMonth
                && (store with { Copies = 1.5 * drawn.More }).Cost!.DollarsPerMonth >= store.Cost!.DollarsPerMonth;
        }).Check(AnyPositive.Laws);

    [Fact]
    public void Unrounded_cost_is_homogeneous_in_price_and_rate_for_any_log() =>
        Prop.ForAll(AnyFactor, drawn =>
        {
            var log = new RetainedData
            {
                Rows = Load.Of(drawn.Size.PerSecond, (2 * drawn.Size).PerSecond, "rows"), RowSize = 1.Kilobytes, Retention = 30.Days, Copies = 3, Price = 0.1.Dollars.Per(DataSize.Gigabyte).Per(Duration.Month),
            };
            double cost = log.Cost!.DollarsPerMonth;
            double dearer = (log with { Price = (0.1 * drawn.More).Dollars.Per(DataSize.Gigabyte).Per(Duration.Month) }).Cost!.DollarsPerMonth;
            double busier = (log with { Rows = Load.Of((drawn.Size * drawn.More).PerSecond, (2 * drawn.Size * drawn.More).PerSecond, "rows") }).Cost!.DollarsPerMonth;
            return Math.Abs(dearer / cost / drawn.More - 1) < 1e-12 && Math.Abs(busier / cost / drawn.More - 1) < 1e-12;
        }).Check(AnyPositive.Laws);

    [Fact]
    public void Storage_does_not_read_the_peak_for_any_log() =>
        Prop.ForAll(AnyFactor, drawn =>
        {
            var log = new StreamLog { Records = Load.Of(drawn.Size.PerSecond, drawn.Size.PerSecond, "rows"), RecordSize = 1.Kilobytes, Retention = 7.Days, Copies = 3, ConsumerGroups = 1 };
            StreamLog busier = log with { Records = Load.Of(drawn.Size.PerSecond, (drawn.Size * drawn.More).PerSecond, "rows") };
            return busier.Disk.Bytes == log.Disk.Bytes && busier.Egress.BytesPerSecond >= log.Egress.BytesPerSecond;
        }).Check(AnyPositive.Laws);

    [Fact]
    public void Disk_of_a_graph_grows_with_items_and_dimensions_for_any_index() =>
        Prop.ForAll(Arb.From(from items in AnyPositive.Decades(0, 9) from dimensions in Gen.Choose(1, 3000) from bytes in Gen.Elements(1, 2, 4) select (items, dimensions, bytes)), drawn =>
        {
            VectorIndex Of(double items, double dimensions) => new() { Items = items, Dimensions = dimensions, Layout = VectorLayout.DiskAnn(32.Bytes, drawn.bytes.Bytes, 64), Copies = 1 };
            double disk = Of(drawn.items, drawn.dimensions).Disk!.Bytes;
            return Of(2 * drawn.items, drawn.dimensions).Disk!.Bytes >= disk && Of(drawn.items, drawn.dimensions + 1).Disk!.Bytes >= disk && disk >= drawn.items * drawn.dimensions * drawn.bytes;
        }).Check(AnyPositive.Laws);
}
