namespace MlsdEstimator;

/// <summary>Looks for what explains a trace, at nominal values: a common load first, because it needs no new stage, then a stage that is missing.</summary>
internal sealed class TraceFit
{
    /// <summary>Percentiles this near are the same: traces of the same service differ by more from day to day.</summary>
    private const double Tolerance = 0.05;

    /// <summary>Stages that are slow together more than this are one stage.</summary>
    private const double HighestCorrelation = 0.95;

    /// <summary>The heaviest tail of a missing stage: p99 over p50.</summary>
    private const double HeaviestTail = 1000;

    private const double LightestTail = 1.001;

    /// <summary>Relative, of the fit: far below what a trace knows.</summary>
    private const double Accuracy = 1e-6;

    private const int MostSteps = 60;

    /// <summary>Name of a stage that nobody modelled.</summary>
    private const string Missing = "unattributed";

    private readonly LatencyPath path;
    private readonly double p50;
    private readonly double p99;

    public TraceFit(LatencyPath path, Duration p50, Duration p99)
    {
        this.path = path with { CommonLoad = null };
        (this.p50, this.p99) = (Certain(p50, "measured p50"), Certain(p99, "measured p99"));
        if (!(this.p99 > this.p50))
            throw new ArgumentOutOfRangeException(nameof(p99), $"The measured p99 is {p99}, but must be above the measured p50 of {p50}; swap them.");
    }

    public Reconciliation Reconcile()
    {
        (double median, double tail) = Times(path);
        if (Near(median, p50) && Near(tail, p99))
            return new Reconciliation(ReconciliationKind.Agrees, Text.Of($"The model agrees with the trace: p50 {Ms(median)} against {Ms(p50)} measured, p99 {Ms(tail)} against {Ms(p99)}."), path);
        if (tail < p99 && WithCommonLoad() is Reconciliation correlated)
            return correlated;
        return median < p50 && WithMissingStage(median, tail) is Reconciliation extended ? extended : Contradiction(median, tail);
    }

    private Reconciliation? WithCommonLoad()
    {
        if (Times(Correlated(HighestCorrelation)).P99 < p99)
            return null;
        double correlation = Solve(0, HighestCorrelation, guess => guess == 0 ? Times(path).P99 : Times(Correlated(guess)).P99, p99);
        LatencyPath correlated = Correlated(correlation);
        (double median, double tail) = Times(correlated);
        if (!Near(median, p50))
            return null;
        string reason = Text.Of($"The stages are slow together: a common load with a correlation of {correlation:0.00} gives p50 {Ms(median)} against {Ms(p50)} measured, p99 {Ms(tail)} against {Ms(p99)}; independent stages give a p99 of {Ms(Times(path).P99)}.");
        return new Reconciliation(ReconciliationKind.CommonLoad, reason, correlated) { CommonLoad = correlated.CommonLoad };
    }

    /// <summary>For each tail of the missing stage its median is fixed by the measured median; then the measured p99 fixes the tail.</summary>
    private Reconciliation? WithMissingStage(double median, double tail)
    {
        if (TailWith(LightestTail) > p99 * (1 + Tolerance) || TailWith(HeaviestTail) < p99)
            return null;
        double ratio = TailWith(LightestTail) >= p99 ? LightestTail : Math.Exp(Solve(Math.Log(LightestTail), Math.Log(HeaviestTail), log => TailWith(Math.Exp(log)), p99));
        LatencyProfile missing = MissingStage(ratio);
        LatencyPath whole = Extended(missing);
        (double found, double foundTail) = Times(whole);
        string reason = Text.Of($"A stage is missing: {missing} that no stage accounts for gives p50 {Ms(found)} and p99 {Ms(foundTail)} as measured; the modelled stages alone give {Ms(median)} and {Ms(tail)}. Look for queueing, serialisation, retries and pauses.");
        return new Reconciliation(ReconciliationKind.UnattributedStage, reason, whole) { Unattributed = missing };
    }

    private Reconciliation Contradiction(double median, double tail)
    {
        string why = median > p50 * (1 + Tolerance)
            ? Text.Of($"the stages alone take {Ms(median)} at p50, but the whole was measured at {Ms(p50)}: stages overlap that are modelled in sequence, or they were measured under more load")
            : tail > p99 * (1 + Tolerance)
                ? Text.Of($"the stages alone reach {Ms(tail)} at p99, but the whole was measured at {Ms(p99)}: a timeout cuts the trace off, or the stages' tails were measured under more load")
                : Text.Of($"neither slowness in common nor a stage of its own turns p50 {Ms(median)} and p99 {Ms(tail)} into {Ms(p50)} and {Ms(p99)}: look for rare events such as pauses, retries and cold starts, and model them as a share of the requests");
        return new Reconciliation(ReconciliationKind.Impossible, $"The model and the trace contradict each other: {why}.", null);
    }

    private double TailWith(double ratio) => Times(Extended(MissingStage(ratio))).P99;

    private LogNormalLatency MissingStage(double ratio)
    {
        double median = Solve(p50 * 1e-6, p50, guess => Times(Extended(Stage(guess, ratio))).P50, p50);
        return Stage(median, ratio);
    }

    private static LogNormalLatency Stage(double median, double ratio) => LatencyProfile.LogNormal(median.Seconds, (median * ratio).Seconds);

    private LatencyPath Extended(LatencyProfile missing) =>
        path with { Stages = LatencyStage.Sequence(path.Stages, LatencyStage.Of(FreeName(), missing)) };

    private string FreeName() => path.Stages.Singles.Any(stage => stage.Name == Missing) ? $"{Missing}, again" : Missing;

    private LatencyPath Correlated(double correlation) => path with { CommonLoad = Fraction.FromRatio(correlation) };

    private static (double P50, double P99) Times(LatencyPath path) => (path.P50.Seconds, path.P99.Seconds);

    private static bool Near(double model, double measured) => Math.Abs(model - measured) <= Tolerance * measured;

    private static string Ms(double seconds) => seconds.Seconds.ToString();

    /// <summary>Where a rising function reaches a target between two values: secants that stay between, and every third step the middle.</summary>
    private static double Solve(double low, double high, Func<double, double> rising, double target)
    {
        double below = rising(low) - target, above = rising(high) - target;
        for (int step = 1; step < MostSteps && high - low > Accuracy * high; step++)
        {
            double secant = low - below * (high - low) / (above - below);
            double guess = step % 3 == 0 || !(secant > low && secant < high) ? low + (high - low) / 2 : secant, excess = rising(guess) - target;
            if (Math.Abs(excess) <= Accuracy * target)
                return guess;
            (low, below, high, above) = excess < 0 ? (guess, excess, high, above / 2) : (low, below / 2, guess, excess);
        }
        return high;
    }

    private static double Certain(Duration time, string name)
    {
        if (!Require.Positive(time, name).IsCertain)
            throw new ArgumentException($"'{name}' is a measurement, but {time} is a range; give one value.", name);
        return time.Seconds;
    }
}
