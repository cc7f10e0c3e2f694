namespace MlsdEstimator;

/// <summary>
/// Peak over average by kind of service: published figures as ranges. Each is one shared input, so that two parts of a design see the same doubt.
/// </summary>
internal static class TrafficDefaults
{
    /// <summary>1.6 to 1.7 measured on global services (robustperception.io, 2018), 2 the interview convention (Xu vol 1, 2020), 3 with one dominant region.</summary>
    public static readonly Scalar GlobalService = Factor(1.6, 2, 3, "global service", "Xu vol 1 ch 2 (2020): 2; robustperception.io (2018): 1.6 to 1.7 measured");

    /// <summary>3 to 6 for services of one time zone (AI-Serving-Capacity-Estimation v0.1, 2025).</summary>
    public static readonly Scalar OneTimeZone = Factor(3, Math.Sqrt(3 * 6), 6, "one time zone", "AI-Serving-Capacity-Estimation v0.1 (2025): 3 to 6");

    /// <summary>5 for ads and games (Xu vol 2, 2022) to 26 for posts during a spike on X (Designing Data-Intensive Applications, 2nd edition, 2025).</summary>
    public static readonly Scalar Event = Factor(5, Math.Sqrt(5 * 26), 26, "event", "Xu vol 2 (2022): 5; Designing Data-Intensive Applications 2nd ed (2025): 26");

    /// <summary>13.8 = 70,000/s peak over 160 billion a year (mastercard.com, 2024); ends as for events.</summary>
    public static readonly Scalar Payments = Factor(5, 13.8, 26, "payments", "mastercard.com (2024): 70,000/s peak, 160 billion a year");

    private static Scalar Factor(double low, double best, double high, string kind, string source) =>
        Uncertain.Range(low, best, high).AsScalar().Named($"peak factor, {kind}").AsDefault(source);
}
