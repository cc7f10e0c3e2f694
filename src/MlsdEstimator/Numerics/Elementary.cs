using System.Runtime.CompilerServices;

namespace MlsdEstimator;

/// <summary>Exponential, logarithm and power, in lanes of any width. Errors below one unit in the last place.</summary>
/// <remarks>
/// Coefficients: polynomials through the function at Chebyshev nodes of the reduced range, computed with 60 digits and rounded. The libraries' own vector
/// functions differ from their scalar ones in the last bit, and their speed differs from process to process.
/// </remarks>
internal static class Elementary
{
    private const double LogarithmOfTwo = 0.6931471805598903;

    /// <summary>The first part has 42 bits, so that its product with an exponent is exact.</summary>
    private const double RestOfLogarithmOfTwo = 5.497923018708371e-14;

    private const double InverseLogarithmOfTwo = 1.4426950408889634;

    /// <summary>1.5 x 2^52: added to a number, it leaves the nearest whole number in the lowest bits.</summary>
    private const double Rounder = 6755399441055744;

    /// <summary>Below, the result or its power of two is no normal number.</summary>
    private const double Lowest = -708.39;

    /// <summary>Just above the logarithm of the largest number.</summary>
    private const double Highest = 709.79;

    private const ulong One = 0x3FF0000000000000;
    private const ulong SquareRootOfHalf = 0x3FE6A09E667F3BCD;
    private const double SmallestNormal = 2.2250738585072014E-308;

    /// <summary>e^x; 0 below -708.39, where numbers lose digits; not finite above 709.78, where they end.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes Exponential<TLanes>(TLanes x)
        where TLanes : struct, ILanes<TLanes>
    {
        (TLanes n, TLanes rounded) = NearestPower(x);
        TLanes r = TLanes.MultiplyAdd(n, TLanes.All(-RestOfLogarithmOfTwo), TLanes.MultiplyAdd(n, TLanes.All(-LogarithmOfTwo), x));
        return Scaled(x, r, rounded);
    }

    /// <summary>Natural logarithm of a positive finite number; NaN for all others.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes Logarithm<TLanes>(TLanes x)
        where TLanes : struct, ILanes<TLanes>
    {
        (TLanes exponent, TLanes mantissa) = Split(x);
        TLanes f = mantissa - TLanes.All(1), s = f / (mantissa + TLanes.All(1)), half = TLanes.All(0.5) * f * f;
        TLanes tail = s * (half + ArcTail(s * s));
        TLanes logarithm = TLanes.MultiplyAdd(exponent, TLanes.All(LogarithmOfTwo), f - (half - TLanes.MultiplyAdd(exponent, TLanes.All(RestOfLogarithmOfTwo), tail)));
        return TLanes.IfGreater(x, TLanes.All(0), TLanes.IfGreater(TLanes.All(double.PositiveInfinity), x, logarithm, TLanes.All(double.NaN)), TLanes.All(double.NaN));
    }

    /// <summary>x^y = e^(y ln x) for positive finite x, with a logarithm of twice the digits; NaN for all other x.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes Power<TLanes>(TLanes x, TLanes y)
        where TLanes : struct, ILanes<TLanes>
    {
        (TLanes exponent, TLanes mantissa) = Split(x);
        (TLanes high, TLanes low) = LongLogarithm(exponent, mantissa);
        TLanes product = y * high;
        TLanes rest = TLanes.MultiplyAdd(y, low, TLanes.MultiplyAdd(y, high, -product));
        TLanes power = Exponential(product, rest);
        return TLanes.IfGreater(x, TLanes.All(0), TLanes.IfGreater(TLanes.All(double.PositiveInfinity), x, power, TLanes.All(double.NaN)), TLanes.All(double.NaN));
    }

    /// <summary>e^(x + rest), the rest small beside 1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TLanes Exponential<TLanes>(TLanes x, TLanes rest)
        where TLanes : struct, ILanes<TLanes>
    {
        (TLanes n, TLanes rounded) = NearestPower(x);
        TLanes r = TLanes.MultiplyAdd(n, TLanes.All(-RestOfLogarithmOfTwo), TLanes.MultiplyAdd(n, TLanes.All(-LogarithmOfTwo), x) + rest);
        return Scaled(x, r, rounded);
    }

