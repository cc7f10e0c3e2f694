namespace MlsdEstimator;

/// <summary>One run of draws over several quantities: they share every input, so their results can be compared draw by draw.</summary>
public sealed class Simulation
{
    private readonly Dictionary<Node, Column> columns;

    private Simulation(Dictionary<Node, Column> columns, SimulationOptions options)
    {
        this.columns = columns;
        Options = options;
    }

    /// <summary>How the run drew.</summary>
    public SimulationOptions Options { get; }

    /// <summary>Draws all quantities together.</summary>
    /// <param name="outputs">Quantities to draw.</param>
    /// <param name="options">Number of draws and seed.</param>
    /// <exception cref="ArgumentException">No quantity is given.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public static Simulation Run(IEnumerable<IQuantity> outputs, SimulationOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(outputs);
        Node[] roots = [.. outputs.Select(output => Require.NotNull(output, nameof(outputs)).Node).Distinct()];
        Require.NotEmpty(roots, nameof(outputs));
        return Run(roots, options ?? new SimulationOptions());
    }

    /// <summary>True when the quantity was part of the run.</summary>
    /// <param name="quantity">Quantity to look for.</param>
    public bool Contains(IQuantity quantity)
    {
        ArgumentNullException.ThrowIfNull(quantity);
        return columns.ContainsKey(quantity.Node);
    }

    /// <summary>What the run says about one of its quantities.</summary>
    /// <param name="quantity">A quantity that was given to the run.</param>
    /// <exception cref="ArgumentException">It was not part of the run.</exception>
    public Estimate<T> Of<T>(Quantity<T> quantity)
        where T : Quantity<T>, IQuantity<T>
    {
        ArgumentNullException.ThrowIfNull(quantity);
        return new Estimate<T>((T)quantity, ColumnOf(quantity));
    }

    /// <inheritdoc cref="Of{T}(Quantity{T})"/>
    public IEstimate Of(IQuantity quantity)
    {
        ArgumentNullException.ThrowIfNull(quantity);
        return quantity.Accept(new EstimateReader(this));
    }

    internal static Simulation Run(Node[] roots, SimulationOptions options)
    {
        var columns = new Dictionary<Node, Column>(ReferenceEqualityComparer.Instance);
        List<Node> ordered = GraphWalk.OperandsFirst(roots);
        Dictionary<Node, IReadOnlyList<Aspect>> aspects = AspectFlow.OfOrdered(ordered);
        Dictionary<ScoreFactor, int> streams = LeafStreams.Of(ordered);
        IPointSet points = options.PointSet();
        HashSet<Node> slow = NodesThatCallFunctions(ordered);
        foreach (IGrouping<bool, Node> group in roots.GroupBy(slow.Contains))
        {
            Node[] together = [.. group];
            int samples = group.Key ? Math.Min(options.Points, SimulationOptions.MostFunctionSamples) : options.Points;
            double[][] draws = new ColumnRun(new TapeRun(Tape.Compile(together), streams), points).Columns(samples, options.CancellationToken);
            for (int i = 0; i < together.Length; i++)
                columns[together[i]] = new Column(draws[i], aspects[together[i]].Contains(Aspect.MoreIsBetter));
        }
        return new Simulation(columns, options);
    }

    internal Column ColumnOf(Node node) => columns[node];

    private static HashSet<Node> NodesThatCallFunctions(List<Node> ordered)
    {
        var calling = new HashSet<Node>(ReferenceEqualityComparer.Instance);
        foreach (Node node in ordered.Where(node => !node.IsCertain))
        {
            bool calls = node is FunctionNode;
            for (int i = 0; i < node.OperandCount && !calls; i++)
                calls = calling.Contains(node.Operand(i));
            if (calls)
                calling.Add(node);
        }
        return calling;
    }

    private Column ColumnOf(IQuantity quantity) =>
        columns.TryGetValue(quantity.Node, out Column? column)
            ? column
            : throw new ArgumentException($"'{quantity.Name ?? quantity.ToString()}' was not part of this run; add it to the outputs of Simulation.Run.", nameof(quantity));

    private sealed class EstimateReader(Simulation run) : IQuantityVisitor<IEstimate>
    {
        public IEstimate Visit<T>(T quantity)
            where T : Quantity<T>, IQuantity<T> => run.Of((Quantity<T>)quantity);
    }
}
