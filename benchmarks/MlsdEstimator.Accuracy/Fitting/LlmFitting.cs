using MathNet.Numerics.LinearAlgebra;

namespace MlsdEstimator.Accuracy;

/// <summary>Fits constants to rows: penalised robust least squares, and spreads to the errors of rows that were withheld.</summary>
internal static class LlmFitting
{
    private const int MostSteps = 40;
    private const int StepsOfFold = 4;
    private const double SmallGain = 1e-4;
    private const double LongestStep = 0.7;
    private const double LeastDamping = 1e-6;
    private const double MostDamping = 1e8;
    private const int Folds = 10;

    /// <summary>Constants with their spreads.</summary>
    public static LlmEfficiencies Of(IReadOnlyList<LlmRow> rows)
    {
        var parameters = new LlmParameters(rows);
        double[] values = Minimised(new LlmProblem(rows, parameters), new double[parameters.Count], MostSteps);
        IReadOnlyList<LlmSpread> spreads = LlmSpreads.Of([.. Enumerable.Range(0, Folds).SelectMany(fold => ErrorsOf(fold, rows, parameters, values))]);
        return parameters.At(values, rows, spreads, shifts: null);
    }

    /// <summary>Errors of the rows of a fold by constants that were fitted to the other folds.</summary>
    private static IEnumerable<(LlmRow Row, double Error)> ErrorsOf(int fold, IReadOnlyList<LlmRow> rows, LlmParameters parameters, double[] start)
    {
        string[] withheld = [.. Split.InOrderOfStacks(rows, row => row.Block).Where((_, index) => index % Folds == fold)];
        ILookup<bool, LlmRow> parts = rows.ToLookup(row => withheld.Contains(row.Block));
        double[] values = Minimised(new LlmProblem(parts[false], parameters), start, StepsOfFold);
        LlmEfficiencies efficiencies = parameters.At(values, rows, LlmSpreads.None, shifts: null);
        return parts[true].Select(row => (row, Math.Log(row.Predicted(efficiencies).BaseValue / row.Metric.Unit / row.Value)));
    }

    /// <summary>Levenberg-Marquardt on reweighted rows.</summary>
    private static double[] Minimised(LlmProblem problem, double[] start, int steps)
    {
        LlmPoint best = problem.At(start);
        double damping = 1e-2;
        for (int step = 0; step < steps && damping < MostDamping; step++)
        {
            (Matrix<double> normal, Vector<double> gradient) = NormalEquations(problem, best);
            LlmPoint before = best;
            for (; damping < MostDamping && best == before; damping *= 4)
            {
                LlmPoint candidate = problem.At(Moved(best.Values, normal, gradient, damping));
                if (candidate.Cost < best.Cost)
                    (best, damping) = (candidate, Math.Max(damping / 32, LeastDamping));
            }
            if (before.Cost - best.Cost < SmallGain * before.Cost)
                break;
        }
        return best.Values;
    }

    private static (Matrix<double> Normal, Vector<double> Gradient) NormalEquations(LlmProblem problem, LlmPoint at)
    {
        int count = at.Values.Length;
        Matrix<double> normal = Matrix<double>.Build.Dense(count, count);
        Vector<double> gradient = Vector<double>.Build.Dense(count);
        for (int i = 0; i < count; i++)
        {
            normal[i, i] = 1 / (problem.Parameters.Deviations[i] * problem.Parameters.Deviations[i]);
            gradient[i] = at.Values[i] * normal[i, i];
        }
        double[][] slopes = problem.SlopesAt(at);
        for (int row = 0; row < slopes.Length; row++)
            Add(normal, gradient, problem.Parameters.GroupsOf(problem.Rows[row]), slopes[row], at.Errors[row]);
        return (normal, gradient);
    }

    /// <summary>One row: it has the same slopes in all its groups.</summary>
    private static void Add(Matrix<double> normal, Vector<double> gradient, int[] groups, double[] slopes, double error)
    {
        double pull = LlmProblem.Pull(error);
        foreach (int first in groups)
        {
            for (int i = 0; i < slopes.Length; i++)
            {
                gradient[first + i] += pull * slopes[i] * error;
                foreach (int second in groups)
                {
                    for (int j = 0; j < slopes.Length; j++)
                        normal[first + i, second + j] += pull * slopes[i] * slopes[j];
                }
            }
        }
    }

    private static double[] Moved(double[] from, Matrix<double> normal, Vector<double> gradient, double damping)
    {
        Matrix<double> damped = normal.Clone();
        for (int i = 0; i < from.Length; i++)
            damped[i, i] *= 1 + damping;
        Vector<double> step = damped.Cholesky().Solve(gradient);
        return [.. from.Select((value, i) => value - Math.Clamp(step[i], -LongestStep, LongestStep))];
    }
}
