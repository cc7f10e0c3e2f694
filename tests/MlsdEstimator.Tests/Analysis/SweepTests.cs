using FsCheck;
using FsCheck.Fluent;

namespace MlsdEstimator.Tests;

public class SweepTests
{
    private static readonly Config Laws = Config.QuickThrowOnFailure.WithMaxTest(1_000).WithQuietOnSuccess(true);

    private readonly Scalar users = 500.Million.Named("users");
    private readonly Scalar perUser = 3.To(30, best: 10).Named("requests per user");

    /// <summary>1, 1.5, 2, 2.5, 3, 3.5, 4 as whole numbers, each once; below the least there are none.</summary>
    [Fact]
    public void Decision_is_swept_over_whole_numbers()
    {
        Scalar zones = Require.WholeAtLeast(1, 3, "zones"), other = Scalar.FromNumber(1).Named("other");
        Sweep table = Sweep.Of(zones, 1, 4, 7, [100 / zones]);
        Assert.Equal([1.0, 2, 3, 4], table.Rows.Select(row => row.Inputs[0].BaseValue));
        Assert.Equal([100.0, 50, 100 / 3.0, 25], table.Rows.Select(row => row.Outputs[0].BaseValue));
        Assert.Equal([1.0, 2], Sweep.Of(zones, 0.2, 2.2, 3, [100 / zones]).Rows.Select(row => row.Inputs[0].BaseValue));
        Assert.Equal(3 * 2, Sweep.Of((zones, 1, 3, 5), (other, 0, 1, 2), [zones + other]).Rows.Count);
        Assert.Equal([0.5, 1], Sweep.Of(other, 0.5, 1, 2, [zones + other]).Rows.Select(row => row.Inputs[0].BaseValue));
    }

    /// <summary>x 10 / 86,400 s: 100M users make 11,574.07 requests per second.</summary>
    [Fact]
    public void Linear_sweep_has_equal_differences_and_exact_ends()
    {
        Rate average = (users * perUser / Duration.Day).Named("average");
        Scalar twice = users * 2;
        Sweep table = Sweep.Of(users, 100.Million, 1.Billion, steps: 4, [average, twice]);
        Assert.Equal([100e6, 400e6, 700e6, 1e9], Column(table, 0));
        Assert.Equal([users], table.Inputs);
        Assert.Equal([average, (IQuantity)twice], table.Outputs);
        Assert.Equal([11_574.0741, 46_296.2963, 81_018.5185, 115_740.7407], table.Rows.Select(row => Math.Round(((Rate)row.Outputs[0]).PerSecond, 4)));
        Assert.Equal([200e6, 800e6, 1.4e9, 2e9], table.Rows.Select(row => ((Scalar)row.Outputs[1]).Value));
        Assert.All(table.Rows, row => Assert.True(row.Outputs[0].IsCertain));
    }

    /// <summary>A value of 0 does not tell the unit: 20 ms are 2 x 10 ms, not 0.02.</summary>
    [Fact]
    public void Input_of_best_guess_0_is_set_in_its_own_unit()
    {
        Scalar tens = Uncertain.Normal(0, 1).AsScalar();
        foreach (Duration offset in new[] { (tens * 10.Milliseconds).Named("offset"), (10.Milliseconds * tens).Named("offset"), (Uncertain.Normal(0, 1).In(Duration.Second) / 100).Named("offset") })
        {
            Duration total = 100.Milliseconds + offset;
            Assert.Equal([100, 110, 120], Sweep.Of(offset, 0.Milliseconds, 20.Milliseconds, steps: 3, [total]).Rows.Select(row => Math.Round(((Duration)row.Outputs[0]).Milliseconds, 9)));
            Assert.Equal(20, total.SolveFor(offset, 120.Milliseconds).Value.Milliseconds, 1e-9);
            Assert.Equal(20, Attribution.Between(total, InputChange.Of(offset, 20.Milliseconds)).Change.Milliseconds, 1e-9);
            Recalculation sheet = Recalculation.Of([total], [offset]);
            sheet.Set(offset, 20.Milliseconds);
            Assert.Equal(120, sheet.Read(total).Milliseconds, 1e-9);
        }
    }

