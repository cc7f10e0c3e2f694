using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace MlsdEstimator;

/// <summary>A block of numbers that an operation reads, or a constant that stands for one.</summary>
/// <remarks>A constant is a few copies of itself that are read again and again, so that one loop serves both and no block is filled with constants.</remarks>
internal readonly ref struct BlockOperand
{
    /// <summary>Copies of a constant: the widest vector.</summary>
    public const int Copies = 8;

    private readonly ReadOnlySpan<double> values;
    private readonly int stride;

    private BlockOperand(ReadOnlySpan<double> values, int stride)
    {
        this.values = values;
        this.stride = stride;
    }

    public double this[int index] => values[index * stride];

    public static BlockOperand Block(ReadOnlySpan<double> values) => new(values, 1);

    /// <param name="copies">The constant, <see cref="Copies"/> times.</param>
    public static BlockOperand Constant(ReadOnlySpan<double> copies) => new(copies[..Copies], 0);

    /// <summary>Elements from an index on. A block must hold as many.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLanes At<TLanes>(int index)
        where TLanes : struct, ILanes<TLanes> => TLanes.Load(ref Unsafe.Add(ref MemoryMarshal.GetReference(values), index * stride));

    /// <summary>Throws unless there are so many elements.</summary>
    public void Hold(int count) => ArgumentOutOfRangeException.ThrowIfGreaterThan(count * stride, values.Length);
}
