namespace MlsdEstimator.Accuracy;

/// <summary>Scores families on a folder.</summary>
internal static class Judge
{
    /// <summary>A score for each family, in their order.</summary>
    /// <param name="families">The families.</param>
    /// <param name="folder">Where the rows are.</param>
    /// <param name="split">What is withheld from fits, or null to judge the constants that ship.</param>
    public static IReadOnlyList<FamilyScore> Of(IEnumerable<IFamily> families, ValidationFolder folder, Split? split) =>
        [.. families.Select(family => new FamilyScore(family.Name, folder.Lack(family.File), new Score(Scored(family, folder, split)), family.LeftOut(folder)))];

    private static IReadOnlyList<ScoredRow> Scored(IFamily family, ValidationFolder folder, Split? split) =>
        split?.Scored(family, folder) ?? [.. family.Read(folder).Select(row => new ScoredRow(row, family.Predict(row)))];
}
