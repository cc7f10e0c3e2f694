namespace MlsdEstimator;

/// <summary>Independent times one after the other.</summary>
/// <remarks>
/// Percentiles of a sum are not sums of percentiles. Each is read from a grid that ends not far above it: the law of a sum below T needs its parts only
/// below T, so cutting off is exact. The first grid ends at a bound that the percentile cannot pass: the sum of the parts' quantiles at 1 - (1 - p) / parts.
/// Largest error against grids of a million cells, at p50 to p99.9: 0.4 % up to 20 parts, 1 % beyond (p99 up to 30 times p50), and one cell, 0.5 %, where the law jumps.
/// Grids are kept while one set of inputs is evaluated, on one thread.
/// </remarks>
internal sealed class SumLaw : Law
{
    /// <summary>A percentile is read from a grid only where the grid is at most this many times longer: it then has 50 cells below it.</summary>
    private const double LongestGrid = 5;

    /// <summary>Where the law jumps, a cell is the error.</summary>
    private const double LongestAtJump = 1.4;

    /// <summary>A grid for one percentile ends this far above it.</summary>
    private const double Margin = 1.25;

    /// <summary>A grid this much shorter than the time it begins at has cells too fine to matter.</summary>
    private const double FineCells = 0.02;

    /// <summary>A percentile so rare that rounding hides it is found in no grid: it has no number.</summary>
    private const int MostGrids = 64;

    /// <summary>Where even so short a grid, as part of the first, holds the percentile in its first cells, it is the least time.</summary>
    private const double Nothing = 1e-9;

    /// <summary>From so many parts on the sum may be read from its moments.</summary>
    private const double ManyParts = 20;

    /// <summary>If it is no more skewed than this, to either side.</summary>
    private const double MostSkewness = 0.3;

    /// <summary>Rarer times than this are not told apart.</summary>
    private const double Rarest = 1e-12;

    private readonly IReadOnlyList<SumTerm> terms;
    private readonly double count;
    private readonly List<SumGrid> grids = [];
    private readonly ShiftedLogNormal? fitted;

    private SumLaw(IReadOnlyList<SumTerm> terms)
    {
        this.terms = terms;
        count = terms.Sum(term => term.Count);
        if (count > ManyParts && Moments is { Skewness: > -MostSkewness and < MostSkewness } moments)
            fitted = new ShiftedLogNormal(moments);
    }

    public override double Least => terms.Sum(term => term.Count * term.Law.Least);

    public override Moments Moments => terms.Aggregate(default(Moments), (sum, term) => sum + term.Count * term.Law.Moments);

    /// <summary>Certain parts only delay the others.</summary>
    public static Law Of(IEnumerable<SumTerm> terms)
    {
        SumTerm[] all = [.. terms.SelectMany(Flattened)];
        double delay = all.Sum(term => IsCertain(term.Law) ? term.Count * term.Law.Least : 0);
        SumTerm[] others = [.. all.Where(term => !IsCertain(term.Law))];
        if (others.Length == 0)
            return new ConstantLaw(delay);
        Law sum = others is [{ Count: 1 } only] ? only.Law : ExponentialSumLaw.Of(others) ?? (Law)new SumLaw(others);
        return delay == 0 ? sum : new ScaledLaw(sum, 1, delay);
    }

    public override double Exceeded(double tail)
    {
        if (fitted is ShiftedLogNormal law)
            return law.Exceeded(tail);
        double origin = Least;
        return origin + QuantileAbove(origin, tail);
    }

    public override double Reach(double tail)
    {
        double each = TailProbability.OfEach(tail, count);
        return terms.Sum(term => term.Count * term.Law.Reach(each));
    }

    public override void Above(ReadOnlySpan<double> times, Span<double> above)
    {
        double origin = Least, end = Math.Min(times[^1], Reach(Rarest)) - origin;
        SumGrid? grid = fitted is null && end > 0 ? GridTo(end, times.Length) : null;
        for (int i = 0; i < times.Length; i++)
            above[i] = fitted is ShiftedLogNormal law ? law.Above(times[i]) : grid is null ? 1 : times[i] - origin > grid.Length ? 0 : grid.Above(times[i] - origin);
    }

    protected override (double Low, double High) Bracket(double tail) => (Least, Reach(tail));

    /// <summary>A sum of sums is one sum: tabulated twice it would be less exact.</summary>
    private static IEnumerable<SumTerm> Flattened(SumTerm term) => term.Law switch
    {
        SumLaw { fitted: null } sum => sum.terms.SelectMany(inner => Flattened(inner with { Count = inner.Count * term.Count })),
        ExponentialSumLaw sum => sum.Parts.Select(inner => inner with { Count = inner.Count * term.Count }),
        ScaledLaw { Inner: SumLaw { fitted: null } sum } scaled =>
        [
            .. sum.terms.SelectMany(inner => Flattened(new SumTerm(new ScaledLaw(inner.Law, scaled.Factor, 0), inner.Count * term.Count))),
            new SumTerm(new ConstantLaw(scaled.Delay), term.Count),
        ],
        _ => [term],
    };

    private static bool IsCertain(Law law) => law.Reach(Rarest) <= law.Least * (1 + Rarest);

    /// <summary>From a grid at hand, or from shorter and longer ones until one suits the percentile.</summary>
    private double QuantileAbove(double origin, double tail)
    {
        foreach (SumGrid known in grids)
        {
            if (Suits(known.Quantile(1 - tail), known, origin))
                return known.Quantile(1 - tail).Time;
        }
        double longest = Reach(tail) - origin, length = grids.Count == 0 ? longest : Next(grids[^1], tail);
        for (int tried = 0; tried < MostGrids; tried++)
        {
            if (length <= Nothing * longest)
                return 0;
            SumGrid grid = Kept(length);
            if (Suits(grid.Quantile(1 - tail), grid, origin))
                return grid.Quantile(1 - tail).Time;
            length = Next(grid, tail);
        }
        return double.NaN;
    }

    private static bool Suits(GridQuantile found, SumGrid grid, double origin) =>
        found.Time >= grid.Length / (found.IsSmooth ? LongestGrid : LongestAtJump) || grid.Length <= FineCells * (origin + found.Time);

    /// <summary>Just above what was found; at least 1/32 of the grid, whose first cells are not trusted.</summary>
    private static double Next(SumGrid grid, double tail)
    {
        double found = grid.Quantile(1 - tail).Time;
        return double.IsNaN(found) ? 2 * grid.Length : Math.Max(Margin * found, grid.Length / 32);
    }

    /// <summary>A grid that reaches a time: for one time it may be longer than for a row of times that fills it.</summary>
    private SumGrid GridTo(double end, int times)
    {
        double longest = times == 1 ? LongestGrid : Margin;
        return grids.Find(grid => Fits(grid, end, longest)) ?? Kept(1.1 * end);
    }

    private static bool Fits(SumGrid grid, double end, double longest) => end <= grid.Length * 0.98 && grid.Length <= longest * end;

    private SumGrid Kept(double length)
    {
        var grid = new SumGrid(terms, length);
        grids.Add(grid);
        return grid;
    }
}
