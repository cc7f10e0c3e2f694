namespace MlsdEstimator.Tests;

public class ConditionTests
{
    private static readonly Condition True = 2.Seconds > 1.Seconds;
    private static readonly Condition False = 1.Seconds > 2.Seconds;
    private static readonly Condition Neither = Quantity.Infeasible<Duration>("overload") > 1.Seconds;

    [Theory]
    [InlineData(1, 2, false, true, false, true)]
    [InlineData(2, 2, false, false, true, true)]
    [InlineData(3, 2, true, false, true, false)]
    public void Comparison_orders_numbers(double a, double b, bool greater, bool less, bool atLeast, bool atMost)
    {
        Duration left = a.Seconds, right = b.Seconds;
        Assert.Equal([greater, less, atLeast, atMost], new[] { left > right, left < right, left >= right, left <= right }.Select(condition => condition.Nominally));
    }

    [Fact]
    public void Condition_on_something_infeasible_is_neither_true_nor_false()
    {
        Assert.Null(Neither.Nominally);
        Assert.Null(Neither.Not().Nominally);
        Assert.Null((1.Seconds >= Quantity.Infeasible<Duration>("overload")).Nominally);
        Assert.Equal("infeasible", Neither.ToString());
    }

    [Fact]
    public void And_or_not_follow_the_truth_table()
    {
        Assert.Equal([true, false, false, false], new[] { True.And(True), True.And(False), False.And(True), False.And(False) }.Select(one => one.Nominally));
        Assert.Equal([true, true, true, false], new[] { True.Or(True), True.Or(False), False.Or(True), False.Or(False) }.Select(one => one.Nominally));
        Assert.Equal([false, true], new[] { True.Not(), False.Not() }.Select(one => one.Nominally));
    }

    [Fact]
    public void Infeasible_absorbs_in_and_and_or()
    {
        Condition[] mixed = [True.And(Neither), False.And(Neither), Neither.And(True), Neither.And(False), True.Or(Neither), Neither.Or(True), Neither.Or(False)];
        Assert.All(mixed, condition => Assert.Null(condition.Nominally));
    }

    [Fact]
    public void Text_says_the_truth_and_whether_it_is_certain()
    {
        Condition doubtful = (Scalar)(1, 2, 4) > 1;
        Assert.Equal("true", True.ToString());
        Assert.Equal("false", False.ToString());
        Assert.Equal("~true", doubtful.ToString());
        Assert.True(True.IsCertain);
        Assert.False(doubtful.IsCertain);
        Assert.False(True.And(doubtful).IsCertain);
    }

    [Fact]
    public void And_or_refuse_null()
    {
        Assert.Throws<ArgumentNullException>("other", () => True.And(null!));
        Assert.Throws<ArgumentNullException>("other", () => True.Or(null!));
    }

    [Fact]
    public void Probability_splits_belief_into_three_shares()
    {
        Scalar load = Uncertain.Uniform(0, 10).AsScalar();
        Scalar served = load.FeasibleWhen(load < 8, "overload");
        ConditionEstimate estimate = (served > 5).Probability(new SimulationOptions { Samples = 100_000, Method = SimulationMethod.Random });
        Assert.Equal(0.3, estimate.True.Value, 0.01);
        Assert.Equal(0.5, estimate.False.Value, 0.01);
        Assert.Equal(0.2, estimate.Infeasible.Value, 0.01);
        Assert.Equal(1, estimate.True.Value + estimate.False.Value + estimate.Infeasible.Value, 1e-12);
        Assert.Equal(100_000, estimate.Samples);
    }

    [Fact]
    public void Probability_of_a_certain_condition_is_all_or_nothing()
    {
        Assert.Equal("true 100%, false 0%", True.Probability().ToString());
        Assert.Equal("true 0%, false 100%", False.Probability().ToString());
        Assert.Equal("true 0%, false 0%, infeasible 100%", Neither.Probability().ToString());
        Assert.Equal(16_384, True.Probability().Samples);
    }

    [Fact]
    public void Probability_refuses_null() => Assert.Throws<ArgumentNullException>("condition", () => ((Condition)null!).Probability());
}
