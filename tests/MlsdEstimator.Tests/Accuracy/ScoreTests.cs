namespace MlsdEstimator.Accuracy.Tests;

/// <summary>Expected numbers are worked out by hand from logarithms of 2, and with NumPy where they are quantiles.</summary>
public class ScoreTests
{
    private static readonly double Ln2 = Math.Log(2);

    /// <summary>Measured 1, 2, 4, 8, all predicted as 2 with range 1 to 4: errors ln 2 x (1, 0, -1, -2).</summary>
    private static readonly Score Four = new([Row("a", 1), Row("b", 2), Row("c", 4), Row("d", 8)]);

    [Fact]
    public void Errors_are_logarithms_of_predicted_over_measured()
    {
        Assert.Equal(4, Four.Rows);
        Assert.Equal(4, Four.Predicted);
        Assert.Equal(0, Four.Refused);
        Assert.Equal(Ln2, Four.MedianError!.Value, 12);
        Assert.Equal(1.7 * Ln2, Four.P90Error!.Value, 12);
        Assert.Equal(-0.5 * Ln2, Four.Bias!.Value, 12);
    }

    [Fact]
    public void Interval_holds_its_ends_and_is_charged_for_what_it_misses()
    {
        Assert.Equal(0.75, Four.Coverage!.Value, 12);
        Assert.Equal(4, Four.MedianWidth!.Value, 12);
        Assert.Equal(Math.Pow(2, 4.9), Four.HonestWidth!.Value, 9);
        Assert.Equal(2 * Ln2 + 20 * Ln2 / 4, Four.IntervalScore!.Value, 12);
    }

    [Fact]
    public void Measurement_below_the_interval_is_charged_alike() =>
        Assert.Equal(2 * Ln2 + 20 * Ln2, new Score([Row("a", 0.5)]).IntervalScore!.Value, 12);

    [Fact]
    public void Roofline_is_scored_on_the_predicted_rows_that_have_one()
    {
        var score = new Score([Row("a", 1) with { }, Row("b", 2, roofline: 4), Row("c", 4, roofline: 4), Refused("d", "no device")]);
        Assert.Equal(0.5 * Ln2, score.RooflineMedianError!.Value, 12);
        Assert.Equal(0.9 * Ln2 + 20 * 0.05 * Ln2, score.RooflineIntervalScore!.Value, 12);
    }

    [Fact]
    public void Refusals_are_counted_by_reason_most_frequent_first()
    {
        var score = new Score([Refused("a", "x"), Refused("b", "y"), Refused("c", "y"), Refused("d", "w"), Row("e", 2)]);
        Assert.Equal(4, score.Refused);
        Assert.Equal([("y", 2), ("w", 1), ("x", 1)], score.Reasons);
    }

    [Fact]
    public void Nothing_predicted_has_no_numbers()
    {
        var score = new Score([Refused("a", "x")]);
        Assert.Equal(1, score.Rows);
        Assert.Equal(0, score.Predicted);
        Assert.Equal(0, score.Blocks);
        double?[] numbers = [score.MedianError, score.P90Error, score.Bias, score.Coverage, score.MedianWidth, score.HonestWidth, score.IntervalScore, score.RooflineMedianError, score.RooflineIntervalScore, score.EffectiveRows];
        Assert.All(numbers, number => Assert.Null(number));
    }

    [Fact]
    public void Engines_are_scored_largest_first()
    {
        var score = new Score([Row("a", 1, engine: "B"), Row("b", 2, engine: "C"), Row("c", 2, engine: "C"), Row("d", 2, engine: "A")]);
        Assert.Equal([("C", 2), ("A", 1), ("B", 1)], score.ByEngine.Select(engine => (engine.Engine, engine.Score.Rows)));
    }

    [Fact]
    public void Blocks_are_pairs_of_model_and_device()
    {
        var score = new Score([Row("a", 1), Row("a", 2), Row("a", 4, device: "other")]);
        Assert.Equal(2, score.Blocks);
    }

    /// <summary>scipy: (B - W) / (B + (n0 - 1) W) with B = 8, W = 1/2 for blocks (1, 2), (3, 4): n0 = 2.</summary>
    [Fact]
    public void Correlation_inside_blocks_is_that_of_the_analysis_of_variance()
    {
        double[][] blocks = [[1, 2], [3, 4]];
        Assert.Equal(3.5 / 4.5, Statistics.Correlation(blocks), 12);
        Assert.Equal(2 * (2 / (1 + 3.5 / 4.5)), Statistics.EffectiveCount(blocks), 12);
    }

    [Fact]
    public void Correlation_that_cannot_be_told_is_none()
    {
        Assert.Equal(0, Statistics.Correlation([[1, 2, 3]]));
        Assert.Equal(0, Statistics.Correlation([[1], [2], [3]]));
        Assert.Equal(0, Statistics.Correlation([[1, 1], [1, 1]]));
        Assert.Equal(0, Statistics.Correlation([[0, 9], [4, 5]]));
        Assert.Equal(3, Statistics.EffectiveCount([[1], [2], [3]]), 12);
    }

    /// <summary>numpy.quantile([3, 1, 2, 10], q).</summary>
    [Theory]
    [InlineData(0, 1)]
    [InlineData(0.5, 2.5)]
    [InlineData(0.9, 7.9)]
    [InlineData(1, 10)]
    public void Quantile_is_that_of_type_7(double probability, double expected) => Assert.Equal(expected, Statistics.Quantile([3, 1, 2, 10], probability), 12);

    [Theory]
    [InlineData(0, 1, 2)]
    [InlineData(1, -1, 2)]
    [InlineData(1, 2, 1)]
    [InlineData(double.NaN, 1, 2)]
    [InlineData(1, 1, double.PositiveInfinity)]
    public void Prediction_that_is_no_number_or_out_of_order_is_refused(double nominal, double low, double high) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new Prediction(nominal, low, high));

    [Fact]
    public void Prediction_of_a_quantity_has_its_nominal_and_range_in_the_unit()
    {
        var said = Assert.IsType<Prediction>(Prediction.Of((1, 4, 8) * Duration.Second, unit: 0.001));
        Assert.Equal(4_000, said.Nominal, 9);
        Assert.Equal(1_000, said.Low, 6);
        Assert.Equal(8_000, said.High, 6);
    }

    [Fact]
    public void Infeasible_quantity_is_a_refusal_with_its_reason() =>
        Assert.Equal(new Refusal("This duration is infeasible: too large"), Prediction.Of(Quantity.Infeasible<Duration>("too large")));

    private static ScoredRow Row(string model, double measured, string engine = "e", string device = "d", double? roofline = null) =>
        new(new ToyRow { Id = model, Model = model, Device = device, Engine = engine, Value = measured, Roofline = roofline }, new Prediction(2, 1, 4));

    private static ScoredRow Refused(string model, string reason) =>
        new(new ToyRow { Id = model, Model = model, Device = "d", Engine = "e", Value = 1, Roofline = 1 }, new Refusal(reason));
}
