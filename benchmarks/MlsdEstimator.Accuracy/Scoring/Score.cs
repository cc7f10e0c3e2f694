namespace MlsdEstimator.Accuracy;

/// <summary>How well predictions hold on a set of rows. Errors are natural logarithms of predicted over measured; null where nothing was predicted.</summary>
/// <param name="rows">The rows with what was said about each.</param>
internal sealed class Score(IReadOnlyList<ScoredRow> rows)
{
    /// <summary>The part of measurements that an interval must miss to be honest.</summary>
    private const double Missed = 0.1;

    private readonly (Measurement Row, Prediction Said, double Error)[] predicted =
        [.. rows.Where(row => row.Outcome is Prediction).Select(row => (row.Row, (Prediction)row.Outcome, row.Error!.Value))];

    public int Rows => rows.Count;

    public int Predicted => predicted.Length;

    public int Refused => Rows - Predicted;

    /// <summary>Reasons of refusals with their counts, most frequent first.</summary>
    public IReadOnlyList<(string Reason, int Count)> Reasons =>
    [
        .. rows.Select(row => row.Outcome).OfType<Refusal>().GroupBy(refusal => refusal.Reason).Select(same => (same.Key, same.Count()))
            .OrderByDescending(reason => reason.Item2).ThenBy(reason => reason.Key, StringComparer.Ordinal),
    ];

    /// <summary>Median |error| of the nominal.</summary>
    public double? MedianError => Quantile(0.5, predicted.Select(row => Math.Abs(row.Error)));

    /// <summary>90 % point of |error| of the nominal.</summary>
    public double? P90Error => Quantile(0.9, predicted.Select(row => Math.Abs(row.Error)));

    /// <summary>Median error: above 0 where predictions are too large.</summary>
    public double? Bias => Quantile(0.5, predicted.Select(row => row.Error));

    /// <summary>Part of the measurements inside their 90 % interval.</summary>
    public double? Coverage => Mean(predicted.Select(row => row.Row.Value >= row.Said.Low && row.Row.Value <= row.Said.High ? 1.0 : 0.0));

    /// <summary>Median of high / low.</summary>
    public double? MedianWidth => Quantile(0.5, predicted.Select(row => row.Said.High / row.Said.Low));

    /// <summary>
    /// What 90 % of a normal law with this median error span, as high / low: exp(4.9 x median error).
    /// A normal law with standard deviation s has median |error| 0.6745 s and spans 3.29 s.
    /// </summary>
    public double? HonestWidth => MedianError is double error ? Math.Exp(4.9 * error) : null;

    /// <summary>Mean interval score of ln(value): width + 2/0.1 x the distance of a measurement outside (Gneiting and Raftery 2007). Smaller is better.</summary>
    public double? IntervalScore => Mean(predicted.Select(row => IntervalScoreOf(Math.Log(row.Said.Low), Math.Log(row.Said.High), Math.Log(row.Row.Value))));

    /// <summary>Median |error| of an ideal roofline on the same rows.</summary>
    public double? RooflineMedianError => Quantile(0.5, RooflineErrors.Select(Math.Abs));

    /// <summary>Interval score of the roofline between the 5 % and 95 % points of its own errors on these rows: the best that one factor for all could do.</summary>
    public double? RooflineIntervalScore
    {
        get
        {
            double[] errors = [.. RooflineErrors];
            return errors.Length == 0 ? null : errors.Average(error => IntervalScoreOf(Statistics.Quantile(errors, 0.05), Statistics.Quantile(errors, 0.95), error));
        }
    }

    /// <summary>Number of (model, device) blocks among the predicted.</summary>
    public int Blocks => predicted.Select(row => row.Row.Block).Distinct().Count();

    /// <summary>How many independent rows tell as much about the error: the sum over blocks of n / (1 + (n - 1) x correlation inside a block).</summary>
    public double? EffectiveRows => predicted.Length == 0 ? null : Statistics.EffectiveCount([.. predicted.GroupBy(row => row.Row.Block).Select(block => block.Select(row => row.Error).ToArray())]);

    /// <summary>A score for each stack, largest first.</summary>
    public IReadOnlyList<(string Engine, Score Score)> ByEngine =>
    [
        .. rows.GroupBy(row => row.Row.Engine).Select(engine => (engine.Key, new Score([.. engine])))
            .OrderByDescending(engine => engine.Item2.Rows).ThenBy(engine => engine.Key, StringComparer.Ordinal),
    ];

    private IEnumerable<double> RooflineErrors => rows.Where(row => row.Outcome is Prediction && row.RooflineError is not null).Select(row => row.RooflineError!.Value);

    private static double IntervalScoreOf(double low, double high, double value) =>
        high - low + 2 / Missed * (Math.Max(0, low - value) + Math.Max(0, value - high));

    private static double? Quantile(double probability, IEnumerable<double> values) => values.ToArray() is { Length: > 0 } some ? Statistics.Quantile(some, probability) : null;

    private static double? Mean(IEnumerable<double> values) => values.ToArray() is { Length: > 0 } some ? some.Average() : null;
}
