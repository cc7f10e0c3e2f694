namespace MlsdEstimator.Tests;

/// <summary>
/// Conditioning against answers known from elsewhere: the conjugate log-normal case in closed form, Bayes' rule by hand, quadrature and importance sampling in NumPy.
/// Tolerances are 5 standard errors and more.
/// </summary>
public class GivenTests
{
    private static readonly SimulationOptions Many = new() { Samples = 65_536 };

    private static Scalar First() => Uncertain.LogNormal(10, 0.3).AsScalar().Named("first");

    private static Scalar Second() => Uncertain.LogNormal(100, 0.4).AsScalar().Named("second");

    private static Posterior Condition(params IReadOnlyList<Measurement> measurements) => Simulation.Run([measurements[0].Quantity], Many).Given(measurements);

    /// <summary>ln x ~ N(ln 10, 0.3^2), ln y ~ N(ln 100, 0.4^2), ln 1500 = ln x + ln y + N(0, ln(1.02)^2); NumPy, matrix formula.</summary>
    [Fact]
    public void Product_of_log_normals_is_conditioned_in_closed_form()
    {
        (Scalar x, Scalar y) = (First(), Second());
        Posterior posterior = Simulation.Run([x, y], Many).Given(x * y, 1500, 2.Percent);
        Assert.Equal(7.79424168, posterior.Of(x).Low.Value, 0.003);
        Assert.Equal(11.5689401, posterior.Of(x).Median.Value, 0.002);
        Assert.Equal(17.17169939, posterior.Of(x).High.Value, 0.006);
        Assert.Equal(11.90727193651289, posterior.Of(x).Mean.Value, 0.001);
        Assert.Equal(87.26482037, posterior.Of(y).Low.Value, 0.05);
        Assert.Equal(129.5752056, posterior.Of(y).Median.Value, 0.02);
        Assert.Equal(192.39979908, posterior.Of(y).High.Value, 0.09);
        Assert.Equal(-0.9966079695244058, posterior.Correlation(x, y), 1e-4);
        Assert.Equal(1451.04385012, posterior.Of(x * y).Low.Value, 0.5);
        Assert.Equal(1499.04779207, posterior.Of(x * y).Median.Value, 0.3);
        Assert.Equal(1548.63981728, posterior.Of(x * y).High.Value, 0.5);
        Assert.Equal(65_536, posterior.EffectiveSamples, 1e-6);
    }

    /// <summary>The same with ln(y / x) = ln 8 measured to 5 % as well: posterior means of ln x and ln y 2.61477237 and 4.69765456, deviations 0.02619817 and 0.02621955.</summary>
    [Fact]
    public void Two_measurements_are_conditioned_in_closed_form()
    {
        (Scalar x, Scalar y) = (First(), Second());
        Posterior posterior = Condition(Measurement.Of(x * y, 1500, 2.Percent), Measurement.Of(y / x, 8, 5.Percent));
        Assert.Equal(2.61477237, posterior.Of(x.Log()).Mean.Value, 1e-5);
        Assert.Equal(4.69765456, posterior.Of(y.Log()).Mean.Value, 1e-5);
        Assert.Equal(0.02619817, posterior.Of(x.Log()).StandardDeviation.Value, 1e-5);
        Assert.Equal(0.02621955, posterior.Of(y.Log()).StandardDeviation.Value, 1e-5);
        Assert.Equal(-0.7150419496789412, posterior.Correlation(x, y), 1e-3);
    }

