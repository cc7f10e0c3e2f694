using MathNet.Numerics.RootFinding;

namespace MlsdEstimator;

/// <summary>One goal seek: scan for changes of sign and for the nearest points between them, refine each by Brent's method.</summary>
internal sealed class GoalSearch<TInput>
    where TInput : Quantity<TInput>, IQuantity<TInput>
{
    /// <summary>Decades searched to either side of the nominal value.</summary>
    private const double Decades = 3;

    /// <summary>Accuracy of a solution relative to its step: more digits than anybody knows an input to.</summary>
    private const double Accuracy = 1e-12;

    /// <summary>What may be left of the miss at a solution, relative to the step; more is a jump or a pole, which changes sign without a solution.</summary>
    private const double Tolerance = 1e-6;

    private const int MostIterations = 200;

    private readonly Quantity<TInput> input;
    private readonly Node node;
    private readonly Func<double, double> miss;

    /// <param name="input">The input to solve for.</param>
    /// <param name="node">The leaf or constant behind it.</param>
    /// <param name="output">Output for a value of that leaf or constant.</param>
    /// <param name="target">Value to hit.</param>
    public GoalSearch(Quantity<TInput> input, Node node, Func<double, double> output, double target)
    {
        (this.input, this.node) = (input, node);
        miss = at => output(at) - target;
    }

    /// <summary>The first place where the output leaps over the target, once <see cref="Search"/> met one.</summary>
    public (TInput At, double Before, double After)? Jump { get; private set; }

    /// <summary>Ends of the search, and every solution between them, as a stretch where the output stays at the target: both ends of it are the same for a single one.</summary>
    public (TInput From, TInput To, IReadOnlyList<(TInput First, TInput Last)> Solutions) Search(int steps)
    {
        double[] points = Points(steps);
        double[] misses = Array.ConvertAll(points, point => miss(point));
        var roots = new List<(double First, double Last)>();
        for (int i = 0; i < points.Length; i++)
        {
            int first = i;
            while (misses[first] == 0 && i + 1 < points.Length && misses[i + 1] == 0)
                i++;
            if (i > first)
                roots.Add((EndOfStretch(points[first], points[Math.Max(0, first - 1)]), EndOfStretch(points[i], points[Math.Min(i + 1, points.Length - 1)])));
            else if (misses[i] == 0)
                roots.Add((points[i], points[i]));
            else if (i > 0 && Between(points[i - 1], points[i], misses[i - 1], misses[i]) is double root)
                roots.Add((root, root));
            else if (NearestApproach.IsAround(misses, i))
                roots.AddRange(Around(points, misses, Math.Max(0, i - 1), Math.Min(i + 1, points.Length - 1)).Select(near => (near, near)));
        }
        return (AsInput(points[0]), AsInput(points[^1]), [.. roots.Select(root => (AsInput(root.First), AsInput(root.Last)))]);
    }

    /// <summary>Solutions near a point that is nearer to the target than its neighbours: between them the curve may touch it, or cross it twice.</summary>
    private IEnumerable<double> Around(double[] points, double[] misses, int before, int after)
    {
        (double from, double to, double first, double last) = (points[before], points[after], misses[before], misses[after]);
        double nearest = NearestApproach.Find(miss, from, to, Math.Sign(first)), there = miss(nearest);
        if (Math.Abs(there) <= Tolerance * Math.Min(Math.Abs(first), Math.Abs(last)))
            return [nearest];
        return new[] { Refine(from, nearest, first, there), Refine(nearest, to, there, last) }.OfType<double>();
    }

    /// <summary>The last point that hits the target, between one that does and one that may not.</summary>
    private double EndOfStretch(double hit, double beyond)
    {
        while (hit + (beyond - hit) / 2 is double middle && middle != hit && middle != beyond)
            (hit, beyond) = miss(middle) == 0 ? (middle, beyond) : (hit, middle);
        return hit;
    }

    private double? Between(double from, double to, double first, double last) => (double.IsNaN(first), double.IsNaN(last)) switch
    {
        (false, true) => BeforeInfeasible(from, to, first),
        (true, false) => BeforeInfeasible(to, from, last),
        _ => Refine(from, to, first, last),
    };

    /// <summary>The solution between a point and where the output ceases to be: a wait grows beyond every bound in the last step before saturation.</summary>
    private double? BeforeInfeasible(double feasible, double infeasible, double first)
    {
        while (feasible + (infeasible - feasible) / 2 is double middle && middle != feasible && middle != infeasible)
        {
            double last = miss(middle);
            if (last == 0)
                return middle;
            if (last > 0 != first > 0 && !double.IsNaN(last))
                return Refine(feasible, middle, first, last);
            if (double.IsNaN(last))
                infeasible = middle;
            else
                (feasible, first) = (middle, last);
        }
        return null;
    }

    /// <summary>The solution between two points; both axes are scaled to 1, because the accuracy of the method is absolute.</summary>
    private double? Refine(double from, double to, double first, double last)
    {
        if (!((first < 0 && last > 0) || (first > 0 && last < 0)))
            return null;
        double scale = Math.Max(Math.Abs(first), Math.Abs(last));
        double Scaled(double part) => miss(from + part * (to - from)) / scale;
        bool isFound = Brent.TryFindRoot(Scaled, 0, 1, Accuracy, MostIterations, out double root);
        if (isFound && Math.Abs(Scaled(root)) <= Tolerance)
            return from + root * (to - from);
        Jump ??= JumpBetween(from, to, first, last);
        return null;
    }

    /// <summary>Where the output leaps over the target: the last value before and the misses on both sides. Null for a pole, near which misses grow.</summary>
    private (TInput At, double Before, double After)? JumpBetween(double from, double to, double first, double last)
    {
        double most = Math.Max(Math.Abs(first), Math.Abs(last));
        while (from + (to - from) / 2 is double middle && middle != from && middle != to)
        {
            double there = miss(middle);
            if (!(Math.Abs(there) <= most))
                return null;
            if (there > 0 == first > 0)
                (from, first) = (middle, there);
            else
                (to, last) = (middle, there);
        }
        return (AsInput(from), first, last);
    }

    /// <summary>Geometric around a positive nominal value, even over 0..1 for a fraction, even around a value that is 0 or negative.</summary>
    private double[] Points(int steps)
    {
        double center = node.Nominal;
        if (ReferenceEquals(node.Dimension, Dimensions.Fraction))
            return [.. Enumerable.Range(0, steps + 1).Select(i => (double)i / steps)];
        if (center > 0)
            return [.. Enumerable.Range(0, steps + 1).Select(i => center * Math.Pow(10, Decades * (2.0 * i / steps - 1)))];
        double reach = Math.Max(1, Math.Abs(center)) * Math.Pow(10, Decades);
        return [.. Enumerable.Range(0, steps + 1).Select(i => center + reach * (2.0 * i / steps - 1))];
    }

    /// <summary>A value of the leaf or constant as a value of the input: the same number, times the unit between them.</summary>
    private TInput AsInput(double value) =>
        Quantity<TInput>.Create(new ConstantNode(TInput.Dimension, value * NamedInputs.UnitOf(input.Node.Bare)));
}
