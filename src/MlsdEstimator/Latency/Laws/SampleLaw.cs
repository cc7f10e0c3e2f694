namespace MlsdEstimator;

/// <summary>Measured times, each as likely as the other; between neighbours interpolated (type 7, as NumPy and Excel). Nothing lies beyond the longest.</summary>
internal sealed class SampleLaw : Law, IEquatable<SampleLaw>
{
    private readonly double[] sorted;

    /// <summary>Moments of min(T, sample) at each sample.</summary>
    private readonly RawMoments[] upTo;

    public SampleLaw(double[] sorted)
    {
        this.sorted = sorted;
        upTo = new RawMoments[sorted.Length];
        upTo[0] = RawMoments.At(sorted[0]);
        for (int i = 1; i < sorted.Length; i++)
            upTo[i] = upTo[i - 1] + Piece(i - 1, sorted[i]);
    }

    public override double Least => sorted[0];

    public override void Above(ReadOnlySpan<double> times, Span<double> above)
    {
        for (int i = 0; i < times.Length; i++)
            above[i] = At(times[i]);
    }

    public override double Exceeded(double tail) => Percentiles.OfSorted(sorted, 1 - tail);

    public override RawMoments UpTo(double limit)
    {
        int below = SamplesUpTo(limit);
        if (below == 0)
            return RawMoments.At(limit);
        return below == sorted.Length ? upTo[^1] : upTo[below - 1] + Piece(below - 1, limit);
    }

    public bool Equals(SampleLaw? other) => other is not null && sorted.AsSpan().SequenceEqual(other.sorted);

    public override bool Equals(object? obj) => Equals(obj as SampleLaw);

    public override int GetHashCode() => HashCode.Combine(sorted.Length, sorted[0], sorted[^1], upTo[^1]);

    protected override (double Low, double High) Bracket(double tail) => (sorted[0], sorted[^1]);

    private double At(double time)
    {
        int below = SamplesUpTo(time);
        if (below == 0)
            return 1;
        double part = below == sorted.Length ? 0 : (time - sorted[below - 1]) / (sorted[below] - sorted[below - 1]);
        return Math.Max(0, 1 - (below - 1 + part) / (sorted.Length - 1));
    }

    private int SamplesUpTo(double time)
    {
        int found = sorted.AsSpan().BinarySearch(new JustAbove(time));
        return ~found;
    }

    /// <summary>Integrals from a sample to a time before the next one: t^2 x P(T > t) is a cubic there, for which two Gauss points are exact.</summary>
    private RawMoments Piece(int sample, double time)
    {
        double half = (time - sorted[sample]) / 2, middle = sorted[sample] + half, place = half / Math.Sqrt(3);
        return half * (Weighted(middle - place) + Weighted(middle + place));
    }

    private RawMoments Weighted(double time) => At(time) * new RawMoments(1, 2 * time, 3 * time * time);

    /// <summary>Compares as "just above the time", so that equal samples all count as below.</summary>
    private readonly struct JustAbove(double time) : IComparable<double>
    {
        public int CompareTo(double sample) => sample <= time ? 1 : -1;
    }
}
