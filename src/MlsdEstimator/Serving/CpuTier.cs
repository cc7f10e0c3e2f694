namespace MlsdEstimator;

/// <summary>Machines for work that takes CPU time: trees, feature assembly, decoding, serialisation.</summary>
/// <remarks>
/// cores busy = peak requests a second x CPU time of one (Little's law); cores needed = busy / utilisation; machines = cores needed / cores per machine,
/// bought as a decision. Holds for CPU time, not for time spent waiting; hyperthreads are not cores.
/// </remarks>
/// <example>
/// <code>
/// var ranker = new CpuTier
/// {
///     Requests = funnel.Predictions, CpuTimePerRequest = 20.Microseconds, CoresPerMachine = 32, Utilisation = 60.Percent,
/// };
/// </code>
/// </example>
public sealed record CpuTier : Estimator
{
    /// <summary>What takes the CPU time. Read at its peak.</summary>
    public required Load Requests { get; init => field = Require.NotNull(value, "requests"); }

    /// <summary>CPU time of one, the mean over requests. Above 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not above 0.</exception>
    public required Duration CpuTimePerRequest { get; init => field = Require.Positive(value, "CPU time per request"); }

    /// <summary>Cores of one machine. At least 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Below 1.</exception>
    public required Scalar CoresPerMachine { get; init => field = Require.AtLeast(1, value, "cores per machine"); }

    /// <summary>Part of the time a core is planned to be busy at peak: above 0, below 100 %. Usual: 0.5 to 0.7; no default, because full cores queue without end.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not above 0 and below 100 %.</exception>
    public required Fraction Utilisation
    {
        get;
        init => field = Require.FractionBelowOne(Require.PositiveFraction(value, "core utilisation"), "core utilisation");
    }

    /// <summary>Price of a machine, not negative, or null when it is not to be priced.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The price is negative.</exception>
    public Spend? MachinePrice { get; init => field = value is null ? null : Require.NonNegative(value, "machine price"); }

    /// <summary>What a machine is. Default "CPU machine".</summary>
    /// <exception cref="ArgumentException">The text is empty.</exception>
    public string MachineName { get; init => field = Require.NotBlank(value, "machine name"); } = "CPU machine";

    /// <summary>Least machines, whatever the load: a whole number, at least 1. Default 1, which survives no loss.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not a certain whole number of at least 1.</exception>
    public Scalar MinimumMachines { get; init => field = Require.WholeAtLeast(1, value, "least machines"); } = ServingDefaults.OneMachine;

    /// <summary>Part of our belief that the purchase covers, strictly between 0 and 1. Default <see cref="Provision.DefaultConfidence"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not strictly between 0 and 1.</exception>
    public double Confidence { get; init => field = Require.InsideUnitInterval(value, "confidence"); } = Provision.DefaultConfidence;

    /// <summary>Cores at work at once, at peak.</summary>
    public Scalar CoresBusy => Result("cores busy at peak", () => (Requests.Peak * CpuTimePerRequest).Marked(Aspect.Counts("cores")));

    /// <summary>Cores at the planned utilisation.</summary>
    public Scalar CoresNeeded => Result("cores needed", () => CoresBusy / Utilisation);

    /// <summary>Machines at the planned utilisation, not rounded.</summary>
    public Scalar MachinesNeeded => Result("machines needed", () => (CoresNeeded / CoresPerMachine).Marked(Aspect.Counts("machines")));

    /// <summary>Machines needed and bought.</summary>
    public Provision Purchase => Remember(() => new Provision(MachinesNeeded, Scalar.Max(MinimumMachines, Covered), Confidence));

    /// <summary>Machines bought.</summary>
    public Scalar Machines => Result("machines bought", () => Purchase.Bought.Marked(Aspect.Counts("machines")));

    /// <summary>What the machines cost; null without a price.</summary>
    public Spend? Cost => MachinePrice is null ? null : Result("CPU cost", () => MachinePrice * Machines);

    /// <inheritdoc/>
    public override IReadOnlyList<IQuantity> Results =>
        Cost is null ? [CoresBusy, CoresNeeded, MachinesNeeded, Machines] : [CoresBusy, CoresNeeded, MachinesNeeded, Machines, Cost];

    /// <inheritdoc/>
    public override IReadOnlyList<Tier> Tiers => [new Tier(Title, MachineName, Purchase, Cost)];

    /// <inheritdoc/>
    public override IReadOnlyList<Finding> Findings => Machines.IsFeasible ? [.. PercentileForMean, .. MinimumDecides] : [];

    /// <summary>The machines that the confidence covers, whole.</summary>
    private Scalar Covered => Result("covered machines", () => MachinesNeeded.ProvisionFor(Confidence).Bought);

    private IEnumerable<Finding> PercentileForMean
    {
        get
        {
            if (CpuTimePerRequest.Aspects.FirstOrDefault(aspect => aspect is Aspect.StatisticAspect { Level: not null }) is Aspect percentile)
                yield return new Finding(Severity.Note, FindingCodes.PercentileInLittlesLaw, $"At most {CoresBusy} cores busy: an upper bound, because it takes the {percentile} of {CpuTimePerRequest} for the mean.", CoresBusy);
        }
    }

    private IEnumerable<Finding> MinimumDecides
    {
        get
        {
            if ((MinimumMachines > Covered).Nominally == true)
                yield return new Finding(Severity.Note, FindingCodes.MinimumDecides, $"{Machines} machines because that is the minimum; the load asks for {Covered}.", Machines);
        }
    }
}
