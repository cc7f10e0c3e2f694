namespace MlsdEstimator;

/// <summary>Machines that may be taken away: cheaper by the hour, dearer by the useful hour.</summary>
/// <remarks>
/// effective price = price x (1 + interruptions an hour x (lost + restart)): first order in the rate, good while an hour loses a small part of itself.
/// Infeasible where an hour loses all of itself: work never ends.
/// </remarks>
/// <example><code>var spot = new SpotMarket { Price = 2.DollarsPerHour, Interruptions = 0.05.PerHour, Lost = 15.Minutes, Restart = 6.Minutes };   // $2.035 a useful hour</code></example>
public sealed record SpotMarket : Estimator
{
    /// <summary>Price of a machine by the hour. Not negative.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The price is negative.</exception>
    public required Spend Price { get; init => field = Require.NonNegative(value, "spot price"); }

    /// <summary>How often one machine is taken away. Not negative.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The rate is negative.</exception>
    public required Rate Interruptions { get; init => field = Require.NonNegative(value, "interruptions"); }

    /// <summary>Work that an interruption undoes: half the time between checkpoints on average. Not negative.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The time is negative.</exception>
    public required Duration Lost { get; init => field = Require.NonNegative(value, "work lost"); }

    /// <summary>From the loss of a machine until another works. Not negative.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The time is negative.</exception>
    public required Duration Restart { get; init => field = Require.NonNegative(value, "restart"); }

    /// <summary>Hours paid for a useful one. Infeasible when interruptions cost an hour for each hour.</summary>
    public Scalar Overhead => Result("hours paid for a useful one", () => (1 + LostPart).FeasibleWhen(LostPart < 1, "interruptions undo and restart more work than there is time for"));

    /// <summary>Price of a useful hour.</summary>
    public Spend EffectivePrice => Result("effective spot price", () => Price * Overhead);

    /// <inheritdoc/>
    public override IReadOnlyList<IQuantity> Results => [Overhead, EffectivePrice];

    /// <inheritdoc/>
    public override IReadOnlyList<Finding> Findings => (LostPart >= ServingDefaults.MuchChurn).Nominally == true && Overhead.IsFeasible
        ? [new Finding(Severity.Warning, FindingCodes.SpotChurn, $"{Churn} Save more often, restart faster, or rent machines that stay.", EffectivePrice)]
        : [];

    private string Churn =>
        $"{Interruptions} interruptions lose {Fraction.FromScalar(LostPart)} of each hour: " +
        $"interruptions fall into the work that is done again too, so a useful hour takes {1 / (1 - LostPart)} hours rather than {Overhead}.";

    private Scalar LostPart => Remember(() => Interruptions * (Lost + Restart));
}