    /// <summary>
    /// The 5, 50 and 95 % points of the closed form above, and of an input that the measurement says nothing about. Misses in standard errors of 16 replicates have a root mean square of
    /// sqrt(15 / 13) = 1.07 if the errors are right.
    /// </summary>
    [Fact]
    public void Errors_of_quantiles_are_as_large_as_the_misses()
    {
        (Scalar x, Scalar y, Scalar u) = (First(), Second(), Uncertain.Uniform(0, 1).AsScalar());
        Scalar product = x * y;
        (Scalar Quantity, double[] Exact)[] known =
        [
            (x, [7.79424168, 11.5689401, 17.17169939]), (y, [87.26482037, 129.5752056, 192.39979908]), (product, [1451.04385012, 1499.04779207, 1548.63981728]), (u, [0.05, 0.5, 0.95]),
        ];
        var misses = new List<double>();
        for (ulong seed = 1; seed <= 20; seed++)
        {
            PosteriorSimulation posterior = Simulation.Run([product], new SimulationOptions { Samples = 2_048, Seed = seed }).Given(product, 1500, 2.Percent).Simulate(x, y, product, u);
            foreach ((Scalar quantity, double[] exact) in known)
                misses.AddRange(exact.Zip([0.05, 0.5, 0.95], (value, point) => (posterior.Of(quantity).Quantile(point).Value - value) / posterior.Of(quantity).QuantileError(point).Value));
        }
        Assert.InRange(Math.Sqrt(misses.Average(miss => miss * miss)), 0.8, 1.3);
    }

    /// <summary>ln 20 = 2 ln x - ln y / 2 + N(0, ln(1.1)^2).</summary>
    [Fact]
    public void Powers_and_roots_are_conditioned_in_closed_form()
    {
        (Scalar x, Scalar y) = (First(), Second());
        Posterior posterior = Condition(Measurement.Of(x.Pow(2) / y.Sqrt(), 20, 10.Percent));
        Assert.Equal(2.60757498, posterior.Of(x.Log()).Mean.Value, 1e-4);
        Assert.Equal(0.10391664, posterior.Of(x.Log()).StandardDeviation.Value, 5e-5);
        Assert.Equal(0.8915557611807178, posterior.Correlation(x, y), 1e-3);
    }

    /// <summary>
    /// Reference: importance sampling of 60 million prior draws in NumPy, effective 2.6 million; its standard errors are (0.85, 0.98, 0.40) /s for peak QPS,
    /// below 0.03 % for its inputs, 0.09, 0.05, 0.12 % for bytes/s and 0.08, 0.08, 0.16 % for storage.
    /// </summary>
    [Fact]
    public void Video_model_agrees_with_importance_sampling()
    {
        var model = new VideoModel();
        Posterior posterior = Simulation.Run([model.QpsPeak], Many).Given(model.QpsPeak, 60_000.PerSecond, 2.Percent);
        AssertPoints(posterior.Of(model.QpsPeak), 58045.03, 59964.51, 61946.82, 0.0006);
        AssertPoints(posterior.Of(model.Users), 1.23572358e8, 1.50403865e8, 1.83005362e8, 0.002);
        AssertPoints(posterior.Of(model.Requests), 9.23463304, 13.02977907, 18.88565948, 0.003);
        AssertPoints(posterior.Of(model.PeakFactor), 1.88410392, 2.6532753, 3.58792484, 0.003);
        AssertPoints(posterior.Of(model.BytesPerSecond), 1.85195892e8, 6.41006105e8, 2.10224523e9, 0.012);
        AssertPoints(posterior.Of(model.Stored), 6.90867726e14, 3.76127517e15, 3.91231546e16, 0.02);
        AssertPoints(posterior.Of(model.Cost), 1210.37339894, 2239.77200303, 5371.24051798, 0.012);
        Assert.Equal(1.2666523203951632, posterior.Of(model.Gpus).Mean.Value, 0.003);
        Assert.Equal(-0.42572033, posterior.Correlation(model.Users, model.Requests), 0.01);
        Assert.InRange(posterior.EffectiveSamples / posterior.Samples, 0.85, 0.95);
    }

    /// <summary>Three more load tests of +-2 %, one of a quantity that holds a uniform factor: most draws must still count.</summary>
    [Fact]
    public void Several_measurements_keep_a_good_part_of_the_draws()
    {
        var model = new VideoModel();
        DataSize row = model.Features * model.BytesPerFeature;
        Posterior posterior = Condition(
            Measurement.Of(model.QpsPeak, 60_000.PerSecond, 2.Percent),
            Measurement.Of(row, 12.Kilobytes, 2.Percent),
            Measurement.Of(model.Users, 155e6, 2.Percent));
        Assert.InRange(posterior.EffectiveSamples / posterior.Samples, 0.6, 1);
    }

