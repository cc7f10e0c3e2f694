using System.CommandLine;

namespace MlsdEstimator.Accuracy;

/// <summary>The arguments of the command line.</summary>
internal sealed class AccuracyOptions
{
    private readonly Argument<string> folder = new("folder")
    {
        Description = "Folder with validation files. Default: the copy in this repository.",
        DefaultValueFactory = _ => ValidationFolder.Default,
    };

    private readonly Option<string[]> family = new("--family")
    {
        Description = $"Only these families. Known: {string.Join(", ", FamilyCatalog.All.Select(one => one.Name))}.",
        AllowMultipleArgumentsPerToken = true,
    };

    private readonly Option<string?> heldOut = new("--held-out")
    {
        Description = $"Judge rows that were withheld from the fit: {string.Join(", ", Splits)}. Default: judge the constants that ship.",
    };

    private readonly Option<bool> fit = new("--fit") { Description = "Fit the constants to the rows of the folder and write them into the sources." };

    private readonly Option<string> root = new("--root") { Description = "With --fit: root of the repository.", DefaultValueFactory = _ => Directory.GetCurrentDirectory() };

    private readonly Option<bool> json = new("--json")
    {
        Description = "Print an array of {family, rows, predicted, refused, medianError, p90Error, bias, coverage, medianWidth, rooflineMedianError}.",
    };

    private readonly Option<bool> markdown = new("--markdown") { Description = "Print the table as Markdown." };

    private static IEnumerable<string> Splits => Split.All.Select(split => split.Name);

    public void AddTo(Command command)
    {
        command.Add(folder);
        foreach (Option option in new Option[] { family, heldOut, fit, root, json, markdown })
            command.Add(option);
    }

    public bool IsJson(ParseResult parsed) => parsed.GetValue(json);

    public bool IsMarkdown(ParseResult parsed) => parsed.GetValue(markdown);

    public bool Fits(ParseResult parsed) => parsed.GetValue(fit);

    /// <exception cref="ArgumentException">The folder is not there.</exception>
    public string Root(ParseResult parsed) => Existing(parsed.GetRequiredValue(root), "--root");

    /// <exception cref="ArgumentException">The folder is not there, or has no file of any family.</exception>
    public ValidationFolder Folder(ParseResult parsed, IReadOnlyList<IFamily> all)
    {
        var found = new ValidationFolder(Existing(parsed.GetRequiredValue(folder), "folder"));
        return all.Any(one => found.Has(one.File))
            ? found
            : throw new ArgumentException($"folder '{found.Path}' has none of the files that are read: {string.Join(", ", all.Select(one => one.File).Distinct())}.");
    }

    /// <exception cref="ArgumentException">A name is not that of a family.</exception>
    public IReadOnlyList<IFamily> Families(ParseResult parsed, IReadOnlyList<IFamily> all)
    {
        string[] asked = parsed.GetValue(family) ?? [];
        string[] known = [.. all.Select(one => one.Name)];
        return asked.Except(known).FirstOrDefault() is string unknown
            ? throw new ArgumentException($"--family '{unknown}' is not known; known: {string.Join(", ", known)}.")
            : [.. all.Where(one => asked is [] || asked.Contains(one.Name))];
    }

    /// <exception cref="ArgumentException">There is no such split.</exception>
    public Split? HeldOut(ParseResult parsed) => parsed.GetValue(heldOut) switch
    {
        null => null,
        string name => Split.All.FirstOrDefault(split => split.Name == name)
            ?? throw new ArgumentException($"--held-out '{name}' is not known; known: {string.Join(", ", Splits)}."),
    };

    private static string Existing(string path, string option) => Directory.Exists(path)
        ? path
        : throw new ArgumentException(path.StartsWith("--", StringComparison.Ordinal) ? $"There is no option '{path}'; --help lists those there are." : $"{option} '{path}' is not there.");
}
