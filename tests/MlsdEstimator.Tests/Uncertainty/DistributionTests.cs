using MathNet.Numerics.Distributions;

namespace MlsdEstimator.Tests;

/// <summary>
/// Every distribution at eleven probabilities. Expected numbers: closed forms over the normal quantile of Python 3 (statistics.NormalDist), the beta
/// distribution by bisection of its continued fraction (Numerical Recipes 6.4), Beta(2, 2) and Beta(1/2, 1/2) by their trigonometric forms.
/// </summary>
public class DistributionTests
{
    private static readonly double[] Probabilities = [0.001, 0.01, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.99, 0.999];

    public static TheoryData<string, Uncertain, double[]> Quantiles { get; } = new()
    {
        { "Normal(-5, 2)", Uncertain.Normal(-5, 2), [-11.180464612335626, -9.652695748081682, -8.289707253902945, -7.563103131089202, -6.348979500392163, -5.0, -3.651020499607837, -2.4368968689107984, -1.710292746097057, -0.3473042519183185, 1.1804646123356264] },
        { "NormalBetween(-10, 30)", Uncertain.NormalBetween(-10, 30), [-27.574556854583697, -18.28638166853099, -10.000000000000014, -5.582560594401276, 1.7987869662765874, 10.0, 18.201213033723413, 25.582560594401276, 30.0, 38.28638166853099, 47.5745568545837] },
        { "LogNormal(100, 0.5)", Uncertain.LogNormal(100, 0.5), [21.328709583013577, 31.249277282896635, 43.936410492749246, 52.68835182960364, 71.3734042808158, 100.0, 140.1082111854354, 189.79527073347109, 227.6016608514316, 320.0074007942962, 468.8516181008959] },
        { "Uniform(-1, 3)", Uncertain.Uniform(-1, 3), [-0.996, -0.96, -0.8, -0.6, 0.0, 1.0, 2.0, 2.6, 2.8, 2.96, 2.996] },
        { "Triangular(1.5, 2, 4)", Uncertain.Triangular(1.5, 2, 4), [1.5353553390593273, 1.6118033988749896, 1.75, 1.8535533905932737, 2.0635083268962915, 2.41886116991581, 2.881966011250105, 3.2928932188134525, 3.5, 3.776393202250021, 3.9292893218813454] },
        { "Triangular(0, 0, 1)", Uncertain.Triangular(0, 0, 1), [0.0005001250625390474, 0.005012562893380035, 0.025320565519103666, 0.05131670194948623, 0.1339745962155614, 0.2928932188134524, 0.5, 0.6837722339831621, 0.776393202250021, 0.8999999999999999, 0.9683772233983162] },
        { "Triangular(0, 1, 1)", Uncertain.Triangular(0, 1, 1), [0.03162277660168379, 0.1, 0.22360679774997896, 0.31622776601683794, 0.5, 0.7071067811865476, 0.8660254037844386, 0.9486832980505138, 0.9746794344808963, 0.99498743710662, 0.999499874937461] },
        { "Pert(200, 500, 2000)", Uncertain.Pert(200, 500, 2000), [207.88083839305168, 231.90425325287902, 287.11497148794973, 336.7873995230223, 458.913385354818, 653.5171588543192, 896.6166003690752, 1133.4827769469123, 1272.7617084422538, 1509.7220722823135, 1716.8118672296046] },
        { "Pert(0, 0, 1)", Uncertain.Pert(0, 0, 1), [0.000200080048033624, 0.002008048338574153, 0.010206218313011495, 0.0208516376390232, 0.05591248870509802, 0.12944943670387588, 0.242141716744801, 0.36904265551980675, 0.4507197283469411, 0.6018928294465027, 0.748811356849042] },
        { "Pert(0, 1, 1)", Uncertain.Pert(0, 1, 1), [0.251188643150958, 0.39810717055349726, 0.5492802716530588, 0.6309573444801932, 0.757858283255199, 0.8705505632961241, 0.944087511294902, 0.9791483623609768, 0.9897937816869885, 0.9979919516614258, 0.9997999199519664] },
        { "Beta(2, 2)", Uncertain.Beta(2, 2), [0.018370253858811636, 0.05890313577819528, 0.1353503621715838, 0.19580010565909167, 0.32635182233306964, 0.5, 0.6736481776669303, 0.8041998943409083, 0.8646496378284161, 0.9410968642218047, 0.9816297461411884] },
        { "Beta(1, 3)", Uncertain.Beta(1, 3), [0.0003334445062139757, 0.003344506587403595, 0.016952427508441503, 0.03451061539437028, 0.09143970358393017, 0.2062994740159002, 0.3700394750525634, 0.5358411166387221, 0.6315968501359612, 0.7845565309968116, 0.8999999999999999] },
        { "Beta(0.5, 0.5)", Uncertain.Beta(0.5, 0.5), [2.4673990709169446e-06, 0.00024671981713422146, 0.0061558297024311365, 0.024471741852423214, 0.14644660940672624, 0.4999999999999999, 0.8535533905932737, 0.9755282581475768, 0.9938441702975689, 0.9997532801828658, 0.999997532600929] },
        { "Beta(20, 180)", Uncertain.Beta(20, 180), [0.046202748945414734, 0.056842809911634026, 0.06760458279490944, 0.07384213214501745, 0.08505161601021138, 0.09866690048830074, 0.11350102794141534, 0.12788187028145376, 0.1369466956614918, 0.15485376406162354, 0.1762758573270664] },
        { "Exponential(40)", Uncertain.Exponential(40), [0.04002001334334134, 0.4020134341400577, 2.0517317755020215, 4.214420626313053, 11.507282898071235, 27.725887222397812, 55.451774444795625, 92.10340371976184, 119.8292909421596, 184.2068074395236, 276.3102111592854] },
        { "Range(3, 10, 30)", Uncertain.Range(3, 10, 30), [1.0414852961018994, 1.8217241355983984, 2.999999999999998, 3.9139071028962458, 6.103627217259943, 10.0, 15.69092883298434, 23.53631908044917, 30.0, 47.29352614424616, 78.77365299335605] },
        { "Range(3, 5, 30)", Uncertain.Range(3, 5, 30), [1.9150344083642703, 2.4277562683281313, 2.9999999999999987, 3.3583149683180498, 4.055071922904624, 5.0, 10.424595521659889, 20.19526028313031, 30.0, 63.02664179739756, 144.8453055645101] },
        { "Range(10, 1000)", Uncertain.Range(10, 1000), [1.3221239037749601, 3.851952442797573, 9.999999999999986, 16.629223497175467, 38.899081642823695, 100.0, 257.07547781773536, 601.3509892207857, 1000.0, 2596.086049478134, 7563.587627035377] },
        { "RangeAt(0.8, 10, 1000)", Uncertain.RangeAt(0.8, 10, 1000), [0.38786350629418487, 1.5301750228907334, 5.206116654521276, 10.0, 29.764106610063756, 100.0, 335.97514385393407, 1000.0, 1920.8175044090556, 6535.200124433138, 25782.265765460408] },
        { "RangeAt(0.5, 10, 20, 1000)", Uncertain.RangeAt(0.5, 10, 20, 1000), [0.8352863817328724, 1.831314503554708, 3.6890886514621952, 5.358751443563195, 10.0, 20.0, 1000.0, 33816.29332367001, 278129.0578419398, 14483048.101103347, 1216202653.1608095] },
        { "FractionRange(0.8, 0.95, 0.99)", Uncertain.FractionRange(0.8, 0.95, 0.99), [0.5042772212228344, 0.6771544414457863, 0.7999999999999998, 0.8494693104128874, 0.9093319506183815, 0.9499999999999998, 0.9739493924348616, 0.9856638451906922, 0.99, 0.9949284706949226, 0.9976373809429793] },
        { "FractionRange(0.2, 0.8)", Uncertain.FractionRange(0.2, 0.8), [0.06885130411437011, 0.12339536016254184, 0.19999999999999982, 0.2534869427712855, 0.36159114677068854, 0.5, 0.6384088532293115, 0.7465130572287145, 0.8, 0.8766046398374582, 0.9311486958856299] },
    };

