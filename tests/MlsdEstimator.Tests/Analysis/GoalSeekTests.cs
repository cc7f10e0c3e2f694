namespace MlsdEstimator.Tests;

/// <summary>Goal seek against formulas inverted by hand.</summary>
public class GoalSeekTests
{
    private readonly Scalar users = 500.Million.Named("daily active users");
    private readonly Scalar perUser = 3.To(30, best: 10).Named("requests per user per day");
    private readonly Rate peak;

    public GoalSeekTests() => peak = (users * perUser / Duration.Day * 2).Named("peak QPS");

    /// <summary>200,000 x 86,400 / (10 x 2) = 864 million.</summary>
    [Fact]
    public void Users_for_a_peak_invert_the_formula()
    {
        Goal<Scalar> goal = peak.SolveFor(users, 200_000.PerSecond);
        Assert.Equal(864e6, goal.Value.Value, 1e-2);
        Assert.Single(goal.Solutions);
        Assert.False(goal.IsUnrounded);
        Assert.Equal("peak QPS is 200 k/s at daily active users = 864 M.", goal.Explanation);
        Assert.Equal(goal.Explanation, goal.ToString());
        Assert.True(goal.Value.IsCertain);
    }

    [Fact]
    public void Range_is_solved_for_as_a_number() => Assert.Equal(17.28, peak.SolveFor(perUser, 200_000.PerSecond).Value.Value, 1e-9);

    [Theory]
    [InlineData(0, 8, 3)]
    [InlineData(1, 0.25, 4)]
    [InlineData(2, 1e-9, 1e9)]
    [InlineData(3, 32, 5)]
    [InlineData(4, 2, 4)]
    [InlineData(5, 1.5, 4.48168907033806)]
    [InlineData(6, 1.23e-300, 1.23e-3)]
    public void Closed_forms_are_inverted(int which, double target, double expected)
    {
        Scalar x = Scalar.FromNumber(which == 2 ? 2e8 : which == 6 ? 0.1 : 2.5).Named("x");
        Scalar[] formulas = [x + 5, 1 / x, 1 / x, Scalar.FromNumber(2).Pow(x), x.Sqrt(), x.Log(), x * 1e-297];
        Assert.Equal(expected, formulas[which].SolveFor(x, target).Value.Value, 1e-9 * expected);
    }

    /// <summary>The 90 % point of (3, 10, 30) is 10 x 3^(1.28155 / 1.64485) = 23.536, so 8.64e9 / 23.536 = 367.1 million.</summary>
    [Fact]
    public void Confidence_solves_at_that_point_of_belief()
    {
        Goal<Scalar> goal = peak.SolveFor(users, 200_000.PerSecond, confidence: 0.9);
        Assert.Equal(367.1e6, goal.Value.Value, 3e6);
        Rate again = goal.Value * 3.To(30, best: 10) / Duration.Day * 2;
        var independent = new SimulationOptions { Method = SimulationMethod.Random, Samples = 200_000, Seed = 7 };
        Assert.Equal(0.9, (again <= 200_000.PerSecond).Probability(independent).True.Value, 0.01);
        Assert.EndsWith("M, at the 90% point of belief.", goal.Explanation, StringComparison.Ordinal);
    }

    /// <summary>The input that is solved for is held; only the other inputs stay uncertain.</summary>
    [Fact]
    public void Confidence_holds_the_input_that_is_solved_for()
    {
        Scalar a = 1.To(4, best: 2).Named("a"), b = Uncertain.Normal(10, 1).AsScalar();
        Assert.Equal(20 - 11.644854, (a + b).SolveFor(a, 20, confidence: 0.95).Value.Value, 0.02);
        Assert.Equal(5, (a * 3).SolveFor(a, 15, confidence: 0.95).Value.Value, 1e-9);
    }

