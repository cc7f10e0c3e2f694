namespace MlsdEstimator;

/// <summary>How often a request is late at an instance that works in batches, with all else that counts into the limit.</summary>
/// <param name="Rest">Law of all else.</param>
/// <param name="PerItem">Seconds.</param>
/// <param name="PerBatch">Seconds.</param>
/// <param name="Variability">scv around the time of a batch.</param>
/// <param name="Most">Largest batch.</param>
/// <param name="Limit">Seconds.</param>
internal sealed record BatchPoolTail(Law Rest, double PerItem, double PerBatch, double Variability, int Most, double Limit)
{
    /// <summary>Numbers that the functions of a pool take after those of the rest: per item, per batch, variability, limit.</summary>
    public const int Numbers = 4;

    /// <summary>Nearer to the capacity the queue is longer than any limit that is planned for.</summary>
    private const double Fullest = 0.99;

    /// <summary>Of the bracket.</summary>
    private const double Accuracy = 1e-5;

    private const int MostSteps = 100;

    private double Capacity => Most / (PerBatch + PerItem * Most);

    /// <summary>From the program of the rest and the numbers after its own; null where they cannot be.</summary>
    public static BatchPoolTail? Of(LawProgram rest, ReadOnlySpan<double> inputs, int most)
    {
        ReadOnlySpan<double> own = inputs[rest.InputCount..];
        return rest.Law(inputs) is Law law && own[0] > 0 && own[1] >= 0 && own[2] >= 0 && own[3] >= 0 ? new BatchPoolTail(law, own[0], own[1], own[2], most, own[3]) : null;
    }

    /// <summary>P(rest + batch > limit) at a rate; 1 at or above the capacity.</summary>
    public double At(double rate) =>
        BatchedLaw.Of(rate, PerItem, PerBatch, Variability, Most) is BatchedLaw batched ? SumLaw.Of([new SumTerm(Rest, 1), new SumTerm(batched, 1)]).Above(Limit) : 1;

    /// <summary>Highest rate with at most so many late; NaN where even a lone request is late too often.</summary>
    /// <remarks>Fuller and fuller, because chains near the capacity are long.</remarks>
    public double RateFor(double late)
    {
        double atLow = At(0);
        if (!(atLow < late))
            return double.NaN;
        (double low, double high, double atHigh) = (0, 0.5, At(0.5 * Capacity));
        while (atHigh <= late)
        {
            if (high > Fullest)
                return high * Capacity;
            (low, high) = (high, (1 + high) / 2);
            (atLow, atHigh) = (atHigh, At(high * Capacity));
        }
        double Excess(double part) => Math.Log(Math.Max(part == 0 ? atLow : part == 1 ? atHigh : At((low + part * (high - low)) * Capacity), double.Epsilon) / late);
        return MathNet.Numerics.RootFinding.Brent.TryFindRoot(Excess, 0, 1, Accuracy, MostSteps, out double found) ? (low + found * (high - low)) * Capacity : double.NaN;
    }
}
