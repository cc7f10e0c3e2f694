namespace MlsdEstimator;

/// <summary>What a proportional autoscaler asks for: the rule of the Kubernetes horizontal pod autoscaler.</summary>
/// <remarks>
/// desired = ceiling(replicas x metric / target). It changes nothing while metric / target is within the dead band around 1 (0.1 by default in Kubernetes).
/// </remarks>
/// <example><code>var scaler = new Autoscaler { Replicas = 10, Metric = 90, Target = 60 };   // 15 desired</code></example>
public sealed record Autoscaler : Estimator
{
    /// <summary>Replicas that run now. At least 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Below 1.</exception>
    public required Scalar Replicas { get; init => field = Require.AtLeast(1, value, "replicas"); }

    /// <summary>The metric now, the mean over replicas: utilisation, requests in flight. Not negative.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    public required Scalar Metric { get; init => field = Require.NonNegative(value, "metric"); }

    /// <summary>The metric it aims at, in the same unit. Above 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not above 0.</exception>
    public required Scalar Target { get; init => field = Require.Positive(value, "target"); }

    /// <summary>Change of metric / target that is ignored. Default 10 %, the default of Kubernetes.</summary>
    public Fraction DeadBand { get; init => field = Require.Named(value, "dead band"); } = QueueingDefaults.DeadBand;

    /// <summary>Replicas that bring the metric to its target, whole.</summary>
    public Scalar Desired => Result("replicas desired", () => (Replicas * Metric / Target).Ceiling());

    /// <summary>Replicas it sets: the desired number outside the dead band, the present one inside.</summary>
    public Scalar Set => Result("replicas set", () => Quantity.If((Ratio > 1 + DeadBand.AsScalar()).Or(Ratio < 1 - DeadBand.AsScalar()), Desired, Replicas));

    /// <inheritdoc/>
    public override IReadOnlyList<IQuantity> Results => [Desired, Set];

    private Scalar Ratio => Metric / Target;
}
