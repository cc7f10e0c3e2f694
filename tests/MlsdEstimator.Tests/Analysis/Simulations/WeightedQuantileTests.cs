using FsCheck;
using FsCheck.Fluent;

namespace MlsdEstimator.Tests;

public class WeightedQuantileTests
{
    private static readonly Config Laws = Config.QuickThrowOnFailure.WithMaxTest(1_000).WithQuietOnSuccess(true);

    /// <summary>By hand: weights 1, 2, 1 of 10, 20, 40 stand at 0, 1.5, 3 of 3.</summary>
    [Theory]
    [InlineData(0, 10)]
    [InlineData(0.25, 15)]
    [InlineData(0.5, 20)]
    [InlineData(0.75, 30)]
    [InlineData(1, 40)]
    public void Draws_stand_at_half_the_weights_between_them(double probability, double expected) =>
        Assert.Equal(expected, WeightedQuantile.Of([40, 10, 20], [1, 1, 2], probability), 1e-12);

    [Fact]
    public void Single_draw_is_every_quantile() => Assert.Equal(7, WeightedQuantile.Of([7, 3], [2, 0], 0.9));

    [Fact]
    public void Equal_weights_give_type_7_for_random_draws() => Check((draws, random, point) =>
        Assert.Equal(new Column(draws, moreIsBetter: false).Quantile(point), WeightedQuantile.Of(draws, [.. draws.Select(_ => 0.3)], point), 1e-9));

    [Fact]
    public void Mirrored_draws_have_mirrored_quantiles_for_random_weights() => Check((draws, random, point) =>
    {
        double[] weights = [.. draws.Select(_ => random.NextDouble())];
        Assert.Equal(WeightedQuantile.Of(draws, weights, point), -WeightedQuantile.Of([.. draws.Select(draw => -draw)], weights, 1 - point), 1e-9);
    });

    [Fact]
    public void Draws_of_weight_0_change_nothing_for_random_draws() => Check((draws, random, point) =>
    {
        double[] weights = [.. draws.Select(_ => random.NextDouble() + 0.01)];
        Assert.Equal(WeightedQuantile.Of(draws, weights, point), WeightedQuantile.Of([-99, .. draws, 99], [0, .. weights, 0], point));
    });

    private static void Check(Action<double[], Random, double> law) => Prop.ForAll(Gen.Choose(0, int.MaxValue - 1).ToArbitrary(), seed =>
    {
        var random = new Random(seed);
        law([.. Enumerable.Range(0, random.Next(1, 30)).Select(_ => random.NextDouble())], random, random.NextDouble());
    }).Check(Laws);
}
