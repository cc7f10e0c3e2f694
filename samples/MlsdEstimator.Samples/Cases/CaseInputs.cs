namespace MlsdEstimator.Samples;

/// <summary>The inputs of a case: its own values, or those set on the command line.</summary>
internal sealed class CaseInputs
{
    private readonly Dictionary<string, string> changed = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> known = new(StringComparer.OrdinalIgnoreCase);

    /// <param name="settings">Texts of the form "name=value".</param>
    public CaseInputs(IEnumerable<string> settings)
    {
        foreach (string setting in settings)
        {
            string[] sides = setting.Split('=', 2);
            if (sides.Length != 2 || string.IsNullOrWhiteSpace(sides[0]))
                throw new FormatException($"Cannot read --set \"{setting}\"; write for example --set \"daily active users=200M\".");
            if (!changed.TryAdd(sides[0].Trim(), sides[1].Trim()))
                throw new ArgumentException($"The input '{sides[0].Trim()}' is set twice.");
        }
    }

    /// <summary>The value of an input: as set, else as given.</summary>
    public T Of<T>(string name, Quantity<T> given, string source)
        where T : Quantity<T>, IQuantity<T>
    {
        known.Add(name);
        return changed.TryGetValue(name, out string? text)
            ? Read<T>(name, text).Named(name).Cited("set on the command line")
            : given.Named(name).Cited(source);
    }

    /// <summary>Refuses settings that no input asked for.</summary>
    public void RefuseUnknown()
    {
        string? unknown = changed.Keys.FirstOrDefault(name => !known.Contains(name));
        if (unknown is not null)
            throw new ArgumentException($"There is no input '{unknown}'. Inputs: {string.Join("; ", known)}.");
    }

    private static T Read<T>(string name, string text)
        where T : Quantity<T>, IQuantity<T>
    {
        try
        {
            return Quantity<T>.Parse(text);
        }
        catch (FormatException problem)
        {
            throw new FormatException($"Input '{name}': {problem.Message}", problem);
        }
    }
}
