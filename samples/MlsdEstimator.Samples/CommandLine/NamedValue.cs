namespace MlsdEstimator.Samples;

/// <summary>Arguments of the form "name=value".</summary>
internal static class NamedValue
{
    /// <param name="text">The argument.</param>
    /// <param name="example">How it is written, for the message.</param>
    public static (string Name, string Value) Parse(string text, string example)
    {
        string[] sides = text.Split('=', 2, StringSplitOptions.TrimEntries);
        return sides is [{ Length: > 0 } name, { Length: > 0 } value]
            ? (name, value)
            : throw new FormatException($"Cannot read \"{text}\"; write for example {example}.");
    }
}