    [Theory]
    [MemberData(nameof(Quantiles))]
    public void Quantile_is_the_one_of_the_distribution(string name, Uncertain distribution, double[] expected)
    {
        for (int i = 0; i < expected.Length; i++)
            Assert.True(Near(expected[i], distribution.Quantile(Probabilities[i]), 1e-9), $"{name} at {Probabilities[i]}: {distribution.Quantile(Probabilities[i]):R} is not {expected[i]:R}");
    }

    [Theory]
    [MemberData(nameof(Quantiles))]
    public void Score_leads_to_the_same_values_as_the_probability(string name, Uncertain distribution, double[] expected)
    {
        for (int i = 0; i < expected.Length; i++)
        {
            double atScore = distribution.AtScore(Normal.InvCDF(0, 1, Probabilities[i]));
            Assert.True(Math.Abs(expected[i] - atScore) < 1e-6 * (expected[^1] - expected[0]), $"{name} at {Probabilities[i]}: {atScore:R} is not {expected[i]:R}");
        }
    }

    [Theory]
    [MemberData(nameof(Quantiles))]
    public void Nominal_value_is_the_median(string name, Uncertain distribution, double[] expected)
    {
        Assert.True(Near(expected[5], distribution.Median, 1e-7), name);
        Assert.Equal(distribution.Median, distribution.AsScalar().Value);
    }

