namespace MlsdEstimator;

/// <summary>Traffic and refreshes as multiples of what was given.</summary>
internal sealed record TrafficChange
{
    /// <summary>Requests, users staying as many.</summary>
    public double Requests { get; init; } = 1;

    /// <summary>Users or items for which answers are computed ahead.</summary>
    public double Entities { get; init; } = 1;

    /// <summary>Part of them that comes before the next refresh; it stays at most all.</summary>
    public double Coming { get; init; } = 1;

    /// <summary>Time between refreshes.</summary>
    public double Interval { get; init; } = 1;

    public Load On(Load load) => Load.Computed(load.Average * Requests, load.Peak * Requests, load.Counts);
}
