using System.Globalization;

namespace MlsdEstimator;

/// <summary>
/// Direction numbers of the Sobol sequence for its first 1,024 dimensions (S. Joe and F. Y. Kuo, SIAM J. Sci. Comput. 30, 2008; file new-joe-kuo-6,
/// notice in THIRD-PARTY-NOTICES.txt). Read line by line from a resource of this assembly, as far as dimensions are asked for.
/// </summary>
internal static class SobolDirections
{
    public const int MostDimensions = 1024;

    /// <summary>Digits of a point, and so the binary logarithm of the longest sequence.</summary>
    public const int Digits = 32;

    private const string Resource = "MlsdEstimator.Sampling.JoeKuoDirectionNumbers.txt";

    private static readonly Lock Gate = new();
    private static readonly List<uint[]> Known = [FirstDimension()];
    private static StreamReader? rest;

    /// <summary>The directions of one dimension, first digit in the highest bit.</summary>
    public static uint[] Of(int dimension)
    {
        lock (Gate)
        {
            while (Known.Count <= dimension)
                Known.Add(ReadNext());
            return Known[dimension];
        }
    }

    private static uint[] FirstDimension() => [.. Enumerable.Range(0, Digits).Select(digit => 1u << (Digits - 1 - digit))];

    private static uint[] ReadNext()
    {
        rest ??= new StreamReader(typeof(SobolDirections).Assembly.GetManifestResourceStream(Resource)!);
        uint[] numbers = Array.ConvertAll(rest.ReadLine()!.Split(' '), text => uint.Parse(text, CultureInfo.InvariantCulture));
        return Extend(degree: (int)numbers[1], coefficients: numbers[2], initial: numbers.AsSpan(3));
    }

    /// <summary>v_k = a_1 v_(k-1) ^ ... ^ a_(s-1) v_(k-s+1) ^ v_(k-s) ^ (v_(k-s) >> s), for the polynomial with coefficients a of degree s.</summary>
    private static uint[] Extend(int degree, uint coefficients, ReadOnlySpan<uint> initial)
    {
        var directions = new uint[Digits];
        for (int k = 0; k < Digits; k++)
        {
            if (k < degree)
            {
                directions[k] = initial[k] << (Digits - 1 - k);
                continue;
            }
            directions[k] = directions[k - degree] ^ (directions[k - degree] >> degree);
            for (int term = 1; term < degree; term++)
                directions[k] ^= ((coefficients >> (degree - 1 - term)) & 1) * directions[k - term];
        }
        return directions;
    }
}
