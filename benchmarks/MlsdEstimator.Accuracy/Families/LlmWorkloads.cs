namespace MlsdEstimator.Accuracy;

/// <summary>Tokens of a request: those of the row, or of the data set where the row names one instead.</summary>
internal static class LlmWorkloads
{
    /// <summary>
    /// Mean tokens of MLPerf Inference v4.1: CNN/DailyMail with four beams for GPT-J, a mix of OpenOrca, GSM8K and MBXP for Mixtral, OpenOrca for Llama-2-70B
    /// (mlcommons/inference, language folders).
    /// </summary>
    private static readonly IReadOnlyList<(string Model, double Prompt, double Answer, double Beams)> Mlperf =
        [("GPT-J", 870, 69, 4), ("Mixtral", 500, 145, 1), ("", 295, 292, 1)];

    public static (double Prompt, double Answer, double Beams) Of(CsvRow row, double usual)
    {
        (string _, double prompt, double answer, double beams) = row.Text("context_note").StartsWith("MLPerf", StringComparison.Ordinal)
            ? Mlperf.First(one => row.Text("model").StartsWith(one.Model, StringComparison.Ordinal))
            : ("", usual, usual, 1);
        double length = LlmHarness.LengthOf(row);
        return (row.NumberOrBlank("input_len") * length ?? prompt, row.NumberOrBlank("output_len") * length ?? answer, beams);
    }
}
