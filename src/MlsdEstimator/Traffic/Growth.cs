namespace MlsdEstimator;

/// <summary>Growth that compounds month by month: of traffic, of what is stored, of a corpus.</summary>
/// <remarks>after n months = now x (1 + g)^n. A shrinking service has a negative g. Months are the library's, a twelfth of 365 days.</remarks>
/// <example>
/// <code>
/// var growth = new Growth { PerMonth = (0.02, 0.08) };
/// Load inTwoYears = traffic.Load.Times(growth.Factor(2.Years), "requests");
/// </code>
/// </example>
public sealed record Growth : Estimator
{
    /// <summary>What a month adds, as a part of the month before: 0.05 for 5 %. At least -1; no default, because over years it decides.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Below -1.</exception>
    public required Scalar PerMonth { get; init => field = Require.AtLeast(-1, value, "growth per month"); }

    /// <summary>Time until there is twice as much: ln 2 / ln(1 + g). Infeasible without growth.</summary>
    public Duration DoublingTime => Result("doubling time", () =>
        (Quantity.Function<Scalar>(default(DoublingMonths), PerMonth) * Duration.Month).FeasibleWhen(PerMonth > 0, "what does not grow never doubles"));

    /// <summary>What a year multiplies by: (1 + g)^12.</summary>
    public Scalar PerYear => Result("growth factor per year", () => (1 + PerMonth).Pow(12));

    /// <inheritdoc/>
    public override IReadOnlyList<IQuantity> Results => [DoublingTime, PerYear];

    /// <summary>What a time multiplies by: (1 + g)^(time / month).</summary>
    /// <param name="after">Time, not negative.</param>
    /// <exception cref="ArgumentOutOfRangeException">The time is negative.</exception>
    public Scalar Factor(Duration after) => (1 + PerMonth).Pow(Require.NonNegative(after, "time of growth") / Duration.Month);

    /// <summary>
    /// What has gathered at the end of a horizon when the first month brings 1, each month brings (1 + g) times the one before, and months leave after their retention:
    /// ((1 + g)^n - (1 + g)^(n - w)) / g for n months, of which the last w stay; w where nothing grows.
    /// </summary>
    /// <param name="horizon">Time from the first month on, not negative.</param>
    /// <param name="retention">How long a month stays, not negative. Longer than the horizon: nothing has left yet.</param>
    /// <exception cref="ArgumentOutOfRangeException">A time is negative.</exception>
    public Scalar Gathered(Duration horizon, Duration retention) => Quantity.Function<Scalar>(
        default(GatheredMonths), PerMonth, Require.NonNegative(horizon, "horizon") / Duration.Month, Require.NonNegative(retention, "retention") / Duration.Month);
}
