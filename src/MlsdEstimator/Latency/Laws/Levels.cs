namespace MlsdEstimator;

/// <summary>Probabilities, compared by value.</summary>
internal sealed class Levels(IReadOnlyList<double> values) : IEquatable<Levels>
{
    public IReadOnlyList<double> Values { get; } = values;

    /// <summary>Place of a probability, or -1.</summary>
    public int IndexOf(double value) => Values.ToList().IndexOf(value);

    public bool Equals(Levels? other) => other is not null && Values.SequenceEqual(other.Values);

    public override bool Equals(object? obj) => Equals(obj as Levels);

    public override int GetHashCode() => Values.Aggregate(Values.Count, HashCode.Combine);
}
