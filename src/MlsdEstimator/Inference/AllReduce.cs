namespace MlsdEstimator;

/// <summary>Time in which devices add up what each of them holds, so that each has the sum: twice a layer under tensor parallelism.</summary>
/// <remarks>
/// time = (latency + 2 (n - 1) / n x bytes / link x (1 + a)) x shared factor x residual, never less than 2 (n - 1) / n x bytes / link: a ring, in which each device
/// sends its share 2 (n - 1) times. Latency is for launching and meeting, and does not depend on n within a node.
/// </remarks>
/// <example>
/// <code>var sum = new AllReduce { Devices = 8, Bytes = 4.Mebibytes, Device = Accelerators.Find("H100-SXM-80GB") };</code>
/// </example>
public sealed record AllReduce : Estimator
{
    /// <summary>Devices that take part, at least 1; one alone takes no time.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Below 1.</exception>
    public required Scalar Devices { get; init => field = Require.AtLeast(1, value, "devices"); }

    /// <summary>Bytes that each device holds, not negative.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Negative.</exception>
    public required DataSize Bytes { get; init => field = Require.NonNegative(value, "bytes to add up"); }

    /// <summary>A device with a link.</summary>
    /// <exception cref="ArgumentException">It has no link.</exception>
    public required Accelerator Device { get; init => field = Linked(value); }

    /// <summary>Bytes that each device sends: 2 (n - 1) / n x bytes.</summary>
    public DataSize Sent => Result("bytes sent per device", () => 2 * (Devices - 1) / Devices * Bytes);

    /// <summary>What no ring can beat: bytes sent / link.</summary>
    public Duration Bound => Result("bound by the link", () => Sent / Device.Link!.PerDirection);

    /// <summary>Time of the sum; none for one device.</summary>
    public Duration Time => Result("time of the all-reduce", () => Duration.Max(Taking * Costs.Shared * Costs.Residual, Bound));

    /// <inheritdoc/>
    public override IReadOnlyList<IQuantity> Results => [Sent, Bound, Time];

    /// <summary>The fitted costs; another set where a fit is judged.</summary>
    internal AllReduceCosts Costs { get; init; } = KernelEfficiencies.AllReduce;

    private Duration Taking => Quantity.If(Devices > 1, Costs.Latency + Bound * Costs.Transfer, Duration.Zero);

    private static Accelerator Linked(Accelerator device) => Require.NotNull(device, "device").Link is not null
        ? device
        : throw new ArgumentException($"'{device}' has no link to other devices; give it one: device with {{ Link = ... }}.", nameof(device));
}
