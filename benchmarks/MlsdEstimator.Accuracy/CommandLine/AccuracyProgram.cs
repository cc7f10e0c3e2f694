using System.CommandLine;

namespace MlsdEstimator.Accuracy;

/// <summary>The command line: which rows, which families, shipped or refitted constants, printed how.</summary>
internal static class AccuracyProgram
{
    private const int Success = 0;
    private const int Failed = 1;
    private const int BadArguments = 2;

    public static int Run(string[] args, TextWriter output, TextWriter errors) => Run(args, FamilyCatalog.All, output, errors);

    public static int Run(string[] args, IReadOnlyList<IFamily> families, TextWriter output, TextWriter errors)
    {
        try
        {
            ParseResult parsed = Command(families, output).Parse(args);
            if (parsed.Errors.Count > 0)
                return Refuse(errors, parsed.Errors[0].Message, BadArguments);
            return parsed.Invoke(new InvocationConfiguration { Output = output, Error = errors, EnableDefaultExceptionHandler = false });
        }
        catch (ArgumentException problem) when (problem is not ArgumentOutOfRangeException)
        {
            return Refuse(errors, problem.Message, BadArguments);
        }
        catch (CsvException problem)
        {
            return Refuse(errors, problem.Message, Failed);
        }
    }

    private static RootCommand Command(IReadOnlyList<IFamily> families, TextWriter output)
    {
        var options = new AccuracyOptions();
        var root = new RootCommand("Compares what the library predicts with published measurements, beside an ideal roofline.");
        options.AddTo(root);
        root.SetAction(parsed => options.Fits(parsed) ? Fit(parsed, options, families, output) : Score(parsed, options, families, output));
        return root;
    }

    private static int Score(ParseResult parsed, AccuracyOptions options, IReadOnlyList<IFamily> families, TextWriter output)
    {
        Split? split = options.HeldOut(parsed);
        IReadOnlyList<FamilyScore> scores = Judge.Of(options.Families(parsed, families), options.Folder(parsed, families), split);
        var text = new TextReport(scores);
        output.WriteLine(options.IsJson(parsed) ? JsonReport.Of(scores) : options.IsMarkdown(parsed) ? text.ToMarkdown() : text.ToText());
        return Success;
    }

    private static int Fit(ParseResult parsed, AccuracyOptions options, IReadOnlyList<IFamily> families, TextWriter output)
    {
        string root = options.Root(parsed);
        ValidationFolder folder = options.Folder(parsed, families);
        IReadOnlyList<IFamily> asked = options.Families(parsed, families);
        if (asked.FirstOrDefault(family => family.Read(folder).All(row => row is UnreadableRow)) is IFamily empty)
            throw new ArgumentException($"There is nothing to fit '{empty.Name}' to: no readable row of {empty.File} in '{folder.Path}'. Leave it out with --family.");
        foreach (ConstantsFile file in asked.SelectMany(family => family.Refit(folder, _ => false).Constants))
        {
            File.WriteAllText(Path.Combine(root, file.Path), file.Text);
            output.WriteLine(file.Path);
        }
        return Success;
    }

    private static int Refuse(TextWriter errors, string message, int code)
    {
        errors.WriteLine($"error: {message.ReplaceLineEndings(" ")}");
        return code;
    }
}
