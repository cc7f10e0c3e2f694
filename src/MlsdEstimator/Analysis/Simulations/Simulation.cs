namespace MlsdEstimator;

/// <summary>One run of draws over several quantities: they share every input, so their results can be compared draw by draw.</summary>
/// <remarks>
/// Results are the same to the last bit for any number of threads. Disposing a run of many draws is optional and makes the next one faster.
/// </remarks>
/// <example>
/// <code>
/// using var run = Simulation.Run([peak, cost], new SimulationOptions { Samples = 1_000_000 });
/// Console.WriteLine(run.Of(cost).High);                           // the 95 % point
/// Console.WriteLine(run.Of(cost).ProbabilityAbove(5_000.DollarsPerMonth));
/// </code>
/// </example>
public sealed class Simulation : IDisposable
{
    private readonly Dictionary<Node, Column> columns;

    private Simulation(SimulationRun run, SimulationOptions options)
    {
        columns = run.Draw();
        (Options, Plan, Convergence) = (options, run.Plan, run.Convergence);
    }

    /// <summary>How the run drew.</summary>
    public SimulationOptions Options { get; }

    /// <summary>Whether a run until a relative error reached it, and which statistic was the last; null for other runs.</summary>
    public Convergence? Convergence { get; }

    /// <summary>Which points the draws were made of.</summary>
    internal DrawPlan Plan { get; }

    /// <summary>Draws all quantities together.</summary>
    /// <param name="outputs">Quantities to draw.</param>
    /// <param name="options">Number of draws, seed, threads and when to stop.</param>
    /// <exception cref="ArgumentException">No quantity is given, or a relative error is asked of a single randomisation.</exception>
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
        return new Estimate<T>((T)quantity, ColumnOf(quantity, nameof(quantity)));
    }

    /// <inheritdoc cref="Of{T}(Quantity{T})"/>
    public IEstimate Of(IQuantity quantity)
    {
        ArgumentNullException.ThrowIfNull(quantity);
        return quantity.Accept(new EstimateReader(this));
    }

    /// <summary>How likely one quantity of the run is to exceed another.</summary>
    /// <remarks>Compared draw by draw. An infeasible draw counts at the bad side of its own quantity: as more than any number, or as less where more is better.</remarks>
    /// <param name="quantity">A quantity that was given to the run.</param>
    /// <param name="other">Another quantity of the run.</param>
    /// <typeparam name="T">Type of both.</typeparam>
    /// <exception cref="ArgumentException">One of them was not part of the run.</exception>
    /// <example><code>Likelihood dearer = run.ProbabilityAbove(online.Cost, batch.Cost);</code></example>
    public Likelihood ProbabilityAbove<T>(Quantity<T> quantity, Quantity<T> other)
        where T : Quantity<T>, IQuantity<T>
    {
        ArgumentNullException.ThrowIfNull(quantity);
        ArgumentNullException.ThrowIfNull(other);
        return new Likelihood(ColumnOf(quantity, nameof(quantity)).Above(ColumnOf(other, nameof(other))));
    }

    /// <summary>
    /// Hands the memory of the draws to the next run, which is then faster; estimates of this run can no longer be read. Not disposing costs nothing else.
    /// </summary>
    public void Dispose()
    {
        foreach (Column column in columns.Values)
            column.Release();
    }

    internal static Simulation Run(Node[] roots, SimulationOptions options)
    {
        if (options is { UntilRelativeError: not null, Randomisations: 1 })
            throw new ArgumentException("A run until a relative error needs at least 2 randomisations, because one does not show its error.", nameof(options));
        return new Simulation(new SimulationRun(roots, options), options);
    }

    internal Column ColumnOf(Node node) => columns[node];

    private Column ColumnOf(IQuantity quantity, string parameter) =>
        columns.TryGetValue(quantity.Node, out Column? column)
            ? column
            : throw new ArgumentException($"'{quantity.Name ?? quantity.ToString()}' was not part of this run; add it to the outputs of Simulation.Run.", parameter);

    private sealed class EstimateReader(Simulation run) : IQuantityVisitor<IEstimate>
    {
        public IEstimate Visit<T>(T quantity)
            where T : Quantity<T>, IQuantity<T> => run.Of((Quantity<T>)quantity);
    }
}
