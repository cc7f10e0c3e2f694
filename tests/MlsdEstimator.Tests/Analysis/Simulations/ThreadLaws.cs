using FsCheck;
using FsCheck.Fluent;

namespace MlsdEstimator.Tests;

/// <summary>Neither blocks nor threads may change a bit of any draw or statistic.</summary>
public class ThreadLaws
{
    private static readonly Config Laws = Config.QuickThrowOnFailure.WithMaxTest(1_000).WithQuietOnSuccess(true);

    [Fact]
    public void Block_size_and_threads_change_no_bit_of_the_draws_for_random_runs() =>
        Prop.ForAll(Gen.Choose(0, int.MaxValue - 1).ToArbitrary(), DrawsAreTheSame).Check(Laws);

    [Fact]
    public void Threads_change_no_bit_of_a_statistic()
    {
        var workload = new CapacityWorkload();
        foreach (SimulationMethod method in Enum.GetValues<SimulationMethod>())
        {
            var options = new SimulationOptions { Samples = 131_072 + (int)method * 9_001, Method = method };
            using Simulation two = Simulation.Run(workload.Outputs, options with { Threads = 2 });
            using Simulation one = Simulation.Run(workload.Outputs, options with { Threads = 1 }), nine = Simulation.Run(workload.Outputs, options with { Threads = 9 });
            foreach (IQuantity output in workload.Outputs)
            {
                Assert.Equal(Statistics(one.Of(output)), Statistics(two.Of(output)));
                Assert.Equal(Statistics(one.Of(output)), Statistics(nine.Of(output)));
            }
        }
    }

    [Fact]
    public void More_draws_begin_with_the_same_ones_however_they_are_made()
    {
        Scalar x = (1, 2, 4);
        foreach (SimulationMethod method in Enum.GetValues<SimulationMethod>())
        {
            var plan = new DrawPlan(new SimulationOptions { Samples = 40_000, Method = method });
            ColumnRun whole = RunOf(x * x, plan, 1_024), grown = RunOf(x * x, plan, 1_024);
            whole.Extend(40_000, threads: 2);
            foreach (int samples in new[] { 1_000, 16_384, 17_001, 40_000 })
                grown.Extend(samples);
            Assert.Equal(whole.Column(0, false).Draws, grown.Column(0, false).Draws);
            Assert.Equal((whole.Column(0, false).Mean, whole.Column(0, false).MeanError), (grown.Column(0, false).Mean, grown.Column(0, false).MeanError));
            Assert.Equal(40_000, grown.Samples);
        }
    }

    private static void DrawsAreTheSame(int seed)
    {
        var random = new Random(seed);
        Scalar x = (1, 2, 5), y = Uncertain.Uniform(-1, 1).AsScalar();
        Scalar output = Scalar.Max(x * y + 1, y / x).FeasibleWhen(y < 0.9, "too large");
        var options = new SimulationOptions { Samples = random.Next(2, 1_500), Seed = (ulong)seed, Method = (SimulationMethod)random.Next(2) };
        var plan = new DrawPlan(options, callsFunctions: random.Next(2) == 0);
        ColumnRun whole = RunOf(output, plan, TapeRun.BlockSize), cut = RunOf(output, plan, 8 * random.Next(1, 128));
        whole.Extend(plan.Samples);
        cut.Extend(plan.Samples, threads: random.Next(4) == 0 ? random.Next(2, 5) : 1);
        Column a = whole.Column(0, false), b = cut.Column(0, false);
        Assert.Equal(a.Draws, b.Draws);
        Assert.Equal((a.Mean, a.MeanError, a.StandardDeviation, a.Quantile(0.3)), (b.Mean, b.MeanError, b.StandardDeviation, b.Quantile(0.3)));
    }

    private static ColumnRun RunOf(Scalar output, DrawPlan plan, int blockSize)
    {
        Tape tape = Tape.Compile([output.Node]);
        Dictionary<ScoreFactor, int> streams = LeafStreams.Of(GraphWalk.OperandsFirst([output.Node]));
        return new ColumnRun(() => new TapeRun(tape), streams, plan, blockSize);
    }

    private static double[] Statistics(IEstimate belief) =>
    [
        .. new[] { belief.Mean, belief.MeanError, belief.StandardDeviation, belief.StandardDeviationError, belief.Low, belief.Median, belief.High }.Select(one => one.BaseValue),
        .. new[] { 0.05, 0.5, 0.95 }.Select(point => belief.QuantileError(point).BaseValue),
    ];
}
