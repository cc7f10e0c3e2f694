using System.Globalization;

namespace MlsdEstimator.Samples;

/// <summary>Results of a case over one or two inputs.</summary>
internal sealed class CaseSweep
{
    private const string BoughtAsDecided = "What is bought stays as decided for the case: --rebuild decides anew at each value.";

    /// <summary>Results shown when none are chosen: what fits a screen.</summary>
    private const int MostResults = 5;

    /// <summary>Tables shown for two inputs when no results are chosen.</summary>
    private const int MostGrids = 2;

    private CaseSweep(CaseRun run, IReadOnlyList<SweptInput> inputs, IReadOnlyList<string> paths, IReadOnlyList<CaseSweepRow> rows, IReadOnlyList<string> notes)
    {
        (Run, Inputs, Rows, Notes) = (run, inputs, rows, notes);
        Results = [.. paths.Select(path => run.Sheet[path])];
    }

    public CaseRun Run { get; }

    public IReadOnlyList<SweptInput> Inputs { get; }

    public IReadOnlyList<IQuantity> Results { get; }

    /// <summary>The last input moves fastest.</summary>
    public IReadOnlyList<CaseSweepRow> Rows { get; }

    /// <summary>What a reader of the table must know, one sentence each.</summary>
    public IReadOnlyList<string> Notes { get; }

    public static CaseSweep Of(CaseRun run, SweepRequest request, IProgress<double> progress)
    {
        IReadOnlyList<SweptInput> inputs = request.Inputs(run);
        IReadOnlyList<string> paths = request.Results.Count > 0 ? request.Results : CasePaths.Candidates(run);
        var notes = new List<string>();
        IReadOnlyList<CaseSweepRow> rows = request.IsRebuilt
            ? SweepRows.Rebuilt(run, inputs, paths, request.IsLogarithmic, notes, progress)
            : SweepRows.Evaluated(run, inputs, paths, request.IsLogarithmic, notes);
        int[] shown = Shown(rows, paths, isChosen: request.Results.Count > 0, inputs, notes);
        if (!request.IsRebuilt && shown.Any(i => Purchases.AreBehind(run.Sheet[paths[i]])))
            notes.Add(BoughtAsDecided);
        return new CaseSweep(run, inputs, [.. shown.Select(i => paths[i])], [.. rows.Select(row => row with { Results = [.. shown.Select(i => row.Results[i])] })], notes);
    }

    /// <summary>The chosen results, or the first that move; a sweep in which nothing moves is refused, because it would answer another question.</summary>
    private static int[] Shown(IReadOnlyList<CaseSweepRow> rows, IReadOnlyList<string> paths, bool isChosen, IReadOnlyList<SweptInput> inputs, List<string> notes)
    {
        int[] moving = [.. Enumerable.Range(0, paths.Count).Where(result => Enumerable.Range(0, inputs.Count).All(input => Moves(rows, result, input)))];
        if (!Enumerable.Range(0, paths.Count).Any(result => Enumerable.Range(0, inputs.Count).Any(input => Moves(rows, result, input))))
            throw new ArgumentException($"{(isChosen ? $"'{string.Join("' and '", paths)}'" : "No result")} {(isChosen ? "does not move" : "moves")} with {Names(inputs)}. {BoughtAsDecided}");
        if (!isChosen)
            return [.. moving.Take(inputs.Count == 1 ? MostResults : MostGrids)];
        foreach (int still in Enumerable.Range(0, paths.Count).Except(moving))
            notes.Add($"'{paths[still]}' does not move with {Names([.. inputs.Where((_, input) => !Moves(rows, still, input))])}.");
        return [.. Enumerable.Range(0, paths.Count)];
    }

    private static string Names(IReadOnlyList<SweptInput> inputs) => string.Join(" and ", inputs.Select(input => $"'{input.Name}'"));

    /// <summary>True when a result differs between rows that differ in this input alone.</summary>
    private static bool Moves(IReadOnlyList<CaseSweepRow> rows, int result, int input) =>
        rows.GroupBy(row => string.Join(' ', row.Inputs.Where((_, i) => i != input).Select(value => value.BaseValue.ToString("R", CultureInfo.InvariantCulture))))
            .Any(group => group.Select(row => ValueOf(row.Results[result])).Distinct().Count() > 1);

    private static double? ValueOf(IQuantity? result) => result is { IsFeasible: true } ? result.BaseValue : null;
}