    [Theory]
    [MemberData(nameof(Quantiles))]
    public void Draws_follow_the_distribution(string name, Uncertain distribution, double[] expected)
    {
        const int count = 20_000;
        double[] draws = [.. Draws(distribution.AsScalar(), count).Order()];
        for (int i = 0; i < expected.Length; i++)
        {
            double share = (double)draws.Count(draw => draw <= expected[i] + 1e-9 * Math.Abs(expected[i])) / count;
            double error = Math.Sqrt(Probabilities[i] * (1 - Probabilities[i]) / count);
            Assert.True(Math.Abs(share - Probabilities[i]) < 5 * error, $"{name}: {share} of the draws lie below the {Probabilities[i]} point");
        }
    }

    /// <summary>Kolmogorov-Smirnov: sqrt(n) D stays below 1.95 in 99.9 % of samples.</summary>
    [Theory]
    [MemberData(nameof(Quantiles))]
    public void Draws_pass_the_test_of_kolmogorov_and_smirnov(string name, Uncertain distribution, double[] expected)
    {
        const int count = 1_000;
        double[] draws = [.. Draws(distribution.AsScalar(), count).Order()];
        double distance = 0;
        for (int i = 1; i < count; i++)
            distance = Math.Max(distance, Math.Abs(Gap(distribution, draws[i], (double)i / count)));
        Assert.NotEmpty(expected);
        Assert.True(distance * Math.Sqrt(count) < 1.95, $"{name}: {distance}");
    }

    /// <summary>50 cells of equal probability: the statistic stays below 85.35 in 99.9 % of samples (chi-square, 49 degrees of freedom).</summary>
    [Theory]
    [MemberData(nameof(Quantiles))]
    public void Draws_pass_the_chi_square_test(string name, Uncertain distribution, double[] expected)
    {
        const int count = 20_000, cells = 50;
        double[] ends = [.. Enumerable.Range(1, cells - 1).Select(cell => distribution.Quantile((double)cell / cells))];
        int[] hits = new int[cells];
        foreach (double draw in Draws(distribution.AsScalar(), count))
            hits[Array.BinarySearch(ends, draw) is int found && found < 0 ? ~found : found]++;
        double statistic = hits.Sum(hit => (hit - count / cells) * (double)(hit - count / cells)) * cells / count;
        Assert.NotEmpty(expected);
        Assert.True(statistic < 85.35, $"{name}: {statistic}");
    }

