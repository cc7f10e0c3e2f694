namespace MlsdEstimator.Tests;

/// <summary>Correlated inputs against the laws of the Gaussian copula: the score of a standard normal input is its value.</summary>
public class CorrelationTests
{
    private const int Samples = 40_000;

    private static Scalar Score() => Uncertain.Normal(0, 1).AsScalar();

    [Theory]
    [InlineData(0.6)]
    [InlineData(-0.4)]
    [InlineData(0)]
    [InlineData(0.99)]
    public void Scores_have_the_correlation_that_was_asked_for(double correlation)
    {
        Scalar a = Score(), b = Score().CorrelatedWith(a, correlation);
        double[][] draws = Draw.Of([a, b], Samples);
        Assert.Equal(correlation, Pearson(draws[0], draws[1]), 0.015);
        Assert.Equal(0, draws[1].Average(), 0.02);
        Assert.Equal(1, draws[1].Average(x => x * x), 0.03);
    }

    /// <summary>6 / pi asin(rho / 2), evaluated by hand: Kruskal, J. Am. Stat. Assoc. 53 (1958).</summary>
    [Theory]
    [InlineData(0.6, 0.581920)]
    [InlineData(-0.5, -0.482584)]
    public void Ranks_of_any_shapes_have_the_correlation_of_the_copula(double correlation, double expected)
    {
        Scalar a = Uncertain.Range(1, 5, 100).AsScalar();
        Fraction b = Uncertain.Beta(2, 5).AsFraction().CorrelatedWith(a, correlation);
        double[][] draws = Draw.Of([a, b], Samples);
        Assert.Equal(expected, Pearson(Ranks(draws[0]), Ranks(draws[1])), 0.015);
    }

    /// <summary>Of the logarithm: 0.5^2 + 0.3^2 + 2 x 0.6 x 0.5 x 0.3 = 0.52, so the 95 % point is exp(1.64485 sqrt 0.52) = 3.2746.</summary>
    [Fact]
    public void Product_of_correlated_log_normals_has_its_closed_form()
    {
        Scalar a = Uncertain.LogNormal(1, 0.5).AsScalar(), b = Uncertain.LogNormal(1, 0.3).AsScalar().CorrelatedWith(a, 0.6);
        Assert.Equal(3.2746, (a * b).Simulate().High.Value, 0.02);
    }

    [Fact]
    public void Correlation_of_one_is_the_same_unknown()
    {
        Scalar a = (3, 10, 30), b = Uncertain.Range(3, 10, 30).AsScalar().CorrelatedWith(a, 1);
        double[][] draws = Draw.Of([a, b]);
        Assert.Equal(draws[0], draws[1]);
        Assert.Equal(0, (b - a).Simulate().StandardDeviation.Value);
    }

    [Fact]
    public void Correlation_of_minus_one_mirrors_the_score()
    {
        Scalar a = Score(), b = Score().CorrelatedWith(a, -1);
        Assert.All(Draw.Of(a + b), sum => Assert.Equal(0, sum, 1e-12));
    }

    /// <summary>c follows b, which follows a: 0.5 x 0.8 = 0.4 between the ends.</summary>
    [Fact]
    public void Correlation_is_passed_on_along_a_chain()
    {
        Scalar a = Score(), b = Score().CorrelatedWith(a, 0.8), c = Score().CorrelatedWith(b, 0.5);
        double[][] draws = Draw.Of([a, b, c], Samples);
        Assert.Equal(0.5, Pearson(draws[1], draws[2]), 0.015);
        Assert.Equal(0.4, Pearson(draws[0], draws[2]), 0.015);
    }

    [Fact]
    public void Distribution_of_the_input_stays_its_own()
    {
        Scalar a = Score(), b = Uncertain.Triangular(1, 2, 4).AsScalar(), moved = b.CorrelatedWith(a, 0.7);
        Estimate<Scalar> before = (b + 0).Simulate(), after = (moved + 0).Simulate();
        Assert.Equal(b.Value, moved.Value);
        foreach (double level in (double[])[0.05, 0.25, 0.5, 0.75, 0.95])
            Assert.Equal(before.Quantile(level).Value, after.Quantile(level).Value, 0.005);
    }

