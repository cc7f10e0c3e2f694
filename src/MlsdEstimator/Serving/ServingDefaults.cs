namespace MlsdEstimator;

/// <summary>What serving estimators assume when nothing is said.</summary>
internal static class ServingDefaults
{
    /// <summary>A measured replica is planned at the measured rate: its latency was acceptable there.</summary>
    public static readonly Fraction AsMeasured = Fraction.One.Named("planned load").AsDefault("the measured rate holds its latency");
}
