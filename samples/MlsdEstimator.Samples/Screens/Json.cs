using System.Text;
using System.Text.Json;

namespace MlsdEstimator.Samples;

/// <summary>JSON of readings: values in base units, null where a number cannot be.</summary>
internal static class Json
{
    /// <summary>One object as text.</summary>
    public static string Text(Action<Utf8JsonWriter> write)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true }))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    public static void Value(this Utf8JsonWriter json, string name, IQuantity? quantity)
    {
        json.WritePropertyName(name);
        json.Value(quantity);
    }

    public static void Value(this Utf8JsonWriter json, IQuantity? quantity)
    {
        if (quantity is { IsFeasible: true })
            json.WriteNumberValue(quantity.BaseValue);
        else
            json.WriteNullValue();
    }

    public static void Number(this Utf8JsonWriter json, string name, double? value)
    {
        if (value is double number)
            json.WriteNumber(name, number);
        else
            json.WriteNull(name);
    }

    /// <summary>What a quantity is called and counted in.</summary>
    public static void Heading(this Utf8JsonWriter json, IQuantity quantity)
    {
        json.WriteString("name", quantity.Name);
        json.WriteString("unit", quantity.BaseUnit);
    }

    public static void Object(this Utf8JsonWriter json, string name, Action write)
    {
        json.WriteStartObject(name);
        write();
        json.WriteEndObject();
    }

    public static void Array<T>(this Utf8JsonWriter json, string name, IEnumerable<T> items, Action<T> write)
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

    public static void Values(this Utf8JsonWriter json, string name, IEnumerable<IQuantity?> values)
    {
        json.WriteStartArray(name);
        foreach (IQuantity? value in values)
            json.Value(value);
        json.WriteEndArray();
    }
}
