namespace MlsdEstimator.Accuracy;

/// <summary>What is withheld together when constants are fitted to one part of the rows and judged on the other.</summary>
/// <param name="Name">As on the command line: "block".</param>
/// <param name="GroupOf">Rows of one group are withheld together.</param>
/// <param name="Description">For reports.</param>
internal sealed record Split(string Name, Func<Measurement, string> GroupOf, string Description)
{
    /// <summary>Groups are spread over so many parts; each is withheld once.</summary>
    private const int Parts = 5;

    /// <summary>Whole (model, device) blocks.</summary>
    public static Split Block { get; } = new("block", row => row.Block, "whole (model, device) blocks withheld");

    /// <summary>Whole families of models.</summary>
    public static Split Model { get; } = new("model", row => row.ModelFamily, "whole model families withheld");

    /// <summary>Whole devices: no row of the device was seen.</summary>
    public static Split Device { get; } = new("device", row => row.Device, "whole devices withheld");

    public static IReadOnlyList<Split> All { get; } = [Block, Model, Device];

    /// <summary>Every row predicted by a family that was fitted without the group of the row.</summary>
    public IReadOnlyList<ScoredRow> Scored(IFamily family, ValidationFolder folder)
    {
        ILookup<int, Measurement> parts = family.Read(folder).ToLookup(PartOf);
        return [.. parts.SelectMany(part => Scored(family.Refit(folder, row => PartOf(row) == part.Key), part))];
    }

    private static IEnumerable<ScoredRow> Scored(IFamily fitted, IEnumerable<Measurement> rows) => rows.Select(row => new ScoredRow(row, fitted.Predict(row)));

    /// <summary>The part a row belongs to, by an FNV-1a hash of its group: the same on every machine, and for a group whichever family it occurs in.</summary>
    private int PartOf(Measurement row)
    {
        uint hash = 2_166_136_261;
        foreach (char letter in GroupOf(row))
            hash = (hash ^ letter) * 16_777_619;
        return (int)(hash % Parts);
    }
}
