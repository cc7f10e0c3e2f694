namespace MlsdEstimator;

/// <summary>Means of a time, its square and its cube.</summary>
internal readonly record struct RawMoments(double First, double Second, double Third)
{
    /// <summary>Borders of the panels of an integral are quantiles of the law at these scores: there the integrand changes.</summary>
    private static readonly double[] CoarseTails = TailsAt(-7, 7, 8);

    private static readonly double[] FineTails = TailsAt(-7, 9, 64);

    /// <summary>Gauss-Legendre rule of order 8 on -1..1 (Abramowitz and Stegun, table 25.4).</summary>
    private static readonly (double Place, double Weight)[] Rule =
    [
        (-0.9602898564975363, 0.1012285362903763), (-0.7966664774136267, 0.2223810344533745),
        (-0.5255324099163290, 0.3137066458778873), (-0.1834346424956498, 0.3626837833783620),
        (0.1834346424956498, 0.3626837833783620), (0.5255324099163290, 0.3137066458778873),
        (0.7966664774136267, 0.2223810344533745), (0.9602898564975363, 0.1012285362903763),
    ];

    public Moments Central
    {
        get
        {
            double variance = Second - First * First;
            return new Moments(First, variance, Third - 3 * First * variance - First * First * First);
        }
    }

    public static RawMoments operator +(RawMoments left, RawMoments right) => new(left.First + right.First, left.Second + right.Second, left.Third + right.Third);

    public static RawMoments operator -(RawMoments left, RawMoments right) => new(left.First - right.First, left.Second - right.Second, left.Third - right.Third);

    public static RawMoments operator *(double weight, RawMoments moments) => new(weight * moments.First, weight * moments.Second, weight * moments.Third);

    /// <summary>Moments of a certain time.</summary>
    public static RawMoments At(double time) => new(time, time * time, time * time * time);

    /// <summary>Moments of T + shift.</summary>
    public RawMoments Shifted(double shift) => new(
        First + shift,
        Second + shift * (2 * First + shift),
        Third + shift * (3 * Second + shift * (3 * First + shift)));

    /// <summary>Moments of a law up to a limit, given that it stays below: min(T, L) less the part that sits on the limit.</summary>
    public static RawMoments Of(Law law, double limit)
    {
        RawMoments held = law.UpTo(limit);
        if (double.IsPositiveInfinity(limit))
            return held;
        double above = law.Above(limit);
        return 1 / (1 - above) * (held - above * At(limit));
    }

    /// <summary>Means of min(T, L)^k as integrals of k t^(k-1) P(T > t), by Gauss-Legendre panels between quantiles and corners.</summary>
    /// <param name="law">What to integrate.</param>
    /// <param name="from">Where to begin: what lies below is taken as exceeded.</param>
    /// <param name="limit">L.</param>
    public static RawMoments Integrated(Law law, double from, double limit)
    {
        double before = Math.Min(from, limit);
        RawMoments sum = At(before);
        foreach (double end in Borders(law, double.IsPositiveInfinity(limit) ? FineTails : CoarseTails))
        {
            double border = Math.Min(end, limit);
            if (border > before)
                (sum, before) = (sum + Panel(law, before, border), border);
        }
        return sum;
    }

    private static double[] Borders(Law law, double[] tails)
    {
        double[] corners = [.. law.Corners], borders = [.. tails.Select(law.Reach), .. corners];
        if (corners.Length > 0)
            Array.Sort(borders);
        return borders;
    }

    private static RawMoments Panel(Law law, double low, double high)
    {
        Span<double> times = stackalloc double[Rule.Length], above = stackalloc double[Rule.Length];
        double half = (high - low) / 2, middle = low + half;
        for (int i = 0; i < Rule.Length; i++)
            times[i] = middle + half * Rule[i].Place;
        law.Above(times, above);
        var sum = default(RawMoments);
        for (int i = 0; i < Rule.Length; i++)
            sum += half * Rule[i].Weight * above[i] * new RawMoments(1, 2 * times[i], 3 * times[i] * times[i]);
        return sum;
    }

    private static double[] TailsAt(double low, double high, int panels) =>
        [.. Enumerable.Range(0, panels + 1).Select(border => StandardNormal.Probability(-low - (high - low) * border / panels))];
}
