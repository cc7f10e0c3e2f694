namespace MlsdEstimator;

/// <summary>Values of the inputs, draw by draw.</summary>
internal interface ILeafDraws
{
    /// <summary>Draws <paramref name="start"/> and following of one input, in base units. Start is a multiple of 8.</summary>
    void Fill(LeafNode leaf, int start, Span<double> values);
}
