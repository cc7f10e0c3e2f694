namespace MlsdEstimator.Tests;

/// <summary>Expected: Wichura's algorithm AS 241 as in Python's statistics.NormalDist; far tails from published tables (Abramowitz and Stegun 26.2).</summary>
public class StandardNormalTests
{
    [Theory]
    [InlineData(0.5, 0)]
    [InlineData(0.95, 1.6448536269514715)]
    [InlineData(0.05, -1.6448536269514715)]
    [InlineData(0.975, 1.9599639845400536)]
    [InlineData(0.999, 3.090232306167813)]
    [InlineData(1e-9, -5.9978070150076865)]
    [InlineData(0.25, -0.6744897501960817)]
    public void Score_of_a_probability_and_back(double probability, double score)
    {
        Assert.Equal(score, StandardNormal.Score(probability), 1e-12);
        Assert.Equal(probability, StandardNormal.Probability(score), 1e-13);
    }

    [Fact]
    public void Far_tail_keeps_its_digits()
    {
        Assert.Equal(-37.0471, StandardNormal.Score(1e-300), 1e-4);
        Assert.Equal(7.619853024160527e-24, StandardNormal.Probability(-10), 1e-35);
    }

    [Theory]
    [InlineData(0.9, 1.6448536269514715)]
    [InlineData(0.8, 1.2815515655446008)]
    [InlineData(0.5, 0.6744897501960817)]
    public void Central_score_holds_the_confidence(double confidence, double score) => Assert.Equal(score, StandardNormal.ScoreOfCentral(confidence), 1e-12);
}
