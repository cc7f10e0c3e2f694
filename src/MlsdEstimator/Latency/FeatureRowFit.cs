namespace MlsdEstimator;

/// <summary>Fixed cost and cost per entity of a feature server or store, by least squares through measured medians.</summary>
/// <remarks>
/// p50 = fixed + per entity x entities. Feature servers are linear until their host is full: fit to load points below the knee only.
/// Best values without a range; <see cref="RSquared"/> says how well the line fits.
/// </remarks>
/// <example>
/// <code>
/// var fit = FeatureRowFit.To((1, 8.764.Milliseconds), (50, 58.972.Milliseconds), (100, 110.196.Milliseconds));
/// Duration slope = fit.PerEntity;
/// </code>
/// </example>
public sealed record FeatureRowFit : Estimator
{
    private readonly (double Slope, double Start, double RSquared) line;

    private FeatureRowFit((double Slope, double Start, double RSquared) line) => this.line = line;

    /// <summary>Time that each further entity adds.</summary>
    public Duration PerEntity => Result("time per entity", () => Duration.FromSeconds(line.Slope));

    /// <summary>Time of a request for no entity.</summary>
    public Duration Fixed => Result("fixed time", () => Duration.FromSeconds(line.Start));

    /// <summary>Part of the variance between the points that the line explains.</summary>
    public Scalar RSquared => Result("R squared", () => Scalar.FromNumber(line.RSquared));

    /// <inheritdoc/>
    public override IReadOnlyList<IQuantity> Results => [Fixed, PerEntity, RSquared];

    /// <summary>Fits the line.</summary>
    /// <param name="points">At least two points (entities, median) with different entities: entities not negative, times above 0, all certain.</param>
    /// <exception cref="ArgumentException">Fewer than two different numbers of entities, a point that is a range, or times that do not rise or begin below 0.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its range.</exception>
    public static FeatureRowFit To(params IReadOnlyList<(Scalar Entities, Duration P50)> points)
    {
        Require.NotEmpty(points, nameof(points));
        (double X, double Y)[] values = [.. points.Select(Valid)];
        double meanX = values.Average(point => point.X), meanY = values.Average(point => point.Y);
        double square = values.Sum(point => (point.X - meanX) * (point.X - meanX)), rise = values.Sum(point => (point.X - meanX) * (point.Y - meanY));
        if (square == 0)
            throw new ArgumentException("A line needs two different numbers of entities; measure few and many.", nameof(points));
        (double slope, double start) = (rise / square, meanY - rise / square * meanX);
        if (!(slope > 0 && start >= 0))
            throw new ArgumentException(Text.Of($"The times give {start * 1000:G4} ms + {slope * 1000:G4} ms per entity, but they must rise with the entities and begin at 0 or above; measure more points below the knee."), nameof(points));
        return new FeatureRowFit((slope, start, slope * rise / values.Sum(point => (point.Y - meanY) * (point.Y - meanY))));
    }

    private static (double X, double Y) Valid((Scalar Entities, Duration P50) point)
    {
        (Scalar entities, Duration time) = (Require.NonNegative(point.Entities, "entities"), Require.Positive(point.P50, "median"));
        return entities.IsCertain && time.IsCertain
            ? (entities.Value, time.BaseValue)
            : throw new ArgumentException($"A point is a measurement, but '{(entities.IsCertain ? time : entities)}' is a range; give plain values.", nameof(point));
    }
}
