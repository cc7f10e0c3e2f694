using System.CommandLine;

namespace MlsdEstimator.Samples;

/// <summary>The case of a command, with its inputs, draws and form of output.</summary>
internal sealed class CaseOptions
{
    private readonly Option<string[]> set = new("--set")
    {
        Description = "Changes an input: --set \"daily active users=200M\", --set \"requests per user per day=5 to 20\", --set \"accelerator=L4\", --set \"ranker=int8\". Repeatable.",
        HelpName = "input=value",
    };

    private readonly Option<int> samples = new("--samples")
    {
        Description = "Number of draws.",
        DefaultValueFactory = _ => SimulationOptions.DefaultSamples,
        HelpName = "number",
    };

    private readonly Option<ulong> seed = new("--seed") { Description = "Seed of the draws.", DefaultValueFactory = _ => SimulationOptions.DefaultSeed, HelpName = "number" };

    private readonly Option<bool> json = new("--json") { Description = "Print JSON, values in base units." };

    public CaseOptions(Command command, Argument<string> named, bool hasJson = true)
    {
        Named = named;
        command.Options.Add(set);
        command.Options.Add(samples);
        command.Options.Add(seed);
        if (hasJson)
            command.Options.Add(json);
    }

    /// <summary>Which case.</summary>
    public Argument<string> Named { get; }

    public bool IsJson(ParseResult parsed) => parsed.GetValue(json);

    /// <summary>Builds the case with the changed inputs.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="progress">Hears how far the draws of the case are.</param>
    public CaseRun Build(ParseResult parsed, IProgress<double>? progress = null)
    {
        var inputs = new CaseInputs(parsed.GetValue(set) ?? []);
        var options = new SimulationOptions { Samples = parsed.GetValue(samples), Seed = parsed.GetValue(seed), Progress = progress };
        return new CaseRun(CaseCatalog.Find(parsed.GetRequiredValue(Named)), inputs, options);
    }
}
