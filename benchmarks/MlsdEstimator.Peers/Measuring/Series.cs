namespace MlsdEstimator.Peers;

/// <summary>One program in one contest, over all rounds.</summary>
/// <param name="Rounds">A measurement for each round in which the program ran.</param>
internal sealed record Series(IReadOnlyList<Measurement> Rounds)
{
    public Measurement Best => Rounds.MinBy(round => round.NanosecondsPerSample)!;

    public double MedianNanosecondsPerSample
    {
        get
        {
            double[] sorted = [.. Rounds.Select(round => round.NanosecondsPerSample).Order()];
            return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
        }
    }
}
