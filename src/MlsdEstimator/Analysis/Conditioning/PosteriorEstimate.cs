namespace MlsdEstimator;

/// <summary>What we believe about a quantity after measurements. The words low and high are for doubt; p50 and p99 for spread over requests.</summary>
/// <remarks>Statistics are over weighted draws; quantiles by the rule that gives type 7 (NumPy, Excel) for equal weights.</remarks>
/// <typeparam name="T">Type of the quantity.</typeparam>
public sealed class PosteriorEstimate<T> : IEstimate
    where T : Quantity<T>, IQuantity<T>
{
    private readonly WeightedDraws draws;

    internal PosteriorEstimate(T subject, WeightedDraws draws) => (Subject, this.draws) = (subject, draws);

    /// <summary>The quantity this is about.</summary>
    public T Subject { get; }

    /// <summary>The 5 % point of belief.</summary>
    public T Low => Quantile(0.05);

    /// <summary>The middle of belief.</summary>
    public T Median => Quantile(0.5);

    /// <summary>The 95 % point of belief.</summary>
    public T High => Quantile(0.95);

    /// <summary>The mean; saturated when any draw is infeasible.</summary>
    public T Mean => Reading(draws.Mean);

    /// <summary>Standard deviation; saturated when any draw is infeasible.</summary>
    public T StandardDeviation => Reading(draws.StandardDeviation);

    /// <summary>Standard error of <see cref="Mean"/>, from the differences between independent replicates.</summary>
    public T MeanError => Reading(draws.MeanError);

    /// <summary>Standard error of <see cref="StandardDeviation"/>.</summary>
    public T StandardDeviationError => Reading(draws.StandardDeviationError);

    /// <inheritdoc/>
    public Fraction ProbabilityInfeasible => draws.Infeasible.Value;

    /// <inheritdoc/>
    public Fraction ProbabilityInfeasibleError => draws.Infeasible.StandardError;

    /// <inheritdoc/>
    public int Samples => draws.Count;

    /// <summary>Draws of equal weight that would tell as much: (sum of weights)^2 / (sum of their squares).</summary>
    public double EffectiveSamples => draws.EffectiveCount;

    IQuantity IEstimate.Low => Low;

    IQuantity IEstimate.Median => Median;

    IQuantity IEstimate.High => High;

    IQuantity IEstimate.Mean => Mean;

    IQuantity IEstimate.MeanError => MeanError;

    IQuantity IEstimate.StandardDeviation => StandardDeviation;

    IQuantity IEstimate.StandardDeviationError => StandardDeviationError;

    /// <summary>Any point of belief.</summary>
    /// <param name="probability">Strictly between 0 and 1.</param>
    /// <returns>The value; "saturated" where the point falls into infeasible draws.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The probability is not strictly between 0 and 1.</exception>
    public T Quantile(double probability) => Reading(draws.Quantile(Require.InsideUnitInterval(probability, nameof(probability))));

    /// <summary>Standard error of <see cref="Quantile"/>, from the differences between independent replicates; 0 inside an atom.</summary>
    /// <param name="probability">Strictly between 0 and 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The probability is not strictly between 0 and 1.</exception>
    public T QuantileError(double probability) => Reading(draws.QuantileError(Require.InsideUnitInterval(probability, nameof(probability))));

    /// <summary>Several points of belief.</summary>
    /// <param name="probabilities">Each strictly between 0 and 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A probability is not strictly between 0 and 1.</exception>
    public IReadOnlyList<T> Quantiles(params IReadOnlyList<double> probabilities)
    {
        ArgumentNullException.ThrowIfNull(probabilities);
        return [.. probabilities.Select(Quantile)];
    }

    /// <summary>How likely the quantity is to exceed a value. Infeasible draws exceed every value, or none where more is better.</summary>
    /// <param name="threshold">A certain value.</param>
    /// <exception cref="ArgumentException">The threshold is uncertain.</exception>
    /// <exception cref="EstimateException">The threshold is infeasible.</exception>
    public Likelihood ProbabilityAbove(T threshold) => draws.Above(EstimateReading.Threshold(threshold));

    /// <summary>How our belief is distributed, in bins.</summary>
    /// <param name="bins">Number of bins, 1 to 1,000. Default 40.</param>
    /// <exception cref="ArgumentOutOfRangeException">Not 1 to 1,000 bins.</exception>
    public Histogram<T> Histogram(int bins = 40) => new(draws, bins);

    IQuantity IEstimate.Quantile(double probability) => Quantile(probability);

    IQuantity IEstimate.QuantileError(double probability) => QuantileError(probability);

    IReadOnlyList<IQuantity> IEstimate.Quantiles(params IReadOnlyList<double> probabilities) => Quantiles(probabilities);

    Likelihood IEstimate.ProbabilityAbove(IQuantity threshold) => ProbabilityAbove(EstimateReading.Typed<T>(threshold));

    IHistogram IEstimate.Histogram(int bins) => Histogram(bins);

    /// <summary>"low | median | high (90%)", each with its standard error where that would change the printed digits: "41.5 ± 0.2 k/s".</summary>
    public override string ToString() => $"{WithError(0.05)} | {WithError(0.5)} | {WithError(0.95)} (90%)";

    private string WithError(double probability) => ErrorText.Of(Quantile(probability), QuantileError(probability));

    private static T Reading(double value) => EstimateReading.Of<T>(value);
}
