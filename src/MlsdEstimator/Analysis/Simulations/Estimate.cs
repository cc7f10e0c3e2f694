namespace MlsdEstimator;

/// <summary>What we believe about a quantity, from one simulation. The words low and high are for doubt; p50 and p99 for spread over requests.</summary>
/// <remarks>
/// Every statistic has a standard error: how much it would differ with other draws, from independent randomisations of the points. It tells how well the
/// draws know the statistic, not how right the model is. Infeasible draws are counted at the bad side: a percentile beyond them, and the mean, are saturated.
/// </remarks>
/// <typeparam name="T">Type of the quantity.</typeparam>
/// <example>
/// <code>
/// Estimate&lt;Rate&gt; belief = peak.Simulate();
/// Console.WriteLine($"{belief.High}, error {belief.QuantileError(0.95)}");
/// Console.WriteLine(belief.ProbabilityAbove(100_000.PerSecond));
/// </code>
/// </example>
public sealed class Estimate<T> : IEstimate
    where T : Quantity<T>, IQuantity<T>
{
    private readonly Column column;
    private readonly Lazy<RisingInOneInput?> exact;

    internal Estimate(T subject, Column column)
    {
        Subject = subject;
        this.column = column;
        exact = new(() => RisingInOneInput.Of(subject.Node));
    }

    /// <summary>The quantity this is about.</summary>
    public T Subject { get; }

    /// <summary>The 5 % point of belief.</summary>
    public T Low => Quantile(0.05);

    /// <summary>The middle of belief. It may differ from the nominal value, which has every input at its best guess.</summary>
    public T Median => Quantile(0.5);

    /// <summary>The 95 % point of belief.</summary>
    public T High => Quantile(0.95);

    /// <summary>The mean; saturated when any draw is infeasible.</summary>
    public T Mean => EstimateReading.Of<T>(column.Mean);

    /// <summary>Standard error of the mean.</summary>
    public T MeanError => EstimateReading.Error<T>(column.MeanError);

    /// <summary>Standard deviation of our belief; saturated when any draw is infeasible.</summary>
    public T StandardDeviation => EstimateReading.Of<T>(column.StandardDeviation);

    /// <summary>Standard error of the standard deviation.</summary>
    public T StandardDeviationError => EstimateReading.Error<T>(column.StandardDeviationError);

    /// <inheritdoc/>
    public Fraction ProbabilityInfeasible => Fraction.FromRatio(column.ShareInfeasible);

    /// <inheritdoc/>
    public Fraction ProbabilityInfeasibleError => EstimateReading.Error<Fraction>(column.ShareInfeasibleError);

    /// <inheritdoc/>
    public int Samples => column.Draws.Length;

    /// <summary>True where points of belief are not those of counted draws: few draws then know them well.</summary>
    internal bool IsSmooth => exact.Value is not null || column.IsSmooth;

    IQuantity IEstimate.Low => Low;

    IQuantity IEstimate.Median => Median;

    IQuantity IEstimate.High => High;

    IQuantity IEstimate.Mean => Mean;

    IQuantity IEstimate.MeanError => MeanError;

    IQuantity IEstimate.StandardDeviation => StandardDeviation;

    IQuantity IEstimate.StandardDeviationError => StandardDeviationError;

    /// <summary>Any point of belief.</summary>
    /// <remarks>
    /// Exact for one input, scaled and shifted, and for a product of log-normals. Where log-normals or a two-piece range multiply the quantity as a whole, their distribution is averaged over the
    /// draws of the rest, which needs far fewer draws (Sobol points only); else by linear interpolation between draws (type 7, as NumPy and Excel).
    /// </remarks>
    /// <param name="probability">Strictly between 0 and 1.</param>
    /// <returns>The value; "saturated" where the point falls into infeasible draws.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The probability is not strictly between 0 and 1.</exception>
    public T Quantile(double probability) => Quantiles(probability)[0];

    /// <summary>Several points of belief, from one pass over the draws.</summary>
    /// <param name="probabilities">Each strictly between 0 and 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A probability is not strictly between 0 and 1.</exception>
    public IReadOnlyList<T> Quantiles(params IReadOnlyList<double> probabilities)
    {
        ArgumentNullException.ThrowIfNull(probabilities);
        double[] points = [.. probabilities.Select(probability => Require.InsideUnitInterval(probability, nameof(probability)))];
        double[] values = exact.Value is RisingInOneInput input ? Array.ConvertAll(points, input.Quantile) : column.Quantiles(points);
        return Array.ConvertAll(values, EstimateReading.Of<T>);
    }

    /// <summary>Standard error of a point of belief: 0 where it is exact, and where the value is one of few and does not move with the draws.</summary>
    /// <param name="probability">Strictly between 0 and 1.</param>
    /// <returns>The error; infeasible where the run has one randomisation, or the error reaches into infeasible draws.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The probability is not strictly between 0 and 1.</exception>
    public T QuantileError(double probability)
    {
        Require.InsideUnitInterval(probability, nameof(probability));
        return EstimateReading.Error<T>(exact.Value is null ? column.QuantileError(probability) : 0);
    }

    /// <summary>How likely the quantity is to exceed a value, as <see cref="Quantile"/> knows it. Infeasible draws exceed every value, or none where more is better.</summary>
    /// <param name="threshold">A certain value.</param>
    /// <exception cref="ArgumentException">The threshold is uncertain.</exception>
    /// <exception cref="EstimateException">The threshold is infeasible.</exception>
    public Likelihood ProbabilityAbove(T threshold) => column.LikelihoodAbove(EstimateReading.Threshold(threshold));

    /// <summary>How our belief is distributed, in bins.</summary>
    /// <param name="bins">Number of bins, 1 to 1,000. Default 40.</param>
    /// <exception cref="ArgumentOutOfRangeException">Not 1 to 1,000 bins.</exception>
    public Histogram<T> Histogram(int bins = 40) => new(column, bins);

    IQuantity IEstimate.Quantile(double probability) => Quantile(probability);

    IQuantity IEstimate.QuantileError(double probability) => QuantileError(probability);

    IReadOnlyList<IQuantity> IEstimate.Quantiles(params IReadOnlyList<double> probabilities) => Quantiles(probabilities);

    Likelihood IEstimate.ProbabilityAbove(IQuantity threshold) => ProbabilityAbove(EstimateReading.Typed<T>(threshold));

    IHistogram IEstimate.Histogram(int bins) => Histogram(bins);

    /// <summary>"low | median | high (90%)", each with its standard error where that would change the printed digits: "41.5 ± 0.2 k/s".</summary>
    public override string ToString() => $"{WithError(0.05)} | {WithError(0.5)} | {WithError(0.95)} (90%)";

    private string WithError(double probability) => ErrorText.Of(Quantile(probability), QuantileError(probability));
}
