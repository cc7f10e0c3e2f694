namespace MlsdEstimator.Accuracy;

/// <summary>A family and how well it predicts.</summary>
/// <param name="Family">Name of the family.</param>
/// <param name="Lack">Why its file gives no rows; null where it gives some.</param>
/// <param name="Score">Its score.</param>
/// <param name="LeftOut">Rows of the file that are none of the family's.</param>
internal sealed record FamilyScore(string Family, string? Lack, Score Score, IReadOnlyList<string> LeftOut);
