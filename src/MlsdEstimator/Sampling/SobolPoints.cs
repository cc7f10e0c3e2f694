using System.Numerics;
using System.Runtime.CompilerServices;

namespace MlsdEstimator;

/// <summary>
/// A Sobol sequence with a random linear scramble and a random digital shift (Matousek 1998): even coverage of every input and of pairs of inputs,
/// and another, equally good set of points for every seed.
/// </summary>
/// <remarks>
/// The scramble lives in the direction numbers, so it costs nothing for each point. Sets of 2^k points are balanced; others lose what the method gains.
/// Streams beyond the 1,024 dimensions of the table are plain random.
/// </remarks>
/// <param name="seed">Chooses the scramble and the shifts.</param>
/// <param name="randomisation">Which shift of the scrambled points: sets of one seed with another shift each are independent randomisations.</param>
internal sealed class SobolPoints(ulong seed, int randomisation = 0) : IPointSet
{
    private static readonly int Lanes = Vector<ulong>.Count;
    private static readonly int LaneDigits = BitOperations.Log2((uint)Vector<ulong>.Count);

    private readonly RandomPoints beyond = new(seed);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Fill(int stream, int start, Span<double> points)
    {
        if (stream >= SobolDirections.MostDimensions)
        {
            beyond.Fill(stream, start, points);
            return;
        }
        Span<ulong> directions = stackalloc ulong[SobolDirections.Digits];
        ulong shift = Scramble(stream, directions);
        Vector<ulong> bits = Block(shift, start, directions);
        int i = 0;
        for (uint step = (uint)(start / Lanes) + 1; i <= points.Length - Lanes; i += Lanes, step++)
        {
            Uniform(bits).CopyTo(points[i..]);
            bits ^= new Vector<ulong>(directions[LaneDigits - 1] ^ directions[(LaneDigits + BitOperations.TrailingZeroCount(step)) % SobolDirections.Digits]);
        }
        Vector<double> last = Uniform(bits);
        for (int lane = 0; i + lane < points.Length; lane++)
            points[i + lane] = last[lane];
    }

    /// <summary>Applies a random lower-triangular matrix with unit diagonal to the digits of every direction; returns the shift.</summary>
    private ulong Scramble(int stream, Span<ulong> directions)
    {
        ulong origin = RandomPoints.Origin(seed, stream);
        uint[] plain = SobolDirections.Of(stream);
        Span<ulong> columns = stackalloc ulong[SobolDirections.Digits];
        for (int digit = 0; digit < columns.Length; digit++)
        {
            ulong unit = 1UL << (63 - digit);
            columns[digit] = unit | (RandomPoints.Bits(origin, (ulong)digit) & (unit - 1));
        }
        for (int k = 0; k < directions.Length; k++)
        {
            directions[k] = 0;
            for (uint left = plain[k]; left != 0; left &= left - 1)
                directions[k] ^= columns[31 - BitOperations.TrailingZeroCount(left)];
        }
        return RandomPoints.Bits(origin, (ulong)(columns.Length + randomisation));
    }

    /// <summary>The points start .. start + lanes - 1: the Gray code of start + lane is that of start, changed in the lowest digits.</summary>
    private static Vector<ulong> Block(ulong shift, int start, ReadOnlySpan<ulong> directions)
    {
        Span<ulong> lanes = stackalloc ulong[Lanes];
        for (int lane = 0; lane < lanes.Length; lane++)
        {
            uint index = (uint)(start + lane);
            lanes[lane] = shift;
            for (uint gray = index ^ (index >> 1); gray != 0; gray &= gray - 1)
                lanes[lane] ^= directions[BitOperations.TrailingZeroCount(gray)];
        }
        return new Vector<ulong>(lanes);
    }

    /// <summary>The highest 52 bits as the middle of one of 2^52 cells of 0..1, by way of the mantissa of a number in 1..2.</summary>
    private static Vector<double> Uniform(Vector<ulong> bits)
    {
        var one = new Vector<ulong>(0x3FF0000000000000);
        return Vector.AsVectorDouble((bits >> 12) | one) - new Vector<double>(1 - 1.1102230246251565e-16);
    }
}
