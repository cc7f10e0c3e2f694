namespace MlsdEstimator.Tests;

/// <summary>Expected: Wichura's algorithm AS 241 as in Python's statistics.NormalDist; far tails from published tables (Abramowitz and Stegun 26.2).</summary>
public class StandardNormalTests
{
    [Theory]
    [InlineData(0.5, 0)]
    [InlineData(0.95, 1.6448536269514715)]
    [InlineData(0.05, -1.6448536269514715)]
    [InlineData(0.975, 1.9599639845400536)]
    [InlineData(0.999, 3.090232306167813)]
    [InlineData(1e-9, -5.9978070150076865)]
    [InlineData(0.25, -0.6744897501960817)]
    public void Score_of_a_probability_and_back(double probability, double score)
    {
        Assert.Equal(score, StandardNormal.Score(probability), 1e-12);
        Assert.Equal(probability, StandardNormal.Probability(score), 1e-13);
    }

    [Fact]
    public void Far_tail_keeps_its_digits()
    {
        Assert.Equal(-37.0471, StandardNormal.Score(1e-300), 1e-4);
        Assert.Equal(7.619853024160527e-24, StandardNormal.Probability(-10), 1e-35);
    }

    [Theory]
    [InlineData(0.9, 1.6448536269514715)]
    [InlineData(0.8, 1.2815515655446008)]
    [InlineData(0.5, 0.6744897501960817)]
    public void Central_score_holds_the_confidence(double confidence, double score) => Assert.Equal(score, StandardNormal.ScoreOfCentral(confidence), 1e-12);

    /// <summary>Expected: SciPy's ndtri.</summary>
    [Theory]
    [InlineData(1.1102230246251565e-16, -8.209536151601387)]
    [InlineData(1e-15, -7.941345326170998)]
    [InlineData(1e-12, -7.034483825301131)]
    [InlineData(1e-09, -5.9978070150076865)]
    [InlineData(1e-06, -4.753424308822899)]
    [InlineData(0.0001, -3.7190164854556804)]
    [InlineData(0.001, -3.090232306167813)]
    [InlineData(0.01, -2.3263478740408408)]
    [InlineData(0.024999, -1.9599810949100362)]
    [InlineData(0.05, -1.6448536269514729)]
    [InlineData(0.0625, -1.5341205443525463)]
    [InlineData(0.1, -1.2815515655446004)]
    [InlineData(0.2, -0.8416212335729142)]
    [InlineData(0.25, -0.6744897501960817)]
    [InlineData(0.3, -0.5244005127080409)]
    [InlineData(0.4, -0.2533471031357997)]
    [InlineData(0.4999, -0.0002506628300880075)]
    [InlineData(0.49999999, -2.5066282733116225e-08)]
    public void Score_of_a_draw_is_that_of_its_point(double point, double score)
    {
        double[] points = [point, 1 - point, point, 0.5, point], scores = new double[5];
        StandardNormal.Scores(points, scores);
        Assert.Equal(score, scores[0], 3e-15 * Math.Max(1, Math.Abs(score)));
        Assert.Equal(StandardNormal.Score(1 - point), scores[1], 1e-14);
        Assert.Equal(0, scores[3]);
        Assert.Equal([scores[0], scores[0]], [scores[2], scores[4]]);
    }

    [Fact]
    public void Scores_of_draws_mirror_each_other_and_follow_the_formula_everywhere()
    {
        double[] points = [.. Enumerable.Range(1, 4095).Select(i => i / 4096.0), .. Enumerable.Range(1, 53).Select(i => Math.ScaleB(1.37, -i))], scores = new double[points.Length];
        StandardNormal.Scores(points, scores);
        for (int i = 0; i < points.Length; i++)
            Assert.Equal(StandardNormal.Score(points[i]), scores[i], 4e-15 * Math.Max(1, Math.Abs(scores[i])));
        for (int i = 0; i < 4095; i++)
            Assert.Equal(-scores[4094 - i], scores[i]);
    }

    [Fact]
    public void Point_that_no_draw_can_be_is_read_at_the_end()
    {
        double[] scores = new double[3];
        StandardNormal.Scores([0, 1, 1e-300], scores);
        Assert.Equal([-8.209536151601387, 8.209536151601387, -8.209536151601387], scores);
    }

    /// <summary>Expected: SciPy's norm.sf. A signed tail is minus the upper tail above the median.</summary>
    [Theory]
    [InlineData(0.01, 0.4960106436853684)]
    [InlineData(0.3, 0.3820885778110474)]
    [InlineData(0.5, 0.3085375387259869)]
    [InlineData(1, 0.15865525393145707)]
    [InlineData(1.5, 0.06680720126885807)]
    [InlineData(2.25, 0.012224472655044696)]
    [InlineData(3, 0.0013498980316300933)]
    [InlineData(4.03, 2.7888426440563852e-05)]
    [InlineData(5, 2.866515718791933e-07)]
    [InlineData(6.5, 4.016000583859088e-11)]
    [InlineData(7.9, 1.394517146659261e-15)]
    [InlineData(8.2, 1.2019351542735735e-16)]
    public void Tail_of_a_score_keeps_its_digits(double score, double tail)
    {
        double[] scores = [score, -score, score, 0, -score], tails = new double[5];
        Kernel.Apply(StandardNormal.OverScores(default(Itself)), scores, tails);
        Assert.Equal([-tails[1], -tails[1], tails[1]], [tails[0], tails[2], tails[4]]);
        Assert.Equal(0.5, tails[3], 1e-15);
        Assert.True(Math.Abs(tails[1] - tail) < 4e-12 * tail, $"{tails[1]:R} is not {tail:R}");
        StandardNormal.Probabilities(scores, tails);
        Assert.Equal(1 - tail, tails[0], 2e-16);
        Assert.Equal(-tail, SignedTail.OfScore(score), 1e-12 * tail);
        Assert.Equal(tail, SignedTail.OfScore(-score), 1e-12 * tail);
    }

    [Theory]
    [InlineData(0.2, 0.2)]
    [InlineData(0.5, 0.5)]
    [InlineData(0.75, -0.25)]
    public void Signed_tail_is_the_nearer_end(double probability, double expected) => Assert.Equal(expected, SignedTail.Of(probability));

    private readonly struct Itself : IKernel
    {
        public TLanes Apply<TLanes>(TLanes x)
            where TLanes : struct, ILanes<TLanes> => x;
    }
}
