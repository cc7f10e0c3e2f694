namespace MlsdEstimator;

/// <summary>Points of the unit cube, addressed by stream (dimension) and index, so that any block can be filled alone and in any order.</summary>
internal interface IPointSet
{
    /// <summary>Points <paramref name="start"/> and following of one stream, strictly inside 0..1. Start is a multiple of 8.</summary>
    void Fill(int stream, int start, Span<double> points);
}
