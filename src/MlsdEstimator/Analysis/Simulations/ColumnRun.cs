namespace MlsdEstimator;

/// <summary>Fills one column of draws for each output of a tape, block by block.</summary>
internal sealed class ColumnRun(TapeRun tape, IPointSet points)
{
    /// <summary>Columns of so many draws.</summary>
    public double[][] Columns(int samples, CancellationToken cancellation)
    {
        double[][] columns = [.. Enumerable.Range(0, tape.OutputCount).Select(_ => GC.AllocateUninitializedArray<double>(samples))];
        for (int start = 0; start < samples; start += TapeRun.BlockSize)
        {
            cancellation.ThrowIfCancellationRequested();
            tape.Evaluate(points, start, columns, start, Math.Min(TapeRun.BlockSize, samples - start));
        }
        return columns;
    }
}
