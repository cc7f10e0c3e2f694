using System.Text.Json;

namespace MlsdEstimator.Accuracy;

/// <summary>Scores as an array, for programs.</summary>
internal static class JsonReport
{
    private static readonly JsonSerializerOptions Format = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase, WriteIndented = true };

    /// <summary>An array of family, rows, predicted, refused, medianError, p90Error, bias, coverage, medianWidth, rooflineMedianError; null where there is nothing to measure.</summary>
    public static string Of(IEnumerable<FamilyScore> scores) => JsonSerializer.Serialize(scores.Select(RowOf), Format);

    private static Row RowOf(FamilyScore family)
    {
        Score score = family.Score;
        return new Row(
            family.Family, score.Rows, score.Predicted, score.Refused, score.MedianError, score.P90Error, score.Bias, score.Coverage, score.MedianWidth, score.RooflineMedianError);
    }

    private sealed record Row(
        string Family, int Rows, int Predicted, int Refused, double? MedianError, double? P90Error, double? Bias, double? Coverage, double? MedianWidth, double? RooflineMedianError);
}
