namespace MlsdEstimator.Tests;

public class AspectTests
{
    private static readonly Duration P99 = 80.Milliseconds.Marked(Aspect.Percentile(0.99));
    private static readonly Rate Peak = 10.PerSecond.Marked(Aspect.Peak, Aspect.Counts("requests"));

    [Fact]
    public void Marking_replaces_the_aspect_of_the_same_slot()
    {
        Rate average = Peak.Marked(Aspect.Average);
        Assert.Equal([Aspect.Counts("requests"), Aspect.Average], average.Aspects);
        Assert.Equal([Aspect.Mean], P99.Marked(Aspect.Mean).Aspects);
        Assert.Equal([Aspect.Percentile(0.5)], P99.Marked(Aspect.Percentile(0.5)).Aspects);
        Assert.Equal([Aspect.ModelOnly, Aspect.PerDevice, Aspect.MoreIsBetter], Scalar.One.Marked(Aspect.ModelOnly, Aspect.PerDevice, Aspect.MoreIsBetter).Aspects);
    }

    [Fact]
    public void Scaling_passes_aspects_on()
    {
        Aspect[] expected = [Aspect.Peak, Aspect.Counts("requests")];
        Assert.Equal(expected, (Peak * 2).Aspects);
        Assert.Equal(expected, (2 * Peak).Aspects);
        Assert.Equal(expected, (Peak / 2).Aspects);
        Assert.Equal(expected, (-Peak).Aspects);
        Assert.Equal(expected, Peak.Named("peak QPS").Aspects);
        Assert.Equal(expected, (Peak * Duration.Day).Aspects);
    }

    [Fact]
    public void Ratio_takes_the_aspects_of_its_numerator()
    {
        Assert.Equal([Aspect.Peak, Aspect.Counts("requests")], (Peak / 5.PerSecond.Marked(Aspect.PerDevice)).Aspects);
        Assert.Empty((5.PerSecond / Peak).Aspects);
    }

    [Fact]
    public void Product_joins_aspects_and_the_left_wins_a_slot()
    {
        Scalar a = Scalar.One.Marked(Aspect.Counts("a"), Aspect.Peak), b = Scalar.One.Marked(Aspect.Counts("b"), Aspect.ModelOnly);
        Assert.Equal([Aspect.ModelOnly, Aspect.Counts("a"), Aspect.Peak], (a * b).Aspects);
        Assert.Equal([Aspect.Peak, Aspect.Counts("b"), Aspect.ModelOnly], (b * a).Aspects);
    }

    [Fact]
    public void Sum_keeps_only_what_both_share()
    {
        Rate other = 5.PerSecond.Marked(Aspect.Peak, Aspect.Counts("predictions"));
        Assert.Equal([Aspect.Peak], (Peak + other).Aspects);
        Assert.Equal([Aspect.Peak], Rate.Max(Peak, other).Aspects);
        Assert.Empty((Peak + 5.PerSecond).Aspects);
        Assert.Empty((5.PerSecond - Peak).Aspects);
        Assert.Equal([Aspect.Peak], Quantity.If<Rate>(Scalar.One > 0, Peak, other).Aspects);
        Assert.Empty(Quantity.If<Rate>(Scalar.One > 0, Peak, 1.PerSecond).Aspects);
    }

    [Fact]
    public void Guard_and_function_are_seen()
    {
        Node guard = new OperationNode(Dimensions.Rate, Operation.Guard, (Scalar.One > 0).Node, Peak.Node);
        Assert.Equal(Peak.Aspects, AspectFlow.Of(guard));
        Assert.Empty(Quantity.Table(Scalar.One.Marked(Aspect.Peak), (Scalar.Zero, 1.Bytes), (Scalar.FromNumber(2), 2.Bytes)).Aspects);
        Assert.Empty(Uncertain.Uniform(0, 1).AsScalar().Aspects);
    }

    [Fact]
    public void Text_is_what_people_say()
    {
        Aspect[] all = [Aspect.Average, Aspect.Peak, Aspect.Mean, Aspect.Percentile(0.99), Aspect.Percentile(0.999), Aspect.Percentile(0.5), Aspect.Counts("reads"), Aspect.ModelOnly, Aspect.PerDevice, Aspect.MoreIsBetter];
        Assert.Equal(["average", "peak", "mean", "p99", "p99.9", "p50", "counts reads", "model only", "per device", "more is better"], all.Select(one => one.ToString()));
    }

    [Fact]
    public void Bad_aspects_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>("level", () => Aspect.Percentile(99));
        Assert.Throws<ArgumentOutOfRangeException>("level", () => Aspect.Percentile(0));
        Assert.Throws<ArgumentOutOfRangeException>("level", () => Aspect.Percentile(double.NaN));
        Assert.Throws<ArgumentException>("what", () => Aspect.Counts(" "));
    }
}
