namespace MlsdEstimator;

/// <summary>How long requests wait for their batch to start at an instance that never waits itself, and how large their batches then are.</summary>
/// <remarks>
/// An arrival finds the instance idle, or a batch of b in work with r left over, at any moment of the batch alike. Ahead of it are r and those who arrived since the batch began. It waits
/// for the rest of the batch and for one full batch for each whole batch ahead; behind it arrive as many as a Poisson law gives for that wait.
/// Waits are independent of what arrives later, so that this is exact but for the width of a cell.
/// </remarks>
internal sealed class BatchWaits
{
    public const int Cells = 256;

    /// <summary>Moments of a batch that are looked at.</summary>
    private const int Phases = 12;

    private const double Negligible = 1e-10;

    private readonly double rate;
    private readonly double perItem;
    private readonly double perBatch;
    private readonly int most;
    private readonly double[] mass = new double[Cells];
    private readonly double[] mean = new double[Cells];
    private readonly double[] square = new double[Cells];

    /// <summary>Room for the Poisson laws of those ahead and of those behind.</summary>
    private readonly double[] ahead;
    private readonly double[] arrivals;

    private BatchWaits(double rate, double perItem, double perBatch, int most, double longest)
    {
        (this.rate, this.perItem, this.perBatch, this.most) = (rate, perItem, perBatch, most);
        (ahead, arrivals) = (new double[PoissonMasses.Room(rate * Time(most))], new double[most]);
        Width = longest / Cells;
    }

    /// <summary>Of a cell, in seconds.</summary>
    public double Width { get; }

    /// <summary>Part of the requests that find the instance idle.</summary>
    public double Unhindered { get; private set; } = 1;

    /// <param name="rate">Arrivals a second.</param>
    /// <param name="perItem">Seconds.</param>
    /// <param name="perBatch">Seconds.</param>
    /// <param name="most">Largest batch.</param>
    public static BatchWaits? Of(double rate, double perItem, double perBatch, int most)
    {
        if (rate == 0)
            return new BatchWaits(rate, perItem, perBatch, most, perItem + perBatch);
        if (CappedBatches.Masses(rate * perItem, rate * perBatch, most) is not double[] left)
            return null;
        left = left[..Reached(left)];
        double[] over = left.Length > most ? left[most..] : [];
        double full = perItem * Math.Min(most, left.Length) + perBatch, longest = over.Length > 0 ? full * (2 + over.Length / (double)most) : full;
        var waits = new BatchWaits(rate, perItem, perBatch, most, longest);
        waits.Fill(left, over);
        return waits;
    }

    /// <summary>Part of the requests with such a wait; mean and mean square of their own batch's time.</summary>
    public (double Mass, double Mean, double Square) At(int cell) =>
        mass[cell] > 0 ? (mass[cell], mean[cell] / mass[cell], square[cell] / mass[cell]) : (0, Time(1), Time(1) * Time(1));

    /// <summary>States up to where nothing matters.</summary>
    private static int Reached(double[] left)
    {
        int end = left.Length;
        for (double tail = 0; end > 1 && tail + left[end - 1] < Negligible; end--)
            tail += left[end - 1];
        return end;
    }

    private double Time(double batch) => perBatch + perItem * batch;

    private void Fill(double[] left, double[] over)
    {
        double cycle = left[0];
        for (int q = 0; q < left.Length; q++)
            cycle += left[q] * rate * Time(Math.Clamp(q, 1, most));
        Unhindered = left[0] / cycle;
        for (int batch = 1; batch < Math.Min(most, left.Length); batch++)
            AddPartBatch(batch, (left[batch] + (batch == 1 ? left[0] : 0)) * rate * Time(batch) / cycle);
        AddFullBatches(most == 1 ? [left[0] + Math.Max(0, over.FirstOrDefault()), .. over.Skip(1)] : over, rate * Time(most) / cycle);
    }

