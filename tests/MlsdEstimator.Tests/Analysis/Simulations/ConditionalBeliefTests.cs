namespace MlsdEstimator.Tests;

/// <summary>
/// Quantiles where log-normal inputs multiply a result. Literals: closed forms of log-normals and mixtures, and quadrature over the bounded factor (SciPy: norm, brentq, quad).
/// </summary>
public class ConditionalBeliefTests
{
    private static readonly double[] Points = [0.05, 0.5, 0.95];

    private static readonly SimulationOptions Few = new() { Samples = 512 };

    private static Scalar X => Uncertain.LogNormal(2, 0.3).AsScalar();

    private static Scalar Y => Uncertain.LogNormal(5, 0.4).AsScalar();

    private static Scalar TwoPiece => (1, 2, 8);

    private static Scalar Uniform => Uncertain.Uniform(1, 3).AsScalar();

    /// <summary>Median x exp(1.6448536 s), s^2 the sum of exponent^2 sigma^2.</summary>
    [Fact]
    public void Products_of_log_normals_have_their_closed_form_without_error()
    {
        Scalar x = X, y = Y;
        AssertExact(x / y, [0.17574564197099696, 0.4, 0.9104066434057269]);
        AssertExact(x * y * x, [6.108073709811682, 20, 65.48709445949567]);
        AssertExact((x * y).Sqrt(), [2.096101392889887, 3.1622776601683795, 4.770761583347377]);
        AssertExact(x.Pow(-1.5) * y, [0.6566422796044026, 1.7677669529663689, 4.759059989074524]);
        AssertExact((Scalar)(5, 20) * (Scalar)(8, 64), [64.85529484739446, 226.27416997969522, 789.4498069968596]);
        AssertExact(Scalar.Max(x * y, 4 * y * x) / y / 4, [1.2210255159259944, 2, 3.2759348169448648]);
    }

    /// <summary>1 or 4, equally likely, times a log-normal of median 10 and sigma 0.5: half of one distribution and half of the other. So is what a two-piece range 1 | 2 | 8 multiplies or divides.</summary>
    [Fact]
    public void Mixtures_have_their_closed_form()
    {
        Scalar one = Uncertain.OneOf((1, 1), (4, 1)).AsScalar();
        AssertNear([5.268457722123264, 20, 75.92354747772258], one * Uncertain.LogNormal(10, 0.5).AsScalar(), Few, 1e-7);
        AssertNear([1.1654309855613938, 5.039684199579492, 23.749850912606398], one * TwoPiece, Few, 1e-7);
        AssertNear([0.16842210987845826, 0.7937005259841016, 3.4322066682251373], one / TwoPiece, Few, 1e-7);
    }

    [Theory]
    [InlineData(512, 2e-3)]
    [InlineData(16_384, 2e-5)]
    [InlineData(262_144, 1e-6)]
    public void Bounded_factor_is_averaged(int samples, double tolerance)
    {
        var options = new SimulationOptions { Samples = samples };
        AssertNear([1.596157167944368, 4.170129803723544, 16.65658962566971], Uniform * TwoPiece, options, tolerance);
        AssertNear([7.192768829834924, 19.246325947378782, 49.65440199347133], Uniform * Uncertain.LogNormal(10, 0.5).AsScalar(), options, tolerance);
        Likelihood above = (Uniform * Uncertain.LogNormal(10, 0.5).AsScalar()).Simulate(options).ProbabilityAbove(40);
        Assert.Equal(0.10381326111266709, above.Value.Value, tolerance);
        Assert.InRange(Math.Abs(above.Value.Value - 0.10381326111266709) / above.StandardError.Value, 0, 5.5);
    }

    /// <summary>Of 60 seeds the root mean square of error over standard error is about 1.</summary>
    [Fact]
    public void Standard_errors_are_as_large_as_the_errors()
    {
        Scalar product = Uniform * TwoPiece;
        double[] scores = [.. Enumerable.Range(1, 60).SelectMany(seed => Scores(product.Simulate(new SimulationOptions { Samples = 1_024, Seed = (ulong)seed })))];
        Assert.InRange(Math.Sqrt(scores.Average(score => score * score)), 0.8, 1.3);
        Assert.InRange(scores.Max(Math.Abs), 1.5, 5.5);
    }

    /// <summary>What multiplies the quantity is not known, is not free, or is not alone: points of belief are those of the counted draws.</summary>
    [Fact]
    public void Other_quantities_keep_the_quantiles_of_their_draws()
    {
        Scalar x = X, y = Uniform;
        AssertCounted(x * y + 1);
        AssertCounted((x * y).Ceiling());
        AssertCounted(Scalar.Min(x * y, 5));
        AssertCounted(Quantity.If<Scalar>(x > 2, x * y, y));
        AssertCounted(x * (x + y));
        AssertCounted(Quantity.Table<Scalar, Scalar>(x * y, (0, 1), (1_000, 2)));
        AssertCounted((x * y).FeasibleWhen(y < 2.9, "too large"));
        AssertCounted((x * y).FeasibleWhen(x < 9, "too large"));
        AssertCounted(x * (y - 2));
        AssertCounted(x * -y);
        AssertCounted(x * Y.CorrelatedWith(x, 0.6) * y);
        AssertCounted(y * Uncertain.Normal(10, 1).AsScalar());
        AssertCounted(y * Uncertain.FromSamples([1, 2, 4]).AsScalar());
        AssertCounted(y * Uncertain.OneOf((1, 1), (4, 1)).AsScalar());
        AssertCounted(y * Uncertain.Range(1, 1, 4).AsScalar());
        AssertCounted(y * Uncertain.Range(1, 1.001).AsScalar());
        AssertCounted(x * Quantity.Table<Scalar, Scalar>(x * y / x, (0, 1), (1_000, 2)));
    }

