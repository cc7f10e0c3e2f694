namespace MlsdEstimator;

internal sealed class DiscreteDistribution : Uncertain
{
    private readonly double[] values;
    private readonly double[] cumulative;

    public DiscreteDistribution((double Value, double Weight)[] choices)
    {
        Require.NotEmpty(choices, nameof(choices));
        foreach ((double value, double _) in choices)
            Require.Finite(value, nameof(choices));
        (double Value, double Weight)[] sorted = [.. choices.OrderBy(choice => choice.Value)];
        values = Array.ConvertAll(sorted, choice => choice.Value);
        double total = sorted.Sum(choice => Require.Above(0, choice.Weight, nameof(choices)));
        cumulative = new double[values.Length];
        double below = 0;
        for (int i = 0; i < values.Length; i++)
            cumulative[i] = (below += sorted[i].Weight) / total;
    }

    /// <summary>The lowest value with F >= 1/2. Sums such as 0.2 + 0.2 + 0.1 may miss the half by rounding, so it is forgiven.</summary>
    public override double Median => AtProbability(0.5);

    internal override double AtScore(double score) => AtProbability(StandardNormal.Probability(score));

    private protected override double AtProbability(double probability)
    {
        const double roundingNoise = 1e-14;
        int index = Array.FindIndex(cumulative, reached => reached >= probability - roundingNoise);
        return values[index < 0 ? ^1 : index];
    }

    internal override void AtProbabilities(ReadOnlySpan<double> probabilities, Span<double> values) => EachAtProbability(probabilities, values);

    public override string ToString() => $"one of {string.Join(", ", values.Select(value => Text.Of($"{value}")))}";
}
