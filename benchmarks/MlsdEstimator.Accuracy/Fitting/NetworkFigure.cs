namespace MlsdEstimator.Accuracy;

/// <summary>What was published about a network.</summary>
internal enum NetworkFigure
{
    /// <summary>Items a second, batch after batch.</summary>
    ItemsPerSecond,

    /// <summary>Items a second that come at random and are answered within a limit.</summary>
    ServedPerSecond,

    /// <summary>Milliseconds of a batch.</summary>
    BatchMilliseconds,
}
