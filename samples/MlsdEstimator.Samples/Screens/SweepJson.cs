namespace MlsdEstimator.Samples;

/// <summary>A sweep as JSON.</summary>
internal static class SweepJson
{
    public static string Of(CaseSweep sweep) => Json.Text(json =>
    {
        json.WriteString("case", sweep.Run.Study.Name);
        json.Array("inputs", sweep.Inputs, input => json.Heading(input.Input));
        json.Array("results", sweep.Results, json.Heading);
        json.Array("rows", sweep.Rows, row =>
        {
            json.Values("inputs", row.Inputs);
            json.Values("results", row.Results);
        });
    });
}
