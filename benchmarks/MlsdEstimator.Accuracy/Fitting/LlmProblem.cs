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

    /// <summary>The sum that is minimised: Huber's loss of the errors, half the squares of the parameters over their deviations.</summary>
    public double Cost(double[] values) => ErrorsAt(values).Sum(Loss) + values.Select((value, i) => value * value / (Parameters.Deviations[i] * Parameters.Deviations[i])).Sum() / 2;

    /// <summary>Weighted errors and, for each row, slopes by constant.</summary>
    public (double[] Errors, double[][] Slopes) Linearised(double[] values)
    {
        Evaluator evaluator = Compiled(values);
        double[] here = ErrorsOf(evaluator);
        double[][] slopes = [.. rows.Select(_ => new double[shifts.Length])];
        for (int i = 0; i < shifts.Length; i++)
        {
            evaluator.Set(shifts[i].Node.Bare, Math.Exp(Difference));
            double[] there = ErrorsOf(evaluator);
            evaluator.Set(shifts[i].Node.Bare, 1);
            for (int row = 0; row < rows.Length; row++)
                slopes[row][i] = (there[row] - here[row]) / Difference;
        }
        return (here, slopes);
    }

    /// <summary>Weight of a row in the next step: less for outliers (iteratively reweighted least squares for Huber's loss).</summary>
    public static double Pull(double error) => Math.Min(1, Limit / Math.Max(Math.Abs(error), 1e-12));

    private const double Limit = 0.5;

    private static double Loss(double error) => Math.Abs(error) < Limit ? error * error / 2 : Limit * Math.Abs(error) - Limit * Limit / 2;

    private double[] ErrorsAt(double[] values) => ErrorsOf(Compiled(values));

    private Evaluator Compiled(double[] values)
    {
        LlmEfficiencies efficiencies = Parameters.At(values, rows, LlmSpreads.None, shifts);
        return new Evaluator([.. rows.Select(row => row.Predicted(efficiencies).Node)]);
    }

    private double[] ErrorsOf(Evaluator evaluator)
    {
        evaluator.Evaluate();
        var errors = new double[rows.Length];
        for (int row = 0; row < rows.Length; row++)
            errors[row] = Math.Log(evaluator.Output(row) / rows[row].Metric.Unit / rows[row].Value) * weights[row];
        return errors;
    }
}