    [Fact]
    public void Logarithmic_sweep_has_equal_ratios_and_exact_ends()
    {
        Sweep table = Sweep.Of(users, 3, 3_000_000, steps: 7, [users * 1], isLogarithmic: true);
        Assert.Equal((3, 3_000_000), (Column(table, 0)[0], Column(table, 0)[^1]));
        Assert.All(Column(table, 0).Zip([3, 30, 300, 3_000, 30_000, 300_000, 3_000_000]), pair => Assert.Equal(pair.Second, pair.First, 1e-9 * pair.Second));
    }

    [Theory]
    [InlineData(0.1, 0.7, false)]
    [InlineData(0.7, 0.1, false)]
    [InlineData(0.1, 0.7, true)]
    [InlineData(1.1, 13.3, true)]
    [InlineData(7e-300, 3e300, true)]
    public void Ends_are_exact_for_any_number(double from, double to, bool isLogarithmic)
    {
        double[] values = Column(Sweep.Of(perUser, from, to, steps: 5, [perUser * 1], isLogarithmic), 0);
        Assert.Equal((from, to), (values[0], values[^1]));
        Assert.Equal(5, values.Length);
    }

    [Fact]
    public void Two_inputs_make_a_grid_whose_last_moves_fastest()
    {
        Scalar product = users * perUser;
        Sweep grid = Sweep.Of((users, 1, 2, 2), (perUser, 10, 30, 3), [product]);
        Assert.Equal([users, (IQuantity)perUser], grid.Inputs);
        Assert.Equal([1, 1, 1, 2, 2, 2], Column(grid, 0));
        Assert.Equal([10, 20, 30, 10, 20, 30], Column(grid, 1));
        Assert.Equal([10, 20, 30, 20, 40, 60], grid.Rows.Select(row => ((Scalar)row.Outputs[0]).Value));
        Sweep ratios = Sweep.Of((users, 1, 100, 3), (perUser, 2, 8, 3), [product], isLogarithmic: true);
        Assert.Equal([2, 4, 8, 20, 40, 80, 200, 400, 800], ratios.Rows.Select(row => Math.Round(((Scalar)row.Outputs[0]).Value, 9)));
    }

    [Fact]
    public void Row_that_cannot_be_says_so()
    {
        Scalar load = 0.5.To(0.9, best: 0.7).Named("load");
        Scalar wait = (1 / (1 - load)).FeasibleWhen(load < 1, "overload");
        Sweep table = Sweep.Of(load, 0.5, 1.5, steps: 3, [wait.Named("wait"), wait * 2, load]);
        Assert.Equal(["2", "infeasible", "infeasible"], table.Rows.Select(row => row.Outputs[0].ToString()));
        Assert.Equal("This scalar is infeasible: wait cannot be at this point of the sweep.", Assert.Throws<EstimateException>(() => table.Rows[1].Outputs[0].BaseValue).Message);
        Assert.Equal("This scalar is infeasible: it cannot be at this point of the sweep.", Assert.Throws<EstimateException>(() => table.Rows[1].Outputs[1].BaseValue).Message);
        Assert.Equal(1.5, table.Rows[2].Outputs[2].BaseValue);
    }

    [Fact]
    public void Input_with_a_unit_is_swept_in_its_own_type()
    {
        Scalar kilobytes = (300, 800);
        DataSize row = (kilobytes * DataSize.Kilobyte).Named("row");
        Sweep table = Sweep.Of(row, 1.Megabytes, 3.Megabytes, steps: 3, [(row * 10).Named("table"), kilobytes]);
        Assert.Equal([1e6, 2e6, 3e6], table.Rows.Select(line => ((DataSize)line.Inputs[0]).Bytes));
        Assert.Equal([1e7, 2e7, 3e7], table.Rows.Select(line => Math.Round(((DataSize)line.Outputs[0]).Bytes, 3)));
        Assert.Equal([1e3, 2e3, 3e3], table.Rows.Select(line => Math.Round(((Scalar)line.Outputs[1]).Value, 6)));
    }

    [Fact]
    public void Input_whose_best_guess_is_zero_is_swept()
    {
        Scalar zero = Scalar.FromNumber(0).Named("zero");
        Assert.Equal([-2, 0, 2], Sweep.Of(zero, -1, 1, steps: 3, [zero * 2]).Rows.Select(row => ((Scalar)row.Outputs[0]).Value));
    }

