namespace MlsdEstimator;

/// <summary>Time from arrival to the end of one's batch at an instance that starts the next batch, of whatever waits, as soon as it is free.</summary>
/// <remarks>
/// A request waits until the batch in work ends, and through the full batches of those who were there before it; its own batch holds whoever arrived until it starts. The wait
/// follows from the chain of the queue left when a batch ends, and is tabulated; for each wait the mean and the variance of the own batch's time are exact,
/// its law in between is log-normal.
/// </remarks>
internal sealed class BatchedLaw : Law
{
    /// <summary>Variances below this, over the mean squared, are rounding: the time is certain.</summary>
    private const double Certain = 1e-12;

    /// <summary>Places in the table of the law, and the tail at which it ends.</summary>
    private const int Places = 256;

    private const double Tabulated = 1e-5;

    private readonly Lazy<(double Step, double[] Above)> table;
    private readonly Law alone;
    private readonly double unhindered;
    private readonly BatchWaits waits;

    /// <summary>Logarithm of the median of the own batch's time, by wait, and its spread.</summary>
    private readonly double[] middle;
    private readonly double[] spread;
    private readonly double[] longer;

    private BatchedLaw(BatchWaits waits, Law alone, double variability)
    {
        (this.waits, this.alone, unhindered) = (waits, alone, waits.Unhindered);
        table = new(Table);
        (middle, spread, longer) = (new double[BatchWaits.Cells], new double[BatchWaits.Cells], new double[BatchWaits.Cells + 1]);
        for (int cell = BatchWaits.Cells - 1; cell >= 0; cell--)
        {
            (double mass, double mean, double square) = waits.At(cell);
            longer[cell] = longer[cell + 1] + mass;
            double excess = Math.Max(0, square * (1 + variability) / (mean * mean) - 1), variance = excess > Certain ? Math.Log(1 + excess) : 0;
            (middle[cell], spread[cell]) = (Math.Log(mean) - variance / 2, Math.Sqrt(variance));
        }
    }

    public override double Least => 0;

    /// <summary>Null for numbers that cannot be, and at or above the capacity.</summary>
    public static BatchedLaw? Of(double rate, double perItem, double perBatch, double variability, int most)
    {
        if (!(rate >= 0 && perItem > 0 && perBatch >= 0 && variability >= 0) || rate * (perItem * most + perBatch) >= most)
            return null;
        double single = perItem + perBatch, variance = Math.Log(1 + variability);
        Law alone = variability > 0 ? new LogNormalLaw(Math.Log(single) - variance / 2, Math.Sqrt(variance)) : new ConstantLaw(single);
        return BatchWaits.Of(rate, perItem, perBatch, most) is BatchWaits waits ? new BatchedLaw(waits, alone, variability) : null;
    }

    public override void Above(ReadOnlySpan<double> times, Span<double> above)
    {
        alone.Above(times, above);
        for (int i = 0; i < times.Length; i++)
            above[i] = Math.Min(1, unhindered * above[i] + AboveAfterWait(times[i]));
    }

    /// <summary>From a table, the next place above; from <see cref="Bound"/> where it ends.</summary>
    public override double Reach(double tail)
    {
        int place = Array.FindIndex(table.Value.Above, above => above <= tail);
        return place < 0 ? Bound(tail) : (place + 1) * table.Value.Step;
    }

    protected override (double Low, double High) Bracket(double tail)
    {
        double high = Math.Max(alone.Exceeded(Math.Min(tail, 0.5)), waits.Width);
        while (Above(high) > tail)
            high *= 2;
        return (0, high);
    }

    private (double Step, double[] Above) Table()
    {
        double step = Bound(Tabulated) / Places;
        double[] times = [.. Enumerable.Range(1, Places).Select(place => place * step)], above = new double[Places];
        Above(times, above);
        return (step, above);
    }

    /// <summary>A wait and a batch that are each exceeded half as often: their sum is not exceeded more often.</summary>
    private double Bound(double tail)
    {
        int cell = 0;
        while (cell < BatchWaits.Cells && longer[cell] > tail / 2)
            cell++;
        double score = Math.Max(0, StandardNormal.Score(1 - tail / 2)), slowest = alone.Exceeded(tail / 2);
        for (int each = 0; each < cell; each++)
            slowest = Math.Max(slowest, Math.Exp(middle[each] + spread[each] * score));
        return cell * waits.Width + slowest;
    }

    private double AboveAfterWait(double time)
    {
        int last = (int)Math.Clamp(Math.Ceiling(time / waits.Width), 0, BatchWaits.Cells);
        double sum = longer[last];
        for (int cell = 0; cell < last; cell++)
        {
            double mass = longer[cell] - longer[cell + 1];
            sum += mass > 0 ? mass * Exceeding(cell, time) : 0;
        }
        return sum;
    }

    /// <summary>Waits lie anywhere in their cell; a certain service only shifts it.</summary>
    private double Exceeding(int cell, double time)
    {
        double start = cell * waits.Width;
        if (spread[cell] == 0)
            return Math.Clamp((start + waits.Width + Math.Exp(middle[cell]) - time) / waits.Width, 0, 1);
        return NormalTable.Probability((middle[cell] - Math.Log(Math.Max(time - start - waits.Width / 2, 0))) / spread[cell]);
    }
}
