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

    /// <summary>All digits of an index for a block, none for a constant: cheaper than a product in a loop of a few instructions.</summary>
    private readonly nint mask;

    private BlockOperand(ReadOnlySpan<double> values, nint mask)
    {
        this.values = values;
        this.mask = mask;
    }

    public double this[int index] => values[(int)(index & mask)];

    public static BlockOperand Block(ReadOnlySpan<double> values) => new(values, -1);

    /// <param name="copies">The constant, <see cref="Copies"/> times.</param>
    public static BlockOperand Constant(ReadOnlySpan<double> copies) => new(copies[..Copies], 0);

    /// <summary>Elements from an index on. A block must hold as many.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLanes At<TLanes>(nint index)
        where TLanes : struct, ILanes<TLanes> => TLanes.Load(ref Unsafe.Add(ref MemoryMarshal.GetReference(values), index & mask));

    /// <summary>Throws unless there are so many elements.</summary>
    public void Hold(int count) => ArgumentOutOfRangeException.ThrowIfGreaterThan(count & mask, values.Length);
}
