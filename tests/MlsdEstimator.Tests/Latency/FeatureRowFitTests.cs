namespace MlsdEstimator.Tests;

public class FeatureRowFitTests
{
    /// <summary>By hand: through (1, 3), (2, 4), (3, 8) ms the slope is 2.5, the start 0, R squared 6.25 x 2 / 14 = 0.892857.</summary>
    [Fact]
    public void Line_goes_through_the_middle_of_the_points()
    {
        FeatureRowFit fit = FeatureRowFit.To((1, 3.Milliseconds), (2, 4.Milliseconds), (3, 8.Milliseconds));
        Assert.Equal(2.5, fit.PerEntity.Milliseconds, 1e-9);
        Assert.Equal(0, fit.Fixed.Milliseconds, 1e-9);
        Assert.Equal(0.8928571429, fit.RSquared.Value, 1e-9);
        Assert.Equal(["fixed time", "time per entity", "R squared"], fit.Results.Select(result => result.Name));
    }

    [Fact]
    public void Points_that_fix_no_line_are_refused()
    {
        Assert.Contains("two different numbers of entities", Assert.Throws<ArgumentException>(() => FeatureRowFit.To((1, 3.Milliseconds), (1, 4.Milliseconds))).Message, StringComparison.Ordinal);
        Assert.Contains("must rise", Assert.Throws<ArgumentException>(() => FeatureRowFit.To((1, 4.Milliseconds), (2, 3.Milliseconds))).Message, StringComparison.Ordinal);
        Assert.Contains("begin at 0", Assert.Throws<ArgumentException>(() => FeatureRowFit.To((1, 1.Milliseconds), (2, 3.Milliseconds))).Message, StringComparison.Ordinal);
        Assert.Contains("is a range", Assert.Throws<ArgumentException>(() => FeatureRowFit.To((1, 1.Milliseconds.To(2.Milliseconds)), (2, 3.Milliseconds))).Message, StringComparison.Ordinal);
        Assert.Contains("is a range", Assert.Throws<ArgumentException>(() => FeatureRowFit.To(((1, 2), 1.Milliseconds), (2, 3.Milliseconds))).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => FeatureRowFit.To());
        Assert.Equal("entities", Assert.Throws<ArgumentOutOfRangeException>(() => FeatureRowFit.To((-1, 1.Milliseconds), (2, 3.Milliseconds))).ParamName);
        Assert.Equal("median", Assert.Throws<ArgumentOutOfRangeException>(() => FeatureRowFit.To((1, Duration.Zero), (2, 3.Milliseconds))).ParamName);
    }
}
