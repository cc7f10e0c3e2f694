namespace MlsdEstimator.Tests;

public class MissOutcomesTests
{
    /// <summary>Ten keys, a miss with 0.3, two to a call: P(0, 1, 2, ... calls) from SciPy's binom.pmf, gathered by hand.</summary>
    [Fact]
    public void Outcomes_are_gathered_by_calls()
    {
        var outcomes = MissOutcomes.Of(10, 0.3, 2);
        Assert.Equal([0, 1, 2, 3, 4, 5], outcomes.Select(outcome => outcome.Calls));
        double[] expected = [0.0282475249, 0.3545352615, 0.4669488810, 0.1396762545, 0.0104483921, 0.0001436859];
        Assert.All(outcomes.Zip(expected), pair => Assert.Equal(pair.Second, pair.First.Probability, 1e-9));
        Assert.Equal(3, outcomes.Sum(outcome => outcome.Probability * outcome.Misses), 1e-9);
    }

    [Theory]
    [InlineData(0, 0, 0)]
    [InlineData(1, 10, 5)]
    public void Certain_outcomes_are_one(double missed, double misses, double calls)
    {
        Assert.Equal((1, calls, misses), Assert.Single(MissOutcomes.Of(10, missed, 2)));
        Assert.Equal(calls, MissOutcomes.MeanCalls(10, missed, 2));
    }

    [Theory]
    [InlineData(2_000, 0.4, 1)]
    [InlineData(1_000_000, 0.1, 10)]
    public void Many_outcomes_are_gathered_into_neighbourhoods_with_the_same_mean(double keys, double missed, double keysPerCall)
    {
        var outcomes = MissOutcomes.Of(keys, missed, keysPerCall);
        Assert.InRange(outcomes.Count, 2, 13);
        Assert.Equal(1, outcomes.Sum(outcome => outcome.Probability), 1e-9);
        Assert.Equal(keys * missed, outcomes.Sum(outcome => outcome.Probability * outcome.Misses), keys * missed * 1e-9);
    }
}
