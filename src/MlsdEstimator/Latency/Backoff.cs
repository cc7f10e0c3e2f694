namespace MlsdEstimator;

/// <summary>Pauses between attempts: base x 2^i, up to a cap. Jitter spreads them and leaves their mean, if it is drawn around it.</summary>
/// <example><code>Backoff pauses = Backoff.Exponential(50.Milliseconds, cap: 1.Seconds);</code></example>
public sealed record Backoff
{
    private readonly Duration first;
    private readonly Scalar growth;
    private readonly Duration? cap;

    private Backoff(Duration first, Scalar growth, Duration? cap) => (this.first, this.growth, this.cap) = (first, growth, cap);

    /// <summary>The next attempt follows at once.</summary>
    public static Backoff None { get; } = new(Duration.Zero, 1, null);

    /// <summary>The same pause each time.</summary>
    /// <param name="pause">Not negative.</param>
    /// <exception cref="ArgumentOutOfRangeException">The pause is negative.</exception>
    public static Backoff Constant(Duration pause) => new(Require.NonNegative(pause, "backoff"), 1, null);

    /// <summary>Doubled each time, up to a cap.</summary>
    /// <param name="start">First pause, not negative.</param>
    /// <param name="cap">Longest pause, not negative; none by default. 0 lets every attempt follow at once.</param>
    /// <exception cref="ArgumentOutOfRangeException">The first pause is negative, or the cap is.</exception>
    public static Backoff Exponential(Duration start, Duration? cap = null) =>
        new(Require.NonNegative(start, "backoff"), 2, cap is null ? null : Require.NonNegative(cap, "backoff cap"));

    /// <summary>The first so many pauses.</summary>
    internal IReadOnlyList<Duration> Pauses(int count) =>
        [.. Enumerable.Range(0, count).Select(number => first * growth.Pow(number)).Select(pause => cap is null ? pause : Duration.Min(pause, cap))];
}
