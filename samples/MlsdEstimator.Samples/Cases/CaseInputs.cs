namespace MlsdEstimator.Samples;

/// <summary>
/// The inputs of a case: its own values, or those set on the command line. An input that is asked for twice is the same unknown both times,
/// and a variant shares with its original every input that it does not change, so that the two can be compared draw by draw.
/// </summary>
internal sealed class CaseInputs
{
    private readonly Dictionary<string, string> changed = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, IQuantity> made = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string> choices = new(StringComparer.OrdinalIgnoreCase);
    private readonly CaseInputs? original;

    /// <param name="settings">Texts of the form "name=value".</param>
    public CaseInputs(IEnumerable<string> settings)
        : this(settings, original: null)
    {
    }

    private CaseInputs(IEnumerable<string> settings, CaseInputs? original)
    {
        this.original = original;
        foreach (string setting in settings)
        {
            (string name, string value) = NamedValue.Parse(setting, "--set \"daily active users=200M\"");
            if (!changed.TryAdd(name, value))
                throw new ArgumentException($"The input '{name}' is set twice.");
        }
    }

    /// <summary>What was chosen by name, such as the accelerator: compared, not swept.</summary>
    public IReadOnlyDictionary<string, string> Choices => choices;

    /// <summary>The same inputs with some changed.</summary>
    /// <param name="settings">Texts of the form "name=value".</param>
    public CaseInputs With(IEnumerable<string> settings) => new(settings, this);

    /// <summary>The value of an input: as set, else as given.</summary>
    public T Of<T>(string name, Quantity<T> given, string source)
        where T : Quantity<T>, IQuantity<T> => Once(name, () => given.Named(name).Cited(source));

    /// <summary>The value of an input that brings its name and source along: as set, else as it is.</summary>
    public T Of<T>(Quantity<T> given)
        where T : Quantity<T>, IQuantity<T> => Once(given.Name ?? throw new ArgumentException("The input has no name."), () => (T)given);

    /// <summary>Something chosen by name: as set, else as given.</summary>
    public T Choice<T>(string name, T given, Func<string, T> find)
        where T : notnull
    {
        T chosen = Setting(name) is string text ? find(text) : given;
        choices[name] = $"{chosen}";
        return chosen;
    }

    /// <summary>Refuses settings that no input asked for.</summary>
    public void RefuseUnknown(Worksheet sheet)
    {
        if (changed.Keys.FirstOrDefault(name => !made.ContainsKey(name) && !choices.ContainsKey(name)) is string unknown)
            throw new ArgumentException($"'{sheet.Input(unknown).Name}' is a definition, not an input of the case; it cannot be set.");
    }

    private T Once<T>(string name, Func<T> given)
        where T : Quantity<T>, IQuantity<T>
    {
        if (made.TryGetValue(name, out IQuantity? known))
            return (T)known;
        T input = changed.TryGetValue(name, out string? text) ? Read<T>(name, text) : original is null ? given() : original.Once(name, given);
        made.Add(name, input);
        return input;
    }

    private string? Setting(string name) => changed.TryGetValue(name, out string? text) ? text : original?.Setting(name);

    private static T Read<T>(string name, string text)
        where T : Quantity<T>, IQuantity<T>
    {
        try
        {
            return Quantity<T>.Parse(text).Named(name).Cited("set on the command line");
        }
        catch (FormatException problem)
        {
            throw new FormatException($"Input '{name}': {problem.Message}", problem);
        }
    }
}
