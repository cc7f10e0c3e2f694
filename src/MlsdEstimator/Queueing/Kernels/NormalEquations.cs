namespace MlsdEstimator;

/// <summary>Small symmetric systems A d = g with A = J'J: sums of squares, so elimination needs no pivots.</summary>
internal sealed class NormalEquations(int unknowns)
{
    private readonly double[,] matrix = new double[unknowns, unknowns];
    private readonly double[] right = new double[unknowns];

    /// <summary>Adds an observation: its derivatives by the unknowns, and what is left to explain.</summary>
    public void Add(ReadOnlySpan<double> derivatives, double residual, double weight = 1)
    {
        for (int i = 0; i < unknowns; i++)
        {
            right[i] += weight * derivatives[i] * residual;
            for (int j = 0; j < unknowns; j++)
                matrix[i, j] += weight * derivatives[i] * derivatives[j];
        }
    }

    /// <summary>The solution with the diagonal raised by a factor 1 + damping (Marquardt).</summary>
    public double[] Solve(double damping = 0) => Solve(right, damping);

    /// <summary>Diagonal of the inverse: variances of the unknowns for residuals of variance 1.</summary>
    public double[] InverseDiagonal()
    {
        var diagonal = new double[unknowns];
        for (int i = 0; i < unknowns; i++)
        {
            var unit = new double[unknowns];
            unit[i] = 1;
            diagonal[i] = Solve(unit, 0)[i];
        }
        return diagonal;
    }

    private double[] Solve(double[] vector, double damping)
    {
        var left = (double[,])matrix.Clone();
        double[] solution = [.. vector];
        for (int i = 0; i < unknowns; i++)
            left[i, i] *= 1 + damping;
        for (int pivot = 0; pivot < unknowns; pivot++)
            EliminateBelow(left, solution, pivot);
        for (int i = unknowns - 1; i >= 0; i--)
        {
            for (int j = i + 1; j < unknowns; j++)
                solution[i] -= left[i, j] * solution[j];
            solution[i] /= left[i, i];
        }
        return solution;
    }

    private void EliminateBelow(double[,] left, double[] solution, int pivot)
    {
        for (int i = pivot + 1; i < unknowns; i++)
        {
            double factor = left[i, pivot] / left[pivot, pivot];
            for (int j = pivot; j < unknowns; j++)
                left[i, j] -= factor * left[pivot, j];
            solution[i] -= factor * solution[pivot];
        }
    }
}
