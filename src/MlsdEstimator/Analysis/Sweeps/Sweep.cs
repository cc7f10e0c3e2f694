namespace MlsdEstimator;

/// <summary>A table of outputs over one or two inputs, all others at their best guess.</summary>
/// <remarks>
/// The formulas are re-evaluated, the design is not rebuilt: decisions that were taken from simulated ranges stay as they are. An input that must be a whole number (zones, copies) is
/// swept over whole numbers, each once.
/// </remarks>
/// <example><code>Sweep table = Sweep.Of(users, 100.Million, 1.Billion, steps: 10, [peak, cost]);</code></example>
public sealed class Sweep
{
    private Sweep(IReadOnlyList<IQuantity> inputs, IReadOnlyList<IQuantity> outputs, IReadOnlyList<SweepRow> rows)
    {
        (Inputs, Outputs, Rows) = (inputs, outputs, rows);
    }

    /// <summary>The inputs that are swept, one or two.</summary>
    public IReadOnlyList<IQuantity> Inputs { get; }

    /// <summary>The quantities that are tabulated.</summary>
    public IReadOnlyList<IQuantity> Outputs { get; }

    /// <summary>One row for each value, or pair of values, of the inputs; the last input moves fastest.</summary>
    public IReadOnlyList<SweepRow> Rows { get; }

    /// <summary>Tabulates quantities over one input.</summary>
    /// <param name="input">An input: an uncertain one, or a named certain one.</param>
    /// <param name="from">First value.</param>
    /// <param name="to">Last value.</param>
    /// <param name="steps">Number of rows, at least 2.</param>
    /// <param name="outputs">Quantities to tabulate.</param>
    /// <param name="isLogarithmic">Equal ratios between rows in place of equal differences; both ends must then be above 0.</param>
    /// <typeparam name="T">Type of the input.</typeparam>
    /// <exception cref="ArgumentException">The input is computed, an end is uncertain, no output is given, or none depends on the input.</exception>
    /// <exception cref="ArgumentOutOfRangeException">Fewer than 2 steps, or an end that is not above 0 in a logarithmic sweep.</exception>
    public static Sweep Of<T>(Quantity<T> input, T from, T to, int steps, IReadOnlyList<IQuantity> outputs, bool isLogarithmic = false)
        where T : Quantity<T>, IQuantity<T> => Run([SweepAxis.Of(input, from, to, steps, isLogarithmic)], outputs);

    /// <summary>Tabulates quantities over two inputs.</summary>
    /// <param name="first">The slow input, with its first and last value and its number of steps.</param>
    /// <param name="second">The fast input, with its first and last value and its number of steps.</param>
    /// <param name="outputs">Quantities to tabulate.</param>
    /// <param name="isLogarithmic">Equal ratios in place of equal differences, for both.</param>
    /// <typeparam name="T1">Type of the first input.</typeparam>
    /// <typeparam name="T2">Type of the second input.</typeparam>
    /// <exception cref="ArgumentException">An input is computed, swept twice or read by no output, an end is uncertain, or no output is given.</exception>
    /// <exception cref="ArgumentOutOfRangeException">Fewer than 2 steps, or an end that is not above 0 in a logarithmic sweep.</exception>
    public static Sweep Of<T1, T2>(
        (Quantity<T1> Input, T1 From, T1 To, int Steps) first, (Quantity<T2> Input, T2 From, T2 To, int Steps) second, IReadOnlyList<IQuantity> outputs, bool isLogarithmic = false)
        where T1 : Quantity<T1>, IQuantity<T1>
        where T2 : Quantity<T2>, IQuantity<T2> =>
        Run(
            SweepAxis.Of(first.Input, first.From, first.To, first.Steps, isLogarithmic),
            SweepAxis.Of(second.Input, second.From, second.To, second.Steps, isLogarithmic),
            outputs);

