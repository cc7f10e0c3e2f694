using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace MlsdEstimator;

/// <summary>
/// A Sobol sequence with a random linear scramble and a random digital shift (Matousek 1998): even coverage of every input and of pairs of inputs,
/// and another, equally good set of points for every seed.
/// </summary>
/// <remarks>
/// The scramble lives in the direction numbers, so it costs nothing for each point. Sets of 2^k points are balanced; others lose what the method gains.
/// Streams beyond the 1,024 dimensions of the table are plain random.
/// </remarks>
internal sealed class SobolPoints : IPointSet
{
    /// <summary>Points made together: they differ in the last three digits of their index, so one further direction takes all of them eight points on.</summary>
    private const int Lanes = 8;

    private const int LaneDigits = 3;

    private readonly ulong seed;
    private readonly int randomisation;
    private readonly RandomPoints beyond;

    /// <summary>Scrambled directions of each stream asked for so far. Two threads may make the same ones; both are equal.</summary>
    private readonly ulong[]?[] scrambled;

    /// <param name="seed">Chooses the scramble and the shifts.</param>
    public SobolPoints(ulong seed)
        : this(seed, 0, new ulong[SobolDirections.MostDimensions][])
    {
    }

    private SobolPoints(ulong seed, int randomisation, ulong[]?[] scrambled)
    {
        (this.seed, this.randomisation, this.scrambled) = (seed, randomisation, scrambled);
        beyond = new RandomPoints(RandomPoints.SeedOf(seed, randomisation));
    }

    /// <summary>The same scrambled points with another shift: an independent randomisation.</summary>
    /// <param name="which">Which shift; 0 is that of the seed.</param>
    public SobolPoints Randomised(int which) => new(seed, which, scrambled);

    public void Fill(int stream, int start, Span<double> points)
    {
        if (stream >= SobolDirections.MostDimensions)
            beyond.Fill(stream, start, points);
        else
            Fill(scrambled[stream] ??= Scramble(stream), Shift(stream), start, points);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Fill(ulong[] directions, ulong shift, int start, Span<double> points)
    {
        Vector512<ulong> block = Block(directions, shift, start);
        (Vector256<ulong> low, Vector256<ulong> high) = (block.GetLower(), block.GetUpper());
        ref double to = ref MemoryMarshal.GetReference(points);
        int i = 0;
        ulong every = directions[LaneDigits - 1];
        for (uint step = (uint)(start / Lanes) + 1; i <= points.Length - Lanes; i += Lanes, step++)
        {
            Uniform(low).StoreUnsafe(ref to, (nuint)i);
            Uniform(high).StoreUnsafe(ref to, (nuint)i + Lanes / 2);
            ulong next = every ^ directions[(LaneDigits + BitOperations.TrailingZeroCount(step)) & (SobolDirections.Digits - 1)];
            low ^= Vector256.Create(next);
            high ^= Vector256.Create(next);
        }
        for (int lane = 0; i < points.Length; lane++, i++)
            points[i] = RandomPoints.Uniform((lane < Lanes / 2 ? low : high)[lane % (Lanes / 2)]);
    }

    /// <summary>Applies a random lower-triangular matrix with unit diagonal to the digits of every direction.</summary>
    private ulong[] Scramble(int stream)
    {
        ulong origin = RandomPoints.Origin(seed, stream);
        uint[] plain = SobolDirections.Of(stream);
        Span<ulong> columns = stackalloc ulong[SobolDirections.Digits];
        for (int digit = 0; digit < columns.Length; digit++)
        {
            ulong unit = 1UL << (63 - digit);
            columns[digit] = unit | (RandomPoints.Bits(origin, (ulong)digit) & (unit - 1));
        }
        var directions = new ulong[SobolDirections.Digits];
        for (int k = 0; k < columns.Length; k++)
        {
            for (uint left = plain[k]; left != 0; left &= left - 1)
                directions[k] ^= columns[31 - BitOperations.TrailingZeroCount(left)];
        }
        return directions;
    }

    private ulong Shift(int stream) => RandomPoints.Bits(RandomPoints.Origin(seed, stream), (ulong)(SobolDirections.Digits + randomisation));

    /// <summary>The points start .. start + 7: start is a multiple of 8, so that the Gray code of start + lane is that of start with that of lane in its lowest digits.</summary>
    private static Vector512<ulong> Block(ulong[] directions, ulong shift, int start)
    {
        Span<ulong> lanes = stackalloc ulong[Lanes];
        ulong first = shift ^ Point(directions, (uint)start);
        for (int lane = 0; lane < lanes.Length; lane++)
            lanes[lane] = first ^ Point(directions, (uint)lane);
        return Vector512.Create<ulong>(lanes);
    }

    /// <summary>The directions of the digits of the Gray code of an index.</summary>
    private static ulong Point(ulong[] directions, uint index)
    {
        ulong point = 0;
        for (uint gray = index ^ (index >> 1); gray != 0; gray &= gray - 1)
            point ^= directions[BitOperations.TrailingZeroCount(gray)];
        return point;
    }

    /// <summary><see cref="RandomPoints.Uniform"/> of four words.</summary>
    private static Vector256<double> Uniform(Vector256<ulong> bits) =>
        ((bits >> 12) | Vector256.Create(0x3FF0000000000000UL)).AsDouble() - Vector256.Create(1 - 1.1102230246251565e-16);
}
