namespace MlsdEstimator;

/// <summary>A comparison along an input: where the best alternative changes, and how sure that is.</summary>
/// <typeparam name="TInput">Type of the input.</typeparam>
public sealed class Crossings<TInput> : ICrossings
    where TInput : Quantity<TInput>, IQuantity<TInput>
{
    private readonly Lazy<IReadOnlyList<CrossingRow<TInput>>> rows;

    internal Crossings(IReadOnlyList<string> alternatives, IReadOnlyList<Crossing<TInput>> found, bool isUnrounded, string explanation, Func<IReadOnlyList<CrossingRow<TInput>>> tabulate)
    {
        (Alternatives, Found, IsUnrounded, Explanation) = (alternatives, found, isUnrounded, explanation);
        rows = new Lazy<IReadOnlyList<CrossingRow<TInput>>>(tabulate);
    }

    /// <summary>Names of the alternatives, in the order of the ranking.</summary>
    public IReadOnlyList<string> Alternatives { get; }

    /// <summary>Where the best alternative changes, from the first value of the input to the last; empty when one is the best everywhere.</summary>
    public IReadOnlyList<Crossing<TInput>> Found { get; }

    /// <summary>True when whole numbers (machines) flatten an alternative: the crossings are those of the values before rounding, because rounded ones flip to and fro.</summary>
    public bool IsUnrounded { get; }

    /// <summary>What was found, in one sentence.</summary>
    public string Explanation { get; }

    /// <summary>The best and the probability of being best at every step from the first value to the last. Drawn when it is first read.</summary>
    public IReadOnlyList<CrossingRow<TInput>> Rows => rows.Value;

    IReadOnlyList<ICrossing> ICrossings.Found => Found;

    IReadOnlyList<ICrossingRow> ICrossings.Rows => Rows;

    /// <inheritdoc/>
    public override string ToString() => Explanation;
}
