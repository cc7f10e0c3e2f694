namespace MlsdEstimator;

/// <summary>One swept input: its values, and the leaf or constant they are put into.</summary>
internal sealed class SweepAxis
{
    private readonly double unit;

    private SweepAxis(IQuantity input, Node node, double unit, IReadOnlyList<IQuantity> values)
    {
        (Input, Node, this.unit, Values) = (input, node, unit, values);
    }

    public IQuantity Input { get; }

    public Node Node { get; }

    public IReadOnlyList<IQuantity> Values { get; }

    public static SweepAxis Of<T>(Quantity<T> input, T from, T to, int steps, bool isLogarithmic)
        where T : Quantity<T>, IQuantity<T>
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentOutOfRangeException.ThrowIfLessThan(steps, 2);
        (double first, double last) = (Certain(from, nameof(from)), Certain(to, nameof(to)));
        if (isLogarithmic && !(first > 0 && last > 0))
            throw new ArgumentOutOfRangeException(nameof(from), $"A logarithmic sweep needs both ends above 0, but goes from {from} to {to}; sweep linearly, or start above 0.");
        Node node = NamedInputs.Varied(input.Node.Bare)
            ?? throw new ArgumentException($"'{input.Name ?? input.ToString()}' is computed; sweep one of the inputs it is computed from.", nameof(input));
        double unit = NamedInputs.UnitOf(input.Node.Bare);
        IEnumerable<double> values = Enumerable.Range(0, steps).Select(step => Between(first, last, (double)step / (steps - 1), isLogarithmic));
        return new SweepAxis(input, node, unit, [.. values.Select(value => Quantity<T>.Create(new ConstantNode(T.Dimension, value)))]);
    }

    /// <summary>The same for an input whose type only a run can tell.</summary>
    public static SweepAxis OfAny((IQuantity Input, IQuantity From, IQuantity To, int Steps) axis, bool isLogarithmic)
    {
        ArgumentNullException.ThrowIfNull(axis.Input, "input");
        return axis.Input.Accept(new Typed(axis.From, axis.To, axis.Steps, isLogarithmic));
    }

    /// <summary>The same in whole numbers, each once: for a decision that has no values between them.</summary>
    public SweepAxis InWholeNumbers(double least) =>
        new(Input, Node, unit, [.. Values.Select(value => Math.Max(least, Math.Round(value.BaseValue))).Distinct().Select(value => Input.Accept(new Whole(value)))]);

    public void Place(Evaluator evaluator, int index) => evaluator.Set(Node, ValueOfNode(Values[index].BaseValue));

    /// <summary>The value of the leaf or constant at a value of the input, both in base units.</summary>
    public double ValueOfNode(double value) => value / unit;

    /// <summary>Exact at both ends, where a logarithm and its inverse would round.</summary>
    private static double Between(double from, double to, double part, bool isLogarithmic) =>
        isLogarithmic && part > 0 && part < 1 ? Math.Exp(Math.Log(from) * (1 - part) + Math.Log(to) * part) : from * (1 - part) + to * part;

    private static double Certain<T>(Quantity<T> end, string parameter)
        where T : Quantity<T>, IQuantity<T>
    {
        ArgumentNullException.ThrowIfNull(end, parameter);
        return end.IsCertain ? end.BaseValue : throw new ArgumentException($"The end of a sweep must be certain, but is {end}.", parameter);
    }

    private sealed class Whole(double value) : IQuantityVisitor<IQuantity>
    {
        public IQuantity Visit<T>(T quantity)
            where T : Quantity<T>, IQuantity<T> => Quantity<T>.Create(new ConstantNode(T.Dimension, value));
    }

    private sealed class Typed(IQuantity from, IQuantity to, int steps, bool isLogarithmic) : IQuantityVisitor<SweepAxis>
    {
        public SweepAxis Visit<T>(T quantity)
            where T : Quantity<T>, IQuantity<T> =>
            Of(quantity, Require.SameType(from, quantity, nameof(from)), Require.SameType(to, quantity, nameof(to)), steps, isLogarithmic);
    }
}