    [Fact]
    public void Original_input_stays_independent()
    {
        Scalar a = Score(), b = Score(), moved = b.CorrelatedWith(a, 0.9);
        double[][] draws = Draw.Of([a, b, moved], Samples);
        Assert.Equal(0, Pearson(draws[0], draws[1]), 0.015);
        Assert.Equal(0, Pearson(draws[1], draws[2]), 0.015);
    }

    [Fact]
    public void Correlated_input_changes_no_draw_of_the_others()
    {
        Scalar a = (3, 10, 30), b = (1, 2, 4);
        double[][] alone = Draw.Of([a, b]);
        Scalar c = Uncertain.Range(1, 2, 4).AsScalar().CorrelatedWith(b, 0.5);
        Assert.Equal(alone, Draw.Of([a, b, a * c])[..2]);
        Assert.Equal(Draw.Of(c), Draw.Of([c, b])[0]);
    }

    [Fact]
    public void Streams_belong_to_factors_in_the_order_of_the_leaves()
    {
        Scalar a = Score(), b = Score(), c = Score().CorrelatedWith(b, 0.5);
        LeafScore[] scores = [.. new[] { a, b, c }.Select(input => ((LeafNode)input.Node).Score)];
        Dictionary<ScoreFactor, int> streams = LeafStreams.Of(GraphWalk.OperandsFirst([c.Node, b.Node, a.Node]));
        Assert.Equal(3, streams.Count);
        Assert.Equal([0], scores[0].Terms.Select(term => streams[term.Factor]));
        Assert.Equal([1], scores[1].Terms.Select(term => streams[term.Factor]));
        Assert.Equal([(1, 0.5), (2, 0.8660254037844386)], scores[2].Terms.Select(term => (streams[term.Factor], term.Weight)));
        Assert.Equal(0.5, scores[2].CorrelationWith(scores[1]));
        Assert.Equal(0, scores[2].CorrelationWith(scores[0]));
    }

    [Fact]
    public void Name_source_type_and_unit_stay()
    {
        Scalar users = 300.Million.To(700.Million).Named("users");
        Scalar count = (300, 800);
        DataSize row = (count.Cited("a log") * DataSize.Byte).Named("row size").Cited("a table", new DateOnly(2026, 3, 1)).CorrelatedWith(users, 0.5);
        Assert.Equal(("row size", "a table", new DateOnly(2026, 3, 1)), (row.Name, row.Source, row.AsOf));
        Assert.Equal(489.8979, row.Bytes, 1e-4);
        Assert.Contains("a log", row.Explain().ToJson(), StringComparison.Ordinal);
        Assert.Equal(0.5, Pearson(Logs(Draw.Of([users, row], Samples)[0]), Logs(Draw.Of([users, row], Samples)[1])), 0.015);
    }

    [Fact]
    public void Unit_below_zero_turns_the_input_not_the_correlation()
    {
        Scalar a = Score(), loss = (Score() * -2).Named("loss"), other = (-3 * Score()).Named("other");
        Scalar moved = loss.CorrelatedWith(a, 0.6), both = loss.CorrelatedWith(other, 0.6);
        double[][] draws = Draw.Of([a, moved, other, both], Samples);
        Assert.Equal(0.6, Pearson(draws[0], draws[1]), 0.015);
        Assert.Equal(0.6, Pearson(draws[2], draws[3]), 0.015);
    }

    [Fact]
    public void Derivation_tells_the_correlation()
    {
        Scalar users = 300.Million.To(700.Million).Named("users");
        Scalar perUser = 3.To(30, best: 10).Named("requests per user").Cited("a survey").CorrelatedWith(users, -0.4);
        Derivation step = perUser.Explain();
        Assert.Equal("correlated -0.4 with users", step.Correlation);
        Assert.Equal("requests per user = ~10, 3 to 30 (90%), correlated -0.4 with users (a survey)", step.ToString());
        Assert.Contains("\"correlation\": \"correlated -0.4 with users\"", step.ToJson(), StringComparison.Ordinal);
        Assert.Null(users.Explain().Correlation);
        Assert.Null((perUser * 2).Explain().Correlation);
        Assert.Equal("correlated 0.25 with unnamed scalar, 1 to 4 (90%)", 1.To(4).CorrelatedWith(1.To(4), 0.25).Explain().Correlation);
    }

