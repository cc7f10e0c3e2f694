namespace MlsdEstimator.Accuracy;

/// <summary>Errors of predictions for values of the parameters, and their slopes.</summary>
/// <remarks>
/// A row depends on the sum of its groups for each constant, so that one slope per constant and row serves all groups: the graph of all rows is built once for a set
/// of values, compiled, and evaluated with one constant moved after the other.
/// </remarks>
internal sealed class LlmProblem
{
    private const double Difference = 1e-4;

    /// <summary>Errors that count alike are this large; outliers beyond half of it pull no more than linearly.</summary>
    private const double UsualError = 0.15;
    private const double Limit = 0.5;

    private readonly LlmRow[] rows;
    private readonly double[] weights;
    private readonly Scalar[] shifts;

    public LlmProblem(IEnumerable<LlmRow> rows, LlmParameters parameters)
    {
        this.rows = [.. rows];
        Parameters = parameters;
        Dictionary<(string, string, LlmMetric), int> counts = this.rows.CountBy(row => (row.Block, row.Engine, row.Metric)).ToDictionary();
        weights = [.. this.rows.Select(row => Math.Pow(counts[(row.Block, row.Engine, row.Metric)], -0.25) / UsualError)];
        shifts = [.. Enumerable.Range(0, LlmCosts.Count).Select(i => Uncertain.LogNormal(1, 1).AsScalar().Named($"shift {i}"))];
    }

    public LlmParameters Parameters { get; }

    public IReadOnlyList<LlmRow> Rows => rows;

    /// <summary>Errors and their cost for values of the parameters.</summary>
    public LlmPoint At(double[] values)
    {
        LlmEfficiencies efficiencies = Parameters.At(values, rows, LlmSpreads.None, shifts);
        var evaluator = new Evaluator([.. rows.Select(row => row.Predicted(efficiencies).Node)]);
        double[] errors = ErrorsOf(evaluator);
        double penalty = values.Select((value, i) => value * value / (Parameters.Deviations[i] * Parameters.Deviations[i])).Sum() / 2;
        return new LlmPoint(values, errors, errors.Sum(Loss) + penalty, evaluator);
    }

    /// <summary>Slopes of the errors at a point, for each row by constant.</summary>
    public double[][] SlopesAt(LlmPoint point)
    {
        double[][] slopes = [.. rows.Select(_ => new double[shifts.Length])];
        for (int i = 0; i < shifts.Length; i++)
        {
            point.Evaluator.Set(shifts[i].Node.Bare, Math.Exp(Difference));
            double[] there = ErrorsOf(point.Evaluator);
            point.Evaluator.Set(shifts[i].Node.Bare, 1);
            for (int row = 0; row < rows.Length; row++)
                slopes[row][i] = (there[row] - point.Errors[row]) / Difference;
        }
        return slopes;
    }

    /// <summary>Weight of a row in the next step: less for outliers (iteratively reweighted least squares for Huber's loss).</summary>
    public static double Pull(double error) => Math.Min(1, Limit / Math.Max(Math.Abs(error), 1e-12));

    private static double Loss(double error) => Math.Abs(error) < Limit ? error * error / 2 : Limit * Math.Abs(error) - Limit * Limit / 2;

    private double[] ErrorsOf(Evaluator evaluator)
    {
        evaluator.Evaluate();
        var errors = new double[rows.Length];
        for (int row = 0; row < rows.Length; row++)
            errors[row] = Math.Log(evaluator.Output(row) / rows[row].Metric.Unit / rows[row].Value) * weights[row];
        return errors;
    }
}
