using MathNet.Numerics.LinearAlgebra;

namespace MlsdEstimator;

/// <summary>The valid correlation matrix nearest to a given symmetric one, in the sum of squared differences.</summary>
/// <remarks>N. J. Higham, Computing the nearest correlation matrix, IMA J. Numer. Anal. 22 (2002): alternating projections with Dykstra's correction.</remarks>
internal static class NearestCorrelation
{
    private const int MostIterations = 10_000;

    /// <summary>Change of an iteration at which the entries stand still for every use of a correlation.</summary>
    private const double Accuracy = 1e-13;

    /// <summary>Digits of a printed correlation.</summary>
    private const int Digits = 4;

    public static double[,] Of(double[,] entries)
    {
        Matrix<double> unit = Matrix<double>.Build.DenseOfArray(entries), correction = Matrix<double>.Build.Dense(unit.RowCount, unit.RowCount);
        double change = double.PositiveInfinity;
        for (int iteration = 0; iteration < MostIterations && change > Accuracy; iteration++)
        {
            Matrix<double> shifted = unit - correction;
            Matrix<double> positive = WithoutNegativeEigenvalues(shifted);
            correction = positive - shifted;
            Matrix<double> next = positive.Clone();
            next.SetDiagonal(Vector<double>.Build.Dense(unit.RowCount, 1));
            change = (next - unit).L2Norm();
            unit = next;
        }
        return Standardised(WithoutNegativeEigenvalues(unit));
    }

    /// <summary>
    /// { { 1, 0.7607 }, { 0.7607, 1 } }: four digits, moved towards "uncorrelated" by as much as their rounding could take away, so that the printed matrix is valid too.
    /// </summary>
    public static string ToText(double[,] entries)
    {
        int size = entries.GetLength(0);
        double kept = 1 - size * 0.5 * Math.Pow(10, -Digits);
        IEnumerable<string> rows = Enumerable.Range(0, size).Select(row =>
            string.Join(", ", Enumerable.Range(0, size).Select(column => Text.Of($"{(row == column ? 1 : Math.Round(kept * entries[row, column], Digits) + 0.0)}"))));
        return $"{{ {string.Join(", ", rows.Select(row => $"{{ {row} }}"))} }}";
    }

    private static Matrix<double> WithoutNegativeEigenvalues(Matrix<double> matrix)
    {
        var parts = ((matrix + matrix.Transpose()) / 2).Evd(Symmetricity.Symmetric);
        Vector<double> kept = parts.EigenValues.Map(value => Math.Max(0, value.Real));
        return parts.EigenVectors * Matrix<double>.Build.DiagonalOfDiagonalVector(kept) * parts.EigenVectors.Transpose();
    }

    /// <summary>Exactly 1 on the diagonal: D^-1/2 X D^-1/2 keeps every eigenvalue from falling below 0.</summary>
    private static double[,] Standardised(Matrix<double> matrix)
    {
        int size = matrix.RowCount;
        var entries = new double[size, size];
        for (int row = 0; row < size; row++)
        {
            for (int column = 0; column < size; column++)
                entries[row, column] = row == column ? 1 : (matrix[row, column] + matrix[column, row]) / 2 / Math.Sqrt(matrix[row, row] * matrix[column, column]);
        }
        return entries;
    }
}
