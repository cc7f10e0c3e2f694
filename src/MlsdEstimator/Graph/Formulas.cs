using System.Runtime.CompilerServices;

namespace MlsdEstimator;

/// <summary>The meaning of each <see cref="Operation"/>, in one place: nominal values, re-evaluations and simulated blocks all read it.</summary>
/// <remarks>NaN stands for "infeasible" and absorbs: whatever is computed from it, or overflows, or divides by zero, is NaN, never an infinity.</remarks>
internal static class Formulas
{
    /// <summary>
    /// Rounding noise that ceiling and floor forgive, relative: 64 units in the last place, what a chain of a few dozen
    /// roundings leaves. 0.03 * 700 / 0.7 is 30.000000000000004 and needs 30 machines, not 31.
    /// </summary>
    private const double RoundingNoise = 64 * 2.220446049250313e-16;

    internal readonly struct Sum : IFormula
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static TLanes Apply<TLanes>(TLanes a, TLanes b, TLanes c)
            where TLanes : struct, ILanes<TLanes> => Finite(a + b);
    }

    internal readonly struct Difference : IFormula
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static TLanes Apply<TLanes>(TLanes a, TLanes b, TLanes c)
            where TLanes : struct, ILanes<TLanes> => Finite(a - b);
    }

    internal readonly struct Product : IFormula
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static TLanes Apply<TLanes>(TLanes a, TLanes b, TLanes c)
            where TLanes : struct, ILanes<TLanes> => Finite(a * b);
    }

    internal readonly struct ScaledSum : IFormula
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static TLanes Apply<TLanes>(TLanes a, TLanes b, TLanes c)
            where TLanes : struct, ILanes<TLanes> => TLanes.MultiplyAdd(a, b, c);
    }

    internal readonly struct Ratio : IFormula
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static TLanes Apply<TLanes>(TLanes a, TLanes b, TLanes c)
            where TLanes : struct, ILanes<TLanes> => Finite(a / b);
    }

    internal readonly struct Negative : IFormula
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static TLanes Apply<TLanes>(TLanes a, TLanes b, TLanes c)
            where TLanes : struct, ILanes<TLanes> => -a;
    }

    internal readonly struct Smaller : IFormula
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static TLanes Apply<TLanes>(TLanes a, TLanes b, TLanes c)
            where TLanes : struct, ILanes<TLanes> => TLanes.Minimum(a, b);
    }

    internal readonly struct Larger : IFormula
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static TLanes Apply<TLanes>(TLanes a, TLanes b, TLanes c)
            where TLanes : struct, ILanes<TLanes> => TLanes.Maximum(a, b);
    }

    internal readonly struct RoundedUp : IFormula
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static TLanes Apply<TLanes>(TLanes a, TLanes b, TLanes c)
            where TLanes : struct, ILanes<TLanes> => Ceiling(a);
    }

    internal readonly struct RoundedDown : IFormula
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static TLanes Apply<TLanes>(TLanes a, TLanes b, TLanes c)
            where TLanes : struct, ILanes<TLanes> => -Ceiling(-a);
    }

    /// <summary>Of positive numbers; NaN for others.</summary>
    internal readonly struct Power : IFormula
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static TLanes Apply<TLanes>(TLanes a, TLanes b, TLanes c)
            where TLanes : struct, ILanes<TLanes> => Finite(Elementary.Power(a, b));
    }

    internal readonly struct Exponential : IFormula
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static TLanes Apply<TLanes>(TLanes a, TLanes b, TLanes c)
            where TLanes : struct, ILanes<TLanes> => Finite(Elementary.Exponential(a));
    }

    internal readonly struct Logarithm : IFormula
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static TLanes Apply<TLanes>(TLanes a, TLanes b, TLanes c)
            where TLanes : struct, ILanes<TLanes> => Elementary.Logarithm(a);
    }

    internal readonly struct Root : IFormula
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static TLanes Apply<TLanes>(TLanes a, TLanes b, TLanes c)
            where TLanes : struct, ILanes<TLanes> => TLanes.SquareRoot(a);
    }

    internal readonly struct IsGreater : IFormula
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static TLanes Apply<TLanes>(TLanes a, TLanes b, TLanes c)
            where TLanes : struct, ILanes<TLanes> => TLanes.IfGreater(a, b, TLanes.All(1), TLanes.All(0)) + Nothing(a) + Nothing(b);
    }

    internal readonly struct IsAtLeast : IFormula
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static TLanes Apply<TLanes>(TLanes a, TLanes b, TLanes c)
            where TLanes : struct, ILanes<TLanes> => TLanes.IfAtLeast(a, b, TLanes.All(1), TLanes.All(0)) + Nothing(a) + Nothing(b);
    }

    internal readonly struct Opposite : IFormula
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static TLanes Apply<TLanes>(TLanes a, TLanes b, TLanes c)
            where TLanes : struct, ILanes<TLanes> => TLanes.All(1) - a;
    }

    internal readonly struct Choice : IFormula
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static TLanes Apply<TLanes>(TLanes a, TLanes b, TLanes c)
            where TLanes : struct, ILanes<TLanes> => TLanes.IfEqual(a, TLanes.All(0), c, b) + Nothing(a);
    }

    internal readonly struct Guarded : IFormula
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static TLanes Apply<TLanes>(TLanes a, TLanes b, TLanes c)
            where TLanes : struct, ILanes<TLanes> => TLanes.IfEqual(a, TLanes.All(1), b, TLanes.All(double.NaN));
    }

    /// <summary>Turns an overflow into "infeasible" without a branch.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TLanes Finite<TLanes>(TLanes x)
        where TLanes : struct, ILanes<TLanes> => x + Nothing(x);

    /// <summary>0 for numbers, NaN for NaN and infinities.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TLanes Nothing<TLanes>(TLanes x)
        where TLanes : struct, ILanes<TLanes> => x - x;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TLanes Ceiling<TLanes>(TLanes x)
        where TLanes : struct, ILanes<TLanes>
    {
        TLanes nearest = TLanes.Round(x);
        return TLanes.IfAtLeast(TLanes.All(RoundingNoise) * TLanes.Absolute(x), TLanes.Absolute(x - nearest), nearest, TLanes.Ceiling(x));
    }
}
