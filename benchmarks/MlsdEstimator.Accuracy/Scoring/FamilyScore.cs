namespace MlsdEstimator.Accuracy;

/// <summary>A family and how well it predicts.</summary>
/// <param name="Family">Name of the family.</param>
/// <param name="File">Where its rows are.</param>
/// <param name="IsFileThere">False when the folder has no such file.</param>
/// <param name="Score">Its score.</param>
/// <param name="LeftOut">Rows of the file that are none of the family's.</param>
internal sealed record FamilyScore(string Family, string File, bool IsFileThere, Score Score, IReadOnlyList<string> LeftOut);
