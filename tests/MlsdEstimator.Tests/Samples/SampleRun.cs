using System.Text.Json;
using MlsdEstimator.Samples;

namespace MlsdEstimator.Tests;

/// <summary>The sample program run inside the tests: its output is no terminal, as when it is piped.</summary>
internal static class SampleRun
{
    public static (int Code, string Output, string Errors) Of(params string[] arguments) => At(width: null, arguments);

    public static (int Code, string Output, string Errors) At(int? width, params string[] arguments)
    {
        var (output, errors) = (new StringWriter { NewLine = "\n" }, new StringWriter { NewLine = "\n" });
        int code = SampleProgram.Run(arguments, new Terminal(output, errors, width));
        return (code, output.ToString(), errors.ToString());
    }

    public static JsonElement Json(params string[] arguments)
    {
        (_, string output, string errors) = Of([.. arguments, "--json"]);
        Assert.Equal("", errors);
        return JsonDocument.Parse(output).RootElement;
    }

    public static string[] Names(this JsonElement element) => [.. element.EnumerateObject().Select(property => property.Name)];

    /// <summary>One space between words: what wraps and pads does not matter.</summary>
    public static string Squeezed(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>Words as a shell splits them: double quotes keep spaces.</summary>
    public static IEnumerable<string> Words(string line) =>
        line.Split('"').SelectMany((part, i) => i % 2 == 1 ? [part] : part.Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
