namespace MlsdEstimator;

/// <summary>The way of a request through named stages: end-to-end percentiles, the part within the SLO, and what each stage costs.</summary>
/// <remarks>
/// Stages are independent unless <see cref="CommonLoad"/> ties them. All percentiles are one composition: their error is below 0.5 % at p50 to p99.9.
/// Adding the stages' p99s overstates the p99 of the path, and adding medians understates its median.
/// </remarks>
/// <example>
/// <code>
/// var path = new LatencyPath
/// {
///     Stages = LatencyStage.Sequence(
///         LatencyStage.Of("retrieval", LatencyProfile.LogNormal(25.Milliseconds, 62.5.Milliseconds)),
///         LatencyStage.Of("rank", LatencyProfile.LogNormal(40.Milliseconds, 100.Milliseconds), kernelShare: 60.Percent)),
///     Slo = 120.Milliseconds,
///     Target = 0.99,
/// };
/// path.P99;                                                          // not the sum of the two p99s
/// path.With("rank", LatencyProfile.LogNormal(20.Milliseconds, 50.Milliseconds)).WithinSlo;
/// path.Try(LatencyChange.FasterModel("int8", "rank", 1.7), LatencyChange.Hedge("hedge", "retrieval", 50.Milliseconds)).LeastSet;
/// </code>
/// </example>
public sealed record LatencyPath : Estimator
{
    /// <summary>The stages, each with its own name.</summary>
    /// <exception cref="ArgumentException">Two stages have the same name.</exception>
    public required LatencyStage Stages { get; init => field = NamedOnce(value); }

    /// <summary>Time within which requests have to be answered. Above 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not above 0.</exception>
    public required Duration Slo { get; init => field = Require.Positive(value, "SLO"); }

    /// <summary>Part of the requests that have to keep the SLO, strictly between 0 and 1: 0.99 for "200 ms at p99". No default: it decides.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not strictly between 0 and 1.</exception>
    public required double Target { get; init => field = Require.InsideUnitInterval(value, "target"); }

    /// <summary>
    /// Correlation of the stages' scores: how much of their slowness comes from a load that all of them share. 0 to below 1; null for independent stages.
    /// Fit it to a trace with <see cref="Measured"/>. A path with it is composed once for each of some 20 to 40 loads, and costs as many times more.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">1 or above.</exception>
    public Fraction? CommonLoad { get; init => field = value is null ? null : Require.FractionBelowOne(value, "common load"); }

    /// <summary>Median of the path.</summary>
    public Duration P50 => Result("path p50", () => At(0));

    /// <summary>90th percentile of the path.</summary>
    public Duration P90 => Result("path p90", () => At(1));

    /// <summary>95th percentile of the path.</summary>
    public Duration P95 => Result("path p95", () => At(2));

    /// <summary>99th percentile of the path.</summary>
    public Duration P99 => Result("path p99", () => At(3));

    /// <summary>99.9th percentile of the path.</summary>
    public Duration P999 => Result("path p99.9", () => At(4));

    /// <summary>Percentile of the path that the SLO speaks of.</summary>
    public Duration AtTarget => Result("path at target", () => Percentile(Target));

    /// <summary>Mean of the path: what Little's law asks for.</summary>
    public Duration Mean => Result("path mean", () => Reader.Mean);

    /// <summary>Part of the requests within the SLO.</summary>
    public Fraction WithinSlo => Result("within SLO", () => (1 - Late).Marked(Aspect.MoreIsBetter));

    /// <summary>Part of the requests that miss the SLO; it keeps its digits where nearly none do.</summary>
    public Fraction Late => Result("later than SLO", () => Composition.Exceeding);

    /// <summary>SLO less the percentile it speaks of; negative when it is missed.</summary>
    public Duration HeadRoom => Result("latency head-room", () => (Slo - AtTarget).Marked(Aspect.MoreIsBetter));

    /// <summary>Whether enough requests are within the SLO; with ranges, <c>MeetsSlo.Probability()</c> says how sure we are.</summary>
    public Condition MeetsSlo => WithinSlo >= Fraction.FromRatio(Target);

    /// <summary>What each single stage costs at the target percentile, the most expensive first.</summary>
    public IReadOnlyList<StageGain> Gains => Remember(() => (IReadOnlyList<StageGain>)[.. Stages.Singles.Select(Gain).OrderByDescending(gain => gain.Saved.IsFeasible ? gain.Saved.Seconds : 0)]);

    /// <inheritdoc/>
    public override IReadOnlyList<IQuantity> Results => [P50, P95, P99, P999, AtTarget, WithinSlo, HeadRoom];

