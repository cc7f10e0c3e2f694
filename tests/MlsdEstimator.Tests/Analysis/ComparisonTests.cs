namespace MlsdEstimator.Tests;

public class ComparisonTests
{
    [Fact]
    public void Three_equal_alternatives_leave_no_draw_without_a_best()
    {
        Scalar load = (1, 10);
        Comparison<Scalar> found = Comparison.Of(("a", load), ("b", load), ("c", load));
        Assert.Equal(0, found.NoneFeasible.Value);
        Assert.Equal(0, found.CrossingsAlong(load, 1, 10).Rows[0].NoneFeasible.Value);
    }

    [Fact]
    public void Equal_medians_are_best_half_of_the_time()
    {
        Comparison<Scalar> found = Comparison.Of(("a", Uncertain.LogNormal(100, 0.3).AsScalar()), ("b", Uncertain.LogNormal(100, 0.8).AsScalar()));
        Assert.All(found.Ranking, alternative => Assert.Equal(0.5, alternative.ProbabilityBest.Value, 0.01));
        Assert.Equal(["a", "b"], found.Ranking.Select(alternative => alternative.Name));
        Assert.Equal(0, found.NoneFeasible.Value);
    }

    /// <summary>P((3, 10, 30) below 12) = Phi(1.64485 ln 1.2 / ln 3) = Phi(0.2730) = 0.6076.</summary>
    [Fact]
    public void Usage_against_a_flat_price_has_its_closed_form()
    {
        Money usage = 10.Dollars * 3.To(30, best: 10), flat = 120.Dollars;
        Comparison<Money> found = Comparison.Of(("flat", flat), ("usage", usage));
        Assert.Equal(["usage", "flat"], found.Ranking.Select(alternative => alternative.Name));
        Assert.Equal("usage", found.Best.Name);
        Assert.Equal(0.6076, found.Best.ProbabilityBest.Value, 0.01);
        Assert.Equal(1, found.Ranking.Sum(alternative => alternative.ProbabilityBest.Value), 1e-12);
        Assert.False(found.MoreIsBetter);
        Assert.Equal(20, found.Difference.Dollars, 1e-9);
        Assert.Equal(120 - 300, found.Difference.Simulate().Low.Dollars, 3.0);
        Assert.Equal(300, found.Best.Belief.High.Dollars, 3.0);
        Assert.Same(usage, found.Best.Belief.Subject);
        Assert.Matches(@"^usage \$30\.?\d* \| \$100 \| \$\d+ \(90%\) \(best in 6\d(\.\d)?%\) before flat \$120 \| \$120 \| \$120 \(90%\) \(best in (3\d|40)(\.\d)?%\)$", found.ToString());
    }

    /// <summary>Shared inputs cancel: twice a range is never below the range.</summary>
    [Fact]
    public void Alternatives_share_their_inputs_in_every_draw()
    {
        Scalar load = 1.To(100);
        Comparison<Scalar> found = Comparison.Of(("double", load * 2), ("single", load));
        Assert.Equal(["single", "double"], found.Ranking.Select(alternative => alternative.Name));
        Assert.Equal([1, 0], found.Ranking.Select(alternative => alternative.ProbabilityBest.Value));
    }

    [Fact]
    public void Ties_are_shared()
    {
        Scalar load = 1.To(100);
        Comparison<Scalar> pair = Comparison.Of(("a", load), ("b", load * 1));
        Assert.Equal([0.5, 0.5], pair.Ranking.Select(alternative => alternative.ProbabilityBest.Value));
        Comparison<Scalar> four = Comparison.Of(("worst", load + 1), ("a", load), ("b", load * 1), ("c", load + 0), ("d", load - 0));
        Assert.Equal([0.25, 0.25, 0.25, 0.25, 0], four.Ranking.Select(alternative => alternative.ProbabilityBest.Value));
        Assert.Equal(["a", "b", "c", "d", "worst"], four.Ranking.Select(alternative => alternative.Name));
    }

    [Fact]
    public void Infeasible_alternative_comes_last_and_is_never_best()
    {
        Scalar none = Quantity.Infeasible<Scalar>("overload");
        Comparison<Scalar> less = Comparison.Of(("none", none), ("dear", Scalar.FromNumber(100)), ("cheap", Scalar.FromNumber(1)));
        Assert.Equal(["cheap", "dear", "none"], less.Ranking.Select(alternative => alternative.Name));
        Assert.Equal([1, 0, 0], less.Ranking.Select(alternative => alternative.ProbabilityBest.Value));
        Assert.Equal(99, less.Difference.Value);
        Comparison<Scalar> more = Comparison.Of(("none", none.Marked(Aspect.MoreIsBetter)), ("good", Scalar.FromNumber(100).Marked(Aspect.MoreIsBetter)));
        Assert.Equal(["good", "none"], more.Ranking.Select(alternative => alternative.Name));
        Assert.Equal([1, 0], more.Ranking.Select(alternative => alternative.ProbabilityBest.Value));
        Assert.False(more.Difference.IsFeasible);
    }

