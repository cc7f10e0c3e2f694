namespace MlsdEstimator.Tests;

/// <summary>Kernels of queues, called as the graph calls them. Values by mpmath and by sums over states in Python.</summary>
public class QueueKernelTests
{
    /// <summary>Numbers that a sweep or a draw may reach and that no queue has.</summary>
    public static TheoryData<IFunction, double[]> Impossible { get; } = new()
    {
        { new ErlangFunction(Waiting: true), [-1, 2] },
        { new ErlangFunction(Waiting: true), [2, 2] },
        { new ErlangFunction(Waiting: true), [3, 2] },
        { new ErlangFunction(Waiting: false), [-1, 2] },
        { new ErlangFunction(Waiting: false), [1, -1] },
        { default(ErlangStaffing), [-1, 0.1] },
        { default(ErlangStaffing), [1, -0.1] },
        { default(FiniteChain), [-1, 2, 4] },
        { default(FiniteChain), [1, 0, 4] },
        { default(FiniteChain), [1, 5, 4] },
        { default(FiniteChain), [1, 2, 1_000_001] },
        { new FiniteWaits(0.9), [-1, 2, 4] },
        { new FiniteWaits(0.9), [1, 0, 4] },
        { new FiniteWaits(0.9), [1, 5, 4] },
        { new FiniteWaits(0.9), [1, 2, 1_000_001] },
        { new GreedyChain(8), [-1, 0.001, 0.002] },
        { new GreedyChain(8), [1, 0, 0.1] },
        { new GreedyChain(8), [1, 0.001, -0.002] },
        { new GreedyChain(8), [800, 0.001, 0.002] },
        { new GreedyChain(8), [2_000, 0.001, 0.002] },
        { new GreedyChain(null), [1_000, 0.001, 0.002] },
        { new GreedyChain(null), [2_000, 0.001, 0.002] },
        { default(HalfinWhitt), [-0.1] },
        { default(HalfinWhittBeta), [0] },
        { default(HalfinWhittBeta), [1] },
        { default(HalfinWhittBeta), [1.5] },
        { default(ImpatientChain), [-1, 2, 0.5] },
        { default(ImpatientChain), [1, 0, 0.5] },
        { default(ImpatientChain), [1, 2, 0] },
        { default(MeanValueAnalysis), [0.5, 1, 0.1] },
        { default(MeanValueAnalysis), [1_000_001, 1, 0.1] },
        { default(MeanValueAnalysis), [2, -0.5, 1] },
        { default(ClosedChain), [0.5, 1, 2] },
        { default(ClosedChain), [5e18, 1, 2] },
        { default(ClosedChain), [5, -1, 2] },
        { default(ClosedChain), [5, 1, 0] },
        { new ResponseLaw(0.9), [-1, 2] },
        { new ResponseLaw(0.9), [2, 2] },
        { default(ResponseWithin), [-1, 2, 1] },
        { default(ResponseWithin), [2, 2, 1] },
        { default(ResponseWithin), [1, 2, -1] },
        { new StaffingLaw(IsResponse: false, 0.99), [-1, 1] },
        { new StaffingLaw(IsResponse: false, 0.99), [1, -1] },
        { new StaffingLaw(IsResponse: true, 0.99), [1, 1] },
        { new PoissonQuantile(0.9), [-1] },
        { default(WaitWithin), [0.5, 1, -1] },
        { new BatchTimer(8), [-1] },
    };

