using MathNet.Numerics.RootFinding;

namespace MlsdEstimator;

/// <summary>Where the best of several functions of one number changes: a scan of given points and of the nearest approaches between them, then Brent's method or bisection between two.</summary>
/// <param name="values">The functions.</param>
/// <param name="moreIsBetter">Whether the largest is the best.</param>
/// <param name="hasSteps">Whether the number is rounded to a whole one: nothing passes through a point then, it leaves one step for the next.</param>
internal sealed class CrossingSearch(Func<double, double[]> values, bool moreIsBetter, bool hasSteps = false)
{
    /// <summary>Accuracy of a crossing relative to its step: more digits than anybody knows an input to.</summary>
    private const double Accuracy = 1e-13;

    /// <summary>What may be left of a difference at a crossing, relative to the values: more is a jump.</summary>
    private const double Tolerance = 1e-6;

    private const int MostIterations = 200;

    /// <summary>More changes than this between two points of the scan are not told apart.</summary>
    private const int MostBetweenPoints = 64;

    /// <summary>Each change of the best; an index is <see cref="Standing.Nobody"/> where nobody is feasible.</summary>
    public List<(double At, int Before, int After, CrossingKind Kind)> Search(IReadOnlyList<double> scan)
    {
        double[] points = WithApproaches(scan);
        var found = new List<(double At, int Before, int After, CrossingKind Kind)>();
        int best = Start(points);
        for (int i = 1; i < points.Length; i++)
        {
            int next = BestAt(points[i], best);
            double from = points[i - 1];
            for (int count = 0; best != next && count < MostBetweenPoints; count++)
            {
                (double after, var crossing) = FirstChange(from, points[i], best, next);
                found.Add(crossing);
                (from, best) = (after, crossing.After);
            }
            best = next;
        }
        return found;
    }

    /// <summary>Who is the best at the first point; among equals the one that is the best at the second, so that a tie at the end of an axis is no change.</summary>
    public int Start(IReadOnlyList<double> points) => BestAt(points[0], BestAt(points[1], Standing.Nobody));

    /// <summary>The scan, and between its points those where one that is not the best comes nearest to it: it may be the best there, and nowhere else nearby.</summary>
    private double[] WithApproaches(IReadOnlyList<double> scan)
    {
        double[][] at = [.. scan.Select(values)];
        var points = new List<double>(scan);
        for (int one = 0; one < at[0].Length; one++)
        {
            double[] behind = Array.ConvertAll(at, all => Standing.Behind(all, one, moreIsBetter));
            for (int i = 0; i < behind.Length; i++)
            {
                if (behind[i] > 0 && NearestApproach.IsAround(behind, i))
                    points.Add(NearestApproach.Find(x => Standing.Behind(values(x), one, moreIsBetter), scan[Math.Max(0, i - 1)], scan[Math.Min(i + 1, scan.Count - 1)], side: 1));
            }
        }
        return [.. points.OrderBy(point => scan[^1] > scan[0] ? point : -point)];
    }

    private int BestAt(double at, int incumbent) => Standing.Best(values(at), moreIsBetter, incumbent);

    /// <summary>Where the best ceases to be it, and where to go on.</summary>
    private (double After, (double At, int Before, int After, CrossingKind Kind) Crossing) FirstChange(double from, double to, int before, int after)
    {
        if (Root(from, to, before, after) is double root && BestAt(root, before) is int there && (there == before || there == after))
            return (to, (root, before, after, CrossingKind.Equal));
        (double last, double first) = Bisect(from, to, before);
        int next = BestAt(first, before);
        return (first, (first, before, next, KindOf(values(last), values(first), before, next)));
    }

    /// <summary>Where two alternatives are equal between two points; both axes are scaled to 1, because the accuracy of the method is absolute.</summary>
    private double? Root(double from, double to, int one, int other)
    {
        if (hasSteps || one == Standing.Nobody || other == Standing.Nobody)
            return null;
        double Difference(double part) => values(from + part * (to - from)) is double[] at ? at[one] - at[other] : 0;
        (double first, double last) = (Difference(0), Difference(1));
        if (!(first * last < 0))
            return null;
        double scale = Math.Max(Math.Abs(first), Math.Abs(last));
        bool isFound = Brent.TryFindRoot(part => Difference(part) / scale, 0, 1, Accuracy, MostIterations, out double root);
        return isFound && Math.Abs(Difference(root)) <= Tolerance * scale ? from + root * (to - from) : null;
    }

    /// <summary>The last point at which the incumbent is the best and the first at which it is not.</summary>
    private (double Last, double First) Bisect(double from, double to, int incumbent)
    {
        double accuracy = Accuracy * Math.Abs(to - from);
        while (Math.Abs(to - from) > accuracy && from + (to - from) / 2 is double middle && middle != from && middle != to)
            (from, to) = BestAt(middle, incumbent) == incumbent ? (middle, to) : (from, middle);
        return (from, to);
    }

    private static CrossingKind KindOf(double[] last, double[] first, int before, int after)
    {
        if (before != Standing.Nobody && double.IsNaN(first[before]))
            return CrossingKind.BecomesInfeasible;
        if (before == Standing.Nobody || double.IsNaN(last[after]))
            return CrossingKind.BecomesFeasible;
        double most = Tolerance * Math.Max(Math.Abs(first[before]), Math.Abs(first[after]));
        return Math.Abs(last[before] - last[after]) <= most && Math.Abs(first[before] - first[after]) <= most ? CrossingKind.Equal : CrossingKind.Jump;
    }
}
