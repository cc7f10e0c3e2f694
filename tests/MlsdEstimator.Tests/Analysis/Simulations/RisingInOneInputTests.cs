namespace MlsdEstimator.Tests;

public class RisingInOneInputTests
{
    /// <summary>500 M users x 3 .. 30 requests x 2 / 86,400 s.</summary>
    [Fact]
    public void Points_of_a_scaled_input_are_exact()
    {
        Scalar perUser = (3, 10, 30);
        Rate peak = 500.Million * perUser.Named("requests") * 2 / Duration.Day;
        Estimate<Rate> belief = peak.Simulate();
        Assert.Equal(34_722.2222, belief.Low.PerSecond, 0.001);
        Assert.Equal(347_222.222, belief.High.PerSecond, 0.01);
        Assert.Equal(0, belief.QuantileError(0.95).PerSecond);
        Assert.True(belief.MeanError.PerSecond > 0);
    }

    [Fact]
    public void Shifted_input_is_exact()
    {
        Scalar x = Uncertain.Uniform(0, 100).AsScalar();
        Assert.Equal([5, 10, 4, 2.5], new[] { x, x + 5, x - 1, 5 * (x / 10) }.Select(one => Math.Round(one.Simulate().Low.Value, 9)));
    }

    [Fact]
    public void Other_quantities_are_drawn()
    {
        Scalar x = Uncertain.Uniform(1, 2).AsScalar(), y = Uncertain.Uniform(1, 2).AsScalar();
        foreach (Scalar drawn in new[] { x * y, x * x, -x, 5 - x, -2 * x, x / -2, 3 / x, x.Ceiling(), x - y, Scalar.One })
            Assert.Null(RisingInOneInput.Of(drawn.Node));
        Assert.NotNull(RisingInOneInput.Of(((x + 1) * 3).Node));
    }
}