    [Fact]
    public void Ceiling_is_solved_before_rounding()
    {
        Scalar load = Scalar.FromNumber(100).Named("load");
        Goal<Scalar> up = (load / 8).Ceiling().Named("machines").SolveFor(load, 20), down = (load / 8).Floor().Named("machines").SolveFor(load, 20);
        Assert.Equal(160, up.Value.Value, 1e-9);
        Assert.True(up.IsUnrounded && down.IsUnrounded);
        Assert.Equal("machines is 20 at load = 160, before rounding to whole ones.", up.Explanation);
        Goal<Scalar> sure = ((load * 1.To(1.5)) / 8).Ceiling().Named("machines").SolveFor(load, 20, 0.95);
        Assert.Equal(106.667, sure.Value.Value, 0.2);
        Assert.EndsWith(", at the 95% point of belief, before rounding to whole ones.", sure.Explanation, StringComparison.Ordinal);
    }

    [Fact]
    public void Fraction_is_searched_from_none_to_all()
    {
        Fraction share = 10.Percent.Named("share");
        Assert.Equal(0.999, (share.AsScalar() * 1000).SolveFor(share, 999).Value.Value, 1e-12);
        Assert.Equal(1, (share.AsScalar() * 1000).SolveFor(share, 1000).Value.Value);
        Assert.Equal(0, (share.AsScalar() * 1000).SolveFor(share, 0).Value.Value);
        Goal<Fraction> none = (share.AsScalar() * 1000).Named("items").SolveFor(share, 1001);
        Assert.Empty(none.Solutions);
        Assert.Equal("items does not reach 1,001 for any share between 0% and 100%.", none.Explanation);
    }

    /// <summary>u (1 - u) = 0.2 at 1/2 -+ sqrt(0.05) = 0.27639, 0.72361.</summary>
    [Fact]
    public void Two_solutions_are_both_given_and_neither_is_the_value()
    {
        Fraction u = 10.Percent.Named("utilisation");
        Goal<Fraction> goal = (u * (1 - u)).Named("spread").SolveFor(u, 20.Percent);
        Assert.Equal(2, goal.Solutions.Count);
        Assert.Equal(0.276393202250021, goal.Solutions[0].Value, 1e-9);
        Assert.Equal(0.723606797749979, goal.Solutions[1].Value, 1e-9);
        Assert.Equal(goal.Explanation, Assert.Throws<EstimateException>(() => goal.Value).Message);
        Assert.Equal("spread is 20% at 2 values of utilisation: 27.6%, 72.4%.", goal.Explanation);
    }

    /// <summary>(x - 5)^2 is 0 at 5, 0.0001 at 4.99 and 5.01, and never below 0: far less than a step of the search apart.</summary>
    [Theory]
    [InlineData(0.0001, new[] { 4.99, 5.01 })]
    [InlineData(0, new[] { 5.0 })]
    [InlineData(-0.0001, new double[0])]
    public void Curve_that_comes_near_between_two_steps_is_followed(double target, double[] solutions)
    {
        Scalar x = Scalar.FromNumber(3).Named("x"), curve = (x - 5) * (x - 5);
        foreach (Scalar either in new[] { curve, -curve })
        {
            Goal<Scalar> goal = either.SolveFor(x, ReferenceEquals(either, curve) ? target : -target);
            Assert.Equal(solutions.Length, goal.Solutions.Count);
            Assert.All(solutions.Zip(goal.Solutions), pair => Assert.Equal(pair.First, pair.Second.Value, target == 0 ? 1e-5 : 1e-9));
        }
    }

    /// <summary>The first step of the search is 0.003 to 0.00307, the last 2,932 to 3,000.</summary>
    [Theory]
    [InlineData(0.00303, 1e-6)]
    [InlineData(2_975, 1)]
    public void Curve_that_comes_near_in_the_first_or_last_step_is_followed(double center, double half)
    {
        Scalar x = Scalar.FromNumber(3).Named("x");
        Goal<Scalar> goal = ((x - center) * (x - center)).SolveFor(x, half * half);
        Assert.Equal(2, goal.Solutions.Count);
        Assert.Equal(center - half, goal.Solutions[0].Value, 1e-6 * half);
        Assert.Equal(center + half, goal.Solutions[1].Value, 1e-6 * half);
    }

