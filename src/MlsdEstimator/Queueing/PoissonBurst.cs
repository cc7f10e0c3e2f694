namespace MlsdEstimator;

/// <summary>The most requests that fall into a short window by chance alone, when the mean rate does not change.</summary>
/// <remarks>A quantile of the Poisson law. Real traffic is burstier, because users and retries follow each other: take it as a lower bound.</remarks>
/// <example><code>Scalar most = new PoissonBurst { Arrivals = 100.PerSecond }.At(0.999);   // 132 in a second</code></example>
public sealed record PoissonBurst : Estimator
{
    /// <summary>Mean rate. Not negative.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The rate is negative.</exception>
    public required Rate Arrivals { get; init => field = Require.NonNegative(value, "arrivals"); }

    /// <summary>Window that is counted. Above 0. Default one second.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not above 0.</exception>
    public Duration Window { get; init => field = Require.Positive(value, "window"); } = QueueingDefaults.Window;

    /// <summary>Requests in a window, on average.</summary>
    public Scalar Mean => Result("requests in a window", () => Arrivals * Window);

    /// <inheritdoc/>
    public override IReadOnlyList<IQuantity> Results => [Mean, At(0.999)];

    /// <summary>Least whole number that the windows' count stays at or below with a given probability.</summary>
    /// <param name="level">Strictly between 0 and 1: 0.999 for one window in a thousand.</param>
    /// <exception cref="ArgumentOutOfRangeException">The level is not strictly between 0 and 1.</exception>
    public Scalar At(double level)
    {
        Aspect percentile = Aspect.Percentile(level);
        return Result($"{percentile} of requests in a window", () => Quantity.Function<Scalar>(new PoissonQuantile(level), Mean).Marked(percentile), $"{nameof(At)} {level:R}");
    }
}
