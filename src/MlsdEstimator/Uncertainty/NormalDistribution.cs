namespace MlsdEstimator;

internal sealed class NormalDistribution(double mean, double standardDeviation) : Uncertain
{
    private readonly double mean = Require.Finite(mean, nameof(mean));
    private readonly double deviation = Require.Above(0, standardDeviation, nameof(standardDeviation));

    internal override double AtScore(double score) => mean + deviation * score;

    public override string ToString() => Text.Of($"normal, mean {mean}, standard deviation {deviation}");
}