    /// <summary>100 / zones: 25 at 4; 30 at 3.33, between 33.3 at 3 and 25 at 4; 150 at 0.67, where there are no zones.</summary>
    [Theory]
    [InlineData(25, new[] { 4.0 }, "share is 25 at zones = 4.")]
    [InlineData(30, new double[0], "share is 30 at zones = 3.33. But zones is a whole number: 33.3 at 3, 25 at 4.")]
    [InlineData(150, new double[0], "share is 150 at zones = 0.667. But zones is a whole number: 100 at 1.")]
    public void Decision_is_solved_for_in_whole_numbers(double target, double[] solutions, string explanation)
    {
        Scalar zones = Require.WholeAtLeast(1, 3, "zones"), share = (100 / zones).Named("share");
        Goal<Scalar> goal = share.SolveFor(zones, target);
        Assert.Equal(solutions, goal.Solutions.Select(one => one.Value));
        Assert.Equal(explanation, goal.Explanation);
        Assert.Equal(explanation, (share * (Scalar)(0.99, 1, 1.01)).Named("share").SolveFor(zones, target).Explanation);
    }

    /// <summary>2.5 from 2.5 zones on: 2 give less, 3 hit the target. Below 5 there is no whole number that may be; at 4 a limit is reached.</summary>
    [Fact]
    public void Whole_numbers_inside_a_stretch_and_beyond_limits()
    {
        Scalar zones = Require.WholeAtLeast(1, 3, "zones"), copies = Require.WholeAtLeast(5, 6, "copies");
        Assert.Equal([3, 3_000], Scalar.Min(zones, 2.5).Named("y").SolveFor(zones, 2.5).Solutions.Select(one => Math.Round(one.Value, 9)));
        Assert.Equal("y is 2.5 at copies = 2.5. But copies is a whole number of at least 5.", (copies * 1).Named("y").SolveFor(copies, 2.5).Explanation);
        Assert.Equal("y is 3.5 at zones = 3.5. But zones is a whole number: 3 at 3, infeasible at 4.", (zones * 1).FeasibleWhen(zones < 4, "too many").Named("y").SolveFor(zones, 3.5).Explanation);
    }

    /// <summary>The user's own quantity, read by an estimator that wants whole zones.</summary>
    [Fact]
    public void Whole_number_is_known_from_the_estimator_that_wants_it()
    {
        Scalar zones = Scalar.FromNumber(3).Named("zones"), wanted = Require.WholeAtLeast(1, zones, "zones");
        Assert.Empty((100 / wanted).SolveFor(zones, 30).Solutions);
        Assert.Single((100 / zones).SolveFor(zones, 30).Solutions);
    }

    [Fact]
    public void No_solution_is_explained_with_the_range_that_was_searched()
    {
        Scalar x = Scalar.FromNumber(2).Named("x");
        Goal<Scalar> goal = (x * x).SolveFor(x, -1);
        Assert.Empty(goal.Solutions);
        Assert.Equal("the quantity does not reach -1 for any x between 0.002 and 2,000.", goal.Explanation);
        Assert.Equal(goal.Explanation, Assert.Throws<EstimateException>(() => goal.Value).Message);
    }