    /// <summary>The ends of what is possible.</summary>
    public static TheoryData<IFunction, double[], double> Possible { get; } = new()
    {
        { new ErlangFunction(Waiting: true), [0, 2], 0 },
        { new ErlangFunction(Waiting: false), [2, 0], 1 },
        { default(ErlangStaffing), [0, 0.1], 0 },
        { default(FiniteChain), [0, 2, 4], 0 },
        { default(FiniteChain), [3, 2, 1_000_000], 1 / 3.0 },
        { default(FiniteChain), [1, 2, 2], 0.2 },
        { new FiniteWaits(0.9), [1, 2, 2], 0 },
        { new FiniteWaits(0.9), [0, 2, 6], 0 },
        { new GreedyChain(8), [0.001, 0.001, 0], 0.001 * (1 + 0.5e-6) },
        { default(ImpatientChain), [0, 2, 0.5], 0 },
        { default(MeanValueAnalysis), [1_000_000, 1, 0.1], 10 },
        { default(MeanValueAnalysis), [2, 0, 0.1], 10 },
        { default(ClosedChain), [5, 0, 2], 2 },
        { default(ClosedChain), [1, 1, 2], 0.5 },
        { new StaffingLaw(IsResponse: false, 0.99), [0, 0], 1 },
        { new PoissonQuantile(0.9), [0], 0 },
        { default(WaitWithin), [0.5, 1, 0], 0.5 },
        { new BatchTimer(8), [0], 1 },
    };

    /// <summary>Real numbers of servers: 1/B = a x the integral of e^(-a t) (1 + t)^c.</summary>
    public static TheoryData<double, double, double> Blocking { get; } = new()
    {
        { 1, 0.5, 0.725196777358349 },
        { 1.5, 0.5, 0.787387221995367 },
        { 0.2, 2.5, 0.00440812914438017 },
        { 3, 0.25, 0.935176400992669 },
        { 3, 7.75, 0.0105272677755523 },
    };

    [Theory]
    [MemberData(nameof(Impossible))]
    public void Impossible_numbers_give_none(IFunction function, double[] inputs) => Assert.All(Called(function, inputs), output => Assert.True(double.IsNaN(output)));

    [Theory]
    [MemberData(nameof(Possible))]
    public void Ends_of_the_possible_give_a_number(IFunction function, double[] inputs, double first) => Assert.Equal(first, Called(function, inputs)[0], 1e-6 * Math.Max(1e-3, first));

    [Theory]
    [MemberData(nameof(Blocking))]
    public void Parts_of_a_server_count(double load, double servers, double blocking) =>
        Assert.Equal(blocking, Called(new ErlangFunction(Waiting: false), load, servers)[0], 1e-12 * blocking);

    /// <summary>Derivations name what was called.</summary>
    [Fact]
    public void Kernels_say_what_they_are()
    {
        IFunction[] kernels =
        [
            new ErlangFunction(Waiting: true), new ErlangFunction(Waiting: false), default(ErlangStaffing), default(FiniteChain), new FiniteWaits(0.995), new GreedyChain(8), new GreedyChain(null),
            default(HalfinWhitt), default(HalfinWhittBeta), default(ImpatientChain), default(MeanValueAnalysis), default(ClosedChain), new ResponseLaw(0.9), default(ResponseWithin),
            new StaffingLaw(IsResponse: true, 0.9), new StaffingLaw(IsResponse: false, 0.9), new WaitLaw(0.99), default(WaitWithin), new PoissonQuantile(0.5), new BatchTimer(4),
        ];
        Assert.Equal(
            [
                "Erlang C", "Erlang B", "Erlang B, solved for servers", "M/M/c/K", "p99.5 of the M/M/c/K wait", "greedy batches of at most 8", "greedy batches",
                "Halfin-Whitt wait", "Halfin-Whitt wait, solved for beta", "Erlang A", "mean value analysis", "M/M/c//N", "p90 of the M/M/c response", "M/M/c response within a limit",
                "servers for a response", "servers for a wait", "p99 of the wait", "wait within a limit", "p50 of a Poisson number", "timed batches of at most 4",
            ],
            kernels.Select(kernel => kernel.Name));
    }

