namespace MlsdEstimator;

/// <summary>How our belief about a quantity is distributed: shares of the draws in bins, and their sums as distribution function.</summary>
/// <remarks>
/// Bins of equal ratio where every value is positive and the belief leans to the right, else of equal width, between the 0.1 % and the 99.9 % point; the first
/// and the last bin reach on to the smallest and the largest draw. Shares sum to 1 less the infeasible share. Draws are counted as they are, never smoothed.
/// </remarks>
/// <typeparam name="T">Type of the values.</typeparam>
/// <example>
/// <code>
/// foreach (HistogramBin&lt;Rate&gt; bin in peak.Simulate().Histogram(20).Bins)
///     Console.WriteLine($"{bin.To}  {bin.Share}  {bin.Cumulative}");
/// </code>
/// </example>
public sealed class Histogram<T> : IHistogram
    where T : Quantity<T>, IQuantity<T>
{
    private const int MostBins = 1_000;

    internal Histogram(IDraws draws, int bins)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(bins, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(bins, MostBins);
        Infeasible = draws.Infeasible;
        IsLogarithmic = BinEdges.IsLogarithmic(draws);
        double[] edges = BinEdges.Of(draws, bins, IsLogarithmic);
        T[] ends = Array.ConvertAll(edges, EstimateReading.Of<T>);
        Bins = [.. draws.Bins(edges).Select((bin, i) => new HistogramBin<T>(ends[i], ends[i + 1], bin.Share, bin.Cumulative))];
    }

    /// <inheritdoc/>
    public bool IsLogarithmic { get; }

    /// <inheritdoc/>
    public Likelihood Infeasible { get; }

    /// <summary>The bins, smallest values first; none where every draw is infeasible, and one where all are the same.</summary>
    public IReadOnlyList<HistogramBin<T>> Bins { get; }

    IReadOnlyList<IHistogramBin> IHistogram.Bins => Bins;
}
