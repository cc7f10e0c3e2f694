namespace MlsdEstimator;

/// <summary>Something a design buys: so many machines of a kind, or a service, and what they cost.</summary>
/// <param name="Name">Name of the tier: "ranker", "feature store".</param>
/// <param name="Machine">What is bought: "A100-SXM-80GB", "32-core server", "object storage".</param>
/// <param name="Purchase">How many are needed and bought; null for a service that is paid by volume.</param>
/// <param name="Cost">What it costs, or null where no price was given.</param>
public sealed record Tier(string Name, string Machine, Provision? Purchase, Spend? Cost);