    /// <summary>Load 3 on 2 servers with 4 and 5 places: 0.39901478 and 0.37442219 turned away, 1.06403941 and 1.78890601 waiting; half a place lies in the middle of each.</summary>
    [Fact]
    public void Part_of_a_waiting_place_lies_between_its_neighbours()
    {
        double[] outputs = Called(default(FiniteChain), 3, 2, 4.5);
        Assert.Equal(0.3867184831533166, outputs[FiniteChain.TurnedAway], 1e-12);
        Assert.Equal(0.7753224089705191, outputs[FiniteChain.Wait], 1e-12);
        Assert.Equal(3.0751377251061305, Called(new FiniteWaits(0.9), 3, 2, 6.5)[0], 1e-9);
    }

    [Theory]
    [InlineData(1, 1.0383851974650848)]
    [InlineData(2, 2.3072213529810504)]
    [InlineData(3, 2.7699871113686414)]
    public void Accepted_waits_below_at_and_above_capacity(double load, double p90) => Assert.Equal(p90, Called(new FiniteWaits(0.9), load, 2, 6)[0], 1e-9);

    [Theory]
    [InlineData(5, 0, 0.006737946999085467)]
    [InlineData(5, 5, 0.17546736976785055)]
    [InlineData(5, 12, 0.0034342402855723226)]
    [InlineData(700, 650, 0.002510254792964846)]
    [InlineData(700, 700, 0.015076805912735873)]
    public void Poisson_probabilities(double mean, int number, double probability)
    {
        double[] masses = PoissonMasses.Of(mean), first = new double[PoissonMasses.Room(mean)], few = new double[number + 1];
        Assert.Equal(probability, masses[number], 1e-11 * probability);
        Assert.Equal(1, masses.Sum(), 1e-14);
        Assert.InRange(masses[^1], double.Epsilon, 1e-17);
        Assert.True(PoissonMasses.Into(mean, first) > number);
        Assert.Equal(probability, first[number], 1e-11 * probability);
        Assert.Equal(number + 1, PoissonMasses.Into(mean, few));
        Assert.Equal(probability, few[number], 1e-11 * probability);
    }

    /// <summary>x = 2 and 2 y = 4 with weight 1: x (1 + d) = 2 and 4 y (1 + d) = 8.</summary>
    [Theory]
    [InlineData(0, 2)]
    [InlineData(0.25, 1.6)]
    public void Damping_raises_the_diagonal(double damping, double solution)
    {
        var equations = new NormalEquations(2);
        equations.Add([1, 0], 2);
        equations.Add([0, 2], 4);
        Assert.Equal([solution, solution], equations.Solve(damping).Select(one => Math.Round(one, 14)));
        Assert.Equal([1, 0.25], equations.InverseDiagonal());
    }

    /// <summary>Points for which the best law of all breaks a limit; the best inside them by nested golden sections in Python.</summary>
    [Theory]
    [InlineData(new[] { 100, 87, 76.9, 65.6, 51.6 }, 95.64083507634668, 1, 0.0640515238888825)]
    [InlineData(new[] { 100, 182.5, 313.5, 503.8, 792.1 }, 90.61104492665858, 0.05627337224789855, 0)]
    [InlineData(new[] { 100, 200, 377.4, 563.4, 516.1 }, 105.44809144432853, 0, 0.009332378684942255)]
    [InlineData(new[] { 100, 202, 412.4, 860.2, 1882.4 }, 114.81994134897363, 0, 0)]
    [InlineData(new[] { 100.0, 80, 60, 80, 100 }, 84, 1, 0)]
    public void Scalability_keeps_its_limits(double[] throughputs, double rateOfOne, double contention, double coherency)
    {
        double[] parameters = ScalabilityRegression.Of([.. throughputs.Select((x, i) => (Math.Pow(2, i), x))]).Parameters;
        Assert.Equal(rateOfOne, parameters[0], 1e-5 * rateOfOne);
        Assert.Equal(contention, parameters[1], 1e-6);
        Assert.Equal(coherency, parameters[2], 1e-7);
    }

    private static double[] Called(IFunction function, params double[] inputs)
    {
        double[] outputs = new double[function.OutputCount];
        FunctionNode.Evaluate(function, inputs, outputs);
        return outputs;
    }
}