    [Theory]
    [MemberData(nameof(Quantiles))]
    public void Draws_are_the_quantiles_of_points_and_scores(string name, Uncertain distribution, double[] expected)
    {
        double[] points = [.. Probabilities, 1e-7, 1 - 1e-7, 0.31, 0.77, 0.5, 0.123456], byPoint = [.. points], byScore = Array.ConvertAll(points, StandardNormal.Score);
        distribution.AtProbabilities(byPoint, byPoint);
        distribution.AtScores(byScore, byScore);
        Assert.NotEmpty(expected);
        for (int i = 0; i < points.Length; i++)
        {
            Assert.True(Near(distribution.Quantile(points[i]), byPoint[i], 1e-10), $"{name} at {points[i]}: {byPoint[i]:R} is not {distribution.Quantile(points[i]):R}");
            Assert.True(Near(distribution.Quantile(points[i]), byScore[i], 1e-8), $"{name} by score at {points[i]}: {byScore[i]:R} is not {distribution.Quantile(points[i]):R}");
        }
    }

    public static TheoryData<Uncertain, Func<double, double>> Peers { get; } = new()
    {
        { Uncertain.Normal(-5, 2), p => Normal.InvCDF(-5, 2, p) },
        { Uncertain.LogNormal(Math.Exp(1.5), 0.5), p => LogNormal.InvCDF(1.5, 0.5, p) },
        { Uncertain.Uniform(-1, 3), p => ContinuousUniform.InvCDF(-1, 3, p) },
        { Uncertain.Triangular(1.5, 2, 4), p => Triangular.InvCDF(1.5, 4, 2, p) },
        { Uncertain.Exponential(40), p => Exponential.InvCDF(1 / 40.0, p) },
        { Uncertain.Beta(8, 6), p => Beta.InvCDF(8, 6, p) },
        { Uncertain.Beta(0.7, 1.2), p => Beta.InvCDF(0.7, 1.2, p) },
        { Uncertain.Pert(200, 500, 2000), p => 200 + 1800 * Beta.InvCDF(1 + 4 * (300.0 / 1800), 1 + 4 * (1500.0 / 1800), p) },
    };

    /// <summary>MathNet inverts the beta distribution to about 1e-8.</summary>
    [Theory]
    [MemberData(nameof(Peers))]
    public void Quantiles_are_those_of_mathnet(Uncertain distribution, Func<double, double> peer)
    {
        double[] points = [.. Enumerable.Range(1, 199).Select(i => i / 200.0)], draws = new double[points.Length];
        distribution.AtProbabilities(points, draws);
        for (int i = 0; i < points.Length; i++)
        {
            Assert.True(Near(peer(points[i]), distribution.Quantile(points[i]), 2e-8), $"{distribution} at {points[i]}");
            Assert.True(Near(peer(points[i]), draws[i], 2e-8), $"{distribution}, draw at {points[i]}");
        }
    }

    [Fact]
    public void One_of_many_values_is_searched_to_the_same_values()
    {
        Uncertain dice = Uncertain.OneOf([.. Enumerable.Range(1, 40).Select(face => ((double)face, 1.0))]);
        double[] points = [0.001, 0.0249, 0.0251, 0.5, 0.501, 0.974, 0.976, 0.999], values = new double[8];
        dice.AtProbabilities(points, values);
        Assert.Equal([1, 1, 2, 20, 21, 39, 40, 40], values);
        dice.AtScores(Array.ConvertAll(points.Where(p => p != 0.5).ToArray(), StandardNormal.Score), values.AsSpan(0, 7));
        Assert.Equal([1, 1, 2, 21, 39, 40, 40], values[..7]);
    }

    [Fact]
    public void Small_values_of_an_exponential_keep_their_digits()
    {
        double[] values = new double[3];
        Uncertain.Exponential(2).AtProbabilities([1e-15, 1e-9, 1 - Math.ScaleB(1, -50)], values);
        Assert.Equal(2e-15, values[0], 1e-29);
        Assert.Equal(2.000000001e-9, values[1], 1e-22);
        Assert.Equal(100 * Math.Log(2), values[2], 1e-12);
    }

