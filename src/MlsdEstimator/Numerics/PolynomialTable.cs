using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace MlsdEstimator;

/// <summary>A function as rows of polynomials of degree 7, each over its own short piece; evaluated by a look-up of eight coefficients and Horner's rule.</summary>
/// <remarks>
/// Each polynomial passes through the function at the eight Chebyshev nodes of its piece, so that two neighbours meet to within the error of either.
/// On a piece whose half width is 1/32 of the distance to the nearest singularity, that error is below the rounding of a number.
/// </remarks>
internal sealed class PolynomialTable
{
    private const int Terms = 8;

    private static readonly double[] PowersOfNodes = Powers();

    private readonly double[] coefficients;

    /// <param name="rows">Number of pieces.</param>
    /// <param name="halfWidth">Half the width of a piece, a power of two, in units of the offset that <see cref="Evaluate"/> takes.</param>
    /// <param name="function">Value in a row at an offset from the middle of its piece.</param>
    public PolynomialTable(int rows, double halfWidth, Func<int, double, double> function)
    {
        coefficients = new double[rows * Terms];
        Span<double> values = stackalloc double[Terms];
        for (int row = 0; row < rows; row++)
        {
            for (int node = 0; node < Terms; node++)
                values[node] = function(row, halfWidth * Node(node));
            Interpolate(values, halfWidth, coefficients.AsSpan(row * Terms, Terms));
        }
    }

    public int Rows => coefficients.Length / Terms;

    /// <summary>The function in a row of the table, which must exist, at an offset from the middle of its piece.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLanes Evaluate<TLanes>(TLanes row, TLanes offset)
        where TLanes : struct, ILanes<TLanes> => TLanes.Polynomial(in MemoryMarshal.GetArrayDataReference(coefficients), row, offset);

    private static double Node(int index) => Math.Cos(Math.PI * (2 * index + 1) / (2 * Terms));

    /// <summary>Differences from one of the values, so that the rounding of high powers is small beside it.</summary>
    private static void Interpolate(ReadOnlySpan<double> values, double halfWidth, Span<double> powers)
    {
        double middle = values[Terms / 2], scale = 1;
        for (int power = 0; power < Terms; power++, scale /= halfWidth)
        {
            for (int node = 0; node < Terms; node++)
                powers[power] += scale * PowersOfNodes[power * Terms + node] * (values[node] - middle);
        }
        powers[0] += middle;
    }

    /// <summary>
    /// What each node's value adds to each power: a sum of Chebyshev polynomials T_k, as powers by T_k+1 = 2 x T_k - T_k-1, weighted with their value at the node.
    /// </summary>
    private static double[] Powers()
    {
        var powers = new double[Terms * Terms];
        double[] current = [1, .. new double[Terms]], previous = new double[Terms + 1];
        for (int k = 0; k < Terms; k++)
        {
            for (int power = 0; power <= k; power++)
            {
                for (int node = 0; node < Terms; node++)
                    powers[power * Terms + node] += current[power] * Math.Cos(k * Math.PI * (2 * node + 1) / (2 * Terms)) * (k == 0 ? 1 : 2) / Terms;
            }
            for (int power = k + 1; power >= 0; power--)
                (previous[power], current[power]) = (current[power], (k == 0 ? 1 : 2) * (power > 0 ? current[power - 1] : 0) - previous[power]);
        }
        return powers;
    }
}
