namespace MlsdEstimator;

/// <summary>A fleet that follows the hours of the day: what starting a replica takes, and the day it follows.</summary>
/// <remarks>
/// Replicas for the load of a time must be ordered reaction + cold start before it, so a fleet carries at each hour the most of what comes until then. It never
/// falls below the minimum of each zone. Scaling to the second saves less than the curve promises: 1 - average / peak is the ideal.
/// </remarks>
/// <example><code>var scaling = new Autoscaling { Reaction = 2.Minutes, ColdStart = 5.Minutes };</code></example>
public sealed record Autoscaling
{
    /// <summary>From a change of the load to the order of replicas: the window of the metric and the period of the controller. Not negative.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The time is negative.</exception>
    public required Duration Reaction { get; init => field = Require.NonNegative(value, "reaction of the autoscaler"); }

    /// <summary>From the order of a replica until it answers: machine, image, weights, warm-up. Not negative. 30 to 60 s for loading a model onto a GPU alone.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The time is negative.</exception>
    public required Duration ColdStart { get; init => field = Require.NonNegative(value, "cold start"); }

    /// <summary>Hours of the day, or null for the curve that the load's peak and average give.</summary>
    public DiurnalCurve? Day { get; init; }

    /// <summary>How far ahead of the load the fleet is.</summary>
    public Duration Lead => Reaction + ColdStart;
}
