using System.Globalization;
using System.Text;
using System.Text.Json;

namespace MlsdEstimator;

/// <summary>A derivation as JSON, written by hand so that it needs no reflection.</summary>
internal static class DerivationJson
{
    public static string Of(Derivation root)
    {
        List<Derivation> steps = DerivationSteps.OperandsFirst(root);
        var index = new Dictionary<Derivation, int>(ReferenceEqualityComparer.Instance);
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true }))
        {
            json.WriteStartArray();
            foreach (Derivation step in steps)
            {
                index[step] = index.Count;
                Write(json, step, index);
            }
            json.WriteEndArray();
        }
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static void Write(Utf8JsonWriter json, Derivation step, Dictionary<Derivation, int> index)
    {
        json.WriteStartObject();
        json.WriteNumber("step", index[step]);
        json.WriteString("name", step.Name);
        json.WriteString("operation", step.Operation);
        json.WriteStartArray("operands");
        foreach (Derivation operand in step.Operands)
            json.WriteNumberValue(index[operand]);
        json.WriteEndArray();
        json.WriteString("formula", step.Formula);
        if (step.BaseValue is double value)
            json.WriteNumber("nominal", value);
        else
            json.WriteNull("nominal");
        json.WriteString("unit", step.BaseUnit);
        json.WriteString("text", step.Value);
        json.WriteString("range", step.Range);
        if (step.Correlation is string correlation)
            json.WriteString("correlation", correlation);
        json.WriteString("source", step.Source);
        json.WriteString("asOf", step.AsOf?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        json.WriteBoolean("isDefault", step.IsDefault);
        json.WriteStartArray("aspects");
        foreach (Aspect aspect in step.Aspects)
            json.WriteStringValue(aspect.ToString());
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
