namespace MlsdEstimator;

/// <summary>What distance alone costs: the time light takes through glass, there and back.</summary>
/// <remarks>
/// floor = 2 x distance x refractive index / c: no protocol and no money goes below it. Cables do not follow great circles and routers queue:
/// round trip = floor x route factor.
/// </remarks>
/// <example>
/// <code>
/// var atlantic = new FibreRoute { Kilometres = 6_000 };
/// Duration least = atlantic.Floor;                                              // 58.8 ms
/// Duration usual = atlantic.RoundTrip;                                          // about 88 ms
/// </code>
/// </example>
public sealed record FibreRoute : Estimator
{
    /// <summary>Speed of light in a vacuum, in km/s: exact by definition of the metre.</summary>
    private const double LightKilometresPerSecond = 299_792.458;

    /// <summary>Great-circle distance in kilometres. Not negative.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The distance is negative.</exception>
    public required Scalar Kilometres { get; init => field = Require.NonNegative(value, "distance in km"); }

    /// <summary>How much slower light is in the fibre. At least 1. Default 1.468.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Below 1.</exception>
    public Scalar RefractiveIndex { get; init => field = Require.AtLeast(1, value, "refractive index"); } = TransportDefaults.RefractiveIndex;

    /// <summary>Measured round trip over the floor. At least 1. Default 1.3 to 1.8, at best guess 1.5, from published round trips.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Below 1.</exception>
    public Scalar RouteFactor { get; init => field = Require.AtLeast(1, value, "route factor"); } = TransportDefaults.RouteFactor;

    /// <summary>Least round trip that physics allows.</summary>
    public Duration Floor => Result("fibre floor of the round trip", () => 2 * Kilometres * RefractiveIndex / LightKilometresPerSecond * Duration.Second);

    /// <summary>Round trip to expect.</summary>
    public Duration RoundTrip => Result("round trip", () => Floor * RouteFactor);

    /// <inheritdoc/>
    public override IReadOnlyList<IQuantity> Results => [Floor, RoundTrip];
}
