namespace MlsdEstimator.Tests;

public class FractionTests
{
    [Fact]
    public void Fraction_reads_as_ratio_and_percent()
    {
        Assert.Equal(0.12, 12.Percent.Value);
        Assert.Equal(12, 12.Percent.Percent, 1e-14);
        Assert.Equal(0.12, Fraction.FromRatio(0.12).Value);
        Assert.Equal(0, 0.Percent.Value);
        Assert.Equal(1, 100.Percent.Value);
    }

    [Theory]
    [InlineData(-0.001, "'value' is -0.001, but must lie between 0 and 1; for percent use FromPercent or 12.Percent. (Parameter 'value')")]
    [InlineData(12, "'value' is 12, but must lie between 0 and 1; for percent use FromPercent or 12.Percent. (Parameter 'value')")]
    public void Ratio_outside_0_to_1_is_refused(double ratio, string message) =>
        Assert.Equal(message, Assert.Throws<ArgumentOutOfRangeException>("value", () => Fraction.FromRatio(ratio)).Message);

    [Theory]
    [InlineData(-1, "'value' is -1 %, but must lie between 0 % and 100 %; a factor above 1 is a Scalar. (Parameter 'value')")]
    [InlineData(100.5, "'value' is 100.5 %, but must lie between 0 % and 100 %; a factor above 1 is a Scalar. (Parameter 'value')")]
    public void Percentage_outside_0_to_100_is_refused(double percent, string message) =>
        Assert.Equal(message, Assert.Throws<ArgumentOutOfRangeException>("value", () => percent.Percent).Message);

    [Fact]
    public void Complement_is_a_fraction()
    {
        Fraction misses = 1 - 80.Percent;
        Assert.Equal(0.2, misses.Value, 1e-15);
        Assert.Equal(0, (1 - Fraction.One).Value);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public void Difference_from_another_whole_is_refused(int whole)
    {
        ArgumentOutOfRangeException refusal = Assert.Throws<ArgumentOutOfRangeException>(nameof(whole), () => whole - 80.Percent);
        Assert.StartsWith($"Only 1 - fraction is a fraction; for {whole} - fraction convert it with AsScalar().", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Sum_up_to_1_is_a_fraction()
    {
        Assert.Equal(0.9, (30.Percent + 60.Percent).Value, 1e-15);
        Assert.Equal(1, (40.Percent + 60.Percent).Value);
        Assert.Equal(0, (60.Percent - 60.Percent).Value);
    }

    [Fact]
    public void Sum_above_1_is_infeasible_and_says_why()
    {
        Fraction sum = 70.Percent + 60.Percent;
        Assert.False(sum.IsFeasible);
        EstimateException problem = Assert.Throws<EstimateException>(() => sum.Value);
        Assert.Equal("This fraction is infeasible: a fraction must lie between 0 and 1, but this one is computed as 1.3.", problem.Message);
    }

    [Fact]
    public void Difference_below_0_is_infeasible() => Assert.False((20.Percent - 60.Percent).IsFeasible);

    [Fact]
    public void Sum_of_ranges_is_infeasible_only_in_the_draws_above_1()
    {
        Fraction sum = (Fraction)(0.3, 0.5, 0.7) + (Fraction)(0.3, 0.4, 0.7);
        Assert.Equal(0.9, sum.Value, 1e-15);
        Assert.InRange(sum.Simulate().ProbabilityInfeasible.Value, 0.1, 0.6);
    }

    [Fact]
    public void Scalar_becomes_a_fraction_when_it_is_one()
    {
        Assert.Equal(0.25, Fraction.FromScalar(0.25).Value);
        Assert.Equal(0, Fraction.FromScalar(0).Value);
        Assert.Equal(1, Fraction.FromScalar(1).Value);
        Assert.False(Fraction.FromScalar(1.5).IsFeasible);
        Assert.False(Fraction.FromScalar(-0.5).IsFeasible);
    }

    [Fact]
    public void Minus_a_fraction_is_a_number() => Assert.Equal(-0.25, (-25.Percent).Value);

    [Fact]
    public void Range_of_a_fraction_stays_inside_0_to_1()
    {
        Fraction hit = (0.8, 0.95, 0.999);
        Estimate<Fraction> belief = hit.Simulate();
        Assert.Equal(0.95, hit.Value);
        Assert.InRange(belief.Quantile(0.9999).Value, 0.999, 1);
        Assert.InRange(belief.Quantile(0.0001).Value, 0, 0.8);
    }

    [Fact]
    public void Range_between_fractions_is_a_fraction()
    {
        Fraction hit = 80.Percent.To(90.Percent, best: 85.Percent);
        Assert.Equal(0.85, hit.Value, 1e-15);
        Assert.Equal(0.9, hit.Simulate().High.Value, 0.005);
        Assert.Equal(0.8535533905932737, 80.Percent.To(90.Percent).Value, 0.01);
    }

    [Fact]
    public void Distribution_whose_tail_passes_1_is_refused_with_the_fix()
    {
        ArgumentOutOfRangeException refusal = Assert.Throws<ArgumentOutOfRangeException>(() => Uncertain.Normal(0.9, 0.1).AsFraction());
        Assert.Equal("fraction", refusal.ParamName);
        Assert.Contains("stay between 0 and 1; use Uncertain.FractionRange(low, high), which stays inside 0..1.", refusal.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => Uncertain.Normal(0.1, 0.1).AsFraction());
        Assert.Throws<ArgumentOutOfRangeException>(() => Uncertain.Range(0.5, 0.9).AsFraction());
    }

    [Fact]
    public void Distribution_inside_0_to_1_is_taken()
    {
        Assert.Equal(0.5, Uncertain.Uniform(0, 1).AsFraction().Value);
        Assert.Equal(0.5, Uncertain.Normal(0.5, 0.01).AsFraction().Value);
        Assert.Equal(5, Uncertain.Uniform(0, 10).In(Fraction.FromPercent(1)).Percent, 1e-12);
    }
}
