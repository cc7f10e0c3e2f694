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

    /// <summary>Part of the time a core is planned to be busy at peak: above 0. Usual: 0.5 to 0.7; no default. 100 % is no head-room, which is a finding: full cores queue without end.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not above 0.</exception>
    public required Fraction Utilisation { get; init => field = Require.PositiveFraction(value, "core utilisation"); }

    /// <summary>Price of a machine, not negative, or null when it is not to be priced.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The price is negative.</exception>
    public Spend? MachinePrice { get; init => field = value is null ? null : Require.NonNegative(value, "machine price"); }

    /// <summary>What a machine is. Default "CPU machine".</summary>
    /// <exception cref="ArgumentException">The text is empty.</exception>
    public string MachineName { get; init => field = Require.NotBlank(value, "machine name"); } = "CPU machine";

    /// <summary>Least machines, whatever the load: a whole number, at least 1. Default 1, which survives no loss.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not a certain whole number of at least 1.</exception>
    public Scalar MinimumMachines { get; init => field = Require.WholeAtLeast(1, value, "least machines"); } = ServingDefaults.OneMachine;

    /// <summary>Zones the machines are spread over: a whole number, at least 1; null for one.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not a certain whole number of at least 1.</exception>
    public Scalar? Zones { get; init => field = value is null ? null : Require.WholeAtLeast(1, value, "zones"); }

    /// <summary>Zones that may fail at peak without overload: a whole number, 0 to zones - 1; null for none.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not a certain whole number of at least 0.</exception>
    public Scalar? ZonesToSurvive { get; init => field = value is null ? null : Require.WholeAtLeast(0, value, "zones to survive"); }

    /// <summary>Machines that may be missing besides: one in deployment and one broken are 2. A whole number, at least 0; null for none.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not a certain whole number of at least 0.</exception>
    public Scalar? Spare { get; init => field = value is null ? null : Require.WholeAtLeast(0, value, "spare machines"); }

    /// <summary>Memory that a machine needs whatever comes: model, code, caches. Not negative. Null when memory is no question; needs <see cref="MemoryPerMachine"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The size is negative.</exception>
    public DataSize? ResidentMemory { get; init => field = value is null ? null : Require.NonNegative(value, "resident memory"); }

    /// <summary>Memory that a request holds while it is inside. Not negative. Null for none; needs <see cref="TimeInside"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The size is negative.</exception>
    public DataSize? MemoryPerRequest { get; init => field = value is null ? null : Require.NonNegative(value, "memory per request"); }

    /// <summary>Mean time a request is inside, waiting for others included: with the peak rate it gives how many hold memory. Above 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not above 0.</exception>
    public Duration? TimeInside { get; init => field = value is null ? null : Require.Positive(value, "time inside"); }

    /// <summary>Memory of a machine. Above 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not above 0.</exception>
    public DataSize? MemoryPerMachine { get; init => field = value is null ? null : Require.Positive(value, "memory per machine"); }

    /// <summary>Part of our belief that the purchase covers, strictly between 0 and 1. Default <see cref="Provision.DefaultConfidence"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not strictly between 0 and 1.</exception>
    public double Confidence { get; init => field = Require.InsideUnitInterval(value, "confidence"); } = Provision.DefaultConfidence;

    /// <summary>Cores at work at once, at peak.</summary>
    public Scalar CoresBusy => Result("cores busy at peak", () => (Requests.Peak * CpuTimePerRequest).Marked(Aspect.Counts("cores")));

    /// <summary>Cores at the planned utilisation.</summary>
    public Scalar CoresNeeded => Result("cores needed", () => CoresBusy / Utilisation);

    /// <summary>Machines at the planned utilisation, or those whose memory holds what is inside if that is more; not rounded.</summary>
    public Scalar MachinesNeeded => Result("machines needed", () => Counted(ForMemory is null ? ForCores : Quantity<Scalar>.Max(ForCores, ForMemory)));

    /// <summary>What decides the number of machines: "cores" or "memory".</summary>
    public string BoundBy => ForMemory is not null && (ForMemory > ForCores).Nominally == true ? "memory" : "cores";

    /// <summary>Machines needed and bought.</summary>
    public Provision Purchase => Remember(() => new Provision(MachinesNeeded, Zones is null ? Scalar.Max(MinimumMachines, WithSpare) : Zones * PerZone(Zones), Confidence));

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
    public override IReadOnlyList<Finding> Findings => Machines.IsFeasible ? [.. PercentileForMean, .. NoHeadRoom, .. MinimumDecides, .. MemoryDecides] : [];

    /// <inheritdoc/>
    protected override IEnumerable<string> Contradictions
    {
        get
        {
            foreach (string contradiction in Fleet(Zones ?? Scalar.One).Contradictions())
                yield return contradiction;
            if (MemoryPerMachine is null != (ResidentMemory is null && MemoryPerRequest is null))
                yield return "memory is judged from what a machine has and what it holds: give MemoryPerMachine with ResidentMemory or MemoryPerRequest, or none of them";
            if (MemoryPerRequest is null != TimeInside is null)
                yield return "how many requests hold memory follows from the TimeInside: give it with MemoryPerRequest, or neither";
        }
    }

    private Scalar ForCores => Remember(() => CoresNeeded / CoresPerMachine);

    /// <summary>Machines that hold everything inside at once; infeasible where what each needs anyhow fills one.</summary>
    private Scalar? ForMemory => MemoryPerMachine is null ? null : Remember(() =>
    {
        DataSize left = ResidentMemory is null ? MemoryPerMachine : MemoryPerMachine - ResidentMemory;
        DataSize inside = MemoryPerRequest is null ? DataSize.Zero : Requests.Peak * TimeInside! * MemoryPerRequest;
        return (inside / left).FeasibleWhen(left > DataSize.Zero, "what every machine holds fills its memory; take a larger machine");
    });

    private Scalar WithSpare => Spare is null ? Covered : Covered + Spare;

    /// <summary>An even part of the minimum, or what the zones that remain must carry.</summary>
    private Scalar PerZone(Scalar zones) => Fleet(zones).PerZone(Covered);

    private ZonedFleet Fleet(Scalar zones) => new(zones, ZonesToSurvive ?? Scalar.Zero, Spare, (MinimumMachines / zones).Ceiling());

    private static Scalar Counted(Scalar machines) => machines.Marked(Aspect.Counts("machines"));

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

    private IEnumerable<Finding> NoHeadRoom => ServingFindings.NoHeadRoom(Utilisation, "cores", CoresNeeded);

    private IEnumerable<Finding> MemoryDecides => BoundBy == "memory"
        ? [new Finding(Severity.Note, FindingCodes.Consequence, $"Memory decides: {MachinesNeeded} machines hold what is inside, {ForCores} would compute it; machines with more memory need fewer.", MachinesNeeded)]
        : [];

    private IEnumerable<Finding> MinimumDecides
    {
        get
        {
            if ((MinimumMachines > Covered).Nominally == true)
                yield return new Finding(Severity.Note, FindingCodes.MinimumDecides, $"{Machines} machines because that is the minimum; the load asks for {Covered}.", Machines);
        }
    }
}
