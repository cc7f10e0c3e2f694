namespace MlsdEstimator;

/// <summary>A compiled calculation: sets inputs and reads outputs again and again, about two nanoseconds for each node of a large graph and without allocation.</summary>
/// <remarks>
/// Every input starts at its best guess. Numbers are re-evaluated; decisions that were taken in C# when the quantities were built (a device chosen, machines
/// bought from a simulation) stay as they were. An output is computed when it is read after a change. Not thread-safe: make one for each thread.
/// </remarks>
/// <example>
/// <code>
/// Recalculation sheet = Recalculation.Of([peak, monthlyCost], [users, perUser]);
/// for (double millions = 100; millions &lt;= 1000; millions += 100)
/// {
///     sheet.Set(users, millions, 1.Million);
///     Console.WriteLine(sheet.Read(monthlyCost, Money.Dollar));
/// }
/// </code>
/// </example>
public sealed class Recalculation
{
    private readonly Evaluator evaluator;
    private readonly Dictionary<Node, int> roots = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<Node> inputs = new(ReferenceEqualityComparer.Instance);
    private bool isCurrent;

    private Recalculation(IReadOnlyList<IQuantity> outputs, IReadOnlyList<IQuantity> inputs)
    {
        (Outputs, Inputs) = (outputs, inputs);
        foreach (IQuantity input in inputs)
            this.inputs.Add(InputNode(input, nameof(inputs)));
        for (int root = 0; root < outputs.Count; root++)
            roots.TryAdd(outputs[root].Node, root);
        evaluator = new Evaluator([.. outputs.Select(output => output.Node)], this.inputs);
        if (inputs.FirstOrDefault(input => !evaluator.Reads(InputNode(input, nameof(inputs)))) is IQuantity unread)
            throw new ArgumentException($"No output depends on '{NameOf(unread)}'; leave it out, or add the output that does.", nameof(inputs));
    }

    /// <summary>What can be read.</summary>
    public IReadOnlyList<IQuantity> Outputs { get; }

    /// <summary>What can be set.</summary>
    public IReadOnlyList<IQuantity> Inputs { get; }

    /// <summary>Compiles outputs for changes of some inputs.</summary>
    /// <param name="outputs">Quantities to read.</param>
    /// <param name="inputs">Inputs to set: uncertain ones, or certain ones that have a name.</param>
    /// <exception cref="ArgumentException">A list is empty, an input is computed, or no output depends on it.</exception>
    public static Recalculation Of(IEnumerable<IQuantity> outputs, IEnumerable<IQuantity> inputs)
    {
        ArgumentNullException.ThrowIfNull(outputs);
        ArgumentNullException.ThrowIfNull(inputs);
        IQuantity[] read = [.. outputs.Select(output => Require.NotNull(output, nameof(outputs)))];
        IQuantity[] set = [.. inputs.Select(input => Require.NotNull(input, nameof(inputs)))];
        Require.NotEmpty(read, nameof(outputs));
        Require.NotEmpty(set, nameof(inputs));
        return new Recalculation(read, set);
    }

    /// <summary>Sets an input.</summary>
    /// <param name="input">One of <see cref="Inputs"/>.</param>
    /// <param name="value">Its new value, certain.</param>
    /// <typeparam name="T">Type of the input.</typeparam>
    /// <exception cref="ArgumentException">It is not one of the inputs, or the value is uncertain.</exception>
    public void Set<T>(Quantity<T> input, T value)
        where T : Quantity<T>, IQuantity<T>
    {
        ArgumentNullException.ThrowIfNull(value);
        if (!value.IsCertain)
            throw new ArgumentException($"The value of an input must be certain, but is {value}.", nameof(value));
        Place(input, value.BaseValue);
    }

    /// <summary>Sets an input to a number of units, without making a quantity of it.</summary>
    /// <param name="input">One of <see cref="Inputs"/>.</param>
    /// <param name="amount">Number of units; finite, and inside 0..1 for a fraction.</param>
    /// <param name="unit">What 1 stands for, for example <c>DataSize.Gigabyte</c>.</param>
    /// <typeparam name="T">Type of the input.</typeparam>
    /// <exception cref="ArgumentException">It is not one of the inputs, or the unit is uncertain.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The amount is not finite, or no such fraction exists.</exception>
    public void Set<T>(Quantity<T> input, double amount, T unit)
        where T : Quantity<T>, IQuantity<T>
    {
        double value = Require.Finite(amount, nameof(amount)) * Unit(unit);
        if (ReferenceEquals(T.Dimension, Dimensions.Fraction) && value is < 0 or > 1)
            throw new ArgumentOutOfRangeException(nameof(amount), Text.Of($"A fraction must lie between 0 and 1, but this one is {value}."));
        Place(input, Require.Finite(value, nameof(amount)));
    }

