using System.Numerics;

namespace MlsdEstimator;

/// <summary>Latin hypercube points: of n points of every stream, exactly one lies in each n-th of 0..1, in an order of its own.</summary>
/// <remarks>
/// The order is a permutation that is computed, not stored: a Feistel network over the binary digits of the index (M. Luby and C. Rackoff, SIAM J. Comput. 17,
/// 1988), applied again until it falls below n (J. Black and P. Rogaway, CT-RSA 2002). So any block can be filled alone. Points beyond n fill the
/// strata again in another order: in the same one they would stay in the same n boxes for ever.
/// </remarks>
internal sealed class LatinHypercubePoints(ulong seed, int count) : IPointSet
{
    private const int Rounds = 6;

    /// <summary>Binary digits of a point: its stratum and its place inside it are exact together.</summary>
    private const int Digits = 52;

    private readonly int halfDigits = (BitOperations.Log2((uint)(count - 1)) + 2) / 2;

    public void Fill(int stream, int start, Span<double> points)
    {
        ulong origin = RandomPoints.Origin(seed, stream);
        int placeDigits = Digits - 1 - 2 * halfDigits;
        for (int i = 0; i < points.Length; i++)
        {
            ulong index = (ulong)(start + i);
            ulong place = RandomPoints.Bits(origin, index) >> (64 - placeDigits);
            points[i] = (Stratum(index % (ulong)count, KeyOf(index / (ulong)count, origin)) + (place + 0.5) * Math.ScaleB(1, -placeDigits)) / count;
        }
    }

    /// <summary>Of the order in which the strata are filled for the first, second, ... time.</summary>
    private static ulong KeyOf(ulong time, ulong origin) => time == 0 ? origin : RandomPoints.Bits(origin, ulong.MaxValue - Rounds - time);

    private ulong Stratum(ulong index, ulong key)
    {
        do
            index = Permute(index, key);
        while (index >= (ulong)count);
        return index;
    }

    /// <summary>A permutation of the numbers of twice <see cref="halfDigits"/> digits: each round mixes one half into the other, which can be undone.</summary>
    private ulong Permute(ulong index, ulong key)
    {
        ulong mask = (1UL << halfDigits) - 1;
        (ulong left, ulong right) = (index >> halfDigits, index & mask);
        for (ulong round = 0; round < Rounds; round++)
            (left, right) = (right, left ^ (RandomPoints.Bits(key ^ right, ulong.MaxValue - round) & mask));
        return (left << halfDigits) | right;
    }
}
