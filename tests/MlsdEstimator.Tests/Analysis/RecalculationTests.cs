namespace MlsdEstimator.Tests;

public class RecalculationTests
{
    private readonly Scalar users = 100e6.To(1e9, best: 500e6).Named("users");
    private readonly Duration retention = Duration.FromDays(30).Named("retention");
    private readonly Fraction share = ((Fraction)(0.1, 0.4)).Named("share");
    private readonly Rate peak;
    private readonly DataSize kept;

    public RecalculationTests()
    {
        peak = (users * 10 / Duration.Day).Named("peak");
        kept = (peak * retention * share * 500.Bytes).Named("kept");
    }

    /// <summary>864M users x 10 / 86,400 s are 100,000 requests per second.</summary>
    [Fact]
    public void Outputs_start_at_best_guesses_and_follow_the_inputs()
    {
        Recalculation sheet = Recalculation.Of([peak, kept], [users, retention]);
        Assert.Equal(5e9 / 86_400, sheet.Read(peak).PerSecond, 1e-9);
        sheet.Set(users, Scalar.FromNumber(864e6));
        Assert.Equal(100_000, sheet.Read(peak, 1.PerSecond), 1e-9);
        Assert.Equal(100, sheet.Read(peak, 1000.PerSecond), 1e-12);
        sheet.Set(retention, 10 * Duration.Day);
        sheet.Set(users, 86.4, Scalar.FromNumber(1e6));
        Assert.Equal(10_000, sheet.Read(peak).PerSecond, 1e-9);
        Assert.Equal(1e4 * 864_000 * 500 * share.Value, sheet.Read(kept, DataSize.Byte), 1e-3);
        Assert.True(sheet.Read(kept).IsCertain);
        sheet.Reset();
        Assert.Equal(kept.Bytes, sheet.Read(kept).Bytes, 1e-3);
        Assert.Equal([peak, (IQuantity)kept], sheet.Outputs);
        Assert.Equal([users, (IQuantity)retention], sheet.Inputs);
    }

    [Fact]
    public void Changing_and_reading_allocates_nothing()
    {
        Recalculation sheet = Recalculation.Of([peak, kept], [users]);
        double sum = Turn(sheet, 100);
        long before = GC.GetAllocatedBytesForCurrentThread();
        sum += Turn(sheet, 100);
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
        Assert.True(sum > 0);
    }

    private double Turn(Recalculation sheet, int times)
    {
        double sum = 0;
        for (int i = 0; i < times; i++)
        {
            sheet.Set(users, i, Scalar.One);
            sum += sheet.Read(kept, DataSize.Byte) + (sheet.IsFeasible(peak) ? 1 : 0);
        }
        return sum;
    }

    [Fact]
    public void Input_made_of_a_range_and_a_unit_is_set_in_its_own_unit()
    {
        DataSize row = Uncertain.Range(1, 2, 4).In(DataSize.Kilobyte).Named("row");
        DataSize all = row * 3;
        Recalculation sheet = Recalculation.Of([all], [row]);
        sheet.Set(row, 5.Kilobytes);
        Assert.Equal(15_000, sheet.Read(all).Bytes, 1e-9);
    }

    [Fact]
    public void Impossible_point_is_infeasible_and_says_so()
    {
        Scalar load = 0.5.To(0.9).Named("load");
        Scalar wait = (1 / (1 - load)).FeasibleWhen(load < 1, "overload").Named("wait");
        Recalculation sheet = Recalculation.Of([wait], [load]);
        Assert.True(sheet.IsFeasible(wait));
        sheet.Set(load, 1);
        Assert.False(sheet.IsFeasible(wait));
        Assert.False(sheet.Read(wait).IsFeasible);
        Assert.Equal("wait has no number here: wait cannot be at these inputs.", Assert.Throws<EstimateException>(() => sheet.Read(wait, Scalar.One)).Message);
        sheet.Set(load, 0.75);
        Assert.Equal(4, sheet.Read(wait, Scalar.One), 1e-15);
    }

