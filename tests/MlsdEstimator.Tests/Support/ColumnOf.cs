namespace MlsdEstimator.Tests;

/// <summary>A column of given draws, in chunks that belong to randomisations in turn.</summary>
internal static class ColumnOf
{
    public static Column Draws(double[] draws, int chunkLength, int replicates, bool moreIsBetter = false, int threads = 1) =>
        new(draws, [.. draws.Chunk(chunkLength).Select(chunk => ChunkMoments.Of(chunk))], chunkLength, replicates, moreIsBetter, threads);
}
