using MathNet.Numerics.LinearAlgebra;

namespace MlsdEstimator;

/// <summary>
/// The exact linear-Gaussian update for one pattern of signs: r = A z + e with z ~ N(0, I) and e ~ N(0, S), S diagonal. Given r, z ~ N(A' M^-1 r, P) with
/// M = A A' + S and P = (I + A' S^-1 A)^-1, and r itself ~ N(0, M).
/// </summary>
/// <remarks>Both Cholesky factors are of matrices that no rounding makes singular: M is at least S, and the inverse of P at least I.</remarks>
internal sealed class ConditionalUpdate
{
    private static readonly double LogRootOfTwoPi = 0.5 * Math.Log(2 * Math.PI);

    private readonly double[,] whitener;
    private readonly double[,] gain;
    private readonly double[,] spread;
    private readonly double logConstant;

    /// <param name="block">Factors and slopes.</param>
    /// <param name="errors">Standard deviation of each measurement in ln.</param>
    /// <param name="pattern">Signs.</param>
    /// <param name="order">The factors in the order in which they are drawn; "factor" below is a place in it.</param>
    public ConditionalUpdate(GaussianBlock block, double[] errors, int pattern, int[] order)
    {
        Matrix<double> slopes = Matrix<double>.Build.Dense(errors.Length, Math.Max(1, order.Length), (k, f) => f < order.Length ? block.Slope(k, order[f], pattern) : 0);
        Order = order;
        Matrix<double> root = (slopes * slopes.Transpose() + Matrix<double>.Build.DenseDiagonal(errors.Length, errors.Length, k => errors[k] * errors[k])).Cholesky().Factor;
        Matrix<double> inverseRoot = root.Inverse();
        whitener = inverseRoot.ToArray();
        gain = (slopes.Transpose() * inverseRoot.Transpose()).ToArray();
        spread = Spread(slopes, errors).ToArray();
        logConstant = -errors.Length * LogRootOfTwoPi - root.Diagonal().Sum(Math.Log);
        Marginal = [.. Enumerable.Range(0, slopes.ColumnCount).Select(f => Math.Sqrt(Enumerable.Range(0, f + 1).Sum(j => spread[f, j] * spread[f, j])))];
    }

    public IReadOnlyList<int> Order { get; }

    /// <summary>Standard deviation of each factor given the measurements.</summary>
    public double[] Marginal { get; }

    /// <summary>Lower-triangular L with L L' = P.</summary>
    public double Spread(int factor, int source) => spread[factor, source];

    /// <summary>Writes the mean of the factors given r; returns the logarithm of the density of r, and r' M^-1 r.</summary>
    public (double LogDensity, double Distance) Condition(ReadOnlySpan<double> residuals, Span<double> mean)
    {
        Span<double> white = stackalloc double[residuals.Length];
        double distance = 0;
        for (int k = 0; k < residuals.Length; k++)
        {
            for (int j = 0; j <= k; j++)
                white[k] += whitener[k, j] * residuals[j];
            distance += white[k] * white[k];
        }
        for (int f = 0; f < mean.Length; f++)
        {
            mean[f] = 0;
            for (int k = 0; k < white.Length; k++)
                mean[f] += gain[f, k] * white[k];
        }
        return (logConstant - distance / 2, distance);
    }

    /// <summary>From the Cholesky factor C of the inverse with rows and columns in reverse: P = C^-T C^-1, and C^-T reversed back is lower triangular.</summary>
    private static Matrix<double> Spread(Matrix<double> slopes, double[] errors)
    {
        int last = slopes.ColumnCount - 1;
        Matrix<double> scaled = Matrix<double>.Build.Dense(slopes.RowCount, slopes.ColumnCount, (k, f) => slopes[k, last - f] / errors[k]);
        Matrix<double> inverse = scaled.Transpose() * scaled + Matrix<double>.Build.DenseIdentity(slopes.ColumnCount);
        Matrix<double> root = inverse.Cholesky().Factor.Inverse().Transpose();
        return Matrix<double>.Build.Dense(slopes.ColumnCount, slopes.ColumnCount, (row, column) => root[last - row, last - column]);
    }
}
