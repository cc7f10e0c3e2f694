using Spectre.Console;

namespace MlsdEstimator.Samples;

/// <summary>A tornado drawn as text, with elasticities and shares of the variance.</summary>
internal static class SensitivityScreen
{
    private const int MostCertain = 12;

    public static void Show(CaseSensitivity reading, Terminal terminal)
    {
        IAnsiConsole console = terminal.Screen();
        console.Title(reading.Run, $"what drives {reading.Result.Name}");
        console.Sentence($"{reading.Result.Name}: {Page.Range(reading.Result, reading.Belief)}{(reading.Result.IsCertain ? "" : " (90%)")}");
        if (reading.Moving.Count > 0)
            console.Write(Tornado.Of(reading.Result, reading.Moving, console.Profile.Width));
        foreach (string remark in Remarks(reading))
            console.Remark(remark);
    }

    private static IEnumerable<string> Remarks(CaseSensitivity reading)
    {
        if (reading.Moving.Count > 0)
            yield return $"{Tornado.Low} input at its own low end, {Tornado.High} at its high end, {Tornado.Best} best guess; all other inputs at their best guess.";
        if (reading.Moving.Count + reading.Certain.Count > 0)
            yield return "Elasticity (elast.): percent of the result for one percent of the input; 0 where a ceiling flattens it.";
        else
            yield return "No input moves it.";
        if (reading.Moving.Any(driver => driver.VarianceShare is not null))
            yield return "Share: part of the variance that the input explains alone; total, where there is room: together with others.";
        foreach (string note in reading.Moving.Select(driver => driver.VarianceNote).OfType<string>().Distinct())
            yield return $"On the shares: {note}.";
        if (reading.Still.Count > 0)
            yield return $"Ranges that hardly move it: {string.Join(", ", reading.Still.Select(driver => driver.Input.Name))}.";
        if (reading.Certain.Count > 0)
            yield return $"Certain inputs by elasticity: {string.Join(", ", reading.Certain.Take(MostCertain).Select(driver => $"{driver.Input.Name} {Tornado.Elasticity(driver)}"))}{(reading.Certain.Count > MostCertain ? ", ..." : "")}.";
        if (Purchases.AreBehind(reading.Result))
            yield return "What is bought is a decision already taken: inputs that only decide it do not move the result.";
    }
}
