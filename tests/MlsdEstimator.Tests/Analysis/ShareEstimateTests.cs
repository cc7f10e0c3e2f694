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
    [InlineData(-0.1, 0.2)]
    [InlineData(0.3, 0.3)]
    [InlineData(1.1, 0.9)]
    public void Limits_move_the_value_and_not_the_error(double value, double expected) => Assert.Equal(new ShareEstimate(expected, 0.05), new ShareEstimate(value, 0.05).Between(0.2, 0.9));
}
