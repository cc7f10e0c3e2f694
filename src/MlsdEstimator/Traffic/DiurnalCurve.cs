namespace MlsdEstimator;

/// <summary>A day of 24 hours, each as a part of the busiest: what fleets that follow the load, and commitments to buy machines, are read from.</summary>
/// <remarks>
/// From a peak factor up to 2 it is the sine of <see cref="DailyWave"/>; above that ((1 + cos) / 2)^k with the k that gives the factor, so that the night is empty and the peak
/// short. A factor above 24 is shorter than an hour, which no curve of hours can show. A measured day beats both.
/// </remarks>
/// <example><code>var day = DiurnalCurve.FromPeak(2);   // DiurnalCurve.Measured(120, 80, ...) from hourly counts</code></example>
public sealed class DiurnalCurve
{
    /// <summary>Hours of a day.</summary>
    internal const int Hours = 24;

    private DiurnalCurve(IReadOnlyList<Scalar> levels) => Levels = levels;

    /// <summary>Rate of each hour over that of the busiest: 0 to 1.</summary>
    public IReadOnlyList<Scalar> Levels { get; }

    /// <summary>Average over peak.</summary>
    public Scalar Mean => Levels.Aggregate((sum, level) => sum + level) / Hours;

    /// <summary>A day with a given peak.</summary>
    /// <param name="peakOverAverage">Peak over average, 1 to 24.</param>
    /// <exception cref="ArgumentOutOfRangeException">Below 1.</exception>
    public static DiurnalCurve FromPeak(Scalar peakOverAverage) =>
        new(Quantity.Functions<Scalar>(default(DiurnalLevels), Require.AtLeast(1, peakOverAverage, "peak over average")));

    /// <summary>A measured day.</summary>
    /// <param name="hourly">Requests of each of the 24 hours, in any unit; finite, not negative, not all 0.</param>
    /// <exception cref="ArgumentException">Not 24 numbers, or nothing but zeros.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is negative or not finite.</exception>
    public static DiurnalCurve Measured(params IReadOnlyList<double> hourly)
    {
        ArgumentNullException.ThrowIfNull(hourly);
        if (hourly.Count != Hours)
            throw new ArgumentException($"A day has {Hours} hours, but {hourly.Count} are given; give one number for each hour.", nameof(hourly));
        foreach (double requests in hourly)
            Require.NonNegative(Scalar.FromNumber(requests), "requests of an hour");
        double busiest = hourly.Max();
        return busiest > 0 ? new DiurnalCurve([.. hourly.Select(requests => Scalar.FromNumber(requests / busiest))]) : throw new ArgumentException("Every hour has 0 requests; a day needs some.", nameof(hourly));
    }
}
