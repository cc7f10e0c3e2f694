namespace MlsdEstimator.Tests;

/// <summary>Comparisons along an input, against crossings found by hand.</summary>
public class CrossingTests
{
    private readonly Scalar x = Scalar.FromNumber(10).Named("x");

    /// <summary>1000 + 0.001 u = 200 + 0.003 u at u = 400,000.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Two_lines_cross_where_they_are_equal(bool isLogarithmic)
    {
        Scalar users = 50_000.To(5_000_000).Named("users");
        Money online = 1_000.Dollars + 0.001.Dollars * users, batch = 200.Dollars + 0.003.Dollars * users;
        Crossings<Scalar> found = Comparison.Of(("online", online), ("batch", batch)).CrossingsAlong(users, 1_000, 10.Million, isLogarithmic: isLogarithmic);
        Crossing<Scalar> only = Assert.Single(found.Found);
        Assert.Equal(400_000, only.At.Value, 1e-3);
        Assert.Equal(("batch", "online", CrossingKind.Equal), (only.Before, only.After, only.Kind));
        Assert.True(only.At.IsCertain);
        Assert.False(found.IsUnrounded);
        Assert.Equal("For users between 1,000 and 10 M: batch until 400 K, then online.", found.Explanation);
        Assert.Equal(found.Explanation, found.ToString());
        Assert.Equal("batch until 400 K, then online", only.ToString());
        Assert.Equal(25, found.Rows.Count);
        Assert.Equal(["batch", "online"], new[] { found.Rows[0], found.Rows[^1] }.Select(row => row.Best));
    }

    /// <summary>x^2 and 5 x are both 0 at 0: that is no change, although 5 x is the best at the best guess.</summary>
    [Fact]
    public void Tie_at_the_first_value_is_no_crossing()
    {
        Comparison<Scalar> comparison = Comparison.Of(("square", x * x), ("line", 5 * x));
        Assert.Equal("For x between 0 and 30: square until 5, then line.", comparison.CrossingsAlong(x, 0, 30).Explanation);
        Assert.Equal("For x between 0 and 4: square is the best everywhere.", comparison.CrossingsAlong(x, 0, 4).Explanation);
    }

    /// <summary>100 / zones against 10 zones - 2: 33.3 and 28 at 3 zones, 25 and 38 at 4. Down from 6, the last that is better is found first. 10 zones is equal to 40 at 4, and left at 5.</summary>
    [Theory]
    [InlineData(1, 6, 4, "For zones between 1 and 6: dear until 4, then shared.")]
    [InlineData(0.2, 5.9, 4, "For zones between 1 and 6: dear until 4, then shared.")]
    [InlineData(6, 1, 3, "For zones between 6 and 1: shared until 3, then dear.")]
    public void Decision_crosses_at_a_whole_number(double from, double to, double at, string explanation)
    {
        Scalar zones = Require.WholeAtLeast(1, 3, "zones");
        Crossings<Scalar> found = Comparison.Of(("shared", 100 / zones), ("dear", zones * 10 - 2)).CrossingsAlong(zones, from, to);
        Crossing<Scalar> only = Assert.Single(found.Found);
        Assert.Equal((at, CrossingKind.Equal), (only.At.Value, only.Kind));
        Assert.Equal(explanation, found.Explanation);
        Assert.Equal(6, found.Rows.Count);
    }

    [Fact]
    public void Decision_that_ties_at_a_whole_number_is_left_at_the_next_one()
    {
        Scalar zones = Require.WholeAtLeast(1, 3, "zones");
        Comparison<Scalar> comparison = Comparison.Of(("each", zones * 10), ("flat", zones * 0 + 40));
        Assert.Equal(5, Assert.Single(comparison.CrossingsAlong(zones, 1, 9).Found).At.Value);
        Assert.Equal(CrossingKind.BecomesInfeasible, Assert.Single(Comparison.Of(("few", zones.FeasibleWhen(zones < 4, "too many")), ("flat", zones + 40)).CrossingsAlong(zones, 1, 9).Found).Kind);
        Assert.Throws<ArgumentException>("to", () => comparison.CrossingsAlong(zones, 2, 2.4));
    }

