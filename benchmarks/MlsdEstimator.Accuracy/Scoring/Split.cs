namespace MlsdEstimator.Accuracy;

/// <summary>What is withheld together when constants are fitted to one part of the rows and judged on the other.</summary>
/// <param name="Name">As on the command line: "block".</param>
/// <param name="GroupOf">Rows of one group are withheld together.</param>
/// <param name="Description">For reports.</param>
/// <param name="Parts">Groups are spread over so many parts; each is withheld once. More than there are groups: each alone.</param>
internal sealed record Split(string Name, Func<Measurement, string> GroupOf, string Description, int Parts)
{
    /// <summary>Whole (model, device) blocks.</summary>
    public static Split Block { get; } = new("block", row => row.Block, "whole (model, device) blocks withheld", 5);

    /// <summary>Whole families of models.</summary>
    public static Split Model { get; } = new("model", row => row.ModelFamily, "whole model families withheld", 5);

    /// <summary>Whole devices: no row of the device was seen.</summary>
    public static Split Device { get; } = new("device", row => row.Device, "whole devices withheld", 97);

    public static IReadOnlyList<Split> All { get; } = [Block, Model, Device];

    private readonly Dictionary<int, Func<Measurement, bool>> withheld = [];

    /// <summary>Groups of rows, those of a stack beside each other: dealt in turns, no stack loses all of them at once.</summary>
    public static IEnumerable<string> InOrderOfStacks<TRow>(IEnumerable<TRow> rows, Func<TRow, string> groupOf)
        where TRow : Measurement =>
        rows.OrderBy(row => row.Engine, StringComparer.Ordinal).ThenBy(groupOf, StringComparer.Ordinal).Select(groupOf).Distinct();

    /// <summary>Every row predicted by a family that was fitted without the group of the row.</summary>
    public IReadOnlyList<ScoredRow> Scored(IFamily family, ValidationFolder folder)
    {
        Dictionary<string, int> dealt = Dealt(family.Dealt(folder));
        ILookup<int, Measurement> parts = family.Read(folder).ToLookup(row => PartOf(row, dealt));
        return [.. parts.SelectMany(part => Scored(family.Refit(folder, dealt.Count == 0 ? Withheld(part.Key) : row => PartOf(row, dealt) == part.Key), part))];
    }

    private static IEnumerable<ScoredRow> Scored(IFamily fitted, IEnumerable<Measurement> rows) => rows.Select(row => new ScoredRow(row, fitted.Predict(row)));

    /// <summary>
    /// Groups in the order of their stacks, dealt to the parts one by one: the groups of a stack come into different parts, so that a stack with few of them is not
    /// withheld as a whole by an accident of names.
    /// </summary>
    private Dictionary<string, int> Dealt(IReadOnlyList<Measurement> rows) =>
        InOrderOfStacks(rows, GroupOf).Select((group, index) => (group, index)).ToDictionary(one => one.group, one => one.index % Parts);

    /// <summary>One rule for a part, whichever family asks: families share a fit by it.</summary>
    private Func<Measurement, bool> Withheld(int part) =>
        withheld.TryGetValue(part, out Func<Measurement, bool>? rule) ? rule : withheld[part] = row => PartOf(row, []) == part;

    /// <summary>The part a row belongs to: that its group was dealt to, else one by an FNV-1a hash of its group, the same on every machine, and whichever family it occurs in.</summary>
    private int PartOf(Measurement row, Dictionary<string, int> dealt)
    {
        if (dealt.TryGetValue(GroupOf(row), out int part))
            return part;
        uint hash = 2_166_136_261;
        foreach (char letter in GroupOf(row))
            hash = (hash ^ letter) * 16_777_619;
        return (int)(hash % Parts);
    }
}
