namespace MlsdEstimator;

/// <summary>A point set in which some streams are replaced by streams that nobody else reads.</summary>
/// <param name="points">The points.</param>
/// <param name="resampled">Streams to replace.</param>
/// <param name="count">Streams in use: the replacement of stream i is stream i + count.</param>
internal sealed class ResampledPoints(IPointSet points, IReadOnlySet<int> resampled, int count) : IPointSet
{
    public void Fill(int stream, int start, Span<double> values) => points.Fill(resampled.Contains(stream) ? stream + count : stream, start, values);
}
