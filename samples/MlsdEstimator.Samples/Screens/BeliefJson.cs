namespace MlsdEstimator.Samples;

/// <summary>What is believed about a result as JSON.</summary>
internal static class BeliefJson
{
    public static string Of(CaseBelief reading) => Json.Text(json =>
    {
        json.WriteString("case", reading.Run.Study.Name);
        json.Object("result", () =>
        {
            json.Heading(reading.Result);
            json.Value("nominal", reading.Result);
            json.Value("mean", reading.Belief.Mean);
            json.Value("meanError", reading.Belief.MeanError);
            json.Value("standardDeviation", reading.Belief.StandardDeviation);
            json.Value("low", reading.Belief.Low);
            json.Value("median", reading.Belief.Median);
            json.Value("high", reading.Belief.High);
            json.Value("probabilityInfeasible", reading.Belief.ProbabilityInfeasible);
            json.WriteNumber("samples", reading.Belief.Samples);
        });
        json.Array("bins", reading.Histogram.Bins, bin =>
        {
            json.Value("from", bin.From);
            json.Value("to", bin.To);
            json.Value("share", bin.Share.Value);
            json.Value("cumulative", bin.Cumulative.Value);
        });
        json.Array("above", reading.Above, entry =>
        {
            json.Value("threshold", entry.Threshold);
            json.Value("probability", entry.Probability.Value);
            json.Value("standardError", entry.Probability.StandardError);
        });
    });
}
