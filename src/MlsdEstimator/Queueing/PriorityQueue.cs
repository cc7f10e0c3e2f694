namespace MlsdEstimator;

/// <summary>One server, several classes of requests, the highest class first (M/G/1 with priorities): what the low class pays.</summary>
/// <remarks>
/// Non-preemptive (Cobham 1954): wait of class i = W0 / ((1 - load of the classes above i) (1 - load of i and above)), W0 = sum of load x remaining service.
/// Preemptive: response = service / (1 - load above) + W0 of the classes up to i / the same product. A class is saturated when it and those above it fill the
/// server; the classes above stay finite,
/// and what the saturated class holds of the server still delays them. Priorities move waiting, they remove none: sum of load x wait is the same for every order.
/// </remarks>
/// <example>
/// <code>
/// var gpu = new PriorityQueue
/// {
///     Classes = [new("interactive", 30.PerSecond, 10.Milliseconds, serviceScv: 1), new("batch", 10.PerSecond, 40.Milliseconds, serviceScv: 1)],
/// };
/// Duration paid = gpu.Waits[1];
/// </code>
/// </example>
public sealed record PriorityQueue : Estimator
{
    /// <summary>The classes, the one that goes first first. At least one.</summary>
    /// <exception cref="ArgumentException">The list is empty or holds a null.</exception>
    public required IReadOnlyList<PriorityClass> Classes { get; init => field = Valid(value); }

    /// <summary>Whether a class that goes first interrupts. Default: it does not.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not a known rule.</exception>
    public PriorityRule Rule { get; init => field = Require.Defined(value, "priority rule"); } = PriorityRule.NonPreemptive;

    /// <summary>Load of all classes over the one server; above 1 the last ones are saturated.</summary>
    public Scalar OfferedLoad => Result("offered load", () => UpTo(Classes.Count));

    /// <summary>
    /// Mean wait of each class, until service begins for the first time when it does not interrupt; with interruptions everything that is not service.
    /// </summary>
    public IReadOnlyList<Duration> Waits => Remember(() => Enumerable.Range(0, Classes.Count).Select(WaitOf).ToArray());

    /// <summary>Mean response of each class: wait and service.</summary>
    public IReadOnlyList<Duration> Responses => Remember(() => Classes.Zip(Waits, ResponseOf).ToArray());

    /// <inheritdoc/>
    public override IReadOnlyList<IQuantity> Results => [OfferedLoad, .. Waits, .. Responses];

    /// <inheritdoc/>
    public override IReadOnlyList<Finding> Findings => [.. Enumerable.Range(0, Classes.Count).Where(IsSaturated).Take(1).Select(Saturated)];

    private static IReadOnlyList<PriorityClass> Valid(IReadOnlyList<PriorityClass> classes)
    {
        Require.NotEmpty(classes, "classes");
        return classes.All(one => one is not null) ? [.. classes] : throw new ArgumentException("'classes' holds a null; leave the class out instead.", nameof(classes));
    }

    private static Duration ResponseOf(PriorityClass one, Duration wait) => (wait + one.Service).Marked(Aspect.Mean).Named($"mean response of {one.Name}");

    /// <summary>Load of the first classes.</summary>
    private Scalar UpTo(int count) => Classes.Take(count).Select(one => one.Load).Aggregate(Scalar.Zero, (sum, load) => sum + load);

    /// <summary>Part of the server that the first classes leave: nothing where they fill it.</summary>
    private Scalar Left(int count) => Scalar.Max(Scalar.Zero, 1 - UpTo(count));

    private Duration WaitOf(int index)
    {
        Scalar above = Left(index), left = Left(index + 1);
        Duration wait = Rule == PriorityRule.NonPreemptive
            ? Met(Classes.Count) / (above * left)
            : Classes[index].Service * (1 / above - 1) + Met(index + 1) / (above * left);
        return wait.FeasibleWhen(UpTo(index + 1) < 1, Infeasibility.Saturated).Marked(Aspect.Mean).Named($"mean wait of {Classes[index].Name}");
    }

    /// <summary>W0: service that an arrival finds unfinished. Each class counts with what it gets of the server.</summary>
    private Duration Met(int count) =>
        Classes.Take(count).Select((one, index) => (Left(index) - Left(index + 1)) * one.Remaining).Aggregate(Duration.Zero, (sum, part) => sum + part);

    private bool IsSaturated(int index) => (UpTo(index + 1) >= 1).Nominally == true;

    private Finding Saturated(int index) => new(Severity.Error, FindingCodes.Infeasible, $"Saturated from class '{Classes[index].Name}' on: it and the classes above it ask for {UpTo(index + 1)} times the server. It and those below it wait without end; the classes above it do not.", Waits[index]);
}
