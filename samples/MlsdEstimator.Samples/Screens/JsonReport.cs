using System.Text.Json;

namespace MlsdEstimator.Samples;

/// <summary>The run as JSON.</summary>
internal static class JsonReport
{
    public static string Of(CaseRun run) => Json.Text(json =>
    {
        json.WriteString("case", run.Study.Name);
        json.Array("inputs", run.Sheet.Inputs, input => WriteInput(json, input, run.Simulation));
        json.Array("results", Sectioned(run.Sheet), entry => WriteResult(json, entry.Section, entry.Result, run.Simulation));
        json.Array("findings", run.Findings, finding => WriteFinding(json, finding));
    });

    private static IEnumerable<(string Section, IQuantity Result)> Sectioned(Worksheet sheet) =>
        sheet.Estimators.SelectMany(listed => listed.Estimator.Results, (listed, result) => ($"{listed.Step} / {listed.Estimator.Title}", result));

    private static void WriteInput(Utf8JsonWriter json, IQuantity input, Simulation run)
    {
        IEstimate belief = run.Of(input);
        json.Heading(input);
        json.Value("nominal", input);
        json.Value("low", belief.Low);
        json.Value("high", belief.High);
        json.WriteString("source", input.Source);
        json.WriteBoolean("isDefault", input.IsDefault);
    }

    private static void WriteResult(Utf8JsonWriter json, string section, IQuantity result, Simulation run)
    {
        IEstimate belief = run.Of(result);
        json.WriteString("section", section);
        json.Heading(result);
        json.Value("nominal", result);
        json.Value("mean", belief.Mean);
        json.Value("low", belief.Low);
        json.Value("median", belief.Median);
        json.Value("high", belief.High);
        json.Value("probabilityInfeasible", belief.ProbabilityInfeasible);
    }

    private static void WriteFinding(Utf8JsonWriter json, Finding finding)
    {
        json.WriteString("code", finding.Code);
        json.WriteString("severity", finding.Severity.ToString().ToLowerInvariant());
        json.WriteString("message", finding.Message);
    }
}
