namespace MlsdEstimator;

/// <summary>A tier that requests pass besides the replicas: gateway, feature store, retrieval, network.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Estimate">Its estimator, or null when it exists and nobody estimated it: a finding says so.</param>
public sealed record OtherTier(string Name, Estimator? Estimate)
{
    /// <summary>What it is.</summary>
    public string Name { get; init => field = Require.NotBlank(value, "name of tier"); } = Require.NotBlank(Name, "name of tier");
}
