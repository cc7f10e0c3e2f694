using System.CommandLine;

namespace MlsdEstimator.Samples;

/// <summary>The command line: which case, with which inputs changed, shown how.</summary>
internal static class SampleProgram
{
    private const int Success = 0;
    private const int BadArguments = 2;
    private const int AssertionViolated = 3;

    /// <summary>A newline would break the promise of one line on standard error.</summary>
    public static int Run(string[] args, TextWriter output, TextWriter errors)
    {
        try
        {
            ParseResult parsed = Commands(output, errors).Parse(args);
            if (parsed.Errors.Count > 0)
                return Refuse(errors, parsed.Errors[0].Message);
            return parsed.Invoke(new InvocationConfiguration { Output = output, Error = errors, EnableDefaultExceptionHandler = false });
        }
        catch (Exception problem) when (problem is ArgumentException or FormatException or EstimateException)
        {
            return Refuse(errors, problem.Message);
        }
    }

    private static int Refuse(TextWriter errors, string message)
    {
        int parameter = message.IndexOf(" (Parameter '", StringComparison.Ordinal);
        errors.WriteLine($"error: {(parameter < 0 ? message : message[..parameter]).ReplaceLineEndings(" ")}");
        return BadArguments;
    }

    private static RootCommand Commands(TextWriter output, TextWriter errors)
    {
        var settings = new CaseOptions();
        var named = new Argument<string>("case") { Description = "Case study to run.", DefaultValueFactory = _ => CaseCatalog.Default.Name };
        var whiteboard = new Option<bool>("--whiteboard") { Description = "Ten lines for the whiteboard: the chain of mental arithmetic, two digits." };
        var json = new Option<bool>("--json") { Description = "Print JSON, values in base units." };
        var root = new RootCommand("Sizes machine-learning systems: QPS, storage, latency, machines and dollars, each with its range and derivation.")
        {
            named, whiteboard, json, ListCommand(output), ExplainCommand(output, settings),
        };
        settings.AddTo(root);
        root.SetAction(parsed =>
        {
            CaseRun run = settings.Run(parsed, parsed.GetRequiredValue(named));
            IReadOnlyList<Assertion> assertions = settings.Assertions(parsed, run);
            Show(run, parsed.GetValue(whiteboard), parsed.GetValue(json), output);
            return Judge(assertions, parsed.GetValue(json) ? errors : output);
        });
        return root;
    }

    private static void Show(CaseRun run, bool whiteboard, bool json, TextWriter output)
    {
        if (json)
            output.WriteLine(JsonReport.Of(run));
        else if (whiteboard)
            WhiteboardScreen.Show(run, output);
        else
            SummaryScreen.Show(run, output);
    }

    /// <summary>What the assertions say goes below the screen, or to standard error when the output is JSON.</summary>
    private static int Judge(IReadOnlyList<Assertion> assertions, TextWriter output)
    {
        foreach (Assertion assertion in assertions)
            output.WriteLine(assertion);
        return assertions.All(assertion => assertion.Holds) ? Success : AssertionViolated;
    }

    private static Command ListCommand(TextWriter output)
    {
        var list = new Command("list", "Lists the case studies.");
        list.SetAction(_ =>
        {
            foreach (CaseStudy study in CaseCatalog.All)
                output.WriteLine($"{study.Name}  {study.Description}");
            return Success;
        });
        return list;
    }

    private static Command ExplainCommand(TextWriter output, CaseOptions settings)
    {
        var named = new Argument<string>("case") { Description = "Case study." };
        var result = new Argument<string?>("result") { Description = "Result, such as \"peak QPS\"; all of them when left out.", DefaultValueFactory = _ => null };
        var explain = new Command("explain", "Shows how a result came about, down to its inputs and their sources.") { named, result };
        settings.AddTo(explain);
        explain.SetAction(parsed =>
        {
            CaseRun run = settings.Run(parsed, parsed.GetRequiredValue(named));
            IReadOnlyList<Assertion> assertions = settings.Assertions(parsed, run);
            ExplainScreen.Show(run, parsed.GetValue(result), output);
            return Judge(assertions, output);
        });
        return explain;
    }
}