    [Fact]
    public void Function_is_called_again_only_when_its_inputs_changed()
    {
        var counting = new Counting();
        Scalar x = 1.To(9, best: 3), y = 1.To(9, best: 3);
        Scalar[] outputs = [Quantity.Function<Scalar>(counting, x) + y];
        Recalculation sheet = Recalculation.Of(outputs, [x, y]);
        int before = counting.Calls;
        Assert.Equal(9 + 3, sheet.Read(outputs[0], Scalar.One), 1e-12);
        sheet.Set(y, 5, Scalar.One);
        Assert.Equal(9 + 5, sheet.Read(outputs[0], Scalar.One), 1e-12);
        Assert.Equal(before + 1, counting.Calls);
        sheet.Set(x, 2, Scalar.One);
        Assert.Equal(4 + 5, sheet.Read(outputs[0], Scalar.One), 1e-12);
        Assert.Equal(before + 2, counting.Calls);
    }

    [Fact]
    public void What_was_not_given_is_refused_by_name()
    {
        Recalculation sheet = Recalculation.Of([peak], [users]);
        Assert.Contains("'retention' was not given as an input; add it", Assert.Throws<ArgumentException>(() => sheet.Set(retention, Duration.Day)).Message, StringComparison.Ordinal);
        Assert.Contains("'kept' was not given as an output; add it", Assert.Throws<ArgumentException>(() => sheet.Read(kept)).Message, StringComparison.Ordinal);
        Assert.Contains("'peak' is computed", Assert.Throws<ArgumentException>(() => sheet.Set(peak, 1.PerSecond)).Message, StringComparison.Ordinal);
        Assert.Contains("'peak' is computed", Assert.Throws<ArgumentException>(() => Recalculation.Of([kept], [peak])).Message, StringComparison.Ordinal);
        Assert.Contains("No output depends on 'retention'", Assert.Throws<ArgumentException>(() => Recalculation.Of([peak], [users, retention])).Message, StringComparison.Ordinal);
        Assert.Equal("outputs", Assert.Throws<ArgumentException>(() => Recalculation.Of([], [users])).ParamName);
        Assert.Equal("inputs", Assert.Throws<ArgumentException>(() => Recalculation.Of([peak], [])).ParamName);
        Assert.Throws<ArgumentNullException>(() => Recalculation.Of(null!, [users]));
        Assert.Throws<ArgumentNullException>(() => Recalculation.Of([peak], null!));
        Assert.Throws<ArgumentNullException>(() => Recalculation.Of([peak], [null!]));
    }

    [Fact]
    public void Values_that_no_input_can_have_are_refused()
    {
        Recalculation sheet = Recalculation.Of([kept], [users, share]);
        Assert.Contains("must be certain", Assert.Throws<ArgumentException>(() => sheet.Set(users, users)).Message, StringComparison.Ordinal);
        Assert.Contains("A unit must be certain and above 0", Assert.Throws<ArgumentException>(() => sheet.Set(users, 1, users)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => sheet.Read(kept, DataSize.Zero));
        foreach (double amount in new[] { double.NaN, double.PositiveInfinity, double.NegativeInfinity })
            Assert.Equal("amount", Assert.Throws<ArgumentOutOfRangeException>(() => sheet.Set(users, amount, Scalar.One)).ParamName);
        Assert.Throws<ArgumentOutOfRangeException>(() => sheet.Set(users, 1e300, Scalar.FromNumber(1e300)));
        Assert.Contains("between 0 and 1, but this one is 1.5", Assert.Throws<ArgumentOutOfRangeException>(() => sheet.Set(share, 1.5, Fraction.One)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => sheet.Set(share, -0.1, Fraction.One));
        Assert.Throws<ArgumentNullException>(() => sheet.Set(users, null!));
        Assert.Throws<ArgumentNullException>(() => sheet.Set<Scalar>(null!, Scalar.One));
        Assert.Throws<ArgumentNullException>(() => sheet.Read(kept, null!));
        Assert.Throws<ArgumentNullException>(() => sheet.Read<Scalar>(null!));
        Assert.Equal(kept.Bytes, sheet.Read(kept).Bytes, 1e-3);
        sheet.Set(share, 1, Fraction.One);
        sheet.Set(share, 0, Fraction.One);
        Assert.Equal(0, sheet.Read(kept).Bytes);
    }

    private sealed class Counting : IFunction
    {
        public int Calls { get; private set; }

        public string Name => "square";

        public void Evaluate(ReadOnlySpan<double> inputs, Span<double> outputs)
        {
            Calls++;
            outputs[0] = inputs[0] * inputs[0];
        }
    }
}
