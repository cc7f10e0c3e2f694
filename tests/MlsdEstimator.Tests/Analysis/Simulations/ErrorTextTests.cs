namespace MlsdEstimator.Tests;

public class ErrorTextTests
{
    /// <summary>An error is shown from half of the last printed digit up, with one digit in the unit of the value.</summary>
    [Theory]
    [InlineData(92_938, 40, "92.9 k/s")]
    [InlineData(92_938, 60, "92.9 ± 0.06 k/s")]
    [InlineData(92_938, 418, "92.9 ± 0.4 k/s")]
    [InlineData(92_938, 20_000, "92.9 ± 20 k/s")]
    [InlineData(92_951, 1, "93 k/s")]
    [InlineData(-92_938, 418, "-92.9 ± 0.4 k/s")]
    [InlineData(5, 0, "5 /s")]
    [InlineData(0, 3, "0 /s ± 3 /s")]
    public void Error_is_shown_where_it_would_change_the_digits(double value, double error, string text) =>
        Assert.Equal(text, ErrorText.Of(value.PerSecond, error.PerSecond));

    [Fact]
    public void Error_is_shown_in_the_unit_of_its_value()
    {
        Assert.Equal("$9,290 ± 20/month", ErrorText.Of(9_290.DollarsPerMonth, 17.DollarsPerMonth));
        Assert.Equal("20.6 ± 0.1%", ErrorText.Of(20.6.Percent, 0.12.Percent));
        Assert.Equal("2.86 ± 0.01 PB", ErrorText.Of(2.86.Petabytes, 10.Terabytes));
        Assert.Equal("23,148 ± 100", ErrorText.Of(Scalar.FromNumber(23_148), Scalar.FromNumber(130)));
        Assert.Equal("1.2e24 ± 2e22", ErrorText.Of(Scalar.FromNumber(1.2e24), Scalar.FromNumber(2e22)));
        Assert.Equal("1.2e-24 ± 2e-26", ErrorText.Of(Scalar.FromNumber(1.2e-24), Scalar.FromNumber(2e-26)));
    }

    [Fact]
    public void What_has_no_value_or_no_error_is_shown_alone()
    {
        Rate none = Quantity.Infeasible<Rate>("overload");
        Assert.Equal("infeasible", ErrorText.Of(none, 3.PerSecond));
        Assert.Equal("3 /s", ErrorText.Of(3.PerSecond, none));
    }
}
