using System.Globalization;

namespace MlsdEstimator;

/// <summary>
/// What a number stands for beyond its unit: an average or a peak, a mean or a percentile, requests or predictions.
/// Estimators mark quantities with aspects, scaling passes them on, derivations show them, and findings read them.
/// </summary>
public abstract record Aspect
{
    private Aspect()
    {
    }

    /// <summary>A load averaged over the day: what storage and volume prices read.</summary>
    public static Aspect Average { get; } = new LoadAspect("average");

    /// <summary>The load in the busiest time: what fleets are sized for.</summary>
    public static Aspect Peak { get; } = new LoadAspect("peak");

    /// <summary>The mean over requests.</summary>
    public static Aspect Mean { get; } = new StatisticAspect(null);

    /// <summary>Computed from the model's arithmetic alone: features, retrieval, serialisation and the rest come on top.</summary>
    public static Aspect ModelOnly { get; } = new ScopeAspect("model only");

    /// <summary>For one device, not for the fleet.</summary>
    public static Aspect PerDevice { get; } = new ScopeAspect("per device");

    /// <summary>More is better (head-room, hit ratio): infeasible draws count at the bottom of the distribution, not at the top.</summary>
    public static Aspect MoreIsBetter { get; } = new ScopeAspect("more is better");

    /// <summary>A percentile of the spread over requests, never of doubt.</summary>
    /// <param name="level">Between 0 and 1: 0.99 for the p99.</param>
    /// <exception cref="ArgumentOutOfRangeException">The level is not inside 0..1.</exception>
    public static Aspect Percentile(double level) => new StatisticAspect(Require.InsideUnitInterval(level, nameof(level)));

    /// <summary>What a load or number counts: "requests", "predictions", "reads", "tokens".</summary>
    /// <param name="what">Plural noun.</param>
    /// <exception cref="ArgumentException">The text is empty.</exception>
    public static Aspect Counts(string what) => new CountAspect(Require.NotBlank(what, nameof(what)));

    /// <summary>Aspects of one slot replace each other: a peak is no longer an average.</summary>
    internal abstract string Slot { get; }

    internal sealed record LoadAspect(string Kind) : Aspect
    {
        internal override string Slot => "load";

        public override string ToString() => Kind;
    }

    internal sealed record StatisticAspect(double? Level) : Aspect
    {
        internal override string Slot => "statistic";

        public override string ToString() => Level is null ? "mean" : string.Create(CultureInfo.InvariantCulture, $"p{Level * 100:0.###}");
    }

    internal sealed record CountAspect(string What) : Aspect
    {
        internal override string Slot => "counts";

        public override string ToString() => $"counts {What}";
    }

    internal sealed record ScopeAspect(string Kind) : Aspect
    {
        internal override string Slot => Kind;

        public override string ToString() => Kind;
    }
}
