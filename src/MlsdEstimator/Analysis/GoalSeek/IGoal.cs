namespace MlsdEstimator;

/// <summary>The answer of a goal seek for an input of any type: the reading of <see cref="Goal{TInput}"/> where types are known only when the program runs.</summary>
public interface IGoal
{
    /// <summary>Every value of the input that was found, rising; empty when there is none.</summary>
    IReadOnlyList<IQuantity> Solutions { get; }

    /// <summary>True when a ceiling flattens the output, so the target is met by the value before rounding.</summary>
    bool IsUnrounded { get; }

    /// <summary>What was found, in one sentence.</summary>
    string Explanation { get; }

    /// <summary>The only solution.</summary>
    /// <exception cref="EstimateException">There is no solution, or more than one.</exception>
    IQuantity Value { get; }
}