    /// <summary>Puts every input back to its best guess.</summary>
    public void Reset()
    {
        foreach (Node node in inputs)
            evaluator.Set(node, node.Nominal);
        isCurrent = false;
    }

    /// <summary>An output at the inputs as they are set.</summary>
    /// <param name="output">One of <see cref="Outputs"/>.</param>
    /// <typeparam name="T">Type of the output.</typeparam>
    /// <returns>A certain quantity, infeasible where the inputs allow none.</returns>
    /// <exception cref="ArgumentException">It is not one of the outputs.</exception>
    public T Read<T>(Quantity<T> output)
        where T : Quantity<T>, IQuantity<T>
    {
        double value = Current(output);
        return Quantity<T>.Create(new ConstantNode(T.Dimension, value, double.IsNaN(value) ? Impossible(output) : null));
    }

    /// <summary>An output as a number of units, without making a quantity of it.</summary>
    /// <param name="output">One of <see cref="Outputs"/>.</param>
    /// <param name="unit">What 1 stands for.</param>
    /// <typeparam name="T">Type of the output.</typeparam>
    /// <exception cref="ArgumentException">It is not one of the outputs, or the unit is uncertain.</exception>
    /// <exception cref="EstimateException">It is infeasible at these inputs, or too large to be read in this unit.</exception>
    public double Read<T>(Quantity<T> output, T unit)
        where T : Quantity<T>, IQuantity<T>
    {
        double value = Current(output) / Unit(unit);
        return double.IsFinite(value) ? value : throw new EstimateException($"{NameOf(output)} has no number here: {Impossible(output)}.");
    }

    /// <summary>Whether an output has a number at the inputs as they are set.</summary>
    /// <param name="output">One of <see cref="Outputs"/>.</param>
    /// <exception cref="ArgumentException">It is not one of the outputs.</exception>
    public bool IsFeasible(IQuantity output) => !double.IsNaN(Current(output));

    private static string Impossible(IQuantity output) => $"{NameOf(output)} cannot be at these inputs";

    private static string NameOf(IQuantity quantity) => quantity.Name ?? quantity.ToString() ?? "this quantity";

    private static Node InputNode(IQuantity input, string parameter) => NamedInputs.Varied(input.Node.Bare)
        ?? throw new ArgumentException($"'{NameOf(input)}' is computed; set one of the inputs it is computed from.", parameter);

    private static double Unit<T>(T unit)
        where T : Quantity<T>, IQuantity<T>
    {
        ArgumentNullException.ThrowIfNull(unit);
        return unit.IsCertain && unit.BaseValue > 0 ? unit.BaseValue : throw new ArgumentException($"A unit must be certain and above 0, but is {unit}.", nameof(unit));
    }

    /// <summary>The leaf or constant behind the input takes the same number, in its own unit.</summary>
    private void Place<T>(Quantity<T> input, double value)
        where T : Quantity<T>, IQuantity<T>
    {
        ArgumentNullException.ThrowIfNull(input);
        Node node = InputNode(input, nameof(input));
        if (!inputs.Contains(node))
            throw new ArgumentException($"'{NameOf(input)}' was not given as an input; add it to the inputs of Recalculation.Of.", nameof(input));
        evaluator.Set(node, value / NamedInputs.UnitOf(input.Node.Bare));
        isCurrent = false;
    }

    private double Current(IQuantity output)
    {
        ArgumentNullException.ThrowIfNull(output);
        if (!roots.TryGetValue(output.Node, out int root))
            throw new ArgumentException($"'{NameOf(output)}' was not given as an output; add it to the outputs of Recalculation.Of.", nameof(output));
        if (!isCurrent)
            evaluator.Evaluate();
        isCurrent = true;
        return evaluator.Output(root);
    }
}
