using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace MlsdEstimator;

/// <summary>Four numbers in 256 bits: the portable width, two instructions each where the machine has only 128.</summary>
internal readonly struct Lanes4(Vector256<double> value) : ILanes<Lanes4>
{
    public Vector256<double> Value { get; } = value;

    public static int Count => Vector256<double>.Count;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes4 All(double value) => new(Vector256.Create(value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes4 AllBits(ulong bits) => new(Vector256.Create(bits).AsDouble());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes4 Load(ref readonly double first) => new(Vector256.LoadUnsafe(in first));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Lanes4 lanes, ref double first) => lanes.Value.StoreUnsafe(ref first);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes4 operator +(Lanes4 a, Lanes4 b) => new(a.Value + b.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes4 operator -(Lanes4 a, Lanes4 b) => new(a.Value - b.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes4 operator *(Lanes4 a, Lanes4 b) => new(a.Value * b.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes4 operator /(Lanes4 a, Lanes4 b) => new(a.Value / b.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes4 operator -(Lanes4 x) => new(-x.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes4 MultiplyAdd(Lanes4 a, Lanes4 b, Lanes4 c) => new(Vector256.FusedMultiplyAdd(a.Value, b.Value, c.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes4 Absolute(Lanes4 x) => new(Vector256.Abs(x.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes4 SquareRoot(Lanes4 x) => new(Vector256.Sqrt(x.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes4 Round(Lanes4 x) => new(Vector256.Round(x.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes4 Ceiling(Lanes4 x) => new(Vector256.Ceiling(x.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes4 Minimum(Lanes4 a, Lanes4 b) => new(Vector256.Min(a.Value, b.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes4 Maximum(Lanes4 a, Lanes4 b) => new(Vector256.Max(a.Value, b.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes4 IfGreater(Lanes4 a, Lanes4 b, Lanes4 then, Lanes4 otherwise) =>
        new(Vector256.ConditionalSelect(Vector256.GreaterThan(a.Value, b.Value), then.Value, otherwise.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes4 IfAtLeast(Lanes4 a, Lanes4 b, Lanes4 then, Lanes4 otherwise) =>
        new(Vector256.ConditionalSelect(Vector256.GreaterThanOrEqual(a.Value, b.Value), then.Value, otherwise.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes4 IfEqual(Lanes4 a, Lanes4 b, Lanes4 then, Lanes4 otherwise) =>
        new(Vector256.ConditionalSelect(Vector256.Equals(a.Value, b.Value), then.Value, otherwise.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes4 And(Lanes4 a, Lanes4 b) => new(a.Value & b.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes4 Or(Lanes4 a, Lanes4 b) => new(a.Value | b.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes4 AddBits(Lanes4 a, Lanes4 b) => new((a.Value.AsUInt64() + b.Value.AsUInt64()).AsDouble());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes4 SubtractBits(Lanes4 a, Lanes4 b) => new((a.Value.AsUInt64() - b.Value.AsUInt64()).AsDouble());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes4 ShiftLeft(Lanes4 a, int digits) => new((a.Value.AsUInt64() << digits).AsDouble());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes4 ShiftRight(Lanes4 a, int digits) => new((a.Value.AsUInt64() >> digits).AsDouble());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes4 Polynomial(ref readonly double table, Lanes4 row, Lanes4 x)
    {
        Vector256<ulong> offset = row.Value.AsUInt64() << 6;
        ref double first = ref Unsafe.AsRef(in table);
        ref double a = ref Unsafe.AddByteOffset(ref first, (nuint)offset[0]), b = ref Unsafe.AddByteOffset(ref first, (nuint)offset[1]);
        ref double c = ref Unsafe.AddByteOffset(ref first, (nuint)offset[2]), d = ref Unsafe.AddByteOffset(ref first, (nuint)offset[3]);
        (Vector256<double> c6, Vector256<double> c7) = Columns(ref a, ref b, ref c, ref d, 6);
        (Vector256<double> c4, Vector256<double> c5) = Columns(ref a, ref b, ref c, ref d, 4);
        (Vector256<double> c2, Vector256<double> c3) = Columns(ref a, ref b, ref c, ref d, 2);
        (Vector256<double> c0, Vector256<double> c1) = Columns(ref a, ref b, ref c, ref d, 0);
        return Estrin.Degree7(x, new Lanes4(c0), new Lanes4(c1), new Lanes4(c2), new Lanes4(c3), new Lanes4(c4), new Lanes4(c5), new Lanes4(c6), new Lanes4(c7));
    }

    /// <summary>Two neighbouring columns of four rows. Loads of pairs and two interleavings: half the work of four gathered numbers a column.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector256<double> Left, Vector256<double> Right) Columns(ref double a, ref double b, ref double c, ref double d, nuint column)
    {
        Vector256<double> even = Vector256.Create(Vector128.LoadUnsafe(ref a, column), Vector128.LoadUnsafe(ref c, column));
        Vector256<double> odd = Vector256.Create(Vector128.LoadUnsafe(ref b, column), Vector128.LoadUnsafe(ref d, column));
        return Interleaved.Of(even, odd);
    }
}
