using FsCheck;
using FsCheck.Fluent;

namespace MlsdEstimator.Tests;

/// <summary>What holds for any numbers, over eighteen decades.</summary>
public class QuantityLaws
{
    private static readonly Config Laws = Config.QuickThrowOnFailure.WithMaxTest(1_000).WithQuietOnSuccess(true);
    private static readonly Config Simulated = Config.QuickThrowOnFailure.WithMaxTest(1_000).WithQuietOnSuccess(true).WithEndSize(30);
    private static readonly SimulationOptions Few = new() { Samples = 400 };

    private static readonly Gen<double> Positive =
        from exponent in Gen.Choose(-600, 1200)
        from mantissa in Gen.Choose(100, 999)
        select mantissa / 100.0 * Math.Pow(10, exponent / 100.0);

    private static readonly Arbitrary<double> Any = Gen.OneOf(Positive, Positive.Select(value => -value), Gen.Constant(0.0)).ToArbitrary();
    private static readonly Arbitrary<double> AnyPositive = Positive.ToArbitrary();

    [Fact]
    public void Addition_commutes_exactly_for_any_sizes() =>
        Prop.ForAll(Any, Any, (a, b) => a.Bytes + b.Bytes == b.Bytes + a.Bytes).Check(Laws);

    [Fact]
    public void Addition_associates_within_rounding_for_any_sizes() =>
        Prop.ForAll(Any, Any, Any, (a, b, c) => Near(((a.Bytes + b.Bytes) + c.Bytes).Bytes, (a.Bytes + (b.Bytes + c.Bytes)).Bytes, Math.Abs(a) + Math.Abs(b) + Math.Abs(c))).Check(Laws);

    [Fact]
    public void Multiplication_distributes_within_rounding_for_any_sizes() =>
        Prop.ForAll(Any, Any, Any, (a, b, c) => Near(((a.Bytes + b.Bytes) * c).Bytes, (a.Bytes * c + b.Bytes * c).Bytes, (Math.Abs(a) + Math.Abs(b)) * Math.Abs(c))).Check(Laws);

    [Fact]
    public void Division_undoes_multiplication_for_positive_numbers() =>
        Prop.ForAll(Any, AnyPositive, (a, b) => Near((a.BytesPerSecond * b.Seconds / b.Seconds).BytesPerSecond, a, Math.Abs(a))).Check(Laws);

    [Fact]
    public void Unit_of_an_input_changes_no_result() =>
        Prop.ForAll(AnyPositive, AnyPositive, (size, time) =>
            Near((size.Gigabytes / time.Hours).BytesPerSecond, (DataSize.FromBytes(size * 1e9) / Duration.FromSeconds(time * 3600)).BytesPerSecond, size * 1e9 / time)).Check(Laws);

    [Fact]
    public void Minimum_is_never_above_maximum_for_any_numbers() =>
        Prop.ForAll(Any, Any, (a, b) => (Duration.Min(a.Seconds, b.Seconds) <= Duration.Max(a.Seconds, b.Seconds)).Nominally == true).Check(Laws);

    [Fact]
    public void Exactly_one_order_holds_for_any_numbers() =>
        Prop.ForAll(Any, Any, (a, b) =>
            new[] { (a.Seconds > b.Seconds).Nominally, (a.Seconds < b.Seconds).Nominally, a.Seconds == b.Seconds }.Count(holds => holds == true) == 1).Check(Laws);

    [Fact]
    public void Ceiling_is_the_least_whole_number_not_below_for_positive_numbers() =>
        Prop.ForAll(AnyPositive, a =>
        {
            double up = Scalar.FromNumber(a).Ceiling().Value, down = Scalar.FromNumber(a).Floor().Value;
            return up == Math.Round(up) && up >= a * (1 - 1e-13) && up - a < 1 + 1e-3 && down <= a * (1 + 1e-13) && up - down is 0 or 1;
        }).Check(Laws);

    [Fact]
    public void More_users_never_make_fewer_requests() =>
        Prop.ForAll(AnyPositive, AnyPositive, AnyPositive, (users, more, each) =>
            (Peaks(users + more, each) >= Peaks(users, each)).Nominally == true).Check(Laws);

    [Fact]
    public void Changing_any_input_of_traffic_changes_its_peak() =>
        Prop.ForAll(AnyPositive, AnyPositive, Gen.Choose(110, 900).ToArbitrary(), (users, each, percent) =>
        {
            double change = percent / 100.0;
            Rate before = Peaks(users, each);
            return Peaks(users * change, each) != before && Peaks(users, each * change) != before
                && Traffic.FromUsers(users, each, Peak.Factor(change)).Peak != Traffic.FromUsers(users, each, Peak.Factor(change + 1)).Peak;
        }).Check(Laws);

