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

    /// <summary>Who is registered finds an answer; those who register between two refreshes are left out.</summary>
    public static readonly Fraction EveryVisit = Fraction.One.Named("visits covered").AsDefault("answers exist for everyone registered at the last refresh");

    /// <summary>Waste from which a batch is usually better restricted to those who come: half of the work. 70 to 98 % are reported (Huyen 2022: Grubhub 98 %).</summary>
    public static readonly Fraction MuchWaste = Fraction.FromRatio(0.5);

    /// <summary>A fleet has a machine. One that must survive the loss of a machine or a zone needs more.</summary>
    public static readonly Scalar OneMachine = Scalar.One.Named("least machines").AsDefault("no spare: the loss of a machine is not survived");
}