    [Fact]
    public void Fraction_of_extreme_doubt_stays_a_number()
    {
        double[] values = new double[2];
        Uncertain.FractionRange(1e-290, 0.5).AtScores([-8, 8], values);
        Assert.InRange(values[0], 0, 1e-300);
        Assert.InRange(values[1], 1 - 1e-15, 1);
    }

    [Fact]
    public void Range_is_exact_at_its_three_points()
    {
        Uncertain range = Uncertain.Range(3, 7, 50);
        Assert.Equal(3, range.Quantile(0.05), 1e-13);
        Assert.Equal(7, range.Quantile(0.5));
        Assert.Equal(50, range.Quantile(0.95), 1e-12);
        Assert.Equal(0.9, range.Confidence);
    }

    [Fact]
    public void Range_at_another_confidence_is_exact_at_its_points()
    {
        Uncertain range = Uncertain.RangeAt(0.5, 3, 7, 50);
        Assert.Equal(3, range.Quantile(0.25), 1e-13);
        Assert.Equal(7, range.Quantile(0.5));
        Assert.Equal(50, range.Quantile(0.75), 1e-12);
        Assert.Equal(0.5, range.Confidence);
    }

    [Fact]
    public void Range_with_its_best_guess_on_an_end_has_doubt_on_one_side()
    {
        Assert.Equal(10, Uncertain.Range(10, 10, 20).Quantile(0.001));
        Assert.Equal(20, Uncertain.Range(10, 10, 20).Quantile(0.95), 1e-12);
        Assert.Equal(20, Uncertain.Range(10, 20, 20).Quantile(0.999));
        Assert.Equal(0.3, Uncertain.FractionRange(0.3, 0.3, 0.6).Quantile(0.01), 1e-15);
    }

    [Fact]
    public void Range_of_extreme_ends_does_not_overflow()
    {
        Assert.Equal(1, Uncertain.Range(1e-300, 1e300).Median, 1e-12);
        Assert.Equal(1, Uncertain.Range(1e100, 1e300).Median / 1e200, 1e-12);
    }

    [Fact]
    public void Triangular_reads_its_median_not_its_mode() => Assert.Equal(2.4188611699158104, Uncertain.Triangular(1.5, 2, 4).Median, 1e-12);

    [Theory]
    [InlineData(0.1, 30)]
    [InlineData(0.5, 30)]
    [InlineData(0.51, 90)]
    [InlineData(0.8, 90)]
    [InlineData(0.81, 365)]
    [InlineData(0.999, 365)]
    public void One_of_reads_the_lowest_value_that_reaches_the_probability(double probability, double expected)
    {
        Assert.Equal(expected, Uncertain.OneOf((90, 0.3), (365, 0.2), (30, 0.5)).Quantile(probability));
        Assert.Equal(expected, Uncertain.OneOf((90, 3), (365, 2), (30, 5)).Quantile(probability));
    }

    [Fact]
    public void One_of_forgives_rounding_at_the_half()
    {
        Assert.Equal(30, Uncertain.OneOf((30, 0.5), (90, 0.3), (365, 0.2)).Median);
        Assert.Equal(3, Uncertain.OneOf((1, 0.1), (2, 0.2), (3, 0.2), (4, 0.3), (5, 0.2)).Median);
        Assert.Equal(90, Uncertain.OneOf((30, 0.499), (90, 0.301), (365, 0.2)).Median);
    }

    [Fact]
    public void One_of_draws_each_value_by_its_weight()
    {
        double[] draws = Draws(Uncertain.OneOf((30, 0.5), (90, 0.3), (365, 0.2)).AsScalar(), 100_000);
        Assert.Equal(0.5, draws.Count(draw => draw == 30) / 1e5, 0.008);
        Assert.Equal(0.3, draws.Count(draw => draw == 90) / 1e5, 0.008);
        Assert.Equal(0.2, draws.Count(draw => draw == 365) / 1e5, 0.008);
    }

