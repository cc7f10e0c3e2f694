namespace MlsdEstimator;

/// <summary>A measurement beside what the model said before it.</summary>
public sealed class MeasurementFit
{
    internal MeasurementFit(string text, string before, double probability) => (Text, Before, Probability) = (text, before, probability);

    internal MeasurementFit(PriorPrediction prediction)
        : this(
            prediction.Measurement.ToString(),
            prediction.Measurement.Quantity.Node.Dimension.FormatRange(prediction.Quantile(0.05), prediction.Quantile(0.95)),
            Math.Min(1, prediction.Probability))
    {
    }

    /// <summary>The measurement: "peak QPS = 42 k/s +- 2%".</summary>
    public string Text { get; }

    /// <summary>The 5 % to 95 % points of the quantity before the measurement: "18.6 to 92.9 k/s".</summary>
    public string Before { get; }

    /// <summary>
    /// Probability, before, of a reading at least as far out on either side: 1 in the middle of what was believed. Below 1 % look again at the model: the reading
    /// is used, but it was a surprise.
    /// </summary>
    public double Probability { get; }

    /// <summary>"peak QPS = 42 k/s +- 2%; the model said 18.6 to 92.9 k/s (90%), a reading so far out has probability 0.31".</summary>
    public override string ToString() => MlsdEstimator.Text.Of($"{Text}; the model said {Before} (90%), a reading so far out has probability {Chance(Probability)}");

    /// <summary>Two digits, "0.31", or "2.4e-5" where zeros would have to be counted.</summary>
    internal static string Chance(double probability) => probability >= 0.001 ? MlsdEstimator.Text.Of($"{probability:0.###}") : MlsdEstimator.Text.Of($"{probability:0.#e+0}");
}
