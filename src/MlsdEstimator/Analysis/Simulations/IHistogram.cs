namespace MlsdEstimator;

/// <summary>The reading of <see cref="Histogram{T}"/> for lists of mixed types.</summary>
public interface IHistogram
{
    /// <summary>True when the bins have equal ratios rather than equal widths.</summary>
    bool IsLogarithmic { get; }

    /// <summary>Share of the draws that have no value.</summary>
    Likelihood Infeasible { get; }

    /// <summary>The bins, smallest values first.</summary>
    IReadOnlyList<IHistogramBin> Bins { get; }
}