    /// <summary>Tabulates quantities over one input whose type is known only when the program runs, such as one found by name.</summary>
    /// <param name="input">An input: an uncertain one, or a named certain one.</param>
    /// <param name="from">First value, of the input's type.</param>
    /// <param name="to">Last value, of the input's type.</param>
    /// <param name="steps">Number of rows, at least 2.</param>
    /// <param name="outputs">Quantities to tabulate.</param>
    /// <param name="isLogarithmic">Equal ratios between rows in place of equal differences; both ends must then be above 0.</param>
    /// <exception cref="ArgumentException">The input is computed, an end is uncertain or of another type, no output is given, or none depends on the input.</exception>
    /// <exception cref="ArgumentOutOfRangeException">Fewer than 2 steps, or an end that is not above 0 in a logarithmic sweep.</exception>
    /// <example><code>IQuantity users = sheet.Input("daily active users");
    /// Sweep table = Sweep.OfAny(users, users.ParseAlike("100M"), users.ParseAlike("1bn"), steps: 10, [sheet["peak QPS"]]);</code></example>
    public static Sweep OfAny(IQuantity input, IQuantity from, IQuantity to, int steps, IReadOnlyList<IQuantity> outputs, bool isLogarithmic = false) =>
        Run([SweepAxis.OfAny((input, from, to, steps), isLogarithmic)], outputs);

    /// <summary>Tabulates quantities over two inputs whose types are known only when the program runs.</summary>
    /// <param name="first">The slow input, with its first and last value and its number of steps.</param>
    /// <param name="second">The fast input, with its first and last value and its number of steps.</param>
    /// <param name="outputs">Quantities to tabulate.</param>
    /// <param name="isLogarithmic">Equal ratios in place of equal differences, for both.</param>
    /// <exception cref="ArgumentException">An input is computed, swept twice or read by no output, an end is uncertain or of another type, or no output is given.</exception>
    /// <exception cref="ArgumentOutOfRangeException">Fewer than 2 steps, or an end that is not above 0 in a logarithmic sweep.</exception>
    public static Sweep OfAny(
        (IQuantity Input, IQuantity From, IQuantity To, int Steps) first, (IQuantity Input, IQuantity From, IQuantity To, int Steps) second, IReadOnlyList<IQuantity> outputs, bool isLogarithmic = false) =>
        Run(SweepAxis.OfAny(first, isLogarithmic), SweepAxis.OfAny(second, isLogarithmic), outputs);

    private static Sweep Run(SweepAxis first, SweepAxis second, IReadOnlyList<IQuantity> outputs) =>
        ReferenceEquals(first.Node, second.Node)
            ? throw new ArgumentException($"'{second.Input.Name ?? second.Input.ToString()}' is swept twice; give two different inputs.", nameof(second))
            : Run([first, second], outputs);

    private static Sweep Run(SweepAxis[] axes, IReadOnlyList<IQuantity> outputs)
    {
        Require.NotEmpty(outputs, nameof(outputs));
        var evaluator = new Evaluator([.. outputs.Select(output => Require.NotNull(output, nameof(outputs)).Node)], axes.Select(axis => axis.Node).ToHashSet());
        if (Array.Find(axes, axis => !evaluator.Inputs.Contains(axis.Node)) is SweepAxis unread)
            throw new ArgumentException($"No output depends on '{unread.Input.Name ?? unread.Input.ToString()}'; sweep an input of the outputs.", nameof(outputs));
        axes = Array.ConvertAll(axes, axis => NamedInputs.LeastWhole(outputs.Select(output => output.Node), axis.Node) is double least ? axis.InWholeNumbers(least) : axis);
        IEnumerable<int[]> cells = axes.Length == 1
            ? Enumerable.Range(0, axes[0].Values.Count).Select(i => new[] { i })
            : Enumerable.Range(0, axes[0].Values.Count).SelectMany(i => Enumerable.Range(0, axes[1].Values.Count).Select(j => new[] { i, j }));
        return new Sweep([.. axes.Select(axis => axis.Input)], outputs, [.. cells.Select(cell => Row(evaluator, axes, cell, outputs))]);
    }

    private static SweepRow Row(Evaluator evaluator, SweepAxis[] axes, int[] cell, IReadOnlyList<IQuantity> outputs)
    {
        for (int axis = 0; axis < axes.Length; axis++)
            axes[axis].Place(evaluator, cell[axis]);
        evaluator.Evaluate();
        return new SweepRow(
            [.. axes.Select((axis, i) => axis.Values[cell[i]])],
            [.. outputs.Select((output, i) => output.Accept(new Reading(evaluator.Output(i))))]);
    }

    /// <summary>A computed number as a quantity of the output's type.</summary>
    private sealed class Reading(double value) : IQuantityVisitor<IQuantity>
    {
        public IQuantity Visit<T>(T quantity)
            where T : Quantity<T>, IQuantity<T> =>
            Quantity<T>.Create(new ConstantNode(T.Dimension, value, double.IsNaN(value) ? $"{quantity.Name ?? "it"} cannot be at this point of the sweep" : null));
    }
}
