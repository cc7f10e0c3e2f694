namespace MlsdEstimator;

/// <summary>How much busier the busiest time is than the average: never silent, one word is enough.</summary>
public sealed class Peak
{
    private Peak(Scalar factor) => Value = factor;

    /// <summary>Users around the globe: 1.6 to 3, best guess 2.</summary>
    public static Peak GlobalService { get; } = new(TrafficDefaults.GlobalService);

    /// <summary>Users in one time zone: 3 to 6.</summary>
    public static Peak OneTimeZone { get; } = new(TrafficDefaults.OneTimeZone);

    /// <summary>Load that events drive: ads, games, posts: 5 to 26.</summary>
    public static Peak Event { get; } = new(TrafficDefaults.Event);

    /// <summary>Card payments: 5 to 26, best guess 13.8.</summary>
    public static Peak Payments { get; } = new(TrafficDefaults.Payments);

    /// <summary>Peak over average.</summary>
    public Scalar Value { get; }

    /// <summary>A factor of your own, best a measured one.</summary>
    /// <param name="factor">Peak over average, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The factor is below 1.</exception>
    public static Peak Factor(Scalar factor) => new(Require.AtLeast(1, factor, "peak factor"));
}
