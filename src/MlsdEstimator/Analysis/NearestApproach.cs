namespace MlsdEstimator;

/// <summary>Where a curve comes nearest to 0 between the points of a scan: it may touch 0 there, or pass it and come back, without a change of sign that the scan sees.</summary>
internal static class NearestApproach
{
    /// <summary>The part of a stretch that golden section keeps: (sqrt 5 - 1) / 2.</summary>
    private const double Golden = 0.6180339887498949;

    /// <summary>Of a stretch: nearer to the lowest point of a curve, rounding hides the difference.</summary>
    private const double NearestStep = 1e-8;

    /// <summary>A point of a scan that is nearer to 0 than its neighbours, on the same side of it; at an end the one neighbour there is.</summary>
    public static bool IsAround(double[] curve, int point)
    {
        double here = curve[point], beyond = here * double.PositiveInfinity;
        (double before, double after) = (point > 0 ? curve[point - 1] : beyond, point + 1 < curve.Length ? curve[point + 1] : beyond);
        return before > 0 == here > 0 && here > 0 == after > 0 && Math.Abs(here) < Math.Abs(before) && Math.Abs(here) <= Math.Abs(after);
    }

    /// <summary>By golden section: where the curve comes nearest to 0 from one side, or the first point met that is past it.</summary>
    /// <param name="curve">The curve.</param>
    /// <param name="from">One end of the stretch.</param>
    /// <param name="to">The other end, on either side of the first.</param>
    /// <param name="side">The sign of the curve at both ends.</param>
    public static double Find(Func<double, double> curve, double from, double to, int side)
    {
        double end = NearestStep * Math.Abs(to - from), left = to - Golden * (to - from), right = from + Golden * (to - from);
        double atLeft = side * curve(left), atRight = side * curve(right);
        while (Math.Abs(to - from) > end && atLeft > 0 && atRight > 0)
        {
            (from, to) = atLeft <= atRight ? (from, right) : (left, to);
            (left, right) = (to - Golden * (to - from), from + Golden * (to - from));
            (atLeft, atRight) = (side * curve(left), side * curve(right));
        }
        return atLeft <= atRight ? left : right;
    }
}
