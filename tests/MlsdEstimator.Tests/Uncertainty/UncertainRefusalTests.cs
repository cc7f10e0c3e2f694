namespace MlsdEstimator.Tests;

/// <summary>Bad input of every factory of doubt: parameter, value, rule and what to do.</summary>
public class UncertainRefusalTests
{
    private const double NaN = double.NaN;
    private const double Infinity = double.PositiveInfinity;

    public static TheoryData<Func<object>, string, string> Refusals { get; } = new()
    {
        { () => Uncertain.Normal(NaN, 1), "mean", "'mean' is NaN, but must be a finite number." },
        { () => Uncertain.Normal(0, 0), "standardDeviation", "'standardDeviation' is 0, but must be a finite number above 0." },
        { () => Uncertain.Normal(0, -1), "standardDeviation", "'standardDeviation' is -1, but must be a finite number above 0." },
        { () => Uncertain.Normal(0, Infinity), "standardDeviation", "'standardDeviation' is Infinity, but must be a finite number above 0." },
        { () => Uncertain.NormalBetween(2, 1), "high", "'high' is 2 to 1, but must have its lower end below its upper end; swap them, or use a plain number where nothing is uncertain." },
        { () => Uncertain.NormalBetween(1, 1), "high", "'high' is 1 to 1, but must have its lower end below its upper end; swap them, or use a plain number where nothing is uncertain." },
        { () => Uncertain.NormalBetween(NaN, 1), "low", "'low' is NaN, but must be a finite number." },
        { () => Uncertain.NormalBetween(1, NaN), "high", "'high' is NaN, but must be a finite number." },
        { () => Uncertain.LogNormal(0, 1), "median", "'median' is 0, but must be a finite number above 0." },
        { () => Uncertain.LogNormal(1, 0), "sigma", "'sigma' is 0, but must be a finite number above 0." },
        { () => Uncertain.LogNormal(NaN, 1), "median", "'median' is NaN, but must be a finite number above 0." },
        { () => Uncertain.LogNormal(1, NaN), "sigma", "'sigma' is NaN, but must be a finite number above 0." },
        { () => Uncertain.Uniform(Infinity, 1), "minimum", "'minimum' is Infinity, but must be a finite number." },
        { () => Uncertain.Uniform(1, Infinity), "maximum", "'maximum' is Infinity, but must be a finite number." },
        { () => Uncertain.Uniform(1, 1), "maximum", "'maximum' is 1 to 1, but must have its lower end below its upper end; swap them, or use a plain number where nothing is uncertain." },
        { () => Uncertain.Triangular(0, 2, 1), "mode", "'mode' is 2, but must lie between 0 and 1." },
        { () => Uncertain.Triangular(0, -1, 1), "mode", "'mode' is -1, but must lie between 0 and 1." },
        { () => Uncertain.Triangular(0, NaN, 1), "mode", "'mode' is NaN, but must lie between 0 and 1." },
        { () => Uncertain.Triangular(1, 1, 1), "maximum", "'maximum' is 1 to 1, but must have its lower end below its upper end; swap them, or use a plain number where nothing is uncertain." },
        { () => Uncertain.Triangular(NaN, 1, 2), "minimum", "'minimum' is NaN, but must be a finite number." },
        { () => Uncertain.Pert(0, 2, 1), "mode", "'mode' is 2, but must lie between 0 and 1." },
        { () => Uncertain.Pert(2, 2, 1), "maximum", "'maximum' is 2 to 1, but must have its lower end below its upper end; swap them, or use a plain number where nothing is uncertain." },
        { () => Uncertain.Pert(NaN, 1, 2), "minimum", "'minimum' is NaN, but must be a finite number." },
        { () => Uncertain.Beta(0, 1), "alpha", "'alpha' is 0, but must be a finite number above 0." },
        { () => Uncertain.Beta(1, 0), "beta", "'beta' is 0, but must be a finite number above 0." },
        { () => Uncertain.Beta(NaN, 1), "alpha", "'alpha' is NaN, but must be a finite number above 0." },
        { () => Uncertain.Beta(1, Infinity), "beta", "'beta' is Infinity, but must be a finite number above 0." },
        { () => Uncertain.Exponential(0), "mean", "'mean' is 0, but must be a finite number above 0." },
        { () => Uncertain.Exponential(NaN), "mean", "'mean' is NaN, but must be a finite number above 0." },
        { () => Uncertain.OneOf((NaN, 1)), "choices", "'choices' is NaN, but must be a finite number." },
        { () => Uncertain.OneOf((1, 1), (2, 0)), "choices", "'choices' is 0, but must be a finite number above 0." },
        { () => Uncertain.OneOf((1, -1)), "choices", "'choices' is -1, but must be a finite number above 0." },
        { () => Uncertain.OneOf((1, Infinity)), "choices", "'choices' is Infinity, but must be a finite number above 0." },
        { () => Uncertain.FromSamples([1, NaN]), "samples", "'samples' is NaN, but must be a finite number." },
        { () => Uncertain.FromSamples([1, Infinity]), "samples", "'samples' is Infinity, but must be a finite number." },
        { () => Uncertain.Range(0, 5), "high", "'high' is 0 to 5, but must have both ends above 0; give a small lower end instead of 0, or use Uncertain.NormalBetween(0, 5) where 0 or less is possible." },
        { () => Uncertain.Range(-2, 1, 5), "high", "'high' is -2 to 5, but must have both ends above 0; give a small lower end instead of 0, or use Uncertain.NormalBetween(-2, 5) where 0 or less is possible." },
        { () => Uncertain.Range(5, 1), "high", "'high' is 5 to 1, but must have its lower end below its upper end; swap them, or use a plain number where nothing is uncertain." },
        { () => Uncertain.Range(NaN, 1), "low", "'low' is NaN, but must be a finite number." },
        { () => Uncertain.Range(1, Infinity), "high", "'high' is Infinity, but must be a finite number." },
        { () => Uncertain.Range(1, 0.5, 2), "best", "'best' is 0.5, but must lie between 1 and 2." },
        { () => Uncertain.Range(1, 2.5, 2), "best", "'best' is 2.5, but must lie between 1 and 2." },
        { () => Uncertain.Range(1, NaN, 2), "best", "'best' is NaN, but must lie between 1 and 2." },
        { () => Uncertain.RangeAt(0, 1, 2), "confidence", "'confidence' is 0, but must lie strictly between 0 and 1." },
        { () => Uncertain.RangeAt(1, 1, 2), "confidence", "'confidence' is 1, but must lie strictly between 0 and 1." },
        { () => Uncertain.RangeAt(90, 1, 1.5, 2), "confidence", "'confidence' is 90, but must lie strictly between 0 and 1." },
        { () => Uncertain.RangeAt(NaN, 1, 1.5, 2), "confidence", "'confidence' is NaN, but must lie strictly between 0 and 1." },
        { () => Uncertain.FractionRange(0, 0.5), "low", "'low' is 0, but must lie strictly between 0 and 1." },
        { () => Uncertain.FractionRange(0.5, 1), "high", "'high' is 1, but must lie strictly between 0 and 1." },
        { () => Uncertain.FractionRange(0.5, 0.4), "high", "'high' is 0.5 to 0.4, but must have its lower end below its upper end; swap them, or use a plain number where nothing is uncertain." },
        { () => Uncertain.FractionRange(0.2, 0.1, 0.4), "best", "'best' is 0.1, but must lie between 0.2 and 0.4." },
        { () => Uncertain.FractionRange(0.2, 0.5, 0.4), "best", "'best' is 0.5, but must lie between 0.2 and 0.4." },
        { () => Uncertain.Uniform(0, 1).Quantile(0), "probability", "'probability' is 0, but must lie strictly between 0 and 1." },
        { () => Uncertain.Uniform(0, 1).Quantile(1), "probability", "'probability' is 1, but must lie strictly between 0 and 1." },
        { () => Uncertain.Uniform(0, 1).Quantile(NaN), "probability", "'probability' is NaN, but must lie strictly between 0 and 1." },
        { () => Uncertain.Uniform(0, 1).Quantile(-0.1), "probability", "'probability' is -0.1, but must lie strictly between 0 and 1." },
    };