    private static void AssertPoints(IEstimate estimate, double low, double median, double high, double tolerance)
    {
        Assert.Equal(1, estimate.Low.BaseValue / low, tolerance);
        Assert.Equal(1, estimate.Median.BaseValue / median, tolerance);
        Assert.Equal(1, estimate.High.BaseValue / high, tolerance);
    }

    /// <summary>(3, 10, 30) x (1, 2, 8) measured at 60 +- 5 %: SciPy, trapezoid over both scores.</summary>
    [Fact]
    public void Two_two_piece_ranges_agree_with_quadrature()
    {
        Scalar a = 3.To(30, best: 10).Named("a"), b = 1.To(8, best: 2).Named("b");
        Posterior posterior = Condition(Measurement.Of(a * b, 60, 5.Percent));
        AssertPoints(posterior.Of(a), 6.545010718566796, 16.090503225154794, 38.131074822425035, 0.004);
        AssertPoints(posterior.Of(b), 1.5704376679377259, 3.7203079942186665, 9.152566912391393, 0.004);
        Assert.Equal(2.782642032935687, posterior.Of(a.Log()).Mean.Value, 0.002);
        Assert.Equal(0.541530930425537, posterior.Of(a.Log()).StandardDeviation.Value, 0.002);
        Assert.InRange(posterior.EffectiveSamples / posterior.Samples, 0.7, 1);
    }

    /// <summary>The same two with their product at 60 +- 2 % and their quotient at 5 +- 20 %: both signs and two measurements; NumPy, a grid of 6,001 x 6,001 scores.</summary>
    [Fact]
    public void Two_measurements_of_two_piece_ranges_agree_with_quadrature()
    {
        Scalar a = 3.To(30, best: 10).Named("a"), b = 1.To(8, best: 2).Named("b");
        Posterior posterior = Condition(Measurement.Of(a * b, 60, 2.Percent), Measurement.Of(a / b, 5, 20.Percent));
        AssertPoints(posterior.Of(a), 14.87070245, 17.25327706, 20.01765027, 0.002);
        AssertPoints(posterior.Of(b), 2.9961009, 3.47623617, 4.0333085, 0.002);
        Assert.InRange(posterior.EffectiveSamples / posterior.Samples, 0.7, 1);
    }

    /// <summary>One more two-piece range than signs are told apart. Importance sampling of 30 million draws in NumPy, its errors below 0.15 %.</summary>
    [Fact]
    public void Five_two_piece_ranges_agree_with_importance_sampling()
    {
        Scalar a = 3.To(30, best: 10), b = 1.To(8, best: 2), c = 0.5.To(3, best: 1), d = 2.To(4, best: 3), e = 1.To(5, best: 3);
        Posterior posterior = Condition(Measurement.Of(a * b * c * d * e, 600, 5.Percent));
        AssertPoints(posterior.Of(a), 5.366052, 14.32484792, 36.13677466, 0.015);
        AssertPoints(posterior.Of(b), 1.29957975, 3.10228801, 9.4765571, 0.015);
        AssertPoints(posterior.Of(c), 0.62063289, 1.34742965, 3.53867003, 0.015);
        AssertPoints(posterior.Of(d), 2.10232707, 3.0849632, 4.08992769, 0.01);
        AssertPoints(posterior.Of(e), 1.46460185, 3.33724331, 5.36463949, 0.015);
        Assert.InRange(posterior.EffectiveSamples / posterior.Samples, 0.3, 1);
    }

    /// <summary>u x + v at 40 +- 5 %, nothing of it a product: weights alone. Importance sampling of 50 million draws in NumPy, errors below 0.03 %.</summary>
    [Fact]
    public void Sum_is_conditioned_by_weights()
    {
        Scalar x = Uncertain.LogNormal(10, 0.3).AsScalar(), u = Uncertain.Uniform(1, 3).AsScalar(), v = Uncertain.Uniform(5, 15).AsScalar();
        Posterior posterior = Condition(Measurement.Of(u * x + v, 40, 5.Percent));
        AssertPoints(posterior.Of(x), 9.07152187, 11.79012739, 16.95428816, 0.01);
        AssertPoints(posterior.Of(u), 1.68447164, 2.48629051, 2.95057095, 0.01);
        Assert.InRange(posterior.EffectiveSamples / posterior.Samples, 0.02, 0.5);
    }

