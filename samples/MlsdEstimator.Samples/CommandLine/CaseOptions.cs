using System.CommandLine;

namespace MlsdEstimator.Samples;

/// <summary>Options of every command that builds a case.</summary>
internal sealed class CaseOptions
{
    private readonly Option<string[]> set = new("--set")
    {
        Description = "Changes an input: --set \"daily active users=200M\", --set \"requests per user per day=5 to 20\". Repeatable.",
    };

    private readonly Option<int> samples = new("--samples")
    {
        Description = "Number of draws.",
        DefaultValueFactory = _ => SimulationOptions.DefaultSamples,
    };

    private readonly Option<ulong> seed = new("--seed") { Description = "Seed of the draws.", DefaultValueFactory = _ => SimulationOptions.DefaultSeed };

    private readonly Option<string[]> assertions = new("--assert")
    {
        Description = "Checks a nominal result: --assert \"peak QPS <= 200k/s\". Exit code 3 when violated. Repeatable.",
    };

    public void AddTo(Command command)
    {
        command.Options.Add(set);
        command.Options.Add(samples);
        command.Options.Add(seed);
        command.Options.Add(assertions);
    }

    /// <summary>Builds and simulates the case with the changed inputs.</summary>
    public CaseRun Run(ParseResult parsed, string name)
    {
        var inputs = new CaseInputs(parsed.GetValue(set) ?? []);
        var options = new SimulationOptions { Samples = parsed.GetValue(samples), Seed = parsed.GetValue(seed) };
        return CaseRun.Of(CaseCatalog.Find(name), inputs, options);
    }

    /// <summary>Reads the assertions before anything is shown: a bad one prints one line and no screen.</summary>
    public IReadOnlyList<Assertion> Assertions(ParseResult parsed, CaseRun run) =>
        [.. (parsed.GetValue(assertions) ?? []).Select(text => Assertion.Parse(text, run.Sheet))];
}
