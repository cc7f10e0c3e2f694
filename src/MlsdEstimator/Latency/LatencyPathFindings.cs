namespace MlsdEstimator;

/// <summary>What the numbers of a path mean: a queue that is full, a missed SLO, percentiles that would have been added, tails at fan-out, caches that start cold.</summary>
internal static class LatencyPathFindings
{
    /// <summary>An error of naive addition below this part is not worth a sentence.</summary>
    private const double WorthSaying = 0.1;

    public static IReadOnlyList<Finding> Of(LatencyPath path) =>
        [.. path.Stages.Singles.SelectMany(FullQueues), .. Missed(path), .. NaiveAddition(path), .. path.Stages.All.SelectMany(stage => OfStage(path, stage))];

    private static IEnumerable<Finding> OfStage(LatencyPath path, LatencyStage stage) => stage.Kind switch
    {
        StageKind.FanOut => FanOut(stage, (Scalar)stage.Parameter),
        StageKind.Cached => ColdCache(path, stage),
        StageKind.Hedged => Hedging(stage, (Duration)stage.Parameter),
        _ => [],
    };

    /// <summary>A saturated stage leaves the path without a number: this says which, and what it needs.</summary>
    private static IEnumerable<Finding> FullQueues(LatencyStage stage) =>
        stage.Profile.Queues.SelectMany(queue => queue.Findings)
            .Where(finding => finding.Severity > Severity.Note)
            .Select(finding => finding with { Message = $"'{stage}': {finding.Message}" });

    private static IEnumerable<Finding> Missed(LatencyPath path)
    {
        if (path.MeetsSlo.Nominally != false)
            yield break;
        StageGain first = path.Gains[0];
        yield return new Finding(
            Severity.Warning,
            FindingCodes.SloMissed,
            $"The {Aspect.Percentile(path.Target)} is {path.AtTarget}, above the SLO of {path.Slo}: {path.Late} of the requests are late. Most is in '{first.Stage}': without it {first.Without}, twice as fast {first.TwiceAsFast}.",
            path.AtTarget);
    }

    private static IEnumerable<Finding> NaiveAddition(LatencyPath path)
    {
        Duration added = path.Naive(path.Target);
        if (!added.IsFeasible || !path.AtTarget.IsFeasible || path.AtTarget.Seconds == 0)
            yield break;
        double error = added.Seconds / path.AtTarget.Seconds - 1;
        if (Math.Abs(error) > WorthSaying)
            yield return new Finding(
                Severity.Note,
                FindingCodes.PercentilesAdded,
                Text.Of($"Adding the stages' {Aspect.Percentile(path.Target)} would have said {added}, {Math.Abs(error) * 100:0} % too {(error > 0 ? "high" : "low")}: percentiles do not add, the path's is {path.AtTarget}."),
                path.AtTarget);
    }

    private static IEnumerable<Finding> FanOut(LatencyStage stage, Scalar calls)
    {
        if (!calls.IsFeasible || calls.Value <= 1)
            yield break;
        double some = TailProbability.OfAny(0.01, calls.Value), leaf = TailProbability.OfEach(0.01, calls.Value);
        yield return new Finding(
            Severity.Note,
            FindingCodes.FanOutTail,
            Text.Of($"'{stage}' waits for the slowest of {calls} calls: {some * 100:0} % of the requests meet at least one call beyond its p99, and the stage's p99 is the p{(1 - leaf) * 100:0.####} of one call. Each request makes {calls} calls: size the shards for them, and measure the leaf's tail that far out."),
            stage.Profile.P99);
    }

    private static IEnumerable<Finding> ColdCache(LatencyPath path, LatencyStage stage)
    {
        LatencyPath cold = path with { Stages = path.Stages.Edit(part => ReferenceEquals(part, stage), cached => cached.Parts[0]) };
        yield return new Finding(
            Severity.Warning,
            FindingCodes.ColdCache,
            $"While the cache before '{stage}' is cold, every request misses: the path's {Aspect.Percentile(path.Target)} is {cold.AtTarget} instead of {path.AtTarget}, and '{stage}' takes the whole load. Warm it before it takes traffic, or size for the cold case.",
            cold.AtTarget);
    }

    private static IEnumerable<Finding> Hedging(LatencyStage stage, Duration after)
    {
        Fraction extra = stage.Parts[0].Profile.Exceeding(after);
        yield return new Finding(
            Severity.Note,
            FindingCodes.HedgingLoad,
            $"Hedging '{stage}' after {after} sends {extra} more calls: give it that capacity, and cap it, or a slow store is hedged into overload.",
            extra);
    }
}
