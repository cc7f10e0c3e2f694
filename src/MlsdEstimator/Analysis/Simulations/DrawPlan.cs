namespace MlsdEstimator;

/// <summary>
/// Which points make up the draws of a run: chunks of one randomisation each, taken in turn. Chunks are the unit of everything that must not depend on
/// blocks or threads: each is drawn alone, and sums are kept for each and added in their order.
/// </summary>
/// <remarks>
/// Draw i lies in chunk i / length, and chunk c reads randomisation c mod R. So more draws of a run begin with the draws that it had, and draw i is
/// the same draw in a column of many draws and in a shorter one beside it.
/// </remarks>
internal sealed class DrawPlan
{
    private readonly IPointSet[] sets;

    /// <param name="options">Method, seed, number of draws and of randomisations.</param>
    /// <param name="callsFunctions">Some columns of the run are shorter, because their draws cost more; they too need every randomisation.</param>
    public DrawPlan(SimulationOptions options, bool callsFunctions = false)
    {
        Replicates = options.Randomisations;
        Samples = options.Points;
        int most = callsFunctions ? Math.Min(TapeRun.BlockSize, SimulationOptions.MostFunctionSamples / Replicates) : TapeRun.BlockSize;
        int each = (Samples + Replicates - 1) / Replicates;
        ChunkLength = Math.Min(most, options.Method == SimulationMethod.Random ? (each + 7) / 8 * 8 : each);
        sets = options.Method == SimulationMethod.Random
            ? [new RandomPoints(options.Seed)]
            : [.. Enumerable.Range(0, Replicates).Select(replicate => PointsOf(options, replicate, each))];
    }

    private static IPointSet PointsOf(SimulationOptions options, int replicate, int count) => options.Method == SimulationMethod.Sobol
        ? new SobolPoints(options.Seed, replicate)
        : new LatinHypercubePoints(RandomPoints.SeedOf(options.Seed, replicate), count);

    /// <summary>Number of draws.</summary>
    public int Samples { get; }

    /// <summary>Number of randomisations; for random draws the number of batches, each of which is one.</summary>
    public int Replicates { get; }

    /// <summary>Draws of a chunk; the last one may be shorter.</summary>
    public int ChunkLength { get; }

    /// <summary>Where the draws of a chunk come from.</summary>
    public (IPointSet Points, int Start) Source(int chunk) => (sets[chunk % sets.Length], chunk / sets.Length * ChunkLength);

    /// <summary>Chunks of so many draws.</summary>
    public int Chunks(int samples) => (samples + ChunkLength - 1) / ChunkLength;

    /// <summary>The points of one stream, in the order of the draws.</summary>
    public void Fill(int stream, Span<double> points)
    {
        for (int chunk = 0; chunk * ChunkLength < points.Length; chunk++)
        {
            (IPointSet set, int start) = Source(chunk);
            set.Fill(stream, start, points[(chunk * ChunkLength)..Math.Min((chunk + 1) * ChunkLength, points.Length)]);
        }
    }
}
