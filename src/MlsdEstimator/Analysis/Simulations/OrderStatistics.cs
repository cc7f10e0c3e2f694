using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace MlsdEstimator;

/// <summary>Values of given ranks in a column, without sorting it.</summary>
/// <remarks>
/// A small part of the draws tells between which two values a rank lies, with a margin of standard deviations; one pass over all draws then counts those
/// below and keeps those between, for several ranks at once (after Floyd and Rivest, Comm. ACM 18, 1975). Where a margin was too narrow, a wider one is tried.
/// Not thread-safe.
/// </remarks>
/// <param name="draws">NaN where infeasible.</param>
/// <param name="feasible">Number of draws that are not.</param>
/// <param name="chunkLength">Draws of a chunk; chunk c belongs to randomisation c mod <paramref name="replicates"/>.</param>
/// <param name="replicates">Number of randomisations.</param>
/// <param name="threads">Threads that a pass over many draws may use.</param>
internal sealed class OrderStatistics(double[] draws, int feasible, int chunkLength, int replicates, int threads)
{
    /// <summary>Draws that tell where to look: 1 in 64, and not fewer or more than these. Fewer make wider windows, more take longer to sort.</summary>
    private const int LeastPilotDraws = 512;

    private const int MostPilotDraws = 4_096;

    /// <summary>Up to so many draws are all kept: a pilot would save nothing.</summary>
    private const int FewDraws = 4_096;

    /// <summary>
    /// Margin on both sides of a rank, in standard deviations of its rank among so many random draws. Sobol points hold it; random ones need a second pass
    /// in one of four columns, which costs less than wider windows for all.
    /// </summary>
    private const double Margin = 1.5;

    /// <summary>Room for more values than the pilot promises.</summary>
    private const double Slack = 1.25;

    /// <summary>Below this many draws a second thread costs more than it saves.</summary>
    public const int DrawsOfAThread = 65_536;

    private readonly List<RankWindow> windows = [];
    private double[]? pilot;

    /// <summary>The value of a rank among the feasible draws, 0 for the smallest.</summary>
    public double Value(int rank) => WindowOf(rank).Value(rank);

    /// <summary>Counts the draws of each randomisation that are less than a value, and at most it.</summary>
    /// <param name="rank">A rank that has this value, or the rank before it.</param>
    /// <param name="value">The value.</param>
    /// <param name="below">Draws that are less.</param>
    /// <param name="upTo">Draws that are not more.</param>
    public void Count(int rank, double value, Span<int> below, Span<int> upTo) => WindowOf(rank).Count(value, below, upTo);

    /// <summary>Looks for several ranks in one pass.</summary>
    public void Gather(IReadOnlyList<int> ranks) => Gather([.. ranks.Where(rank => !windows.Exists(window => window.Holds(rank))).Distinct()], Margin);

    /// <summary>Number of draws above a value.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static int CountAbove(ReadOnlySpan<double> chunk, double threshold)
    {
        ReadOnlySpan<Vector<double>> lanes = MemoryMarshal.Cast<double, Vector<double>>(chunk);
        var limit = new Vector<double>(threshold);
        Vector<long> above = Vector<long>.Zero;
        foreach (Vector<double> lane in lanes)
            above -= Vector.GreaterThan(lane, limit);
        int count = (int)Vector.Sum(above);
        foreach (double draw in chunk[(lanes.Length * Vector<double>.Count)..])
            count += draw > threshold ? 1 : 0;
        return count;
    }

    private RankWindow WindowOf(int rank)
    {
        for (double margin = Margin; ; margin *= 8)
        {
            if (windows.Find(window => window.Holds(rank)) is RankWindow known)
                return known;
            Gather([rank], margin);
        }
    }

    private void Gather(int[] ranks, double margin)
    {
        if (ranks.Length == 0)
            return;
        Bounds[] bounds = feasible <= FewDraws ? [new Bounds(double.NegativeInfinity, double.PositiveInfinity, 1)] : [.. ranks.Select(rank => BoundsOf(rank, margin)).Distinct()];
        int chunks = (draws.Length + chunkLength - 1) / chunkLength, parts = Math.Clamp(draws.Length / DrawsOfAThread, 1, threads);
        var gathered = new WindowPart[parts, bounds.Length];
        Workers.Share(parts, parts, part => Gather(bounds, gathered, part, (int)((long)chunks * part / parts), (int)((long)chunks * (part + 1) / parts)));
        for (int window = 0; window < bounds.Length; window++)
            windows.Add(new RankWindow([.. Enumerable.Range(0, parts).Select(part => gathered[part, window])]));
    }

    /// <summary>All windows look at a chunk while it is in the nearest cache.</summary>
    private void Gather(Bounds[] bounds, WindowPart[,] gathered, int part, int first, int end)
    {
        for (int window = 0; window < bounds.Length; window++)
            gathered[part, window] = new WindowPart(bounds[window].Low, bounds[window].High, replicates, (int)(Slack * bounds[window].Share * (end - first) * chunkLength) + 2 * chunkLength);
        for (int chunk = first; chunk < end; chunk++)
        {
            ReadOnlySpan<double> values = draws.AsSpan(chunk * chunkLength, Math.Min(chunkLength, draws.Length - chunk * chunkLength));
            for (int window = 0; window < bounds.Length; window++)
                gathered[part, window].Add(values, chunk % replicates);
        }
    }

    /// <summary>Two values, between which a rank of the column very likely lies.</summary>
    private Bounds BoundsOf(int rank, double margin)
    {
        pilot ??= Pilot();
        double part = (rank + 0.5) / feasible;
        double centre = part * pilot.Length, width = margin * Math.Sqrt(centre * (1 - part)) + 1;
        (double low, double high) = (Math.Floor(centre - width), Math.Ceiling(centre + width));
        return new Bounds(
            low < 0 ? double.NegativeInfinity : pilot[(int)low],
            high < pilot.Length ? pilot[(int)high] : double.PositiveInfinity,
            Math.Min(1, 2 * width / Math.Max(1, pilot.Length)));
    }

    /// <summary>The first draws hold the first points of every randomisation, which are spread as evenly as all of them.</summary>
    private double[] Pilot()
    {
        double[] first = Array.FindAll(draws[..Math.Clamp(draws.Length / 64, LeastPilotDraws, MostPilotDraws)], draw => !double.IsNaN(draw));
        Array.Sort(first);
        return first;
    }

    /// <summary>Two values and about which share of the draws lies between.</summary>
    private readonly record struct Bounds(double Low, double High, double Share);
}