    /// <summary>x y, feasible below 3,500, at 3,300 +- 10 %. Importance sampling of 50 million draws in NumPy, errors below 0.02 %.</summary>
    [Fact]
    public void Feasibility_that_the_measured_inputs_decide_cuts_the_posterior()
    {
        Scalar x = Uncertain.LogNormal(1000, 0.2).AsScalar(), y = 2.To(8, best: 3);
        Scalar carried = (x * y).FeasibleWhen(x * y < 3500, "overload");
        Posterior posterior = Condition(Measurement.Of(carried, 3300, 10.Percent));
        AssertPoints(posterior.Of(carried), 2771.31669403, 3176.75854056, 3459.96486679, 0.002);
        AssertPoints(posterior.Of(x), 760.37617423, 1063.48906264, 1353.39656607, 0.004);
    }

    /// <summary>(5, 8, 20) x log-normal(2, 0.2) measured at 22 +- 3 %: SciPy quadrature.</summary>
    [Fact]
    public void One_two_piece_range_is_exact()
    {
        Scalar a = 5.To(20, best: 8).Named("a"), b = Uncertain.LogNormal(2, 0.2).AsScalar().Named("b");
        Posterior posterior = Condition(Measurement.Of(a * b, 22, 3.Percent));
        AssertPoints(posterior.Of(a), 7.422548053531711, 10.451744268571604, 14.41277264815648, 0.002);
        Assert.Equal(65_536, posterior.EffectiveSamples, 1e-6);
    }

    /// <summary>The same product before: SciPy quadrature, 5 % point 9.0174, 95 % point 42.357; two-sided probabilities of 50 and 6 +- 3 %.</summary>
    [Theory]
    [InlineData(50, 0.05451586568266231)]
    [InlineData(6, 0.005076833537561502)]
    public void Surprise_of_a_two_piece_range_agrees_with_quadrature(double reading, double probability)
    {
        Scalar product = 5.To(20, best: 8) * Uncertain.LogNormal(2, 0.2).AsScalar();
        MeasurementFit fit = Condition(Measurement.Of(product, reading, 3.Percent)).Measurements[0];
        Assert.Equal([9.0174, 42.357], EndsOf.Range(fit.Before), EndsOf.Within(0.002));
        Assert.Equal(1, fit.Probability / probability, 0.005);
    }

    /// <summary>Bayes by hand: prior weights times N(ln reading; ln(100 x days), 0.3^2 + ln(1.1)^2).</summary>
    [Theory]
    [InlineData(0.3, 9000, 3.75935916e-03, 9.96207045e-01, 3.35961503e-05)]
    [InlineData(0.8, 6000, 0.55175439, 0.42230874, 0.02593688)]
    public void Discrete_input_follows_the_rule_of_Bayes(double sigma, double reading, double days30, double days90, double days365)
    {
        Scalar days = Uncertain.OneOf((30, 0.5), (90, 0.3), (365, 0.2)).AsScalar().Named("days"), perDay = Uncertain.LogNormal(100, sigma).AsScalar().Named("rows per day");
        Scalar[] kinds = [Is(days, 30), Is(days, 90), Is(days, 365)];
        Posterior posterior = Condition(Measurement.Of(days * perDay, reading, 10.Percent));
        double[] found = [.. kinds.Select(kind => posterior.Of(kind).Mean.Value)];
        Assert.Equal(days30, found[0], 1e-4);
        Assert.Equal(days90, found[1], 1e-4);
        Assert.Equal(days365, found[2], 1e-4);
    }

    private static Scalar Is(Scalar days, double value) => Quantity.If((days >= value).And((days > value).Not()), Scalar.One, (Scalar)0);
}
