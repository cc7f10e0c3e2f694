namespace MlsdEstimator.Tests;

public class JointTests
{
    private const int Samples = 40_000;

    private static Scalar Score() => Uncertain.Normal(0, 1).AsScalar();

    [Fact]
    public void Three_inputs_have_all_correlations_and_their_types()
    {
        (Scalar a, DataSize b, Fraction c) = Uncertain.Joint(
            Score().Named("a"), 1.Bytes.To(9.Bytes).Named("b").Cited("a log"), Uncertain.FractionRange(0.1, 0.3).AsFraction(),
            new[,] { { 1, 0.6, -0.3 }, { 0.6, 1, 0.2 }, { -0.3, 0.2, 1 } });
        Assert.Equal(("a", "b", "a log", null), (a.Name, b.Name, b.Source, c.Name));
        double[][] draws = Draw.Of([a, b, c], Samples);
        double[][] scores = [draws[0], Array.ConvertAll(draws[1], Math.Log), Array.ConvertAll(draws[2], x => Math.Log(x / (1 - x)))];
        Assert.Equal(0.6, CorrelationTests.Pearson(scores[0], scores[1]), 0.015);
        Assert.Equal(-0.3, CorrelationTests.Pearson(scores[0], scores[2]), 0.015);
        Assert.Equal(0.2, CorrelationTests.Pearson(scores[1], scores[2]), 0.015);
        Assert.Equal("correlated 0.6 with b, -0.3 with unnamed fraction, 10 to 30% (90%)", a.Explain().Correlation);
    }

    [Fact]
    public void Two_inputs_and_four_keep_their_order()
    {
        (Scalar one, Duration two) = Uncertain.Joint((Scalar)(1, 4), 1.Seconds.To(4.Seconds), new double[,] { { 1, 1 }, { 1, 1 } });
        double[][] pair = Draw.Of([one, two]);
        Assert.Equal(pair[0], pair[1]);
        (Scalar a, Rate b, Money c, Scalar d) = Uncertain.Joint(
            (Scalar)(1, 2), 3.PerSecond.To(4.PerSecond), 5.Dollars.To(6.Dollars), (Scalar)(7, 8),
            new[,] { { 1, 0.5, 0, 0 }, { 0.5, 1, 0, 0 }, { 0, 0, 1, 0.25 }, { 0, 0, 0.25, 1 } });
        Assert.Equal([1.414214, 3.464102, 5.477226, 7.483315], new IQuantity[] { a, b, c, d }.Select(input => Math.Round(input.BaseValue, 6)));
        LeafScore[] scores = [.. new IQuantity[] { a, b, c, d }.Select(input => ((LeafNode)input.Node).Score)];
        Assert.Equal(0.5, scores[0].CorrelationWith(scores[1]), 1e-15);
        Assert.Equal(0.25, scores[2].CorrelationWith(scores[3]), 1e-15);
        Assert.Equal(0, scores[1].CorrelationWith(scores[2]));
        Assert.Null(Uncertain.Joint((Scalar)(1, 2), (Scalar)(1, 2), new double[,] { { 1, 0 }, { 0, 1 } }).First.Explain().Correlation);
    }

    [Fact]
    public void Lists_of_one_type_keep_it()
    {
        Scalar[] inputs = [Score(), Score(), Score()];
        IReadOnlyList<Scalar> joint = Uncertain.Joint(inputs, new[,] { { 1, 0.6, 0 }, { 0.6, 1, 0 }, { 0, 0, 1 } });
        Assert.Equal(0.6, CorrelationTests.Pearson(Draw.Of(joint[0], Samples), Draw.Of([joint[0], joint[1]], Samples)[1]), 0.015);
        IReadOnlyList<IQuantity> mixed = Uncertain.Joint([Score(), 1.Bytes.To(2.Bytes)], new[,] { { 1, 0.6 }, { 0.6, 1 } });
        Assert.IsType<Scalar>(mixed[0]);
        Assert.IsType<DataSize>(mixed[1]);
    }

    [Fact]
    public void Identity_draws_as_independent_inputs_do()
    {
        Scalar a = (3, 10, 30), b = (1, 2, 4);
        double[][] alone = Draw.Of([a, b]);
        (Scalar x, Scalar y) = Uncertain.Joint(a, b, new double[,] { { 1, 0 }, { 0, 1 } });
        Assert.Equal(alone, Draw.Of([x, y]));
        Assert.NotEqual(a, x);
    }

    /// <summary>Higham, IMA J. Numer. Anal. 22 (2002), example of section 4: the nearest matrix has 0.7607 and 0.1573.</summary>
    [Fact]
    public void Contradiction_names_the_nearest_valid_matrix_or_takes_it()
    {
        var contradiction = new double[,] { { 1, 1, 0 }, { 1, 1, 1 }, { 0, 1, 1 } };
        Scalar[] inputs = [Score(), Score(), Score()];
        ArgumentException refusal = Assert.Throws<ArgumentException>("correlations", () => Uncertain.Joint(inputs, contradiction));
        Assert.StartsWith(
            "The correlations contradict each other: the matrix is not positive semidefinite (its least eigenvalue is -0.4142). "
            + "The nearest valid matrix is { { 1, 0.7606, 0.1573 }, { 0.7606, 1, 0.7606 }, { 0.1573, 0.7606, 1 } }; give that one, or pass takeNearest: true.",
            refusal.Message, StringComparison.Ordinal);
        LeafScore[] scores = [.. Uncertain.Joint(inputs, contradiction, takeNearest: true).Select(input => ((LeafNode)input.Node).Score)];
        Assert.Equal(0.7607, scores[0].CorrelationWith(scores[1]), 5e-5);
        Assert.Equal(0.7607, scores[1].CorrelationWith(scores[2]), 5e-5);
        Assert.Equal(0.1573, scores[0].CorrelationWith(scores[2]), 5e-5);
        Assert.All(scores, score => Assert.Equal(1, score.CorrelationWith(score), 1e-15));
        Uncertain.Joint(inputs, new[,] { { 1, 0.7606, 0.1573 }, { 0.7606, 1, 0.7606 }, { 0.1573, 0.7606, 1 } });
    }

    [Fact]
    public void Valid_matrix_is_taken_as_it_is_even_with_take_nearest()
    {
        (Scalar a, Scalar b) = Uncertain.Joint(Score(), Score(), new[,] { { 1, 0.6 }, { 0.6, 1 } }, takeNearest: true);
        Assert.Equal(0.6, ((LeafNode)a.Node).Score.CorrelationWith(((LeafNode)b.Node).Score), 1e-15);
    }

    [Fact]
    public void Unit_below_zero_turns_the_input_not_the_correlation()
    {
        (Scalar a, Scalar b) = Uncertain.Joint(Score(), Score() * -2, new[,] { { 1, 0.6 }, { 0.6, 1 } });
        double[][] draws = Draw.Of([a, b], Samples);
        Assert.Equal(0.6, CorrelationTests.Pearson(draws[0], draws[1]), 0.015);
    }
}
