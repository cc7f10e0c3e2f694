namespace MlsdEstimator;

/// <summary>The universal scalability law through measured load points, by least squares.</summary>
/// <remarks>
/// Contention and coherency are held at 0 or above. Fewer than six points, or a peak far beyond the points, say so in a finding.
/// The parameters are best values without a range; their standard errors say how well the points fix them.
/// </remarks>
/// <example>
/// <code>
/// var fit = ScalabilityFit.To((1, 65.PerSecond), (18, 996.PerSecond), (36, 1652.PerSecond), (72, 1853.PerSecond), (108, 1829.PerSecond), (216, 1702.PerSecond));
/// Scalar peak = fit.Law.PeakWorkers;
/// </code>
/// </example>
public sealed record ScalabilityFit : Estimator
{
    private const int EnoughPoints = 6;

    private readonly ScalabilityRegression regression;

    private ScalabilityFit(ScalabilityRegression regression) => this.regression = regression;

    /// <summary>The law.</summary>
    public ScalabilityLaw Law => Remember(() => new ScalabilityLaw
    {
        RateOfOne = Rate.FromPerSecond(regression.Parameters[0]),
        Contention = Fraction.FromRatio(regression.Parameters[1]),
        Coherency = regression.Parameters[2],
    });

    /// <summary>Standard error of the rate of one; infeasible with three points, which any law passes through.</summary>
    public Rate RateError => Result("standard error of the rate of one", () => Error<Rate>(0, Rate.FromPerSecond));

    /// <summary>Standard error of the contention.</summary>
    public Scalar ContentionError => Result("standard error of the contention", () => Error<Scalar>(1, Scalar.FromNumber));

    /// <summary>Standard error of the coherency.</summary>
    public Scalar CoherencyError => Result("standard error of the coherency", () => Error<Scalar>(2, Scalar.FromNumber));

    /// <summary>Part of the variance between the points that the law explains.</summary>
    public Scalar RSquared => Result("R squared", () => regression.RSquared is double part ? part : Quantity.Infeasible<Scalar>("all points have the same throughput"));

    /// <inheritdoc/>
    public override IReadOnlyList<IQuantity> Results => [.. Law.Results, RSquared];

    /// <inheritdoc/>
    public override IReadOnlyList<Finding> Findings => [.. FewPoints, .. FarPeak];

    /// <summary>Fits the law.</summary>
    /// <param name="points">At least three points (workers, throughput): workers at least 1 and not all the same, throughput above 0, all certain.</param>
    /// <exception cref="ArgumentException">Fewer than three different numbers of workers, or a point that is a range.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its range.</exception>
    public static ScalabilityFit To(params IReadOnlyList<(Scalar Workers, Rate Throughput)> points)
    {
        Require.NotEmpty(points, nameof(points));
        (double N, double X)[] values = [.. points.Select(Valid)];
        if (values.DistinctBy(point => point.N).Count() < 3)
            throw new ArgumentException("The law has three parameters, but fewer than three different numbers of workers are given; measure at least six.", nameof(points));
        return new ScalabilityFit(ScalabilityRegression.Of(values));
    }

    private static (double N, double X) Valid((Scalar Workers, Rate Throughput) point)
    {
        Scalar workers = Require.AtLeast(1, point.Workers, "workers");
        Rate throughput = Require.Positive(point.Throughput, "throughput");
        return workers.IsCertain && throughput.IsCertain
            ? (workers.Value, throughput.PerSecond)
            : throw new ArgumentException($"A measured point is certain, but ({workers}, {throughput}) is a range; give the two values measured.", nameof(point));
    }

    private T Error<T>(int parameter, Func<double, T> make)
        where T : Quantity<T>, IQuantity<T> =>
        regression.Errors is double[] errors ? make(errors[parameter]) : Quantity.Infeasible<T>("three points leave nothing to judge the fit by; measure more");

    private IEnumerable<Finding> FewPoints
    {
        get
        {
            if (regression.Points < EnoughPoints)
                yield return new Finding(Severity.Warning, FindingCodes.Consequence, $"The law is fitted to {regression.Points} points; it takes at least {EnoughPoints} to tell contention from coherency.", RSquared);
        }
    }

    private IEnumerable<Finding> FarPeak
    {
        get
        {
            if (Law.PeakWorkers.IsFeasible && Law.PeakWorkers.Value > 2 * regression.MostWorkers)
                yield return new Finding(Severity.Warning, FindingCodes.Consequence, Text.Of($"The peak at {Law.PeakWorkers} workers lies far beyond the largest measured number of {regression.MostWorkers:0.###}: measure closer to it before relying on it."), Law.PeakWorkers);
        }
    }
}