    [Fact]
    public void Crossings_follow_the_direction_of_the_search()
    {
        Crossings<Scalar> found = Comparison.Of(("a", x * 2), ("b", x + 30)).CrossingsAlong(x, 100, 0);
        Crossing<Scalar> only = Assert.Single(found.Found);
        Assert.Equal(30, only.At.Value, 1e-9);
        Assert.Equal(("b", "a"), (only.Before, only.After));
        Assert.Equal([100.0, 0.0], new[] { found.Rows[0], found.Rows[^1] }.Select(row => row.At.Value));
    }

    /// <summary>10 x, 100 + 5 x, 400 + x: 10 x = 100 + 5 x at 20 and 100 + 5 x = 400 + x at 75; the first and the last meet at 44.4, where neither is the best.</summary>
    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(25)]
    public void Every_change_is_found_even_between_two_steps(int steps)
    {
        Crossings<Scalar> found = Comparison.Of(("steep", x * 10), ("middle", x * 5 + 100), ("flat", x + 400)).CrossingsAlong(x, 0, 100, steps);
        Assert.Equal([("steep", "middle"), ("middle", "flat")], found.Found.Select(one => (one.Before, one.After)));
        Assert.Equal(20, found.Found[0].At.Value, 1e-9);
        Assert.Equal(75, found.Found[1].At.Value, 1e-9);
        Assert.All(found.Found, one => Assert.Equal(CrossingKind.Equal, one.Kind));
        Assert.Equal("For x between 0 and 100: steep until 20, then middle; middle until 75, then flat.", found.Explanation);
        Assert.Equal(steps, found.Rows.Count);
    }

    /// <summary>x^2 is below 3 x + 10 for x below 5 and above -2.</summary>
    [Fact]
    public void Best_may_change_twice()
    {
        Crossings<Scalar> found = Comparison.Of(("square", x * x), ("line", x * 3 + 10)).CrossingsAlong(x, -4, 10);
        Assert.Equal([("line", "square"), ("square", "line")], found.Found.Select(one => (one.Before, one.After)));
        Assert.Equal([-2.0, 5.0], found.Found.Select(one => Math.Round(one.At.Value, 9)));
    }

    /// <summary>100 (x - c)^2 is below 1 between c - 0.1 and c + 0.1: far within one step of 25 over 0..100, also in the first step and in the last.</summary>
    [Theory]
    [InlineData(50.5, 0, 100)]
    [InlineData(52.9, 0, 100)]
    [InlineData(52.9, 100, 0)]
    [InlineData(1, 0, 100)]
    [InlineData(99.5, 0, 100)]
    [InlineData(0.5, 100, 0)]
    public void Dip_within_a_step_is_found(double center, double from, double to)
    {
        Scalar bowl = 100 * ((x - center) * (x - center)), flat = x * 0 + 1;
        double[] expected = [.. new[] { center - 0.1, center + 0.1 }.OrderBy(at => from < to ? at : -at)];
        foreach (int sign in (int[])[1, -1])
        {
            Crossings<Scalar> found = sign > 0
                ? Comparison.Of(("bowl", bowl), ("flat", flat)).CrossingsAlong(x, from, to)
                : Comparison.Of(("bowl", (-bowl).Marked(Aspect.MoreIsBetter)), ("flat", (-flat).Marked(Aspect.MoreIsBetter))).CrossingsAlong(x, from, to);
            Assert.Equal([("flat", "bowl", CrossingKind.Equal), ("bowl", "flat", CrossingKind.Equal)], found.Found.Select(one => (one.Before, one.After, one.Kind)));
            Assert.Equal(expected[0], found.Found[0].At.Value, 1e-9);
            Assert.Equal(expected[1], found.Found[1].At.Value, 1e-9);
        }
    }

    /// <summary>x and 100 - x are equal at 50; the third is the best where both are above 49.9, and comes nearest where the best of the others has a corner.</summary>
    [Fact]
    public void Third_that_is_best_only_near_a_crossing_is_found()
    {
        Comparison<Scalar> three = Comparison.Of(("rising", x * 1), ("falling", 100 - x), ("flat", x * 0 + 49.9));
        Crossings<Scalar> found = three.CrossingsAlong(x, 0, 99, 26);
        Assert.Equal([("rising", "flat"), ("flat", "falling")], found.Found.Select(one => (one.Before, one.After)));
        Assert.Equal([49.9, 50.1], found.Found.Select(one => Math.Round(one.At.Value, 9)));
    }

    /// <summary>1 + (x - 50.5)^2 is 1 at 50.5 and never below it, 0.999 + (x - 50.5)^2 is.</summary>
    [Theory]
    [InlineData(1, 0)]
    [InlineData(1.001, 0)]
    [InlineData(0.999, 2)]
    public void Touch_is_no_change(double lowest, int changes)
    {
        Scalar bowl = (x - 50.5) * (x - 50.5) + lowest, flat = x * 0 + 1;
        Assert.Equal(changes, Comparison.Of(("bowl", bowl), ("flat", flat)).CrossingsAlong(x, 0, 100).Found.Count);
    }

    /// <summary>A dip beside values at which the alternative cannot be.</summary>
    [Fact]
    public void Dip_is_found_where_others_cannot_be()
    {
        Scalar bowl = 100 * ((x - 50.5) * (x - 50.5)), flat = (x * 0 + 1).FeasibleWhen(x > 20, "too small"), never = Quantity.Infeasible<Scalar>("never");
        Crossings<Scalar> found = Comparison.Of(("bowl", bowl), ("flat", flat), ("never", never)).CrossingsAlong(x, 0, 100);
        Assert.Equal([20.0, 50.4, 50.6], found.Found.Select(one => Math.Round(one.At.Value, 9)));
        Assert.Equal([("bowl", "flat"), ("flat", "bowl"), ("bowl", "flat")], found.Found.Select(one => (one.Before, one.After)));
    }

    [Fact]
    public void Alternative_that_cannot_be_is_left_where_it_stops()
    {
        Scalar cheap = (x * 1).FeasibleWhen(x <= 60, "overload"), dear = (x * 3).FeasibleWhen(x >= 20, "too small").FeasibleWhen(x <= 80, "overload");
        Crossings<Scalar> found = Comparison.Of(("cheap", cheap), ("dear", dear)).CrossingsAlong(x, 0, 100, 4);
        Assert.Equal([("cheap", "dear", CrossingKind.BecomesInfeasible), ("dear", null, CrossingKind.BecomesInfeasible)], found.Found.Select(one => (one.Before, one.After, one.Kind)));
        Assert.Equal([60.0, 80.0], found.Found.Select(one => Math.Round(one.At.Value, 9)));
        Assert.Equal("For x between 0 and 100: cheap until 60, then dear, because cheap becomes infeasible; dear until 80, then nothing feasible.", found.Explanation);
        Assert.Equal(["cheap", "cheap", "dear", null], Comparison.Of(("cheap", cheap), ("dear", dear)).CrossingsAlong(x, 0, 99, 4).Rows.Select(row => row.Best));
        Crossing<Scalar> last = Assert.Single(Comparison.Of(("a", cheap), ("none", Quantity.Infeasible<Scalar>("never"))).CrossingsAlong(x, 100, 0).Found);
        Assert.Equal((null, "a", CrossingKind.BecomesFeasible, "nothing feasible until 60, then a"), (last.Before, last.After, last.Kind, last.ToString()));
        Crossing<Scalar> better = Assert.Single(Comparison.Of(("new", (x * 1).FeasibleWhen(x >= 30, "too small")), ("old", x * 2)).CrossingsAlong(x, 10, 50).Found);
        Assert.Equal(("old", "new", CrossingKind.BecomesFeasible, "old until 30, then new, because new becomes feasible"), (better.Before, better.After, better.Kind, better.ToString()));
    }

    [Fact]
    public void Jump_is_found_and_called_one()
    {
        Scalar stepped = Quantity.If(x > 37, Scalar.FromNumber(100), Scalar.FromNumber(10));
        Crossing<Scalar> only = Assert.Single(Comparison.Of(("stepped", stepped), ("flat", x * 0 + 50)).CrossingsAlong(x, 0, 100).Found);
        Assert.Equal(37, only.At.Value, 1e-9);
        Assert.Equal(("stepped", "flat", CrossingKind.Jump, "stepped until 37, then flat, by a jump"), (only.Before, only.After, only.Kind, only.ToString()));
    }

    /// <summary>Machines of 10 each at 100: 10 x before rounding, against 100 + 5 x: equal at 20. Rounded, the fleet costs 100, 200, 200, 300 at 9, 11, 20, 21 against 145, 155, 200, 205.</summary>
    [Fact]
    public void Whole_machines_are_compared_before_rounding_and_said_so()
    {
        Scalar fleet = (x / 10).Ceiling() * 100, service = x * 5 + 100;
        Crossings<Scalar> found = Comparison.Of(("fleet", fleet), ("service", service)).CrossingsAlong(x, 1, 41, 41);
        Assert.True(found.IsUnrounded);
        Assert.Equal(20, Assert.Single(found.Found).At.Value, 1e-9);
        Assert.Equal("For x between 1 and 41 (before rounding to whole ones): fleet until 20, then service.", found.Explanation);
        Assert.Equal(["fleet", "service", "fleet", "service"], new[] { 9, 11, 20, 21 }.Select(at => found.Rows[at - 1].Best));
    }

    /// <summary>P((3, 10, 30) x below 120) by hand: 0.95 at 4, Phi(1.64485 ln 1.2 / ln 3) = 0.6076 at 10, 0.5 at 12, 0.05 at 40.</summary>
    [Fact]
    public void Table_tells_how_sure_the_best_is()
    {
        Money usage = 1.Dollars * (x * 3.To(30, best: 10)), flat = 120.Dollars * Scalar.One;
        Crossings<Scalar> found = Comparison.Of(("flat", flat), ("usage", usage)).CrossingsAlong(x, 4, 40, 7);
        Assert.Equal(["usage", "flat"], found.Alternatives);
        Assert.Equal([4.0, 10, 16, 22, 28, 34, 40], found.Rows.Select(row => Math.Round(row.At.Value, 9)));
        Assert.Equal(0.95, found.Rows[0].ProbabilityBest[0].Value, 0.003);
        Assert.Equal(0.6076, found.Rows[1].ProbabilityBest[0].Value, 0.003);
        Assert.Equal(0.05, found.Rows[6].ProbabilityBest[0].Value, 0.003);
        Assert.All(found.Rows, row => Assert.Equal(1, row.ProbabilityBest.Sum(share => share.Value), 1e-12));
        Assert.All(found.Rows, row => Assert.Equal(0, row.NoneFeasible.Value));
        Assert.Equal(12, Assert.Single(found.Found).At.Value, 1e-9);
    }

    [Fact]
    public void Table_counts_draws_in_which_nothing_is_feasible()
    {
        Scalar limit = Uncertain.Uniform(0, 10).AsScalar(), y = x.FeasibleWhen(x < limit, "overload");
        Crossings<Scalar> found = Comparison.Of(("y", y), ("twice", y * 2)).CrossingsAlong(x, 2, 8, 3);
        Assert.Equal([0.2, 0.5, 0.8], found.Rows.Select(row => Math.Round(row.NoneFeasible.Value, 2)));
        Assert.Equal([0.8, 0.5, 0.2], found.Rows.Select(row => Math.Round(row.ProbabilityBest[0].Value, 2)));
    }

    [Fact]
    public void Uncertain_input_is_set_in_every_draw()
    {
        DataSize row = 100.Bytes.To(900.Bytes).Named("row size");
        Crossings<DataSize> found = Comparison.Of(("rows", row * 2), ("block", 1.Kilobytes + 0 * row)).CrossingsAlong(row, 400.Bytes, 600.Bytes, 2);
        Assert.Equal(500, Assert.Single(found.Found).At.Bytes, 1e-9);
        Assert.Equal([1.0, 0.0], found.Rows.Select(one => one.ProbabilityBest[0].Value));
    }

    [Fact]
    public void Input_times_a_unit_is_set_in_its_own_unit()
    {
        Scalar count = (1, 4);
        DataSize size = (count * DataSize.Kilobyte).Named("size");
        Assert.Equal(5, Assert.Single(Comparison.Of(("a", size), ("b", 5.Kilobytes + 0 * size)).CrossingsAlong(size, 1.Kilobytes, 9.Kilobytes).Found).At.Kilobytes, 1e-9);
    }

    [Fact]
    public void Largest_is_best_where_more_is_better()
    {
        Scalar a = (x * 2).Marked(Aspect.MoreIsBetter), b = (x + 30).Marked(Aspect.MoreIsBetter);
        Crossing<Scalar> only = Assert.Single(Comparison.Of(("a", a), ("b", b)).CrossingsAlong(x, 0, 100).Found);
        Assert.Equal((30.0, "b", "a"), (Math.Round(only.At.Value, 9), only.Before, only.After));
    }

    [Fact]
    public void One_that_is_best_everywhere_is_named()
    {
        Crossings<Scalar> found = Comparison.Of(("a", x + 1), ("b", x + 2)).CrossingsAlong(x, 0, 100);
        Assert.Empty(found.Found);
        Assert.Equal("For x between 0 and 100: a is the best everywhere.", found.Explanation);
        Scalar none = x.FeasibleWhen(x < 0, "never");
        Assert.Equal("For x between 1 and 2: nothing is feasible everywhere.", Comparison.Of(("a", none), ("b", none + 1)).CrossingsAlong(x, 1, 2).Explanation);
    }

    /// <summary>Equal on 0..50, then b is cheaper: a, named first, is left only where b is strictly better.</summary>
    [Fact]
    public void Equal_alternatives_are_no_change()
    {
        Crossing<Scalar> only = Assert.Single(Comparison.Of(("a", x + 0.1 + 0.2), ("b", Scalar.Min(x, 50) + 0.3)).CrossingsAlong(x, 0, 100).Found);
        Assert.Equal(50, only.At.Value, 1e-3);
        Assert.Equal(("a", "b"), (only.Before, only.After));
    }

    [Fact]
    public void Nearly_equal_draws_are_ties()
    {
        Scalar load = 1.To(100);
        Assert.Equal([0.5, 0.5], Comparison.Of(("a", load + 0.1 + 0.2), ("b", load + 0.3)).Ranking.Select(alternative => alternative.ProbabilityBest.Value));
    }

    [Fact]
    public void Difference_has_a_range_from_the_same_draws()
    {
        Scalar load = 1.To(100);
        Comparison<Scalar> found = Comparison.Of(("double", load * 2 + 5), ("single", load * 2));
        Assert.Equal([5.0, 5.0], new[] { found.DifferenceBelief.Low, found.DifferenceBelief.High }.Select(value => Math.Round(value.Value, 9)));
        Assert.Same(found.Difference, found.DifferenceBelief.Subject);
    }

    [Fact]
    public void Infeasible_alternative_says_so()
    {
        Comparison<Scalar> found = Comparison.Of(("none", Quantity.Infeasible<Scalar>("overload")), ("a", Scalar.FromNumber(5)));
        Assert.Equal("a 5 | 5 | 5 (90%) (best in 100%) before none cannot be: overload (best in 0%)", found.ToString());
        Assert.Equal([true, false], found.Ranking.Select(alternative => alternative.IsFeasible));
    }

    [Fact]
    public void Bad_questions_are_refused()
    {
        Comparison<Scalar> comparison = Comparison.Of(("a", x + 1), ("b", x * 2));
        Scalar other = Scalar.FromNumber(1).Named("other");
        Assert.StartsWith("No alternative depends on 'other'; choose an input of the alternatives.", Assert.Throws<ArgumentException>("input", () => comparison.CrossingsAlong(other, 0, 1)).Message, StringComparison.Ordinal);
        Assert.StartsWith("A comparison along an input needs two different ends, but both are 5.", Assert.Throws<ArgumentException>("to", () => comparison.CrossingsAlong(x, 5, 5)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>("input", () => comparison.CrossingsAlong(x + 1, 0, 1));
        Assert.Throws<ArgumentException>("from", () => comparison.CrossingsAlong(x, (1, 2), 3));
        Assert.Throws<ArgumentOutOfRangeException>("steps", () => comparison.CrossingsAlong(x, 0, 1, steps: 1));
        Assert.Throws<ArgumentOutOfRangeException>("from", () => comparison.CrossingsAlong(x, 0, 1, isLogarithmic: true));
        Assert.Throws<ArgumentNullException>("input", () => comparison.CrossingsAlong(null!, Scalar.Zero, Scalar.One));
        Assert.Throws<ArgumentNullException>("from", () => comparison.CrossingsAlong(x, null!, Scalar.One));
        Assert.Throws<ArgumentNullException>("to", () => comparison.CrossingsAlong(x, Scalar.One, null!));
    }
}
