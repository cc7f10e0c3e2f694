namespace MlsdEstimator;

/// <summary>Reads a comparison along one of its inputs.</summary>
internal sealed class ComparisonAlong<TInput>
    where TInput : Quantity<TInput>, IQuantity<TInput>
{
    private readonly IReadOnlyList<string> names;
    private readonly Node[] roots;
    private readonly bool moreIsBetter;
    private readonly SimulationOptions options;
    private readonly SweepAxis axis;
    private readonly double? leastWhole;
    private readonly HashSet<Node> varied;

    public ComparisonAlong(IReadOnlyList<string> names, Node[] roots, bool moreIsBetter, SimulationOptions options, SweepAxis axis)
    {
        (this.names, this.roots, this.moreIsBetter, this.options) = (names, roots, moreIsBetter, options);
        leastWhole = NamedInputs.LeastWhole(roots, axis.Node);
        this.axis = leastWhole is double least ? axis.InWholeNumbers(least) : axis;
        varied = new HashSet<Node>(ReferenceEqualityComparer.Instance) { axis.Node };
    }

    /// <summary>Values of the input; in whole numbers where it has no others.</summary>
    public IReadOnlyList<IQuantity> Values => axis.Values;

    /// <summary>Whether any alternative depends on the input.</summary>
    public bool ReadsInput => new Evaluator(roots, varied).Inputs.Contains(axis.Node);

    public Crossings<TInput> Read()
    {
        bool isUnrounded = GraphWalk.OperandsFirst(roots).Exists(node => node is OperationNode { Operation: Operation.Ceiling or Operation.Floor });
        Func<double, double[]> values = ValuesAt(unrounded: true);
        var search = new CrossingSearch(at => values(Allowed(at)), moreIsBetter, hasSteps: leastWhole is not null);
        double[] points = [.. axis.Values.Select(value => value.BaseValue)];
        Crossing<TInput>[] found = [.. search.Search(points).Select(one => new Crossing<TInput>(Value(Allowed(one.At)), NameOf(one.Before), NameOf(one.After), KindOf(one.Kind)))];
        return new Crossings<TInput>(names, found, isUnrounded, Explain(found, NameOf(search.Start(points)), isUnrounded), Rows);
    }

    private double Allowed(double at) => leastWhole is double least ? Math.Max(least, Math.Round(at)) : at;

    /// <summary>Between two whole numbers nothing jumps: there is nothing between them.</summary>
    private CrossingKind KindOf(CrossingKind kind) => leastWhole is not null && kind == CrossingKind.Jump ? CrossingKind.Equal : kind;

    private static TInput Value(double value) => Quantity<TInput>.Create(new ConstantNode(TInput.Dimension, value));

    private string? NameOf(int index) => index == Standing.Nobody ? null : names[index];

    private Func<double, double[]> ValuesAt(bool unrounded)
    {
        var evaluator = new Evaluator(roots, varied, unrounded);
        return at =>
        {
            evaluator.Set(axis.Node, axis.ValueOfNode(at));
            evaluator.Evaluate();
            return [.. roots.Select((_, root) => evaluator.Output(root))];
        };
    }

    private string Explain(Crossing<TInput>[] found, string? always, bool isUnrounded)
    {
        string span = $"{NamedInputs.LabelOf(axis.Input)} between {axis.Values[0]} and {axis.Values[^1]}", rounding = isUnrounded ? " (before rounding to whole ones)" : "";
        if (found.Length > 0)
            return $"For {span}{rounding}: {string.Join("; ", found.Select(one => one.ToString()))}.";
        return $"For {span}{rounding}: {(always is null ? "nothing is feasible" : $"{always} is the best")} everywhere.";
    }

    private IReadOnlyList<CrossingRow<TInput>> Rows()
    {
        Func<double, double[]> nominal = ValuesAt(unrounded: false);
        Func<double, double[][]> draws = Draws();
        return [.. axis.Values.Cast<TInput>().Select(value => Row(value, nominal(value.BaseValue), draws(value.BaseValue)))];
    }

    private CrossingRow<TInput> Row(TInput at, double[] nominal, double[][] draws)
    {
        (double[] wins, double nobody) = BestShares.Of(draws, moreIsBetter);
        return new CrossingRow<TInput>(at, NameOf(Standing.Best(nominal, moreIsBetter, Standing.Nobody)), [.. wins.Select(Fraction.FromRatio)], Fraction.FromRatio(nobody));
    }

    /// <summary>The same draws of the other inputs for every value of this one, so that the table moves smoothly.</summary>
    private Func<double, double[][]> Draws()
    {
        List<Node> ordered = GraphWalk.OperandsFirst(roots);
        var run = new TapeRun(Tape.Compile(roots, varied));
        int samples = ordered.Exists(node => node is FunctionNode { IsCertain: false }) ? Math.Min(options.Points, SimulationOptions.MostFunctionSamples) : options.Points;
        double[][] columns = [.. roots.Select(_ => new double[samples])];
        var draws = new PointDraws(DrawPlan.ScrambledApart(options, 1, samples)[0], LeafStreams.Of(ordered));
        return at =>
        {
            run.Held[axis.Node] = axis.ValueOfNode(at);
            for (int start = 0; start < samples; start += TapeRun.BlockSize)
            {
                options.CancellationToken.ThrowIfCancellationRequested();
                run.Evaluate(draws, start, columns, start, Math.Min(TapeRun.BlockSize, samples - start));
            }
            return columns;
        };
    }
}
