namespace MlsdEstimator;

/// <summary>What serving estimators assume when nothing is said.</summary>
internal static class ServingDefaults
{
    /// <summary>A measured replica is planned at the measured rate: its latency was acceptable there.</summary>
    public static readonly Fraction AsMeasured = Fraction.One.Named("planned load").AsDefault("the measured rate holds its latency");

    /// <summary>Arrivals that know nothing of each other.</summary>
    public static readonly Scalar PoissonArrivals = Scalar.One.Named("scv of arrivals").AsDefault("Poisson: many users who do not wait for each other");

    /// <summary>A machine serves one request at a time.</summary>
    public static readonly Scalar OneServer = Scalar.One.Named("servers per machine").AsDefault("one server per machine");

    /// <summary>No machine is ever missing.</summary>
    public static readonly Scalar NoSpare = Scalar.Zero.Named("spare machines").AsDefault("no machine is missing besides lost zones");

    /// <summary>Free tiers are small against a service.</summary>
    public static readonly Scalar NothingFree = Scalar.Zero.Named("free amount").AsDefault("no free tier: it is small against a service");

    /// <summary>Who is registered finds an answer; those who register between two refreshes are left out.</summary>
    public static readonly Fraction EveryVisit = Fraction.One.Named("visits covered").AsDefault("answers exist for everyone registered at the last refresh");

    /// <summary>What a request passes besides the model in every published design: none is estimated until somebody does.</summary>
    public static readonly IReadOnlyList<OtherTier> UsualTiers = [new("gateway", null), new("feature store", null), new("retrieval", null), new("network", null)];

    /// <summary>
    /// What a software developer costs in a month: $132,930 a year (mean wage, US, May 2022: BLS, Occupational Employment and Wage Statistics) / 70.2 % (wages in what private employers
    /// pay: BLS, Employer Costs for Employee Compensation, June 2025) / 12.
    /// </summary>
    public static readonly Spend EngineerMonth = Spend.FromDollarsPerMonth(15_800).Named("small money").AsDefault("a developer's month: $132,930 a year (BLS OEWS, May 2022) / 70.2 % wages (BLS ECEC, June 2025)");

    /// <summary>Waste from which a batch is usually better restricted to those who come: half of the work. 70 to 98 % are reported (Huyen 2022: Grubhub 98 %).</summary>
    public static readonly Fraction MuchWaste = Fraction.FromRatio(0.5);

    /// <summary>Part of an hour lost to interruptions from which the first-order price is off: 1 + x against 1 / (1 - x) is 4 % there.</summary>
    public static readonly Scalar MuchChurn = 0.2;

    /// <summary>A fleet has a machine. One that must survive the loss of a machine or a zone needs more.</summary>
    public static readonly Scalar OneMachine = Scalar.One.Named("least machines").AsDefault("no spare: the loss of a machine is not survived");
}
