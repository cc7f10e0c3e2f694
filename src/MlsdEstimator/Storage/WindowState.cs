namespace MlsdEstimator;

/// <summary>A windowed aggregation in a stream processor such as Flink: state, and what each machine reads, shuffles, emits, and writes to checkpoints.</summary>
/// <remarks>
/// panes = ceiling(window / slide); for each machine: state = keys / machines x panes x bytes; in = events x size / machines; shuffle = in x (m - 1) / m;
/// emit = keys / machines x bytes / slide; state access = bytes x panes x events / machines; checkpoint = state / interval, as if every checkpoint were full.
/// Means: windows that fire together and checkpoints come in bursts. State on disk = state x (1 + 1 / fan-out of the levels), as leveled RocksDB keeps it.
/// </remarks>
/// <example>
/// <code>
/// var counts = new WindowState
/// {
///     Events = Load.Of(1e6.PerSecond, 1e6.PerSecond, "events"), EventSize = 2.Kilobytes, Keys = 500.Million, BytesPerKey = 40.Bytes,
///     Window = 5.Minutes, Slide = 1.Minutes, Machines = 5, CheckpointInterval = 1.Minutes, MachineNetwork = 10.GigabitsPerSecond,
/// };
/// </code>
/// </example>
public sealed record WindowState : Estimator
{
    /// <summary>Events that come in. Read at their peak: the machines must keep up with it.</summary>
    public required Load Events { get; init => field = Require.NotNull(value, "events"); }

    /// <summary>Bytes of one event. Above 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not above 0.</exception>
    public required DataSize EventSize { get; init => field = Require.Positive(value, "event size"); }

    /// <summary>Different keys that are counted in a window. Not negative.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    public required Scalar Keys { get; init => field = Require.NonNegative(value, "keys"); }

    /// <summary>Bytes of a key with its aggregate, in one pane. Not negative: a map or a filter keeps nothing.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The size is negative.</exception>
    public required DataSize BytesPerKey { get; init => field = Require.NonNegative(value, "state per key"); }

    /// <summary>Length of a window. Above 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not above 0.</exception>
    public required Duration Window { get; init => field = Require.Positive(value, "window"); }

    /// <summary>Time from one window to the next, above 0: the window itself where windows do not overlap.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not above 0.</exception>
    public required Duration Slide { get; init => field = Require.Positive(value, "slide"); }

    /// <summary>Machines that share the keys: a whole number, at least 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not a certain whole number of at least 1.</exception>
    public required Scalar Machines { get; init => field = Require.WholeAtLeast(1, value, "machines"); }

    /// <summary>Time between two checkpoints, above 0; null where none are taken.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not above 0.</exception>
    public required Duration? CheckpointInterval { get; init => field = value is null ? null : Require.Positive(value, "checkpoint interval"); }

    /// <summary>Size of a level over the one above it, in a leveled store. Above 1. Default 10.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Below 1.</exception>
    public Scalar LevelFanOut { get; init => field = Require.AtLeast(1, value, "level fan-out"); } = StorageDefaults.LevelFanOut;

    /// <summary>Bytes a second that a machine can send, above 0; null when it is not to be judged.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not above 0.</exception>
    public Bandwidth? MachineNetwork { get; init => field = value is null ? null : Require.Positive(value, "machine network"); }

    /// <summary>Panes of a window that are held at once: overlapping windows hold a key several times.</summary>
    public Scalar Panes => Result("panes held", () => (Window / Slide).Ceiling());

    /// <summary>State of one machine.</summary>
    public DataSize PerMachine => Result("window state per machine", () => KeysPerMachine * Panes * BytesPerKey);

    /// <summary>State of all machines.</summary>
    public DataSize Total => Result("window state", () => Keys * Panes * BytesPerKey);

    /// <summary>Disk over state of a leveled store.</summary>
    public Scalar SpaceAmplification => Result("space amplification", () => 1 + 1 / LevelFanOut);

    /// <summary>Disk of one machine.</summary>
    public DataSize DiskPerMachine => Result("state on disk per machine", () => PerMachine * SpaceAmplification);

    /// <summary>Bytes a second that one machine reads.</summary>
    public Bandwidth In => Result("stream in per machine", () => Events.Peak * EventSize / Machines);

    /// <summary>Bytes a second of it that belong to keys of other machines.</summary>
    public Bandwidth Shuffle => Result("shuffle per machine", () => In * (Machines - 1) / Machines);

    /// <summary>Bytes a second that one machine emits, when every key has a result in every slide.</summary>
    public Bandwidth Emit => Result("window results per machine", () => KeysPerMachine * BytesPerKey / Slide);

    /// <summary>Bytes a second of state that one machine reads, and as many that it writes.</summary>
    public Bandwidth StateAccess => Result("state access per machine", () => BytesPerKey * Panes * Events.Peak / Machines);

    /// <summary>Bytes a second that one machine writes to checkpoints.</summary>
    public Bandwidth Checkpoint => Result("checkpoint per machine", () => CheckpointInterval is null ? Bandwidth.Zero : PerMachine / CheckpointInterval);

    /// <summary>Bytes a second that leave one machine, with its state and checkpoints on remote disks.</summary>
    public Bandwidth Out => Result("stream out per machine", () => Shuffle + Emit + StateAccess + Checkpoint);

    /// <summary>What leaves a machine over what its network can send; null without a network.</summary>
    public Scalar? NetworkUse => MachineNetwork is null ? null : Result("network use per machine", () => Out / MachineNetwork);

    /// <inheritdoc/>
    public override IReadOnlyList<IQuantity> Results =>
    [
        .. new IQuantity?[] { Panes, PerMachine, Total, SpaceAmplification, DiskPerMachine, In, Shuffle, Emit, StateAccess, Checkpoint, Out, NetworkUse }.OfType<IQuantity>(),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<Finding> Findings => MachineNetwork is not null && (Out > MachineNetwork).Nominally == true
        ? [new Finding(Severity.Error, FindingCodes.Infeasible, $"Each machine must send {Out}, more than its network of {MachineNetwork}: add machines, or take incremental checkpoints less often.", Out)]
        : [];

    /// <inheritdoc/>
    protected override IEnumerable<string> Contradictions =>
        (Slide > Window).Nominally == true ? [$"the slide of {Slide} is longer than the window of {Window}: events between windows are lost"] : [];

    private Scalar KeysPerMachine => Keys / Machines;
}
