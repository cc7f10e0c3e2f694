using System.Runtime.CompilerServices;

namespace MlsdEstimator;

/// <summary>
/// A part of a design: inputs, formulas, results, findings. Derive from it as the library does; results are quantities, so estimators compose.
/// </summary>
/// <remarks>
/// Results are named and remembered for each instance, so properties that read each other build each node once;
/// a copy made with <c>with</c> starts empty. Inputs are compared, remembered results are not.
/// </remarks>
/// <example>
/// <code>
/// public sealed record Cache : Estimator
/// {
///     public required Fraction HitRatio { get; init; }
///     public required Load Reads { get; init; }
///     public Rate Misses => Result("cache misses", () => Reads.Peak * (1 - HitRatio));
///     public override IReadOnlyList&lt;IQuantity&gt; Results => [Misses];
/// }
/// </code>
/// </example>
public abstract record Estimator
{
    private readonly ResultCache cache;

    /// <summary>Creates an estimator whose title is its type's name.</summary>
    protected Estimator()
    {
        cache = new ResultCache();
        Title = GetType().Name;
    }

    /// <summary>A copy with the same inputs and nothing remembered.</summary>
    /// <param name="original">Estimator to copy.</param>
    protected Estimator(Estimator original)
    {
        ArgumentNullException.ThrowIfNull(original);
        cache = new ResultCache();
        Title = original.Title;
    }

    /// <summary>What the worksheet calls it. Default: the name of its type.</summary>
    /// <exception cref="ArgumentException">The title is empty.</exception>
    public string Title { get; init => field = Require.NotBlank(value, "title"); }

    /// <summary>The results, in the order a reader wants them.</summary>
    public abstract IReadOnlyList<IQuantity> Results { get; }

    /// <summary>What the numbers mean for the design, and warnings, from nominal values and supports.</summary>
    public virtual IReadOnlyList<Finding> Findings => [];

    /// <summary>Machines and services this part of the design buys.</summary>
    public virtual IReadOnlyList<Tier> Tiers => [];

    /// <summary>Estimators this one is made of; a worksheet reads their results, findings and tiers too.</summary>
    public virtual IReadOnlyList<Estimator> Parts => [];

    /// <summary>Everything about the inputs that cannot all be true. Reported together when the first result is read.</summary>
    protected virtual IEnumerable<string> Contradictions => [];

    /// <summary>An estimator of loose quantities, where a type of your own is not worth it.</summary>
    /// <param name="title">What the worksheet calls it.</param>
    /// <param name="results">Named quantities.</param>
    /// <exception cref="ArgumentException">The title is empty, no quantity is given, or one has no name.</exception>
    public static Estimator Of(string title, params IReadOnlyList<IQuantity> results) => new LooseQuantities(title, results);

    /// <summary>Equality of type and title; records add their inputs to it.</summary>
    /// <param name="other">Estimator to compare with.</param>
    public virtual bool Equals(Estimator? other) => other is not null && EqualityContract == other.EqualityContract && Title == other.Title;

    /// <summary>The title: an estimator is read through its results.</summary>
    public sealed override string ToString() => Title;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(EqualityContract, Title);

    /// <summary>Names the quantity that a formula gives, and remembers it for this instance.</summary>
    /// <param name="name">Name of the result, in the words of the field.</param>
    /// <param name="formula">The formula, over inputs and other results. It makes no uncertain input of its own.</param>
    /// <param name="property">The property that asks; the compiler fills it in.</param>
    /// <typeparam name="T">Type of the quantity.</typeparam>
    /// <exception cref="EstimateException">The inputs contradict each other.</exception>
    protected T Result<T>(string name, Func<T> formula, [CallerMemberName] string property = "")
        where T : Quantity<T>, IQuantity<T>
    {
        ArgumentNullException.ThrowIfNull(formula);
        return cache.Find<T>(property) ?? MakeNamed(name, formula, property);
    }

    /// <summary>Remembers anything a property makes that is more than one quantity: a load, a purchase.</summary>
    /// <param name="make">What makes it.</param>
    /// <param name="property">The property that asks; the compiler fills it in.</param>
    /// <typeparam name="T">Type of what is remembered.</typeparam>
    /// <exception cref="EstimateException">The inputs contradict each other.</exception>
    protected T Remember<T>(Func<T> make, [CallerMemberName] string property = "")
        where T : class
    {
        ArgumentNullException.ThrowIfNull(make);
        return cache.Find<T>(property) ?? Make(make, property);
    }

    private T MakeNamed<T>(string name, Func<T> formula, string property)
        where T : Quantity<T>, IQuantity<T>
    {
        lock (cache)
        {
            return cache.Find<T>(property) ?? cache.Keep(property, (Checked(formula) ?? throw NullResult(name)).Named(name));
        }
    }

    private T Make<T>(Func<T> make, string property)
        where T : class
    {
        lock (cache)
        {
            return cache.Find<T>(property) ?? cache.Keep(property, Checked(make));
        }
    }

    private InvalidOperationException NullResult(string name) => new($"The formula of '{name}' in '{Title}' gives null; give a quantity.");

    private T Checked<T>(Func<T> make)
    {
        if (!cache.IsChecked)
            RefuseContradictions();
        return make();
    }

    /// <summary>Contradictions may read results themselves, so the check counts as passed while it runs; a failure is met again by the next reader.</summary>
    private void RefuseContradictions()
    {
        cache.IsChecked = true;
        string[] contradictions = ContradictionsOrForget();
        if (contradictions.Length == 0)
            return;
        cache.IsChecked = false;
        throw new EstimateException(Title, contradictions);
    }

    private string[] ContradictionsOrForget()
    {
        try
        {
            return [.. Contradictions];
        }
        catch
        {
            cache.IsChecked = false;
            throw;
        }
    }
}
