namespace MlsdEstimator;

/// <summary>The reading of <see cref="HistogramBin{T}"/> for lists of mixed types.</summary>
public interface IHistogramBin
{
    /// <summary>Lower end.</summary>
    IQuantity From { get; }

    /// <summary>Upper end, included.</summary>
    IQuantity To { get; }

    /// <summary>Share of all draws that lie in the bin.</summary>
    Likelihood Share { get; }

    /// <summary>Share of all draws that are feasible and at most the upper end.</summary>
    Likelihood Cumulative { get; }
}