    [Theory]
    [InlineData(SimulationMethod.Random)]
    [InlineData(SimulationMethod.LatinHypercube)]
    public void Other_methods_count_draws(SimulationMethod method) => AssertCounted(X * Uniform, new SimulationOptions { Method = method });

    [Fact]
    public void Correlated_input_is_drawn_though_a_free_one_is_averaged()
    {
        Scalar x = X, followed = X, follower = x.CorrelatedWith(followed, 0.6);
        Assert.True((Y * follower * followed).Simulate().IsSmooth);
        AssertCounted(follower * followed * Uniform);
        Assert.True((X * Uniform).Simulate().IsSmooth);
    }

    [Fact]
    public void Probability_and_quantile_are_one_curve()
    {
        Estimate<Scalar> belief = (TwoPiece * Uniform).Simulate();
        foreach (double point in new[] { 1e-6, 0.01, 0.3, 0.5, 0.9, 0.999_999 })
            Assert.Equal(1 - point, belief.ProbabilityAbove(belief.Quantile(point)).Value.Value, 1e-10);
        Assert.Equal((1, 0), (belief.ProbabilityAbove(0).Value.Value, belief.ProbabilityAbove(-1).StandardError.Value));
        Assert.Equal(1, belief.ProbabilityAbove(1e-300).Value.Value, 1e-15);
        Assert.Equal(0, belief.ProbabilityAbove(1e300).Value.Value, 1e-15);
    }

    [Fact]
    public void One_randomisation_has_no_error()
    {
        Estimate<Scalar> belief = (TwoPiece * Uniform).Simulate(new SimulationOptions { Randomisations = 1 });
        Assert.False(belief.QuantileError(0.5).IsFeasible);
        Assert.False(belief.ProbabilityAbove(3).StandardError.IsFeasible);
    }

    /// <summary>3 and 0.3 are no powers of two: the bins move with the draws.</summary>
    [Fact]
    public void Quantiles_scale_with_the_quantity()
    {
        Scalar product = TwoPiece * Uniform, more = 3 * product, less = 0.3 * product;
        using Simulation run = Simulation.Run([product, more, less]);
        foreach (double point in Points)
        {
            double quantile = run.Of(product).Quantile(point).Value;
            Assert.Equal((3, 0.3), (Math.Round(run.Of(more).Quantile(point).Value / quantile, 12), Math.Round(run.Of(less).Quantile(point).Value / quantile, 12)));
        }
    }

    [Fact]
    public void Disposed_run_cannot_be_read()
    {
        Scalar product = TwoPiece * Uniform;
        Simulation run = Simulation.Run([product]);
        Estimate<Scalar> belief = run.Of(product);
        Assert.True(belief.High.IsFeasible);
        run.Dispose();
        Assert.Throws<ObjectDisposedException>(() => belief.High);
    }

    private static IEnumerable<double> Scores(Estimate<Scalar> belief) =>
        Points.Zip([1.596157167944368, 4.170129803723544, 16.65658962566971], (point, exact) => (belief.Quantile(point).Value - exact) / belief.QuantileError(point).Value);

    private static void AssertExact(Scalar product, double[] quantiles)
    {
        Estimate<Scalar> belief = product.Simulate(Few);
        foreach ((double point, double exact) in Points.Zip(quantiles))
        {
            Assert.Equal(1, belief.Quantile(point).Value / exact, 1e-12);
            Assert.InRange(belief.QuantileError(point).Value / exact, 0, 1e-14);
        }
    }

    private static void AssertNear(double[] quantiles, Scalar product, SimulationOptions options, double tolerance)
    {
        Estimate<Scalar> belief = product.Simulate(options);
        foreach ((double point, double exact) in Points.Zip(quantiles))
            Assert.Equal(1, belief.Quantile(point).Value / exact, tolerance);
    }

    private static void AssertCounted(Scalar quantity, SimulationOptions? options = null)
    {
        using Simulation run = Simulation.Run([quantity], options);
        Estimate<Scalar> belief = run.Of(quantity);
        var counted = new Column(run.ColumnOf(quantity.Node).Draws, moreIsBetter: false);
        Assert.False(belief.IsSmooth);
        Assert.Equal(Array.ConvertAll(Points, counted.Quantile), belief.Quantiles(Points).Select(point => point.IsFeasible ? point.Value : double.NaN));
        Assert.Equal(counted.Above(3).Value, belief.ProbabilityAbove(3).Value.Value);
    }
}
