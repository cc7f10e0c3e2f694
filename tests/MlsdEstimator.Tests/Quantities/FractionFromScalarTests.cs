namespace MlsdEstimator.Tests;

public class FractionFromScalarTests
{
    [Fact]
    public void Ratio_made_a_fraction_prints_as_percent() => Assert.Equal("30%", Fraction.FromScalar(Scalar.FromNumber(3) / 10).ToString());

    [Fact]
    public void Number_made_a_fraction_prints_as_percent() => Assert.Equal("30%", Fraction.FromScalar(0.3).ToString());

    [Fact]
    public void Infeasible_number_stays_infeasible_with_its_reason() =>
        Assert.Contains("no such thing", Assert.Throws<EstimateException>(() => Fraction.FromScalar(Quantity.Infeasible<Scalar>("no such thing")).Value).Message, StringComparison.Ordinal);

    [Fact]
    public void Named_twice_the_same_is_named_once()
    {
        Scalar users = Scalar.FromNumber(5).Named("users");
        Assert.Same(users, users.Named("users"));
        Assert.Equal("people", users.Named("people").Name);
    }
}
