using System.CommandLine;
using System.CommandLine.Help;

namespace MlsdEstimator.Samples;

/// <summary>The command line: which case, with which inputs changed, shown how.</summary>
internal static class SampleProgram
{
    private static readonly string[] Examples =
    [
        "--set \"daily active users=200M\" --set \"requests per user per day=5 to 20\"",
        "video --whiteboard",
        "--json --samples 65536 --seed 7",
        "--assert \"peak QPS <= 200k/s\"",
    ];

    public static int Run(string[] args, TextWriter output, TextWriter errors) => Run(args, new Terminal(output, errors));

    /// <summary>A newline would break the promise of one line on standard error.</summary>
    public static int Run(string[] args, Terminal terminal)
    {
        try
        {
            ParseResult parsed = Commands(terminal).Parse(args);
            if (parsed.Errors.Count > 0)
                return Refuse(terminal.Errors, parsed.Errors[0].Message);
            return parsed.Invoke(new InvocationConfiguration { Output = terminal.Output, Error = terminal.Errors, EnableDefaultExceptionHandler = false });
        }
        catch (Exception problem) when (problem is ArgumentException or FormatException or EstimateException)
        {
            return Refuse(terminal.Errors, problem.Message);
        }
    }

    private static int Refuse(TextWriter errors, string message)
    {
        int parameter = message.IndexOf(" (Parameter '", StringComparison.Ordinal);
        errors.WriteLine($"error: {(parameter < 0 ? message : message[..parameter]).ReplaceLineEndings(" ")}");
        return ExitCode.BadArguments;
    }

    private static RootCommand Commands(Terminal terminal)
    {
        var named = new Argument<string>("case") { Description = "Case study to run.", DefaultValueFactory = _ => CaseCatalog.Default.Name };
        var root = new RootCommand("Sizes machine-learning systems: QPS, storage, latency, machines and dollars, each with its range and derivation.") { named };
        SummaryCommand.Complete(root, named, terminal);
        foreach (Command command in Readings(terminal))
            root.Subcommands.Add(command);
        HelpOption help = root.Options.OfType<HelpOption>().Single();
        help.Action = new HelpWithExamples((HelpAction)help.Action!, named, Examples, terminal.Width);
        return root;
    }

    private static IEnumerable<Command> Readings(Terminal terminal) =>
    [
        ListCommand.For(terminal), ExplainCommand.For(terminal), SimulateCommand.For(terminal), SensitivityCommand.For(terminal),
        SweepCommand.For(terminal), GoalCommand.For(terminal), CompareCommand.For(terminal),
    ];
}
