namespace MlsdEstimator.Tests;

/// <summary>Readings of profiles are quantities of the graph. Expected values: closed forms of scaled and exponential laws.</summary>
public class LatencyGraphTests
{
    private static readonly Duration Ten = 10.Milliseconds.Named("store mean");

    [Fact]
    public void Certain_parameters_give_certain_readings()
    {
        LatencyProfile chain = LatencyProfile.Exponential(Ten).FanOut(3).Then(LatencyProfile.LogNormal(1.Milliseconds, 5.Milliseconds));
        Assert.All(new IQuantity[] { chain.P50, chain.P999, chain.Mean, chain.Scv, chain.Within(1.Seconds), chain.Percentile(0.42) }, reading => Assert.True(reading.IsCertain));
    }

    [Fact]
    public void Readings_say_what_they_are()
    {
        LatencyProfile profile = LatencyProfile.Exponential(Ten).FanOut(3);
        Assert.Contains(Aspect.Percentile(0.99), profile.P99.Aspects);
        Assert.Contains(Aspect.Percentile(0.42), profile.Percentile(0.42).Aspects);
        Assert.Contains(Aspect.Mean, profile.Mean.Aspects);
        Assert.Contains(Aspect.MoreIsBetter, profile.Within(1.Seconds).Aspects);
    }

    /// <summary>The p99 of the whole moves in proportion to a factor on the whole: (0.5, 1, 2) gives half and twice the p99.</summary>
    [Fact]
    public void Simulation_works_through_percentiles()
    {
        LatencyProfile chain = LatencyProfile.Exponential(Ten).Repeated(3).Scaled((0.5, 1, 2));
        double certain = LatencyProfile.Exponential(Ten).Repeated(3).P99.Milliseconds;
        Estimate<Duration> belief = chain.P99.Simulate();
        Assert.Equal(certain / 2, belief.Low.Milliseconds, certain * 0.01);
        Assert.Equal(certain, belief.Median.Milliseconds, certain * 0.01);
        Assert.Equal(certain * 2, belief.High.Milliseconds, certain * 0.02);
    }

    [Fact]
    public void Outputs_of_one_profile_share_draws()
    {
        LatencyProfile profile = LatencyProfile.Exponential((5, 10, 20) * Duration.Millisecond).FanOut(8);
        Assert.Equal(0, (profile.P50 > profile.P99).Probability().True.Value);
        Assert.Equal(1, (profile.P999 > profile.P99).Probability().True.Value);
    }

    /// <summary>p99 of 100 exponentials is mean x 9.205...: 92.0536966402 ms for a mean of 10 ms.</summary>
    [Fact]
    public void Goal_seek_finds_the_mean_for_a_tail()
    {
        Duration mean = 20.Milliseconds.Named("mean");
        Goal<Duration> goal = LatencyProfile.Exponential(mean).FanOut(100).P99.SolveFor(mean, 92.0536966402.Milliseconds);
        Assert.Equal(10, goal.Value.Milliseconds, 1e-6);
    }

    [Fact]
    public void Elasticity_of_a_percentile_to_its_only_time_is_one()
    {
        Sensitivity<Duration> only = Assert.Single(LatencyProfile.Exponential(Ten).Repeated(4).P99.Sensitivities(), sensitivity => sensitivity.Input.Name == "store mean");
        Assert.Equal(1, only.Elasticity, 1e-4);
    }

    [Fact]
    public void Tails_below_medians_are_infeasible_in_those_draws_only()
    {
        LatencyProfile crossing = LatencyProfile.LogNormal(4.Milliseconds.To(60.Milliseconds, best: 8.Milliseconds), 20.Milliseconds.To(60.Milliseconds, best: 40.Milliseconds));
        double infeasible = crossing.FanOut(3).P99.Simulate().ProbabilityInfeasible.Value;
        Assert.InRange(infeasible, 0.05, 0.2);
        Assert.Equal(crossing.Percentile(0.95).Simulate().ProbabilityInfeasible.Value, crossing.FanOut(3).P95.Simulate().ProbabilityInfeasible.Value, 0.01);
    }

    [Fact]
    public void Infeasible_parameter_makes_every_reading_infeasible()
    {
        LatencyProfile saturated = LatencyProfile.Waiting(50.Percent, Quantity.Infeasible<Duration>("saturated")).Then(LatencyProfile.Exponential(Ten));
        Assert.False(saturated.P50.IsFeasible);
        Assert.False(saturated.Within(1.Seconds).IsFeasible);
        Assert.False(saturated.Mean.IsFeasible);
    }

    [Fact]
    public void Evaluations_agree_on_any_thread()
    {
        LatencyProfile chain = LatencyProfile.Exponential(Ten).Repeated(3).FanOut(5);
        double alone = chain.P99.Seconds;
        Assert.All(ParallelEnumerable.Range(0, 32).Select(_ => LatencyProfile.Exponential(Ten).Repeated(3).FanOut(5).P99.Seconds).ToArray(), time => Assert.Equal(alone, time));
    }

    [Fact]
    public void Equal_profiles_are_one_call_in_a_run()
    {
        Duration ranged = (5, 10, 20) * Duration.Millisecond;
        Duration difference = LatencyProfile.Exponential(ranged).Repeated(2).P99 - LatencyProfile.Exponential(ranged).Repeated(2).P99;
        Estimate<Duration> belief = difference.Simulate();
        Assert.Equal((0.0, 0.0), (belief.Low.Seconds, belief.High.Seconds));
    }
}
