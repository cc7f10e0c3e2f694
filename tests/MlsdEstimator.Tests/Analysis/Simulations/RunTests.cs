namespace MlsdEstimator.Tests;

/// <summary>Progress, cancellation, threads and memory of a run.</summary>
public class RunTests
{
    private static readonly CapacityWorkload Workload = new();

    [Theory]
    [InlineData(1, null)]
    [InlineData(3, null)]
    [InlineData(2, 0.004)]
    public void Progress_rises_from_0_to_1(int threads, double? until)
    {
        var heard = new Listener();
        Simulation.Run(Workload.Outputs, new SimulationOptions { Samples = 40_000, Threads = threads, UntilRelativeError = until, Progress = heard }).Dispose();
        Assert.InRange(heard.Parts.Count, 10, 201);
        Assert.Equal(heard.Parts.Order(), heard.Parts);
        Assert.Equal(heard.Parts.Count, heard.Parts.Distinct().Count());
        Assert.InRange(heard.Parts[0], 0, 0.1);
        Assert.Equal([1], heard.Parts.Where(part => part >= 1));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Cancelling_stops_a_run_that_has_begun(int threads)
    {
        using var stop = new CancellationTokenSource();
        var listener = new Listener();
        listener.Heard += part =>
        {
            if (part > 0.1)
                stop.Cancel();
        };
        var options = new SimulationOptions { Samples = 1_000_000, Threads = threads, Progress = listener, CancellationToken = stop.Token };
        Assert.ThrowsAny<OperationCanceledException>(() => Simulation.Run([Workload.PeakRate], options));
        Assert.InRange(listener.Parts[^1], 0.1, 0.2);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void What_a_function_throws_is_thrown(int threads)
    {
        Scalar broken = Quantity.Function<Scalar>(default(Broken), (Scalar)(1, 2, 4));
        var problem = Assert.Throws<NotSupportedException>(() => broken.Simulate(new SimulationOptions { Threads = threads }));
        Assert.Equal("not above 3", problem.Message);
    }

    [Fact]
    public void Work_runs_on_as_many_threads_as_asked()
    {
        int runs = 0;
        Workers.Run(3, () => Interlocked.Increment(ref runs));
        Assert.Equal(3, runs);
        int caller = 0;
        Workers.Run(1, () => caller = Environment.CurrentManagedThreadId);
        Assert.Equal(Environment.CurrentManagedThreadId, caller);
    }

    [Fact]
    public void Estimates_of_a_disposed_run_cannot_be_read()
    {
        var run = Simulation.Run([Workload.PeakRate]);
        Estimate<Rate> belief = run.Of(Workload.PeakRate);
        Assert.True(belief.High.PerSecond > 0);
        run.Dispose();
        run.Dispose();
        Assert.Throws<ObjectDisposedException>(() => belief.High);
        Assert.Throws<ObjectDisposedException>(() => belief.Samples);
    }

    [Fact]
    public void Memory_of_a_disposed_run_serves_the_next()
    {
        double[] used = DrawPool.Rent(12_345);
        DrawPool.Return(used);
        Assert.Same(used, DrawPool.Rent(12_345));
        Assert.NotSame(used, DrawPool.Rent(12_345));
        double[] grown = DrawPool.Grow([1, 2, 3], used: 2, length: 4);
        Assert.Equal((4, 1, 2), (grown.Length, grown[0], grown[1]));
        Assert.Same(grown, DrawPool.Grow(grown, used: 4, length: 4));
    }

    private readonly record struct Broken : IFunction
    {
        public string Name => "broken";

        public void Evaluate(ReadOnlySpan<double> inputs, Span<double> outputs) => outputs[0] = inputs[0] > 3 ? throw new NotSupportedException("not above 3") : 1;
    }

    private sealed class Listener : IProgress<double>
    {
        public List<double> Parts { get; } = [];

        public event Action<double>? Heard;

        public void Report(double value)
        {
            Parts.Add(value);
            Heard?.Invoke(value);
        }
    }
}
