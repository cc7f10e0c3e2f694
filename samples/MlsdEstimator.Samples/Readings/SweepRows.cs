namespace MlsdEstimator.Samples;

/// <summary>The rows of a sweep, by evaluating the formulas again or by building the case again.</summary>
internal static class SweepRows
{
    private const string Evaluation = "All other inputs are at their best guess.";
    private const string Rebuilding = "All other inputs are at their best guess. The case is built again at each value: what is bought follows.";

    public static IReadOnlyList<CaseSweepRow> Evaluated(CaseRun run, IReadOnlyList<SweptInput> inputs, IReadOnlyList<string> paths, bool isLogarithmic, List<string> notes)
    {
        notes.Add(Evaluation);
        foreach (SweptInput input in inputs)
            notes.AddRange(new[] { input.From, input.To }.Select(end => Contradiction(run, input.Input, end)).OfType<string>());
        Sweep sweep = SweepOf(inputs, [.. paths.Select(path => run.Sheet[path])], isLogarithmic);
        return [.. sweep.Rows.Select(row => new CaseSweepRow(row.Inputs, [.. row.Outputs.Skip(inputs.Count)]))];
    }

    public static IReadOnlyList<CaseSweepRow> Rebuilt(CaseRun run, IReadOnlyList<SweptInput> inputs, IReadOnlyList<string> paths, bool isLogarithmic, List<string> notes, IProgress<double> progress)
    {
        notes.Add(Rebuilding);
        Sweep values = SweepOf(inputs, [], isLogarithmic);
        var rows = new List<CaseSweepRow>();
        foreach (SweepRow row in values.Rows)
        {
            rows.Add(new CaseSweepRow(row.Inputs, Rebuilt(run, inputs, row.Inputs, paths, notes)));
            progress.Report((double)rows.Count / values.Rows.Count);
        }
        return rows;
    }

    /// <summary>The inputs themselves are swept as well, so that a sweep in which no result moves can say so.</summary>
    private static Sweep SweepOf(IReadOnlyList<SweptInput> inputs, IReadOnlyList<IQuantity> results, bool isLogarithmic)
    {
        IReadOnlyList<IQuantity> outputs = [.. inputs.Select(input => input.Input), .. results];
        return inputs is [var down, var across]
            ? Sweep.OfAny((down.Input, down.From, down.To, down.Steps), (across.Input, across.From, across.To, across.Steps), outputs, isLogarithmic)
            : Sweep.OfAny(inputs[0].Input, inputs[0].From, inputs[0].To, inputs[0].Steps, outputs, isLogarithmic);
    }

    private static IReadOnlyList<IQuantity?> Rebuilt(CaseRun run, IReadOnlyList<SweptInput> inputs, IReadOnlyList<IQuantity> values, IReadOnlyList<string> paths, List<string> notes)
    {
        try
        {
            CaseRun built = run.With([.. inputs.Select((input, i) => CaseRun.Setting(input.Input, values[i]))]);
            return [.. paths.Select(path => CasePaths.Find(built.Sheet, path))];
        }
        catch (EstimateException contradiction)
        {
            notes.Add($"At {string.Join(" and ", inputs.Select((input, i) => $"{input.Name} {values[i]}"))}: {contradiction.Message}.");
            return [.. paths.Select(_ => (IQuantity?)null)];
        }
    }

    /// <summary>A value the case refuses is an error; one that contradicts other inputs is worth a note, because the formulas still hold.</summary>
    private static string? Contradiction(CaseRun run, IQuantity input, IQuantity value)
    {
        try
        {
            _ = run.With(CaseRun.Setting(input, value)).Sheet.Results;
            return null;
        }
        catch (EstimateException contradiction)
        {
            return $"At {input.Name} {value}: {contradiction.Message}.";
        }
    }
}
