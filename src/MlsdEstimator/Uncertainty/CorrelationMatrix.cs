using MathNet.Numerics.LinearAlgebra;

namespace MlsdEstimator;

/// <summary>A valid correlation matrix: symmetric, 1 on the diagonal, no negative eigenvalue.</summary>
internal sealed class CorrelationMatrix
{
    /// <summary>Matrices computed from data miss symmetry and the ones of the diagonal by this much.</summary>
    private const double RoundingNoise = 1e-9;

    /// <summary>Eigenvalues above minus this are 0 that was rounded; a correlation then moves by less than its square root.</summary>
    private const double EigenvalueNoise = 1e-12;

    private readonly double[,] entries;

    private CorrelationMatrix(double[,] entries) => this.entries = entries;

    public int Size => entries.GetLength(0);

    public double this[int row, int column] => entries[row, column];

    /// <param name="correlations">As the user gave them.</param>
    /// <param name="names">Of the inputs, for messages.</param>
    /// <param name="takeNearest">Replaces a matrix with negative eigenvalues by the nearest without.</param>
    /// <exception cref="ArgumentException">Not a correlation matrix.</exception>
    public static CorrelationMatrix Of(double[,] correlations, IReadOnlyList<string> names, bool takeNearest)
    {
        if (correlations.GetLength(0) != names.Count || correlations.GetLength(1) != names.Count)
            throw Refused($"The correlation matrix has {correlations.GetLength(0)} x {correlations.GetLength(1)} entries, but {names.Count} inputs need {names.Count} x {names.Count}.", nameof(correlations));
        var clean = new double[names.Count, names.Count];
        for (int row = 0; row < names.Count; row++)
        {
            for (int column = 0; column < names.Count; column++)
                clean[row, column] = Checked(correlations, row, column, names);
        }
        double least = Least(clean);
        if (least >= -EigenvalueNoise * names.Count)
            return new CorrelationMatrix(clean);
        double[,] nearest = NearestCorrelation.Of(clean);
        return takeNearest ? new CorrelationMatrix(nearest) : throw Refused(Contradiction(least, nearest), nameof(correlations));
    }

    /// <summary>
    /// Weights of independent factors that give these correlations: the lower-triangular Cholesky factor, a column of 0 where an input is no new unknown,
    /// each row scaled to squares that sum to 1.
    /// </summary>
    public double[,] Loadings()
    {
        var weights = new double[Size, Size];
        for (int column = 0; column < Size; column++)
        {
            double pivot = 1 - Inner(weights, column, column, column);
            for (int row = column; row < Size && pivot > EigenvalueNoise; row++)
                weights[row, column] = (entries[row, column] - Inner(weights, row, column, column)) / Math.Sqrt(pivot);
        }
        for (int row = 0; row < Size; row++)
        {
            double length = Math.Sqrt(Inner(weights, row, row, Size));
            for (int column = 0; column < Size; column++)
                weights[row, column] /= length;
        }
        return weights;
    }

    private static double Inner(double[,] weights, int row, int other, int length)
    {
        double sum = 0;
        for (int column = 0; column < length; column++)
            sum += weights[row, column] * weights[other, column];
        return sum;
    }

    private static double Checked(double[,] correlations, int row, int column, IReadOnlyList<string> names)
    {
        double entry = correlations[row, column], mirrored = correlations[column, row];
        string place = $"Entry [{row}, {column}] of the correlation matrix ('{names[row]}' with '{names[column]}')";
        if (!(Math.Abs(entry) <= 1 + RoundingNoise))
            throw Refused(Text.Of($"{place} is {entry}, but must lie between -1 and 1."), nameof(correlations));
        if (row == column && Math.Abs(entry - 1) > RoundingNoise)
            throw Refused(Text.Of($"{place} is {entry}, but must be 1: every input is correlated with itself."), nameof(correlations));
        if (!(Math.Abs(mirrored - entry) <= RoundingNoise))
            throw Refused(Text.Of($"{place} is {entry}, but entry [{column}, {row}] is {mirrored}; the matrix must be symmetric."), nameof(correlations));
        return row == column ? 1 : Math.Clamp((entry + mirrored) / 2, -1, 1);
    }

    private static double Least(double[,] entries) =>
        Matrix<double>.Build.DenseOfArray(entries).Evd(Symmetricity.Symmetric).EigenValues.Min(value => value.Real);

    private static string Contradiction(double least, double[,] nearest) =>
        Text.Of($"The correlations contradict each other: the matrix is not positive semidefinite (its least eigenvalue is {least:0.####}). The nearest valid matrix is {NearestCorrelation.ToText(nearest)}; give that one, or pass takeNearest: true.");

    private static ArgumentException Refused(string message, string parameter) => new(message, parameter);
}
