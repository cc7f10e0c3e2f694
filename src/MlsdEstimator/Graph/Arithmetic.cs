using System.Numerics;
using System.Runtime.CompilerServices;

namespace MlsdEstimator;

/// <summary>
/// The meaning of each <see cref="Operation"/> on numbers, in one place: eager nominal values and simulated blocks both read it.
/// </summary>
/// <remarks>NaN stands for "infeasible" and absorbs: whatever is computed from it, or overflows, or divides by zero, is NaN, never an infinity.</remarks>
internal static class Arithmetic
{
    /// <summary>
    /// Rounding noise that ceiling and floor forgive, relative: 64 units in the last place, what a chain of a few dozen
    /// roundings leaves. 0.03 * 700 / 0.7 is 30.000000000000004 and needs 30 machines, not 31.
    /// </summary>
    private const double RoundingNoise = 64 * 2.220446049250313e-16;

    public static double Evaluate(Operation operation, double a, double b = 0, double c = 0) => operation switch
    {
        Operation.Add => Finite(a + b),
        Operation.Subtract => Finite(a - b),
        Operation.Multiply => Finite(a * b),
        Operation.Divide => Finite(a / b),
        Operation.Negate => -a,
        Operation.Minimum => Math.Min(a, b),
        Operation.Maximum => Math.Max(a, b),
        Operation.Ceiling => Ceiling(a),
        Operation.Floor => -Ceiling(-a),
        Operation.Power => double.IsNaN(a) || double.IsNaN(b) ? double.NaN : Finite(Math.Pow(a, b)),
        Operation.Exponential => Finite(Math.Exp(a)),
        Operation.Logarithm => Finite(Math.Log(a)),
        Operation.SquareRoot => Math.Sqrt(a),
        Operation.IsGreater => Truth(a > b, a, b),
        Operation.IsAtLeast => Truth(a >= b, a, b),
        Operation.And => Math.Min(a, b),
        Operation.Or => Math.Max(a, b),
        Operation.Not => 1 - a,
        Operation.If => double.IsNaN(a) ? double.NaN : a != 0 ? b : c,
        Operation.Guard => a == 1 ? b : double.NaN,
        _ => throw new InvalidOperationException($"No arithmetic for {operation}."),
    };

    /// <summary>The same over blocks: element i of the result from element i of each operand.</summary>
    public static void Evaluate(Operation operation, ReadOnlySpan<double> a, ReadOnlySpan<double> b, ReadOnlySpan<double> c, Span<double> result)
    {
        switch (operation)
        {
            case Operation.Add: Elementwise<Sum>(a, b, result); break;
            case Operation.Subtract: Elementwise<Difference>(a, b, result); break;
            case Operation.Multiply: Elementwise<Product>(a, b, result); break;
            case Operation.Divide: Elementwise<Ratio>(a, b, result); break;
            default:
                for (int i = 0; i < result.Length; i++)
                    result[i] = Evaluate(operation, a[i], b.IsEmpty ? 0 : b[i], c.IsEmpty ? 0 : c[i]);
                break;
        }
    }

    /// <summary>Operands an operation takes.</summary>
    public static int Arity(Operation operation) => operation switch
    {
        Operation.Negate or Operation.Ceiling or Operation.Floor or Operation.Exponential or Operation.Logarithm or Operation.SquareRoot or Operation.Not => 1,
        Operation.If => 3,
        _ => 2,
    };

    /// <summary>x - x is 0 for numbers and NaN for an infinity, so adding it turns an overflow into "infeasible" without a branch.</summary>
    private static double Finite(double x) => x + (x - x);

    private static double Truth(bool holds, double a, double b) => double.IsNaN(a) || double.IsNaN(b) ? double.NaN : holds ? 1 : 0;

    private static double Ceiling(double x)
    {
        double nearest = Math.Round(x);
        return Math.Abs(x - nearest) <= RoundingNoise * Math.Abs(x) ? nearest : Math.Ceiling(x);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Elementwise<TOperator>(ReadOnlySpan<double> a, ReadOnlySpan<double> b, Span<double> result)
        where TOperator : struct, IBinary
    {
        int width = Vector<double>.Count, i = 0;
        for (; i <= result.Length - width; i += width)
        {
            Vector<double> x = TOperator.Apply(new Vector<double>(a[i..]), new Vector<double>(b[i..]));
            (x + (x - x)).CopyTo(result[i..]);
        }
        for (; i < result.Length; i++)
            result[i] = Finite(TOperator.Apply(new Vector<double>(a[i]), new Vector<double>(b[i]))[0]);
    }

    private interface IBinary
    {
        static abstract Vector<double> Apply(Vector<double> a, Vector<double> b);
    }

    private readonly struct Sum : IBinary
    {
        public static Vector<double> Apply(Vector<double> a, Vector<double> b) => a + b;
    }

    private readonly struct Difference : IBinary
    {
        public static Vector<double> Apply(Vector<double> a, Vector<double> b) => a - b;
    }

    private readonly struct Product : IBinary
    {
        public static Vector<double> Apply(Vector<double> a, Vector<double> b) => a * b;
    }

    private readonly struct Ratio : IBinary
    {
        public static Vector<double> Apply(Vector<double> a, Vector<double> b) => a / b;
    }
}
