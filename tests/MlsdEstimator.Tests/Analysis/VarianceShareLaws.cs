using FsCheck;
using FsCheck.Fluent;

namespace MlsdEstimator.Tests;

/// <summary>What holds for shares of variance whatever the formula.</summary>
public class VarianceShareLaws
{
    private static readonly Config Laws = Config.QuickThrowOnFailure.WithMaxTest(1_000).WithQuietOnSuccess(true);

    private static readonly SimulationOptions Small = new() { Samples = 256 };

    [Fact]
    public void Shares_stay_in_their_limits_for_random_graphs() =>
        Prop.ForAll(Gen.Choose(0, int.MaxValue - 1).ToArbitrary(), StayInTheirLimits).Check(Laws);

    private static void StayInTheirLimits(int seed)
    {
        Scalar quantity = RandomGraph(new Random(seed));
        if (!quantity.IsFeasible)
            return;
        IReadOnlyList<Sensitivity<Scalar>> found = quantity.Sensitivities(Small);
        Sensitivity<Scalar>[] shared = [.. found.Where(entry => entry.VarianceShare is not null)];
        Assert.All(shared, entry => Assert.InRange(entry.VarianceShare!.Value, 0, 1));
        Assert.All(shared.Where(entry => entry.TotalVarianceShare is not null), entry => Assert.InRange(entry.TotalVarianceShare!.Value, entry.VarianceShare!.Value, 1));
        double sum = shared.Sum(entry => entry.VarianceShare!.Value);
        Assert.InRange(sum, 0, 1 + 1e-12);
        Assert.All(shared, entry => Assert.InRange(sum - entry.VarianceShare!.Value + (entry.TotalVarianceShare ?? 0), 0, 1 + 1e-12));
        Assert.All(found.Except(shared), entry => Assert.NotNull(entry.VarianceNote));
        Assert.All(shared, entry => Assert.True(double.IsFinite(entry.VarianceShareError!.Value)));
    }

    private static Scalar RandomGraph(Random random)
    {
        Scalar[] inputs = [Uncertain.Uniform(1, 3).AsScalar(), (1, 2, 5), Uncertain.OneOf((1, 1), (4, 2)).AsScalar(), Uncertain.Triangular(1, 2, 4).AsScalar()];
        List<Scalar> values = [.. inputs];
        for (int step = 0; step < 8; step++)
        {
            Scalar a = values[random.Next(values.Count)], b = values[random.Next(values.Count)];
            values.Add(random.Next(6) switch { 0 => a + b, 1 => a * b, 2 => a / b, 3 => Scalar.Max(a, b), 4 => a.Sqrt(), _ => a - 0.3 * b });
        }
        return values[^1] + values[^2];
    }
}
