namespace MlsdEstimator;

/// <summary>
/// Doubt about one number, without a unit: the shape of what we believe. <see cref="In{T}"/> makes an uncertain quantity of it.
/// </summary>
/// <remarks>
/// Doubt is never spread over users or requests: spread is what latency percentiles speak of.
/// A distribution never converts to a quantity implicitly, because each conversion would be a new, independent unknown.
/// </remarks>
/// <example>
/// <code>DataSize row = Uncertain.Pert(200, 500, 2000).In(DataSize.Byte).Named("row size");</code>
/// </example>
public abstract partial class Uncertain
{
    private protected Uncertain()
    {
    }

    /// <summary>The nominal value of an input with this distribution. For a discrete one the lowest value with F >= 1/2.</summary>
    public virtual double Median => AtScore(0);

    /// <summary>The level at which derivations state the range: 0.9 unless the range was given at another level.</summary>
    public virtual double Confidence => StandardConfidence;

    internal const double StandardConfidence = 0.9;

    /// <summary>The value below which the fraction <paramref name="probability"/> of our belief lies.</summary>
    /// <param name="probability">Strictly between 0 and 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The probability is not strictly between 0 and 1.</exception>
    /// <exception cref="EstimateException">The value is too large for a number.</exception>
    public double Quantile(double probability)
    {
        double value = AtProbability(Require.InsideUnitInterval(probability, nameof(probability)));
        return double.IsFinite(value) ? value : throw new EstimateException(Text.Of($"The {probability} point of '{this}' is too large for a number; give a narrower distribution."));
    }

    /// <summary>A new uncertain input: this distribution in a unit. Each call makes another unknown, independent of the ones before.</summary>
    /// <typeparam name="T">Type of the quantity.</typeparam>
    /// <param name="unit">What 1 stands for, for example <c>DataSize.Byte</c>. Certain and above 0.</param>
    /// <exception cref="ArgumentException">The unit is uncertain or not above 0.</exception>
    /// <exception cref="ArgumentOutOfRangeException">More than one millionth of the belief lies outside what the quantity can be (a fraction above 1).</exception>
    public T In<T>(Quantity<T> unit)
        where T : Quantity<T>, IQuantity<T>
    {
        ArgumentNullException.ThrowIfNull(unit);
        if (!unit.IsCertain || !(unit.Node.Nominal > 0))
            throw new ArgumentException($"The unit of a distribution must be certain and above 0, but is {unit}. Use a unit such as DataSize.Byte.", nameof(unit));
        Require.Finite(Median * unit.Node.Nominal, nameof(unit));
        return Quantity<T>.Create(new LeafNode(QuantityFactory<T>.Instance, this, unit.Node.Nominal));
    }

    /// <summary>A new uncertain number.</summary>
    public Scalar AsScalar() => In(Scalar.One);

    /// <summary>A new uncertain fraction.</summary>
    /// <exception cref="ArgumentOutOfRangeException">More than one millionth of the belief lies outside 0..1.</exception>
    public Fraction AsFraction() => In(Fraction.One);

    /// <summary>90 % between <paramref name="low"/> and <paramref name="high"/>, best guess sqrt(low x high): log-normal.</summary>
    /// <param name="low">The 5 % point, above 0.</param>
    /// <param name="high">The 95 % point, above <paramref name="low"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">An end is not above 0 or not finite, or the ends are not in order.</exception>
    public static Uncertain Range(double low, double high) => RangeAt(StandardConfidence, low, high);

    /// <summary>90 % between <paramref name="low"/> and <paramref name="high"/>, as likely below <paramref name="best"/> as above.</summary>
    /// <remarks>
    /// Over the standard-normal score z the value is best x (best / low)^(z / 1.645) below and best x (high / best)^(z / 1.645) above the best guess:
    /// exact at the three points, log-normal when best = sqrt(low x high).
    /// </remarks>
    /// <param name="low">The 5 % point, above 0.</param>
    /// <param name="best">Best guess: the median and the nominal value. Between the ends; on an end when the doubt is on one side only.</param>
    /// <param name="high">The 95 % point.</param>
    /// <exception cref="ArgumentOutOfRangeException">An end is not above 0 or not finite, or the three are not in order.</exception>
    public static Uncertain Range(double low, double best, double high) => RangeAt(StandardConfidence, low, best, high);

