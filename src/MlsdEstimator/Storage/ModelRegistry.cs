namespace MlsdEstimator;

/// <summary>Artefacts of models that are kept: versions to roll back to, and the checkpoints of their training.</summary>
/// <remarks>
/// raw = models x versions kept x (artefact + checkpoints kept x checkpoint). A checkpoint of mixed-precision Adam takes 14 B a parameter, seven times a 16-bit artefact.
/// Stored and provisioned bytes: see <see cref="StoredData"/>.
/// </remarks>
/// <example><code>var registry = new ModelRegistry { Models = 40, VersionsKept = 30, ArtefactSize = 2.Gigabytes, Copies = 3 };</code></example>
public sealed record ModelRegistry : StoredData
{
    /// <summary>Models, one for each task and market. Not negative.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    public required Scalar Models { get; init => field = Require.NonNegative(value, "models"); }

    /// <summary>Versions kept of each model: retrainings a month x months kept. At least 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Below 1.</exception>
    public required Scalar VersionsKept { get; init => field = Require.AtLeast(1, value, "versions kept"); }

    /// <summary>Bytes of the weights, vocabulary and configuration of a version. Above 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not above 0.</exception>
    public required DataSize ArtefactSize { get; init => field = Require.Positive(value, "artefact size"); }

    /// <summary>Bytes of a checkpoint of the training, above 0; null when none is kept.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not above 0.</exception>
    public DataSize? CheckpointSize { get; init => field = value is null ? null : Require.Positive(value, "checkpoint size"); }

    /// <summary>Checkpoints kept of each version, not negative. Default: the last one.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    public Scalar CheckpointsKept { get; init => field = Require.NonNegative(value, "checkpoints kept"); } = StorageDefaults.LastCheckpoint;

    /// <summary>Versions of all models.</summary>
    public Scalar Versions => Result("model versions", () => Models * VersionsKept);

    /// <summary>Raw bytes of all versions and their checkpoints.</summary>
    public override DataSize Raw => Result("kept, raw", () => Versions * (CheckpointSize is null ? ArtefactSize : ArtefactSize + CheckpointsKept * CheckpointSize));

    /// <inheritdoc/>
    public override IReadOnlyList<IQuantity> Results => [Versions, .. base.Results];
}
