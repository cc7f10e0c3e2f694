namespace MlsdEstimator.Tests;

/// <summary>First-order shares of variance against closed forms and published indices.</summary>
public class VarianceShareTests
{
    private readonly record struct Ishigami : IFunction
    {
        public string Name => "Ishigami";

        public void Evaluate(ReadOnlySpan<double> inputs, Span<double> outputs)
        {
            double sine = Math.Sin(inputs[1]);
            outputs[0] = Math.Sin(inputs[0]) * (1 + 0.1 * Math.Pow(inputs[2], 4)) + 7 * sine * sine;
        }
    }

    [Fact]
    public void Sum_of_normals_shares_by_variance()
    {
        Scalar a = Uncertain.Normal(1, 3).AsScalar().Named("a"), b = Uncertain.Normal(20, 4).AsScalar().Named("b");
        Dictionary<string, double> shares = SharesOf(a + b);
        Assert.Equal(0.36, shares["a"], 0.01);
        Assert.Equal(0.64, shares["b"], 0.01);
    }

    /// <summary>a = 7, b = 0.1 over -pi..pi: S1 = 0.3139, S2 = 0.4424, S3 = 0 (Saltelli et al., Sensitivity Analysis in Practice, 2004).</summary>
    [Theory]
    [InlineData(SimulationOptions.DefaultSeed)]
    [InlineData(1UL)]
    [InlineData(2UL)]
    public void Ishigami_function_has_its_published_indices(ulong seed)
    {
        Scalar[] x = [.. Enumerable.Range(1, 3).Select(i => Uncertain.Uniform(-Math.PI, Math.PI).AsScalar().Named($"x{i}"))];
        Dictionary<string, double> shares = SharesOf(10 + Quantity.Function<Scalar>(new Ishigami(), x), new SimulationOptions { Seed = seed });
        Assert.Equal(0.3139, shares["x1"], 0.02);
        Assert.Equal(0.4424, shares["x2"], 0.02);
        Assert.Equal(0, shares["x3"], 0.02);
    }

    /// <summary>Product of independent x, y with mean 1 and variance 1/3 each: V = 1/9 + 2/3 = 7/9, each alone 3/7.</summary>
    [Fact]
    public void Interaction_belongs_to_no_input_alone()
    {
        Scalar a = Uncertain.Uniform(0, 2).AsScalar().Named("a"), b = Uncertain.Uniform(0, 2).AsScalar().Named("b");
        Dictionary<string, double> shares = SharesOf(a * b);
        Assert.Equal(3.0 / 7, shares["a"], 0.01);
        Assert.Equal(3.0 / 7, shares["b"], 0.01);
    }

    /// <summary>u^2 of a uniform is no straight line, but one input explains all of it.</summary>
    [Fact]
    public void Curved_effect_of_one_input_is_all_of_the_variance()
    {
        Scalar a = Uncertain.Uniform(-1, 2).AsScalar().Named("a");
        Assert.Equal(1, SharesOf(a * a + 1)["a"], 0.01);
    }

    [Theory]
    [InlineData(16)]
    [InlineData(64)]
    [InlineData(1_024)]
    public void Shares_are_never_negative_and_sum_to_at_most_one(int samples)
    {
        Scalar[] inputs = [.. Enumerable.Range(0, 12).Select(i => Uncertain.Normal(5, 1 + i).AsScalar().Named($"x{i}"))];
        foreach (SimulationMethod method in Enum.GetValues<SimulationMethod>())
        {
            Dictionary<string, double> shares = SharesOf(inputs.Aggregate((a, b) => a + b) + 100, new SimulationOptions { Samples = samples, Method = method });
            Assert.Equal(12, shares.Count);
            Assert.All(shares.Values, share => Assert.InRange(share, 0, 1));
            Assert.InRange(shares.Values.Sum(), 0.8, 1 + 1e-12);
        }
    }

    [Fact]
    public void Quantity_that_is_infeasible_in_some_draws_has_no_shares()
    {
        Scalar a = Uncertain.Uniform(0, 10).AsScalar().Named("a");
        Sensitivity<Scalar> entry = Assert.Single(a.FeasibleWhen(a < 9, "full").Sensitivities());
        Assert.Matches(@"^it is infeasible in (9\.9\d*|10(\.0\d*)?)% of the draws, and the variance of the rest would mislead; read the swing$", entry.VarianceNote);
        AssertNoShares(entry, entry.VarianceNote!);
    }

    [Theory]
    [InlineData(0.1)]
    [InlineData(3)]
    public void Quantity_that_never_moves_has_no_shares(double cap)
    {
        Scalar a = Uncertain.Uniform(5, 10).AsScalar().Named("a");
        AssertNoShares(Assert.Single(Scalar.Min(a, cap).Sensitivities()), "it never moves");
    }

    [Fact]
    public void Certain_quantity_has_no_shares()
    {
        Scalar a = Scalar.FromNumber(5).Named("a");
        AssertNoShares(Assert.Single((a * 2).Sensitivities()), "it is certain");
        Scalar b = Uncertain.Normal(1, 3).AsScalar().Named("b");
        IReadOnlyList<Sensitivity<Scalar>> both = (a + b).Sensitivities();
        Assert.Equal(["b", "a"], both.Select(entry => entry.Input.Name));
        AssertNoShares(both[1], "it is certain");
        Assert.Equal(1, both[0].VarianceShare!.Value, 1e-12);
    }

    private static Dictionary<string, double> SharesOf(Scalar quantity, SimulationOptions? options = null) =>
        quantity.Sensitivities(options).ToDictionary(entry => entry.Input.Name!, entry => entry.VarianceShare!.Value);

    private static void AssertNoShares(Sensitivity<Scalar> entry, string because)
    {
        Assert.Null(entry.VarianceShare);
        Assert.Null(entry.VarianceShareError);
        Assert.Null(entry.TotalVarianceShare);
        Assert.Null(entry.TotalVarianceShareError);
        Assert.Null(entry.VarianceScale);
        Assert.Equal(because, entry.VarianceNote);
    }
}