    [Fact]
    public void Search_spans_three_decades_to_either_side()
    {
        Scalar x = Scalar.FromNumber(2).Named("x"), minus = Scalar.FromNumber(-3).Named("y"), zero = Scalar.FromNumber(0).Named("z");
        Assert.Equal(0.00201, (x * 1).SolveFor(x, 0.00201).Value.Value, 1e-12);
        Assert.Equal(1999, (x * 1).SolveFor(x, 1999).Value.Value, 1e-6);
        Assert.Empty((x * 1).SolveFor(x, 0.00199).Solutions);
        Assert.Empty((x * 1).SolveFor(x, 2001).Solutions);
        Assert.Equal(2990, (minus * 1).SolveFor(minus, 2990).Value.Value, 1e-6);
        Assert.Empty((minus * 1).SolveFor(minus, 3000).Solutions);
        Assert.Equal(-999, (zero * 1).SolveFor(zero, -999).Value.Value, 1e-6);
        Assert.Empty((zero * 1).SolveFor(zero, 1001).Solutions);
    }

    [Fact]
    public void Input_with_a_unit_is_solved_for_in_its_own_type()
    {
        Scalar bytes = (300, 800);
        DataSize row = (bytes * DataSize.Kilobyte).Named("row size");
        Goal<DataSize> goal = (row * 1e6).Named("table").SolveFor(row, 1.Terabytes);
        Assert.Equal(1_000_000, goal.Value.Bytes, 1e-3);
        Assert.Equal("table is 1 TB at row size = 1 MB.", goal.Explanation);
        Duration time = 10.Milliseconds.To(40.Milliseconds).Named("time");
        Assert.Equal(0.05, (time * 20).SolveFor(time, 1.Seconds).Value.Seconds, 1e-12);
    }

    /// <summary>10 calls of 1 ms one after the other, each for 100 keys: 10 ms up to 1,000 keys, and 11 ms from there on. A target between the two is never met, and the answer says between which it is.</summary>
    [Fact]
    public void Target_inside_a_jump_is_explained_by_where_the_jump_is()
    {
        Scalar keys = Scalar.FromNumber(500).Named("keys");
        var fetch = new FeatureGroup { Entities = keys, KeysPerEntity = 1, BundleSize = DataSize.Byte, KeysPerCall = 100, ParallelCalls = 1, Call = LatencyProfile.Constant(1.Milliseconds) };
        Duration median = new FeatureFetch { Requests = Load.Of(1.PerSecond, 1.PerSecond, "requests"), Groups = [fetch], Network = 1e9.GigabytesPerSecond, Decoding = 1e9.GigabytesPerSecond }.P50;
        Goal<Scalar> goal = median.SolveFor(keys, 10.5.Milliseconds);
        Assert.Empty(goal.Solutions);
        Assert.Equal("feature fetch p50 does not reach 10.5 ms for any keys between 0.5 and 500 K. It jumps over it at keys = 1,000, from 10 ms to 11 ms.", goal.Explanation);
    }

    /// <summary>A jump over the target, or a pole, changes sign without ever being the target.</summary>
    [Fact]
    public void Jump_over_the_target_is_no_solution()
    {
        Scalar x = Scalar.FromNumber(10).Named("x");
        Assert.Empty(Quantity.If<Scalar>(x < 17, Scalar.FromNumber(5), Scalar.FromNumber(20)).SolveFor(x, 10).Solutions);
        Assert.Equal(16.9, (1 / (17 - x)).SolveFor(x, 10).Value.Value, 1e-9);
    }

    [Fact]
    public void Infeasible_stretch_does_not_stop_the_search()
    {
        Scalar load = Scalar.FromNumber(0.5).Named("load");
        Assert.Equal(0.9, (1 / (1 - load)).FeasibleWhen(load < 0.95, "overload").SolveFor(load, 10).Value.Value, 1e-9);
        Assert.Empty((1 / (1 - load)).FeasibleWhen(load < 0.8, "overload").SolveFor(load, 10).Solutions);
    }