    [Theory]
    [MemberData(nameof(Refusals))]
    public void Parameter_outside_its_domain_is_refused_by_name(Func<object> make, string parameter, string message)
    {
        ArgumentOutOfRangeException refusal = Assert.Throws<ArgumentOutOfRangeException>(parameter, make);
        Assert.Equal($"{message} (Parameter '{parameter}')", refusal.Message);
    }

    [Fact]
    public void Empty_lists_are_refused()
    {
        Assert.StartsWith("'choices' is empty; give at least one.", Assert.Throws<ArgumentException>("choices", () => Uncertain.OneOf()).Message, StringComparison.Ordinal);
        Assert.StartsWith("A distribution needs at least 2 samples, but got 0.", Assert.Throws<ArgumentException>("samples", () => Uncertain.FromSamples([])).Message, StringComparison.Ordinal);
        Assert.StartsWith("A distribution needs at least 2 samples, but got 1. Give more, or use a range.", Assert.Throws<ArgumentException>("samples", () => Uncertain.FromSamples([1])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Null_is_refused()
    {
        Assert.Throws<ArgumentNullException>("choices", () => Uncertain.OneOf(null!));
        Assert.Throws<ArgumentNullException>("samples", () => Uncertain.FromSamples(null!));
        Assert.Throws<ArgumentNullException>("quantile", () => Uncertain.FromQuantile(null!));
        Assert.Throws<ArgumentNullException>("unit", () => Uncertain.Uniform(0, 1).In<Scalar>(null!));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Quantile_function_that_decreases_or_is_no_number_is_refused(int which)
    {
        Func<double, double>[] bad = [p => -p, p => p == 0.5 ? NaN : p, p => 1 / (1 - p) * 1e305, p => p < 1e-8 ? double.NegativeInfinity : p];
        ArgumentException refusal = Assert.Throws<ArgumentException>("quantile", () => Uncertain.FromQuantile(bad[which]));
        Assert.StartsWith("A quantile function must give finite numbers that do not decrease, but gave ", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Quantile_function_may_stand_still() => Assert.Equal(3, Uncertain.FromQuantile(_ => 3).Median);

    [Fact]
    public void Quantile_function_is_refused_with_the_place()
    {
        ArgumentException refusal = Assert.Throws<ArgumentException>("quantile", () => Uncertain.FromQuantile(p => p < 0.7 ? p : 0.3));
        Assert.StartsWith("A quantile function must give finite numbers that do not decrease, but gave 0.3 at 0.75, after 0.5.", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Unit_that_is_a_range_zero_or_negative_is_refused()
    {
        DataSize[] bad = [DataSize.Zero, -1.Bytes, 1.Bytes.To(2.Bytes), Quantity.Infeasible<DataSize>("none")];
        Assert.All(bad, one => Assert.Throws<ArgumentException>("unit", () => Uncertain.Uniform(0, 1).In(one)));
        ArgumentException refusal = Assert.Throws<ArgumentException>("unit", () => Uncertain.Uniform(0, 1).In(DataSize.Zero));
        Assert.StartsWith("The unit of a distribution must be certain and above 0, but is 0 B. Use a unit such as DataSize.Byte.", refusal.Message, StringComparison.Ordinal);
    }
}
