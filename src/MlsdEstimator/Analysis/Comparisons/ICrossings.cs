namespace MlsdEstimator;

/// <summary>A comparison along an input of any type: the reading of <see cref="Crossings{TInput}"/> where types are known only when the program runs.</summary>
public interface ICrossings
{
    /// <summary>Names of the alternatives, in the order of the ranking.</summary>
    IReadOnlyList<string> Alternatives { get; }

    /// <summary>Where the best alternative changes, from the first value of the input to the last; empty when one is the best everywhere.</summary>
    IReadOnlyList<ICrossing> Found { get; }

    /// <summary>True when whole numbers (machines) flatten an alternative: the crossings are those of the values before rounding, because rounded ones flip to and fro.</summary>
    bool IsUnrounded { get; }

    /// <summary>What was found, in one sentence.</summary>
    string Explanation { get; }

    /// <summary>The best and the probability of being best at every step from the first value to the last. Drawn when it is first read.</summary>
    IReadOnlyList<ICrossingRow> Rows { get; }
}