    [Fact]
    public void Computed_input_is_refused()
    {
        Rate average = (users * perUser / Duration.Day).Named("average QPS");
        ArgumentException refusal = Assert.Throws<ArgumentException>("input", () => (average * 2).SolveFor(average, 1.PerSecond));
        Assert.StartsWith("'average QPS' is computed; solve for one of the inputs it is computed from.", refusal.Message, StringComparison.Ordinal);
        Assert.StartsWith("'~57.9 k/s' is computed", Assert.Throws<ArgumentException>("input", () => peak.SolveFor(users * perUser / Duration.Day / 1, 1.PerSecond)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Input_of_another_formula_is_refused()
    {
        Scalar foreign = Scalar.FromNumber(500e6).Named("items");
        ArgumentException refusal = Assert.Throws<ArgumentException>("input", () => peak.SolveFor(foreign, 1.PerSecond));
        Assert.StartsWith("'peak QPS' does not depend on 'items'.", refusal.Message, StringComparison.Ordinal);
        Assert.StartsWith("'The quantity' does not depend on 'items'.", Assert.Throws<ArgumentException>("input", () => (peak * 2).SolveFor(foreign, 1.PerSecond)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Uncertain_target_is_refused()
    {
        ArgumentException refusal = Assert.Throws<ArgumentException>("target", () => peak.SolveFor(users, 100.PerSecond.To(400.PerSecond)));
        Assert.StartsWith("The target must be certain, but is ~200 /s; give one value.", refusal.Message, StringComparison.Ordinal);
    }

    /// <summary>1 / (1 - 0.999) = 1,000: nearer to saturation than any point of the scan.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Solution_just_before_saturation_is_found(bool isFalling)
    {
        Scalar load = Scalar.FromNumber(isFalling ? 2 : 0.5).Named("load");
        Scalar room = isFalling ? load - 1 : 1 - load;
        Scalar wait = (1 / room).FeasibleWhen(room > 0, "overload").Named("wait");
        Assert.Equal(isFalling ? 1.001 : 0.999, wait.SolveFor(load, 1_000).Value.Value, 1e-9);
        Assert.Equal(isFalling ? 1.001 : 0.999, (wait * (Scalar)(1, 2, 4)).SolveFor(load, 2_000, confidence: 0.5).Value.Value, 1e-5);
        Assert.Empty((wait / (wait + 1)).SolveFor(load, 2).Solutions);
    }

    [Fact]
    public void Stretch_of_solutions_is_told_by_its_ends()
    {
        Scalar x = Scalar.FromNumber(10).Named("x");
        Goal<Scalar> capped = Scalar.Min(x, 5).Named("y").SolveFor(x, 5);
        Assert.Equal([5, 10_000], capped.Solutions.Select(one => Math.Round(one.Value, 9)));
        Assert.Equal("y is 5 at every x from 5 to 10,000.", capped.Explanation);
        Assert.Throws<EstimateException>(() => capped.Value);
        Goal<Scalar> folded = Scalar.Max(Scalar.Min(x, 5) - Scalar.Max(x - 100, 0), 4 - (x - x)).Named("y").SolveFor(x, 4);
        Assert.Equal("y is 4 at 2 values of x: every one from 0.01 to 4, every one from 101 to 10,000.", folded.Explanation);
    }

    [Fact]
    public void Infeasible_target_is_refused() => Assert.Throws<EstimateException>(() => peak.SolveFor(users, Quantity.Infeasible<Rate>("overload")));

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(-0.1)]
    [InlineData(90)]
    [InlineData(double.NaN)]
    public void Confidence_outside_zero_to_one_is_refused(double level)
    {
        ArgumentOutOfRangeException refusal = Assert.Throws<ArgumentOutOfRangeException>("confidence", () => peak.SolveFor(users, 1.PerSecond, level));
        Assert.Contains("'confidence' is", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("but must lie strictly between 0 and 1.", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Null_is_refused_by_name()
    {
        Assert.Throws<ArgumentNullException>("quantity", () => ((Rate)null!).SolveFor(users, 1.PerSecond));
        Assert.Throws<ArgumentNullException>("input", () => peak.SolveFor((Scalar)null!, 1.PerSecond));
        Assert.Throws<ArgumentNullException>("target", () => peak.SolveFor(users, null!));
    }
}
