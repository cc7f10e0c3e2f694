namespace MlsdEstimator;

/// <summary>How much comes in: the average that storage and volume prices read, the peak that fleets are sized for, and what is counted.</summary>
public sealed class Load
{
    private Load(Rate average, Rate peak, string counts, Lazy<bool>? averageIsPeak = null)
    {
        Counts = Require.NotBlank(counts, nameof(counts));
        AverageIsPeak = averageIsPeak ?? new(() => average.Aspects.Contains(Aspect.Peak));
        Average = average.Marked(Aspect.Average, Aspect.Counts(counts));
        Peak = peak.Marked(Aspect.Peak, Aspect.Counts(counts));
    }

    /// <summary>Rate over the whole day.</summary>
    public Rate Average { get; }

    /// <summary>Rate in the busiest time.</summary>
    public Rate Peak { get; }

    /// <summary>What is counted: "requests", "predictions", "reads", "tokens".</summary>
    public string Counts { get; }

    /// <summary>True when a peak rate was given for the average.</summary>
    internal Lazy<bool> AverageIsPeak { get; }

    /// <summary>A load from its average and its peak.</summary>
    /// <param name="average">Rate over the whole day, not negative.</param>
    /// <param name="peak">Rate in the busiest time; not below the average.</param>
    /// <param name="counts">What is counted: "requests".</param>
    /// <exception cref="ArgumentOutOfRangeException">A rate is negative, or the nominal peak is below the average.</exception>
    /// <exception cref="ArgumentException">The text is empty.</exception>
    public static Load Of(Rate average, Rate peak, string counts)
    {
        Require.NotBlank(counts, nameof(counts));
        Rate mean = Require.NonNegative(average, $"average {counts}");
        Rate busiest = Require.NonNegative(peak, $"peak {counts}");
        if ((busiest >= mean).Nominally == false)
            throw new ArgumentOutOfRangeException(nameof(peak), $"The peak of {counts} is {busiest}, but must not be below the average of {mean}; swap them.");
        bool isSure = mean.IsCertain && busiest.IsCertain;
        Rate possible = isSure || Interval.Of(busiest.Node).Low >= Interval.Of(mean.Node).High || busiest.Node.Bare == mean.Node.Bare || !IsLoose(mean, busiest)
            ? busiest
            : busiest.FeasibleWhen(busiest >= mean, "the peak is below the average").Named(busiest.Name!);
        return new Load(mean, possible, counts);
    }

    /// <summary>A peak that was computed from its average: nothing to check.</summary>
    internal static Load Computed(Rate average, Rate peak, string counts) => new(average, peak, counts);

    /// <summary>The same of an average that is known to be a peak, or not to be.</summary>
    internal static Load Computed(Rate average, Rate peak, string counts, bool averageIsPeak) => new(average, peak, counts, new Lazy<bool>(() => averageIsPeak));

    /// <summary>True for two rates that were given apart; a peak that is computed from its average, or the other way, needs no check.</summary>
    private static bool IsLoose(Rate average, Rate peak) =>
        !GraphWalk.OperandsFirst([peak.Node]).Contains(average.Node.Bare) && !GraphWalk.OperandsFirst([average.Node]).Contains(peak.Node.Bare);

    /// <summary>Each of these causes so many of something else: a request makes 500 predictions.</summary>
    /// <param name="factor">How many each one causes, not negative.</param>
    /// <param name="counts">What the new load counts: "predictions".</param>
    /// <exception cref="ArgumentOutOfRangeException">The factor is negative.</exception>
    public Load Times(Scalar factor, string counts)
    {
        Scalar each = Require.NonNegative(factor, $"{counts} per {Singular}");
        return new Load((Average * each).Named($"average {counts}"), (Peak * each).Named($"peak {counts}"), counts, AverageIsPeak);
    }

    /// <summary>The part of this load that goes one way: a share of users, a cache's misses.</summary>
    /// <param name="share">The part.</param>
    /// <exception cref="ArgumentNullException">The share is null.</exception>
    public Load Part(Fraction share)
    {
        Fraction part = Require.NotNull(share, nameof(share));
        return new Load(Average * part, Peak * part, Counts, AverageIsPeak);
    }

    /// <summary>"57.9 k/s on average, 116 k/s at peak (requests)".</summary>
    public override string ToString() => $"{Average} on average, {Peak} at peak ({Counts})";

    private string Singular => Counts.EndsWith('s') ? Counts[..^1] : Counts;
}
