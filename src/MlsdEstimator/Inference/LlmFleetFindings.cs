namespace MlsdEstimator;

/// <summary>What a reader of a fleet should know.</summary>
internal static class LlmFleetFindings
{
    /// <summary>So many draws know the ends of a range to a few per cent.</summary>
    private static readonly SimulationOptions Draws = new() { Samples = 1024, Randomisations = 1 };

    /// <summary>So far beyond a limit of means a p95 is worth a word.</summary>
    private const double SlowerThanLimit = 1.25;

    public static IReadOnlyList<Finding> Of(LlmFleet fleet) =>
    [
        .. InDoubt(fleet, fleet.AtBestGuess.TimeToFirstToken, fleet.FirstTokenLimit), .. InDoubt(fleet, fleet.AtBestGuess.TimePerToken, fleet.TokenLimit),
        .. Slow(fleet.AtBestGuess.TimeToFirstTokenP95, "of the requests", fleet.FirstTokenLimit), .. Slow(fleet.AtBestGuess.TimePerTokenP95, "of the answers", fleet.TokenLimit), .. Emulated(fleet.Replica),
    ];

    /// <summary>A mean may keep a limit that one of twenty requests breaks by far.</summary>
    private static IEnumerable<Finding> Slow(Duration late, string some, Duration? limit)
    {
        if (limit is not null && (late > SlowerThanLimit * limit).Nominally == true)
            yield return new Finding(Severity.Note, FindingCodes.Consequence, $"{late.Name} is {late}: the limit of {limit} is kept by the mean, and 5 % {some} take longer than that; give a lower limit where they must not.", late);
    }

    /// <summary>At the number of requests that keeps the limit at best guesses.</summary>
    private static IEnumerable<Finding> InDoubt(LlmFleet fleet, Duration time, Duration? limit)
    {
        if (limit is null)
            yield break;
        Estimate<Duration> belief = time.Simulate(Draws);
        if ((belief.High > limit).Nominally == true)
            yield return new Finding(Severity.Warning, FindingCodes.LimitInDoubt, Text.Of($"{time.Name} with {fleet.AtOnce} requests at once on a replica is {belief.Low} to {belief.High} (90%, mean over requests), and its limit of {limit} lies inside: the {fleet.Bought} replicas bought keep it in {fleet.Confidence * 100:0.#}% of the belief. Measure one replica, or know the demand better, to need fewer."), time);
    }

    private static IEnumerable<Finding> Emulated(LlmReplica replica)
    {
        ComputeRate rate = replica.Device.RateFor(replica.Model.Format.Compute);
        if (!rate.IsNative)
            yield return new Finding(Severity.Note, FindingCodes.Consequence, $"{replica.Device} has no {rate.Wanted} arithmetic: {replica.Model.Format} is multiplied as {rate.RunsAs}, which saves memory and not time of prompts.", replica.WeightsPerDevice);
    }
}
