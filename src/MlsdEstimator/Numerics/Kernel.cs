using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace MlsdEstimator;

/// <summary>Applies a kernel to blocks, at the widest width this machine has.</summary>
/// <remarks>
/// The loops skip the tiers of the compiler, because a first run counts too. They call nothing that is not inlined: around a call, however rare,
/// vectors are kept in memory instead of registers.
/// </remarks>
internal static class Kernel
{
    /// <summary>Element i of the result from element i of the values; the two spans may be the same.</summary>
    public static void Apply<TKernel>(TKernel kernel, ReadOnlySpan<double> values, Span<double> results)
        where TKernel : struct, IKernel
    {
        if (Vector512.IsHardwareAccelerated)
            Apply<TKernel, Lanes8>(kernel, values, results);
        else
            Apply<TKernel, Lanes4>(kernel, values, results);
    }

    /// <summary>The same for one number.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Apply<TKernel>(TKernel kernel, double value)
        where TKernel : struct, IKernel => kernel.Apply(new Lanes1(value)).Value;

    /// <summary>The same at a given width. Never inlined itself: beside other code the compiler may run out of what it inlines, and call an operation for every four numbers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    internal static void Apply<TKernel, TLanes>(TKernel kernel, ReadOnlySpan<double> values, Span<double> results)
        where TKernel : struct, IKernel
        where TLanes : struct, ILanes<TLanes>
    {
        ref double from = ref MemoryMarshal.GetReference(values);
        ref double to = ref MemoryMarshal.GetReference(results);
        int i = 0, last = Math.Min(values.Length, results.Length);
        for (; i <= last - TLanes.Count; i += TLanes.Count)
            TLanes.Store(kernel.Apply(TLanes.Load(ref Unsafe.Add(ref from, i))), ref Unsafe.Add(ref to, i));
        Rest(kernel, ref from, ref to, i, last);
    }

    /// <summary>In a method of its own: the compiler stops inlining into one that has too many variables.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Rest<TKernel>(TKernel kernel, ref double from, ref double to, int i, int last)
        where TKernel : struct, IKernel
    {
        for (; i < last; i++)
            Unsafe.Add(ref to, i) = kernel.Apply(new Lanes1(Unsafe.Add(ref from, i))).Value;
    }
}
