using System.CommandLine;

namespace MlsdEstimator.Samples;

/// <summary>Assertions about nominal results, which set the exit code.</summary>
internal sealed class AssertOption
{
    private readonly Option<string[]> assertions = new("--assert")
    {
        Description = "Checks a nominal result: --assert \"peak QPS <= 200k/s\". Exit code 3 when violated. Repeatable.",
        HelpName = "result<=value",
    };

    public AssertOption(Command command) => command.Options.Add(assertions);

    /// <summary>Reads the assertions before anything is shown: a bad one prints one line and no screen.</summary>
    public IReadOnlyList<Assertion> Read(ParseResult parsed, CaseRun run) =>
        [.. (parsed.GetValue(assertions) ?? []).Select(text => Assertion.Parse(text, run.Sheet))];

    /// <summary>What the assertions say.</summary>
    /// <returns>The exit code.</returns>
    public static int Judge(IReadOnlyList<Assertion> assertions, TextWriter output)
    {
        foreach (Assertion assertion in assertions)
            output.WriteLine(assertion);
        return assertions.All(assertion => assertion.Holds) ? ExitCode.Success : ExitCode.NotMet;
    }
}
