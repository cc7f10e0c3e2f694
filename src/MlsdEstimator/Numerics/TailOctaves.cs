using System.Runtime.CompilerServices;

namespace MlsdEstimator;

/// <summary>Numbers the rows of a table over a tail probability: every octave below 1/2 in 2^digits pieces.</summary>
/// <remarks>
/// Exponent and first digits of the tail are the number of its row, the other digits the offset in it. So a look-up costs neither a logarithm nor a search,
/// and the far tail is as accurate as the middle. The last row holds the tail 1/2 alone.
/// </remarks>
/// <param name="digits">Binary logarithm of the pieces of an octave.</param>
/// <param name="octaves">Octaves below 1/2; smaller tails are read at the end of the last.</param>
internal readonly struct TailOctaves(int digits, int octaves)
{
    /// <summary>Draws are middles of cells of 2^-52: this many octaves below 1/2 hold all of them.</summary>
    public const int AllOctaves = 52;

    private const int ExponentOfHalf = 1022;
    private const int MantissaDigits = 52;
    private const ulong One = 0x3FF0000000000000;

    private readonly int offsetDigits = MantissaDigits - digits;
    private readonly ulong firstRow = (ulong)(ExponentOfHalf - octaves) << digits;

    public int Rows { get; } = (octaves << digits) + 1;

    /// <summary>The smallest tail that has a row.</summary>
    public double Smallest { get; } = Math.ScaleB(0.5, -octaves);

    /// <summary>Half the width of a row, in parts of the lower end of its octave.</summary>
    public double HalfWidth { get; } = Math.ScaleB(0.5, -digits);

    /// <summary>The tail in a row at an offset from its middle; all of the last row is 1/2.</summary>
    public double Tail(int row, double offset)
    {
        double start = BitConverter.UInt64BitsToDouble((firstRow + (ulong)row) << offsetDigits);
        return Math.Min(0.5, start + (HalfWidth + offset) * Math.ScaleB(1, Math.ILogB(start)));
    }

    /// <summary>The row of a tail of at most 1/2, and the offset from its middle.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public (TLanes Row, TLanes Offset) Find<TLanes>(TLanes tail)
        where TLanes : struct, ILanes<TLanes>
    {
        TLanes inside = TLanes.IfGreater(tail, TLanes.All(Smallest), tail, TLanes.All(Smallest));
        TLanes row = TLanes.SubtractBits(TLanes.ShiftRight(inside, offsetDigits), TLanes.AllBits(firstRow));
        TLanes offset = TLanes.Or(TLanes.And(inside, TLanes.AllBits((1UL << offsetDigits) - 1)), TLanes.AllBits(One));
        return (row, offset - TLanes.All(1 + HalfWidth));
    }
}
