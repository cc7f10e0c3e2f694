using FsCheck;
using FsCheck.Fluent;

namespace MlsdEstimator.Tests;

/// <summary>Averaged conditional distributions against counted draws, over random products, sums and choices with a common factor.</summary>
public class ConditionalBeliefLaws
{
    private static readonly Config Laws = Config.QuickThrowOnFailure.WithMaxTest(1_000).WithQuietOnSuccess(true);

    private static readonly double[] Points = [0.001, 0.05, 0.3, 0.5, 0.8, 0.95, 0.999];

    [Fact]
    public void Quantiles_rise_and_agree_with_counted_draws_for_random_graphs() =>
        Prop.ForAll(Gen.Choose(0, int.MaxValue - 1).ToArbitrary(), AgreesWithCounting).Check(Laws);

    [Fact]
    public void Blocks_and_threads_change_no_bit_for_random_graphs() =>
        Prop.ForAll(Gen.Choose(0, int.MaxValue - 1).ToArbitrary(), IsTheSame).Check(Laws);

    /// <summary>The share of other, random draws below a quantile: 2,000 of them know it to sqrt(p (1 - p) / 2000), and 7,000 comparisons reach 4 of these.</summary>
    private static void AgreesWithCounting(int seed)
    {
        Scalar output = RandomOutput(new Random(seed));
        Estimate<Scalar> belief = output.Simulate(new SimulationOptions { Samples = 2_048, Seed = (ulong)seed });
        Assert.True(belief.IsSmooth);
        double[] quantiles = [.. belief.Quantiles(Points).Select(point => point.Value)];
        Assert.Equal(quantiles.Order(), quantiles);
        Assert.Equal(quantiles.Length, quantiles.Distinct().Count());
        Estimate<Scalar> counted = output.Simulate(new SimulationOptions { Samples = 2_000, Method = SimulationMethod.Random, Seed = (ulong)seed });
        foreach ((double point, double quantile) in Points.Zip(quantiles))
        {
            double share = 1 - counted.ProbabilityAbove(quantile).Value.Value, error = Math.Sqrt(point * (1 - point) / 2_000);
            Assert.InRange(share, point - 5.5 * error - 0.002, point + 5.5 * error + 0.002);
        }
    }

    private static void IsTheSame(int seed)
    {
        var random = new Random(seed);
        Scalar output = RandomOutput(random);
        var plan = new DrawPlan(new SimulationOptions { Samples = random.Next(16, 3_000), Seed = (ulong)seed });
        Column whole = Draw(output, plan, TapeRun.BlockSize, 1), cut = Draw(output, plan, 8 * random.Next(1, 128), random.Next(4) == 0 ? random.Next(2, 5) : 1);
        Assert.True(whole.IsSmooth);
        Assert.Equal(whole.Quantiles(Points), cut.Quantiles(Points));
        Assert.Equal(Array.ConvertAll(Points, whole.QuantileError), Array.ConvertAll(Points, cut.QuantileError));
    }

    private static Column Draw(Scalar output, DrawPlan plan, int blockSize, int threads)
    {
        var numbering = new ValueNumbering([output.Node]);
        LogNormalFactor? factor = LogNormalFactors.Split(numbering)[0];
        Tape tape = Tape.Of(numbering);
        Dictionary<ScoreFactor, int> streams = LeafStreams.Of(GraphWalk.OperandsFirst([output.Node]));
        var run = new ColumnRun(() => new TapeRun(tape), streams, plan, blockSize, rests: 1);
        run.Extend(plan.Samples, threads);
        return run.Column(0, moreIsBetter: false, factor: factor);
    }

    /// <summary>A factor, to some power, times a positive rest in which it may be seen again as a common factor of terms.</summary>
    private static Scalar RandomOutput(Random random)
    {
        Scalar x = random.Next(2) == 0 ? (1, 1.1 + random.NextDouble(), 3 + random.NextDouble()) : Uncertain.LogNormal(0.5 + random.NextDouble(), 0.2 + random.NextDouble()).AsScalar();
        Scalar u = Uncertain.Uniform(0.5, 2).AsScalar(), v = Uncertain.LogNormal(1, 0.2).AsScalar(), w = Uncertain.Triangular(1, 2, 4).AsScalar();
        Scalar rest = random.Next(5) switch { 0 => u, 1 => u + w, 2 => w * v, 3 => Scalar.Max(u, v), _ => Quantity.If<Scalar>(u > 1, w, u * v) };
        return random.Next(5) switch
        {
            0 => x * rest,
            1 => rest / x,
            2 => (x * rest + x * u) * 3,
            3 => x.Sqrt() * rest,
            _ => Scalar.Min(x * rest, x * w) / w,
        };
    }
}
