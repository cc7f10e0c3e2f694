namespace MlsdEstimator.Tests;

/// <summary>Expected: mpmath, 40 digits.</summary>
public class NearZeroTests
{
    [Theory]
    [InlineData(1e-17, 1e-17)]
    [InlineData(-1e-9, -9.999999995e-10)]
    [InlineData(0.5, 0.64872127070012815)]
    [InlineData(1, 1.7182818284590452)]
    [InlineData(1.0000001, 1.7182821002872413)]
    [InlineData(-40, -0.99999999999999999575)]
    [InlineData(57, 5.6857199993359322e24)]
    [InlineData(0, 0)]
    public void Exponential_less_one_keeps_its_digits(double x, double expected) => Assert.Equal(expected, NearZero.ExpMinusOne(x), Math.Abs(expected) * 1e-14);

    [Theory]
    [InlineData(1e-17, 1e-17)]
    [InlineData(1e-9, 9.999999995e-10)]
    [InlineData(-0.5, -0.69314718055994531)]
    [InlineData(1e10, 23.025850930040455)]
    [InlineData(0, 0)]
    public void Logarithm_of_one_and_more_keeps_its_digits(double x, double expected) => Assert.Equal(expected, NearZero.LogOnePlus(x), Math.Abs(expected) * 1e-14);
}
