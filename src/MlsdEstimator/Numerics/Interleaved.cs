using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace MlsdEstimator;

/// <summary>Numbers of two vectors in turns: the step that turns rows into columns.</summary>
internal static class Interleaved
{
    /// <summary>(a0, b0, a2, b2) and (a1, b1, a3, b3).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (Vector256<double> Even, Vector256<double> Odd) Of(Vector256<double> a, Vector256<double> b) => Avx.IsSupported
        ? (Avx.UnpackLow(a, b), Avx.UnpackHigh(a, b))
        : (Vector256.Create(a[0], b[0], a[2], b[2]), Vector256.Create(a[1], b[1], a[3], b[3]));
}