    [Fact]
    public void Ceilings_are_kept() =>
        Assert.Equal([1, 2, 3], Sweep.Of(perUser, 1, 5, steps: 3, [(perUser / 2).Ceiling()]).Rows.Select(row => ((Scalar)row.Outputs[0]).Value));

    [Fact]
    public void Goal_seek_inverts_the_sweep_for_random_targets() =>
        Prop.ForAll(
            Gen.Choose(1, 1_000).ToArbitrary(),
            part =>
            {
                double from = 50e6 * (1 + part / 100.0);
                Rate peak = users * perUser.Pow(1.1) / Duration.Day + 3.PerSecond;
                SweepRow row = Sweep.Of(users, from, 2 * from, steps: 2, [peak]).Rows[1];
                Assert.Equal(2 * from, peak.SolveFor(users, (Rate)row.Outputs[0]).Value.Value, 1e-9 * from);
            }).Check(Laws);

    [Theory]
    [InlineData(1)]
    [InlineData(0)]
    [InlineData(-3)]
    public void Fewer_than_two_steps_are_refused(int count)
    {
        Assert.Throws<ArgumentOutOfRangeException>("steps", () => Sweep.Of(users, 1, 2, count, [users * 2]));
        Assert.Throws<ArgumentOutOfRangeException>("steps", () => Sweep.Of((users, 1, 2, 2), (perUser, 1, 2, count), [users * perUser]));
    }

    [Theory]
    [InlineData(0, 10)]
    [InlineData(10, 0)]
    [InlineData(-1, 10)]
    public void Logarithmic_sweep_refuses_an_end_that_is_not_above_zero(double first, double last)
    {
        ArgumentOutOfRangeException refusal = Assert.Throws<ArgumentOutOfRangeException>("from", () => Sweep.Of(users, first, last, 3, [users * 2], isLogarithmic: true));
        Assert.StartsWith($"A logarithmic sweep needs both ends above 0, but goes from {first} to {last}; sweep linearly, or start above 0.", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Computed_input_is_refused()
    {
        Scalar requests = (users * perUser).Named("requests");
        ArgumentException refusal = Assert.Throws<ArgumentException>("input", () => Sweep.Of(requests, 1, 2, 2, [requests * 2]));
        Assert.StartsWith("'requests' is computed; sweep one of the inputs it is computed from.", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Input_that_no_output_depends_on_is_refused()
    {
        Scalar foreign = Scalar.FromNumber(3).Named("items");
        ArgumentException refusal = Assert.Throws<ArgumentException>("outputs", () => Sweep.Of(foreign, 1, 2, 2, [users * 2]));
        Assert.StartsWith("No output depends on 'items'; sweep an input of the outputs.", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void One_input_twice_is_refused()
    {
        ArgumentException refusal = Assert.Throws<ArgumentException>("second", () => Sweep.Of((users, 1, 2, 2), (users, 3, 4, 2), [users * 2]));
        Assert.StartsWith("'users' is swept twice; give two different inputs.", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Uncertain_end_is_refused()
    {
        ArgumentException refusal = Assert.Throws<ArgumentException>("from", () => Sweep.Of(users, (1, 4), 9, 3, [users * 2]));
        Assert.StartsWith("The end of a sweep must be certain, but is ~2.", refusal.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>("to", () => Sweep.Of(users, 1, (4, 9), 3, [users * 2]));
    }

    [Fact]
    public void Nothing_is_refused_by_name()
    {
        Assert.Throws<ArgumentException>("outputs", () => Sweep.Of(users, 1, 2, 2, []));
        Assert.Throws<ArgumentNullException>("outputs", () => Sweep.Of(users, 1, 2, 2, null!));
        Assert.Throws<ArgumentNullException>("outputs", () => Sweep.Of(users, 1, 2, 2, [users * 2, null!]));
        Assert.Throws<ArgumentNullException>("input", () => Sweep.Of((Scalar)null!, 1, 2, 2, [users * 2]));
        Assert.Throws<ArgumentNullException>("from", () => Sweep.Of(users, null!, 2, 2, [users * 2]));
        Assert.Throws<ArgumentNullException>("to", () => Sweep.Of(users, 1, null!, 2, [users * 2]));
    }

    private static double[] Column(Sweep table, int input) => [.. table.Rows.Select(row => row.Inputs[input].BaseValue)];
}