    /// <summary>A range at another level of confidence than 90 %, best guess sqrt(low x high).</summary>
    /// <param name="confidence">Belief that the number lies between the ends: 0.8 makes them the 10 % and 90 % points.</param>
    /// <param name="low">Lower end, above 0.</param>
    /// <param name="high">Upper end, above <paramref name="low"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The confidence is not inside 0..1, an end is not above 0 or not finite, or the ends are not in order.</exception>
    public static Uncertain RangeAt(double confidence, double low, double high) => new RangeDistribution(low, Math.Sqrt(low) * Math.Sqrt(high), high, confidence);

    /// <summary>A range at another level of confidence than 90 %, with a best guess.</summary>
    /// <param name="confidence">Belief that the number lies between the ends: 0.8 makes them the 10 % and 90 % points.</param>
    /// <param name="low">Lower end, above 0.</param>
    /// <param name="best">Best guess: the median and the nominal value. Between the ends.</param>
    /// <param name="high">Upper end.</param>
    /// <exception cref="ArgumentOutOfRangeException">The confidence is not inside 0..1, an end is not above 0 or not finite, or the three are not in order.</exception>
    public static Uncertain RangeAt(double confidence, double low, double best, double high) => new RangeDistribution(low, best, high, confidence);

    /// <summary>A fraction, 90 % between two ends: logit-normal, so that no draw leaves 0..1.</summary>
    /// <param name="low">The 5 % point, above 0.</param>
    /// <param name="high">The 95 % point, below 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">An end is not strictly between 0 and 1, or they are not in order.</exception>
    public static Uncertain FractionRange(double low, double high) => new LogitRangeDistribution(low, best: null, high);

    /// <summary>A fraction, 90 % between two ends, with a best guess: two-piece logit-normal.</summary>
    /// <param name="low">The 5 % point, above 0.</param>
    /// <param name="best">Best guess: the median and the nominal value.</param>
    /// <param name="high">The 95 % point, below 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A value is not strictly between 0 and 1, or they are not in order.</exception>
    public static Uncertain FractionRange(double low, double best, double high) => new LogitRangeDistribution(low, best, high);

    /// <summary>Normal distribution. For something that can be negative, such as a difference.</summary>
    /// <param name="mean">Mean, and the nominal value.</param>
    /// <param name="standardDeviation">Above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is not finite, or the standard deviation is not above 0.</exception>
    public static Uncertain Normal(double mean, double standardDeviation) => new NormalDistribution(mean, standardDeviation);

    /// <summary>Normal distribution through its 5 % and 95 % points: the range for numbers whose ends may be 0 or negative.</summary>
    /// <param name="low">5 % point.</param>
    /// <param name="high">95 % point, above <paramref name="low"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">An end is not finite, or they are not in order.</exception>
    public static Uncertain NormalBetween(double low, double high)
    {
        Require.Ordered(low, high, nameof(high));
        return new NormalDistribution((low + high) / 2, (high - low) / 2 / StandardNormal.ScoreOfCentral(StandardConfidence));
    }

    /// <summary>Log-normal distribution: exp(N(ln median, sigma^2)).</summary>
    /// <param name="median">Median, and the nominal value. Above 0.</param>
    /// <param name="sigma">Standard deviation of the natural logarithm. Above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is not finite or not above 0.</exception>
    public static Uncertain LogNormal(double median, double sigma) => new LogNormalDistribution(median, sigma);

    /// <summary>Every value between two ends equally likely; nothing outside.</summary>
    /// <param name="minimum">Lowest possible value.</param>
    /// <param name="maximum">Highest possible value.</param>
    /// <exception cref="ArgumentOutOfRangeException">An end is not finite, or they are not in order.</exception>
    public static Uncertain Uniform(double minimum, double maximum) => new UniformDistribution(minimum, maximum);

    /// <summary>Triangular distribution. Its nominal value is the median, not the mode: Triangular(1.5, 2, 4) reads 2.42.</summary>
    /// <param name="minimum">Lowest possible value.</param>
    /// <param name="mode">Most likely value, between the ends.</param>
    /// <param name="maximum">Highest possible value.</param>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is not finite, or they are not in order.</exception>
    public static Uncertain Triangular(double minimum, double mode, double maximum) => new TriangularDistribution(minimum, mode, maximum);

