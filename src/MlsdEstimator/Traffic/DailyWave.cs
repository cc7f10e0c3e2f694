namespace MlsdEstimator;

/// <summary>A day whose rate follows a sine: r(t) = mean x (1 + amplitude x sin). Peak over average = 1 + amplitude.</summary>
/// <remarks>
/// Real days have a flatter night and sometimes two peaks; a measured curve beats it. Autoscaling saves less than the ideal given here, by its reaction time
/// and its smallest fleet.
/// </remarks>
/// <example><code>var day = new DailyWave { Amplitude = 60.Percent };   // a third of the day above 1.3 x the average</code></example>
public sealed record DailyWave : Estimator
{
    /// <summary>Swing around the average; 0 for a flat day.</summary>
    public required Fraction Amplitude { get; init => field = Require.Named(value, "amplitude"); }

    /// <summary>Peak over average.</summary>
    public Peak Peak => Remember(() => Peak.Factor((1 + Amplitude.AsScalar()).Named("peak factor")));

    /// <summary>Part of the machine hours that following the curve saves against a fleet for the peak: 1 - 1 / (1 + amplitude).</summary>
    public Fraction AutoscalingSaving => Result("ideal saving by autoscaling", () => 1 - Fraction.FromScalar(1 / (1 + Amplitude.AsScalar())));

    /// <inheritdoc/>
    public override IReadOnlyList<IQuantity> Results => [Peak.Value, AutoscalingSaving];

    /// <summary>Part of the day in which the rate is above a multiple of the average: acos((multiple - 1) / amplitude) / pi.</summary>
    /// <param name="multiple">Multiple of the average, not negative.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    public Fraction ShareAbove(Scalar multiple) => Quantity.Function<Fraction>(default(SineShare), Amplitude, Require.NonNegative(multiple, "multiple of the average"));
}
