namespace MlsdEstimator;

/// <summary>The units of one dimension: by spelling for reading, by size for writing.</summary>
internal sealed class UnitIndex
{
    private readonly Dictionary<string, Unit> _byKey;
    private readonly Unit[] shown;
    private readonly Unit plain;

    public UnitIndex(IReadOnlyList<Unit> units)
    {
        var spellings = units.SelectMany(unit => unit.Aliases.Prepend(unit.Symbol), (unit, spelling) => (Key: UnitKey.Of(spelling), Unit: unit));
        _byKey = spellings.DistinctBy(pair => pair.Key).ToDictionary(pair => pair.Key, pair => pair.Unit, StringComparer.Ordinal);
        shown = [.. units.Where(unit => unit.Shown).OrderBy(unit => unit.Factor)];
        plain = units.First(unit => unit.Shown);
    }

    public Unit? Find(string key) => _byKey.GetValueOrDefault(key);

    /// <summary>The largest unit that the rounded value fills; the first shown one for 0 and for what needs a power of ten.</summary>
    public Unit Pick(double value)
    {
        var size = Math.Abs(value);
        var pick = shown[0];
        foreach (var next in shown.Skip(1))
        {
            if (Fills(size, pick, next))
                pick = next;
        }

        var number = NumberText.Rounded(pick.FromBase(size));
        return number >= NumberText.LeastPlain && number < pick.Below ? pick : plain;
    }

    public string Unknown(string key)
    {
        if (key is "" or "$")
            return $"the unit is missing (one of {string.Join(", ", shown.Select(unit => unit.Symbol.Trim()))})";

        var near = NearestSpelling.To(key, _byKey.Keys).Select(Named).ToList();
        return near.Count == 0 ? $"unknown unit \"{key}\"" : $"unknown unit \"{key}\" (did you mean {string.Join(" or ", near)}?)";
    }

    // As rounded in either unit, so that 999,999 B moves on to 1 MB, 59.99 s to 1 min, and 1 /day (30.4 /month) stays one;
    // the slack is for quotients of factors, such as 1e-6 / 1e-9.
    private static bool Fills(double size, Unit below, Unit next) =>
        NumberText.Rounded(next.FromBase(size)) >= next.Least ||
        NumberText.Rounded(below.FromBase(size)) >= next.Least * next.Factor / below.Factor * (1 - 1e-12);

    private string Named(string key) => _byKey[key].Note is { } note ? $"{key} ({note})" : key;
}
