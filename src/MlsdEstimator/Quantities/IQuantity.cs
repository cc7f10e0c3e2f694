namespace MlsdEstimator;

/// <summary>A quantity of any type: what lists of results, reports and runs hold. The set of types is closed.</summary>
public interface IQuantity : IFormattable
{
    /// <summary>The name it was given, or null.</summary>
    string? Name { get; }

    /// <summary>Where its number comes from, or null.</summary>
    string? Source { get; }

    /// <summary>The date of its source, or null.</summary>
    DateOnly? AsOf { get; }

    /// <summary>True for a value the library supplies and nobody replaced.</summary>
    bool IsDefault { get; }

    /// <summary>What the number stands for beyond its unit: average or peak, mean or percentile, what it counts.</summary>
    IReadOnlyList<Aspect> Aspects { get; }

    /// <summary>True when no uncertain input lies below it.</summary>
    bool IsCertain { get; }

    /// <summary>False when the nominal inputs do not allow it: overload, a misfit, a division by zero.</summary>
    bool IsFeasible { get; }

    /// <summary>Why there is no number: the reason at the deepest cause, such as the shortfall and the smallest change that fits. Null when there is one.</summary>
    string? WhyInfeasible { get; }

    /// <summary>Symbol of the unit that <see cref="BaseValue"/> counts: "B", "s", "/s", "USD" ...</summary>
    string BaseUnit { get; }

    /// <summary>The nominal value in base units: every input at its best guess.</summary>
    /// <exception cref="EstimateException">The quantity is infeasible.</exception>
    double BaseValue { get; }

    internal Node Node { get; }

    internal TResult Accept<TResult>(IQuantityVisitor<TResult> visitor);
}

/// <summary>What generic code needs to make quantities of a type.</summary>
/// <typeparam name="TSelf">The type.</typeparam>
public interface IQuantity<TSelf> : IQuantity
    where TSelf : IQuantity<TSelf>
{
    internal static abstract Dimension Dimension { get; }

    internal static abstract TSelf FromNode(Node node);
}

/// <summary>Recovers the type of a quantity that is only known as <see cref="IQuantity"/>.</summary>
internal interface IQuantityVisitor<out TResult>
{
    TResult Visit<T>(T quantity)
        where T : Quantity<T>, IQuantity<T>;
}
