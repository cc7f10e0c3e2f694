namespace MlsdEstimator;

/// <summary>An input of a result with its value before and after: what <see cref="Attribution"/> explains a change by.</summary>
public sealed class InputChange
{
    private InputChange(IQuantity input, Node node, double before, double after)
    {
        (Input, Node, Before, After) = (input, node, before, after);
    }

    /// <summary>The input.</summary>
    public IQuantity Input { get; }

    /// <summary>The leaf or constant behind the input.</summary>
    internal Node Node { get; }

    /// <summary>Value of the leaf or constant before, in base units.</summary>
    internal double Before { get; }

    /// <summary>Value of the leaf or constant after, in base units.</summary>
    internal double After { get; }

    /// <summary>An input that moves from its best guess to another value.</summary>
    /// <param name="input">An uncertain input, or a named certain one.</param>
    /// <param name="after">Value after; certain.</param>
    /// <typeparam name="T">Type of the input.</typeparam>
    /// <exception cref="ArgumentException">The input is computed, or the value is uncertain.</exception>
    public static InputChange Of<T>(Quantity<T> input, T after)
        where T : Quantity<T>, IQuantity<T>
    {
        ArgumentNullException.ThrowIfNull(input);
        return Of(input, Quantity<T>.Create(new ConstantNode(T.Dimension, input.BaseValue)), after);
    }

    /// <summary>An input that moves from one value to another.</summary>
    /// <param name="input">An uncertain input, or a named certain one.</param>
    /// <param name="before">Value before; certain.</param>
    /// <param name="after">Value after; certain.</param>
    /// <typeparam name="T">Type of the input.</typeparam>
    /// <exception cref="ArgumentException">The input is computed, or a value is uncertain.</exception>
    public static InputChange Of<T>(Quantity<T> input, T before, T after)
        where T : Quantity<T>, IQuantity<T>
    {
        ArgumentNullException.ThrowIfNull(input);
        Node node = NamedInputs.Varied(input.Node.Bare)
            ?? throw new ArgumentException($"'{NamedInputs.LabelOf(input)}' is computed; change the inputs it is computed from.", nameof(input));
        double unit = NamedInputs.UnitOf(input.Node.Bare);
        return new InputChange(input, node, Certain(before, nameof(before)) / unit, Certain(after, nameof(after)) / unit);
    }

    private static double Certain<T>(Quantity<T> value, string parameter)
        where T : Quantity<T>, IQuantity<T>
    {
        ArgumentNullException.ThrowIfNull(value, parameter);
        return value.IsCertain ? value.BaseValue : throw new ArgumentException($"The value of an input must be certain here, but is {value}; give one value.", parameter);
    }
}