    /// <summary>A batch that took all who waited: those ahead came since it began.</summary>
    /// <param name="batch">In work.</param>
    /// <param name="weight">Part of all arrivals that come during such a batch.</param>
    private void AddPartBatch(int batch, double weight)
    {
        if (weight < Negligible)
            return;
        double step = Time(batch) / Phases;
        for (int phase = 0; phase < Phases; phase++)
        {
            int count = PoissonMasses.Into(rate * (phase + 0.5) * step, ahead);
            AddPhase(ahead.AsSpan(0, count), Time(batch) - (phase + 0.5) * step, step, weight / Phases);
        }
    }

    /// <summary>A full batch: those ahead came since it began, or were left over when it did.</summary>
    /// <param name="over">Probabilities of those left over when it began.</param>
    /// <param name="weight">Arrivals during it, over those of a cycle.</param>
    private void AddFullBatches(double[] over, double weight)
    {
        if (over.Sum() * weight < Negligible)
            return;
        double step = Time(most) / Phases;
        double[] first = PoissonMasses.Of(rate * step / 2), next = PoissonMasses.Of(rate * step);
        double[] before = Sum(over, first);
        for (int phase = 0; phase < Phases; phase++)
        {
            AddPhase(before, Time(most) - (phase + 0.5) * step, step, weight / Phases);
            before = Sum(before, next);
        }
    }

    private void AddPhase(ReadOnlySpan<double> queue, double rest, double step, double weight)
    {
        for (int full = 0; full * most < queue.Length; full++)
            AddWait(rest + full * Time(most), step, queue.Slice(full * most, Math.Min(most, queue.Length - full * most)), weight);
    }

    /// <summary>Requests with the same wait, by their rank in their own batch.</summary>
    private void AddWait(double wait, double step, ReadOnlySpan<double> ranks, double weight)
    {
        (double all, double sum, double squares) = (0, 0, 0);
        double joined = 0, joinedSquare = 0, behind = 0;
        int known = PoissonMasses.Into(rate * wait, arrivals);
        for (int room = 0; room < most; room++)
        {
            int rank = most - 1 - room;
            if (rank < ranks.Length)
            {
                double size = rank + 1 + joined, sizeSquare = (rank + 1.0) * (rank + 1) + 2 * (rank + 1) * joined + joinedSquare;
                all += ranks[rank];
                sum += ranks[rank] * Time(size);
                squares += ranks[rank] * (perBatch * perBatch + 2 * perBatch * perItem * size + perItem * perItem * sizeSquare);
            }
            behind += room < known ? arrivals[room] : 0;
            joined += Math.Max(0, 1 - behind);
            joinedSquare += (2 * room + 1) * Math.Max(0, 1 - behind);
        }
        Spread(wait - step / 2, wait + step / 2, weight * all, weight * sum, weight * squares);
    }

    /// <summary>A moment stands for those around it: over all cells that they reach.</summary>
    private void Spread(double from, double to, double all, double sum, double squares)
    {
        int first = Math.Clamp((int)(from / Width), 0, Cells - 1), last = Math.Clamp((int)(to / Width), first, Cells - 1);
        for (int cell = first; cell <= last; cell++)
        {
            double start = cell == first ? from : cell * Width, end = cell == last ? to : (cell + 1) * Width, part = (end - start) / (to - from);
            mass[cell] += part * all;
            mean[cell] += part * sum;
            square[cell] += part * squares;
        }
    }

    private static double[] Sum(double[] left, double[] right)
    {
        var sum = new double[left.Length + right.Length - 1];
        for (int i = 0; i < right.Length; i++)
            System.Numerics.Tensors.TensorPrimitives.MultiplyAdd(left, right[i], sum.AsSpan(i, left.Length), sum.AsSpan(i, left.Length));
        int end = sum.Length;
        while (end > 1 && sum[end - 1] < 1e-16)
            end--;
        return sum[..end];
    }
}
