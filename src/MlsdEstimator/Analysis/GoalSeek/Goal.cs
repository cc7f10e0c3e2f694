namespace MlsdEstimator;

/// <summary>The answer of a goal seek: the value of an input that makes an output hit its target, or why there is none.</summary>
/// <typeparam name="TInput">Type of the input.</typeparam>
public sealed class Goal<TInput> : IGoal
    where TInput : Quantity<TInput>, IQuantity<TInput>
{
    internal Goal(IReadOnlyList<TInput> solutions, bool isUnrounded, string explanation)
    {
        (Solutions, IsUnrounded, Explanation) = (solutions, isUnrounded, explanation);
    }

    /// <summary>Every value of the input that was found, rising; empty when there is none. Of a stretch in which every value is a solution its two ends.</summary>
    public IReadOnlyList<TInput> Solutions { get; }

    /// <inheritdoc/>
    public bool IsUnrounded { get; }

    /// <inheritdoc/>
    public string Explanation { get; }

    /// <summary>The only solution.</summary>
    /// <exception cref="EstimateException">There is no solution, or more than one.</exception>
    public TInput Value => Solutions is [var only] ? only : throw new EstimateException(Explanation);

    IReadOnlyList<IQuantity> IGoal.Solutions => Solutions;

    IQuantity IGoal.Value => Value;

    /// <inheritdoc/>
    public override string ToString() => Explanation;
}
