namespace MlsdEstimator;

/// <summary>What a comparison of designs is moved along.</summary>
public enum ServingAxis
{
    /// <summary>Requests of a user between two refreshes; users stay as many.</summary>
    RequestsPerRefresh,

    /// <summary>Part of the precomputed users that comes before the next refresh; each who comes asks as often.</summary>
    ActiveShare,

    /// <summary>Time between refreshes.</summary>
    RefreshInterval,

    /// <summary>Users, and with them requests and what is precomputed.</summary>
    Volume,
}
