using System.Text.Json;

namespace MlsdEstimator.Samples;

/// <summary>A comparison as JSON.</summary>
internal static class ComparisonJson
{
    public static string Of(CaseComparison reading) => Json.Text(json =>
    {
        json.WriteString("case", reading.Run.Study.Name);
        json.Array("comparisons", reading.Tables, table => Write(json, table.Subject, table.Comparison, reading.Run.Options));
    });

    private static void Write(Utf8JsonWriter json, string subject, IComparison comparison, SimulationOptions options)
    {
        IEstimate difference = comparison.Difference.Simulate(options);
        json.WriteString("result", subject);
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
