using System.Numerics.Tensors;

namespace MlsdEstimator;

/// <summary>The first answer of several different calls: P(T > t) is the product of theirs.</summary>
internal sealed class FastestLaw(Law[] parts) : Law
{
    public override double Least => parts.Min(part => part.Least);

    public override IEnumerable<double> Corners => parts.SelectMany(part => part.Corners);

    public override void Above(ReadOnlySpan<double> times, Span<double> above)
    {
        above.Fill(1);
        Span<double> one = times.Length <= 512 ? stackalloc double[times.Length] : new double[times.Length];
        foreach (Law part in parts)
        {
            part.Above(times, one);
            TensorPrimitives.Multiply(one, above, above);
        }
    }

    public override double Reach(double tail) => parts.Min(part => part.Reach(tail));

    protected override (double Low, double High) Bracket(double tail)
    {
        double each = Math.Pow(tail, 1d / parts.Length);
        return (parts.Min(part => part.Exceeded(each)), parts.Min(part => part.Exceeded(tail)));
    }
}
