using System.Collections.Concurrent;

namespace MlsdEstimator;

/// <summary>
/// The outputs of a run that are drawn together: a column and the moments of its chunks for each output of a tape. It owns threads, blocks and
/// randomisations; none of them changes a bit of a column.
/// </summary>
internal sealed class ColumnRun
{
    private readonly Func<TapeRun> newTape;
    private readonly IReadOnlyDictionary<ScoreFactor, int> streams;
    private readonly DrawPlan plan;
    private readonly int blockSize;
    private readonly double[][] columns;

    /// <summary>Of the outputs that are results, and of the others, the rests of results.</summary>
    private readonly ChunkMoments[][] moments;
    private readonly ChunkEnds[][] ends;

    /// <summary>A tape has registers of its own, so each thread needs one; they are kept for the next draws.</summary>
    private readonly ConcurrentBag<TapeRun> idle = [];

    /// <param name="newTape">Makes the tape that a thread runs.</param>
    /// <param name="streams">The dimension of the points that each factor of the inputs reads.</param>
    /// <param name="plan">Which points make up the draws.</param>
    /// <param name="blockSize">Draws that go through the tape together, a multiple of 8.</param>
    /// <param name="rests">Outputs, the last ones, that are rests of others and no results.</param>
    public ColumnRun(Func<TapeRun> newTape, IReadOnlyDictionary<ScoreFactor, int> streams, DrawPlan plan, int blockSize = TapeRun.BlockSize, int rests = 0)
    {
        (this.newTape, this.streams, this.plan, this.blockSize) = (newTape, streams, plan, blockSize);
        TapeRun first = newTape();
        idle.Add(first);
        columns = [.. Enumerable.Repeat(Array.Empty<double>(), first.OutputCount)];
        moments = [.. Enumerable.Repeat(Array.Empty<ChunkMoments>(), first.OutputCount - rests)];
        ends = [.. Enumerable.Repeat(Array.Empty<ChunkEnds>(), rests)];
    }

    public int OutputCount => columns.Length;

    /// <summary>Draws that every column has.</summary>
    public int Samples { get; private set; }

    /// <summary>Makes every column as long as asked for; draws that are there stay.</summary>
    /// <param name="samples">Draws of a column.</param>
    /// <param name="threads">Number of threads.</param>
    /// <param name="progress">Hears of the draws of every chunk.</param>
    /// <param name="cancellation">Stops between two chunks.</param>
    public void Extend(int samples, int threads = 1, Action<int>? progress = null, CancellationToken cancellation = default)
    {
        int next = Samples / plan.ChunkLength - 1, end = plan.Chunks(samples);
        for (int output = 0; output < columns.Length; output++)
            columns[output] = DrawPool.Grow(columns[output], Samples, samples);
        for (int result = 0; result < moments.Length; result++)
            Array.Resize(ref moments[result], end);
        for (int rest = 0; rest < ends.Length; rest++)
            Array.Resize(ref ends[rest], end);
        Workers.Run(threads, () => Work(() => Interlocked.Increment(ref next), end, samples, progress, cancellation));
        Samples = samples;
    }

    /// <summary>Forgets the draws, so that they can be made again.</summary>
    public void Restart() => Samples = 0;

    /// <summary>The draws of one output and their statistics.</summary>
    public Column Column(int output, bool moreIsBetter, int threads = 1, LogNormalFactor? factor = null) =>
        new(columns[output], moments[output], plan.ChunkLength, plan.Replicates, moreIsBetter, threads)
        {
            Rest = factor is null ? null : new DrawnRest(columns[factor.Rest], ends[factor.Rest - moments.Length], factor.Spread),
        };

    /// <summary>What a thread does: a chunk after the other, until none is left.</summary>
    private void Work(Func<int> next, int end, int samples, Action<int>? progress, CancellationToken cancellation)
    {
        if (!idle.TryTake(out TapeRun? tape))
            tape = newTape();
        for (int chunk = next(); chunk < end; chunk = next())
        {
            cancellation.ThrowIfCancellationRequested();
            int start = chunk * plan.ChunkLength, length = Math.Min(plan.ChunkLength, samples - start);
            Draw(tape, chunk, start, length);
            progress?.Invoke(length);
        }
        idle.Add(tape);
    }

    /// <summary>Moments and ends are taken while the chunk is in the nearest cache.</summary>
    private void Draw(TapeRun tape, int chunk, int at, int length)
    {
        (IPointSet points, int start) = plan.Source(chunk);
        var draws = new PointDraws(points, streams);
        for (int block = 0; block < length; block += blockSize)
            tape.Evaluate(draws, start + block, columns, at + block, Math.Min(blockSize, length - block));
        for (int result = 0; result < moments.Length; result++)
            moments[result][chunk] = ChunkMoments.Of(columns[result].AsSpan(at, length));
        for (int rest = 0; rest < ends.Length; rest++)
            ends[rest][chunk] = ChunkEnds.Of(columns[moments.Length + rest].AsSpan(at, length));
    }
}
