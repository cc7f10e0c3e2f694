namespace MlsdEstimator;

/// <summary>A distribution whose quantile function is too slow for draws: they read a table of it, made once when the first block is drawn.</summary>
internal abstract class TabulatedDistribution : Uncertain
{
    private readonly Lazy<QuantileTable?> table;

    private protected TabulatedDistribution()
    {
        table = new Lazy<QuantileTable?>(Tabulate);
    }

    /// <summary>The value at a <see cref="SignedTail"/>, to all digits.</summary>
    /// <param name="tail">Where.</param>
    /// <param name="near">A value close by, from which an iteration may start; NaN when there is none.</param>
    private protected abstract double ValueAt(double tail, double near);

    internal override double AtScore(double score) => ValueAt(SignedTail.OfScore(score), double.NaN);

    private protected override double AtProbability(double probability) => ValueAt(SignedTail.Of(probability), double.NaN);

    internal override void AtProbabilities(ReadOnlySpan<double> probabilities, Span<double> values)
    {
        if (table.Value is QuantileTable known)
            Read(SignedTail.OverPoints(known.AsKernel()), known.Smallest, 1 - known.Smallest, AtProbability, probabilities, values);
        else
            Each(AtProbability, probabilities, values);
    }

    internal override void AtScores(ReadOnlySpan<double> scores, Span<double> values)
    {
        if (table.Value is QuantileTable known)
            Read(StandardNormal.OverScores(known.AsKernel()), known.SmallestScore, -known.SmallestScore, AtScore, scores, values);
        else
            Each(AtScore, scores, values);
    }

    private static void Each(Func<double, double> exact, ReadOnlySpan<double> places, Span<double> values)
    {
        for (int i = 0; i < places.Length; i++)
            values[i] = exact(places[i]);
    }

    /// <summary>Reads the table, and the few places outside it from the function: before the table, because the two spans may be the same.</summary>
    private static void Read<TKernel>(TKernel table, double lowest, double highest, Func<double, double> exact, ReadOnlySpan<double> places, Span<double> values)
        where TKernel : struct, IKernel
    {
        List<(int Index, double Value)> far = QuantileTable.AnyOutside(places, lowest, highest) ? Outside(lowest, highest, exact, places) : [];
        Kernel.Apply(table, places, values);
        foreach ((int index, double value) in far)
            values[index] = value;
    }

    private static List<(int Index, double Value)> Outside(double lowest, double highest, Func<double, double> exact, ReadOnlySpan<double> places)
    {
        var far = new List<(int Index, double Value)>();
        for (int i = 0; i < places.Length; i++)
        {
            if (places[i] < lowest || places[i] > highest)
                far.Add((i, exact(places[i])));
        }
        return far;
    }

    private QuantileTable? Tabulate()
    {
        double near = double.NaN;
        return QuantileTable.Of(tail => near = ValueAt(tail, near));
    }
}
