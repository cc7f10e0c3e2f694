using System.Text;
using System.Text.Json;

namespace MlsdEstimator;

/// <summary>Writes a posterior as JSON, by hand so that it needs no reflection. Numbers are written so that they read back to the same bits.</summary>
internal static class PosteriorJson
{
    public const string Format = "MlsdEstimator posterior";
    public const int Version = 1;

    public static string Write(Posterior posterior)
    {
        RequireNames(posterior.State);
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            WriteHead(json, posterior.State);
            WriteMeasurements(json, posterior.Measurements);
            ScoreFactor[] factors = [.. posterior.State.Inputs.SelectMany(input => input.Leaf.Score.Terms.Select(term => term.Factor)).Distinct()];
            WriteInputs(json, posterior.State, factors);
            json.WriteStartArray("factors");
            foreach (ScoreFactor factor in factors)
                WriteNumbers(json, posterior.State.Scores[factor]);
            json.WriteEndArray();
            json.WritePropertyName("weights");
            WriteNumbers(json, posterior.State.Weights);
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    /// <summary>The 5 %, 50 % and 95 % points of an input before measurements, in base units: what a loaded state is checked against.</summary>
    public static double[] Prior(LeafNode leaf) => [leaf.Quantile(0.05), leaf.Quantile(0.5), leaf.Quantile(0.95)];

    private static void RequireNames(PosteriorState state)
    {
        if (state.Inputs.FirstOrDefault(input => input.Name is null).Leaf is LeafNode unnamed)
        {
            string what = $"{unnamed.Distribution} ({unnamed.Dimension.Name})";
            throw new EstimateException($"An input without a name cannot be saved, because it could not be found again: {what}. Name it where it is made: .Named(\"...\").");
        }
        if (state.Inputs.GroupBy(input => input.Name).FirstOrDefault(group => group.Count() > 1)?.Key is string twice)
            throw new EstimateException($"Two inputs are called '{twice}' and could not be told apart after loading. Give each its own name.");
    }

    private static void WriteHead(Utf8JsonWriter json, PosteriorState state)
    {
        json.WriteString("format", Format);
        json.WriteNumber("version", Version);
        json.WriteString("method", state.Options.Method.ToString());
        json.WriteNumber("seed", state.Options.Seed);
        json.WriteNumber("streams", state.Streams);
        json.WriteNumber("replicates", PosteriorState.Replicates);
        json.WriteNumber("draws", state.Count);
    }

    private static void WriteMeasurements(Utf8JsonWriter json, IReadOnlyList<MeasurementFit> measurements)
    {
        json.WriteStartArray("measurements");
        foreach (MeasurementFit measurement in measurements)
        {
            json.WriteStartObject();
            json.WriteString("text", measurement.Text);
            json.WriteString("before", measurement.Before);
            json.WriteNumber("probability", measurement.Probability);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void WriteInputs(Utf8JsonWriter json, PosteriorState state, ScoreFactor[] factors)
    {
        json.WriteStartArray("inputs");
        foreach ((LeafNode leaf, string? name) in state.Inputs)
        {
            json.WriteStartObject();
            json.WriteString("name", name);
            json.WriteString("unit", leaf.Dimension.Base.Symbol);
            json.WritePropertyName("prior");
            WriteNumbers(json, Prior(leaf));
            json.WritePropertyName("factors");
            WriteNumbers(json, leaf.Score.Terms.Select(term => (double)Array.IndexOf(factors, term.Factor)));
            json.WritePropertyName("loadings");
            WriteNumbers(json, leaf.Score.Terms.Select(term => term.Weight));
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void WriteNumbers(Utf8JsonWriter json, double[][] replicates) => WriteNumbers(json, replicates.SelectMany(replicate => replicate));

    private static void WriteNumbers(Utf8JsonWriter json, IEnumerable<double> numbers)
    {
        json.WriteStartArray();
        foreach (double number in numbers)
            json.WriteNumberValue(number);
        json.WriteEndArray();
    }
}