    /// <summary>n of the power of two nearest to e^x; and the sum with <see cref="Rounder"/>, which has n in its lowest bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (TLanes N, TLanes Rounded) NearestPower<TLanes>(TLanes x)
        where TLanes : struct, ILanes<TLanes>
    {
        TLanes rounded = TLanes.MultiplyAdd(x, TLanes.All(InverseLogarithmOfTwo), TLanes.All(Rounder));
        return (rounded - TLanes.All(Rounder), rounded);
    }

    /// <summary>2^n e^r with |r| at most ln 2 / 2, n added to the exponent; the ends of the range by comparison with x.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TLanes Scaled<TLanes>(TLanes x, TLanes r, TLanes rounded)
        where TLanes : struct, ILanes<TLanes>
    {
        TLanes mantissa = TLanes.All(1) + TLanes.MultiplyAdd(r * r, ExponentialTail(r), r);
        TLanes scaled = TLanes.AddBits(mantissa, TLanes.ShiftLeft(rounded, 52));
        return TLanes.IfGreater(TLanes.All(Lowest), x, TLanes.All(0), TLanes.IfGreater(TLanes.All(Highest), x, scaled, TLanes.All(double.NaN)));
    }

    /// <summary>(e^r - 1 - r) / r^2.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TLanes ExponentialTail<TLanes>(TLanes r)
        where TLanes : struct, ILanes<TLanes> =>
        Estrin.Degree9(
            r, TLanes.All(0.5), TLanes.All(0.16666666666666669), TLanes.All(0.04166666666662413), TLanes.All(0.008333333333330062), TLanes.All(0.0013888888917213717),
            TLanes.All(0.00019841269863053618), TLanes.All(2.4801521295954376e-05), TLanes.All(2.7557268459997064e-06), TLanes.All(2.7620088445409746e-07), TLanes.All(2.510038549551032e-08));

    /// <summary>2 artanh(s) / s - 2, for z = s^2: 2 z / 3 + 2 z^2 / 5 + ...</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TLanes ArcTail<TLanes>(TLanes z)
        where TLanes : struct, ILanes<TLanes> =>
        z * Estrin.Degree7(
            z, TLanes.All(0.6666666666666666), TLanes.All(0.4000000000000088), TLanes.All(0.2857142857080285), TLanes.All(0.22222222391887056),
            TLanes.All(0.18181795621633706), TLanes.All(0.1538624070891935), TLanes.All(0.13268746196943831), TLanes.All(0.13086907873878542));

    /// <summary>x = 2^exponent x mantissa, the mantissa between sqrt(1/2) and sqrt(2). For positive finite x.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (TLanes Exponent, TLanes Mantissa) Split<TLanes>(TLanes x)
        where TLanes : struct, ILanes<TLanes>
    {
        const double twoTo52 = 4503599627370496, twoTo54 = 18014398509481984, bias = 1023;
        TLanes smallest = TLanes.All(SmallestNormal);
        TLanes normal = TLanes.IfGreater(smallest, x, x * TLanes.All(twoTo54), x);
        TLanes shift = TLanes.IfGreater(smallest, x, TLanes.All(twoTo52 + bias + 54), TLanes.All(twoTo52 + bias));
        TLanes biased = TLanes.ShiftRight(TLanes.AddBits(normal, TLanes.AllBits(One - SquareRootOfHalf)), 52);
        TLanes mantissa = TLanes.SubtractBits(TLanes.AddBits(normal, TLanes.AllBits(One)), TLanes.ShiftLeft(biased, 52));
        return (TLanes.Or(biased, TLanes.All(twoTo52)) - shift, mantissa);
    }

    /// <summary>The logarithm as a sum of two numbers, to about 70 bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (TLanes High, TLanes Low) LongLogarithm<TLanes>(TLanes exponent, TLanes mantissa)
        where TLanes : struct, ILanes<TLanes>
    {
        TLanes f = mantissa - TLanes.All(1), divisor = mantissa + TLanes.All(1), divisorRest = mantissa - (divisor - TLanes.All(1));
        TLanes s = f / divisor;
        TLanes rest = (TLanes.MultiplyAdd(-s, divisor, f) - s * divisorRest) / divisor;
        TLanes whole = exponent * TLanes.All(LogarithmOfTwo), part = s + s;
        TLanes high = whole + part, back = high - whole;
        TLanes lost = whole - (high - back) + (part - back);
        TLanes low = TLanes.MultiplyAdd(exponent, TLanes.All(RestOfLogarithmOfTwo), TLanes.MultiplyAdd(s, ArcTail(s * s), rest + rest)) + lost;
        TLanes sum = high + low;
        return (sum, low - (sum - high));
    }
}
