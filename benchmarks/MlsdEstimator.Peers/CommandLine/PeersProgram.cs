using System.CommandLine;

namespace MlsdEstimator.Peers;

/// <summary>The command line: which workloads, which peers, printed how.</summary>
internal static class PeersProgram
{
    private const int Success = 0;
    private const int Failed = 1;
    private const int BadArguments = 2;

    public static int Run(string[] args, TextWriter output, TextWriter errors)
    {
        try
        {
            ParseResult parsed = Commands(output, errors).Parse(args);
            if (parsed.Errors.Count > 0)
                return Refuse(errors, parsed.Errors[0].Message, BadArguments);
            return parsed.Invoke(new InvocationConfiguration { Output = output, Error = errors, EnableDefaultExceptionHandler = false });
        }
        catch (ArgumentException problem)
        {
            return Refuse(errors, problem.Message, BadArguments);
        }
        catch (Exception problem) when (problem is PeerException or FormatException)
        {
            return Refuse(errors, problem.Message, Failed);
        }
    }

    private static RootCommand Commands(TextWriter output, TextWriter errors)
    {
        var options = new PeersOptions();
        var root = new RootCommand("Runs the same sums in this library and in other programs on this machine, in turns, and prints how their times compare.")
        {
            MeasureCommand.Create(output), MeasureCommand.CreateFigures(output),
        };
        options.AddTo(root);
        root.SetAction(parsed => Compare(parsed, options, output, errors));
        return root;
    }

    private static int Compare(ParseResult parsed, PeersOptions options, TextWriter output, TextWriter errors)
    {
        Installation installation = options.Place(parsed);
        Plan plan = options.Plan(parsed);
        IReadOnlyList<Peer> peers = options.Chosen(parsed, PeerCatalog.All(installation));
        if (options.Installs(parsed))
            new SquigglePeer(installation).Install();
        Report report = new Session(plan, peers, errors.WriteLine).Run();
        Print(report, parsed, options, output, errors);
        return Success;
    }

    /// <summary>JSON is for programs: what was left out then goes to standard error.</summary>
    private static void Print(Report report, ParseResult parsed, PeersOptions options, TextWriter output, TextWriter errors)
    {
        if (options.IsJson(parsed))
        {
            output.WriteLine(JsonReport.Of(report.Standings));
            errors.WriteLine(Processor.Description);
            foreach (Skip skip in report.Skips)
                errors.WriteLine(skip);
        }
        else
        {
            output.WriteLine(options.IsMarkdown(parsed) ? report.ToMarkdown() : report.ToText());
        }
    }

    private static int Refuse(TextWriter errors, string message, int code)
    {
        errors.WriteLine($"error: {message.ReplaceLineEndings(" ")}");
        return code;
    }
}
