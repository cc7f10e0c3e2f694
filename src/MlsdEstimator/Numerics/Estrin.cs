using System.Runtime.CompilerServices;

namespace MlsdEstimator;

/// <summary>Polynomials by Estrin's scheme: pairs of terms first, so that the steps of one element need not wait for each other.</summary>
internal static class Estrin
{
    /// <summary>c0 + c1 x + ... + c7 x^7.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes Degree7<TLanes>(TLanes x, TLanes c0, TLanes c1, TLanes c2, TLanes c3, TLanes c4, TLanes c5, TLanes c6, TLanes c7)
        where TLanes : struct, ILanes<TLanes>
    {
        TLanes x2 = x * x, x4 = x2 * x2;
        TLanes low = TLanes.MultiplyAdd(TLanes.MultiplyAdd(c3, x, c2), x2, TLanes.MultiplyAdd(c1, x, c0));
        TLanes high = TLanes.MultiplyAdd(TLanes.MultiplyAdd(c7, x, c6), x2, TLanes.MultiplyAdd(c5, x, c4));
        return TLanes.MultiplyAdd(high, x4, low);
    }

    /// <summary>c0 + c1 x + ... + c9 x^9.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes Degree9<TLanes>(TLanes x, TLanes c0, TLanes c1, TLanes c2, TLanes c3, TLanes c4, TLanes c5, TLanes c6, TLanes c7, TLanes c8, TLanes c9)
        where TLanes : struct, ILanes<TLanes>
    {
        TLanes x2 = x * x, x4 = x2 * x2;
        TLanes low = TLanes.MultiplyAdd(TLanes.MultiplyAdd(c3, x, c2), x2, TLanes.MultiplyAdd(c1, x, c0));
        TLanes middle = TLanes.MultiplyAdd(TLanes.MultiplyAdd(c7, x, c6), x2, TLanes.MultiplyAdd(c5, x, c4));
        return TLanes.MultiplyAdd(TLanes.MultiplyAdd(TLanes.MultiplyAdd(c9, x, c8), x4, middle), x4, low);
    }
}