    /// <summary>
    /// PERT: a beta distribution between two ends with mean (minimum + 4 mode + maximum) / 6. Its nominal value is the median, not the mode.
    /// </summary>
    /// <param name="minimum">Lowest possible value.</param>
    /// <param name="mode">Most likely value, between the ends.</param>
    /// <param name="maximum">Highest possible value.</param>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is not finite, or they are not in order.</exception>
    public static Uncertain Pert(double minimum, double mode, double maximum)
    {
        Require.Ordered(minimum, maximum, nameof(maximum));
        Require.Between(minimum, mode, maximum, nameof(mode));
        double width = maximum - minimum;
        return new BetaDistribution(1 + 4 * ((mode - minimum) / width), 1 + 4 * ((maximum - mode) / width), minimum, width);
    }

    /// <summary>Beta distribution on 0..1: what 'alpha - 1 successes and beta - 1 failures' teach about a rate.</summary>
    /// <param name="alpha">Above 0.</param>
    /// <param name="beta">Above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is not finite or not above 0.</exception>
    public static Uncertain Beta(double alpha, double beta) =>
        new BetaDistribution(Require.Above(0, alpha, nameof(alpha)), Require.Above(0, beta, nameof(beta)), 0, 1);

    /// <summary>Exponential distribution.</summary>
    /// <param name="mean">Mean, above 0. The nominal value is the median, ln 2 x mean.</param>
    /// <exception cref="ArgumentOutOfRangeException">The mean is not finite or not above 0.</exception>
    public static Uncertain Exponential(double mean) => new ExponentialDistribution(mean);

    /// <summary>One of several values, with weights: '30 days or 90 days, twice as likely'.</summary>
    /// <remarks>The nominal value is the lowest one that reaches half of the weight.</remarks>
    /// <param name="choices">Values with weights above 0. The weights need not sum to 1.</param>
    /// <exception cref="ArgumentException">No choice is given.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A value is not finite, or a weight is not above 0.</exception>
    public static Uncertain OneOf(params (double Value, double Weight)[] choices) => new DiscreteDistribution(choices);

    /// <summary>Draws or measurements, each as likely as the other; values between neighbours are interpolated (type 7, as NumPy and Excel).</summary>
    /// <param name="samples">At least two finite numbers.</param>
    /// <exception cref="ArgumentException">Fewer than two samples.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A sample is not finite.</exception>
    public static Uncertain FromSamples(IEnumerable<double> samples) => new SampleDistribution(samples);

    /// <summary>Any distribution, by its quantile function (inverse of the cumulative distribution).</summary>
    /// <param name="quantile">Value for a probability strictly between 0 and 1; must not decrease.</param>
    /// <exception cref="ArgumentException">The function decreases or gives a number that is not finite.</exception>
    /// <example><code>Uncertain.FromQuantile(new MathNet.Numerics.Distributions.Gamma(2, 1).InverseCumulativeDistribution)</code></example>
    public static Uncertain FromQuantile(Func<double, double> quantile) => new QuantileDistribution(quantile);

    /// <summary>The quantile, infinite where it overflows: bounds may be.</summary>
    internal double PointAt(double probability) => AtProbability(probability);

    /// <summary>The value at a standard-normal score: 0 is the median, 1.645 the 95 % point. Every draw goes through here.</summary>
    internal abstract double AtScore(double score);

    /// <summary>The value at a probability; exact where a closed form over the probability exists.</summary>
    private protected virtual double AtProbability(double probability) => AtScore(StandardNormal.Score(probability));

    /// <summary>Values at many scores; the two spans may be the same.</summary>
    internal abstract void AtScores(ReadOnlySpan<double> scores, Span<double> values);

    /// <summary>Values at many probabilities; the two spans may be the same. Shapes with a closed form over the probability skip the score.</summary>
    internal virtual void AtProbabilities(ReadOnlySpan<double> probabilities, Span<double> values)
    {
        StandardNormal.Scores(probabilities, values);
        AtScores(values, values);
    }

    /// <summary>False where the value at no probability can be too large for a number, so that draws need not be looked at.</summary>
    internal virtual bool MayOverflow => true;

    /// <summary>A quantile function in closed form rises, so that between two numbers it has no other values.</summary>
    private protected bool EndsOverflow => !double.IsFinite(AtScore(-StandardNormal.LargestScore)) || !double.IsFinite(AtScore(StandardNormal.LargestScore));

    private protected void EachAtProbability(ReadOnlySpan<double> probabilities, Span<double> values)
    {
        for (int i = 0; i < probabilities.Length; i++)
            values[i] = AtProbability(probabilities[i]);
    }
}
