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
    /// <summary>Draws with function calls that a thread makes in one go: as many as a randomisation has by default, and few enough that a decision keeps several threads busy.</summary>
    private const int MostCalls = SimulationOptions.MostFunctionSamples / SimulationOptions.DefaultRandomisations;

    private readonly IPointSet[] sets;

    /// <param name="options">Method, seed, number of draws and of randomisations.</param>
    /// <param name="callsFunctions">Some columns of the run are shorter, because their draws cost more; they too need every randomisation, and threads share them in smaller chunks.</param>
    public DrawPlan(SimulationOptions options, bool callsFunctions = false)
    {
        Replicates = options.Randomisations;
        Samples = options.Points;
        int most = callsFunctions ? Math.Min(MostCalls, SimulationOptions.MostFunctionSamples / Replicates) : TapeRun.BlockSize;
        int each = (Samples + Replicates - 1) / Replicates;
        ChunkLength = Math.Min(most, options.Method == SimulationMethod.Random ? (each + 7) / 8 * 8 : each);
        sets = PointSets(options, options.Method == SimulationMethod.Random ? 1 : Replicates, each);
    }

    /// <summary>Number of draws.</summary>
    public int Samples { get; }

    /// <summary>Number of randomisations; for random draws the number of batches, each of which is one.</summary>
    public int Replicates { get; }

    /// <summary>Draws of a chunk; the last one may be shorter.</summary>
    public int ChunkLength { get; }

    /// <summary>
    /// Independent randomisations of the points, each with a scramble of its own: a little more even together than shifts of one scramble, and dearer to set up.
    /// </summary>
    /// <param name="options">Method and seed.</param>
    /// <param name="sets">How many randomisations.</param>
    /// <param name="count">How many points each has: strata of a Latin hypercube.</param>
    public static IPointSet[] ScrambledApart(SimulationOptions options, int sets, int count) =>
        [.. Enumerable.Range(0, sets).Select(set => PointSets(options with { Seed = RandomPoints.Origin(options.Seed, set) }, 1, count)[0])];

    /// <summary>Independent randomisations of the points: shifts of one scramble.</summary>
    private static IPointSet[] PointSets(SimulationOptions options, int sets, int count)
    {
        var sobol = new SobolPoints(options.Seed);
        return [.. Enumerable.Range(0, sets).Select(set => PointSet(options, set, count, sobol))];
    }

    private static IPointSet PointSet(SimulationOptions options, int set, int count, SobolPoints sobol) => options.Method switch
    {
        SimulationMethod.Sobol => sobol.Randomised(set),
        SimulationMethod.LatinHypercube => new LatinHypercubePoints(RandomPoints.SeedOf(options.Seed, set), count),
        _ => new RandomPoints(RandomPoints.SeedOf(options.Seed, set)),
    };

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
