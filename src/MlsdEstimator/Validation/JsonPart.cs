using System.Text;
using System.Text.Json;

namespace MlsdEstimator;

/// <summary>A part of a JSON document with its path, so that every error says where it is.</summary>
internal readonly record struct JsonPart(JsonElement Element, string Path)
{
    private static readonly JsonReaderOptions Lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    /// <summary>True for a property that may be missing.</summary>
    private bool IsOptional { get; init; }

    /// <summary>Reads a document; comments and commas behind the last item are allowed.</summary>
    /// <exception cref="FormatException">The text is not JSON.</exception>
    public static JsonPart Parse(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json, new JsonDocumentOptions { CommentHandling = Lenient.CommentHandling, AllowTrailingCommas = Lenient.AllowTrailingCommas });
            return new JsonPart(document.RootElement.Clone(), "$");
        }
        catch (JsonException problem)
        {
            string fault = problem.Message.Split(" LineNumber:")[0], question = IsBeginning(json) ? " Was the file cut off?" : "";
            throw new FormatException(MlsdEstimator.Text.Of($"$: this is not JSON: line {problem.LineNumber + 1}, byte {problem.BytePositionInLine + 1}: {fault}{question}"), problem);
        }
    }

    public JsonPart this[string property]
    {
        get
        {
            Require(JsonValueKind.Object, "an object");
            return Element.TryGetProperty(property, out JsonElement value)
                ? new JsonPart(value, $"{Path}.{property}")
                : throw new FormatException($"{Path}.{property} is missing.");
        }
    }

    /// <summary>A property that may be missing.</summary>
    public JsonPart? Optional(string property)
    {
        Require(JsonValueKind.Object, "an object");
        return Element.TryGetProperty(property, out JsonElement value) ? new JsonPart(value, $"{Path}.{property}") { IsOptional = true } : null;
    }

    /// <summary>Refuses a property that nobody reads, or that is there twice: it is a slip of the pen, and its value would be lost.</summary>
    public void RequireKnown(IReadOnlyCollection<string> properties)
    {
        Require(JsonValueKind.Object, "an object");
        var read = new HashSet<string>(StringComparer.Ordinal);
        foreach (string name in Element.EnumerateObject().Select(property => property.Name))
        {
            if (!read.Add(name))
                throw new FormatException($"{Path}.{name} is given twice.");
            if (!properties.Contains(name))
                throw new FormatException($"{Path}.{name} is not a property of this schema. Nearest: {NearestNames.Of(name, properties)}.");
        }
    }

    public IReadOnlyList<JsonPart> Items()
    {
        Require(JsonValueKind.Array, "an array");
        string path = Path;
        return [.. Element.EnumerateArray().Select((item, i) => new JsonPart(item, $"{path}[{i}]"))];
    }

    public string Text()
    {
        Require(JsonValueKind.String, "a text");
        return Element.GetString()!;
    }

    public double Number()
    {
        Require(JsonValueKind.Number, "a number");
        return IsFinite(Element, out double number) ? number : throw Wrong("not a finite number");
    }

    public int Whole(int least, int most)
    {
        Require(JsonValueKind.Number, "a number");
        return Element.TryGetInt32(out int number) && number >= least && number <= most ? number : throw Wrong(MlsdEstimator.Text.Of($"not a whole number from {least} to {most}"));
    }

    public ulong Seed()
    {
        Require(JsonValueKind.Number, "a number");
        return Element.TryGetUInt64(out ulong number) ? number : throw Wrong("not a seed, which is a whole number from 0 to 2^64 - 1");
    }

    public bool Truth() => Element.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => throw Wrong($"{Element.ValueKind.ToString().ToLowerInvariant()}, but should be true or false"),
    };

    /// <summary>A number above 0.</summary>
    public double Positive()
    {
        double number = Number();
        return number > 0 ? number : throw Wrong(MlsdEstimator.Text.Of($"{number}, but should be above 0{(IsOptional ? "; leave it out where it is not known" : "")}"));
    }

    /// <summary>So many numbers.</summary>
    public double[] Numbers(int count)
    {
        Require(JsonValueKind.Array, "an array");
        if (Element.GetArrayLength() != count)
            throw Wrong(MlsdEstimator.Text.Of($"an array of {Element.GetArrayLength()}, but should have {count}"));
        var numbers = new double[count];
        int place = 0;
        foreach (JsonElement item in Element.EnumerateArray())
        {
            numbers[place] = IsFinite(item, out double number) ? number : throw new JsonPart(item, MlsdEstimator.Text.Of($"{Path}[{place}]")).Wrong("not a finite number");
            place++;
        }
        return numbers;
    }

    public FormatException Wrong(string what) => new($"{Path} is {what}.");

    /// <summary>True for a text that more text could complete.</summary>
    private static bool IsBeginning(string json)
    {
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(json), isFinalBlock: false, new JsonReaderState(Lenient));
        try
        {
            while (reader.Read())
                continue;
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static bool IsFinite(JsonElement element, out double number)
    {
        number = double.NaN;
        return element.ValueKind == JsonValueKind.Number && element.TryGetDouble(out number) && double.IsFinite(number);
    }

    private void Require(JsonValueKind kind, string what)
    {
        if (Element.ValueKind != kind)
            throw Wrong($"{Element.ValueKind.ToString().ToLowerInvariant()}, but should be {what}");
    }
}
