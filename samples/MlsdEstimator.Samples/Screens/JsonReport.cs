using System.Text;
using System.Text.Json;

namespace MlsdEstimator.Samples;

/// <summary>The run as JSON, values in base units; null where a number cannot be.</summary>
internal static class JsonReport
{
    public static string Of(CaseRun run)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true }))
        {
            json.WriteStartObject();
            json.WriteString("case", run.Study.Name);
            WriteArray(json, "inputs", run.Sheet.Inputs, input => WriteInput(json, input, run.Simulation));
            WriteArray(json, "results", Sectioned(run.Sheet), entry => WriteResult(json, entry.Section, entry.Result, run.Simulation));
            WriteArray(json, "findings", run.Findings, finding => WriteFinding(json, finding));
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static IEnumerable<(string Section, IQuantity Result)> Sectioned(Worksheet sheet) =>
        sheet.Steps.SelectMany(step => step.Estimators.SelectMany(estimator => Sectioned(step.Step, estimator)));

    private static IEnumerable<(string Section, IQuantity Result)> Sectioned(string step, Estimator estimator) =>
        [.. estimator.Results.Select(result => ($"{step} / {estimator.Title}", result)), .. estimator.Parts.SelectMany(part => Sectioned(step, part))];

    private static void WriteInput(Utf8JsonWriter json, IQuantity input, Simulation run)
    {
        IEstimate belief = run.Of(input);
        json.WriteString("name", input.Name);
        json.WriteString("unit", input.BaseUnit);
        WriteValue(json, "nominal", input);
        WriteValue(json, "low", belief.Low);
        WriteValue(json, "high", belief.High);
        json.WriteString("source", input.Source);
        json.WriteBoolean("isDefault", input.IsDefault);
    }

    private static void WriteResult(Utf8JsonWriter json, string section, IQuantity result, Simulation run)
    {
        IEstimate belief = run.Of(result);
        json.WriteString("section", section);
        json.WriteString("name", result.Name);
        json.WriteString("unit", result.BaseUnit);
        WriteValue(json, "nominal", result);
        WriteValue(json, "mean", belief.Mean);
        WriteValue(json, "low", belief.Low);
        WriteValue(json, "median", belief.Median);
        WriteValue(json, "high", belief.High);
        WriteValue(json, "probabilityInfeasible", belief.ProbabilityInfeasible);
    }

    private static void WriteFinding(Utf8JsonWriter json, Finding finding)
    {
        json.WriteString("code", finding.Code);
        json.WriteString("severity", finding.Severity.ToString().ToLowerInvariant());
        json.WriteString("message", finding.Message);
    }

    private static void WriteValue(Utf8JsonWriter json, string name, IQuantity quantity)
    {
        if (quantity.IsFeasible)
            json.WriteNumber(name, quantity.BaseValue);
        else
            json.WriteNull(name);
    }

    private static void WriteArray<T>(Utf8JsonWriter json, string name, IEnumerable<T> items, Action<T> write)
    {
        json.WriteStartArray(name);
        foreach (T item in items)
        {
            json.WriteStartObject();
            write(item);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }
}