    /// <summary>At 5 % of users their score is -1.645 and that of the follower is expected at -0.987: 100 exp(-0.82243) x 10 (10/3)^-0.6; 10 x 3^0.6 at the top.</summary>
    [Fact]
    public void Tornado_moves_the_inputs_that_follow()
    {
        Scalar users = Uncertain.LogNormal(100, 0.5).AsScalar().Named("users");
        Scalar perUser = 3.To(30, best: 10).CorrelatedWith(users, 0.6).Named("per user"), price = 1.To(9, best: 2).Named("price");
        IReadOnlyList<Sensitivity<Scalar>> found = (users * perUser * price).Sensitivities();
        Sensitivity<Scalar> ofUsers = found.Single(entry => entry.Input.Name == "users"), ofPerUser = found.Single(entry => entry.Input.Name == "per user");
        Assert.Equal(426.704597, ofUsers.AtLow.Value, 1e-6);
        Assert.Equal(8799.908883, ofUsers.AtHigh.Value, 1e-6);
        Assert.Equal(366.307655, ofPerUser.AtLow.Value, 1e-6);
        Assert.Equal(9827.804451, ofPerUser.AtHigh.Value, 1e-6);
        Sensitivity<Scalar> ofPrice = found.Single(entry => entry.Input.Name == "price");
        Assert.Equal(1_000, ofPrice.AtLow.Value, 1e-6);
        Assert.Equal(9_000, ofPrice.AtHigh.Value, 1e-6);
        Assert.All(found, entry => Assert.Equal(1, entry.Elasticity, 1e-12));
    }

    /// <summary>a b exceeds c with 90 %: of the logarithm sd = sqrt 0.52, so c must be 1.28155 sd above the middle: exp(0.92414) = 2.5197.</summary>
    [Fact]
    public void Goal_seek_at_a_confidence_sees_the_correlation()
    {
        Scalar a = Uncertain.LogNormal(1, 0.5).AsScalar(), b = Uncertain.LogNormal(1, 0.3).AsScalar().CorrelatedWith(a, 0.6), machines = Scalar.FromNumber(2).Named("machines");
        Assert.Equal(2.5197, (a * b / machines).SolveFor(machines, 1, confidence: 0.9).Value.Value, 0.02);
    }

    /// <summary>Both normal, sd 1, correlation 0.8: the difference has variance 0.4, so P(a below b - 1) = Phi(1 / sqrt 0.4) = 0.94308.</summary>
    [Fact]
    public void Comparison_sees_the_correlation()
    {
        Scalar a = Score(), b = Uncertain.Normal(1, 1).AsScalar().CorrelatedWith(a, 0.8);
        Assert.Equal(0.94308, Comparison.Of(("a", a), ("b", b)).Best.ProbabilityBest.Value, 0.003);
    }

    internal static double Pearson(double[] x, double[] y)
    {
        double mx = x.Average(), my = y.Average();
        double xy = x.Zip(y, (a, b) => (a - mx) * (b - my)).Sum();
        return xy / Math.Sqrt(x.Sum(a => (a - mx) * (a - mx)) * y.Sum(b => (b - my) * (b - my)));
    }

    private static double[] Logs(double[] values) => Array.ConvertAll(values, Math.Log);

    private static double[] Ranks(double[] values)
    {
        var ranks = new double[values.Length];
        int[] order = [.. Enumerable.Range(0, values.Length).OrderBy(i => values[i])];
        for (int rank = 0; rank < order.Length; rank++)
            ranks[order[rank]] = rank;
        return ranks;
    }
}
