namespace MlsdEstimator;

/// <summary>All of several different calls: P(T &lt;= t) is the product of theirs.</summary>
internal sealed class SlowestLaw(Law[] parts) : Law
{
    public override double Least => parts.Max(part => part.Least);

    public override IEnumerable<double> Corners => parts.SelectMany(part => part.Corners);

    public override void Above(ReadOnlySpan<double> times, Span<double> above)
    {
        above.Clear();
        Span<double> one = times.Length <= 512 ? stackalloc double[times.Length] : new double[times.Length];
        foreach (Law part in parts)
        {
            part.Above(times, one);
            for (int i = 0; i < one.Length; i++)
                above[i] += one[i] - above[i] * one[i];
        }
    }

    public override double Reach(double tail) => parts.Max(part => part.Reach(TailProbability.OfEach(tail, parts.Length)));

    protected override (double Low, double High) Bracket(double tail) =>
        (parts.Max(part => part.Exceeded(tail)), parts.Max(part => part.Exceeded(TailProbability.OfEach(tail, parts.Length))));
}
