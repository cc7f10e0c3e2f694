namespace MlsdEstimator.Tests;

/// <summary>Expected: 50-digit exponentials and logarithms of Python's decimal module, rounded.</summary>
public class ElementaryTests
{
    [Theory]
    [InlineData(1, 2.718281828459045)]
    [InlineData(-1, 0.36787944117144233)]
    [InlineData(0.5, 1.6487212707001282)]
    [InlineData(-0.3465735902799726, 0.7071067811865476)]
    [InlineData(10.25, 28282.541920334977)]
    [InlineData(-37.5, 5.175555005801869e-17)]
    [InlineData(100, 2.6881171418161356e+43)]
    [InlineData(-250.125, 2.355552097624285e-109)]
    [InlineData(709.7, 1.6549840276802644e+308)]
    [InlineData(-708.3, 2.450295530965988e-308)]
    [InlineData(1e-10, 1.0000000001)]
    [InlineData(-1e-300, 1.0)]
    public void Exponential_is_right_to_the_last_digit_or_the_one_before(double x, double expected) => AssertNear(expected, Elementary.Exponential(new Lanes1(x)).Value, 3e-16);

    [Theory]
    [InlineData(2, 0.6931471805599453)]
    [InlineData(0.5, -0.6931471805599453)]
    [InlineData(10, 2.302585092994046)]
    [InlineData(1.0000000001, 1.000000082690371e-10)]
    [InlineData(0.9999999, -1.0000000494736474e-07)]
    [InlineData(1.4142135623730951, 0.3465735902799727)]
    [InlineData(0.7071067811865476, -0.3465735902799726)]
    [InlineData(3e-310, -712.7027665394861)]
    [InlineData(5e-324, -744.4400719213812)]
    [InlineData(1.7976931348623157e+308, 709.782712893384)]
    [InlineData(12345.678, 9.421061321291832)]
    [InlineData(1e-20, -46.051701859880914)]
    public void Logarithm_is_right_to_the_last_digit_or_the_one_before(double x, double expected) => AssertNear(expected, Elementary.Logarithm(new Lanes1(x)).Value, 3e-16);

    [Theory]
    [InlineData(2, 0.5, 1.4142135623730951)]
    [InlineData(10, -3, 0.001)]
    [InlineData(3, 7, 2187.0)]
    [InlineData(1.0000001, 10000000.0, 2.7182816941320818)]
    [InlineData(0.5, 1000.5, 6.599170332783212e-302)]
    [InlineData(7.5, 300.25, 5.45939268313392e+262)]
    [InlineData(1e-200, 1.5, 1e-300)]
    [InlineData(1e+300, 1.02, 1.0000000000000123e+306)]
    [InlineData(2.5, -0.1, 0.9124435365554808)]
    [InlineData(123.456, 0, 1.0)]
    [InlineData(1, 1e+300, 1.0)]
    [InlineData(0.999999, 300000000.0, 5.147428005372907e-131)]
    public void Power_keeps_its_digits_at_large_exponents(double x, double y, double expected) => AssertNear(expected, Elementary.Power(new Lanes1(x), new Lanes1(y)).Value, 3e-15);

    [Fact]
    public void Whole_powers_of_small_numbers_are_exact()
    {
        for (int x = 1; x < 100; x++)
        {
            for ((int y, double product) = (1, x); y < 8; y++, product *= x)
                Assert.Equal(product, Elementary.Power(new Lanes1(x), new Lanes1(y)).Value);
        }
    }

    [Theory]
    [InlineData(-708.4, 0)]
    [InlineData(-1e300, 0)]
    [InlineData(double.NegativeInfinity, 0)]
    [InlineData(0, 1)]
    [InlineData(-0.0, 1)]
    [InlineData(709.79, double.NaN)]
    [InlineData(1e300, double.NaN)]
    [InlineData(double.PositiveInfinity, double.NaN)]
    [InlineData(double.NaN, double.NaN)]
    public void Exponential_ends_in_zero_and_in_no_number(double x, double expected) => Assert.Equal(expected, Elementary.Exponential(new Lanes1(x)).Value);

    [Fact]
    public void Exponential_of_a_strange_not_a_number_is_none_either() =>
        Assert.Equal(double.NaN, Elementary.Exponential(Lanes1.AllBits(0x7FF80000DEADBEEF)).Value);

    [Theory]
    [InlineData(0)]
    [InlineData(-0.0)]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    public void Logarithm_and_power_want_a_positive_number(double x)
    {
        Assert.Equal(double.NaN, Elementary.Logarithm(new Lanes1(x)).Value);
        Assert.Equal(double.NaN, Elementary.Power(new Lanes1(x), new Lanes1(2)).Value);
    }

    [Theory]
    [InlineData(2, 2000, double.NaN)]
    [InlineData(2, -2000, 0)]
    [InlineData(1e300, 1e300, double.NaN)]
    [InlineData(1e300, -1e300, 0)]
    [InlineData(2, double.NaN, double.NaN)]
    public void Power_ends_as_the_exponential_does(double x, double y, double expected) => Assert.Equal(expected, Elementary.Power(new Lanes1(x), new Lanes1(y)).Value);

    /// <summary>The platform's functions err by about one unit in the last place themselves.</summary>
    [Fact]
    public void Functions_agree_with_those_of_the_platform_everywhere()
    {
        var random = new Random(1);
        for (int i = 0; i < 200_000; i++)
        {
            double x = (random.NextDouble() - 0.5) * 1400, y = Math.Exp((random.NextDouble() - 0.5) * (i % 2 == 0 ? 1400 : 0.01));
            AssertNear(Math.Exp(x), Elementary.Exponential(new Lanes1(x)).Value, 6e-16);
            AssertNear(Math.Log(y), Elementary.Logarithm(new Lanes1(y)).Value, 6e-16);
            double exponent = (random.NextDouble() - 0.5) * 1400 / Math.Log(y);
            if (double.IsNormal(Math.Pow(y, exponent)))
                AssertNear(Math.Pow(y, exponent), Elementary.Power(new Lanes1(y), new Lanes1(exponent)).Value, 4e-15);
        }
    }

    private static void AssertNear(double expected, double actual, double tolerance) =>
        Assert.True(Math.Abs(actual - expected) <= tolerance * Math.Abs(expected), $"{actual:R} is not {expected:R}");
}
