namespace MlsdEstimator;

/// <summary>One bin of a <see cref="Histogram{T}"/>.</summary>
/// <typeparam name="T">Type of the values.</typeparam>
public sealed class HistogramBin<T> : IHistogramBin
    where T : Quantity<T>, IQuantity<T>
{
    internal HistogramBin(T from, T to, Likelihood share, Likelihood cumulative)
    {
        (From, To, Share, Cumulative) = (from, to, share, cumulative);
    }

    /// <summary>Lower end; it belongs to the bin below, but to the first bin where there is none.</summary>
    public T From { get; }

    /// <summary>Upper end, included.</summary>
    public T To { get; }

    /// <inheritdoc/>
    public Likelihood Share { get; }

    /// <inheritdoc/>
    public Likelihood Cumulative { get; }

    IQuantity IHistogramBin.From => From;

    IQuantity IHistogramBin.To => To;

    /// <summary>"18.6 k/s to 19.9 k/s: 2.5%".</summary>
    public override string ToString() => $"{From} to {To}: {Share}";
}
