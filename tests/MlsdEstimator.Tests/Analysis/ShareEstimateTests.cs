namespace MlsdEstimator.Tests;

public class ShareEstimateTests
{
    /// <summary>The mean of 1, 2, 3, 4: 2.5 with a standard error of sd / sqrt(4) = 0.645497.</summary>
    [Fact]
    public void Jackknife_of_a_mean_has_the_classical_error()
    {
        ShareEstimate mean = ShareEstimate.Jackknife(2.5, [3, 8 / 3.0, 7 / 3.0, 2]);
        Assert.Equal(2.5, mean.Value, 1e-12);
        Assert.Equal(0.645497, mean.Error, 1e-6);
    }

    /// <summary>The mean square about the mean of 1, 2, 3, 4 is 1.25; without its bias 5 / 3.</summary>
    [Fact]
    public void Jackknife_of_a_variance_is_unbiased() =>
        Assert.Equal(5 / 3.0, ShareEstimate.Jackknife(1.25, [2 / 3.0, 14 / 9.0, 14 / 9.0, 2 / 3.0]).Value, 1e-12);

    [Theory]
    [InlineData(-0.1, 0.05, 0.2, 0.05)]
    [InlineData(-0.1, 0.01, 0.2, 0.03)]
    [InlineData(0.3, 0.01, 0.3, 0.01)]
    [InlineData(1.1, 0.05, 0.9, 0.07)]
    [InlineData(1.1, 0.08, 0.9, 0.08)]
    public void Share_at_a_limit_is_not_known_better_than_the_limit(double value, double error, double expected, double expectedError) =>
        Assert.Equal(new ShareEstimate(expected, expectedError), new ShareEstimate(value, error).Between(new ShareEstimate(0.2, 0.03), new ShareEstimate(0.9, 0.07)));

    /// <summary>Sums 0.8 and 0.6, 0.7, 0.8, 0.9 without a set: mean 0.75, squares 0.05, so the error is sqrt(3 / 4 x 0.05); the parts alone have 0.2562 and 0.075.</summary>
    [Fact]
    public void Error_of_a_rest_is_that_of_the_sum() =>
        Assert.Equal(0.19364916731, SharesWithout.ErrorOfRest([new(0.5, [0.2, 0.4, 0.5, 0.6]), new(0.3, [0.4, 0.3, 0.3, 0.3])], 4), 1e-11);

    /// <summary>0.9 + 0.3 = 1.2 over all; 0.5 + 0.4 without the first set stays, 1 + 0.25 without the others is scaled.</summary>
    [Fact]
    public void Shares_that_sum_to_more_than_1_are_scaled()
    {
        double[] rest = [.. Enumerable.Repeat(1.0, ShareDraws.Sets - 1)], small = [.. Enumerable.Repeat(0.25, ShareDraws.Sets - 1)];
        SharesWithout[] scaled = SharesWithout.AtMostOne([new(0.9, [0.5, .. rest]), new(0.3, [0.4, .. small])]);
        Assert.Equal([0.75, 0.5, 0.8], new[] { scaled[0].All, scaled[0].But[0], scaled[0].But[^1] }.Select(share => Math.Round(share, 12)));
        Assert.Equal([0.25, 0.4, 0.2], new[] { scaled[1].All, scaled[1].But[0], scaled[1].But[^1] }.Select(share => Math.Round(share, 12)));
    }

    [Fact]
    public void Share_is_never_outside_0_and_1()
    {
        Assert.Equal(new ShareEstimate(0, 0), new SharesWithout(-0.1, [-0.1, -0.1]).Estimate);
        Assert.Equal(new ShareEstimate(1, 0), new SharesWithout(1.1, [1.1, 1.1]).Estimate);
        Assert.Equal(new ShareEstimate(0.4, 0), new SharesWithout(0.4, [0.4, 0.4]).Estimate);
    }
}