    /// <summary>Uniform on 0..10: up to 6 the cheap one works, up to 8 the dear one, beyond 8 none.</summary>
    [Fact]
    public void Draws_without_a_feasible_alternative_are_counted()
    {
        Scalar load = Uncertain.Uniform(0, 10).AsScalar();
        Scalar cheap = Scalar.FromNumber(1).FeasibleWhen(load < 6, "overload"), dear = Scalar.FromNumber(2).FeasibleWhen(load < 8, "overload");
        Comparison<Scalar> found = Comparison.Of(("dear", dear), ("cheap", cheap));
        Assert.Equal(0.2, found.NoneFeasible.Value, 0.001);
        Assert.Equal(["cheap", "dear"], found.Ranking.Select(alternative => alternative.Name));
        Assert.Equal(0.6, found.Ranking[0].ProbabilityBest.Value, 0.001);
        Assert.Equal(0.2, found.Ranking[1].ProbabilityBest.Value, 0.001);
    }

    [Fact]
    public void Nothing_feasible_makes_nothing_best()
    {
        Scalar none = Quantity.Infeasible<Scalar>("overload");
        Comparison<Scalar> found = Comparison.Of(("a", none), ("b", none * 2));
        Assert.Equal(1, found.NoneFeasible.Value);
        Assert.All(found.Ranking, alternative => Assert.Equal(0, alternative.ProbabilityBest.Value));
    }

    [Fact]
    public void More_is_better_where_it_is_marked()
    {
        Scalar load = Uncertain.Uniform(0, 10).AsScalar();
        Comparison<Scalar> found = Comparison.Of(("fixed", Scalar.FromNumber(3).Marked(Aspect.MoreIsBetter)), ("load", load.Marked(Aspect.MoreIsBetter)));
        Assert.True(found.MoreIsBetter);
        Assert.Equal(["load", "fixed"], found.Ranking.Select(alternative => alternative.Name));
        Assert.Equal(0.7, found.Best.ProbabilityBest.Value, 0.001);
        Assert.Equal(-2, found.Difference.Value, 1e-9);
    }

    [Fact]
    public void Options_set_the_draws()
    {
        var options = new SimulationOptions { Samples = 64 };
        Comparison<Scalar> found = Comparison.Of(options, ("a", (Scalar)(1, 4)), ("b", (Scalar)(1, 4)));
        Assert.Equal(64, found.Best.Belief.Samples);
        Assert.Equal(0, found.Best.ProbabilityBest.Value * 64 % 1);
    }

    [Fact]
    public void Too_few_alternatives_are_refused()
    {
        ArgumentException refusal = Assert.Throws<ArgumentException>("alternatives", () => Comparison.Of(("a", Scalar.One)));
        Assert.StartsWith("A comparison needs at least 2 alternatives, but has 1.", refusal.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>("alternatives", () => Comparison.Of<Scalar>([]));
    }

    [Fact]
    public void Names_must_differ_and_exist()
    {
        ArgumentException refusal = Assert.Throws<ArgumentException>("alternatives", () => Comparison.Of(("a", Scalar.One), ("a", Scalar.Zero)));
        Assert.StartsWith("Two alternatives have the same name; give each its own.", refusal.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>("alternatives", () => Comparison.Of((" ", Scalar.One), ("a", Scalar.Zero)));
        Assert.Throws<ArgumentNullException>("alternatives", () => Comparison.Of((null!, Scalar.One), ("a", Scalar.Zero)));
    }

    [Fact]
    public void Null_is_refused_by_name()
    {
        Assert.Throws<ArgumentNullException>("alternatives", () => Comparison.Of((IReadOnlyList<(string, Quantity<Scalar>)>)null!));
        Assert.Throws<ArgumentNullException>("options", () => Comparison.Of(null!, ("a", Scalar.One), ("b", Scalar.Zero)));
        Assert.Throws<ArgumentNullException>("alternatives", () => Comparison.Of(("a", Scalar.One), ("b", null!)));
    }
}
