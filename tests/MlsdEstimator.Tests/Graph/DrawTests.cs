namespace MlsdEstimator.Tests;

public class DrawTests
{
    [Fact]
    public void More_samples_begin_with_the_same_draws()
    {
        Scalar x = (3, 10, 30);
        Scalar y = x * 2 + 1;
        Assert.Equal(Draw.Of(y, 700), Draw.Of(y, 5_000)[..700]);
        Assert.Equal(Draw.Of(y, 1_024), Draw.Of(y, 1_025)[..1_024]);
        Assert.Equal(2_049, Draw.Of(y, 2_049).Length);
    }

    [Fact]
    public void Order_of_outputs_changes_no_draw()
    {
        Scalar a = (3, 10, 30), b = (1, 2, 4);
        double[][] forth = Draw.Of([a * b, a, b]), back = Draw.Of([b, a, a * b]);
        Assert.Equal(forth, back.Reverse());
    }

    [Fact]
    public void Later_input_changes_no_draw_of_an_earlier_one()
    {
        Scalar a = (3, 10, 30), b = (1, 2, 4), later = (1, 2, 4);
        double[] alone = Draw.Of(a * b);
        Assert.Equal(alone, Draw.Of([later, a * b, later + a])[1]);
    }

    [Fact]
    public void Library_default_draws_after_the_inputs_of_the_user()
    {
        Scalar shared = Uncertain.Range(1, 2, 4).AsScalar().Named("factor").AsDefault("a book");
        Scalar mine = (3, 10, 30);
        Assert.Equal(Draw.Of(mine), Draw.Of([shared * mine, mine])[1]);
    }

    [Fact]
    public void Library_defaults_draw_in_the_order_of_their_names()
    {
        Scalar b = Uncertain.Range(1, 2, 4).AsScalar().Named("b").AsDefault("a book"), a = Uncertain.Range(1, 2, 4).AsScalar().Named("a").AsDefault("a book");
        Dictionary<ScoreFactor, int> streams = LeafStreams.Of(GraphWalk.OperandsFirst([b.Node, a.Node]));
        Assert.Equal([0, 1], new[] { a, b }.Select(input => streams[((LeafNode)input.Node.Bare).Score.Terms[0].Factor]));
    }

    [Fact]
    public void Same_seed_gives_the_same_draws_and_another_seed_others()
    {
        Scalar a = (3, 10, 30);
        Assert.Equal(Draw.Of(a, 100, 7), Draw.Of(a, 100, 7));
        Assert.Empty(Draw.Of(a, 100, 7).Intersect(Draw.Of(a, 100, 8)));
    }

    [Fact]
    public void Streams_and_neighbours_are_uncorrelated()
    {
        Scalar a = Uncertain.Normal(0, 1).AsScalar(), b = Uncertain.Normal(0, 1).AsScalar();
        double[][] draws = Draw.Of([a, b], 40_000);
        Assert.Equal(0, draws[0].Zip(draws[1], (x, y) => x * y).Average(), 0.025);
        Assert.Equal(0, draws[0].Zip(draws[0].Skip(1), (x, y) => x * y).Average(), 0.025);
        Assert.Equal(0, draws[0].Average(), 0.025);
        Assert.Equal(1, draws[0].Average(x => x * x), 0.04);
    }

    [Fact]
    public void Random_points_do_not_depend_on_where_a_block_starts() => AssertAddressable(new RandomPoints(5));

    [Fact]
    public void Sobol_points_do_not_depend_on_where_a_block_starts() => AssertAddressable(new SobolPoints(5));

    private static void AssertAddressable(IPointSet points)
    {
        var whole = new double[64];
        points.Fill(3, 0, whole);
        var part = new double[10];
        points.Fill(3, 40, part);
        Assert.Equal(whole[40..50], part);
        Assert.All(whole, point => Assert.InRange(point, double.Epsilon, 1 - 1e-16));
    }

    [Fact]
    public void Results_that_call_functions_draw_less()
    {
        Scalar x = (1.2, 1.5, 1.8);
        Scalar slow = Quantity.Table<Scalar, Scalar>(x, (0.1, 10), (20, 20));
        Simulation run = Simulation.Run([x, slow, slow + x, Quantity.Table<Scalar, Scalar>(Scalar.One, (0, 1), (2, 2)) * x]);
        Assert.Equal([16_384, 2_048, 2_048], new IQuantity[] { x, slow }.Select(one => run.Of(one).Samples).Append(slow.Simulate().Samples));
        Assert.Equal(512, slow.Simulate(new SimulationOptions { Samples = 500 }).Samples);
    }
}
