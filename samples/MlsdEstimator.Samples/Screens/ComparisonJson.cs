using System.Text.Json;

namespace MlsdEstimator.Samples;

/// <summary>A comparison as JSON.</summary>
internal static class ComparisonJson
{
    public static string Of(CaseComparison reading) => Json.Text(json =>
    {
        json.WriteString("case", reading.Run.Study.Name);
        json.Array("comparisons", reading.Tables, table => Write(json, table));
    });

    private static void Write(Utf8JsonWriter json, ComparisonTable table)
    {
        (IComparison comparison, IEstimate difference) = (table.Comparison, table.Comparison.DifferenceBelief);
        json.WriteString("result", table.Subject);
        json.WriteString("unit", comparison.Difference.BaseUnit);
        json.WriteBoolean("moreIsBetter", comparison.MoreIsBetter);
        json.Array("alternatives", comparison.Ranking, alternative => Write(json, alternative));
        json.Object("difference", () =>
        {
            json.Value("nominal", comparison.Difference);
            json.Value("low", difference.Low);
            json.Value("median", difference.Median);
            json.Value("high", difference.High);
        });
        json.Value("noneFeasible", comparison.NoneFeasible);
        if (table is { Input: SweptInput input, Along: ICrossings along })
            json.Object("along", () => Write(json, input, along));
    }

    private static void Write(Utf8JsonWriter json, SweptInput input, ICrossings along)
    {
        json.Heading(input.Input);
        json.WriteBoolean("isUnrounded", along.IsUnrounded);
        json.Array("crossings", along.Found, crossing =>
        {
            json.Value("at", crossing.At);
            json.WriteString("before", crossing.Before);
            json.WriteString("after", crossing.After);
            json.WriteString("kind", $"{crossing.Kind}");
        });
        json.Array("rows", along.Rows, row =>
        {
            json.Value("at", row.At);
            json.WriteString("best", row.Best);
            json.Values("probabilityBest", row.ProbabilityBest);
            json.Value("noneFeasible", row.NoneFeasible);
        });
    }

    private static void Write(Utf8JsonWriter json, IAlternative alternative)
    {
        json.WriteString("name", alternative.Name);
        json.Value("nominal", alternative.Subject);
        json.Value("low", alternative.Belief.Low);
        json.Value("median", alternative.Belief.Median);
        json.Value("high", alternative.Belief.High);
        json.Value("probabilityInfeasible", alternative.Belief.ProbabilityInfeasible);
        json.Value("probabilityBest", alternative.ProbabilityBest);
    }
}
