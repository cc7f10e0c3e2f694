namespace MlsdEstimator;

/// <summary>What one prediction, or one token, costs on a machine that is not always busy.</summary>
/// <remarks>cost = price of the machine / (full rate x utilisation). The utilisation is the lever: an idle machine is paid too.</remarks>
/// <example><code>new UnitCost { Machine = 6.88.DollarsPerHour, FullRate = 2500.PerSecond, Utilisation = 60.Percent, Counts = "tokens" }.PerMillion   // $1.27</code></example>
public sealed record UnitCost : Estimator
{
    /// <summary>Price of the machine. Not negative.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The price is negative.</exception>
    public required Spend Machine { get; init => field = Require.NonNegative(value, "machine price"); }

    /// <summary>What it does a second when always busy. Above 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not above 0.</exception>
    public required Rate FullRate { get; init => field = Require.Positive(value, "full rate"); }

    /// <summary>Part of the paid time in which it is busy, over day and night. Above 0; no default, because it decides.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not above 0.</exception>
    public required Fraction Utilisation { get; init => field = Require.PositiveFraction(value, "utilisation"); }

    /// <summary>What is counted. Default "predictions".</summary>
    /// <exception cref="ArgumentException">The text is empty.</exception>
    public string Counts { get; init => field = Require.NotBlank(value, "counts"); } = "predictions";

    /// <summary>Cost of a thousand.</summary>
    public Money PerThousand => Result($"cost per thousand {Counts}", () => Each * 1e3);

    /// <summary>Cost of a million.</summary>
    public Money PerMillion => Result($"cost per million {Counts}", () => Each * 1e6);

    /// <inheritdoc/>
    public override IReadOnlyList<IQuantity> Results => [PerThousand, PerMillion];

    private Money Each => Remember(() => Machine / (FullRate * Utilisation));
}
