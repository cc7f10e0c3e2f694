namespace MlsdEstimator;

/// <summary>Draws all outputs of a run: those that call functions of their own apart, because they draw less.</summary>
internal sealed class SimulationRun
{
    /// <summary>What a draw with function calls may cost beside one without: for the progress only.</summary>
    private const int CallCost = 100;

    /// <summary>Draws without function calls that are worth a thread: about a millisecond.</summary>
    private const int DrawsOfAThread = 16_384;

    /// <summary>Draws of all outputs together at which doubling stops: 1 GiB.</summary>
    private const long MostDraws = 1L << 27;

    /// <summary>Errors fall by about 2^-0.75 when the points double, so that work grows by the error to the power 4/3: for the progress only.</summary>
    private const double WorkOfError = 4.0 / 3;

    private readonly SimulationOptions options;
    private readonly RunProgress progress;
    private readonly List<Group> groups = [];
    private readonly Dictionary<Node, IReadOnlyList<Aspect>> aspects;

    public SimulationRun(Node[] roots, SimulationOptions options)
    {
        this.options = options;
        List<Node> ordered = GraphWalk.OperandsFirst(roots);
        aspects = AspectFlow.OfOrdered(ordered);
        Dictionary<ScoreFactor, int> streams = LeafStreams.Of(ordered);
        HashSet<Node> slow = FunctionCalls.NodesAbove(ordered);
        Plan = new DrawPlan(options, slow.Count > 0);
        progress = new RunProgress(options.Progress);
        foreach (IGrouping<bool, Node> group in roots.GroupBy(slow.Contains))
        {
            var numbering = new ValueNumbering([.. group]);
            LogNormalFactor?[] factors = options.Method == SimulationMethod.Sobol ? LogNormalFactors.Split(numbering) : new LogNormalFactor?[numbering.Outputs.Length];
            Tape tape = Tape.Of(numbering);
            groups.Add(new Group([.. group], factors, group.Key, new ColumnRun(() => new TapeRun(tape), streams, Plan, rests: tape.Outputs.Length - factors.Length)));
        }
    }

    public DrawPlan Plan { get; }

    /// <summary>How far a run until a relative error came, else null.</summary>
    public Convergence? Convergence { get; private set; }

    public Dictionary<Node, Column> Draw()
    {
        progress.Expect(Work(Plan.Samples));
        Dictionary<Node, Column> columns = Extend(Plan.Samples);
        for (int samples = Plan.Samples; options.UntilRelativeError is double target; samples *= 2)
        {
            Convergence = Worst(columns, target, samples);
            if (Convergence.IsReached || !MayDouble(samples))
                break;
            double further = Math.Clamp(Math.Pow(Convergence.Worst / target, WorkOfError), 2, MostWork(samples));
            progress.Expect(Work(samples) * further);
            columns = Extend(2 * samples);
        }
        progress.Finish();
        return columns;
    }

    private bool MayDouble(int samples) => MostWork(samples) >= 2;

    private double MostWork(int samples) => Math.Max(1, Math.Min((double)options.MostSamplesOfRun / samples, (double)MostDraws / samples / groups.Sum(group => group.Run.OutputCount)));

    private double Work(int samples) => groups.Sum(group => (double)Samples(group, samples) * (group.CallsFunctions ? CallCost : 1));

    /// <summary>Costly draws are as many fewer as they were at the start.</summary>
    private int Samples(Group group, int samples) =>
        group.CallsFunctions ? Math.Min(samples, samples / Plan.Samples * SimulationOptions.MostFunctionSamples) : samples;

    private Dictionary<Node, Column> Extend(int samples)
    {
        var columns = new Dictionary<Node, Column>(ReferenceEqualityComparer.Instance);
        foreach (Group group in groups)
        {
            int draws = Samples(group, samples), cost = group.CallsFunctions ? CallCost : 1;
            int threads = group.CallsFunctions ? options.Threads : Math.Clamp((draws - group.Run.Samples) / DrawsOfAThread, 1, options.Threads);
            group.Run.Extend(draws, threads, done => progress.Add((double)done * cost), options.CancellationToken);
            for (int output = 0; output < group.Roots.Length; output++)
                columns[group.Roots[output]] = group.Run.Column(output, aspects[group.Roots[output]].Contains(Aspect.MoreIsBetter), options.Threads, group.Factors[output]);
        }
        return columns;
    }

    private static Convergence Worst(Dictionary<Node, Column> columns, double target, int samples) =>
        columns.Select(column => Of(column.Key, column.Value)).MaxBy(one => one.Worst)! with { Target = target, Samples = samples };

    private static Convergence Of(Node root, Column column)
    {
        string name = (root as AnnotatedNode)?.Annotation.Name ?? $"this {root.Dimension.Name}";
        (double error, string statistic) = root.Dimension is TruthDimension
            ? (root.IsCertain ? 0 : column.Above(0.5, countInfeasible: false).RelativeError, "share that holds")
            : column.WorstRelativeError(isExact: RisingInOneInput.Of(root) is not null);
        return new Convergence(0, error, name, statistic, 0);
    }

    /// <summary>Outputs that share a tape.</summary>
    private sealed record Group(Node[] Roots, LogNormalFactor?[] Factors, bool CallsFunctions, ColumnRun Run);
}