    /// <summary>Expected: numpy.quantile([1, 2, 4, 8, 16], p), whose default is type 7.</summary>
    [Theory]
    [InlineData(0.05, 1.2)]
    [InlineData(0.1, 1.4)]
    [InlineData(0.25, 2)]
    [InlineData(0.5, 4)]
    [InlineData(0.6, 5.6)]
    [InlineData(0.9, 12.8)]
    [InlineData(0.95, 14.4)]
    public void Samples_are_read_as_numpy_does(double probability, double expected) => Assert.Equal(expected, Uncertain.FromSamples([16, 1, 8, 2, 4]).Quantile(probability), 1e-12);

    [Fact]
    public void Quantile_function_of_mathnet_fits_in()
    {
        var gamma = new Gamma(2, 1);
        Uncertain doubt = Uncertain.FromQuantile(gamma.InverseCumulativeDistribution);
        Assert.Equal(1.6783469900166612, doubt.Median, 1e-7);
        Assert.Equal(4.743864518390587, doubt.Quantile(0.95), 1e-7);
        Assert.Equal(2, doubt.AsScalar().Simulate(new SimulationOptions { Samples = 20_000 }).Mean.Value, 0.05);
    }

    [Fact]
    public void Text_names_the_distribution_and_its_parameters()
    {
        Assert.Equal("normal, mean -5, standard deviation 2", Uncertain.Normal(-5, 2).ToString());
        Assert.Equal("log-normal, median 100, sigma 0.5", Uncertain.LogNormal(100, 0.5).ToString());
        Assert.Equal("uniform, -1 to 3", Uncertain.Uniform(-1, 3).ToString());
        Assert.Equal("triangular, 1.5 | 2 | 4", Uncertain.Triangular(1.5, 2, 4).ToString());
        Assert.Equal("beta(2, 3) from 0 to 1", Uncertain.Beta(2, 3).ToString());
        Assert.Equal("beta(3, 3) from 10 to 20", Uncertain.Pert(10, 15, 20).ToString());
        Assert.Equal("exponential, mean 40", Uncertain.Exponential(40).ToString());
        Assert.Equal("one of 30, 90, 365", Uncertain.OneOf((90, 0.3), (365, 0.2), (30, 0.5)).ToString());
        Assert.Equal("3 samples, 1 to 7", Uncertain.FromSamples([7, 1, 3]).ToString());
        Assert.Equal("range 3 | 10 | 30 (90%)", Uncertain.Range(3, 10, 30).ToString());
        Assert.Equal("range 3 | 10 | 30 (99.9%)", Uncertain.RangeAt(0.999, 3, 10, 30).ToString());
        Assert.Equal("fraction 0.2 | 0.5 | 0.8 (90%)", Uncertain.FractionRange(0.2, 0.5, 0.8).ToString());
        Assert.Equal("quantile function, 0.05 | 0.5 | 0.95 (90%)", Uncertain.FromQuantile(p => p).ToString());
    }

    [Fact]
    public void Unit_scales_every_draw()
    {
        DataSize row = Uncertain.Uniform(1, 3).In(DataSize.Kilobyte);
        Assert.Equal(2000, row.Bytes);
        Assert.Equal(2900, row.Simulate().High.Bytes, 20.0);
    }

    private static double[] Draws(Scalar quantity, int count) => Simulation.Run([quantity.Node], new SimulationOptions { Samples = count, Method = SimulationMethod.Random }).ColumnOf(quantity.Node).Draws;

    /// <summary>Distance in probability between a draw's rank and where the distribution puts it, by bisection of the quantile function.</summary>
    private static double Gap(Uncertain distribution, double draw, double rank)
    {
        (double low, double high) = (1e-12, 1 - 1e-12);
        for (int step = 0; step < 40; step++)
        {
            double middle = (low + high) / 2;
            (low, high) = distribution.Quantile(middle) < draw ? (middle, high) : (low, middle);
        }
        return rank - low;
    }

    private static bool Near(double expected, double actual, double tolerance) => Math.Abs(expected - actual) <= tolerance * Math.Max(1e-3, Math.Abs(expected));
}
