using System.Runtime.CompilerServices;

namespace MlsdEstimator;

internal sealed class DiscreteDistribution : TailDistribution<DiscreteDistribution.Form>
{
    /// <summary>Up to here comparing with each is faster than a search.</summary>
    private const int MostCompared = 24;

    /// <summary>Sums such as 0.2 + 0.2 + 0.1 may miss the half by rounding, so it is forgiven.</summary>
    private const double RoundingNoise = 1e-14;

    private readonly double[] values;

    /// <summary>Highest probability that still reads the value of the same index; the last value has none.</summary>
    private readonly double[] limits;

    public DiscreteDistribution((double Value, double Weight)[] choices)
    {
        Require.NotEmpty(choices, nameof(choices));
        foreach ((double value, double _) in choices)
            Require.Finite(value, nameof(choices));
        (double Value, double Weight)[] sorted = [.. choices.OrderBy(choice => choice.Value)];
        values = Array.ConvertAll(sorted, choice => choice.Value);
        double total = sorted.Sum(choice => Require.Above(0, choice.Weight, nameof(choices)));
        limits = new double[values.Length - 1];
        double below = 0;
        for (int i = 0; i < limits.Length; i++)
            limits[i] = (below += sorted[i].Weight) / total + RoundingNoise;
    }

    /// <summary>The lowest value with F >= 1/2.</summary>
    public override double Median => AtProbability(0.5);

    private protected override Form Shape => new(values, limits);

    internal override void AtScores(ReadOnlySpan<double> scores, Span<double> values)
    {
        StandardNormal.Probabilities(scores, values);
        AtProbabilities(values, values);
    }

    internal override void AtProbabilities(ReadOnlySpan<double> probabilities, Span<double> values)
    {
        if (limits.Length <= MostCompared)
            base.AtProbabilities(probabilities, values);
        else
            EachAtProbability(probabilities, values);
    }

    private protected override double AtProbability(double probability)
    {
        int index = Array.BinarySearch(limits, probability);
        return values[index < 0 ? ~index : index];
    }

    public override string ToString() => $"one of {string.Join(", ", values.Select(value => Text.Of($"{value}")))}";

    /// <summary>Steps up by one value for each limit that is passed: no branch and no search.</summary>
    internal readonly struct Form(double[] values, double[] limits) : IKernel
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TLanes Apply<TLanes>(TLanes x)
            where TLanes : struct, ILanes<TLanes>
        {
            TLanes probability = TLanes.IfGreater(TLanes.All(0), x, TLanes.All(1) + x, x), value = TLanes.All(values[0]);
            for (int i = 0; i < limits.Length; i++)
                value = TLanes.IfGreater(probability, TLanes.All(limits[i]), TLanes.All(values[i + 1]), value);
            return value;
        }
    }
}
