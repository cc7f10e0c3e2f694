namespace MlsdEstimator.Tests;

public class ProvisionTests
{
    /// <summary>The 90 % point of Uniform(0, 100) is 90; 99 % is 99.</summary>
    [Theory]
    [InlineData(0.5, 49, 52)]
    [InlineData(0.9, 89, 92)]
    [InlineData(0.99, 99, 100)]
    public void Purchase_is_the_whole_number_that_covers_the_belief(double confidence, double low, double high)
    {
        Provision bought = Uncertain.Uniform(0, 100).AsScalar().ProvisionFor(confidence);
        Assert.InRange(bought.Bought.Value, low, high);
        Assert.Equal(Math.Floor(bought.Bought.Value), bought.Bought.Value);
        Assert.True(bought.Bought.IsCertain);
        Assert.False(bought.Need.IsCertain);
        Assert.Equal(confidence, bought.Confidence);
        Assert.InRange(bought.Shortfall.True.Value, 0.95 - confidence - 0.05, 1 - confidence + 0.002);
        Assert.Same(bought.Shortfall, bought.Shortfall);
    }

    [Fact]
    public void Purchase_says_what_it_covers()
    {
        Scalar replicas = Uncertain.Uniform(0, 100).AsScalar().Named("replicas needed");
        Assert.Equal(
            "replicas = least whole number that covers 97.5% of the belief about replicas needed = 98\n  replicas needed = ~50, 5 to 95 (90%)",
            replicas.ProvisionFor(0.975).Bought.Named("replicas").Explain().ToString());
        Assert.Equal("need 3.2, bought 4", Scalar.FromNumber(3.2).ProvisionFor().ToString());
    }

    [Fact]
    public void Certain_need_is_rounded_up()
    {
        Provision bought = Scalar.FromNumber(30.2).ProvisionFor();
        Assert.Equal((31, 0.9), (bought.Bought.Value, bought.Confidence));
        Assert.Equal(0, bought.Shortfall.True.Value);
        Assert.Equal(0, Scalar.FromNumber(31).ProvisionFor().Shortfall.True.Value);
        Assert.Null(bought.Bought.Source);
        Assert.Equal(30, (Scalar.FromNumber(0.03) * 700 / 0.7).ProvisionFor().Bought.Value);
    }

    [Fact]
    public void Need_that_no_number_serves_cannot_be_bought()
    {
        Scalar load = Uncertain.Uniform(0, 1).AsScalar();
        Scalar need = (1 / (1 - load)).FeasibleWhen(load < 0.8, "overload");
        Assert.True(need.ProvisionFor(0.7).Bought.IsFeasible);
        Scalar none = need.ProvisionFor(0.9).Bought;
        Assert.False(none.IsFeasible);
        string reason = Assert.Throws<EstimateException>(() => none.Value).Message;
        Assert.StartsWith("This scalar is infeasible: no number serves the load with 90% confidence, because it is infeasible in ", reason, StringComparison.Ordinal);
        Scalar overload = Quantity.Infeasible<Scalar>("overload").ProvisionFor().Bought;
        Assert.Equal("This scalar is infeasible: overload.", Assert.Throws<EstimateException>(() => overload.Value).Message);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(90)]
    [InlineData(double.NaN)]
    public void Confidence_outside_0_to_1_is_refused(double confidence) => Assert.Throws<ArgumentOutOfRangeException>(nameof(confidence), () => Scalar.One.ProvisionFor(confidence));

    [Fact]
    public void Null_need_is_refused() => Assert.Throws<ArgumentNullException>("need", () => ((Scalar)null!).ProvisionFor());
}
