using MathNet.Numerics.Distributions;

namespace MlsdEstimator.Tests;

/// <summary>Draws that read a table against SciPy 1.10 (beta.ppf, gamma.ppf) and against the function itself.</summary>
public class TabulatedDistributionTests
{
    private static readonly double[] Points = [1e-05, 0.001, 0.01, 0.05, 0.1, 0.25, 0.4, 0.5, 0.75, 0.9, 0.95, 0.99, 0.999, 0.99999];

    public static TheoryData<Uncertain, double[]> Quantiles { get; } = new()
    {
        { Uncertain.Beta(8, 6), [0.10286320881183472, 0.19378164898256345, 0.2728874037483893, 0.35479928101961294, 0.40176137269419016, 0.48329589728238453, 0.5406558784195048, 0.5749233386504184, 0.6631885584935582, 0.7362697438686887, 0.7760446057886807, 0.8411815815598096, 0.8984292702384347, 0.955620729773229] },
        { Uncertain.Beta(2, 30), [0.00014685541792479776, 0.0014876861369423936, 0.004859488548057917, 0.011585315861443594, 0.01728802229130078, 0.031031262196550013, 0.04413387957643161, 0.05355205211700271, 0.0845189517832635, 0.11976923811259493, 0.14409039131834475, 0.19566937629589037, 0.26132759881832784, 0.37320441471333055] },
        { Uncertain.Beta(0.5, 0.5), [2.4674011000694045e-10, 2.4673990709169446e-06, 0.00024671981713422146, 0.0061558297024311365, 0.024471741852423214, 0.14644660940672624, 0.3454915028125263, 0.4999999999999999, 0.8535533905932737, 0.9755282581475768, 0.9938441702975689, 0.9997532801828658, 0.999997532600929, 0.9999999997532598] },
        { Uncertain.Beta(0.2, 3), [2.495343537242627e-26, 2.495343537242626e-16, 2.4953435373464e-11, 7.797949567350083e-08, 2.4953539152035637e-06, 0.00024378492144163836, 0.002566180839858229, 0.007901229090864218, 0.06605446189853205, 0.2059815139229475, 0.3243985452659058, 0.5654972304662551, 0.7855692989989795, 0.9520355008434589] },
        { Uncertain.Beta(500, 20), [0.9153788009484006, 0.9304880889923483, 0.9394006108353086, 0.9467435921755595, 0.9504246561904347, 0.9562159983231405, 0.9599718420412753, 0.9621290428005586, 0.967503258724707, 0.9718906858313469, 0.9743178088877612, 0.978481771915652, 0.9825697274640192, 0.9877422980556868] },
        { Uncertain.FromQuantile(new Gamma(2.5, 1).InverseCumulativeDistribution), [0.01624219957771244, 0.1051063013146096, 0.2771490383641386, 0.5727381130308846, 0.8051539934811613, 1.3373014047160818, 1.8277498115707937, 2.175730095547763, 3.3128398819146234, 4.618178449890562, 5.535248846758176, 7.543136234694495, 10.257502826216436, 15.42809497022296] },
    };

    [Theory]
    [MemberData(nameof(Quantiles))]
    public void Draws_are_the_quantiles_of_their_points(Uncertain distribution, double[] expected)
    {
        var values = new double[Points.Length];
        distribution.AtProbabilities(Points, values);
        for (int i = 0; i < Points.Length; i++)
            AssertNear(expected[i], values[i], Points[i] is > 0.005 and < 0.995 ? 1e-9 : 1e-7);
    }

    [Theory]
    [MemberData(nameof(Quantiles))]
    public void Draws_by_score_are_the_same_numbers(Uncertain distribution, double[] expected)
    {
        double[] scores = Array.ConvertAll(Points, StandardNormal.Score);
        distribution.AtScores(scores, scores);
        for (int i = 0; i < Points.Length; i++)
            AssertNear(expected[i], scores[i], Points[i] is > 0.005 and < 0.995 ? 1e-9 : 1e-7);
    }

    [Fact]
    public void Points_beyond_the_table_are_read_from_the_function()
    {
        double[] points = [0.3, 1e-9, 0.4, 1 - Math.ScaleB(1, -30), 0.6, Math.ScaleB(1, -53)], values = new double[6];
        Uncertain cube = Uncertain.FromQuantile(p => p * p * p);
        cube.AtProbabilities(points, values);
        Assert.Equal(points.Select(p => p * p * p), values, (x, y) => Math.Abs(x - y) <= 1e-11 * x);
        Assert.Equal(1e-27, values[1], 1e-42);
        double[] scores = Array.ConvertAll(points, StandardNormal.Score);
        cube.AtScores(scores, scores);
        Assert.Equal(1e-27, scores[1], 1e-37);
        Assert.Equal(0.064, scores[2], 1e-12);
    }

    [Fact]
    public void Beta_keeps_its_digits_in_the_far_tails()
    {
        double[] values = new double[2];
        Uncertain.Beta(8, 6).AtProbabilities([1e-12, 1 - Math.ScaleB(1, -40)], values);
        AssertNear(0.013015485259370076, values[0], 1e-12);
        AssertNear(0.9971470939064297, values[1], 1e-12);
    }

    [Fact]
    public void Function_with_a_jump_has_no_table_and_is_read_itself()
    {
        int calls = 0;
        Uncertain step = Uncertain.FromQuantile(p =>
        {
            calls++;
            return p < 0.37 ? 1 : 2;
        });
        double[] points = [0.36999999, 0.37, 0.5, 0.9], values = new double[4];
        step.AtProbabilities(points, values);
        Assert.Equal([1, 2, 2, 2], values);
        int before = calls;
        step.AtProbabilities(points, values);
        step.AtScores(Array.ConvertAll(points, StandardNormal.Score), values);
        Assert.Equal(before + 8, calls);
        Assert.Equal([1, 2, 2, 2], values);
    }

    [Fact]
    public void Smooth_function_is_not_called_again_once_its_table_is_made()
    {
        int calls = 0;
        Uncertain doubt = Uncertain.FromQuantile(p =>
        {
            Interlocked.Increment(ref calls);
            return p * (1 + p);
        });
        var values = new double[4];
        Parallel.For(0, 8, _ => doubt.AtProbabilities([0.1, 0.2, 0.7, 0.9], new double[4]));
        int made = calls;
        doubt.AtProbabilities([0.1, 0.2, 0.7, 0.9], values);
        Assert.Equal(made, calls);
        Assert.InRange(made, 1, 2_000);
        AssertNear(0.24, values[1], 1e-11);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(4)]
    [InlineData(5)]
    public void Numbers_outside_bounds_are_found_wherever_they_stand(int index)
    {
        double[] values = [.. Enumerable.Repeat(0.5, 6)];
        Assert.False(QuantileTable.AnyOutside(values, 0.5, 0.5));
        values[index] = 0.4;
        Assert.True(QuantileTable.AnyOutside(values, 0.5, 0.5));
        values[index] = 0.6;
        Assert.True(QuantileTable.AnyOutside(values, 0.5, 0.5));
    }

    private static void AssertNear(double expected, double actual, double tolerance) =>
        Assert.True(Math.Abs(actual - expected) <= tolerance * Math.Abs(expected), $"{actual:R} is not {expected:R}");
}