    [Fact]
    public void Changing_any_input_of_retained_data_changes_its_bytes() =>
        Prop.ForAll(AnyPositive, AnyPositive, Gen.Choose(110, 900).ToArbitrary(), (rows, size, percent) =>
        {
            double change = percent / 100.0;
            RetainedData kept = Kept(rows, size);
            RetainedData[] changed = [Kept(rows * change, size), Kept(rows, size * change), kept with { Retention = kept.Retention * change }, kept with { Copies = 3 * change }, kept with { CompressionRatio = change }];
            return changed.All(other => other.Stored != kept.Stored);
        }).Check(Laws);

    [Fact]
    public void Independent_term_never_lowers_the_variance_of_a_sum() =>
        Prop.ForAll(AnyPositive, AnyPositive, (first, second) =>
        {
            Scalar x = Uncertain.Normal(0, first).AsScalar(), sum = x + Uncertain.Normal(0, second).AsScalar();
            Simulation run = Simulation.Run([x, sum], Few);
            double noise = 0.4 * Math.Min(first, second) + 1e-12 * Math.Max(first, second);
            return run.Of(sum).StandardDeviation.Value >= run.Of(x).StandardDeviation.Value - noise;
        }).Check(Simulated);

    [Fact]
    public void Exact_text_of_a_quantity_reads_back_for_any_numbers() =>
        Prop.ForAll(Any, a => Reads(a.Bytes) && Reads(a.Seconds) && Reads(a.PerSecond) && Reads(Scalar.FromNumber(a)) && Reads(a.Dollars) && Reads(a.Watts) && Reads(a.Gigaflops)
            && Reads(a.DollarsPerHour) && Reads(a.Joules) && Reads(a.BytesPerSecond) && Reads(a.GigaflopsPerSecond) && Reads(a.Dollars.Per(DataSize.Gigabyte))).Check(Laws);

    [Fact]
    public void Exact_text_of_a_range_reads_back_for_ranges() =>
        Prop.ForAll(AnyPositive, Gen.Choose(0, 100).ToArbitrary(), Gen.Choose(1, 100).ToArbitrary(), (low, toBest, toHigh) =>
        {
            double best = low * (1 + toBest), high = best * (1 + toHigh);
            DataSize range = low.Bytes.To(high.Bytes, best: best.Bytes);
            return DataSize.Parse(range.ToString("R")).ToString("R") == range.ToString("R");
        }).Check(Laws);

    [Fact]
    public void Parsing_any_text_gives_a_value_or_a_format_exception() =>
        Prop.ForAll(Texts, text =>
            Parses<Scalar>(text) && Parses<Fraction>(text) && Parses<Duration>(text) && Parses<Rate>(text) && Parses<DataSize>(text) && Parses<Bandwidth>(text) && Parses<FlopCount>(text)
            && Parses<FlopRate>(text) && Parses<Money>(text) && Parses<Spend>(text) && Parses<Energy>(text) && Parses<Power>(text) && Parses<Quotient<Spend, DataSize>>(text)).Check(Laws);

    private static readonly Arbitrary<string> Texts =
        (from parts in Gen.Elements("1", "5", "0", ".", "-", "~", "$", "%", "e", "e9", "GB", "Gb", "GiB", "/", "s", "/s", " ", " to ", ", best ", "k", "M", "bn", "∞", "NaN", "month", "FLOP", "W", "Wh", "per million", "(", "1e999", "\0").ArrayOf()
         select string.Concat(parts)).ToArbitrary();

    private static bool Parses<T>(string text)
        where T : Quantity<T>, IQuantity<T>
    {
        try
        {
            return Quantity<T>.Parse(text).IsFeasible && Quantity<T>.TryParse(text, out _);
        }
        catch (FormatException problem)
        {
            return problem.Message.Length > 0 && !Quantity<T>.TryParse(text, out _);
        }
    }

    private static bool Reads<T>(Quantity<T> quantity)
        where T : Quantity<T>, IQuantity<T> => Quantity<T>.Parse(quantity.ToString("R")) == quantity;

    private static Rate Peaks(double users, double each) => Traffic.FromUsers(users, each, Peak.Factor(2)).Peak;

    private static RetainedData Kept(double rows, double size) =>
        new() { Rows = Load.Of(rows.PerSecond, rows.PerSecond, "rows"), RowSize = size.Bytes, Retention = 30.Days, Copies = 3 };

    private static bool Near(double expected, double actual, double scale) => Math.Abs(expected - actual) <= 1e-14 * scale;
}
