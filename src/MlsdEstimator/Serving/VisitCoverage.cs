using System.Collections.Concurrent;

namespace MlsdEstimator;

/// <summary>Which part of the visits the most frequent part of users or items makes: how much a precomputed head covers.</summary>
/// <example><code>var visits = VisitCoverage.Zipf(entities: 31e6, skew: 0.8);   // or Measured((10.Percent, 80.Percent))</code></example>
public sealed class VisitCoverage
{
    /// <summary>Steps in which a share is searched over a smooth curve; each is two thirds more than the one before, down to some hundred-thousandth.</summary>
    private const int Steps = 24;

    private readonly Func<Fraction, Fraction> visits;

    /// <summary>A sum over millions of ranks takes longer than a design; every design that reads this curve looks at the same steps.</summary>
    private readonly ConcurrentDictionary<double, Fraction> atKnots = new();

    private VisitCoverage(Func<Fraction, Fraction> visits, IReadOnlyList<double> knots) => (this.visits, Knots) = (visits, knots);

    /// <summary>Shares at which the cheapest is looked for, nothing and all among them.</summary>
    internal IReadOnlyList<double> Knots { get; }

    /// <summary>Popularity by Zipf's law: the visits of the i-th fall as i^-skew.</summary>
    /// <param name="entities">Users or items, at least 1.</param>
    /// <param name="skew">Exponent: 0 when all come equally often. Not negative; no default, because it decides.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is below 1, or the exponent negative.</exception>
    public static VisitCoverage Zipf(Scalar entities, Scalar skew)
    {
        Scalar all = Require.AtLeast(1, entities, "entities"), exponent = Require.NonNegative(skew, "skew");
        return new VisitCoverage(
            share => Quantity.Function<Fraction>(default(ZipfShare), all, exponent, all * share),
            [0, .. Enumerable.Range(0, Steps).Select(step => Math.Pow(0.6, Steps - 1 - step))]);
    }

    /// <summary>Measured points; between them visits grow evenly, and nobody and everybody are known.</summary>
    /// <param name="points">Share of the entities, most frequent first, with the share of visits they make; both rising, strictly between 0 and all of the entities.</param>
    /// <exception cref="ArgumentException">The points do not rise, fall below an even share, or bend upwards: a more frequent head makes more visits for each.</exception>
    public static VisitCoverage Measured(params IReadOnlyList<(Fraction Share, Fraction Visits)> points)
    {
        ArgumentNullException.ThrowIfNull(points);
        (Scalar X, Fraction Y)[] known = [(0, Fraction.Zero), .. points.Select(point => (point.Share.AsScalar(), point.Visits)), (1, Fraction.One)];
        RefuseWhatDoesNotRise(known);
        return new VisitCoverage(share => Quantity.Table(share.AsScalar(), known), [.. known.Select(point => point.X.Value)]);
    }

    /// <summary>Part of the visits that the most frequent share makes.</summary>
    /// <param name="share">Part of the users or items, those who come most first.</param>
    /// <exception cref="ArgumentNullException">The share is null.</exception>
    public Fraction Of(Fraction share)
    {
        Fraction part = Require.NotNull(share, nameof(share));
        return part.IsCertain && Knots.Contains(part.Node.Nominal) ? AtKnot(part.Value) : visits(part);
    }

    /// <summary>Part of the visits at one of the knots.</summary>
    internal Fraction AtKnot(double share) => atKnots.GetOrAdd(share, known => visits(Fraction.FromRatio(known)));

    private static void RefuseWhatDoesNotRise((Scalar X, Fraction Y)[] points)
    {
        double steepest = double.PositiveInfinity;
        for (int i = 1; i < points.Length; i++)
        {
            double width = points[i].X.Value - points[i - 1].X.Value, slope = (points[i].Y.Value - points[i - 1].Y.Value) / width;
            if (!(width > 0) || slope < 0 || slope > steepest * (1 + 1e-9))
                throw new ArgumentException(Text.Of($"From {points[i - 1].Y} of the visits at {points[i - 1].X.Value:0.####} of the entities to {points[i].Y} at {points[i].X.Value:0.####}: both must rise, and the most frequent come first."), nameof(points));
            steepest = slope;
        }
    }
}
