namespace MlsdEstimator;

/// <summary>A region that serves a part of the load from its own machines.</summary>
/// <param name="Name">What it is called: "eu-west".</param>
/// <param name="Share">Its part of the average load.</param>
public sealed record PoolRegion(string Name, Fraction Share)
{
    /// <summary>Its own peak over its own average; null for that of the whole load. One region has a sharper day than all of them together, whose nights fall apart. At least 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Below 1.</exception>
    public Scalar? PeakFactor { get; init => field = value is null ? null : Require.AtLeast(1, value, "peak factor of a region"); }

    /// <summary>What it is called.</summary>
    public string Name { get; init => field = Require.NotBlank(value, nameof(Name)); } = Require.NotBlank(Name, nameof(Name));

    /// <summary>Its part of the average load.</summary>
    public Fraction Share { get; init => field = Require.Named(value, "share of a region"); } = Require.Named(Share, $"share of {Name}");

    /// <summary>So many regions that share the load evenly, called "region 1" and so on.</summary>
    /// <param name="count">How many, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">Below 1.</exception>
    public static IReadOnlyList<PoolRegion> Even(int count)
    {
        Require.Above(0, count, nameof(count));
        return [.. Enumerable.Range(1, count).Select(number => new PoolRegion(Text.Of($"region {number}"), Fraction.FromRatio(1.0 / count)))];
    }
}
