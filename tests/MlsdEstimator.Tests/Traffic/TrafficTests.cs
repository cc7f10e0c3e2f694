namespace MlsdEstimator.Tests;

/// <summary>Expected: 500 million users x 10 requests / 86,400 s = 57,870 /s, twice that at peak (worked by hand; Xu vol 1 uses the same figures rounded).</summary>
public class TrafficTests
{
    private static readonly Traffic Web = Traffic.FromUsers(500.Million, (3, 10, 30), Peak.GlobalService);

    [Fact]
    public void Users_make_average_peak_and_daily_requests()
    {
        Assert.Equal(57_870.37, Web.Average.PerSecond, 0.01);
        Assert.Equal(115_740.74, Web.Peak.PerSecond, 0.01);
        Assert.Equal(5e9, Web.PerDay.Value, 1e-3);
        Assert.Equal(["average QPS", "peak QPS", "per day"], Web.Results.Select(result => result.Name));
        Assert.Equal("Traffic", Web.Title);
    }

    [Fact]
    public void Aspects_say_what_each_rate_is()
    {
        Assert.Equal([Aspect.Average, Aspect.Counts("requests")], Web.Average.Aspects);
        Assert.Equal([Aspect.Peak, Aspect.Counts("requests")], Web.Peak.Aspects);
        Assert.Equal([Aspect.Average, Aspect.Counts("queries")], (Web with { Counts = "queries" }).Average.Aspects);
        Assert.Contains(Aspect.Counts("requests"), Web.PerDay.Aspects);
        Assert.Throws<ArgumentException>("counts", () => Web with { Counts = " " });
    }

    [Fact]
    public void Other_sources_of_traffic_give_the_same_rates()
    {
        Assert.Equal(57.0776, Traffic.FromEvents(150.Million, Duration.Month, Peak.Factor(3)).Average.PerSecond, 1e-4);
        Assert.Equal(171.2329, Traffic.FromEvents(150.Million, Duration.Month, Peak.Factor(3)).Peak.PerSecond, 1e-4);
        Assert.Equal((100, 300), (Traffic.FromRate(100.PerSecond, Peak.Factor(3)).Average.PerSecond, Traffic.FromRate(100.PerSecond, Peak.Factor(3)).Peak.PerSecond));
        Assert.Equal((100, 300), (Traffic.FromPeak(300.PerSecond, Peak.Factor(3)).Average.PerSecond, Traffic.FromPeak(300.PerSecond, Peak.Factor(3)).Peak.PerSecond));
    }

    [Fact]
    public void Negative_or_missing_input_is_refused_by_name()
    {
        Assert.StartsWith("'daily active users' is -5, but must not be negative.", Assert.Throws<ArgumentOutOfRangeException>("daily active users", () => Traffic.FromUsers(-5, 1, Peak.GlobalService)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>("requests per user per day", () => Traffic.FromUsers(5, -1, Peak.GlobalService));
        Assert.Throws<ArgumentOutOfRangeException>("events", () => Traffic.FromEvents(-5, Duration.Day, Peak.GlobalService));
        Assert.StartsWith("'period' is 0 s, but must be above 0.", Assert.Throws<ArgumentOutOfRangeException>("period", () => Traffic.FromEvents(5, Duration.Zero, Peak.GlobalService)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>("average rate", () => Traffic.FromRate(-1.PerSecond, Peak.GlobalService));
        Assert.Throws<ArgumentOutOfRangeException>("peak rate", () => Traffic.FromPeak(-1.PerSecond, Peak.GlobalService));
        Assert.Throws<ArgumentNullException>("peak", () => Traffic.FromUsers(5, 1, null!));
        Assert.Throws<ArgumentNullException>("peak", () => Traffic.FromPeak(1.PerSecond, null!));
        Assert.Throws<ArgumentNullException>("daily active users", () => Traffic.FromUsers(null!, 1, Peak.GlobalService));
    }

    [Fact]
    public void Input_whose_tail_is_negative_is_refused_with_the_fix()
    {
        ArgumentOutOfRangeException refusal = Assert.Throws<ArgumentOutOfRangeException>("daily active users", () => Traffic.FromUsers(Uncertain.Normal(100, 50).AsScalar(), 1, Peak.GlobalService));
        Assert.StartsWith("'daily active users' is a range that reaches -138 to 338, but must not be negative; use a range of shape (low, best, high) or Uncertain.Range, which stays above 0.", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Computed_input_is_infeasible_in_the_draws_that_leave_its_domain()
    {
        Scalar net = Uncertain.Uniform(0, 10).AsScalar() - Uncertain.Uniform(0, 4).AsScalar();
        Rate average = Traffic.FromUsers(net, 1, Peak.Factor(2)).Average;
        Assert.Equal(0.2, average.Simulate().ProbabilityInfeasible.Value, 0.02);
    }

    [Theory]
    [InlineData("GlobalService", 2, 1.6, 3, "peak factor, global service", "Xu vol 1 ch 2 (2020): 2; robustperception.io (2018): 1.6 to 1.7 measured")]
    [InlineData("OneTimeZone", 4.242640687, 3, 6, "peak factor, one time zone", "AI-Serving-Capacity-Estimation v0.1 (2025): 3 to 6")]
    [InlineData("Event", 11.40175425, 5, 26, "peak factor, event", "Xu vol 2 (2022): 5; Designing Data-Intensive Applications 2nd ed (2025): 26")]
    [InlineData("Payments", 13.8, 5, 26, "peak factor, payments", "mastercard.com (2024): 70,000/s peak, 160 billion a year")]
    public void Peak_of_a_kind_of_service_is_a_sourced_range(string kind, double best, double low, double high, string name, string source)
    {
        Scalar factor = ((Peak)typeof(Peak).GetProperty(kind)!.GetValue(null)!).Value;
        Estimate<Scalar> belief = factor.Simulate();
        Assert.Equal(best, factor.Value, 1e-8);
        Assert.Equal(low, belief.Low.Value, 0.02 * low);
        Assert.Equal(high, belief.High.Value, 0.02 * high);
        Assert.True(factor.IsDefault);
        Assert.Equal((name, source), (factor.Name, factor.Source));
    }

    [Fact]
    public void Own_peak_factor_is_at_least_1()
    {
        Assert.Equal(1, Peak.Factor(1).Value.Value);
        Assert.Equal("peak factor", Peak.Factor(2).Value.Name);
        Assert.StartsWith("'peak factor' is 0.9, but must be at least 1.", Assert.Throws<ArgumentOutOfRangeException>("peak factor", () => Peak.Factor(0.9)).Message, StringComparison.Ordinal);
    }
}
