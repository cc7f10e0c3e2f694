namespace MlsdEstimator;

/// <summary>What storage estimators assume when nothing is said.</summary>
internal static class StorageDefaults
{
    /// <summary>No compression: an upper bound. Row formats reach 2 to 4, columnar ones 5 to 10 on event logs.</summary>
    public static readonly Scalar NotCompressed = Scalar.One.Named("compression ratio").AsDefault("not compressed: an upper bound");
}
