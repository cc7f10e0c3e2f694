namespace MlsdEstimator;

/// <summary>Reading and joining the features of everyone before they are scored: a scan of files, not so many look-ups.</summary>
/// <example><code>Join = new FeatureJoin { BytesPerEntity = 2.Kilobytes, PerWorker = 100.MegabytesPerSecond }</code></example>
public sealed record FeatureJoin
{
    /// <summary>Bytes read for each. Above 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not above 0.</exception>
    public required DataSize BytesPerEntity { get; init => field = Require.Positive(value, "bytes joined per entity"); }

    /// <summary>Bytes a second that one worker reads and joins. Above 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not above 0.</exception>
    public required Bandwidth PerWorker { get; init => field = Require.Positive(value, "join bandwidth per worker"); }

    /// <summary>Time that one worker takes for so many.</summary>
    internal Duration TimeFor(Scalar entities) => entities * BytesPerEntity / PerWorker;
}
