using System.Numerics.Tensors;

namespace MlsdEstimator;

/// <summary>A batch takes at most so many: the chain of the number q left at the end of a batch, solved by elimination.</summary>
/// <remarks>
/// States are removed from the top down, each step re-routing what led there; the method of Grassmann, Taksar and Heyman (Operations Research 33, 1985) only
/// adds, multiplies and divides
/// positive numbers, so no digits are lost. The chain ends where the tail, which falls as e^(-theta q), is below 1e-13.
/// </remarks>
internal sealed class CappedBatches
{
    /// <summary>Enough up to 99.95 % of the capacity.</summary>
    private const int MostStates = 1 << 15;

    /// <summary>-ln of the tail that is left out.</summary>
    private const double TailDepth = 30;

    private readonly double itemLoad;
    private readonly double batchLoad;
    private readonly int most;

    /// <summary>One row for each state: probabilities of moving to the states from <see cref="First"/> on.</summary>
    private readonly double[][] rows;

    private CappedBatches(double itemLoad, double batchLoad, int most, int states)
    {
        (this.itemLoad, this.batchLoad, this.most) = (itemLoad, batchLoad, most);
        rows = new double[states][];
        double[] full = PoissonMasses.Of(itemLoad * most + batchLoad);
        for (int left = 0; left < states; left++)
            rows[left] = Row(left, left < most ? PoissonMasses.Of(itemLoad * BatchOf(left) + batchLoad) : full);
    }

    /// <param name="itemLoad">Arrivals in the time of an item.</param>
    /// <param name="batchLoad">Arrivals in the time of a batch before its items count.</param>
    /// <param name="most">Largest batch; arrivals during it are fewer.</param>
    public static BatchMoments Moments(double itemLoad, double batchLoad, int most) =>
        Masses(itemLoad, batchLoad, most) is double[] masses ? Read(masses, most) : BatchMoments.None;

    /// <summary>Probabilities of 0, 1, 2, ... left at the end of a batch; null nearer to the capacity than the chain can follow.</summary>
    /// <param name="itemLoad">Arrivals in the time of an item.</param>
    /// <param name="batchLoad">Arrivals in the time of a batch before its items count.</param>
    /// <param name="most">Largest batch; arrivals during it are fewer.</param>
    public static double[]? Masses(double itemLoad, double batchLoad, int most)
    {
        double states = States(itemLoad, batchLoad, most);
        if (states > MostStates)
            return null;
        var chain = new CappedBatches(itemLoad, batchLoad, most, (int)states);
        chain.Eliminate();
        return chain.Stationary();
    }

    /// <summary>As many as matter: by the tail above the largest batch, or by the law without a largest batch where that stays below it.</summary>
    private static double States(double itemLoad, double batchLoad, int most)
    {
        double mean = (itemLoad + batchLoad) / Math.Max(1e-9, 1 - itemLoad), spread = Math.Sqrt(mean / Math.Max(1e-9, 1 - itemLoad * itemLoad));
        double unlimited = mean + 12 * spread + 40;
        double arrivals = itemLoad * most + batchLoad;
        double decay = RisingRoot.Above(theta => arrivals * (Math.Exp(theta) - 1) - most * theta, Math.Log(most / arrivals), 1e-3);
        return Math.Min(unlimited < most ? unlimited : double.PositiveInfinity, most + TailDepth / decay + 40);
    }

    private int BatchOf(int left) => Math.Clamp(left, 1, most);

    private int First(int left) => Math.Max(0, left - most);

    /// <summary>Moves from a state; what would pass the last state ends there.</summary>
    private double[] Row(int left, double[] arrivals)
    {
        int length = Math.Min(arrivals.Length, rows.Length - First(left));
        double[] row = arrivals[..length];
        for (int beyond = length; beyond < arrivals.Length; beyond++)
            row[^1] += arrivals[beyond];
        return row;
    }

    private void Eliminate()
    {
        for (int state = rows.Length - 1; state > 0; state--)
        {
            int first = First(state);
            ReadOnlySpan<double> downwards = rows[state].AsSpan(0, Math.Min(rows[state].Length, state - first));
            double scale = 1 / TensorPrimitives.Sum(downwards);
            for (int from = state - 1; from >= 0 && First(from) + rows[from].Length > state; from--)
                Reroute(rows[from].AsSpan(first - First(from)), state - first, downwards, scale);
        }
    }

    /// <summary>What went to the state goes where the state leads; the share is kept in its place for the way back.</summary>
    /// <param name="row">Moves of a lower state, from the lowest state that the state leads to.</param>
    /// <param name="place">Place of the state in that row.</param>
    /// <param name="downwards">Where the state leads.</param>
    /// <param name="scale">1 / probability that the state leads downwards at all.</param>
    private static void Reroute(Span<double> row, int place, ReadOnlySpan<double> downwards, double scale)
    {
        double share = row[place] *= scale;
        Span<double> target = row[..downwards.Length];
        TensorPrimitives.MultiplyAdd(downwards, share, target, target);
    }

    private double[] Stationary()
    {
        var masses = new double[rows.Length];
        masses[0] = 1;
        for (int state = 0; state < masses.Length; state++)
        {
            int above = state + 1 - First(state), length = rows[state].Length - above;
            if (length > 0)
                TensorPrimitives.MultiplyAdd(rows[state].AsSpan(above), masses[state], masses.AsSpan(state + 1, length), masses.AsSpan(state + 1, length));
        }
        double total = TensorPrimitives.Sum<double>(masses);
        return Array.ConvertAll(masses, mass => mass / total);
    }

    private static BatchMoments Read(double[] masses, int most)
    {
        double batch = 0, square = 0, present = 0, presentMean = 0;
        for (int left = 0; left < masses.Length; left++)
        {
            double taken = Math.Clamp(left, 1, most), there = Math.Max(left, 1), mass = masses[left];
            batch += mass * taken;
            square += mass * taken * taken;
            present += mass * taken * there;
            presentMean += mass * there;
        }
        return new BatchMoments(masses[0], batch, square, present, presentMean);
    }
}
