namespace MlsdEstimator;

/// <summary>The universal scalability law: throughput of n workers, threads or machines that contend and must agree.</summary>
/// <remarks>
/// X(n) = rate x n / (1 + contention x (n - 1) + coherency x n (n - 1)). Contention alone is Amdahl's law; coherency makes throughput fall again after n =
/// sqrt((1 - contention) / coherency).
/// Gunther, Guerrilla Capacity Planning (2007). Fit it to at least six load points (<see cref="ScalabilityFit"/>), and read it only a little past them.
/// </remarks>
/// <example>
/// <code>
/// var law = new ScalabilityLaw { RateOfOne = 90.PerSecond, Contention = 2.8.Percent, Coherency = 0.000104 };
/// Rate reached = law.At(72);                                                   // 1,850 /s
/// </code>
/// </example>
public sealed record ScalabilityLaw : Estimator
{
    /// <summary>Throughput of one worker (gamma). Above 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not above 0.</exception>
    public required Rate RateOfOne { get; init => field = Require.Positive(value, "rate of one"); }

    /// <summary>Part of the work that only one can do at a time (alpha).</summary>
    public required Fraction Contention { get; init => field = Require.Named(value, "contention"); }

    /// <summary>Cost of agreement between each pair (beta). Not negative; 0 is Amdahl's law, which has no peak.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    public required Scalar Coherency { get; init => field = Require.NonNegative(value, "coherency"); }

    /// <summary>
    /// Workers at which throughput is highest, not rounded: sqrt((1 - contention) / coherency), at least 1. Infeasible without coherency, when more workers
    /// always help.
    /// </summary>
    public Scalar PeakWorkers => Result("workers at the peak", () => Scalar.Max(Scalar.One, ((1 - Contention) / CostOfAgreement).Sqrt()));

    /// <summary>Highest throughput.</summary>
    public Rate PeakThroughput => Result("peak throughput", () => At(PeakWorkers));

    /// <inheritdoc/>
    public override IReadOnlyList<IQuantity> Results =>
        PeakWorkers.IsFeasible ? [RateOfOne, Contention, Coherency, PeakWorkers, PeakThroughput] : [RateOfOne, Contention, Coherency];

    private Scalar CostOfAgreement => Coherency.FeasibleWhen(Coherency > Scalar.Zero, "without coherency cost throughput has no peak");

    /// <summary>Throughput of so many workers.</summary>
    /// <param name="workers">At least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">Below 1.</exception>
    public Rate At(Scalar workers)
    {
        Scalar n = Require.AtLeast(1, workers, "workers");
        return RateOfOne * n / (1 + Contention * (n - 1) + Coherency * n * (n - 1));
    }

    /// <summary>Part of perfect scaling that is reached: X(n) / (n x rate of one).</summary>
    /// <param name="workers">At least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">Below 1.</exception>
    public Fraction EfficiencyAt(Scalar workers) => Fraction.FromScalar(At(workers) / (RateOfOne * workers));
}
