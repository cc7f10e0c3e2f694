namespace MlsdEstimator.Accuracy;

/// <summary>A family and how well it predicts.</summary>
/// <param name="Family">Name of the family.</param>
/// <param name="File">Where its rows are.</param>
/// <param name="IsFileThere">False when the folder has no such file.</param>
/// <param name="Score">Its score.</param>
internal sealed record FamilyScore(string Family, string File, bool IsFileThere, Score Score);
