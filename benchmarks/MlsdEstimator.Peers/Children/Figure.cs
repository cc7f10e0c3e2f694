using System.Text.Json;

namespace MlsdEstimator.Peers;

/// <summary>A number about this library alone.</summary>
/// <param name="Name">What was measured.</param>
/// <param name="Value">How much.</param>
/// <param name="Unit">Of what.</param>
internal sealed record Figure(string Name, double Value, string Unit)
{
    public string ToJson() => JsonSerializer.Serialize(this);

    /// <summary>Reads the lines a process printed.</summary>
    /// <exception cref="FormatException">A line is not a figure.</exception>
    public static IReadOnlyList<Figure> Parse(string output)
    {
        try
        {
            return [.. output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonSerializer.Deserialize<Figure>(line)!)];
        }
        catch (JsonException problem)
        {
            throw new FormatException($"expected figures, but it printed: {output.Trim()}", problem);
        }
    }
}