    /// <inheritdoc/>
    public override IReadOnlyList<Finding> Findings => LatencyPathFindings.Of(this);

    private LatencyReader Reader => Remember(() => new LatencyReader(Stages.Tree, CommonLoad?.AsScalar()));

    private PathComposition Composition => Remember(() => Reader.Composition(Slo));

    /// <summary>What adding the stages' percentiles would say: wrong, and worth knowing by how much.</summary>
    /// <param name="level">Strictly between 0 and 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The level is not strictly between 0 and 1.</exception>
    public Duration Naive(double level) => Stages.Naive(Require.InsideUnitInterval(level, nameof(level))).Named("percentiles added");

    /// <summary>Any percentile of the path.</summary>
    /// <param name="level">Strictly between 0 and 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The level is not strictly between 0 and 1.</exception>
    public Duration Percentile(double level)
    {
        int standard = LatencyReader.Standard.IndexOf(Require.InsideUnitInterval(level, nameof(level)));
        return standard >= 0 ? At(standard) : Reader.Percentile(level);
    }

    /// <summary>The same path with another latency for one stage.</summary>
    /// <param name="stage">Name of the stage.</param>
    /// <param name="profile">Its new latency.</param>
    /// <exception cref="ArgumentException">No stage has that name; the message lists the nearest.</exception>
    public LatencyPath With(string stage, LatencyProfile profile)
    {
        ArgumentNullException.ThrowIfNull(profile);
        return With(stage, single => single.With(profile));
    }

    /// <summary>The same path with one stage changed: fanned out, cached, hedged, or replaced by several.</summary>
    /// <param name="stage">Name of the stage.</param>
    /// <param name="change">What to make of it.</param>
    /// <exception cref="ArgumentException">No stage has that name; the message lists the nearest.</exception>
    /// <example><code>path.With("retrieval", stage => stage.FanOut(64))</code></example>
    public LatencyPath With(string stage, Func<LatencyStage, LatencyStage> change)
    {
        ArgumentNullException.ThrowIfNull(change);
        string known = Known(stage);
        return this with { Stages = Stages.Edit(part => part.Name == known, change) };
    }

    /// <summary>The same path without a stage.</summary>
    /// <param name="stage">Name of the stage.</param>
    /// <exception cref="ArgumentException">No stage has that name; the message lists the nearest.</exception>
    public LatencyPath Without(string stage) => With(stage, LatencyProfile.Constant(Duration.Zero));

    /// <summary>Brings the path and a trace together: stages that are slow together, a stage that nobody modelled, or a contradiction.</summary>
    /// <param name="p50">Measured median of the whole. Certain, above 0.</param>
    /// <param name="p99">Measured 99th percentile of the whole. Certain, above the median.</param>
    /// <exception cref="ArgumentException">A measurement is uncertain.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A measurement is not above 0, or the p99 is not above the p50.</exception>
    /// <exception cref="EstimateException">The path itself is infeasible.</exception>
    public Reconciliation Measured(Duration p50, Duration p99) => new TraceFit(this, p50, p99).Reconcile();

    /// <summary>Ranks changes: what each gives alone and after the better ones, and the least set that meets the SLO.</summary>
    /// <param name="changes">1 to 12 changes, each with its own name.</param>
    /// <exception cref="ArgumentException">No change, more than 12, or two of one name; a stage they name is unknown.</exception>
    public LatencyTrial Try(params IReadOnlyList<LatencyChange> changes) => new(this, changes);

    internal string Known(string stage)
    {
        Require.NotBlank(stage, nameof(stage));
        string[] names = [.. Stages.Singles.Select(single => single.Name!)];
        return names.Contains(stage)
            ? stage
            : throw new ArgumentException($"No stage is called '{stage}'; the nearest are {NearestNames.Of(stage, names)}.", nameof(stage));
    }

    private static LatencyStage NamedOnce(LatencyStage stages)
    {
        ArgumentNullException.ThrowIfNull(stages);
        string? twice = stages.Singles.GroupBy(stage => stage.Name).FirstOrDefault(group => group.Count() > 1)?.Key;
        return twice is null ? stages : throw new ArgumentException($"Two stages are called '{twice}'; give each its own name.", nameof(stages));
    }

    private Duration At(int standard) => Composition.Percentiles[standard];

    private StageGain Gain(LatencyStage stage)
    {
        (Duration without, Duration faster) = (Without(stage.Name!).AtTarget, With(stage.Name!, stage.Profile.Scaled(0.5)).AtTarget);
        return new StageGain(stage.Name!, without, faster, AtTarget - without, AtTarget - faster);
    }
}
