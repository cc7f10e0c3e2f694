namespace MlsdEstimator.Samples;

/// <summary>What the FLOP convention says beside the fitted step that is bought by, and why the two differ.</summary>
internal sealed record RankerConvention : Estimator
{
    /// <summary>GPUs of each form.</summary>
    public required IReadOnlyList<Scalar> Gpus { get; init; }

    /// <summary>GPU-hours of computing in a day while users wait.</summary>
    public required Scalar BusyHours { get; init; }

    /// <summary>GPU-hours of computing in a day ahead of time.</summary>
    public required Scalar BatchHours { get; init; }

    /// <summary>Part of the peak that the convention takes.</summary>
    public required Fraction Assumed { get; init; }

    /// <summary>The fitted step.</summary>
    public required NetworkStep Step { get; init; }

    /// <summary>Part of the peak that the fitted step, never shorter than its bound, reaches in a benchmark.</summary>
    public Fraction Reached => Result("part of the peak, fitted step", () => Fraction.FromScalar(Step.Bound / Step.Step));

    public override IReadOnlyList<IQuantity> Results => [.. Gpus, BusyHours, BatchHours, Reached];

    public override IReadOnlyList<Finding> Findings => [new(Severity.Note, FindingCodes.Consequence, Difference, Gpus[0])];

    private string Difference => FormattableString.Invariant(
        $"For comparison, not bought: any arithmetic at {Assumed} of the peak. The fitted step reaches {Reached.Value:0%} in benchmarks and {Reached.Value * Step.DeployedShare.Value:0%} under a latency limit, weights, activations and launches counted.");
}
