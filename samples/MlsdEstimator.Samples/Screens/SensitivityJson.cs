using System.Text.Json;

namespace MlsdEstimator.Samples;

/// <summary>Sensitivities as JSON.</summary>
internal static class SensitivityJson
{
    public static string Of(CaseSensitivity reading) => Json.Text(json =>
    {
        json.WriteString("case", reading.Run.Study.Name);
        json.Object("result", () =>
        {
            json.Heading(reading.Result);
            json.Value("nominal", reading.Result);
            json.Value("low", reading.Belief.Low);
            json.Value("median", reading.Belief.Median);
            json.Value("high", reading.Belief.High);
        });
        json.Array("inputs", reading.All, driver => Write(json, driver));
    });

    private static void Write(Utf8JsonWriter json, ISensitivity driver)
    {
        json.Heading(driver.Input);
        json.WriteNumber("elasticity", driver.Elasticity);
        json.Value("atLow", driver.AtLow);
        json.Value("atHigh", driver.AtHigh);
        json.Number("varianceShare", driver.VarianceShare);
        json.Number("varianceShareError", driver.VarianceShareError);
        json.Number("totalVarianceShare", driver.TotalVarianceShare);
        json.Number("totalVarianceShareError", driver.TotalVarianceShareError);
    }
}
